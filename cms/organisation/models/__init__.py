"""Territories and agencies through time: what they were called, what they held, and who followed them."""

from .agencies import Agency, AgencySuccession
from .functions import FunctionAssignment
from .terms import AgencyTerm
from .units import AdministrativeUnit, UnitSuccession

__all__ = [
    "AdministrativeUnit",
    "Agency",
    "AgencySuccession",
    "AgencyTerm",
    "FunctionAssignment",
    "UnitSuccession",
]
