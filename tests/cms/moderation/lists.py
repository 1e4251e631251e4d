"""The lists in which moderators draft and directors decide: a row of each, and the form that makes or changes it."""

import datetime

from django.urls import reverse
from django.utils.translation import override

from cms.core.clock import today
from cms.moderation.models import ChecklistLine
from cms.organisation.choices import Function
from cms.organisation.models import (
    AdministrativeUnit,
    Agency,
    AgencySuccession,
    AgencyTerm,
    FunctionAssignment,
    UnitSuccession,
)
from cms.pages.models import FieldOfManagement, Theme
from tests.factories import AdministrativeUnitFactory, AgencyFactory, FunctionAssignmentFactory

TERM = {"name_vi": "Biển", "name_en": "Sea", "description_vi": "", "description_en": "", "code": "sea", "sort_order": 3}
NAMES = {"name_vi": "Sở Ngoại vụ", "name_en": "Department of External Relations"}
DATED = {"valid_from": "", "valid_to": "", "legal_basis": "7/QĐ"}
QUESTION = {"question_vi": "Có nguồn?", "question_en": "Sourced?", "code": "source", "sort_order": 2, **DATED}


def a_term(model):
    return lambda: model.objects.create(code="river", name_vi="Sông", name_en="River")


def a_succession():
    return AgencySuccession.objects.create(
        predecessor=AgencyFactory(), successor=AgencyFactory(), kind="merge", effective_on=datetime.date(2024, 1, 1)
    )


def a_unit_succession():
    old, new = AdministrativeUnitFactory(), AdministrativeUnitFactory()
    return UnitSuccession.objects.create(
        predecessor=old, successor=new, kind="merge", effective_on=datetime.date(2025, 7, 1)
    )


def form_of_a_unit():
    return {"code": "00777", "name_vi": "Xã Mới", "name_en": "", "level": "commune", "parent": "", **DATED}


def form_of_an_agency():
    told = {"eid": "H99.77", "kind": "other", "name_vi": "Hội Hữu nghị", "name_en": "", "seat_quota": 1}
    empty = ("short_name", "parent", "home_unit", "phone", "email", "security_contact", "alt_ids")
    return {**told, **dict.fromkeys(empty, ""), "approve_quota": 2, **DATED}


def form_of_a_function():
    told = {"function": Function.ARCHIVE, "agency": AgencyFactory().pk}
    return {**told, "valid_from": today(), "valid_to": "", "legal_basis": "7/QĐ"}


def form_of_a_succession():
    pair = {"predecessor": AgencyFactory().pk, "successor": AgencyFactory().pk}
    return {**pair, "kind": "merge", "effective_on": today(), "function": "", "legal_basis": "7/QĐ"}


def form_of_a_unit_succession():
    pair = {"predecessor": AdministrativeUnitFactory().pk, "successor": AdministrativeUnitFactory().pk}
    return {**pair, "kind": "merge", "effective_on": today(), "share_note": "", "legal_basis": "7/QĐ"}


LISTS = {
    "themes": (Theme, a_term(Theme), lambda: dict(TERM)),
    "fields": (FieldOfManagement, a_term(FieldOfManagement), lambda: dict(TERM)),
    "checklist": (
        ChecklistLine,
        lambda: ChecklistLine.objects.create(code="tone", question_vi="Đúng giọng?"),
        lambda: dict(QUESTION),
    ),
    "units": (AdministrativeUnit, AdministrativeUnitFactory, form_of_a_unit),
    "agencies": (Agency, AgencyFactory, form_of_an_agency),
    "official names": (
        AgencyTerm,
        lambda: AgencyTerm.objects.create(name_vi="Sở Công Thương", name_en="Department of Industry and Trade"),
        lambda: {**NAMES, **DATED},
    ),
    "functions": (
        FunctionAssignment,
        lambda: FunctionAssignmentFactory(function=Function.FINANCE),
        form_of_a_function,
    ),
    "successions": (AgencySuccession, a_succession, form_of_a_succession),
    "successions of units": (UnitSuccession, a_unit_succession, form_of_a_unit_succession),
}


def at(model, view, *args):
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


def rows(model):
    """Everything in a list, to be compared with what it is later, whatever language a request left behind."""
    with override("vi"):
        return list(model._base_manager.order_by("pk").values())
