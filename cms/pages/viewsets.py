"""The words and numbers by which the archive works: themes, fields, the checklist, the review's days."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList, TabbedInterface
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cms.core.panels import language_tabs
from cms.core.viewsets import ListViewSet
from cms.moderation.viewsets import ChecklistLineViewSet

from .models import FieldOfManagement, Theme


class TermViewSet(ListViewSet):
    """A taxonomy in every language of the content; a word in use is switched off, never deleted."""

    list_display = ["name", "code", "sort_order", "is_active"]
    list_filter = ["is_active"]
    list_export = ["code", "name_vi", "name_en", "description_vi", "description_en", "sort_order", "is_active"]
    search_backend_name = None
    search_fields = ["name_vi", "name_en", "code"]
    inspect_view_enabled = True
    edit_handler = TabbedInterface(
        [
            *language_tabs("name", "description"),
            ObjectList(
                [FieldPanel("code"), FieldRowPanel([FieldPanel("sort_order"), FieldPanel("is_active")])],
                heading=_("General"),
            ),
        ]
    )


class ThemeViewSet(TermViewSet):
    """Themes of image promotion."""

    model = Theme
    icon = "tag"
    menu_label = _("Themes")


class FieldOfManagementViewSet(TermViewSet):
    """Fields of State management."""

    model = FieldOfManagement
    icon = "list-ul"
    menu_label = _("Fields of management")


class WordsGroup(SnippetViewSetGroup):
    """What the review and the lists are set by, in one entry of the menu."""

    items = (ThemeViewSet, FieldOfManagementViewSet, ChecklistLineViewSet)
    menu_label = _("Archive")
    menu_icon = "folder-open-1"
    menu_name = "archive-words"
    menu_order = 510
