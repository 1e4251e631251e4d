"""A small archive for tests: pages written by officers, and the review taken by the book."""

from __future__ import annotations

import datetime
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Locale, Page, Site

from cms.library.models import ArchiveImage
from cms.moderation import services
from cms.moderation.models import ChecklistLine
from cms.pages.models import ArticlePage, HomePage, ImageRecordPage, SectionIndexPage, Theme

LAST_WEEK = datetime.date(2026, 1, 15)


def locale(code: str = "vi") -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


def theme(code: str = "culture") -> Theme:
    return Theme.objects.get_or_create(code=code, defaults={"name_vi": code, "name_en": code})[0]


def image(agency: Any = None, **words: Any) -> ArchiveImage:
    """A small real JPEG with everything that must stand under it."""
    buffer = BytesIO()
    Image.new("RGB", (600, 400), "navy").save(buffer, "JPEG")
    given = {"alt_text_vi": "Mặt nước xanh", "credit_vi": "Minh họa mẫu", "title": "Mặt nước"}
    return ArchiveImage.objects.create(
        file=ContentFile(buffer.getvalue(), name="water.jpg"), agency=agency, **given, **words
    )


def words_of_an_article(agency: Any, **words: Any) -> dict[str, Any]:
    given = {
        "title": "Nhã nhạc bên sông",
        "intro": "Một buổi diễn mẫu.",
        "source_agency": agency,
        "author_text": "Lê Thị Sông",
        "activity_date": LAST_WEEK,
        "rights_line": "© Cơ quan mẫu",
        "body": [("text", "<p>Tiếng đàn vang trên mặt nước.</p>")],
    }
    return {**given, **words}


def draft(parent: Any, by: Any, model: type = ArticlePage, **words: Any) -> Any:
    """A page as an officer leaves it after saving a draft."""
    page = model(live=False, owner=by, locale=parent.locale, **words)
    parent.add_child(instance=page)
    page = model.objects.get(pk=page.pk)
    page.themes.set([theme()])
    page.save()
    page.save_revision(user=by, log_action=True)
    return model.objects.get(pk=page.pk)


def article(world: Any, by: Any = None, **words: Any) -> ArticlePage:
    """A complete draft of the first agency's contributor."""
    return draft(world.section, by or world.contributor, **words_of_an_article(world.agency, **words))


def image_record(world: Any, by: Any = None, **words: Any) -> ImageRecordPage:
    given = words_of_an_article(world.agency, **words)
    given.pop("body")
    given = {"image": image(world.agency), "caption": "Mặt nước, sông mẫu, 2026.", **given}
    return draft(world.section, by or world.contributor, ImageRecordPage, **given)


def answers() -> dict[str, bool]:
    return {line.code: True for line in ChecklistLine.objects.all()}


def now(page: Any) -> Any:
    """The page as it stands in the database."""
    return type(page).objects.get(pk=page.pk)


def handed_in(page: Any, world: Any, by: Any = None) -> Any:
    services.submit(page, by=by or page.owner, declaration=True)
    return now(page)


def cleared(page: Any, world: Any) -> Any:
    page = handed_in(page, world)
    if page.status.state == "submitted":
        services.clear(page, by=world.lead)
    return now(page)


def taken(page: Any, world: Any) -> Any:
    page = cleared(page, world)
    services.take(page, by=world.moderator)
    return now(page)


def appraised(page: Any, world: Any) -> Any:
    page = taken(page, world)
    services.appraise(page, by=world.moderator, answers=answers())
    return now(page)


def published(page: Any, world: Any) -> Any:
    """Read by three people who did not write it, by the book."""
    page = appraised(page, world)
    services.approve(page, by=world.director)
    return now(page)


def build(world: Any) -> Any:
    """Home and one section in Vietnamese, both public by decision; adds them to the province."""
    locale("vi"), locale("en")
    ChecklistLine.objects.get_or_create(code="facts", defaults={"question_vi": "Đúng sự thật?", "question_en": "True?"})
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=locale())
    writer = world.contributor
    world.home = draft(root, writer, HomePage, title="Hải Đăng", slug="home", source_agency=world.agency)
    Site.objects.all().delete()
    world.site = Site.objects.create(hostname="localhost", root_page=world.home, is_default_site=True)
    world.home = published(world.home, world)
    world.section = draft(
        world.home, writer, SectionIndexPage, title="Bài viết", slug="bai-viet", source_agency=world.agency
    )
    world.section = published(world.section, world)
    return world
