"""A dossier for tests, taken by the book as far as a test asks, at instants that the test chooses."""

from __future__ import annotations

import datetime
import zipfile
from io import BytesIO
from types import SimpleNamespace
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.models import Locale, Page

from cms.accounts.choices import SeatKind
from cms.clarification import services
from cms.clarification.choices import EvidenceKind, MeasureKind
from cms.clarification.models import HEADINGS, ClarificationDossierPage
from cms.core.clock import VIET_NAM
from tests.factories import seated

A_DAY, AN_HOUR, A_MINUTE = (datetime.timedelta(**{unit: 1}) for unit in ("days", "hours", "minutes"))
CLAIM = "Phá Vân Trình sẽ cấm đánh bắt từ tháng 12"


def local(day: int, hour: int, minute: int = 0, month: int = 5, year: int = 2026) -> datetime.datetime:
    """An instant in Viet Nam; in May 2026 where nothing else is said."""
    return datetime.datetime(year, month, day, hour, minute, tzinfo=VIET_NAM)


def ground(world: Any) -> SimpleNamespace:
    """A root page and a second lead: so much must be there before a dossier can be opened."""
    Locale.objects.get_or_create(language_code="vi")
    if not Page.get_first_root_node():
        Page.add_root(title="Root", slug="root", locale=Locale.get_default())
    world.lead2 = seated(world.agency, SeatKind.APPROVE, email="lead2@haidang.example", full_name="Phó thủ trưởng")
    return world


def told(text: str = CLAIM, **facts: Any) -> services.Claim:
    given = {"outlet": "Trang mạng Tin Nhanh", "first_seen_at": timezone.now() - AN_HOUR}
    return services.Claim(claim=text, **{**given, **facts})


def now(row: Any) -> Any:
    """The row as it stands in the database."""
    return type(row).objects.get(pk=row.pk)


def detected(world: Any, title: str = CLAIM, by: Any = None, **facts: Any) -> ClarificationDossierPage:
    return services.detect(title, claim=told(**facts), by=by or world.contributor)


def opened(world: Any, related: tuple[Any, ...] = (), **facts: Any) -> ClarificationDossierPage:
    return services.open_dossier(detected(world, **facts), lead=world.agency, related=related, by=world.moderator)


def notice(dossier: Any, world: Any, received_at: Any = None, **facts: Any) -> Any:
    """A notice sent an hour before it was received; confirmed by the recipient."""
    received = received_at or timezone.now() - A_MINUTE
    given = {"number": "211/SVHTTDL", "dated_on": received.date(), "sent_at": received - AN_HOUR, "by": world.lead}
    return services.take_notice(dossier, received_at=received, **{**given, **facts})


def noticed(world: Any, received_at: Any = None, **facts: Any) -> ClarificationDossierPage:
    dossier = opened(world, **facts)
    notice(dossier, world, received_at)
    return now(dossier)


def part(dossier: Any, letter: str) -> Any:
    return dossier.parts.get(letter=letter)


def write(dossier: Any, letter: str, by: Any, **texts: str) -> Any:
    """Save a part on top of what it says now."""
    current = part(dossier, letter)
    words = dict.fromkeys(HEADINGS if letter == "d" else ["body"], f"Nội dung phần {letter}.")
    return services.edit_part(current, version=current.version, by=by, is_finished=True, **{**words, **texts})


def written(dossier: Any, world: Any) -> ClarificationDossierPage:
    """All five parts complete, each with evidence."""
    for letter in ("a", "b", "c", "d", "dd"):
        write(dossier, letter, world.contributor)
        cite(dossier, letter, world.contributor)
    return now(dossier)


def cite(dossier: Any, letter: str, by: Any, **facts: Any) -> Any:
    given = {"kind": EvidenceKind.DOCUMENT, "title": "Tờ trình mẫu", "citation": "118/TTr ngày 12.11.2026"}
    return services.add_evidence(part(dossier, letter), by=by, **{**given, **facts})


def submitted(dossier: Any, world: Any) -> ClarificationDossierPage:
    services.submit(written(dossier, world), declaration=True, by=world.lead)
    return now(dossier)


def taken(dossier: Any, world: Any) -> ClarificationDossierPage:
    services.take(submitted(dossier, world), by=world.moderator)
    return now(dossier)


def approved(dossier: Any, world: Any) -> ClarificationDossierPage:
    services.approve(taken(dossier, world), measures=[MeasureKind.PRESS_RELEASE], by=world.director)
    return now(dossier)


def statement(dossier: Any, world: Any, at: Any = None, copied_at: Any = None, **facts: Any) -> Any:
    given = {"kind": MeasureKind.PRESS_RELEASE, "title": "Thông cáo mẫu", "counts_as_statement": True}
    return services.record_measure(
        now(dossier), at=at or timezone.now(), copied_to_dept_at=copied_at, by=world.lead, **{**given, **facts}
    )


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def docx(text: str) -> bytes:
    """A small real Word file."""
    from docx import Document

    document, buffer = Document(), BytesIO()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(buffer)
    return buffer.getvalue()


def xlsx(text: str) -> bytes:
    from openpyxl import Workbook

    book, buffer = Workbook(), BytesIO()
    book.active["B2"] = text
    book.save(buffer)
    return buffer.getvalue()


def pdf(text: str, **options: Any) -> bytes:
    from weasyprint import HTML

    return HTML(string=f"<html lang=vi><body><p>{text}</p></body></html>").write_pdf(**options)


def bomb(megabytes: int) -> bytes:
    """A packed file that says little of itself and unpacks to a lot."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 1024 * 1024 * megabytes)
    return buffer.getvalue()
