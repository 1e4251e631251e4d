"""The lists of rules and of the working calendar."""

from __future__ import annotations

from typing import Any

import django_filters
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cms.core import clock
from cms.core.filters import DatedFilterSet
from cms.core.panels import language_tabs
from cms.core.views import ServiceCreateView

from .choices import HolidayKind
from .forms import DeadlineRuleForm, HolidayForm
from .models import DeadlineRule, Holiday
from .words import period

RULE_WORDS = ("name", "starts_with", "ends_with", "legal_basis")


class DeadlineRuleFilterSet(DatedFilterSet):
    """By day, code and confirmation."""

    class Meta:
        model = DeadlineRule
        fields = ["is_confirmed", "unit", "function"]


class DeadlineRuleViewSet(SnippetViewSet):
    """Rules: read, and replaced from a day on by a copy."""

    model = DeadlineRule
    icon = "time"
    menu_label = _("Rules")
    list_display = [
        "name",
        "code",
        Column("period", label=_("Period"), accessor=period),
        "valid_from",
        "valid_to",
        BooleanColumn("is_confirmed", label=capfirst(_("confirmed"))),
        "legal_basis",
    ]
    list_export = ["code", "name_vi", "name_en", "unit", "amount", "valid_from", "valid_to", "is_confirmed"]
    filterset_class = DeadlineRuleFilterSet
    search_backend_name = None
    search_fields = ["name_vi", "name_en", "code", "legal_basis_vi", "legal_basis_en"]
    inspect_view_enabled = True
    add_view_class = ServiceCreateView
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("code"),
                    MultiFieldPanel(
                        [
                            FieldRowPanel([FieldPanel("unit"), FieldPanel("amount")]),
                            FieldPanel("day"),
                            FieldPanel("months"),
                        ],
                        heading=_("Period"),
                    ),
                    FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")], heading=_("Validity")),
                    FieldPanel("is_confirmed"),
                    FieldPanel("function"),
                    FieldRowPanel([FieldPanel("may_pause"), FieldPanel("longest_extension")]),
                    FieldRowPanel([FieldPanel("last_call_hours"), FieldPanel("escalate_after_hours")]),
                ],
                heading=_("General"),
            ),
            *language_tabs(*RULE_WORDS),
        ],
        base_form_class=DeadlineRuleForm,
    )


def known_years() -> list[tuple[int, str]]:
    """The years of the calendar, and this one and the next in any case."""
    kept: set[int] = {day.year for day in Holiday.objects.dates("day", "year")}
    this = clock.today().year
    return [(year, str(year)) for year in sorted(kept | {this, this + 1}, reverse=True)]


class HolidayFilterSet(WagtailFilterSet):
    """By year and kind."""

    year = django_filters.ChoiceFilter(label=_("Year"), method="in_year", choices=known_years)
    kind = django_filters.ChoiceFilter(label=_("kind"), choices=HolidayKind.choices)

    class Meta:
        model = Holiday
        fields: list[str] = []

    def in_year(self, queryset: Any, name: str, year: str) -> Any:
        return queryset.in_year(int(year))


class HolidayViewSet(SnippetViewSet):
    """The working calendar."""

    model = Holiday
    icon = "calendar"
    menu_label = _("Working calendar")
    list_display = ["day", Column("weekday", label=capfirst(_("weekday"))), "name", "kind", "source"]
    list_export = ["day", "name_vi", "name_en", "kind", "source"]
    ordering = ["-day"]
    list_per_page = 50
    filterset_class = HolidayFilterSet
    search_backend_name = None
    search_fields = ["name_vi", "name_en", "source"]
    copy_view_enabled = False
    add_view_class = ServiceCreateView
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [FieldRowPanel([FieldPanel("day"), FieldPanel("until")]), FieldPanel("kind"), FieldPanel("source")],
                heading=_("General"),
            ),
            *language_tabs("name"),
        ],
        base_form_class=HolidayForm,
    )


class DeadlinesGroup(SnippetViewSetGroup):
    """By what clocks count, in one entry of the menu."""

    items = (DeadlineRuleViewSet, HolidayViewSet)
    menu_label = _("Deadlines")
    menu_icon = "time"
    menu_name = "deadlines"
    menu_order = 505
