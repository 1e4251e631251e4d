"""Ways below the screens: the shell, fixtures, imports and SQL."""

import json
import tempfile

from django.core import serializers
from django.core.management import call_command
from django.db import connection
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page

from cms.moderation import services
from cms.moderation.models import Decision
from cms.pages.models import ArticlePage, GalleryItem, GalleryPage
from tests.archive import article, draft, image_record, now, published, words_of_an_article
from tests.cms.moderation.ways.register import way
from tests.cms.moderation.ways.scene import SECRET


@way
def revision_publish(world):
    world.page.get_latest_revision().publish(user=world.superuser, skip_permission_checks=True)


@way
def page_publish(world):
    world.page.publish(world.page.get_latest_revision())


@way
def publish_action(world):
    PublishPageRevisionAction(world.page.get_latest_revision()).execute(skip_permission_checks=True)


@way
def save_live(world):
    world.page.live = True
    world.page.save()


@way
def save_live_as_plain_page(world):
    """The base class knows nothing of our model's methods."""
    page = Page.objects.get(pk=world.page.pk)
    page.live = True
    page.save()


@way
def add_a_live_child(world):
    page = ArticlePage(title=SECRET, slug="child", locale=world.vi, source_agency=world.agency)
    world.section.add_child(instance=page)


@way
def add_a_live_child_as_plain_page(world):
    world.section.add_child(instance=Page(title=SECRET, slug="child", locale=world.vi))


@way
def update_live(world):
    Page.objects.filter(pk=world.page.pk).update(live=True)


@way
def bulk_update_live(world):
    world.page.live = True
    Page.objects.bulk_update([Page(pk=world.page.pk, live=True)], ["live"])


@way
def raw_sql(world):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET live = %s WHERE id = %s", [True, world.page.pk])


@way
def borrow_the_decision_of_another_page(world):
    Page.objects.filter(pk=world.page.pk).update(live=True, live_revision=world.known.live_revision)


@way
def load_a_fixture(world):
    rows = json.loads(serializers.serialize("json", [Page.objects.get(pk=world.page.pk), world.page]))
    for row in rows:
        if row["model"] == "wagtailcore.page":
            row["fields"]["live"] = True
    with tempfile.NamedTemporaryFile("w", suffix=".json") as fixture:
        json.dump(rows, fixture)
        fixture.flush()
        call_command("loaddata", fixture.name, verbosity=0)


@way
def load_new_words_of_a_public_page(world):
    rows = json.loads(serializers.serialize("json", [world.known]))
    rows[0]["fields"]["intro"] = SECRET
    with tempfile.NamedTemporaryFile("w", suffix=".json") as fixture:
        json.dump(rows, fixture)
        fixture.flush()
        call_command("loaddata", fixture.name, verbosity=0)


@way
def save_new_words_on_a_public_page(world):
    world.known.intro = SECRET
    world.known.save()


@way
def save_named_words_of_a_public_page(world):
    world.known.intro = SECRET
    world.known.save(update_fields=["intro"])


@way
def save_a_new_title_as_plain_page(world):
    page = Page.objects.get(pk=world.known.pk)
    page.title = SECRET
    page.save()


@way
def update_words_of_a_public_page(world):
    ArticlePage.objects.filter(pk=world.known.pk).update(intro=SECRET)


@way
def update_title_of_a_public_page(world):
    Page.objects.filter(pk=world.known.pk).update(title=SECRET)


@way
def update_streamfield_of_a_public_page(world):
    ArticlePage.objects.filter(pk=world.known.pk).update(body=json.dumps([{"type": "text", "value": SECRET}]))


def public_gallery(world):
    record = published(image_record(world, title="Picture", slug="picture"), world)
    words = words_of_an_article(world.agency, title="Gallery", slug="gallery")
    words.pop("body")
    page = draft(world.section, world.contributor, GalleryPage, **words)
    page.items.add(GalleryItem(record=record))
    page.save_revision(user=world.contributor)
    return published(now(page), world)


@way
def add_an_inline_row_to_a_public_page(world):
    gallery = public_gallery(world)
    GalleryItem.objects.create(gallery=gallery, record=image_record(world, title=SECRET, slug="other"))


@way
def update_an_inline_row_of_a_public_page(world):
    public_gallery(world)
    assert GalleryItem.objects.update(record=image_record(world, title=SECRET, slug="other"))


@way
def public_page_cites_a_draft(world):
    words = words_of_an_article(world.agency, title="Gallery", slug="gallery")
    words.pop("body")
    page = draft(world.section, world.contributor, GalleryPage, **words)
    page.items.add(GalleryItem(record=image_record(world, title=SECRET, slug="other")))
    page.save_revision(user=world.contributor)
    published(now(page), world)


@way
def use_an_old_decision_again(world):
    page = published(article(world, title=SECRET, slug="again"), world)
    revision = page.live_revision
    services.withdraw(page, by=world.director, reason="It was wrong.")
    revision.publish()


@way
def publish_an_older_decided_revision(world):
    page = published(article(world, title="Clean", slug="clean", intro=SECRET), world)
    older = page.live_revision
    page.intro = "Corrected"
    page.save_revision(user=world.contributor)
    published(now(page), world)
    older.publish()


@way
def a_decision_without_other_eyes(world):
    """The database itself refuses a decision in which one person stands twice."""
    people = {"author": world.contributor, "cleared_by": world.lead, "appraised_by": world.moderator}
    Decision.objects.create(
        revision=world.page.get_latest_revision(), audience="public", approved_by=world.contributor, **people
    )
    world.page.get_latest_revision().publish()


@way
def a_decision_for_staff_is_made_live(world):
    page = published(article(world, title=SECRET, slug="staff", sensitivity=3), world)
    Page.objects.filter(pk=page.pk).update(live=True, live_revision=page.latest_revision)
