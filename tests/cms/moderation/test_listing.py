"""A list of pages asks for the rights on all of them at once, and answers as if it had asked page by page."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from cms.moderation import services
from cms.moderation.listing import with_rights
from cms.moderation.models.rights import ItemRights
from tests.archive import appraised, article, handed_in, now, published, taken
from tests.cms.moderation.test_queue import signed_in
from tests.cms.moderation.ways.scene import set_the_scene
from tests.cms.moderation.ways.translating import english, public_english

pytestmark = pytest.mark.django_db

CHILDREN = 50
MOST_QUERIES = 41  # one of them is the number in a director's menu
PEOPLE = ("contributor", "lead", "contributor2", "moderator", "director", "screener", "auditor", "superuser")
ASKED = ("can_edit", "can_delete", "can_view_revisions", "can_move", "can_lock", "can_copy", "can_add_subpage")


@pytest.fixture(scope="module", autouse=True)
def scene(standing_archive):
    """Fifty pages in one section, from draft to withdrawn."""
    world = set_the_scene(standing_archive)
    world.translation, world.english = public_english(world)
    steps = (lambda page, world: page, handed_in, taken, appraised, published)
    for number in range(2, CHILDREN):
        page = article(world, title=f"Bài {number}", slug=f"bai-{number}")
        if number < 2 + 2 * len(steps):
            page = steps[number % len(steps)](page, world)
    services.withdraw(page_called(world, "bai-4"), by=world.director, reason="Sai.")
    english(world, source=page_called(world, "bai-9"))
    return world


def page_called(world, slug):
    return now(Page.objects.get(slug=slug).specific)


def explored(world):
    return reverse("wagtailadmin_explore", args=[world.section.pk])


@pytest.mark.parametrize("person", PEOPLE)
def test_fifty_pages_ask_no_more_than_a_few(world, person, django_assert_max_num_queries):
    client = signed_in(getattr(world, person))
    client.get(explored(world))

    with django_assert_max_num_queries(MOST_QUERIES):
        shown = client.get(explored(world)).content.decode()

    assert world.known.title in shown


@pytest.mark.parametrize("person", PEOPLE)
def test_rights_in_a_list_are_those_of_each_page(world, person):
    user = getattr(world, person)
    pages = with_rights(Page.objects.child_of(world.section).specific(), user)

    for page in pages:
        listed, alone = ItemRights(user, page), ItemRights(user, now(page))
        assert listed.listed
        assert alone.listed is None
        for question in ASKED:
            assert getattr(listed, question)() == getattr(alone, question)(), (page.slug, question)


def test_the_menu_says_what_may_be_translated_and_what_follows(world):
    shown = signed_in(world.contributor).get(explored(world)).content.decode()

    untranslated = page_called(world, "bai-16")
    assert reverse("wagtail_localize:submit_page_translation", args=[untranslated.pk]) in shown
    assert reverse("wagtail_localize:submit_page_translation", args=[world.known.pk]) not in shown
    assert reverse("wagtail_localize:update_translations", args=[world.translation.source.pk]) in shown


def test_a_page_outside_a_list_is_asked_about_anew(world):
    page = page_called(world, "bai-16")
    assert page.permissions_for_user(world.contributor).can_delete()

    services.submit(page, by=world.contributor, declaration=True)

    assert not page.permissions_for_user(world.contributor).can_delete()
