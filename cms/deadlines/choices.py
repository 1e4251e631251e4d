"""The fixed lists of the clocks: how they count, how they end, what is told of them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Unit(TextChoices):
    """How a rule counts."""

    HOURS = "hours", _("hours")
    DAYS = "days", _("days")
    WORKING_DAYS = "working_days", _("working days")
    MONTHS = "months", _("months")
    BEFORE_DATE = "before_date", _("before a date")
    WORKING_DAYS_BEFORE = "working_days_before", _("working days before")


COUNTED_FORWARD = (Unit.HOURS, Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS)


class Outcome(TextChoices):
    """How a clock stands; late is for ever."""

    RUNNING = "running", pgettext_lazy("a clock", "running")
    ON_TIME = "on_time", _("on time")
    LATE = "late", pgettext_lazy("a clock", "late")
    WAIVED = "waived", _("waived")


MET = (Outcome.ON_TIME, Outcome.LATE)


class HolidayKind(TextChoices):
    """What makes a day of the calendar different from its weekday."""

    HOLIDAY = "holiday", _("holiday")
    WORKING = "working", _("working day in exchange for another")
    COMPENSATION = "compensation", _("day off in exchange for another")


class NoteKind(TextChoices):
    """What happened to a clock beside its start and its end."""

    STARTED_AGAIN = "started_again", _("a second start changed nothing")
    EVENT_AGAIN = "event_again", _("an event was told again; the first counts")
    HANDED_OVER = "handed_over", _("handed over")
    PAUSED = "paused", _("paused")
    RESUMED = "resumed", _("resumed")
    EXTENDED = "extended", _("extended")
    WAIVED = "waived", _("waived")


class ReminderKind(TextChoices):
    """What a person is told, in this order, each once."""

    THREE_DAYS = "d3", _("three days before")
    ONE_DAY = "d1", _("one day before")
    DUE = "due", _("about to end")
    OVERDUE = "overdue", _("overdue")
    ESCALATED = "escalated", _("overdue, told to the director")
