"""What lists of clocks say of a dossier: its code and title to those who read it, and where it is worked on."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from cms.deadlines import owners

from .models import ClarificationDossierPage as Dossier
from .models import ImpactMark
from .querysets import is_of_department, own_agencies


def register() -> None:
    owners.register(Dossier, title=title, address=address, related=("case",))
    owners.register(
        ImpactMark,
        title=lambda mark, user: title(mark.dossier, user),
        address=lambda mark: address(mark.dossier),
        related=("dossier__case",),
    )


def title(dossier: Dossier, user: Any) -> str:
    """The code to whoever keeps the clock; the title to those whose business the dossier is."""
    theirs = is_of_department(user) or own_agencies(user) & {dossier.lead_agency_id or dossier.reporting_agency_id}
    return dossier.code if dossier.is_withheld or not theirs else f"{dossier.code}: {dossier.title}"


def address(dossier: Dossier) -> str:
    return reverse("dossiers:dossier", args=[dossier.code])
