"""Taking from the public, giving back, and laying away for good."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions import action_registry
from wagtail.models import Locale

from ..choices import NEEDS_NEW_APPRAISAL, Event, WithdrawalGround
from ..models import Decision, ItemStatus, NotDecided, moderated_models, public
from ..permissions import require
from .publishing import make
from .recording import IllegalTransition, fresh, held, record
from .workflow_steps import end_passage


@transaction.atomic
def withdraw(item: Any, *, by: Any, reason: str, ground: str = WithdrawalGround.OTHER) -> ItemStatus:
    """Take it from the public. Withdrawing the source withdraws every translation; a translation goes alone."""
    authority = require(Event.WITHDRAW, held(item), by)
    for each in together(item):
        go_dark(each, authority=authority, reason=reason, ground=ground)
    return held(item)


def together(item: Any) -> list[Any]:
    """The item, and its translations that are public or soon will be, when it is their source."""
    return [item, *translations_to_end(item)]


def translations_to_end(item: Any) -> list[Any]:
    if item.locale_id != Locale.get_default().pk:
        return []
    return [page.specific for page in item.get_translations() if page.live or page.scheduled_revision]


def go_dark(item: Any, *, reason: str, ground: str, authority: Any = None, **how: Any) -> None:
    """The record first, then the decision ends; only then may the row go dark. A change under review ends with it."""
    status, by = held(item), authority.user if authority else None
    if fresh(item).live:
        status.withdrawn_at, status.withdrawal_ground = timezone.now(), ground
    status.assignee = status.claimed_at = None
    record(status, Event.WITHDRAW, authority=authority, reason=reason)
    end_passage(status, by)
    end(item, by=by, reason=how.pop("end_reason", reason), **how)


def end(item: Any, *, reason: str, by: Any = None, **how: Any) -> None:
    """End what was decided and take the row down, in that order."""
    item = item.lock_row()
    item.revisions.update(approved_go_live_at=None)
    Decision.objects.on(item).end(by=by, reason=reason)
    unpublish = action_registry.get_action_class(type(item), "unpublish")
    unpublish(item, user=by, **how).execute(skip_permission_checks=True)


@transaction.atomic
def restore(item: Any, *, by: Any, reason: str) -> ItemStatus:
    """Let the public read it again: a new decision on the same text, unless rights or content were the ground."""
    status = held(item)
    authority = require(Event.RESTORE, status, by)
    if status.withdrawal_ground in NEEDS_NEW_APPRAISAL:
        raise IllegalTransition(
            _("It was withdrawn for its rights, a consent or its content: hand it in for a new appraisal.")
        )
    last = Decision.objects.on(item).exclude(ended_at=None).exclude(published_at=None).order_by("ended_at").last()
    if not last:
        raise IllegalTransition(_("It was never public: hand it in for appraisal."))
    if by in (last.cleared_by, last.appraised_by):
        raise NotDecided(_("Somebody else must decide."))
    record(status, Event.RESTORE, authority=authority, reason=reason)
    people = {name: getattr(last, name) for name in ("cleared_by", "no_lead", "appraised_by", "submission")}
    make(last.revision, approved_by=by, reason=reason, **people)
    last.revision.publish(user=by, changed=False)
    return held(item)


@transaction.atomic
def archive(item: Any, *, by: Any, reason: str) -> ItemStatus:
    """Lay it away: no longer public, readable to staff, never handed in again."""
    status = held(item)
    authority = require(Event.ARCHIVE, status, by)
    record(status, Event.ARCHIVE, authority=authority, reason=reason)
    if fresh(item).live:
        end(item, by=by, reason=reason)
    for translation in translations_to_end(item):
        go_dark(translation, authority=authority, reason=reason, ground=WithdrawalGround.OTHER)
    return status


@transaction.atomic
def expire() -> None:
    """End what was decided to end by now; runs before anything is published on time."""
    for model in moderated_models():
        for item in public(model.objects.filter(expire_at__lt=timezone.now())):
            if fresh(item).live:  # else its source has taken it along
                its_time_is_over(item)


def its_time_is_over(item: Any) -> None:
    """Nobody withdraws it: it was decided so when it was approved."""
    how = {"end_reason": "expired", "set_expired": True}
    for each in together(item):
        go_dark(each, reason=_("Its time was over."), ground=WithdrawalGround.OTHER, **how)
