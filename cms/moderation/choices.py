"""The words of the review path: the states an item may be in, what may happen to it, and who may read the outcome."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where an item stands between an officer's draft and the public."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    AGENCY_CLEARED = "agency_cleared", _("Cleared by the agency")
    IN_APPRAISAL = "in_appraisal", _("In appraisal")
    RETURNED = "returned", _("Returned")
    APPRAISED = "appraised", _("Awaiting approval")
    APPROVED = "approved", _("Approved")
    SCHEDULED = "scheduled", _("Scheduled")
    PUBLISHED = "published", _("Published")
    REJECTED = "rejected", _("Rejected")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    ARCHIVED = "archived", _("Archived")
    QUARANTINED = "quarantined", _("Under review")
    PURGED = "purged", _("Removed")


WAITING = (State.SUBMITTED, State.AGENCY_CLEARED, State.IN_APPRAISAL, State.APPRAISED)
HANDED_IN = tuple(state for state in State if state not in (State.DRAFT, State.QUARANTINED, State.PURGED))
HIDDEN = (State.QUARANTINED, State.PURGED)


class Event(models.TextChoices):
    """What may happen to an item; each is one service function and one row of the legal record."""

    SUBMIT = "submit", _("submitted")
    CLEAR = "clear", _("cleared for the agency")
    NO_LEAD = "no_lead", _("clearance skipped: the agency has no lead")
    AGENCY_RETURN = "agency_return", _("returned by the agency's lead")
    TAKE = "take", _("taken for appraisal")
    RELEASE = "release", _("put back in the queue")
    REASSIGN = "reassign", _("reassigned")
    AMEND = "amend", _("amended by the appraiser")
    RETURN = "return", _("returned")
    APPRAISE = "appraise", _("appraised")
    SEND_BACK = "send_back", _("sent back for another appraisal")
    REJECT = "reject", _("rejected")
    APPROVE = "approve", _("approved")
    SCHEDULE = "schedule", _("scheduled")
    PUBLISH = "publish", _("published")
    RECALL = "recall", _("called back by its author")
    WITHDRAW = "withdraw", _("withdrawn from the public")
    RESTORE = "restore", _("restored to the public")
    ARCHIVE = "archive", _("archived")
    QUARANTINE = "quarantine", _("set apart for screening")
    PROPOSE_RELEASE = "propose_release", _("release proposed")
    RELEASE_QUARANTINE = "release_quarantine", _("released from screening")
    PURGE = "purge", _("removed after screening")


class Audience(models.TextChoices):
    """Who may read a text once it is decided on. Staff text is never live: nothing can make it public by accident."""

    PUBLIC = "public", _("everybody")
    STAFF = "staff", _("staff")


class AccessClass(models.TextChoices):
    """Law on access to information, Đ5–7: open, open under a condition, or not accessible."""

    PUBLIC = "public", _("Public")
    CONDITIONAL = "conditional", _("On conditions: consent or the chairman's decision")
    CLOSED = "closed", _("Not accessible")


class Sensitivity(models.IntegerChoices):
    """QCVN 12:2026 3.5.2.1.2: four levels. Only the first is for the public."""

    PUBLIC = 1, _("1 · Public")
    INTERNAL = 2, _("2 · Internal")
    RESTRICTED = 3, _("3 · Restricted")
    CONFIDENTIAL = 4, _("4 · Confidential")


class WithdrawalGround(models.TextChoices):
    """Why something was taken from the public, in the words the public reads."""

    RIGHTS = "rights", _("The right to use this material has ended.")
    CONSENT = "consent", _("A person concerned has withdrawn consent.")
    CONTENT = "content", _("Its content has to be put right.")
    OTHER = "other", _("The agency that supplied it has asked for this.")


NEEDS_NEW_APPRAISAL = (WithdrawalGround.RIGHTS, WithdrawalGround.CONSENT, WithdrawalGround.CONTENT)


class ChangeKind(models.TextChoices):
    """What a proposed change would do to a list."""

    ADD = "add", _("new")
    CHANGE = "change", _("change")
    REMOVE = "remove", _("deletion")


class ProposalState(models.TextChoices):
    """Where a proposed change stands."""

    PROPOSED = "proposed", _("Waits for a director")
    ACCEPTED = "accepted", _("Accepted")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn by its author")
