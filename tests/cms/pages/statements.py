"""Statements and those who speak, for tests."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from cms.core import clock
from cms.pages.models import ClarificationStatementPage
from cms.registry import services as registry
from cms.registry.models import Spokesperson, SpokespersonDelegation
from tests.archive import appraised, draft, locale, now, published

DAY = datetime.timedelta(days=1)
ARTICLE = "https://bao-mau.example/tin/cau-mau-sap"


def spokesperson(world: Any, **words: Any) -> Spokesperson:
    """Somebody who speaks for the first agency, public by two people."""
    given = {
        "agency": world.agency,
        "name": "Lê Minh Mẫu",
        "position_vi": "Chánh Văn phòng",
        "position_en": "Chief of Office",
        "phone": "0234 000 001",
        "email": "phatngon@mau.example",
        "decision_number": "12/QĐ",
        "decided_at": timezone.now() - 5 * DAY,
        "valid_from": clock.today() - 5 * DAY,
    }
    return registry.make_public(
        registry.enter(Spokesperson(**{**given, **words}), by=world.moderator), by=world.director
    )


def delegation(speaker: Spokesperson, **words: Any) -> SpokespersonDelegation:
    today = clock.today()
    given = {
        "name": "Trần Văn Thay",
        "position": "Phó Chánh Văn phòng",
        "matter": "Tin đồn về cầu mẫu",
        "document_number": "3/UQ",
        "document_date": today - 4 * DAY,
        "valid_from": today - 4 * DAY,
        "valid_to": today + 4 * DAY,
    }
    return SpokespersonDelegation.objects.create(spokesperson=speaker, **{**given, **words})


def words_of_a_statement(world: Any, **words: Any) -> dict[str, Any]:
    given = {
        "title": "Cầu mẫu đứng vững và mở cho mọi xe",
        "intro": "Cầu mẫu không sập.",
        "source_agency": world.agency,
        "said": "Cầu mẫu đã sập đêm qua.",
        "said_where": "Báo Mẫu",
        "said_on": clock.today() - 2 * DAY,
        "said_url": ARTICLE,
        "verdict": "false",
        "body": [("text", "<p>Kỹ sư đã đo từng nhịp cầu.</p>")],
        "ground": "Biên bản kiểm tra số 8\nẢnh hiện trường",
        "done": "Kiểm tra hiện trường\nPhát ngôn chính thức",
    }
    return {**given, **words}


def statement(world: Any, **words: Any) -> Any:
    """A complete draft; the spokesperson of the first agency speaks unless somebody else is named."""
    if not {"spokesperson", "delegation"} & words.keys():
        words["spokesperson"] = Spokesperson.objects.listed().first() or spokesperson(world)
    given = words_of_a_statement(world, **words)
    return draft(world.section, world.contributor, ClarificationStatementPage, **given)


def rewritten(page: Any, by: Any, **words: Any) -> Any:
    """A new draft of the page in other words."""
    latest = page.get_latest_revision_as_object()
    for name, value in words.items():
        setattr(latest, name, value)
    latest.save_revision(user=by, log_action=True)
    return now(page)


def in_english(page: Any, world: Any, **words: Any) -> Any:
    """The English draft, on a section that is public in English."""
    if not world.section.get_translations().filter(locale=locale("en")).exists():
        for each, slug in ((world.home, "home-en"), (world.section, "answers")):
            copy = now(each.copy_for_translation(locale("en")))
            copy.owner, copy.slug = world.contributor, slug
            copy.save()
            copy.save_revision(user=world.contributor, log_action=True)
            published(now(copy), world)
    copy = now(page.copy_for_translation(locale("en")))
    given = {"title": "The sample bridge stands", "intro": "The bridge has not fallen.", "slug": "bridge"}
    for name, value in {**given, "said": "The bridge fell last night.", **words}.items():
        setattr(copy, name, value)
    copy.owner = world.contributor
    copy.save()
    copy.save_revision(user=world.contributor, log_action=True)
    return now(copy)


def answered(world: Any, **words: Any) -> tuple[Any, Any]:
    """The statement in English and in Vietnamese, both public by the book."""
    page = statement(world, **words)
    english = published(in_english(page, world), world)
    return published(page, world), english


__all__ = [
    "ARTICLE",
    "DAY",
    "answered",
    "appraised",
    "delegation",
    "in_english",
    "rewritten",
    "spokesperson",
    "statement",
]
