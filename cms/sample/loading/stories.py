"""Stories told side by side: each waits for some working days, then acts, and all keep to one calendar.

A story is a generator that yields how many working days it waits. Whatever it does next happens at that time,
so that numbers given in turn (accession, revisions, the log) follow the calendar across all stories.
"""

import heapq
import itertools
import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils import timezone

from . import clock

Story = Iterator[int]


class Calendar:
    """Stories that wait for their next step, the earliest first."""

    def __init__(self) -> None:
        self.end: datetime = timezone.now()
        self.waiting: list[tuple[datetime, int, Story, random.Random]] = []
        self.turn = itertools.count()

    def begin(self, story: Story, day: date, name: str) -> None:
        """A story begins on a day; its name decides at which hours it goes on, the same in every run."""
        chance = random.Random(name)
        self.wait(clock.office_hour(day, chance), story, chance)

    def wait(self, moment: datetime, story: Story, chance: random.Random) -> None:
        """No story runs ahead of the real clock."""
        heapq.heappush(self.waiting, (min(moment, self.end - timedelta(minutes=1)), next(self.turn), story, chance))

    def run(self) -> None:
        """Tell all stories to their end."""
        while self.waiting:
            moment, _turn, story, chance = heapq.heappop(self.waiting)
            with clock.set_to(moment):
                days = next(story, None)
            if days is not None:
                self.wait(clock.next_office_hour(moment, days, chance), story, chance)
