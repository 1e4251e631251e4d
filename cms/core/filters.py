"""Filters shared by the lists of every app."""

import datetime
from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.widgets import AdminDateInput


class DatedFilterSet(WagtailFilterSet):
    """What holds on a chosen day."""

    valid_on = django_filters.DateFilter(label=_("Valid on"), method="on_day", widget=AdminDateInput)

    def on_day(self, queryset: Any, name: str, day: datetime.date) -> Any:
        return queryset.on(day)
