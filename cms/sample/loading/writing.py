"""Drafts: a page as an officer leaves it, and its English translation as a translator leaves it."""

from typing import Any

from django.utils import timezone
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from .words import Words
from .world import World


def draft(parent: Any, by: Any, model: type[Page], words: Words) -> Any:
    """Write a page below another and save its first draft."""
    parent = Page.objects.get(pk=parent.pk)
    page = model(live=False, owner=by, locale=parent.locale)
    fill(page, words)
    parent.add_child(instance=page)
    page.save_revision(user=by, log_action=True)
    return page


def fill(page: Any, words: Words) -> None:
    """Give a page its words; a body comes as numbered blocks."""
    for name, value in words.items():
        field = page._meta.get_field(name)
        is_stream = isinstance(field, StreamField)
        setattr(page, name, StreamValue(field.stream_block, value, is_lazy=True) if is_stream else value)


def translate(world: World, page: Any, by: Any, words: Words) -> Translation:
    """Begin the translation of a page, and type the English words beside the Vietnamese, segment by segment."""
    source, _created = TranslationSource.get_or_create_from_instance(page.specific)
    translation = Translation.objects.create(source=source, target_locale=world.english)
    english = strings(specimen(translation, words))
    StringTranslation.objects.bulk_create(
        typed(translation, english, by),
        update_conflicts=True,  # an earlier translation of the same words may have been filled in already
        unique_fields=["locale", "translation_of", "context"],
        update_fields=["data", "translation_type", "last_translated_by", "updated_at"],
    )
    Translation.objects.filter(pk=translation.pk).update(translations_last_updated_at=timezone.now())
    return translation


def specimen(translation: Translation, words: Words) -> Any:
    """The page as it would read in English; never saved, only taken apart into the same segments."""
    page = translation.source.as_instance()
    fill(page, words)
    return page


def strings(page: Any) -> dict[str, list[str]]:
    """The words of a page, in order, by the path of the field or block in which they stand."""
    found: dict[str, list[str]] = {}
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue):
            found.setdefault(segment.path, []).append(segment.string.data)
    return found


def typed(translation: Translation, english: dict[str, list[str]], by: Any) -> list[StringTranslation]:
    """What the translator typed; a document that nobody has translated keeps its own words."""
    segments = StringSegment.objects.filter(source=translation.source).select_related("context", "string")
    rows: dict[tuple[int, int], StringTranslation] = {}
    for segment in segments.order_by("order"):
        waiting = english.get(segment.context.path)
        if not waiting:
            continue
        data = waiting.pop(0)
        rows[segment.string_id, segment.context_id] = StringTranslation(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            data=data,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            last_translated_by=by,
        )
    return list(rows.values())
