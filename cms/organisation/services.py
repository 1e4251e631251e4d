"""Who holds a function from now on, and who follows whom."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.core.clock import day_before

from .choices import AgencySuccessionKind
from .models import Agency, AgencySuccession, FunctionAssignment


@transaction.atomic
def assign_function(
    function: str,
    *,
    agency: Agency,
    from_: datetime.date,
    legal_basis: str,
    by: object,
    until: datetime.date | None = None,
) -> FunctionAssignment:
    """Give the function to an agency from that day; whoever held it holds it until the day before."""
    assignments = FunctionAssignment.objects.select_for_update().filter(function=function)
    for earlier in assignments.on(from_):
        end(earlier, day_before(from_), by)
    assignment = FunctionAssignment(function=function, agency=agency, valid_from=from_, valid_to=until)
    assignment.legal_basis = legal_basis
    assignment.full_clean()
    assignment.save()
    log(assignment, "organisation.assign", user=by, data={"function": function, "from": str(from_)})
    return assignment


def end(assignment: FunctionAssignment, last_day: datetime.date, by: object) -> None:
    assignment.valid_to = last_day
    if not assignment.ends_after_it_starts:
        message = _("%(holder)s begins on that very day.") % {"holder": assignment}
        raise ValidationError(message, code="two_holders")
    assignment.save(update_fields=["valid_to"])
    log(assignment, "organisation.end", user=by, data={"last_day": str(last_day)})


@transaction.atomic
def succeed(
    predecessor: Agency,
    *,
    successor: Agency,
    kind: str,
    effective_on: datetime.date,
    legal_basis: str,
    by: object,
    function: str = "",
) -> AgencySuccession:
    """Record that an agency follows another, and move what goes over with it.

    For one function, that function moves. In everything, the predecessor ends the day before and its functions move,
    unless it was split: then each function needs its own row.
    """
    succession = AgencySuccession(predecessor=predecessor, successor=successor, kind=kind, function=function)
    succession.effective_on, succession.legal_basis = effective_on, legal_basis
    succession.full_clean()
    succession.save()
    log(succession, "organisation.succeed", user=by)
    for moving in moving_functions(succession):
        assign_function(moving, agency=successor, from_=effective_on, legal_basis=legal_basis, by=by)
    if not function:
        end_agency(predecessor, day_before(effective_on))
    return succession


def moving_functions(succession: AgencySuccession) -> list[str]:
    """What the predecessor still held the day before, and now goes over."""
    held = succession.predecessor.function_assignments.on(day_before(succession.effective_on))
    if succession.function:
        held = held.filter(function=succession.function)
    elif succession.kind == AgencySuccessionKind.SPLIT:
        return []
    return list(held.values_list("function", flat=True))


def end_agency(agency: Agency, last_day: datetime.date) -> None:
    """Nothing lasts longer than the agency; one that had ended before stays as it was."""
    if agency.valid_to is None or agency.valid_to > last_day:
        agency.valid_to = last_day
        agency.save(update_fields=["valid_to"])
