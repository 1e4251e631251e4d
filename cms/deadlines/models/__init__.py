"""Rules, clocks, what happened to them, who was told, and the calendar by which they count."""

from .deadlines import Deadline, Note, StopEvent
from .holidays import Holiday
from .notices import Notice, Reminder
from .rules import DeadlineRule
from .tokens import CalendarToken

__all__ = ["CalendarToken", "Deadline", "DeadlineRule", "Holiday", "Note", "Notice", "Reminder", "StopEvent"]
