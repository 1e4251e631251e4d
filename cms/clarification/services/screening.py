"""Secrecy (HUE-17): every text is scanned when it is written; what looks like a secret is set apart, never lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.accounts import permissions as seats
from cms.moderation.markings import RULES_VERSION, Hit, markings
from cms.moderation.permissions import NotAllowed
from cms.moderation.services.screening import alert_screeners, plain

from ..choices import CaseOutcome, Event
from ..models import ClarificationDossierPage as Dossier
from ..models import DossierFile, MisinformationItem, PartVersion, ScreeningCase, Withholdable
from ..permissions import require
from ..similar import remember
from .recording import fingerprint, held, record
from .texts import release_text


def hits_in(texts: Iterable[str]) -> list[Hit]:
    """Every marking of a secret in some texts."""
    return [hit for text in texts for hit in markings(plain(text))]


def screen(row: Any, dossier: Dossier, what: str, *, by: Any, more: Iterable[str] = ()) -> Any:
    """Set a row apart before it is saved, if its words, or more that belongs to it, hold a marking."""
    hits = hits_in([*row.texts(), *more])
    if hits:
        row.case = set_apart(dossier, what, hits, by=by)
    return row


def screened_reason(dossier: Dossier, reason: str, *, by: Any) -> ScreeningCase | None:
    """The screening that a step's reason needs, or nothing."""
    hits = hits_in([reason])
    return set_apart(dossier, _("a reason in the record"), hits, by=by) if hits else None


def set_apart(dossier: Dossier, what: str, hits: list[Hit], *, by: Any) -> ScreeningCase:
    """Open a screening: from now on only screeners and directors read it; they are told, without a word of the text."""
    case = ScreeningCase.objects.create(
        dossier=dossier,
        what=what,
        rules_version=RULES_VERSION,
        hits=[hit._asdict() for hit in hits],
        written_by=by,
    )
    record(dossier, Event.QUARANTINE, facts={"what": what, "case": case.pk})
    transaction.on_commit(alert_screeners)
    return case


def may_read_cases(user: Any) -> bool:
    """Screeners act; directors read (matrix §5.2)."""
    return bool(seats.is_screener(user) or seats.is_director(user))


def rows_of(case: ScreeningCase) -> list[Any]:
    """What was set apart by a screening."""
    return [row for model in withholdable() for row in model._base_manager.filter(case=case)]


def withholdable() -> list[Any]:
    """Every kind of row that may be set apart."""
    return [model for model in Dossier._meta.app_config.get_models() if issubclass(model, Withholdable)]


@transaction.atomic
def propose_release(case: ScreeningCase, *, by: Any, reason: str) -> ScreeningCase:
    """The first of two people says what should become of it."""
    dossier = held(case.dossier)
    authority = require(Event.PROPOSE_RELEASE, dossier, by)
    record(dossier, Event.PROPOSE_RELEASE, authority=authority, reason=reason, facts={"case": case.pk})
    case.release_proposed_by, case.release_reason = by, reason
    case.save()
    return case


@transaction.atomic
def release(case: ScreeningCase, *, by: Any, reason: str) -> ScreeningCase:
    """The second person agrees that it holds no secret: everybody of the dossier reads it again."""
    dossier = held(case.dossier)
    authority = require(Event.RELEASE, dossier, by)
    close(case, by, CaseOutcome.RELEASED)
    record(dossier, Event.RELEASE, authority=authority, reason=reason, facts={"case": case.pk})
    for row in rows_of(case):
        come_back(row)
    return case


def come_back(row: Any) -> None:
    """What a row is for begins again: a text stands in its part, a claim is found."""
    row.refresh_from_db()
    if isinstance(row, PartVersion):
        release_text(row)
    elif isinstance(row, MisinformationItem):
        remember(row)


@transaction.atomic
def purge(case: ScreeningCase, *, by: Any, reason: str) -> ScreeningCase:
    """Two people agree that it must not be kept: words and bytes are destroyed, their hash stays."""
    dossier = held(case.dossier)
    authority = require(Event.PURGE, dossier, by)
    rows = rows_of(case)
    case.fingerprint = fingerprint("\n".join(text for row in rows for text in row.texts()))
    case.hits = []
    close(case, by, CaseOutcome.PURGED)
    record(
        dossier, Event.PURGE, authority=authority, reason=reason, facts={"case": case.pk, "sha256": case.fingerprint}
    )
    for row in rows:
        destroy(row)
    return case


def close(case: ScreeningCase, by: Any, outcome: str) -> None:
    """Raises NotAllowed where a colleague has not proposed it first."""
    if case.release_proposed_by_id in (None, by.pk) or case.closed_at:
        raise NotAllowed(_("Two people decide: a colleague must propose it first."))
    case.closed_at, case.closed_by, case.outcome = timezone.now(), by, outcome
    case.save()


def destroy(row: Any) -> None:
    """Empty the words of a row, and the bytes of a file; the row itself, its dates and its people stay."""
    gone = _("removed after screening")
    type(row)._base_manager.filter(pk=row.pk).update(**dict.fromkeys(row.words, gone))
    if isinstance(row, Dossier):
        Page.objects.filter(pk=row.pk).update(draft_title=gone)
    if isinstance(row, DossierFile):
        name, storage = str(row.file.name), row.file.storage
        transaction.on_commit(lambda: storage.delete(name))
