"""What an agency has not published is its own: no screen of the admin shows it to another agency's people."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from cms.accounts.choices import SeatKind
from cms.pages.models import ArticlePage
from tests.archive import article, image, now
from tests.cms.moderation.ways.scene import SECRET, set_the_scene, signed_in, url
from tests.factories import seated

pytestmark = pytest.mark.django_db
OF_A_PAGE = ["edit", "history", "view_draft", "workflow_history", "copy", "preview_on_edit", "usage", "move", "delete"]
LISTS = [
    reverse("wagtailadmin_home"),
    reverse("wagtailadmin_explore_root"),
    reverse("wagtailadmin_pages:search") + f"?q={SECRET}",
    reverse("wagtailadmin_choose_page") + f"?q={SECRET}",
    reverse("wagtailadmin_choose_page_search") + f"?q={SECRET}",
    reverse("wagtailadmin_reports:site_history"),
    reverse("wagtailadmin_reports:page_types_usage"),
    reverse("wagtailadmin_reports:aging_pages"),
    reverse("wagtailadmin_reports:locked_pages"),
    reverse("wagtailadmin_reports:workflow"),
    reverse("wagtailadmin_reports:workflow_tasks"),
    reverse("wagtailimages:index"),
    reverse("wagtailimages_chooser:choose"),
    reverse("wagtaildocs:index"),
    reverse("review:queue") + "?show=all",
    "/admin/api/main/pages/?fields=*",
    "/admin/reports/translations/",
]


@pytest.fixture(scope="module", autouse=True)
def scene(standing_archive):
    world = set_the_scene(standing_archive)
    world.lead2 = seated(world.agency2, SeatKind.APPROVE, email="lead2@haidang.example")
    world.picture = image(world.agency)
    world.picture.title = SECRET
    world.picture.save()
    world.known.title = f"{SECRET} of a public page"
    world.known.save_revision(user=world.contributor, log_action=True)
    world.known = now(world.known)
    return world


@pytest.fixture(params=["contributor2", "lead2", "screener", "visitor"])
def stranger(request, world):
    return Client() if request.param == "visitor" else signed_in(getattr(world, request.param))


def shown(client, address):
    answer = client.get(address, follow=False)
    return answer.content.decode() if answer.status_code == 200 else ""


def without_what_was_asked(text):
    """A list repeats the words somebody looked for; that shows nothing."""
    for echo in (f'value="{SECRET}"', f"q={SECRET}", f"“{SECRET}”", f"<em>{SECRET}</em>"):
        text = text.replace(echo, "")
    return text


def test_its_own_people_see_it(world):
    own = signed_in(world.helper)

    assert SECRET in shown(own, reverse("wagtailadmin_explore", args=[world.section.pk]))
    assert SECRET in shown(own, url("edit", world.page.pk))
    assert SECRET in shown(own, url("history", world.page.pk)) + shown(own, url("edit", world.known.pk))


@pytest.mark.parametrize("name", OF_A_PAGE)
def test_a_draft_is_closed_to_others(world, stranger, name):
    assert SECRET not in shown(stranger, url(name, world.page.pk))


@pytest.mark.parametrize("name", OF_A_PAGE)
def test_the_next_draft_of_a_public_page_is_closed_to_others(world, stranger, name):
    assert SECRET not in shown(stranger, url(name, world.known.pk))


@pytest.mark.parametrize("name", ["page", "known"])
def test_revisions_are_closed_to_others(world, stranger, name):
    page = getattr(world, name)
    first, last = page.revisions.earliest("pk"), page.get_latest_revision()

    for address in (
        url("revisions_view", page.pk, last.pk),
        url("revisions_compare", page.pk, first.pk, last.pk),
        url("revisions_compare", page.pk, "live", last.pk),
        url("revisions_revert", page.pk, last.pk),
    ):
        assert SECRET not in shown(stranger, address)


@pytest.mark.parametrize("address", LISTS)
def test_lists_and_choosers_name_no_draft_of_others(world, stranger, address):
    assert SECRET not in without_what_was_asked(shown(stranger, address))


def test_the_explorer_names_no_draft_of_others(world, stranger):
    for page in (world.home, world.section):
        assert SECRET not in shown(stranger, reverse("wagtailadmin_explore", args=[page.pk]))
        assert SECRET not in shown(stranger, reverse("wagtailadmin_choose_page_child", args=[page.pk]))


def test_the_screen_of_the_review_is_closed_to_others(world, stranger):
    for page in (world.page, world.known):
        kind = page.content_type_id
        for name in ("item", "submit", "preview"):
            assert SECRET not in shown(stranger, reverse(f"review:{name}", args=[kind, page.pk]))


def test_the_admins_search_finds_no_draft_of_others(world):
    for name in ("contributor2", "lead2", "screener", "security"):
        user = getattr(world, name)
        seen = ArticlePage.objects.visible_to(user)
        assert not seen.filter(pk=world.page.pk).exists()
        assert Page.objects.filter(pk__in=seen.values("pk"), title=SECRET).count() == 0


def test_what_others_use_of_a_picture_is_not_named(world, stranger):
    world.page.get_latest_revision()
    for address in (
        reverse("wagtailimages:image_usage", args=[world.picture.pk]),
        reverse("wagtailimages:edit", args=[world.picture.pk]),
    ):
        assert SECRET not in shown(stranger, address)


def test_a_theme_names_no_draft_that_uses_it_to_those_who_may_not_read_it(world):
    theme = world.page.get_latest_revision_as_object().themes.first()

    text = shown(signed_in(world.auditor), reverse("wagtailsnippets_pages_theme:usage", args=[theme.pk]))

    assert f">{SECRET}<" not in text.replace("\n", "").replace(" ", "")


def test_another_agencys_page_is_not_deleted_moved_or_locked(world):
    client = signed_in(world.contributor2)
    article(world, slug="victim")

    for name in ("delete", "lock", "unlock", "unpublish", "convert_alias"):
        client.post(url(name, world.page.pk))
    client.post(url("move_confirm", world.page.pk, world.home.pk))
    client.post(url("copy", world.page.pk), {"new_title": "x", "new_slug": "x", "new_parent_page": world.section.pk})

    page = now(world.page)
    assert page.get_parent().pk == world.section.pk
    assert not page.locked
    assert not ArticlePage.objects.filter(slug="x").exists()
