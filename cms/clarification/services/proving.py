"""What is brought together: claims and their spread, archived copies, evidence, and what has happened since."""

from __future__ import annotations

import datetime
from dataclasses import asdict, dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.permissions import Authority

from ..addresses import canonical
from ..choices import CopyKind, CopyMethod, Event, Harm, Reporter
from ..fetching import fetch
from ..models import ArchivedCopy, DossierPart, EvidenceItem, MisinformationItem, SituationUpdate, SpreadUpdate
from ..models import ClarificationDossierPage as Dossier
from ..permissions import require
from ..received import kind_of
from ..similar import remember
from .files import keep_file, keep_file_if_any
from .recording import held, keep, record, refuse_future, require_legal
from .screening import screen, screened_reason


@dataclass(frozen=True)
class Claim:
    """What somebody tells of a false claim."""

    claim: str
    outlet: str
    first_seen_at: datetime.datetime
    language: str = "vi"
    claim_vi: str = ""
    url: str = ""
    harm: int = Harm.NOTICEABLE
    reporter_kind: str = Reporter.AGENCY
    reporter_name: str = ""
    reporter_contact: str = ""
    is_reporter_protected: bool = True


@transaction.atomic
def add_item(dossier: Dossier, *, claim: Claim, by: Any) -> MisinformationItem:
    """Another false claim in the same matter."""
    dossier = held(dossier)
    return put_item(dossier, claim, by=by, authority=require(Event.ITEM, dossier, by))


def put_item(dossier: Dossier, claim: Claim, *, by: Any, authority: Authority) -> MisinformationItem:
    refuse_future(first_seen_at=claim.first_seen_at)
    item = MisinformationItem(dossier=dossier, canonical_url=canonical(claim.url), recorded_by=by, **asdict(claim))
    keep(screen(item, dossier, _("false information"), by=by))
    record(dossier, Event.ITEM, authority=authority, happened_at=item.first_seen_at, facts={"item": item.pk})
    remember(item)
    return item


@transaction.atomic
def add_spread(
    item: MisinformationItem, *, text: str, seen_at: datetime.datetime, by: Any, url: str = ""
) -> SpreadUpdate:
    """How it went on; what was said before stays."""
    dossier = held(item.dossier)
    authority = require(Event.SPREAD, dossier, by)
    refuse_future(seen_at=seen_at)
    update = SpreadUpdate(item=item, text=text.strip(), url=url, seen_at=seen_at, by=by, agency=authority.agency)
    keep(screen(update, dossier, _("an update on the spread"), by=by))
    record(dossier, Event.SPREAD, authority=authority, happened_at=seen_at, facts={"item": item.pk})
    return update


@transaction.atomic
def add_situation(dossier: Dossier, *, text: str, happened_at: datetime.datetime, by: Any) -> SituationUpdate:
    """What has happened since (part a); what was said before stays."""
    dossier = held(dossier)
    authority = require(Event.SITUATION, dossier, by)
    refuse_future(happened_at=happened_at)
    update = SituationUpdate(
        dossier=dossier, text=text.strip(), happened_at=happened_at, by=by, agency=authority.agency
    )
    keep(screen(update, dossier, _("an update on the situation"), by=by))
    record(dossier, Event.SITUATION, authority=authority, happened_at=happened_at, letter="a")
    return update


@transaction.atomic
def keep_copy(
    item: MisinformationItem,
    *,
    upload: Any,
    captured_at: datetime.datetime,
    by: Any,
    note: str = "",
    method: str = CopyMethod.UPLOADED,
    log: list[dict[str, Any]] | None = None,
) -> ArchivedCopy:
    """Keep what the page looked like: with its hash, when it was taken, and a log of how."""
    dossier = held(item.dossier)
    authority = require(Event.COPY_KEPT, dossier, by)
    require_legal(dossier, Event.COPY_KEPT)
    refuse_future(captured_at=captured_at)
    form = form_of(kind_of(upload).media_type)
    file = keep_file(dossier, upload, by=by)
    written = [*(log or []), entry_of_log(method, by, note, file)]
    copy = ArchivedCopy(item=item, kind=form, method=method, file=file, captured_at=captured_at, log=written)
    keep(copy)
    facts = {"copy": copy.pk, "sha256": file.sha256}
    record(dossier, Event.COPY_KEPT, authority=authority, happened_at=captured_at, facts=facts)
    return copy


def fetch_copy(item: MisinformationItem, *, by: Any) -> ArchivedCopy:
    """Let the archive itself take the copy. Raises FetchRefused, and nothing is kept."""
    require(Event.COPY_KEPT, item.dossier, by)
    if not item.url:
        raise ValidationError(_("No address is recorded."))
    # The network is asked before anything is locked.
    fetched = fetch(item.url)
    upload = ContentFile(fetched.data, name=fetched.name)
    return keep_copy(item, upload=upload, captured_at=timezone.now(), by=by, method=CopyMethod.FETCHED, log=fetched.log)


def entry_of_log(method: str, by: Any, note: str, file: Any) -> dict[str, Any]:
    """The line with which the archive itself signs for a copy."""
    kept = {"event": "kept", "at": timezone.now().isoformat(), "by": str(by), "how": method, "sha256": file.sha256}
    return {**kept, "bytes": file.size, **({"note": note.strip()} if note.strip() and not file.case else {})}


def form_of(media_type: str) -> str:
    """The form of a copy by the kind of its file. Raises ValidationError for what is no copy of a page."""
    forms = {
        "text/html": CopyKind.HTML,
        "multipart/related": CopyKind.MHTML,
        "application/pdf": CopyKind.PDF,
        "application/wacz": CopyKind.WACZ,
    }
    if media_type.startswith("image/"):
        return CopyKind.SCREENSHOT
    if media_type not in forms:
        raise ValidationError(_("A copy of a page is HTML, MHTML, PDF, WACZ or a picture of the screen."))
    return forms[media_type]


@transaction.atomic
def add_evidence(
    part: DossierPart, *, kind: str, title: str, by: Any, upload: Any = None, **facts: Any
) -> EvidenceItem:
    """Attach evidence to a part: a file, a citation, or both."""
    dossier = held(part.dossier)
    authority = require(Event.EVIDENCE, dossier, by, part)
    require_legal(dossier, Event.EVIDENCE)
    evidence = EvidenceItem(part=part, kind=kind, title=title.strip(), added_by=by, agency=authority.agency, **facts)
    refuse_empty_evidence(evidence, upload)
    evidence.file = keep_file_if_any(dossier, upload, by=by)
    if evidence.file and evidence.file.case:
        evidence.case = evidence.file.case
    keep(evidence if evidence.case else screen(evidence, dossier, _("evidence"), by=by))
    known = {"evidence": evidence.pk, "kind": kind, "sha256": evidence.file.sha256 if evidence.file else ""}
    record(dossier, Event.EVIDENCE, authority=authority, letter=part.letter, facts=known)
    return evidence


def refuse_empty_evidence(evidence: EvidenceItem, upload: Any) -> None:
    """Said before the file is taken in, so that nothing is kept of what is refused."""
    if not evidence.kind:
        raise ValidationError({"kind": _("Say what sort of evidence it is.")})
    if not (upload or evidence.citation.strip() or evidence.none_exists):
        raise ValidationError(_("Attach a file, or cite what the evidence is."))


def say_none_exists(part: DossierPart, *, kind: str, reason: str, by: Any) -> EvidenceItem:
    """Say that there is no evidence for a part, and why."""
    title = _("None exists")
    return add_evidence(part, kind=kind, title=title, by=by, none_exists=True, reason=reason.strip())


@transaction.atomic
def set_aside(evidence: EvidenceItem, *, reason: str, by: Any) -> EvidenceItem:
    """It does not count any more; it stays, with the reason."""
    dossier = held(evidence.part.dossier)
    authority = require(Event.SET_ASIDE, dossier, by, evidence.part)
    case = screened_reason(dossier, reason, by=by)
    known = {"evidence": evidence.pk}
    record(
        dossier,
        Event.SET_ASIDE,
        authority=authority,
        reason=reason,
        letter=evidence.part.letter,
        facts=known,
        case=case,
    )
    evidence.set_aside_at, evidence.set_aside_by = timezone.now(), by
    evidence.set_aside_reason = _("under review") if case else reason.strip()
    evidence.save(update_fields=["set_aside_at", "set_aside_by", "set_aside_reason"])
    return evidence
