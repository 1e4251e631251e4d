"""Electronic identifiers of agencies, by Decision 20/2020/QĐ-TTg."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LONGEST = 35
STATE_AGENCY = re.compile(r"[A-Y][0-9]{2}(\.[0-9A-Z]+)*")
OTHER_ORGANISATION = re.compile(r"Z(?!00)[0-9]{2}[0-9A-Z]{1,32}")
BUSINESS = re.compile(r"[0-9]{10}(-[0-9]{3})?")


def is_eid(text: str) -> bool:
    """Whether the text is an identifier of a state agency, of another organisation, or a business code."""
    forms = (STATE_AGENCY, OTHER_ORGANISATION, BUSINESS)
    return len(text) <= LONGEST and any(form.fullmatch(text) for form in forms)


def validate_eid(text: str) -> None:
    if not is_eid(text):
        raise ValidationError(
            _("This is not an electronic identifier. Examples: H57.12.3, Z01TOCHUC, 0101234567."), code="eid"
        )
