"""The story of a dossier in sentences: who did what, in which seat, when it had happened, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from cms.accounts.permissions import is_screener
from cms.moderation import story as review

from .choices import CorrectionState, DismissalGround, Event, Letter, MeasureKind, Outcome, Release
from .models import ClarificationDossierPage as Dossier
from .models import DossierStep

FOR_SCREENERS = (Event.PROPOSE_RELEASE,)
WORDS: dict[str, Any] = {"ground": DismissalGround, "outcome": Outcome, "release": Release}


@dataclass(frozen=True)
class Told:
    """One step, told."""

    step: DossierStep
    sentence: str
    seat: str
    detail: str

    @property
    def reason(self) -> str:
        return "" if self.step.is_withheld else self.step.reason


def steps_of(dossier: Dossier, user: Any) -> Any:
    """The steps, the latest first; what screeners propose is for them alone."""
    steps = DossierStep.objects.filter(dossier=dossier).order_by("-number")
    steps = steps if is_screener(user) else steps.exclude(event__in=FOR_SCREENERS)
    return steps.select_related("by", "seat__agency", "on_behalf_of", "delegation", "case")


def tell(steps: Any, user: Any) -> list[Told]:
    """Steps in sentences; agencies go by the name that they had then."""
    return [Told(step, review.sentence(step, user), review.seat(step), detail(step)) for step in steps]


def detail(step: DossierStep) -> str:
    """What the step was about, in a few words."""
    facts = step.facts
    said = [part_of(step), str(facts.get("number") or ""), measures_of(facts)]
    said += [str(kinds(facts[name]).label) for name, kinds in WORDS.items() if facts.get(name)]
    said += [str(CorrectionState(facts["state"]).label)] if facts.get("state") else []
    said += facts.get("agencies", [])
    return ", ".join(each for each in said if each)


def part_of(step: DossierStep) -> str:
    return _("part %(part)s") % {"part": Letter(step.letter).sign} if step.letter else ""


def measures_of(facts: dict[str, Any]) -> str:
    """The kinds of measures that a step names."""
    known = [*facts.get("measures", []), *([facts["kind"]] if "kind" in facts else [])]
    return ", ".join(str(MeasureKind(kind).label) for kind in known if kind in MeasureKind.values)
