"""The one thing that should be done next, in a sentence, with its button; and whose it is where it is another's."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from .choices import Event, State
from .clocks import Clocks
from .completeness import PartState, missing
from .models import ClarificationDossierPage as Dossier
from .models import ResponseMeasure
from .permissions import bar, may, seat_for

SOON = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Step:
    """A sentence, and the button that belongs to it; without one it is somebody else's turn."""

    sentence: str
    label: str = ""
    url: str = ""
    why_not: str = ""


@dataclass(frozen=True)
class Scene:
    """What the choice depends on."""

    dossier: Dossier
    user: Any
    parts: list[PartState]
    clocks: Clocks
    measures: list[ResponseMeasure]

    def may(self, event: Event) -> bool:
        return may(event, self.dossier, self.user)

    def url(self, name: str, *more: Any) -> str:
        return reverse(f"dossiers:{name}", args=[self.dossier.code, *more])

    def deed(self, name: str, *more: Any) -> str:
        return self.url("deed", name, *more)

    @property
    def statements(self) -> list[ResponseMeasure]:
        return [each for each in self.measures if each.counts_as_statement]

    @property
    def is_answered(self) -> bool:
        return any(each.copied_to_dept_at for each in self.statements)


def next_step(scene: Scene) -> Step:
    """What waits first: the press, then the seven days when they end soon, then the path of the dossier."""
    return press_waits(scene) or days_end(scene) or PATH[State(scene.dossier.state)](scene)


def press_waits(scene: Scene) -> Step | None:
    clock = scene.clocks.initial
    if not clock or not clock.is_running or not scene.may(Event.MEASURE):
        return None
    sentence = _(
        "The press is waiting. First information may be three sentences: the province knows, it is checking, and when "
        "it will answer."
    )
    return Step(sentence, _("Record the initial information"), scene.deed("measure") + "?kind=spokesperson_statement")


def days_end(scene: Scene) -> Step | None:
    """A statement may be made whatever the department has decided; near the end it comes before everything."""
    clock = scene.clocks.clarify
    ends_soon = clock and clock.is_running and clock.due_at - timezone.now() <= SOON
    return answer(scene) if ends_soon and scene.may(Event.MEASURE) else None


def answer(scene: Scene) -> Step:
    """The statement, then its copy."""
    if scene.statements:
        sentence = _("The statement is made. The clock stops when its copy has gone to the department.")
        return Step(sentence, _("Record the copy to the department"), scene.deed("copied", scene.statements[0].pk))
    sentence = _("The agency answers under its own name: make the statement, and send the department a copy.")
    return Step(sentence, _("Record the statement"), scene.deed("measure") + "?counts_as_statement=on")


def opening(scene: Scene) -> Step:
    if scene.may(Event.OPEN):
        return Step(
            _("Name the agency that leads and those that take part."), _("Open the dossier"), scene.deed("open")
        )
    return Step(_("It waits for the department or the agency's lead to open it."))


def writing(scene: Scene) -> Step:
    """Write what lacks; then hand in."""
    lacking = missing(scene.parts)
    if not lacking:
        return handing_in(scene)
    unfinished = next(state for state in scene.parts if state.lacks)
    label = _("Go on with part %(part)s") % {"part": unfinished.part.sign}
    if may(Event.EDIT, scene.dossier, scene.user, unfinished.part):
        return Step(" ".join(lacking[:2]), label, scene.url("part", unfinished.part.letter))
    return Step(" ".join(lacking[:2]))


def handing_in(scene: Scene) -> Step:
    if scene.dossier.state == State.RETURNED:
        return Step(_("Parts were returned: change what was asked for, then hand in again."))
    if scene.may(Event.SUBMIT):
        return Step(_("All five parts are complete."), _("Hand in for appraisal"), scene.deed("submit"))
    why = bar(Event.SUBMIT, scene.dossier, scene.user) if seat_for(Event.SUBMIT, scene.dossier, scene.user) else ""
    return Step(_("All five parts are complete: the lead of the agency hands it in."), why_not=why or "")


def taking(scene: Scene) -> Step:
    if scene.may(Event.TAKE):
        return Step(_("It waits for appraisal."), _("Take it for appraisal"), scene.deed("take"))
    return Step(_("It waits for a moderator of the department."))


def judging(scene: Scene) -> Step:
    if scene.may(Event.RETURN):
        sentence = _("Read the five parts. Return what must be changed, or leave it to the director to approve.")
        return Step(sentence, _("Return parts"), scene.deed("return"))
    if scene.may(Event.APPROVE):
        sentence = _("Agree on the content and choose the measures.")
        return Step(sentence, _("Approve"), scene.deed("approve"))
    why = bar(Event.APPROVE, scene.dossier, scene.user) if seat_for(Event.APPROVE, scene.dossier, scene.user) else ""
    said = {"person": scene.dossier.assignee}
    return Step(_("%(person)s appraises it; the director approves.") % said, why_not=why or "")


def answering(scene: Scene) -> Step:
    return (
        answer(scene) if scene.may(Event.MEASURE) else Step(_("It is approved: the lead agency makes its statement."))
    )


def watching(scene: Scene) -> Step:
    if scene.may(Event.MONITOR):
        return Step(_("The answer is out. Watch what it does."), _("Begin monitoring"), scene.deed("monitor"))
    return Step(_("The answer is out; the department watches what it does."))


def closing(scene: Scene) -> Step:
    if scene.may(Event.CLOSE):
        sentence = _("When nothing more is to be expected, close it with what was learned.")
        return Step(sentence, _("Close the dossier"), scene.deed("close"))
    return Step(_("Add what happens to part a; the director closes it with what was learned."))


def over(scene: Scene) -> Step:
    return Step(_("Nothing is left to do here."))


PATH: dict[State, Callable[[Scene], Step]] = {
    State.DETECTED: opening,
    State.REQUESTED: opening,
    State.OPENED: writing,
    State.NOTICED: writing,
    State.DRAFTING: writing,
    State.RETURNED: writing,
    State.SUBMITTED: taking,
    State.APPRAISAL: judging,
    State.APPROVED: answering,
    State.RESPONDED: watching,
    State.MONITORING: closing,
    State.CLOSED: over,
    State.DISMISSED: over,
}
