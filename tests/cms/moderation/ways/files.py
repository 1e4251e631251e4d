"""Ways to the files of a draft, and through interfaces that this archive does not have."""

from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from cms.library.models import ArchiveDocument
from cms.library.renditions import make
from cms.moderation import services
from tests.archive import article, image, image_record, published
from tests.cms.moderation.ways.register import way
from tests.cms.moderation.ways.scene import SECRET, signed_in


def a_document(world, **words):
    document = ArchiveDocument(title="x", agency=world.agency, **words)
    document.file.save("x.txt", ContentFile(SECRET.encode()))
    return document


def reads(address):
    """The eye looks at one file only."""
    return lambda: SECRET if Client().get(address).status_code == 200 else ""


@way
def document_of_a_draft(world):
    document = a_document(world)
    article(world, slug="paper", body=[("document", {"document": document, "label": "x"})])
    world.look = reads(document.url)


@way
def open_a_private_collection(world):
    collection = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    document = a_document(world, collection=collection)
    privacy = reverse("wagtailadmin_collections:set_privacy", args=[collection.pk])
    signed_in(world.superuser).post(privacy, {"restriction_type": "none"})
    world.look = reads(document.url)


@way
def rendition_of_a_draft(world):
    record = image_record(world, slug="picture")
    make(record.image)
    world.look = reads(record.image.renditions.first().url)


@way
def rendition_of_a_withdrawn_record(world):
    record = published(image_record(world, slug="picture"), world)
    make(record.image)
    services.withdraw(record, by=world.director, reason="x")
    world.look = reads(record.image.renditions.first().url)


@way
def original_of_a_public_record(world):
    record = published(image_record(world, slug="picture"), world)
    world.look = reads(record.image.file.url)


@way
def image_of_a_new_draft_of_a_public_page(world):
    cover = image(world.agency)
    make(cover)
    world.known.cover = cover
    world.known.save_revision(user=world.contributor)
    world.look = reads(cover.renditions.first().url)


@way
def original_through_wagtails_own_view(world):
    record = published(image_record(world, slug="picture"), world)
    world.look = reads(f"/images/{record.image.pk}/original/")


@way
def interfaces_that_are_not_there(world):
    client = signed_in(world.superuser)
    for address in ("/api/v2/pages/", "/api/v3/pages/", f"/api/v3/pages/{world.page.pk}/actions/publish/"):
        for method in (client.get, client.post):
            assert method(address, {"title": SECRET}, follow=True).status_code == 404
