"""Ways through translations: wagtail-localize writes rows, publishes and makes aliases by itself."""

from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import LocaleSynchronization, StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from tests.archive import article, now, published
from tests.cms.moderation.ways.register import way
from tests.cms.moderation.ways.scene import (
    SECRET,
    at_once,
    edit,
    handed_in,
    judged,
    on_every_seat,
    read_by_public,
    signed_in,
)


def english(world, words=SECRET, source=None):
    """A translation of the known page, with its strings translated."""
    source = source or world.known
    translate_object(source, [world.en], user=world.contributor)
    translation = Translation.objects.get(target_locale=world.en, source__object_id=source.translation_key)
    for segment in StringSegment.objects.filter(source=translation.source):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=world.en,
            context=segment.context,
            defaults={"data": "known" if segment.context.path == "slug" else words, "last_translated_by": world.helper},
        )
    return translation


def public_parents(page, world):
    """The English home and section are decided on first."""
    for above in page.get_ancestors().filter(depth__gt=1).specific():
        if not above.is_public:
            above.save_revision(user=world.contributor)
            published(now(above), world)


def public_english(world):
    """The known page in English, public by a decision of its own."""
    translation = english(world, words="Fine")
    translation.save_target(user=world.contributor, publish=False)
    page = translation.get_target_instance()
    public_parents(page, world)
    return translation, published(now(page), world)


@way
def submit_for_translation(world):
    """Whoever may submit translations needs no right to publish."""
    address = reverse("wagtail_localize:submit_page_translation", args=[world.known.pk])
    with at_once():
        signed_in(world.contributor).post(address, {"locales": [world.en.pk]})
    assert Page.objects.filter(locale=world.en, translation_key=world.known.translation_key).exists()
    assert not Page.objects.filter(locale=world.en, live=True).exists()


@way
def update_translations_and_publish(world):
    address = reverse("wagtail_localize:update_translations", args=[english(world).source.pk])
    with at_once():
        signed_in(world.contributor).post(address, {"publish_translations": "on"})


@way
def publish_in_the_translation_editor(world):
    page = english(world).get_target_instance()
    with at_once():
        signed_in(world.superuser).post(edit(page), {"action": "publish"})


@way
def publish_the_target_in_the_shell(world):
    with at_once():
        english(world).save_target(user=world.contributor, publish=True)


@way
def save_a_draft_of_a_public_translation(world):
    """wagtail-localize writes the live row first, and asks about publishing later."""
    translation, _page = public_english(world)
    assert "Fine" in read_by_public()
    StringTranslation.objects.exclude(context__path="slug").update(data=SECRET)
    with at_once():
        translation.save_target(user=world.contributor, publish=False)


@way
def keep_a_language_in_step(world):
    """Setting up synchronisation makes live aliases of every page."""
    with at_once():
        LocaleSynchronization.objects.create(locale=world.en, sync_from=world.vi)
        published(article(world, title="x", slug="x"), world)
    assert not Page.objects.filter(locale=world.en, live=True).exists()


@way
def turn_a_translation_into_an_alias(world):
    """The English page then shows whatever the source shows."""
    _translation, page = public_english(world)
    world.known.intro = SECRET
    world.known.save_revision(user=world.contributor)
    published(now(world.known), world)
    with at_once():
        signed_in(world.superuser).post(reverse("wagtail_localize:convert_to_alias", args=[page.pk]))
    world.look = lambda: Client().get(page.url).content.decode()


@way
def copy_for_translation_as_alias(world):
    world.known.copy_for_translation(world.en, copy_parents=True, alias=True)
    assert not Page.objects.filter(locale=world.en, live=True).exists()


@way
def translator_approves(world):
    """The helper translated every string; a colleague pressed the button, so no revision bears the helper's name."""
    helper = on_every_seat(world, world.helper)
    translation = english(world)
    translation.save_target(user=world.contributor, publish=False)
    page = now(translation.get_target_instance())
    public_parents(page, world)
    judged(handed_in(page, world.contributor), world.lead, world.moderator, helper)
    assert now(page).status.state == "appraised"


@way
def publishing_the_source_publishes_the_translation(world):
    """The source changes and is published; the translation drafted beside it stays a draft."""
    with at_once():
        translation = english(world)
        translation.save_target(user=world.contributor, publish=False)
        world.known.intro = "New"
        world.known.save_revision(user=world.contributor)
        published(now(world.known), world)
