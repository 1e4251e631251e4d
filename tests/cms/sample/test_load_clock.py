"""Stories of the sample archive keep to one calendar."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from django.utils import timezone

from cms.sample.loading.clock import set_to, working_day_before, working_days_between
from cms.sample.loading.stories import Calendar

FRIDAY, MONDAY = date(2026, 3, 6), date(2026, 3, 9)


def test_while_the_clock_is_set_everybody_is_told_that_moment():
    moment = datetime(2025, 9, 8, 2, 0, tzinfo=UTC)

    with set_to(moment):
        assert timezone.now() == moment

    assert timezone.now() > moment


def test_a_weekend_is_no_time_to_work():
    assert working_days_between(FRIDAY, MONDAY) == 1
    assert working_day_before(MONDAY, 1) in (FRIDAY, date(2026, 3, 7), date(2026, 3, 8))


def test_stories_are_told_in_the_order_of_the_calendar():
    told: list[tuple[str, date]] = []

    def story(name: str, wait: int) -> Iterator[int]:
        told.append((name, timezone.localdate()))
        yield wait
        told.append((name, timezone.localdate()))

    calendar = Calendar()
    calendar.begin(story("slow", 5), FRIDAY, "slow")
    calendar.begin(story("quick", 1), FRIDAY, "quick")
    calendar.run()

    assert [day for _name, day in told] == sorted(day for _name, day in told)
    assert told[-1][0] == "slow"


def test_no_story_runs_ahead_of_the_real_clock():
    days: list[datetime] = []

    def story() -> Iterator[int]:
        yield 30
        days.append(timezone.now())

    calendar = Calendar()
    calendar.begin(story(), timezone.localdate(), "late")
    calendar.run()

    assert days[0] < timezone.now()
