"""What the translation editor lacks: a translated draft, handed in for judgement on its own."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import ngettext
from wagtail_localize.models import StringSegment

from ..models import ItemStatus, Missing
from .submitting import Incomplete, submit

OPTIONAL = ("slug",)  # an address may stay as it is


@transaction.atomic
def hand_in_translation(translation: Any, *, by: Any, declaration: bool) -> ItemStatus:
    """Write the translated strings into a draft revision, then submit that draft; no other language is touched."""
    if missing := untranslated(translation):
        raise Incomplete(missing)
    translation.save_target(user=by, publish=False)
    return submit(translation.get_target_instance(), by=by, declaration=declaration)


def untranslated(translation: Any) -> list[Missing]:
    """What still stands in the language of the source; a half-translated text is not judged."""
    segments = StringSegment.objects.filter(source=translation.source).exclude(context__path__in=OPTIONAL)
    left = segments.annotate_translation(translation.target_locale).filter(translation=None).count()
    if not left:
        return []
    sentence = ngettext("%(n)d text is not yet translated.", "%(n)d texts are not yet translated.", left)
    return [Missing("title", sentence % {"n": left})]
