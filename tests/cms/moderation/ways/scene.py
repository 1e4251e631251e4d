"""The scene of every way: who tries, on what, and the public's eye: all that an anonymous visitor can read."""

from __future__ import annotations

import contextlib
from typing import Any
from unittest import mock

from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.accounts.choices import SeatKind
from cms.moderation import services
from cms.pages.models import Theme
from search.models import Audience, SearchEntry
from tests.archive import answers, article, locale, now, published
from tests.factories import SeatAssignmentFactory, SeatFactory, UserFactory, seated

SECRET = "zzsecret"
REFUSALS = (PermissionDenied, ValidationError)
COMMENTS = {f"comments-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")}
SHARED = ["/sitemap-vi.xml", "/sitemap-en.xml", "/vi/feed/", "/en/feed/"]


def set_the_scene(world: Any) -> Any:
    """A page that the public knows, a draft it must not read, its author's colleague, the break-glass account."""
    world.vi, world.en = locale("vi"), locale("en")
    world.superuser = UserFactory(email="root@haidang.example", is_superuser=True)
    world.helper = seated(world.agency, SeatKind.CONTRIBUTE, email="helper@haidang.example")
    world.known = published(article(world, title="Known", slug="known"), world)
    world.page = article(world, title=SECRET, slug=SECRET, intro=SECRET)
    return world


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def url(name: str, *args: Any) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def edit(page: Any) -> str:
    return url("edit", page.pk)


def form(page: Any, **changes: Any) -> dict[str, Any]:
    """What the page editor posts."""
    words = ("title", "slug", "intro", "author_text", "rights_line")
    empty = ("cover", "activity_date_end", "place_text", "people", "event", "source_url", "review_by", "last_verified")
    data = {
        **{name: getattr(page, name) for name in words},
        **dict.fromkeys((*empty, "seo_title", "search_description", "go_live_at", "expire_at"), ""),
        "article_kind": "article",
        "source_agency": page.source_agency_id,
        "activity_date": "2026-01-15",
        "activity_precision": "day",
        "topic_class": "promotion",
        "sensitivity": 1,
        "access_class": "public",
        "themes": [theme.pk for theme in Theme.objects.all()],
    }
    body = nested_form_data({"body": streamfield([("text", rich_text("<p>Text.</p>"))])})
    return {**data, **body, **COMMENTS, **changes}


def at_once() -> Any:
    """What Wagtail and its translations put off to the end of a transaction happens now: no test commits."""
    return mock.patch("django.db.transaction.on_commit", lambda function, **kwargs: function())


def at(moment: Any) -> Any:
    return mock.patch("django.utils.timezone.now", return_value=moment)


def handed_in(page: Any, by: Any) -> Any:
    services.submit(now(page), by=by, declaration=True)
    return now(page)


def on_every_seat(world: Any, user: Any) -> Any:
    """The person may take every step, were it not their own text."""
    for agency, kind in (
        (world.agency, SeatKind.CONTRIBUTE),
        (world.agency, SeatKind.APPROVE),
        (world.unit, SeatKind.MODERATE),
        (world.department, SeatKind.APPROVE),
    ):
        SeatAssignmentFactory(seat=SeatFactory(agency=agency, kind=kind), user=user)
    return now(user)


def judged(page: Any, *judges: Any) -> None:
    """Lead, moderator, director press their buttons in turn; whoever is refused is refused."""
    for person in judges:
        for step in (services.clear, services.take, appraise, services.approve):
            with contextlib.suppress(*REFUSALS):
                step(now(page), by=person)


def appraise(page: Any, *, by: Any) -> None:
    services.appraise(page, by=by, answers=answers())


def buttons_of_wagtail(page: Any, *people: Any) -> None:
    """The approve button of Wagtail's dashboard, posted by hand."""
    for person in people:
        if state := now(page).current_workflow_task_state:
            signed_in(person).post(url("workflow_action", page.pk, "approve", state.pk), {"comment": "x"})


def read_by_public() -> str:
    """Pages by address, site maps, feeds, what search may show: as a stranger reads them."""
    stranger, texts = Client(), []
    pages = [page.get_url() for page in Page.objects.filter(depth__gt=1)]
    for address in filter(None, [*pages, *SHARED]):
        answer = stranger.get(address)
        texts.append(answer.content.decode() + address if answer.status_code == 200 else "")
    entries = SearchEntry.objects.standing().filter(audience=Audience.PUBLIC)
    return "\n".join(texts + [" ".join(found) for found in entries.values_list("title", "intro", "body", "keywords")])
