"""A translation goes out to a translator as a PO file and comes back; a file from elsewhere changes nothing."""

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from tests.archive import article, now, published
from tests.cms.moderation.test_queue import signed_in
from tests.cms.moderation.ways.scene import set_the_scene
from tests.cms.moderation.ways.translating import english, public_english

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def scene(standing_archive):
    """The home page and the section are public in English."""
    world = set_the_scene(standing_archive)
    public_english(world)
    return world


@pytest.fixture
def translation(world):
    found = english(world, words="Two", source=published(article(world, title="Hai", slug="hai"), world))
    found.save_target(user=world.contributor, publish=False)
    return found


def sent_out(translation, user):
    return signed_in(user).get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))


def sent_back(translation, user, content):
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    given = {} if content is None else {"file": SimpleUploadedFile("texts.po", content)}
    return signed_in(user).post(address, given, follow=True)


def words(translation):
    known = StringTranslation.objects.filter(context__object_id=translation.source.object_id)
    return dict(known.values_list("translation_of__data", "data"))


def test_a_translation_goes_out_and_comes_back(world, translation):
    po = polib.pofile(sent_out(translation, world.contributor).content.decode())
    next(entry for entry in po if entry.msgid == "Hai").msgstr = "Second"

    answer = sent_back(translation, world.contributor, str(po).encode())

    assert answer.status_code == 200
    assert words(translation)["Hai"] == "Second"
    assert not now(translation.get_target_instance()).is_public


@pytest.mark.parametrize("content", [None, b"", b"not a catalogue", b'msgid "Hai"\nmsgstr "Other"\n', b"/etc/passwd"])
def test_a_file_from_elsewhere_is_refused_with_a_sentence(world, translation, content):
    answer = sent_back(translation, world.contributor, content)

    assert "This is not a PO file that was downloaded from here." in answer.content.decode()
    assert words(translation)["Hai"] == "Two"


def test_a_file_of_another_translation_changes_nothing(world, translation):
    other = english(world, words="Three", source=published(article(world, title="Ba", slug="ba"), world))
    other.save_target(user=world.contributor, publish=False)

    answer = sent_back(translation, world.contributor, sent_out(other, world.contributor).content)

    assert answer.status_code == 200
    assert words(translation)["Hai"] == "Two"


def test_another_agency_neither_takes_it_out_nor_brings_it_back(world, translation):
    content = sent_out(translation, world.contributor).content

    assert sent_out(translation, world.contributor2).status_code in (302, 403, 404)
    sent_back(translation, world.contributor2, content.replace(b"Two", b"Mine"))

    assert words(translation)["Hai"] == "Two"
