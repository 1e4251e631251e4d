"""Changes to lists: a moderator proposes, a director accepts or refuses. Accepting saves by the form's own road."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.core import saving

from .. import fields_changed
from ..choices import ChangeKind, ProposalState
from ..models import ProposedChange
from ..proposal_rights import DECIDE, WITHDRAW, require
from ..querysets import list_type
from ..signals import proposal_settled
from .recording import AlreadyDone, ReasonOwed


class AlreadyProposed(ValidationError):
    """Another change waits on the same row."""


class NoLongerFits(ValidationError):
    """The row, or what the rules ask of it, has changed since this was proposed. It stays open."""


@transaction.atomic
def propose(form: Any, *, by: Any, reason: str = "") -> ProposedChange:
    """Keep a valid form as it was filled in. The row stays as it is."""
    row = form.instance
    before = None if row.pk is None else locked(type(row), row.pk)
    found = fields_changed.differences(form, before)
    if not found:
        raise ValidationError(_("Nothing is changed: there is nothing to propose."))
    kind = ChangeKind.CHANGE if before else ChangeKind.ADD
    change = ProposedChange(kind=kind, data=fields_changed.sent(form), differences=found)
    return keep(change, row, before, by=by, reason=reason)


@transaction.atomic
def propose_removal(row: Any, *, by: Any, reason: str = "") -> ProposedChange:
    """Keep the wish that a row should go. What is in use is not even proposed."""
    before = locked(type(row), row.pk)
    saving.refuse_what_is_used(before)
    return keep(ProposedChange(kind=ChangeKind.REMOVE), row, before, by=by, reason=reason)


def keep(change: ProposedChange, row: Any, before: Any, *, by: Any, reason: str) -> ProposedChange:
    """Keep a proposal with the row as it is now. One row has one open proposal."""
    if before and ProposedChange.objects.waiting().on_row(before).exists():
        raise AlreadyProposed(_("A change of this row waits already. Until it is decided nobody can propose another."))
    change.content_type = list_type(type(row))
    change.title, change.reason, change.proposed_by = str(row)[:300], reason.strip(), by
    if before:
        change.object_id, change.base = str(before.pk), fields_changed.columns(before)
    change.save()
    log(before or change, "moderation.propose_change", user=by, data={"proposal": change.pk, "kind": change.kind})
    return change


@transaction.atomic
def accept(change: ProposedChange, *, by: Any) -> ProposedChange:
    """Save what was proposed, by the same form and the same services, in this director's name."""
    change = held(change)
    authority = require(DECIDE, change, by)
    row = row_as_proposed(change)
    if change.kind == ChangeKind.REMOVE:
        saving.remove(row, by=by)
    else:
        row = saved(rebound(change, row, by), by)
        change.object_id = str(row.pk)
        log(row, "moderation.accept_change", user=by, data=spoken_of(change))
    return settle(change, ProposalState.ACCEPTED, authority)


def saved(form: Any, by: Any) -> Any:
    """Save by the form's own road; what the database alone can know, such as a row saved in this moment, is said."""
    try:
        with transaction.atomic():
            return saving.save(form, by=by)
    except IntegrityError as error:
        raise NoLongerFits(_("Another row was saved at the same moment and stands in the way. Try again.")) from error


@transaction.atomic
def refuse(change: ProposedChange, *, by: Any, reason: str) -> ProposedChange:
    """The row stays as it is; whoever proposed it reads why."""
    change = held(change)
    authority = require(DECIDE, change, by)
    if not reason.strip():
        raise ReasonOwed(_("Give the reason: the person concerned will read it."))
    change.refusal = reason.strip()
    log(change, "moderation.refuse_change", user=by, data=spoken_of(change))
    return settle(change, ProposalState.REFUSED, authority)


@transaction.atomic
def withdraw_proposal(change: ProposedChange, *, by: Any) -> ProposedChange:
    """Whoever proposed it thinks better of it."""
    change = held(change)
    require(WITHDRAW, change, by)
    log(change, "moderation.withdraw_change", user=by, data=spoken_of(change))
    return settle(change, ProposalState.WITHDRAWN)


def held(change: ProposedChange) -> ProposedChange:
    """The proposal, locked until the transaction ends; whoever comes second is told what became of it."""
    change = ProposedChange.objects.select_for_update(of=("self",)).get(pk=change.pk)
    if not change.is_open:
        told = {"state": change.get_state_display(), "person": change.decided_by or change.proposed_by}
        raise AlreadyDone(_("It is settled: “%(state)s”, by %(person)s. Nothing was changed.") % told)
    return change


def locked(model: Any, pk: Any) -> Any:
    """The row as the database has it, held until the transaction ends."""
    return model._base_manager.select_for_update().get(pk=pk)


def row_as_proposed(change: ProposedChange) -> Any:
    """The row that the change is about, if it is still what the proposer saw; a new one for a new row."""
    if change.kind == ChangeKind.ADD:
        return change.model()
    try:
        row = locked(change.model, change.object_id)
    except change.model.DoesNotExist as gone:
        raise NoLongerFits(_("The row is gone: there is nothing left to change. Refuse this proposal.")) from gone
    now = fields_changed.columns(row)
    if other := [name for name, value in now.items() if change.base.get(name) != value]:
        raise NoLongerFits([changed_meanwhile(change.model, name) for name in other])
    return row


def changed_meanwhile(model: Any, name: str) -> str:
    field = capfirst(str(model._meta.get_field(name).verbose_name))
    return _("“%(field)s” was changed after this was proposed. Refuse it, and let it be proposed anew.") % {
        "field": field
    }


def rebound(change: ProposedChange, row: Any, by: Any) -> Any:
    """The same form, filled in with what was kept; it must still be valid today."""
    form_class = change.model.snippet_viewset.get_form_class(for_update=row.pk is not None)
    form = form_class(MultiValueDict(change.data), instance=row, for_user=by)
    if not form.is_valid():
        raise NoLongerFits(errors_of(form))
    return form


def errors_of(form: Any) -> list[str]:
    """Each error with the name of its field."""
    found = []
    for name, sentences in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        found += [f"{label}: {sentence}" if label else str(sentence) for sentence in sentences]
    return found


def settle(change: ProposedChange, state: str, authority: Any = None) -> ProposedChange:
    change.state, change.decided_at = state, timezone.now()
    if authority:
        change.decided_by, change.seat, change.on_behalf_of = authority.user, authority.seat, authority.on_behalf_of
    change.save()
    proposal_settled.send(sender=ProposedChange, change=change)
    return change


def spoken_of(change: ProposedChange) -> dict[str, Any]:
    return {"proposal": change.pk, "proposed_by": change.proposed_by_id, "title": change.title}
