"""Twenty photographs with one caption, agency and date become twenty image records; each file stands or falls alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from cms.library.models import ArchiveImage
from cms.moderation import services

from . import pictures_received
from .models import ImageRecordPage
from .slugs import free_slug

SEPARATORS = re.compile(r"[_\-\s]+")
SHARED = (
    "caption",
    "author_text",
    "author_unknown",
    "activity_date",
    "activity_precision",
    "rights_line",
    "place_text",
)


@dataclass
class Received:
    """What became of one file."""

    name: str
    record: ImageRecordPage | None = None
    refusal: str = ""


def receive(files: list[Any], *, shared: dict[str, Any], by: Any) -> list[Received]:
    """Keep every file that can be kept."""
    return [received(file, shared, by) for file in files]


def received(file: Any, shared: dict[str, Any], by: Any) -> Received:
    try:
        pictures_received.check(file)
        with transaction.atomic():
            return Received(file.name, record=keep(file, shared, by))
    except (ValidationError, PermissionDenied) as refusal:
        return Received(file.name, refusal=" ".join(getattr(refusal, "messages", None) or [str(refusal)]))


def keep(file: Any, shared: dict[str, Any], by: Any) -> ImageRecordPage:
    """One image of the library and the draft of its record."""
    image = ArchiveImage.objects.create(
        title=title_of(file.name),
        file=file,
        agency=shared["source_agency"],
        captured_on=shared["activity_date"],
        caption_vi=shared["caption"][:600],
        credit_vi=shared["credit"],
        uploaded_by_user=by,
    )
    return draft(image, shared, by)


def draft(image: ArchiveImage, shared: dict[str, Any], by: Any) -> ImageRecordPage:
    words = {name: shared[name] for name in SHARED}
    section = shared["section"]
    record = ImageRecordPage(
        title=image.title,
        image=image,
        source_agency=shared["source_agency"],
        owner=by,
        live=False,
        locale=section.locale,
        **words,
    )
    record.slug = free_slug(section, image.title, otherwise="anh")
    section.add_child(instance=record)
    record.themes.set(shared["themes"])
    revision = record.save_revision(user=by)
    log(instance=record, action="wagtail.create", user=by, revision=revision, content_changed=True)
    return record


def title_of(name: str) -> str:
    """“ruong_muoi-01.jpg” is “ruong muoi 01” until somebody writes a better one."""
    return SEPARATORS.sub(" ", PurePath(name).stem).strip()[:200] or _("Picture")


def describe(record: ImageRecordPage, *, title: str, alt_text: str, by: Any) -> None:
    """Give one record the title and the alternative text that no file name can know."""
    image: Any = record.image
    files = policy_registry.get_by_type(ArchiveImage)
    if alt_text != (image.alt_text_vi or "") and files.user_has_permission_for_instance(by, "change", image):
        image.alt_text_vi = alt_text
        image.save()
    if title and title != record.title:
        record.title = record.draft_title = title
        record.save_revision(user=by, log_action=True)


def hand_in(records: list[ImageRecordPage], *, by: Any) -> list[Received]:
    """Hand in all that are complete, each on its own; what is missing is said record by record."""
    return [handed_in(record, by) for record in records]


def handed_in(record: ImageRecordPage, by: Any) -> Received:
    try:
        services.submit(record, by=by, declaration=True)
    except (ValidationError, PermissionDenied) as refusal:
        return Received(record.title, record, " ".join(getattr(refusal, "messages", None) or [str(refusal)]))
    return Received(record.title, record)
