"""No address leads to a dossier, for nobody: not the public's, not Wagtail's; the break-glass account sees none."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from wagtail.models import Page, PageLogEntry, ReferenceIndex
from wagtail.search.models import IndexEntry

from cms.accounts.models import User
from cms.clarification import services
from cms.clarification.models import ClarificationDossierPage, DossierRegisterPage
from tests.cms.clarification.scene import CLAIM, detected, noticed, now, opened
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
NUMBER_OF_NOTHING = 987_654


@pytest.fixture
def somebody(world):
    """Everybody by name; and the break-glass account, which has no seat."""
    people = {name: person for name, person in vars(world).items() if isinstance(person, User)}
    return {**people, "superuser": UserFactory(is_superuser=True, email="glass@haidang.example")}


def seen_by(dossier, people):
    shown = ClarificationDossierPage.objects
    return {name for name, person in people.items() if shown.visible_to(person).filter(pk=dossier.pk).exists()}


DEPARTMENT = {"director", "deputy", "moderator", "moderator2", "moderator3"}
AGENCY, AGENCY2 = {"contributor", "lead", "lead2"}, {"contributor2"}


def test_a_dossier_is_read_by_its_agencies_the_department_and_the_auditor(world, somebody):
    assert seen_by(detected(world), somebody) == DEPARTMENT | AGENCY | {"auditor"}
    assert seen_by(opened(world), somebody) == DEPARTMENT | AGENCY | {"auditor"}
    assert seen_by(opened(world, related=(world.agency2,)), somebody) == DEPARTMENT | AGENCY | AGENCY2 | {"auditor"}


def test_who_found_it_reads_no_further_once_another_agency_leads(world, somebody):
    dossier = services.open_dossier(detected(world), lead=world.agency2, by=world.moderator)

    assert seen_by(dossier, somebody) == DEPARTMENT | AGENCY2 | {"auditor"}


def test_who_is_taken_off_the_list_reads_it_no_longer(world, somebody):
    dossier = opened(world, related=(world.agency2,))

    services.relate(dossier, related=[], by=world.moderator)

    assert "contributor2" not in seen_by(dossier, somebody)


def test_nobody_signed_in_reads_none(world):
    noticed(world)

    assert not ClarificationDossierPage.objects.visible_to(AnonymousUser()).exists()


def addresses_of_pages(number):
    """Every address of Wagtail's that names a page."""
    names = get_resolver().namespace_dict["wagtailadmin_pages"][1].reverse_dict.keys()
    for name in sorted(name for name in names if isinstance(name, str)):
        for arguments in ([number], [number, 1], [number, "live", "latest"]):
            try:
                yield name, reverse(f"wagtailadmin_pages:{name}", args=arguments)
                break
            except NoReverseMatch:
                continue
    yield "explore", reverse("wagtailadmin_explore", args=[number])


@pytest.mark.parametrize("who", ["superuser", "director", "moderator", "lead", "contributor2", "auditor"])
def test_wagtails_screens_answer_as_for_a_page_that_does_not_exist(world, somebody, who):
    dossier = opened(world)
    client = Client(raise_request_exception=False)
    client.force_login(somebody[who])
    there, nowhere = dict(addresses_of_pages(dossier.pk)), dict(addresses_of_pages(NUMBER_OF_NOTHING))
    shelf = dict(addresses_of_pages(DossierRegisterPage.objects.get().pk))

    different = {}
    for name in nowhere:
        answers = [client.get(place[name]).status_code for place in (nowhere, there, shelf)]
        if len(set(answers)) > 1:
            different[name] = answers

    assert len(nowhere) > 20
    assert different == {}


def test_wagtails_lists_do_not_show_it(world, somebody):
    dossier = opened(world)
    client = Client()
    client.force_login(somebody["superuser"])
    places = [
        reverse("wagtailadmin_explore_root"),
        reverse("wagtailadmin_explore", args=[1]),
        reverse("wagtailadmin_choose_page"),
        reverse("wagtailadmin_choose_page_child", args=[1]),
        reverse("wagtailadmin_choose_page_search") + "?q=Vân",
        reverse("wagtailadmin_pages:search") + "?q=Vân",
        reverse("wagtailadmin_home"),
    ]

    for place in places:
        text = client.get(place).content.decode()
        assert CLAIM not in text, place
        assert dossier.code not in text, place
        assert "Dossiers" not in text, place


def test_wagtail_keeps_nothing_of_it_beside_the_page(world):
    dossier = noticed(world)

    pages = ContentType.objects.get_for_models(Page, ClarificationDossierPage).values()
    assert not IndexEntry.objects.filter(object_id=str(dossier.pk), content_type__in=pages).exists()
    assert not ReferenceIndex.objects.filter(object_id=str(dossier.pk), base_content_type__in=pages).exists()
    assert not PageLogEntry.objects.filter(page=dossier.pk).exists()


def test_no_host_has_a_way_to_it(world):
    dossier = opened(world)

    assert dossier.get_url() is None
    assert not Page.objects.get(pk=dossier.pk).live
    for place in ("/vi/dossiers/", f"/vi/dossiers/{dossier.slug}/", f"/dossiers/{dossier.slug}/", "/en/dossiers/"):
        answer = Client().get(place, follow=True)
        assert answer.status_code == 404
        assert dossier.code not in answer.content.decode()


def test_the_shelf_is_put_up_once(world):
    first, second = detected(world), detected(world)

    assert DossierRegisterPage.objects.count() == 1
    assert now(first).get_parent().pk == now(second).get_parent().pk
