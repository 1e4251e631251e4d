"""Secrecy screening (HUE-17, Đ4.6): scan at handing in, set apart on a hit, release by two people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.fields import StreamField

from cms.accounts import permissions as seats

from ..choices import Event, State, WithdrawalGround
from ..markings import RULES_VERSION, Hit, markings
from ..models import ItemStatus, Quarantine, Screening
from ..permissions import NotAllowed, require
from ..untagged import plain
from . import destroying
from .recording import fresh, held, record
from .withdrawing import end, go_dark, translations_to_end
from .workflow_steps import end_passage


def screen(status: ItemStatus, revision: Any, *, by: Any) -> bool:
    """Scan what is handed in; on a hit set it apart. A text that two screeners released is not stopped again."""
    hits = [] if was_released(status, revision) else scan(revision.as_object())
    screening = Screening.objects.create(
        status=status,
        revision=revision,
        declared_by=by,
        rules_version=RULES_VERSION,
        hits=[hit._asdict() for hit in hits],
    )
    if hits:
        set_apart(status, screening=screening, reason=_("The scan found the marking of a state secret."))
    return bool(hits)


def was_released(status: ItemStatus, revision: Any) -> bool:
    return Quarantine.objects.filter(status=status, screening__revision=revision, outcome=Quarantine.RELEASED).exists()


def scan(item: Any) -> list[Hit]:
    """Markings anywhere in the words of an item, editor's notes included."""
    return [hit for text in texts({**item.words(), **streams(item)}) for hit in markings(plain(text))]


def streams(item: Any) -> dict[str, Any]:
    """Blocks as they are; serialised they would be JSON, in which Vietnamese letters are escaped and never found."""
    fields = (field for field in item._meta.get_fields() if isinstance(field, StreamField))
    return {field.name: list(getattr(item, field.name).get_prep_value()) for field in fields}


def texts(value: Any) -> Iterator[str]:
    """Every string inside nested words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def set_apart(status: ItemStatus, *, reason: str, authority: Any = None, screening: Screening | None = None) -> None:
    """Nobody but the screeners sees it from now on; they are told, without a word of the text."""
    status.state_before = status.state
    record(status, Event.QUARANTINE, authority=authority, reason=reason)
    Quarantine.objects.create(
        status=status, screening=screening, reason=reason, opened_by=authority.user if authority else None
    )
    transaction.on_commit(alert_screeners)


def alert_screeners() -> None:
    addresses = [user.email for user in seats.holders("screen")]
    send_mail(
        _("An item waits for secrecy screening"),
        _("Sign in and open the screening page. This message holds nothing of the item on purpose."),
        None,
        addresses,
        fail_silently=True,
    )


@transaction.atomic
def quarantine(item: Any, *, by: Any, reason: str) -> ItemStatus:
    """A screener sets an item apart; if it is public or soon will be it goes dark at once, translations with it."""
    status = held(item)
    authority = require(Event.QUARANTINE, status, by)
    ends_now = fresh(item).live or status.state == State.SCHEDULED
    translations = translations_to_end(item)
    set_apart(status, reason=reason, authority=authority)
    if ends_now:
        end(item, by=by, reason=reason)
    for translation in translations:
        go_dark(translation, reason=_("Its source is under review."), ground=WithdrawalGround.OTHER)
    return status


@transaction.atomic
def propose_release(item: Any, *, by: Any, reason: str) -> Quarantine:
    """The first of two people says that it holds no secret."""
    status = held(item)
    record(status, Event.PROPOSE_RELEASE, authority=require(Event.PROPOSE_RELEASE, status, by), reason=reason)
    case = status.quarantines.get(closed_at=None)
    case.release_proposed_by, case.release_reason = by, reason
    case.save()
    return case


@transaction.atomic
def release_quarantine(item: Any, *, by: Any, reason: str) -> ItemStatus:
    """The second person agrees: it goes back to where it stood; what was public is withdrawn until it is restored."""
    status = held(item)
    authority = require(Event.RELEASE_QUARANTINE, status, by)
    record(status, Event.RELEASE_QUARANTINE, authority=authority, reason=reason, target=state_to_return_to(status))
    close(status, by, Quarantine.RELEASED)
    return status


def state_to_return_to(status: ItemStatus) -> str:
    """The earlier state where nothing was ended meanwhile; a decision that was ended does not come back."""
    before = status.state_before or State.DRAFT
    ended = before in (State.PUBLISHED, State.SCHEDULED) and not status.item.live
    return State.WITHDRAWN if ended else before


@transaction.atomic
def purge(item: Any, *, by: Any, reason: str) -> ItemStatus:
    """Two people agree that it must not be kept: its words are destroyed, its number and their hash stay."""
    status = held(item)
    authority = require(Event.PURGE, status, by)
    fingerprint = destroying.fingerprint(fresh(item))
    record(status, Event.PURGE, authority=authority, reason=reason, answers={"sha256": fingerprint})
    close(status, by, Quarantine.PURGED)
    end_passage(status, by)
    end(item, by=by, reason=reason)
    destroying.destroy_words(fresh(item))
    return status


def close(status: ItemStatus, by: Any, outcome: str) -> None:
    case = status.quarantines.get(closed_at=None)
    if case.release_proposed_by_id in (None, by.pk):
        raise NotAllowed(_("Two people decide: a colleague must propose it first."))
    case.closed_at, case.closed_by, case.outcome = timezone.now(), by, outcome
    case.save()
