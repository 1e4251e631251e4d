"""Everything that the one working screen of a dossier shows, fetched in a fixed number of questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from . import looks, story
from .choices import CorrectionState, Event, State
from .clocks import Clocks, Face, clocks_of, faces
from .completeness import PartState, missing, parts_of
from .fetching import is_on
from .forms import DEEDS
from .models import ClarificationDossierPage as Dossier
from .models import DeptNotice, MisinformationItem, PartReturn, ResponseMeasure, SituationUpdate
from .next_steps import Scene, Step, next_step
from .permissions import bar, may, reads_reporters, seat_for
from .transitions import CORRECTIONS

LATEST = 12
# What stands in the list of everything that may be done, in the order of the work.
OFFERED = {
    _("Bring together"): ("item", "situation", "evidence", "notice"),
    _("Divide the work"): ("assign", "release", "related"),
    _("Answer"): ("measure", "ask", "correction"),
    _("Clocks"): ("flag", "unflag"),
    _("Decide"): (
        "open",
        "dismiss",
        "submit",
        "take",
        "return",
        "approve",
        "escalate",
        "settle",
        "monitor",
        "close",
        "reopen",
    ),
}


@dataclass(frozen=True)
class PartView:
    """One part as it stands on the screen."""

    state: PartState
    returned: PartReturn | None
    may_edit: bool

    @property
    def lamp(self) -> str:
        return looks.part_lamp(self.state.completeness, is_returned=self.returned is not None)

    @property
    def word(self) -> Any:
        return _("Returned, to be changed") if self.returned else self.state.word


@dataclass(frozen=True)
class Offer:
    """A deed that this person may do now."""

    name: str
    label: Any
    url: str


@dataclass
class Workbench:
    """One dossier as one person works on it."""

    dossier: Dossier
    user: Any

    @cached_property
    def clocks(self) -> Clocks:
        return clocks_of([self.dossier])[self.dossier.pk]

    @cached_property
    def faces(self) -> list[Face]:
        return faces(self.clocks, self.measures, self.dossier.impact)

    @cached_property
    def parts(self) -> list[PartState]:
        return parts_of(self.dossier)

    @cached_property
    def returns(self) -> dict[int, PartReturn]:
        """What was asked for at the last return, until the dossier is handed in again."""
        if self.dossier.state not in (State.RETURNED, State.DRAFTING) or not self.dossier.round:
            return {}
        notes = PartReturn.objects.filter(part__dossier=self.dossier, round=self.dossier.round)
        return {note.part_id: note for note in notes.select_related("by", "case")}

    @cached_property
    def part_views(self) -> list[PartView]:
        return [self.part_view(each) for each in self.parts]

    def part_view(self, state: PartState) -> PartView:
        note = self.returns.get(state.part.pk)
        is_open = note is not None and not state.part.is_finished
        return PartView(state, note if is_open else None, self.may_edit(state))

    @cached_property
    def situation(self) -> list[SituationUpdate]:
        """What has happened since; part a has it on its own screen."""
        return list(self.dossier.situation.select_related("by", "agency", "case"))

    def may_edit(self, state: PartState) -> bool:
        return may(Event.EDIT, self.dossier, self.user, state.part)

    @cached_property
    def missing(self) -> list[str]:
        return missing(self.parts)

    @cached_property
    def items(self) -> list[MisinformationItem]:
        found = self.dossier.items.select_related("case", "recorded_by")
        return list(found.prefetch_related("spread__by", "spread__case", "copies__file__case"))

    @cached_property
    def notices(self) -> list[DeptNotice]:
        return list(self.dossier.notices.select_related("recorded_by", "scan__case", "proof_file__case", "case"))

    @cached_property
    def measures(self) -> list[ResponseMeasure]:
        return list(self.dossier.measures.select_related("agency", "file__case", "case"))

    @cached_property
    def tasks(self) -> list[Any]:
        found = self.dossier.attendance_tasks.select_related("agency")
        return list(found) if getattr(self.dossier, "has_tasks", True) else []

    @cached_property
    def corrections(self) -> list[tuple[Any, bool]]:
        """Requests to the press, and whether something may follow."""
        found = self.dossier.corrections.select_related("agency", "letter__case", "case")
        rows = list(found) if getattr(self.dossier, "has_corrections", True) else []
        return [(each, bool(CORRECTIONS[CorrectionState(each.state)])) for each in rows]

    @cached_property
    def steps(self) -> list[story.Told]:
        return story.tell(story.steps_of(self.dossier, self.user)[:LATEST], self.user)

    @cached_property
    def next(self) -> Step:
        return next_step(Scene(self.dossier, self.user, self.parts, self.clocks, self.measures))

    @cached_property
    def offers(self) -> list[tuple[Any, list[Offer]]]:
        """Everything that this person may do now, in groups."""
        groups = [(label, list(self.offered(names))) for label, names in OFFERED.items()]
        return [(label, found) for label, found in groups if found]

    def offered(self, names: Iterable[str]) -> Iterable[Offer]:
        for name in names:
            deed = DEEDS[name]
            if self.fits(name) and self.may(deed.event):
                yield Offer(name, deed.title, reverse("dossiers:deed", args=[self.dossier.code, name]))

    def fits(self, name: str) -> bool:
        """Some deeds make sense only once."""
        wanted = {"flag": not self.dossier.has_impact, "unflag": self.dossier.has_impact}
        wanted |= {"escalate": not self.dossier.is_escalated, "settle": self.dossier.is_escalated}
        return wanted.get(name, True)

    def may(self, event: Event) -> bool:
        return may(event, self.dossier, self.user)

    @property
    def may_add(self) -> dict[str, bool]:
        """What belongs beside the lists of the screen."""
        names = {"spread": Event.SPREAD, "copy": Event.COPY_KEPT, "evidence": Event.EVIDENCE, "copied": Event.COPIED}
        names |= {"measure": Event.MEASURE, "set_aside": Event.SET_ASIDE, "correction": Event.CORRECTION}
        return {name: self.may(event) for name, event in names.items()}

    @property
    def fetches(self) -> bool:
        """Whether the archive may take copies by itself."""
        return is_on()

    @property
    def reads_reporters(self) -> bool:
        return reads_reporters(self.user)

    @property
    def submit_bar(self) -> str:
        """Why it cannot be handed in, for those who could."""
        if not self.dossier.allows(Event.SUBMIT) or not seat_for(Event.SUBMIT, self.dossier, self.user):
            return ""
        return " ".join(self.missing) or bar(Event.SUBMIT, self.dossier, self.user) or ""

    @property
    def lamp(self) -> str:
        return looks.lamp(self.dossier.state)
