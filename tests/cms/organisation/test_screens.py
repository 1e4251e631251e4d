"""The lists of the organisation, as each role meets them."""

import pytest
from django.urls import reverse
from django.utils import translation

from cms.core.clock import today
from cms.organisation.choices import Function
from cms.organisation.models import Agency, FunctionAssignment
from tests.factories import AdministrativeUnitFactory, AgencyFactory

pytestmark = pytest.mark.django_db
LISTS = ("agency", "functionassignment", "agencysuccession", "agencyterm", "administrativeunit", "unitsuccession")


def at(model, view="list", *args):
    return reverse(f"wagtailsnippets_organisation_{model}:{view}", args=args)


@pytest.mark.parametrize("model", LISTS)
def test_every_screen_opens_in_both_languages(client, province, model):
    client.force_login(province.director)

    for language in ("vi", "en"):
        with translation.override(language):
            assert client.get(at(model)).status_code == 200
            assert client.get(at(model, "add")).status_code == 200


@pytest.mark.parametrize("model", LISTS)
@pytest.mark.parametrize(
    "person, reads, adds",
    [
        ("contributor", True, False),
        ("lead", True, False),
        ("moderator", True, True),
        ("director", True, True),
        ("security", False, False),
        ("screener", False, False),
        ("auditor", True, False),
    ],
)
def test_each_list_opens_to_the_roles_of_the_matrix(client, province, model, person, reads, adds):
    client.force_login(getattr(province, person))

    assert (client.get(at(model)).status_code == 200) is reads
    assert (client.get(at(model, "add")).status_code == 200) is adds


def test_the_form_of_an_agency_has_a_tab_for_each_language(client, province, settings):
    client.force_login(province.director)

    fields = client.get(at("agency", "add")).context["form"].fields

    assert {"name_vi", "name_en"} <= set(fields)
    assert "name" not in fields
    assert "name_ja" not in fields


def test_a_director_enters_an_agency(client, province):
    client.force_login(province.director)
    form = {"eid": "H99.77", "kind": "other", "name_vi": "Hội Hữu nghị", "seat_quota": 1, "approve_quota": 2}

    assert client.post(at("agency", "add"), form).status_code == 302

    assert Agency.objects.get(eid="H99.77").name == "Hội Hữu nghị"


def test_the_inspection_of_an_agency_opens_to_its_readers(client, province):
    client.force_login(province.contributor)

    assert client.get(at("agency", "inspect", province.agency.pk)).status_code == 200


def test_a_new_holder_entered_on_the_screen_takes_the_place_of_the_old(client, province):
    client.force_login(province.director)
    new_unit = AgencyFactory()
    form = {"function": Function.FOREIGN_INFO_UNIT, "agency": new_unit.pk, "valid_from": today(), "legal_basis": "7/QĐ"}

    assert client.post(at("functionassignment", "add"), form).status_code == 302

    assert FunctionAssignment.holder(Function.FOREIGN_INFO_UNIT) == new_unit


def test_a_function_refused_by_its_rules_is_refused_in_the_form(client, province):
    client.force_login(province.director)
    form = {"function": Function.ARCHIVE, "agency": province.agency.pk, "valid_from": today(), "legal_basis": ""}
    client.post(at("functionassignment", "add"), form)

    answer = client.post(at("functionassignment", "add"), form)

    assert answer.status_code == 200
    assert FunctionAssignment.objects.filter(function=Function.ARCHIVE).count() == 1


def test_a_succession_entered_on_the_screen_moves_the_functions(client, province):
    client.force_login(province.director)
    form = {
        "predecessor": province.unit.pk,
        "successor": province.agency.pk,
        "kind": "merge",
        "effective_on": today(),
        "function": "",
        "legal_basis": "7/QĐ",
    }

    assert client.post(at("agencysuccession", "add"), form).status_code == 302

    assert FunctionAssignment.holder(Function.FOREIGN_INFO_UNIT) == province.agency


def test_a_list_is_searched_and_filtered_by_day(client, province):
    AdministrativeUnitFactory(name_vi="huyện Vạn Lộc", valid_to="2025-06-30")
    AdministrativeUnitFactory(name_vi="xã Vân Trình", valid_from="2025-07-01")
    client.force_login(province.director)

    old = client.get(at("administrativeunit"), {"valid_on": "2025-06-30"}).context["object_list"]
    found = client.get(at("administrativeunit"), {"q": "Vân"}).context["object_list"]

    assert [unit.name for unit in old] == ["huyện Vạn Lộc"]
    assert [unit.name for unit in found] == ["xã Vân Trình"]
