"""Ways through the page editor: its buttons, schedules, copies, aliases, moves and privacy."""

from datetime import timedelta

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import PageViewRestriction, Revision

from cms.moderation import services
from cms.pages.models import ArticlePage, SectionIndexPage
from tests.archive import article, draft, now, published
from tests.cms.moderation.ways.register import way
from tests.cms.moderation.ways.scene import SECRET, at, edit, form, handed_in, judged, signed_in, url

PUBLISH = {"action-publish": "1"}
COPY = f"{SECRET}-copy"


@way
def publish_button(world):
    signed_in(world.contributor).post(edit(world.page), form(world.page, **PUBLISH))


@way
def publish_button_of_the_director(world):
    signed_in(world.director).post(edit(world.page), form(world.page, **PUBLISH))


@way
def publish_button_of_a_superuser(world):
    signed_in(world.superuser).post(edit(world.page), form(world.page, **PUBLISH))


@way
def create_and_publish(world):
    new = reverse("wagtailadmin_pages:add", args=["pages", "articlepage", world.section.pk])
    signed_in(world.superuser).post(new, form(world.page, slug="new", **PUBLISH))
    assert ArticlePage.objects.filter(slug="new", live=False).exists()


@way
def publish_a_draft_of_a_public_page(world):
    signed_in(world.superuser).post(edit(world.known), form(world.known, intro=SECRET, **PUBLISH))
    assert now(world.known).get_latest_revision().content["intro"] == SECRET


@way
def bulk_publish(world):
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    signed_in(world.superuser).post(f"{bulk}?id={world.section.pk}", {"include_descendants": "on"})


@way
def unpublish_and_publish_again(world):
    boss = signed_in(world.superuser)
    boss.post(url("unpublish", world.known.pk), {})
    ArticlePage.objects.filter(pk=world.known.pk, live=False).update(intro=SECRET)
    boss.post(edit(world.known), form(world.known, intro=SECRET, **PUBLISH))


@way
def bulk_unpublish(world):
    """Nor may anything disappear without a reason."""
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    signed_in(world.superuser).post(f"{bulk}?id={world.known.pk}", {})
    assert now(world.known).is_public


@way
def revert_then_publish(world):
    first = world.page.get_latest_revision()
    world.page.title = "Second"
    world.page.save_revision(user=world.contributor)
    revert = url("revisions_revert", world.page.pk, first.pk)
    signed_in(world.superuser).post(revert, form(world.page, title=SECRET, **PUBLISH))


@way
def schedule_by_form(world):
    tomorrow = (timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    signed_in(world.superuser).post(edit(world.page), form(world.page, go_live_at=tomorrow, **PUBLISH))
    with at(timezone.now() + timedelta(days=3)):
        call_command("publish_scheduled")


@way
def schedule_an_undecided_revision(world):
    world.page.save_revision(user=world.contributor, approved_go_live_at=timezone.now() - timedelta(hours=1))
    call_command("publish_scheduled")


@way
def schedule_by_update(world):
    Revision.objects.filter(pk=world.page.latest_revision_id).update(
        approved_go_live_at=timezone.now() - timedelta(hours=1)
    )
    call_command("publish_scheduled")


@way
def copy_and_publish(world):
    data = {"new_title": SECRET, "new_slug": "copy", "new_parent_page": world.section.pk, "publish_copies": "on"}
    signed_in(world.superuser).post(url("copy", world.known.pk), data)


@way
def copy_a_subtree_and_publish(world):
    data = {"new_title": "x", "new_slug": SECRET, "new_parent_page": world.home.pk}
    data |= {"publish_copies": "on", "copy_subpages": "on"}
    signed_in(world.superuser).post(url("copy", world.section.pk), data)


@way
def copy_in_the_shell(world):
    world.known.copy(update_attrs={"title": SECRET, "slug": "copy"})


@way
def copy_a_subtree_in_the_shell(world):
    CopyPageAction(world.section, recursive=True, update_attrs={"slug": SECRET}).execute()


@way
def alias_by_form(world):
    data = {"new_title": "x", "new_slug": COPY, "new_parent_page": world.section.pk, "alias": "on"}
    signed_in(world.superuser).post(url("copy", world.known.pk), data)


@way
def alias_in_the_shell(world):
    world.known.create_alias(parent=world.section, update_slug=COPY)


@way
def alias_of_a_subtree(world):
    world.section.create_alias(parent=world.home, update_slug=COPY, recursive=True)


@way
def alias_action(world):
    CreatePageAliasAction(world.known, parent=world.section, update_slug=COPY).execute()


@way
def alias_of_a_draft_whose_source_is_then_published(world):
    page = article(world, title="Later", slug="later")
    CreatePageAliasAction(page, parent=world.section, update_slug=COPY).execute()
    published(page, world)


@way
def move_a_draft_into_a_public_section(world):
    """A draft in a section that is not public itself; its new parent is."""
    hidden = draft(
        world.home, world.contributor, SectionIndexPage, title="Hidden", slug="hidden", source_agency=world.agency
    )
    page = article(world, title=SECRET, slug="inside")
    page.move(hidden, pos="last-child")
    signed_in(world.contributor).post(url("move_confirm", page.pk, world.section.pk))
    assert now(page).get_parent().pk == world.section.pk


def staff_text(world, **words):
    """A page decided on for staff only, in a section that readers may not enter."""
    closed = draft(
        world.home, world.contributor, SectionIndexPage, title="Closed", slug="closed", source_agency=world.agency
    )
    closed = published(closed, world)
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    page = article(world, title=SECRET, slug="inside", **words)
    page.move(closed, pos="last-child")
    page = published(page, world)
    assert page.status.state == "approved"
    return closed, page


@way
def move_out_of_a_private_section(world):
    _closed, page = staff_text(world, sensitivity=2)
    signed_in(world.superuser).post(url("move_confirm", page.pk, world.section.pk))
    assert now(page).get_parent().pk == world.section.pk


@way
def make_a_private_section_public(world):
    closed, _page = staff_text(world, access_class="conditional")
    signed_in(world.superuser).post(url("set_privacy", closed.pk), {"restriction_type": "none"})


@way
def delete_a_view_restriction(world):
    staff_text(world, sensitivity=2)
    PageViewRestriction.objects.all().delete()


@way
def publish_what_was_decided_for_staff(world):
    _closed, page = staff_text(world, sensitivity=2)
    ArticlePage.objects.filter(pk=page.pk).update(sensitivity=1)
    now(page).get_latest_revision().publish()


@way
def a_draft_becomes_the_root_of_the_site(world):
    world.site.root_page = world.page
    world.site.save()


@way
def new_words_under_an_old_clearance(world):
    """Recalled, rewritten and handed in again: nobody has cleared these words."""
    page = article(world, title="Clean", slug="clean")
    judged(handed_in(page, world.contributor), world.lead)
    services.recall(now(page), by=world.contributor)
    page = now(page)
    page.intro = SECRET
    page.save_revision(user=world.contributor)
    judged(handed_in(page, world.contributor), world.moderator, world.director)
