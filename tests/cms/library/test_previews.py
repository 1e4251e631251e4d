"""Those who judge a draft see its picture; a visitor's request never makes one."""

import pytest
from django.test import RequestFactory

from cms.library.models import ArchiveRendition
from cms.library.templatetags.library_tags import picture
from tests.archive import image

pytestmark = pytest.mark.django_db


def request_of(preview: bool):
    request = RequestFactory().get("/")
    request.is_preview = preview
    return request


def test_a_preview_makes_the_copies_it_shows(archive):
    shown = picture({"request": request_of(preview=True)}, image(archive.agency))

    assert shown["fallback"].file.name.endswith(".jpeg")


def test_a_visitor_is_shown_only_what_was_made_at_approval(archive):
    shown = picture({"request": request_of(preview=False)}, image(archive.agency))

    assert shown["fallback"] is None
    assert not ArchiveRendition.objects.exists()
