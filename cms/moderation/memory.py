"""Translation memory: what was translated before, and is public, need not be typed again."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from .models import public

OWN_WORDS = ("slug",)  # addresses are made for each page


@receiver(post_save, sender=Translation)
def remember(sender: Any, instance: Translation, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A new translation begins with what the archive already says in that language."""
    if created and not raw:
        prefill(instance)


def prefill(translation: Translation) -> int:
    """Fill in every untranslated text that a public page has in both languages; the number that was."""
    segments = StringSegment.objects.filter(source=translation.source).exclude(context__path__in=OWN_WORDS)
    empty = segments.annotate_translation(translation.target_locale).filter(translation=None)
    known = earlier(translation, set(empty.values_list("string_id", flat=True)))
    made = [
        StringTranslation(
            translation_of_id=segment.string_id,
            locale=translation.target_locale,
            context_id=segment.context_id,
            data=known[segment.string_id],
            updated_at=timezone.now(),
        )
        for segment in empty
        if segment.string_id in known
    ]
    return len(StringTranslation.objects.bulk_create(made, ignore_conflicts=True))


def earlier(translation: Translation, strings: set[int]) -> dict[int, str]:
    """The latest public translation of each text. What is not public yet is no other agency's business."""
    known = StringTranslation.objects.filter(
        translation_of__in=strings, locale=translation.target_locale, has_error=False
    )
    said = list(known.order_by("updated_at").values_list("translation_of_id", "data", "context__object_id"))
    read = public_families(translation, {family for _string, _data, family in said})
    return {string: data for string, data, family in said if family in read}


def public_families(translation: Translation, families: set[Any]) -> set[Any]:
    """Which of these records everybody reads in the language translated into."""
    pages = Page.objects.filter(locale=translation.target_locale, alias_of=None, translation_key__in=families)
    return set(public(pages).values_list("translation_key", flat=True))
