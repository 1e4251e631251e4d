"""A rule changes by a new dated row; clocks that run keep the old one."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from cms.core.clock import day_before

from ..models import DeadlineRule


@transaction.atomic
def enter_rule(rule: DeadlineRule, *, by: User | None) -> DeadlineRule:
    """Keep a new rule from its first day on; the one before it ends the day before."""
    versions = DeadlineRule.objects.select_for_update().filter(code=rule.code)
    first_day = rule.valid_from
    if first_day is None and versions.exists():
        raise ValidationError({"valid_from": _("Say from which day the new rule holds.")})
    for earlier in versions.on(first_day) if first_day else []:
        end(earlier, rule, by)
    rule.full_clean()
    rule.save()
    log(rule, "deadlines.enter_rule", user=by, data={"code": rule.code, "from": str(first_day or "")})
    return rule


def end(earlier: DeadlineRule, rule: DeadlineRule, by: User | None) -> None:
    if earlier.valid_from == rule.valid_from or rule.valid_from is None:
        raise ValidationError({"valid_from": _("A rule of this code begins on that day already.")})
    earlier.valid_to = day_before(rule.valid_from)
    earlier.save(update_fields=["valid_to"])
    log(earlier, "deadlines.end_rule", user=by, data={"last_day": str(earlier.valid_to)})
