"""Two people at the same moment: one decision, one appraiser, numbers without gaps. Seen on PostgreSQL alone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import count
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings
from django.utils import timezone

from cms.moderation import services
from cms.moderation.choices import State
from cms.moderation.models import Decision, ItemStatus
from tests.archive import appraised, article, build, cleared, now, published
from tests.cms.moderation.ways.scene import at
from tests.conftest import a_province
from tests.copies import own_copy

NUMBERS = count()
pytestmark = pytest.mark.postgresql


@pytest.fixture(scope="module")
def committed(django_db_setup, django_db_blocker, tmp_path_factory):
    """The archive in a database of its own, a copy of the tests', where two connections see what is committed."""
    with (
        own_copy(django_db_blocker, "at_once"),
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")),
    ):
        yield build(a_province())


def at_the_same_moment(*attempts):
    """What became of each attempt: its result, or the refusal it met."""
    start = Barrier(len(attempts))

    def run(attempt):
        try:
            start.wait(timeout=20)
            return attempt()
        except (ValidationError, PermissionDenied) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(attempts)) as pool:
        return list(pool.map(run, attempts))


def slug():
    """Every test has a page of its own."""
    return f"page-{next(NUMBERS)}"


def refusals(outcomes):
    return [outcome for outcome in outcomes if isinstance(outcome, Exception)]


@pytest.mark.django_db
def test_whoever_comes_second_is_told_who_was_first(archive):
    page = published(article(archive), archive)

    with pytest.raises(services.AlreadyDone, match=str(archive.director)):
        services.approve(page, by=archive.deputy)


def test_two_directors_make_one_decision(committed):
    page = appraised(article(committed, slug=slug()), committed)

    outcomes = at_the_same_moment(
        lambda: services.approve(now(page), by=committed.director),
        lambda: services.approve(now(page), by=committed.deputy),
    )

    (refusal,) = refusals(outcomes)
    assert isinstance(refusal, services.AlreadyDone)
    assert any(str(person) in refusal.messages[0] for person in (committed.director, committed.deputy))
    assert Decision.objects.on(page).count() == 1
    assert now(page).is_public
    assert [step.event for step in page.status.steps.all()].count("approve") == 1


def test_one_of_two_moderators_takes_an_item(committed):
    page = cleared(article(committed, slug=slug()), committed)

    outcomes = at_the_same_moment(
        lambda: services.take(now(page), by=committed.moderator),
        lambda: services.take(now(page), by=committed.moderator2),
    )

    (refusal,) = refusals(outcomes)
    assert isinstance(refusal, services.AlreadyDone)
    assert str(page.status.assignee) in refusal.messages[0]


def test_one_approves_while_another_sends_back(committed):
    page = appraised(article(committed, slug=slug()), committed)

    outcomes = at_the_same_moment(
        lambda: services.approve(now(page), by=committed.director),
        lambda: services.send_back(now(page), by=committed.deputy, reason="Xem lại."),
    )

    assert len(refusals(outcomes)) == 1
    status = now(page).status
    assert now(page).is_public is (status.state == State.PUBLISHED)
    assert status.state in (State.PUBLISHED, State.AGENCY_CLEARED)


def test_accession_numbers_have_no_gaps(committed):
    pages = [appraised(article(committed, slug=slug()), committed) for _number in range(4)]
    first = ItemStatus.objects.exclude(accession_number=None).count() + 1

    outcomes = at_the_same_moment(
        *[lambda page=page: services.approve(now(page), by=committed.director) for page in pages]
    )

    assert refusals(outcomes) == []
    year = timezone.localdate().year
    given = {now(page).status.accession_number for page in pages}
    assert given == {f"HĐ.{year}.{number:04d}" for number in range(first, first + len(pages))}


def test_an_approval_that_is_undone_leaves_no_gap(committed):
    one, two = (appraised(article(committed, slug=slug()), committed) for _number in range(2))
    last = int(ItemStatus.objects.exclude(accession_number=None).latest("accession_number").accession_number[-4:])
    with pytest.raises(RuntimeError), transaction.atomic():
        services.approve(one, by=committed.director)
        raise RuntimeError

    services.approve(now(two), by=committed.director)

    assert now(two).status.accession_number.endswith(f"{last + 1:04d}")


@pytest.mark.parametrize("attempt", range(3))
def test_a_withdrawal_during_a_publication_leaves_nothing_public(committed, attempt):
    page = published(article(committed, slug=slug(), go_live_at=timezone.now() + timedelta(days=1)), committed)

    def publish():
        call_command("publish_scheduled")

    with at(timezone.now() + timedelta(days=2)):
        outcomes = at_the_same_moment(
            publish, lambda: services.withdraw(now(page), by=committed.director, reason="Quá sớm.")
        )

    page = now(page)
    assert all(isinstance(each, PermissionDenied) for each in refusals(outcomes))  # nothing was left to publish
    assert not page.live
    assert not page.is_public
    assert page.status.state == State.WITHDRAWN


def test_withdrawing_twice_leaves_one_record(committed):
    page = published(article(committed, slug=slug()), committed)

    outcomes = at_the_same_moment(
        lambda: services.withdraw(now(page), by=committed.director, reason="x"),
        lambda: services.withdraw(now(page), by=committed.deputy, reason="y"),
    )

    assert len(refusals(outcomes)) == 1
    assert [step.event for step in page.status.steps.all()].count("withdraw") == 1
