"""The search box in the admin."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .desk import DeskView


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLPattern]:
    return [path("search/", DeskView.as_view(), name="search_desk")]


@hooks.register("register_admin_menu_item")
def desk_menu_item() -> MenuItem:
    return MenuItem(_("Find in the archive"), reverse("search_desk"), name="find", icon_name="search", order=160)
