"""The explorer's rows: rights and menus of all pages of a list, asked together, where Wagtail asks page by page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Subquery, prefetch_related_objects
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail_localize.models import TranslationSource

from .keeping import likely_ways
from .models import Decision, ItemStatus, Moderated


def with_rights(pages: PageQuerySet, user: Any) -> PageQuerySet:
    """The pages, each with where it stands for this person and what its translations need. One query more."""
    return with_translations(pages).prefetch_related(rows_for(user))


def with_translations(pages: PageQuerySet) -> PageQuerySet:
    """The pages, each with the source that translations follow, and whether a language is wanting."""
    followed = TranslationSource.objects.filter(
        object_id=OuterRef("translation_key"), locale=OuterRef("locale"), translations__enabled=True
    )
    return pages.annotate_has_untranslated_locale().annotate(followed_source=Subquery(followed.values("pk")[:1]))


def know_rights(page: Any, user: Any) -> None:
    """The page above a list is asked about as often as the list has buttons: its row is fetched once."""
    if isinstance(page, Moderated):
        prefetch_related_objects([page], rows_for(user))


def rows_for(user: Any) -> Prefetch:
    """Where pages stand, whether this person's seats show it, and whether anything was decided."""
    seen = ItemStatus.objects.visible_to(user).filter(pk=OuterRef("pk"))
    own = {"revision__base_content_type": OuterRef("base_content_type"), "revision__object_id": OuterRef("object_id")}
    rows = ItemStatus.objects.select_related("agency", "assignee", "submission")
    rows = rows.annotate(is_seen=Exists(seen), is_decided=Exists(Decision.objects.filter(**own)))
    return Prefetch("listed_status", queryset=rows)


def buttons(page: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """What a row's menu offers beside Wagtail's own: translating, and what is done with an item that was handed in."""
    yield from for_translators(page, user, next_url)
    if status := getattr(page, "listed_status", None):
        status.item = page
        for way in likely_ways(page, user, status):
            yield Button(way.label, way.url, icon_name=way.icon, priority=70)


def for_translators(page: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """As the package offers them, without its four questions a page."""
    if page.depth == 1 or not user.has_perm("wagtail_localize.submit_translation"):
        return
    if not hasattr(page, "followed_source"):
        page = with_translations(Page.objects.filter(pk=page.pk)).get()
    if page._has_untranslated_locale:
        url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
        yield Button(_("Translate this page"), url, icon_name="wagtail-localize-language", priority=60)
    if page.followed_source:
        url = reverse("wagtail_localize:update_translations", args=[page.followed_source])
        url = f"{url}?{urlencode({'next': next_url})}" if next_url else url
        yield Button(_("Sync translated pages"), url, icon_name="resubmit", priority=60)
