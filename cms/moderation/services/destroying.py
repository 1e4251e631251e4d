"""Destroying words that must not be kept (Đ4.6): in the row, in every revision, in whatever copied them."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models import Field
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.fields import StreamField
from wagtail.log_actions import registry as log_registry
from wagtail.models import ReferenceIndex
from wagtail_localize.models import SegmentOverride, String, StringTranslation, TranslationSource

from ..models import ItemStatus, ReturnNote
from ..models.words import BOOKKEEPING, LIFE

NEUTRAL = "—"  # in every language
KEPT = {"source_agency", "sensitivity", "access_class"}


def fingerprint(item: Any) -> str:
    """SHA-256 of the latest text: what was destroyed can be recognised, not read."""
    latest = item.get_latest_revision()
    words = json.dumps(latest.content if latest else {}, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(words.encode()).hexdigest()


def destroy_words(item: Any) -> None:
    """Afterwards only whose it was, when, and what was decided about it can be told."""
    forget_translations(item)
    blank(item)
    item.save(clean=False)
    item.revisions.update(content=item.serializable_data(), object_str=NEUTRAL)
    ItemStatus.objects.of(item).update(title=NEUTRAL)
    ReturnNote.objects.filter(step__status__in=ItemStatus.objects.of(item)).update(text=NEUTRAL)
    log_registry.get_logs_for_instance(item).update(label=NEUTRAL, data={})
    ReferenceIndex.create_or_update_for_object(item)
    forget_in_wagtails_index()


def forget_in_wagtails_index() -> None:
    """SQLite's own text search keeps deleted words until it is told to put itself in order."""
    table = "wagtailsearch_indexentry_fts"
    if connection.vendor == "sqlite" and table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 (a constant)


def blank(item: Any) -> None:
    """Every field that a reader could read, and every row that belongs to the item."""
    for field in item._meta.concrete_fields:
        if not field.primary_key and field.name not in BOOKKEEPING | LIFE | KEPT:
            setattr(item, field.attname, nothing(field))
    item.title = item.draft_title = NEUTRAL
    item.slug = f"removed-{item.pk}"
    item.has_unpublished_changes = False
    for relation in get_all_child_relations(type(item)):
        getattr(item, relation.get_accessor_name()).set([])
    for relation in get_all_child_m2m_relations(type(item)):
        getattr(item, relation.name).set([])


def nothing(field: Field) -> Any:
    if field.null:
        return None
    if isinstance(field, StreamField):
        return field.to_python([])
    return field.get_default() if field.has_default() else ""


def forget_translations(item: Any) -> None:
    """What the translation editor kept: the words as a source, and as the target of another."""
    key, language = item.translation_key, item.locale
    for kept in (StringTranslation, SegmentOverride):
        kept.objects.filter(context__object_id=key, locale=language).delete()
    sources = TranslationSource.objects.filter(object_id=key, locale=language)
    strings = list(String.objects.filter(segments__source__in=sources).values_list("pk", flat=True))
    sources.delete()
    String.objects.filter(pk__in=strings, segments=None).delete()
