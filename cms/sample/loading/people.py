"""The people of the sample province, the seats they sit on, and who signs in whose place."""

from datetime import datetime

from django.contrib.auth.hashers import make_password
from wagtail.users.models import UserProfile

from cms.accounts.choices import SeatKind
from cms.accounts.models import Seat, User
from cms.accounts.services import delegate, open_seat, seat_person

from ..reading import tables
from .texts import FOLDER
from .world import World

PASSWORD = "Hai-Dang-2026!"  # noqa: S105  (printed in the README: the sample archive holds nothing to protect)


def load_people(world: World, *, today: datetime) -> None:
    """Everybody has an account and a seat; the password is one, so it is made slow to guess only once."""
    password = make_password(PASSWORD)
    for row in world.texts.people:
        user = User(email=row.email, full_name=row.name, phone=row.phone, password=password)
        # An administrator's password is too old after some weeks: the sample's is as old as its loading.
        user.password_changed_at = today
        user.full_clean()
        user.save()
        speak_vietnamese(user)
        world.people[row.key] = user
        seat(world, row, user)
    for delegation in tables.read_delegations(FOLDER):
        load_delegation(world, delegation)


def speak_vietnamese(user: User) -> None:
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "vi"
    profile.save()


def seat(world: World, row: tables.PersonRow, user: User) -> None:
    """One seat a person, since the day of the document."""
    opened = open_seat(world.agencies[row.agency], row.seat, by=None, from_=row.document_date)
    seat_person(
        opened,
        user,
        document_number=row.document_number,
        document_date=row.document_date,
        from_=row.document_date,
        position_vi=row.position,
        position_en=row.position_en,
        phone=row.phone,
        email=row.email,
        by=None,
    )


def load_delegation(world: World, row: tables.DelegationRow) -> None:
    delegate(
        Seat.objects.get(kind=SeatKind.APPROVE, assignments__user=world.people[row.giver]),
        to=world.people[row.taker],
        from_=row.valid_from,
        until=row.valid_to,
        scope=row.scope,
        document_number=row.document_number,
        document_date=row.document_date,
        by=None,
    )
