"""What must be given before a record is handed in: whatever is missing is named, and nothing is handed in."""

import pytest

from cms.library.models import ArchiveImage
from cms.moderation import services
from cms.moderation.choices import State
from tests.archive import article, image, image_record, locale, now, published

pytestmark = pytest.mark.django_db

LACKS = {
    "author_text": {"author_text": "", "author_unknown": False},
    "activity_date": {"activity_date": None},
    "intro": {"intro": ""},
}


def refused(page, by):
    """The fields that a refusal names; the page is a draft as before."""
    with pytest.raises(services.Incomplete):
        services.submit(page, by=by, declaration=True)
    assert now(page).status.state == State.DRAFT
    return {each.field for each in page.missing()}


@pytest.mark.parametrize("field", LACKS)
def test_an_article_that_lacks_something_is_not_handed_in(world, field):
    page = article(world, **LACKS[field])

    assert refused(page, world.contributor) == {field}


def test_an_author_who_cannot_be_known_is_said_not_left_out(world):
    page = article(world, author_text="", author_unknown=True)

    services.submit(page, by=world.contributor, declaration=True)

    assert now(page).status.state == State.SUBMITTED


def test_a_record_without_themes_is_not_handed_in(world):
    page = article(world)
    page.themes.clear()
    page.save_revision(user=world.contributor)

    assert refused(now(page).get_latest_revision_as_object(), world.contributor) == {"themes"}


def test_a_picture_without_rights_is_not_handed_in(world):
    page = image_record(world, rights_line="")

    assert "rights_line" in refused(page, world.contributor)


def test_a_picture_that_is_not_described_is_not_handed_in(world):
    bare = image(world.agency)
    ArchiveImage.objects.filter(pk=bare.pk).update(alt_text_vi="", alt_text_en="", alt_text="")
    page = image_record(world, image=ArchiveImage.objects.get(pk=bare.pk))

    assert refused(page, world.contributor) == {"image"}


def test_a_record_may_have_the_address_of_another_in_another_language(world):
    source = published(article(world, slug="mot-dia-chi"), world)
    world.home.copy_for_translation(locale("en"))
    world.section.copy_for_translation(locale("en"))

    copy = source.copy_for_translation(locale("en"))

    copy.slug = "mot-dia-chi"
    copy.full_clean()
    copy.save()
    assert (copy.slug, copy.locale.language_code) == (source.slug, "en")
