"""The consolidated report of a quarter (HUE-16): every dossier under way in it, days used, on time or late."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Pt
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from cms.core import clock
from cms.deadlines.choices import Outcome
from cms.deadlines.models import Deadline

from .choices import OVER, State
from .clocks import Clocks, clocks_of, local_day
from .models import ClarificationDossierPage as Dossier

WIDTHS = (18, 48, 32, 12, 18, 18, 18, 10, 22, 22, 20)
FIRST_YEAR = 2021


@dataclass(frozen=True)
class Quarter:
    """Three months of a year."""

    year: int
    number: int

    @classmethod
    def of(cls, year: str, number: str) -> Quarter:
        """The one asked for, or the one of today."""
        today = clock.today()
        known_year = int(year) if year.isdecimal() and FIRST_YEAR <= int(year) <= today.year + 1 else today.year
        known = int(number) if number in ("1", "2", "3", "4") else (today.month + 2) // 3
        return cls(known_year, known)

    @property
    def first(self) -> datetime.datetime:
        return datetime.datetime(self.year, 3 * self.number - 2, 1, tzinfo=clock.VIET_NAM)

    @property
    def end(self) -> datetime.datetime:
        following = Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)
        return following.first

    def __str__(self) -> str:
        return _("Quarter %(number)s of %(year)s") % {"number": self.number, "year": self.year}


@dataclass(frozen=True)
class Line:
    """One dossier in the report."""

    dossier: Dossier
    clocks: Clocks

    @property
    def clarify(self) -> Deadline | None:
        return self.clocks.clarify

    @property
    def days_used(self) -> int | None:
        """Calendar days from the notice to the answer, or until today; the day of the notice is not counted."""
        if self.clarify is None or self.clarify.outcome == Outcome.WAIVED:
            return None
        return (local_day(self.clarify.met_at or timezone.now()) - local_day(self.clarify.started_at)).days

    @property
    def is_late(self) -> bool:
        return is_late(self.clocks.clarify)

    @property
    def cells(self) -> list[Any]:
        """The line as every form of the report shows it."""
        dossier = self.dossier
        return [
            dossier.code,
            _("Under review") if dossier.is_withheld else dossier.title,
            str(dossier.lead_agency or dossier.reporting_agency or ""),
            day(dossier.opened_at),
            moment(self.clarify.started_at if self.clarify else None),
            moment(self.clarify.last_moment if self.clarify else None),
            moment(self.clarify.met_at if self.clarify else None),
            self.days_used,
            verdict(self.clarify),
            verdict(self.clocks.initial),
            str(State(dossier.state).label),
        ]

    @property
    def labelled(self) -> list[tuple[str, Any]]:
        """Each cell with its heading, for screens too narrow for a table."""
        return list(zip(headings(), self.cells, strict=True))


def is_late(deadline: Deadline | None) -> bool:
    return deadline is not None and (deadline.outcome == Outcome.LATE or deadline.is_overdue(timezone.now()))


def verdict(deadline: Deadline | None) -> str:
    """On time, late, waived, or still running."""
    if deadline is None:
        return "–"
    if deadline.is_overdue(timezone.now()):
        return _("late, not answered yet")
    return str(deadline.get_outcome_display())


def day(at: datetime.datetime | None) -> str:
    return f"{at.astimezone(clock.VIET_NAM):%d.%m.%Y}" if at else ""


def moment(at: datetime.datetime | None) -> str:
    return f"{at.astimezone(clock.VIET_NAM):%H:%M %d.%m.%Y}" if at else ""


def headings() -> list[str]:
    return [
        _("Code"),
        _("Matter"),
        _("Lead agency"),
        _("Recorded"),
        _("Notice received"),
        _("Due"),
        _("Answered"),
        _("Days used"),
        _("7 days"),
        _("24 hours"),
        _("State"),
    ]


@dataclass(frozen=True)
class Report:
    """All lines of a quarter, and their sums."""

    quarter: Quarter
    lines: list[Line]

    @property
    def sums(self) -> list[tuple[str, int]]:
        """What the department tells the People's Committee first."""
        outcomes = Counter(line.clarify.outcome for line in self.lines if line.clarify)
        late = sum(line.is_late for line in self.lines)
        return [
            (_("dossiers"), len(self.lines)),
            (_("with a notice of the department"), sum(line.clarify is not None for line in self.lines)),
            (_("answered on time"), outcomes[Outcome.ON_TIME]),
            (_("late"), late),
            (_("of major impact"), sum(line.clocks.initial is not None for line in self.lines)),
            (_("closed or dismissed"), sum(line.dossier.state in OVER for line in self.lines)),
        ]


def report(quarter: Quarter, user: Any) -> Report:
    """Every dossier that the person may read and that was under way in the quarter."""
    seen = Dossier.objects.visible_to(user).filter(opened_at__lt=quarter.end)
    under_way = seen.filter(
        Q(closed_at=None) & ~Q(state=State.DISMISSED) | Q(closed_at__gte=quarter.first) | began(quarter)
    )
    dossiers = list(under_way.select_related("lead_agency", "reporting_agency", "case").order_by("opened_at", "pk"))
    clocks = clocks_of(dossiers)
    return Report(quarter, [Line(each, clocks[each.pk]) for each in dossiers])


def began(quarter: Quarter) -> Q:
    return Q(opened_at__gte=quarter.first, opened_at__lt=quarter.end)


def title_of(found: Report) -> str:
    return _("Clarification of false information: %(quarter)s") % {"quarter": found.quarter}


def as_xlsx(found: Report) -> bytes:
    """A workbook with one sheet; nothing in it is ever a formula."""
    book, buffer = Workbook(write_only=True), BytesIO()
    sheet: Any = book.create_sheet(str(found.quarter)[:31])
    for place, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEFGHIJK"[place]].width = width
    sheet.freeze_panes = "A4"
    sheet.append([cell_of(sheet, title_of(found), is_bold=True)])
    sheet.append([cell_of(sheet, ", ".join(f"{label}: {number}" for label, number in found.sums))])
    sheet.append([cell_of(sheet, each, is_bold=True) for each in headings()])
    for line in found.lines:
        sheet.append([cell_of(sheet, each) for each in line.cells])
    book.save(buffer)
    return buffer.getvalue()


def cell_of(sheet: Any, value: Any, *, is_bold: bool = False) -> Any:
    """A cell whose words stay words, even when they begin with an equals sign."""
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
    if is_bold:
        cell.font = Font(bold=True)
    return cell


def as_docx(found: Report) -> bytes:
    """A document in landscape, with the sums and a table."""
    document, buffer = Document(), BytesIO()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.styles["Normal"].font.name = "Times New Roman"  # type: ignore[attr-defined]
    document.add_heading(title_of(found), level=1)
    for label, number in found.sums:
        document.add_paragraph(f"{label}: {number}", style="List Bullet")
    fill(document.add_table(rows=1, cols=len(WIDTHS), style="Table Grid"), found.lines)
    document.save(buffer)
    return buffer.getvalue()


def fill(table: Any, lines: Iterable[Line]) -> None:
    """Headings and lines, in small letters."""
    write(table.rows[0].cells, headings(), is_bold=True)
    for line in lines:
        write(table.add_row().cells, ["" if each is None else str(each) for each in line.cells])


def write(cells: Any, words: list[str], *, is_bold: bool = False) -> None:
    for cell, text in zip(cells, words, strict=True):
        run = cell.paragraphs[0].add_run(text)
        run.font.size, run.bold = Pt(8), is_bold
