"""The whole sample archive: loaded in one transaction, or not at all."""

from datetime import date, datetime, time

from django.utils import timezone

from cms.core import clock
from cms.core.together import together
from cms.organisation.models import Agency
from cms.pages.models import HomePage

from ..drawing.sheet import FULL_SCALE
from . import ground, lists, organisation, people, pictures, tales, wishes
from .clock import VIET_NAM, set_to
from .quiet import quietly
from .stories import Calendar
from .texts import Texts
from .world import World

FOUNDED = datetime.combine(date(2025, 7, 21), time(9), VIET_NAM)


class NotEmptyError(Exception):
    """The archive has a first page of its own, beside which the sample cannot stand."""


class TooEarlyError(Exception):
    """The clock of this machine is earlier than what the sample archive tells of."""


def is_loaded() -> bool:
    """Whether the sample archive is there."""
    first = Texts().agencies[0]
    return Agency.objects.filter(eid=first.eid, name_vi=first.name_vi).exists()


def load(scale: float = FULL_SCALE) -> World:
    """Build the sample archive. Raises NotEmptyError or TooEarlyError."""
    world = World()
    refuse_what_cannot_be(world)
    with quietly(), pictures.Press(world, scale) as press, together():
        tell(world)
        press.keep_what_is_ready()
    return world


def refuse_what_cannot_be(world: World) -> None:
    if HomePage.objects.exists():
        raise NotEmptyError
    latest = max(text.activity_date for text, _english in world.texts.articles if text.activity_date)
    if clock.today() <= latest:
        raise TooEarlyError(latest)


def tell(world: World) -> None:
    """First those who act, then the ground, then every record in the order of the calendar."""
    now = timezone.now()
    with set_to(FOUNDED):
        organisation.load_organisation(world)
        lists.load_lists(world)
        people.load_people(world, today=now)
    ground.load_ground(world)
    calendar = Calendar()
    for part in (tales.tell_help, tales.tell_legal, tales.tell_pictures, tales.tell_articles, tales.tell_galleries):
        part(world, calendar)
    tales.tell_apart(world, calendar)
    wishes.tell_wishes(world, calendar)
    calendar.run()
