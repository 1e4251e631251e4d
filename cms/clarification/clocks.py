"""The two clocks as people see them: what is left, until when, on what ground, what stops them, hour by hour or day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Cast, Coalesce, Least
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cms.core import clock
from cms.deadlines.choices import Outcome
from cms.deadlines.models import Deadline
from cms.deadlines.words import Told, day_in_words, told
from cms.deadlines.working_days import WorkingCalendar

from .models import ClarificationDossierPage as Dossier
from .models import ImpactMark, ResponseMeasure
from .services.clocks import CLARIFY, INITIAL

DAYS_SHOWN = 14


@dataclass(frozen=True)
class Cell:
    """One hour or day of a clock's track."""

    kind: str
    label: str = ""


@dataclass(frozen=True)
class Stop:
    """One thing that the clock waits for."""

    label: str
    is_done: bool


@dataclass(frozen=True)
class Face:
    """One clock with everything that is said about it."""

    deadline: Deadline
    told: Told
    name: str
    what: str
    began: str
    stops: list[Stop]
    cells: list[Cell]

    @property
    def source(self) -> str:
        return self.deadline.rule.legal_basis

    @property
    def ends_with(self) -> str:
        return self.deadline.rule.ends_with

    @property
    def started(self) -> str:
        """The instant of the start, in words."""
        local = self.deadline.started_at.astimezone(clock.VIET_NAM)
        return f"{local:%H:%M} {day_in_words(local.date())}"


@dataclass(frozen=True)
class Clocks:
    """What runs on one dossier."""

    clarify: Deadline | None = None
    initial: Deadline | None = None

    @property
    def running(self) -> list[Deadline]:
        return [each for each in (self.initial, self.clarify) if each and each.is_running]

    @property
    def all(self) -> list[Deadline]:
        return [each for each in (self.initial, self.clarify) if each]

    @property
    def is_late(self) -> bool:
        now = timezone.now()
        return any(each.was_late or each.outcome == Outcome.LATE or each.is_overdue(now) for each in self.all)

    def told(self) -> list[tuple[str, Told]]:
        """Both clocks in words, each with its name."""
        return [(name_of(each), told(each)) for each in self.all]


def name_of(deadline: Deadline) -> str:
    """By what its rule gives, which is data."""
    said = {"number": deadline.rule.amount}
    return _("%(number)s-hour clock") % said if deadline.counts_in_hours else _("%(number)s-day clock") % said


def clocks_of(dossiers: Iterable[Dossier]) -> dict[int, Clocks]:
    """The clocks of many dossiers, in one question."""
    dossiers = list(dossiers)
    days = subjects(Dossier, CLARIFY, [each.pk for each in dossiers])
    hours = subjects(ImpactMark, INITIAL, [each.impact_id for each in dossiers if each.impact_id])
    found = Deadline.objects.filter(days | hours).select_related("rule") if dossiers else []
    known = {(each.code, int(each.object_id)): each for each in found}
    return {
        each.pk: Clocks(known.get((CLARIFY, each.pk)), known.get((INITIAL, each.impact_id or 0))) for each in dossiers
    }


def subjects(model: Any, code: str, numbers: list[int]) -> Q:
    """The clocks of a code on these records."""
    kind = ContentType.objects.get_for_model(model)
    return Q(code=code, content_type=kind, object_id__in=[str(each) for each in numbers])


def by_urgency(dossiers: Any) -> Any:
    """Dossiers by the end of the clock that runs out first; those without a clock come last, the latest first."""
    days, hours = due(Dossier, CLARIFY, "pk"), due(ImpactMark, INITIAL, "impact_id")
    first = dossiers.annotate(days_due=days, hours_due=hours)
    both = Least(Coalesce("days_due", "hours_due"), Coalesce("hours_due", "days_due"))
    return first.annotate(urgency=both).order_by(F("urgency").asc(nulls_last=True), "-opened_at", "-pk")


def due(model: Any, code: str, reference: str) -> Subquery:
    """The end of a running clock."""
    return Subquery(on(model, code, reference).filter(outcome=Outcome.RUNNING).values("due_at")[:1])


def on(model: Any, code: str, reference: str) -> Any:
    """The clock of a code on the outer dossier, or on its mark."""
    kind = ContentType.objects.get_for_model(model)
    return Deadline.objects.filter(code=code, content_type=kind, object_id=Cast(OuterRef(reference), CharField()))


def late_q() -> Q:
    """Dossiers of which a clock ran out, whether it was met late or still runs."""
    now = timezone.now()
    ran_out = Q(outcome=Outcome.LATE) | Q(outcome=Outcome.RUNNING, due_at__lt=now)
    is_late = [on(Dossier, CLARIFY, "pk").filter(ran_out), on(ImpactMark, INITIAL, "impact_id").filter(ran_out)]
    return Q(pk__in=Dossier.objects.filter(Exists(is_late[0]) | Exists(is_late[1])).values("pk"))


def faces(clocks: Clocks, measures: list[ResponseMeasure], impact: ImpactMark | None) -> list[Face]:
    """The clocks of one dossier, drawn: the hours first, never merged with the days."""
    found = []
    if clocks.initial and impact:
        found.append(hours_face(clocks.initial))
    if clocks.clarify:
        found.append(days_face(clocks.clarify, measures))
    return found


def hours_face(deadline: Deadline) -> Face:
    is_met = deadline.met_at is not None
    stops = [Stop(_("Initial information given") if is_met else _("No initial information yet"), is_met)]
    what = _("initial information to the press")
    began = _("major impact determined")
    return Face(deadline, told(deadline), name_of(deadline), what, began, stops, hours(deadline))


def days_face(deadline: Deadline, measures: list[ResponseMeasure]) -> Face:
    said = any(each.counts_as_statement for each in measures)
    copied = any(each.copied_to_dept_at for each in measures)
    stops = [
        Stop(_("Statement made") if said else _("No statement yet"), said),
        Stop(_("Copied to the department") if copied else _("Not copied to the department yet"), copied),
    ]
    what, began = _("statement and its copy"), _("notice of the department received")
    return Face(deadline, told(deadline), name_of(deadline), what, began, stops, days(deadline))


def hours(deadline: Deadline) -> list[Cell]:
    """One cell an hour, from the start to the end."""
    number = round((deadline.due_at - deadline.started_at) / datetime.timedelta(hours=1))
    reached = deadline.met_at or timezone.now()
    elapsed = int((reached - deadline.started_at) / datetime.timedelta(hours=1))
    kinds = ["past" if each < elapsed else "left" for each in range(number)]
    if elapsed < number:
        kinds[elapsed] = "now"
    kinds[-1] = f"{kinds[-1]} due"
    return [Cell(kind) for kind in kinds]


def days(deadline: Deadline) -> list[Cell]:
    """One cell a day, from the day after the start to the last; weekends are hatched, as in the drawing."""
    calendar, first = WorkingCalendar(), local_day(deadline.started_at)
    today = local_day(deadline.met_at or timezone.now())
    all_days = [first + datetime.timedelta(days=each) for each in range(1, (deadline.last_day - first).days + 1)]
    return [Cell(kind_of(day, today, calendar, deadline.last_day), short(day)) for day in all_days[-DAYS_SHOWN:]]


def kind_of(day: datetime.date, today: datetime.date, calendar: WorkingCalendar, last: datetime.date) -> str:
    kind = "past" if day < today else "now" if day == today else "left" if calendar.is_working(day) else "rest"
    return f"{kind} due" if day == last else kind


def local_day(at: datetime.datetime) -> datetime.date:
    return at.astimezone(clock.VIET_NAM).date()


def short(day: datetime.date) -> str:
    """“Fri 8”, in Vietnamese “T6 8”."""
    return date_format(day, "D j", use_l10n=False)
