"""Writing the five parts: many at once, each by its version, so that nobody's words are lost."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cms.organisation.models import Agency

from ..choices import Event, Letter, Release
from ..models import TEXTS, DossierPart, PartVersion
from ..permissions import require
from .recording import held, keep, record, require_legal
from .screening import screen
from .texts import stand


class PartChanged(ValidationError):
    """Somebody else has saved the part meanwhile; `part` is as they left it, the words of this person are untouched."""

    def __init__(self, part: DossierPart) -> None:
        self.part = part
        said = {"part": part.sign, "person": part.changed_by}
        super().__init__(
            _("%(person)s has saved part %(part)s while you wrote. Both texts stand below: put them together.") % said
        )


@transaction.atomic
def edit_part(part: DossierPart, *, version: int, by: Any, is_finished: bool = False, **texts: str) -> PartVersion:
    """Save a part as it was written on top of a version. Raises PartChanged if that is no longer the latest."""
    dossier = held(part.dossier)
    part = DossierPart.objects.select_for_update(of=("self",)).select_related("agency", "changed_by").get(pk=part.pk)
    authority = require(Event.EDIT, dossier, by, part)
    require_legal(dossier, Event.EDIT)
    if part.version != version:
        raise PartChanged(part)
    refuse_foreign_headings(part, texts)
    words = {name: texts.get(name, getattr(part, name)).strip() for name in TEXTS}
    written = PartVersion(
        part=part,
        number=part.version + 1,
        based_on=part.version,
        is_finished=is_finished,
        by=by,
        agency=authority.agency,
        **words,
    )
    screen(written, dossier, _("part %(part)s") % {"part": part.sign}, by=by)
    written.number = 0 if written.case else written.number
    keep(written)
    facts = {"version": written.number, "finished": is_finished}
    record(dossier, Event.EDIT, authority=authority, letter=part.letter, facts=facts)
    if written.case is None:
        stand(part, written)
    return written


def refuse_foreign_headings(part: DossierPart, texts: dict[str, str]) -> None:
    foreign = {name for name in texts if name != "body" and texts[name].strip()}
    if part.letter != Letter.D and foreign:
        raise ValidationError(_("Only part d has the four headings."))


@transaction.atomic
def assign(part: DossierPart, *, agency: Agency | None, by: Any) -> DossierPart:
    """Give a part to one of the agencies of the dossier, or back to all of them."""
    dossier = held(part.dossier)
    event = Event.ASSIGN if agency else Event.UNASSIGN
    authority = require(event, dossier, by)
    if agency and agency.pk not in dossier.agencies:
        raise ValidationError(_("%(agency)s takes no part in this dossier.") % {"agency": agency})
    part.agency = agency
    part.save(update_fields=["agency"])
    facts = {"agency": agency.pk, "agencies": [str(agency)]} if agency else {}
    record(dossier, event, authority=authority, letter=part.letter, facts=facts)
    return part


@transaction.atomic
def mark_for_release(part: DossierPart, *, release: str, by: Any) -> DossierPart:
    """Say to whom a part may be given: the lead agency and the department decide."""
    dossier = held(part.dossier)
    if release not in Release.values:
        raise ValidationError(_("Say to whom it may be given."))
    authority = require(Event.MARK_RELEASE, dossier, by)
    part.may_be_released = release
    part.save(update_fields=["may_be_released"])
    record(dossier, Event.MARK_RELEASE, authority=authority, letter=part.letter, facts={"release": release})
    return part
