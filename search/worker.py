"""How every index is kept up to date: what fails is tried again, more and more seldom, and holds no other up."""

import logging
from datetime import timedelta
from time import sleep

from django.utils import timezone

from . import following
from .engines import Engine, EngineBusyError, EngineDeniedError, EngineDownError, EngineFailedError
from .models import ChangeNumber, DeadLetter, IndexReport

TRIES, PAUSE = 20, 0.1  # a writer is busy for a tenth of a second; one that holds on for two is passed by
FIRST, LONGEST = timedelta(seconds=1), timedelta(minutes=1)  # between two tries of an index that fails
LETTERS = 200  # refused documents tried again at once
logger = logging.getLogger(__name__)


def attend_all() -> int:
    """Let every index whose turn has come take in what changed; says how many could not."""
    return sum(not attend(engine) for engine in following.engines())


def attend(engine: Engine) -> bool:
    """Let an index take in what changed, be built anew if it is lost, and try again what it refused."""
    report, _ = IndexReport.objects.get_or_create(engine=engine.label)
    if report.next_try_at and report.next_try_at > timezone.now():
        return False
    last = following.now().sequence
    try:
        bring_up_to_date(engine)
        try_letters(engine)
    except EngineFailedError as error:
        note_failure(report, error)
        return False
    note_success(report, last)
    return True


def bring_up_to_date(engine: Engine) -> None:
    try:
        patiently(engine)
    except (EngineDownError, EngineDeniedError):
        raise
    except EngineFailedError as error:
        logger.warning("The %s index is built anew: %s", engine.label, error)
        following.rebuild(engine)


def patiently(engine: Engine) -> None:
    """Wait for another writer a little while."""
    for turn in range(TRIES):
        try:
            following.follow(engine)
            return
        except EngineBusyError:
            if turn == TRIES - 1:
                raise
            sleep(PAUSE)


def try_letters(engine: Engine) -> None:
    """Tell again what was refused and whose next try has come."""
    due = DeadLetter.objects.of(engine.label).due(timezone.now()).values_list("key", flat=True)[:LETTERS]
    if families := {key.partition("|")[0] for key in due}:
        following.put_right(engine, families, following.now())


def note_failure(report: IndexReport, error: EngineFailedError) -> None:
    now = timezone.now()
    report.tries += 1
    report.failing_since, report.cause = report.failing_since or now, str(error)
    report.next_try_at = now + min(FIRST * 2 ** min(report.tries - 1, 10), LONGEST)
    report.save()
    logger.warning("The %s index is not up to date (try %d): %s", report.engine, report.tries, error)


def note_success(report: IndexReport, sequence: int) -> None:
    report.sequence, report.followed_at = sequence, timezone.now()
    report.failing_since, report.next_try_at, report.cause, report.tries = None, None, "", 0
    report.save()


def is_work_waiting() -> bool:
    """Has anything changed since the indices were last up to date, or does a try wait for its turn?"""
    last = ChangeNumber.objects.filter(pk=1).values_list("last", flat=True).first() or 0
    standing = dict(IndexReport.objects.values_list("engine", "sequence"))
    behind = any(standing.get(engine.label, -1) < last for engine in following.engines())
    return behind or DeadLetter.objects.due(timezone.now()).exists()
