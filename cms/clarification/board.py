"""The board: every dossier that is a person's business, by urgency, with what can be filtered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.organisation.models import Agency

from . import looks
from .choices import NOT_YET_OPEN, OVER, Letter, State, Trigger
from .clocks import Clocks, clocks_of, late_q
from .models import HEADINGS, DossierPart, EvidenceItem, MisinformationItem
from .models import ClarificationDossierPage as Dossier

ANY = [("", _("All"))]
TABS: dict[str, Any] = {
    "open": _("Open"),
    "new": _("Not opened yet"),
    "judge": _("Waiting for the department"),
    "late": _("Late"),
    "impact": _("24 hours"),
    "over": _("Closed"),
    "all": _("All"),
}


def rule_of(tab: str) -> Q:
    """What stands under a tab."""
    rules = {
        "open": ~Q(state__in=OVER),
        "new": Q(state__in=NOT_YET_OPEN),
        "judge": Q(state__in=(State.SUBMITTED, State.APPRAISAL, State.RESPONDED)),
        "late": late_q() & ~Q(state=State.DISMISSED),
        "impact": Q(impact__isnull=False) & ~Q(state__in=OVER),
        "over": Q(state__in=OVER),
        "all": Q(),
    }
    return rules[tab]


@dataclass(frozen=True)
class Tab:
    """A tab with its number."""

    name: str
    label: Any
    count: int


def tabs(dossiers: Any, shown: Q) -> tuple[list[Tab], int]:
    """Every tab with the number under it, and how many are shown: one question."""
    asked = {name: Count("pk", filter=rule_of(name)) for name in TABS}
    counts = dossiers.order_by().aggregate(**asked, shown=Count("pk", filter=shown))
    return [Tab(name, label, counts[name]) for name, label in TABS.items()], counts["shown"]


class BoardFilters(forms.Form):
    """Words, agency, state, trigger."""

    q = forms.CharField(label=_("Words or code"), required=False, max_length=200)
    agency = forms.ModelChoiceField(Agency.objects.none(), label=_("Agency"), required=False, empty_label=_("All"))
    state = forms.ChoiceField(label=_("State"), required=False, choices=[*ANY, *State.choices])
    trigger = forms.ChoiceField(label=_("Trigger"), required=False, choices=[*ANY, *Trigger.choices])

    def __init__(self, data: Any, *, agencies: Any) -> None:
        super().__init__(data)
        field: Any = self.fields["agency"]
        field.queryset = agencies

    def chosen(self) -> dict[str, Any]:
        """What was asked for and makes sense."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def rule(self) -> Q:
        rule = Q()
        for name, value in self.chosen().items():
            rule &= CONDITIONS[name](value)
        return rule

    def chips(self, tab: str) -> list[dict[str, str]]:
        """What is on, each with the address that switches it off."""
        chosen = self.chosen()
        others = {name: {key: chosen[key] for key in chosen if key != name} for name in chosen}
        return [{"label": self.words_for(name), "url": address(tab, others[name])} for name in chosen]

    def words_for(self, name: str) -> str:
        value = self.cleaned_data[name]
        words = value if name in ("agency", "q") else dict(self.fields[name].choices).get(value, value)  # type: ignore[attr-defined]
        return f"{self.fields[name].label}: {words}"


def address(tab: str, chosen: dict[str, Any]) -> str:
    """The board with these filters."""
    return "?" + urlencode({"tab": tab, **{name: getattr(value, "pk", value) for name, value in chosen.items()}})


def with_words(text: str) -> Q:
    """The code, the title, or a claim of the dossier."""
    claims = MisinformationItem.objects.readable().filter(dossier=OuterRef("pk"))
    claims = claims.filter(Q(claim__icontains=text) | Q(claim_vi__icontains=text) | Q(outlet__icontains=text))
    return Q(title__icontains=text) | Q(code__icontains=text) | Q(Exists(claims))


CONDITIONS: dict[str, Any] = {
    "q": with_words,
    "agency": lambda value: Q(lead_agency=value) | Q(reporting_agency=value, lead_agency=None),
    "state": lambda value: Q(state=value),
    "trigger": lambda value: Q(trigger=value),
}


@dataclass(frozen=True)
class Row:
    """One dossier on the board."""

    dossier: Dossier
    clocks: Clocks
    complete: int

    @property
    def url(self) -> str:
        return reverse("dossiers:dossier", args=[self.dossier.code])

    @property
    def lamp(self) -> str:
        return looks.lamp(self.dossier.state)

    @property
    def is_late(self) -> bool:
        return self.clocks.is_late

    @property
    def agency(self) -> Any:
        return self.dossier.lead_agency or self.dossier.reporting_agency


def rows(dossiers: Iterable[Any]) -> list[Row]:
    """Dossiers with their clocks; the number of complete parts came with them."""
    dossiers = list(dossiers)
    clocks = clocks_of(dossiers)
    return [Row(each, clocks[each.pk], each.complete or 0) for each in dossiers]


def with_complete_parts(dossiers: Any) -> Any:
    """How many of the five parts of each are finished and lack nothing."""
    evidence = EvidenceItem.objects.filter(part=OuterRef("pk"), set_aside_at=None)
    said = ~Q(letter=Letter.D) & ~Q(body="") | Q(letter=Letter.D) & ~any_empty(HEADINGS)
    parts = DossierPart.objects.filter(said, Exists(evidence), dossier=OuterRef("pk"), is_finished=True)
    counted = parts.order_by().values("dossier").annotate(number=Count("pk")).values("number")
    return dossiers.annotate(complete=Subquery(counted))


def any_empty(names: Iterable[str]) -> Q:
    rule = Q()
    for name in names:
        rule |= Q(**{name: ""})
    return rule
