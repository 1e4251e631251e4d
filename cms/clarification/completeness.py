"""What a dossier lacks before it can be handed in, part by part, in sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .choices import Completeness, Letter
from .models import HEADINGS, DossierPart, EvidenceItem
from .models import ClarificationDossierPage as Dossier


@dataclass(frozen=True)
class PartState:
    """One part, with its evidence, what it lacks, and how far it is."""

    part: DossierPart
    evidence: list[EvidenceItem]
    lacks: list[str]

    @property
    def completeness(self) -> str:
        return self.part.completeness(self.lacks)

    @property
    def word(self) -> Any:
        return Completeness(self.completeness).label

    @property
    def is_complete(self) -> bool:
        return self.completeness == Completeness.COMPLETE

    @property
    def counting(self) -> list[EvidenceItem]:
        return [each for each in self.evidence if each.counts]


def lacks(part: DossierPart, evidence: Iterable[EvidenceItem]) -> list[str]:
    """What must still be given of a part."""
    found = lacks_text(part)
    if not any(each.counts for each in evidence):
        found.append(_("evidence, or “none exists” with the reason"))
    if part.has_words and not part.is_finished:
        found.append(_("its author's word that it is finished"))
    return found


def lacks_text(part: DossierPart) -> list[str]:
    """Which words are still to be written."""
    if part.letter == Letter.D:
        return missing_headings(part)
    return [] if part.body.strip() else [_("the text")]


def missing_headings(part: DossierPart) -> list[str]:
    """The headings of part d that say nothing yet."""
    empty = [str(label) for name, label in HEADINGS.items() if not getattr(part, name).strip()]
    return [_("heading “%(heading)s”") % {"heading": label} for label in empty]


def parts_of(dossier: Dossier) -> list[PartState]:
    """The five parts in the order of the regulation; two queries."""
    evidence: dict[int, list[EvidenceItem]] = defaultdict(list)
    for each in EvidenceItem.objects.filter(part__dossier=dossier).select_related(
        "case", "file__case", "agency", "added_by"
    ):
        evidence[each.part_id].append(each)
    parts = sorted(
        dossier.parts.select_related("agency", "changed_by"), key=lambda part: Letter.values.index(part.letter)
    )
    return [PartState(part, evidence[part.pk], lacks(part, evidence[part.pk])) for part in parts]


def missing(parts: Iterable[PartState]) -> list[str]:
    """“Part d lacks: …”, for every part that is not complete."""
    return [
        _("Part %(part)s lacks: %(what)s.") % {"part": state.part.sign, "what": ", ".join(state.lacks)}
        for state in parts
        if state.lacks
    ]
