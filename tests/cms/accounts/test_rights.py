"""The matrix of roles and rights, one test a cell. A moderator's deeds on a list wait for a director all the same."""

import pytest

from cms.accounts.models import User

pytestmark = pytest.mark.django_db

PEOPLE = ("contributor", "lead", "moderator", "director", "security", "screener", "auditor")
ORGANISATION = "organisation.{}_agency"
OFFICIAL_NAMES = "organisation.{}_agencyterm"
FUNCTIONS = "organisation.{}_functionassignment"
THEMES, FIELDS, CHECKLIST = "pages.{}_theme", "pages.{}_fieldofmanagement", "moderation.{}_checklistline"
PERSON, SEAT, CUSTODIAN, DELEGATION = (
    f"accounts.{{}}_{name}" for name in ("user", "seat", "seatassignment", "delegation")
)
ALL, EDIT, READ, NONE = {"view", "add", "change", "delete"}, {"view", "add", "change"}, {"view"}, set()

MATRIX = {
    ORGANISATION: (READ, READ, ALL, ALL, NONE, NONE, READ),
    OFFICIAL_NAMES: (READ, READ, ALL, ALL, NONE, NONE, READ),
    FUNCTIONS: (READ, READ, ALL, ALL, NONE, NONE, READ),
    THEMES: (NONE, NONE, ALL, ALL, NONE, NONE, READ),
    FIELDS: (NONE, NONE, ALL, ALL, NONE, NONE, READ),
    CHECKLIST: (NONE, NONE, ALL, ALL, NONE, NONE, READ),
    PERSON: (NONE, NONE, NONE, ALL, READ, NONE, READ),
    SEAT: (NONE, NONE, NONE, EDIT, READ, NONE, READ),
    CUSTODIAN: (NONE, NONE, NONE, EDIT, READ, NONE, READ),
    DELEGATION: (NONE, NONE, NONE, EDIT, READ, NONE, READ),
}
CELLS = [(model, person, cell) for model, row in MATRIX.items() for person, cell in zip(PEOPLE, row, strict=True)]


@pytest.mark.parametrize("model, person, allowed", CELLS)
def test_each_role_has_exactly_its_rights(province, model, person, allowed):
    user = getattr(province, person)

    assert {action for action in ALL if user.has_perm(model.format(action))} == allowed


@pytest.mark.parametrize("person", PEOPLE)
def test_everybody_with_a_seat_may_enter(province, person):
    assert getattr(province, person).has_perm("wagtailadmin.access_admin")


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("right, holders", [("lock_user", {"director", "security"}), ("close_user", {"director"})])
def test_accounts_are_locked_and_closed_by_few(province, person, right, holders):
    assert getattr(province, person).has_perm(f"accounts.{right}") is (person in holders)


@pytest.mark.parametrize("person", PEOPLE)
def test_those_who_write_may_send_texts_to_translation(province, person):
    may = getattr(province, person).has_perm("wagtail_localize.submit_translation")

    assert may is (person in {"contributor", "moderator"})


def test_somebody_without_a_seat_may_do_nothing(db):
    from tests.factories import UserFactory

    assert UserFactory().get_all_permissions() == set()


def test_groups_and_single_permissions_give_nothing(db):
    from django.contrib.auth.models import Group, Permission

    from tests.factories import UserFactory

    user, group = UserFactory(), Group.objects.create(name="Writers")
    permission = Permission.objects.get(codename="access_admin")
    group.permissions.add(permission)
    user.groups.add(group)
    user.user_permissions.add(permission)

    assert not User.objects.get(pk=user.pk).has_perm("wagtailadmin.access_admin")


def test_no_right_stands_for_one_row_only(province):
    assert not province.director.has_perm("organisation.change_agency", province.agency)
