"""What day it is where the archive's rules hold."""

import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")


def today() -> datetime.date:
    """The local date in Viet Nam, whatever the server's own zone."""
    return timezone.localtime(timezone.now(), VIET_NAM).date()


def day_before(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=1)


def day_after(day: datetime.date) -> datetime.date:
    return day + datetime.timedelta(days=1)
