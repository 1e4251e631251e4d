"""Who speaks for whom, which accounts are official, which press there is."""

from .listed import Listed
from .official import OfficialAccount
from .press import PressOrganisation
from .speaking import Spokesperson, SpokespersonDelegation

__all__ = ["Listed", "OfficialAccount", "PressOrganisation", "Spokesperson", "SpokespersonDelegation"]
