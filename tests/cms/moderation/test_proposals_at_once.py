"""Two people at the same moment on one change of a list: one decision, one open proposal. Seen on PostgreSQL alone."""

from itertools import count

import pytest

from cms.moderation import services
from cms.moderation.choices import ProposalState
from cms.moderation.models import ProposedChange
from cms.pages.models import Theme
from tests.cms.moderation.lists import TERM
from tests.cms.moderation.test_concurrency import at_the_same_moment, committed, refusals  # noqa: F401  (a fixture)

NUMBERS = count()
pytestmark = pytest.mark.postgresql


@pytest.fixture
def theme(committed):  # noqa: F811  (the fixture, asked for by its name)
    return Theme.objects.create(code=f"river-{next(NUMBERS)}", name_vi="Sông", name_en="River")


def filled_in(row, by, **words):
    """The form of a theme as a moderator sends it."""
    sent = {**TERM, "code": row.code if row.pk else f"sea-{next(NUMBERS)}", **words}
    form = Theme.snippet_viewset.get_form_class()(as_sent(sent), instance=row, for_user=by)
    assert form.is_valid(), form.errors
    return form


def as_sent(words):
    from django.http import QueryDict

    data = QueryDict(mutable=True)
    data.update(words)
    return data


def again(theme):
    return Theme.objects.get(pk=theme.pk)


def proposed(theme, world):
    return services.propose(filled_in(again(theme), world.moderator), by=world.moderator)


def test_two_directors_make_one_decision(committed, theme):  # noqa: F811
    change = proposed(theme, committed)

    outcomes = at_the_same_moment(
        lambda: services.accept(change, by=committed.director), lambda: services.accept(change, by=committed.deputy)
    )

    (refusal,) = refusals(outcomes)
    assert isinstance(refusal, services.AlreadyDone)
    change.refresh_from_db()
    assert str(change.decided_by) in refusal.messages[0]
    assert again(theme).name_vi == "Biển"


@pytest.mark.parametrize("attempt", range(3))
def test_one_accepts_while_another_refuses(committed, theme, attempt):  # noqa: F811
    change = proposed(theme, committed)

    outcomes = at_the_same_moment(
        lambda: services.accept(change, by=committed.director),
        lambda: services.refuse(change, by=committed.deputy, reason="Không."),
    )

    assert len(refusals(outcomes)) == 1
    change.refresh_from_db()
    assert (again(theme).name_vi == "Biển") is (change.state == ProposalState.ACCEPTED)


def test_one_accepts_while_the_author_withdraws(committed, theme):  # noqa: F811
    change = proposed(theme, committed)

    outcomes = at_the_same_moment(
        lambda: services.accept(change, by=committed.director),
        lambda: services.withdraw_proposal(change, by=committed.moderator),
    )

    assert len(refusals(outcomes)) == 1
    change.refresh_from_db()
    assert (again(theme).name_vi == "Biển") is (change.state == ProposalState.ACCEPTED)


def test_two_moderators_leave_one_open_proposal(committed, theme):  # noqa: F811
    one = filled_in(again(theme), committed.moderator, name_vi="Biển")
    two = filled_in(again(theme), committed.moderator2, name_vi="Đầm")

    outcomes = at_the_same_moment(
        lambda: services.propose(one, by=committed.moderator), lambda: services.propose(two, by=committed.moderator2)
    )

    (refusal,) = refusals(outcomes)
    assert isinstance(refusal, services.AlreadyProposed)
    assert ProposedChange.objects.waiting().on_row(theme).count() == 1


def test_two_new_rows_of_one_code_become_one(committed):  # noqa: F811
    code = f"lake-{next(NUMBERS)}"
    changes = [
        services.propose(filled_in(Theme(), person, code=code), by=person)
        for person in (committed.moderator, committed.moderator2)
    ]

    outcomes = at_the_same_moment(*[lambda each=each: services.accept(each, by=committed.director) for each in changes])

    assert len(refusals(outcomes)) == 1
    assert Theme.objects.filter(code=code).count() == 1
    assert ProposedChange.objects.waiting().filter(pk__in=[each.pk for each in changes]).count() == 1
