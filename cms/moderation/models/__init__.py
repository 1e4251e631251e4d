"""What is judged, by whom, and what was decided."""

from .accessions import AccessionCounter
from .checklist import ChecklistLine
from .decisions import Decision, NotDecided, public
from .missing import Missing
from .moderated import Moderated, ModeratedPageBase, moderated_models
from .proposals import ProposedChange
from .secrecy import Quarantine, Screening
from .status import ItemStatus
from .submissions import ReturnNote, Step, Submission
from .tasks import AppraisalTask, ApprovalTask, ClearanceTask

__all__ = [
    "AccessionCounter",
    "AppraisalTask",
    "ApprovalTask",
    "ChecklistLine",
    "ClearanceTask",
    "Decision",
    "ItemStatus",
    "Missing",
    "Moderated",
    "ModeratedPageBase",
    "NotDecided",
    "ProposedChange",
    "Quarantine",
    "ReturnNote",
    "Screening",
    "Step",
    "Submission",
    "moderated_models",
    "public",
]
