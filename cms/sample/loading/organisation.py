"""Units, agencies, who followed whom, and who holds which function."""

from typing import Any

from cms.organisation.models import AdministrativeUnit, Agency, AgencyTerm, UnitSuccession
from cms.organisation.services import assign_function, succeed

from ..reading import tables
from .texts import FOLDER
from .world import World


def load_organisation(world: World) -> None:
    """Write the organisation of the sample province."""
    load_units(world)
    load_agencies(world)
    for row in tables.read_unit_successions(FOLDER):
        kept(UnitSuccession(**named(row, world.units), kind=row.kind, share_note=row.share_note, **basis(row)))
    for row in tables.read_agency_successions(FOLDER):
        succeed(**named(row, world.agencies), kind=row.kind, function=row.function, **basis(row), by=None)
    for term in tables.read_functions(FOLDER):
        assign_function(
            term.code,
            agency=world.agencies[term.agency],
            from_=term.valid_from,
            until=term.valid_to,
            legal_basis=term.legal_basis,
            by=None,
        )


def kept(record: Any) -> Any:
    """Check a record as a form would, then write it."""
    record.full_clean()
    record.save()
    return record


def named(row: tables.SuccessionRow, known: dict[str, Any]) -> dict[str, Any]:
    return {"predecessor": known[row.predecessor], "successor": known.get(row.successor)}


def basis(row: tables.SuccessionRow) -> dict[str, Any]:
    return {"effective_on": row.effective_on, "legal_basis": row.legal_basis}


def load_units(world: World) -> None:
    names = ("code", "name_vi", "name_en", "level", "valid_from", "valid_to")
    for row in world.texts.units:
        facts = {name: getattr(row, name) for name in names}
        world.units[row.key] = kept(AdministrativeUnit(parent=world.units.get(row.parent), **facts))


def load_agencies(world: World) -> None:
    """The official English name first: an agency may bear no other."""
    names = ("eid", "name_vi", "name_en", "short_name", "kind", "valid_from", "valid_to", "phone", "email")
    quotas = {"contribute": "seat_quota", "approve": "approve_quota"}
    for row in world.texts.agencies:
        kept(AgencyTerm(name_vi=row.name_vi, name_en=row.name_en, valid_from=row.valid_from))
        facts = {name: getattr(row, name) for name in names}
        facts |= {quotas[kind]: number for kind, number in row.quota.items() if kind in quotas}
        units = {"parent": world.agencies.get(row.parent), "home_unit": world.units.get(row.home_unit)}
        world.agencies[row.key] = kept(Agency(**facts, **units))
