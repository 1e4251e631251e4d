"""Who sees, chooses and changes files: one's own agency; and what is public stands still, whoever asks."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.permissions import policy_registry

from cms.library.models import ArchiveImage
from tests.archive import image, image_record, published
from tests.cms.moderation.ways.scene import set_the_scene, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def scene(standing_archive):
    world = set_the_scene(standing_archive)
    world.shown = published(image_record(world, title="Shown", slug="shown"), world).image
    world.own, world.others = image(world.agency), image(world.agency2)
    return world


def policy():
    return policy_registry.get_by_type(get_image_model())


@pytest.mark.parametrize(
    "name, own, others",
    [
        ("contributor", True, False),
        ("lead", True, False),
        ("contributor2", False, True),
        ("moderator", True, True),
        ("director", True, True),
        ("screener", False, False),
        ("security", False, False),
        ("superuser", True, True),
    ],
)
def test_files_are_chosen_by_agency(world, name, own, others):
    user = getattr(world, name)
    offered = policy().instances_user_has_permission_for(user, "choose")

    assert offered.filter(pk=world.own.pk).exists() is own
    assert offered.filter(pk=world.others.pk).exists() is others
    assert ArchiveImage.objects.visible_to(user).filter(pk=world.own.pk).exists() is own


@pytest.mark.parametrize("action", ["change", "delete"])
def test_own_files_may_be_changed_while_nothing_public_shows_them(world, action):
    assert policy().user_has_permission_for_instance(world.contributor, action, world.own)
    assert not policy().user_has_permission_for_instance(world.contributor2, action, world.own)
    assert not policy().user_has_permission_for_instance(world.moderator, action, world.own)


@pytest.mark.parametrize("name", ["contributor", "lead", "moderator", "director", "superuser"])
def test_what_is_public_stands_still(world, name):
    for action in ("change", "delete"):
        assert not policy().user_has_permission_for_instance(getattr(world, name), action, world.shown)


def test_a_file_is_not_replaced_under_a_public_record(world):
    before = world.shown.sha256
    new = SimpleUploadedFile("other.jpg", world.own.file.open().read() + b" ", content_type="image/jpeg")

    client = signed_in(world.contributor)
    client.post(reverse("wagtailimages:edit", args=[world.shown.pk]), {"title": "x", "file": new})
    client.post(reverse("wagtailimages:delete", args=[world.shown.pk]))

    shown = ArchiveImage.objects.get(pk=world.shown.pk)
    assert (shown.sha256, shown.contents_hash()) == (before, before)
