"""Two rows of the matrix, a cell a test: moderators draft what stands in lists, directors decide."""

import pytest
from django.urls import reverse
from modelcluster.models import get_all_child_relations
from wagtail.snippets.models import get_snippet_models

from cms.accounts import rights
from cms.core.viewsets import ListViewSet
from cms.moderation.choices import ProposalState
from cms.moderation.models import ProposedChange
from tests.cms.moderation.lists import LISTS, at, rows
from tests.cms.moderation.test_queue import signed_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
PEOPLE = ("contributor", "lead", "moderator", "director", "security", "screener", "auditor")
DRAFTS, DECIDES = {"moderator"}, {"director"}
ACTS = ("add", "change", "delete")


def attempt(world, person, act, name):
    """Post what the screen of this act posts; what is in the list before and after."""
    model, a_row, form = LISTS[name]
    row, sent = a_row(), form()
    before = rows(model)
    address = {"add": at(model, "add"), "change": at(model, "edit", row.pk), "delete": at(model, "delete", row.pk)}
    answer = signed_in(getattr(world, person)).post(address[act], {} if act == "delete" else sent)
    return answer, before, rows(model)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("name", LISTS)
def test_cell(world, name, act, person):
    answer, before, after = attempt(world, person, act, name)

    waiting = ProposedChange.objects.waiting()
    assert answer.status_code == 302
    assert (before != after) is (person in DECIDES)
    assert waiting.exists() is (person in DRAFTS)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("deed", ["accept", "refuse", "withdraw"])
def test_only_directors_decide_and_only_the_author_withdraws(world, deed, person):
    attempt(world, "moderator", "change", "themes")
    change = ProposedChange.objects.get()
    able = {"accept": DECIDES, "refuse": DECIDES, "withdraw": DRAFTS}

    signed_in(getattr(world, person)).post(change.url, {"deed": deed, "reason": "Vì lý do."})

    change.refresh_from_db()
    assert (change.state != ProposalState.PROPOSED) is (person in able[deed])


@pytest.mark.parametrize("person", PEOPLE)
def test_what_waits_is_read_by_those_who_draft_decide_and_audit(world, person):
    attempt(world, "moderator", "add", "agencies")
    change = ProposedChange.objects.get()

    answers = [signed_in(getattr(world, person)).get(url) for url in (reverse("review:proposals"), change.url)]

    reads = person in {"moderator", "director", "auditor"}
    assert [answer.status_code == 200 for answer in answers] == [reads, reads]


def test_the_break_glass_account_saves_and_decides_nothing(world):
    world.root = UserFactory(is_superuser=True)
    answer, before, after = attempt(world, "root", "change", "themes")
    assert before != after

    attempt(world, "moderator", "add", "units")
    change = ProposedChange.objects.get()

    assert signed_in(world.root).post(change.url, {"deed": "accept"}).status_code in (302, 404)
    assert ProposedChange.objects.waiting().exists()


# --- ways around it


def test_every_list_of_the_two_rows_waits_for_decisions():
    models = {model._meta.label_lower: model for model in get_snippet_models()}

    for label in (*rights.ORGANISATION, *rights.TAXONOMIES):
        assert isinstance(models[label].snippet_viewset, ListViewSet), label


def test_no_list_has_parts_that_a_kept_form_would_lose():
    for model, _row, _form in LISTS.values():
        form = model.snippet_viewset.get_form_class()
        assert list(get_all_child_relations(model)) == []
        assert not any(field.widget.needs_multipart_form for field in form.base_fields.values())
        assert not form.base_fields.keys() - {field.name for field in model._meta.get_fields()}


@pytest.mark.parametrize("person", ["moderator", "director"])
@pytest.mark.parametrize("name", LISTS)
def test_nothing_is_deleted_in_bulk(world, name, person):
    model, a_row, _form = LISTS[name]
    row = a_row()
    address = reverse("wagtail_bulk_action", args=[model._meta.app_label, model._meta.model_name, "delete"])

    signed_in(getattr(world, person)).post(f"{address}?id={row.pk}")

    assert model._base_manager.filter(pk=row.pk).exists()


@pytest.mark.parametrize("name", [name for name in LISTS if LISTS[name][0].snippet_viewset.copy_view_enabled])
def test_a_copy_changes_neither_the_original_nor_the_list(world, name):
    model, a_row, form = LISTS[name]
    row, sent = a_row(), form()
    client, before = signed_in(world.moderator), rows(model)

    assert client.get(at(model, "copy", row.pk)).status_code == 200
    assert client.post(at(model, "copy", row.pk), sent).status_code == 405

    assert rows(model) == before


@pytest.mark.parametrize("headers", [{"HTTP_ACCEPT": "application/json"}, {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}])
@pytest.mark.parametrize("extra", [{"action-publish": "1"}, {"overwrite_revision_id": "1"}, {"_w_hydrate": "1"}])
def test_no_other_button_or_header_saves(world, headers, extra):
    model, a_row, form = LISTS["themes"]
    row = a_row()
    before = rows(model)

    signed_in(world.moderator).post(at(model, "edit", row.pk), {**form(), **extra}, **headers)

    assert rows(model) == before


def test_no_chooser_makes_rows():
    for model, _row, _form in LISTS.values():
        assert model.snippet_viewset.chooser_viewset.creation_form_class is None


def test_proposals_have_no_screen_on_which_they_could_be_rewritten():
    assert not hasattr(ProposedChange, "snippet_viewset")
