"""An item as a list of pieces that people can read and compare: a piece is a field, or one block of a text."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue, StructValue
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.rich_text import RichText

from .untagged import plain

FIRST = (
    "title", "intro", "number", "said", "said_where", "said_on", "verdict", "image", "caption", "cover", "article_kind",
    "body", "ground", "done", "items", "about",
)  # fmt: skip
NOT_SHOWN = {
    "pk", "page_ptr", "slug", "seo_title", "search_description", "show_in_menus", "numchild",
}  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """One field, or one block of a field, as text; a picture beside it where it is one."""

    key: str
    field: str
    label: str
    text: str
    image: Any = None


def pieces(item: Any) -> list[Piece]:
    """Everything in an item that a judge reads, the text first, then the facts about it."""
    names = [name for name in item.words() if name not in NOT_SHOWN and is_written(item, name)]
    names.sort(key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST))
    return [piece for name in names for piece in of_field(item, name)]


def is_written(item: Any, name: str) -> bool:
    """Whether somebody wrote it, and it was not made from another field."""
    field = item._meta.get_field(name)
    return not field.concrete or field.editable


def of_field(item: Any, name: str) -> Iterator[Piece]:
    field = item._meta.get_field(name)
    value = getattr(item, name)
    if isinstance(field, StreamField):
        yield from of_stream(name, value)
        return
    image = value if isinstance(value, get_image_model()) else None
    yield Piece(name, name, label(field), text_of(item, field, value), image)


def label(field: Any) -> str:
    if field.is_relation and field.auto_created:
        return capfirst(str(field.related_model._meta.verbose_name_plural))
    return capfirst(str(field.verbose_name))


def of_stream(name: str, stream: StreamValue) -> Iterator[Piece]:
    """A piece for each block, named by what it is and where it stands."""
    for number, block in enumerate(stream, 1):
        text = "\n".join(line for line in lines(block.value) if line)
        word = _("%(number)d · %(kind)s") % {"number": number, "kind": block.block.label}
        yield Piece(f"{name}:{block.id or number}", name, word, text, image_in(block.value))


def text_of(item: Any, field: Any, value: Any) -> str:
    """A field's value in words."""
    if getattr(field, "choices", None):
        return str(getattr(item, f"get_{field.name}_display")())
    if isinstance(field, RichTextField):
        return plain(value or "")
    if field.many_to_many or field.one_to_many:
        return "\n".join(str(each) for each in value.all())
    return scalar(value)


def scalar(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else ""
    if isinstance(value, datetime.datetime):
        return date_format(timezone.localtime(value), "H:i d.m.Y", use_l10n=False)
    if isinstance(value, datetime.date):
        return date_format(value, "d.m.Y", use_l10n=False)
    return str(value)


def lines(value: Any) -> Iterator[str]:
    """The text of a block, a line for each of its parts."""
    if isinstance(value, RichText):
        yield plain(value.source).strip()
    elif isinstance(value, str | int | models.Model):
        yield str(value)
    elif isinstance(value, dict) and "data" in value:
        yield from table(value["data"] or [])
    else:
        for each in parts(value):
            yield from lines(each)


def parts(value: Any) -> Iterable[Any]:
    """What a block is made of."""
    if isinstance(value, StructValue):
        return value.values()
    return value if isinstance(value, Iterable) else ()


def table(data: list[list[Any]]) -> Iterator[str]:
    for row in data:
        yield " · ".join(str(cell or "") for cell in row)


def image_in(value: Any) -> Any:
    """The picture of a block, if it is one of a picture."""
    image = value.get("image") if isinstance(value, StructValue) else None
    return image if isinstance(image, get_image_model()) else None
