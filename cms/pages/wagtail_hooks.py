"""What Wagtail's admin shows of pages, and to whom."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import register_snippet

from cms.accounts import permissions as seats
from cms.moderation.listing import know_rights, with_rights

from .overdue import StartPanel
from .starting import WriteView, help_on
from .uploading import DescribeView, UploadView
from .viewsets import WordsGroup


@hooks.register("register_admin_urls")
def page_urls() -> list[Any]:
    return [
        path("pictures/upload/", UploadView.as_view(), name="upload_pictures"),
        path("pictures/describe/", DescribeView.as_view(), name="describe_pictures"),
        path("write/<slug:kind>/", WriteView.as_view(), name="write"),
        path("help/<slug:topic>/", help_on, name="help_on"),
    ]


class WritersMenuItem(MenuItem):
    """For those who write for an agency."""

    def is_shown(self, request: Any) -> bool:
        return seats.agencies(request.user, "contribute", "approve").exists()


@hooks.register("register_admin_menu_item")
def upload_in_menu() -> MenuItem:
    return WritersMenuItem(
        _("Upload pictures"), reverse("upload_pictures"), name="upload-pictures", icon_name="upload", order=310
    )


@hooks.register("construct_homepage_panels", order=10)
def begin_here(request: Any, panels: list[Any]) -> None:
    panels.append(StartPanel())


@hooks.register("insert_editor_js")
def lead_to_fields() -> str:
    return format_html('<script src="{}" defer></script>', static("js/fields.js"))


@hooks.register("construct_page_chooser_queryset")
def choose_what_may_be_read(pages: Any, request: Any) -> Any:
    return readable(pages, request.user)


@hooks.register("construct_explorer_page_queryset")
def explore_what_may_be_read(parent_page: Any, pages: Any, request: Any) -> Any:
    know_rights(parent_page, request.user)
    return with_rights(readable(pages, request.user), request.user)


def readable(pages: Any, user: Any) -> Any:
    """Of these pages, those that the person's seats show them."""
    seen = policy_registry.get_by_type(Page).explorable_instances(user)
    return pages.filter(pk__in=seen.values("pk"))


@hooks.register("construct_image_chooser_queryset")
def choose_pictures_that_may_be_seen(images: Any, request: Any) -> Any:
    return images.filter(pk__in=images.model.objects.visible_to(request.user).values("pk"))


register_snippet(WordsGroup)
