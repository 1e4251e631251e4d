"""The lists that moderators keep for search."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import PinnedResult, SynonymSet


class SynonymSetViewSet(SnippetViewSet):
    """Words that mean the same."""

    model = SynonymSet
    icon = "openquote"
    menu_label = _("Synonyms")
    list_display = ["__str__", "language", "is_active", "note"]
    list_export = ["words", "language", "is_active", "note"]
    list_filter = ["language", "is_active"]
    search_backend_name = None
    search_fields = ["words", "note"]
    inspect_view_enabled = True
    panels = [FieldPanel("words"), FieldPanel("language"), FieldPanel("note"), FieldPanel("is_active")]


class PinnedResultViewSet(SnippetViewSet):
    """Pages put first for certain words."""

    model = PinnedResult
    icon = "pick"
    menu_label = _("Pinned results")
    list_display = ["__str__", "language", "first_day", "last_day", "note"]
    list_export = ["words", "language", "page", "first_day", "last_day", "note"]
    list_filter = ["language"]
    search_backend_name = None
    search_fields = ["words", "note"]
    inspect_view_enabled = True
    panels = [
        FieldPanel("words"),
        FieldPanel("page"),
        FieldPanel("language"),
        MultiFieldPanel([FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")])], heading=_("Shown")),
        FieldPanel("note"),
    ]


class SearchListsGroup(SnippetViewSetGroup):
    """What editors say about words, in one entry of the menu."""

    items = (SynonymSetViewSet, PinnedResultViewSet)
    menu_label = _("Search words")
    menu_icon = "search"
    menu_name = "search-words"
    menu_order = 510
