"""The words of a dossier: its states, what may happen to it, and the lists from which its fields are filled."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """Where a dossier stands between a false report and its answer (requirement 4.2)."""

    DETECTED = "detected", pgettext_lazy("state of a dossier", "Detected")
    REQUESTED = "requested", pgettext_lazy("state of a dossier", "Requested by the department")
    OPENED = "opened", pgettext_lazy("state of a dossier", "Opened")
    NOTICED = "noticed", pgettext_lazy("state of a dossier", "Notice received")
    DRAFTING = "drafting", pgettext_lazy("state of a dossier", "Being drafted")
    SUBMITTED = "submitted", pgettext_lazy("state of a dossier", "Handed in")
    APPRAISAL = "appraisal", pgettext_lazy("state of a dossier", "In appraisal")
    RETURNED = "returned", pgettext_lazy("state of a dossier", "Returned")
    APPROVED = "approved", pgettext_lazy("state of a dossier", "Approved")
    RESPONDED = "responded", pgettext_lazy("state of a dossier", "Answered")
    MONITORING = "monitoring", pgettext_lazy("state of a dossier", "Monitored")
    CLOSED = "closed", pgettext_lazy("state of a dossier", "Closed")
    DISMISSED = "dismissed", pgettext_lazy("state of a dossier", "Dismissed")


NOT_YET_OPEN = (State.DETECTED, State.REQUESTED)
OVER = (State.CLOSED, State.DISMISSED)
UNDER_WAY = tuple(state for state in State if state not in (*NOT_YET_OPEN, *OVER))
MAY_BE_WRITTEN = (State.OPENED, State.NOTICED, State.DRAFTING, State.RETURNED)


class Event(models.TextChoices):
    """What may happen to a dossier; each is one row of its story."""

    DETECT = "detect", _("false information recorded")
    REQUEST = "request", _("asked for by the department")
    OPEN = "open", _("opened, with its agencies")
    DISMISS = "dismiss", _("dismissed")
    NOTICE = "notice", _("notice of the department received")
    EDIT = "edit", _("part edited")
    SUBMIT = "submit", _("handed in for appraisal")
    NO_LEAD = "no_lead", _("clearance skipped: the agency has no lead")
    TAKE = "take", _("taken for appraisal")
    RETURN = "return", _("parts returned")
    APPROVE = "approve", _("approved")
    ESCALATE = "escalate", _("escalated to the provincial People's Committee")
    SETTLE = "settle", _("answer of the provincial People's Committee recorded")
    RESPOND = "respond", _("answered: statement made and sent to the department")
    MONITOR = "monitor", _("monitoring begun")
    CLOSE = "close", _("closed, with lessons learned")
    REOPEN = "reopen", _("reopened")
    ASSIGN = "assign", _("part assigned")
    UNASSIGN = "unassign", _("assignment taken back")
    RELATE = "relate", _("agencies changed")
    ITEM = "item", _("false information added")
    SPREAD = "spread", _("spread updated")
    SITUATION = "situation", _("situation updated")
    COPY_KEPT = "copy_kept", _("archived copy kept")
    EVIDENCE = "evidence", _("evidence added")
    SET_ASIDE = "set_aside", _("evidence set aside")
    MEASURE = "measure", _("measure recorded")
    COPIED = "copied", _("copy to the department recorded")
    ASK_ATTENDANCE = "ask_attendance", _("attendance at a briefing asked for")
    MARK_RELEASE = "mark_release", _("release of a part decided")
    CORRECTION = "correction", _("correction request to the press")
    FLAG = "flag", _("marked as of major impact")
    UNFLAG = "unflag", _("mark of major impact removed")
    QUARANTINE = "quarantine", _("set apart for screening")
    PROPOSE_RELEASE = "propose_release", _("release proposed")
    RELEASE = "release", _("released from screening")
    PURGE = "purge", _("removed after screening")


class Trigger(models.TextChoices):
    """Why a dossier is opened (Đ4.2)."""

    DETECTED = "detected", _("False information was detected")
    DEPT_REQUEST = "dept_request", _("The department asks for it in writing")


class Harm(models.IntegerChoices):
    """How much harm false information does to the province's name."""

    LIMITED = 1, _("1 · Limited")
    NOTICEABLE = 2, _("2 · Noticeable")
    SERIOUS = 3, _("3 · Serious")
    GRAVE = 4, _("4 · Grave")


class Reporter(models.TextChoices):
    """Who came upon false information."""

    AGENCY = "agency", _("an agency")
    PERSON = "person", _("a person")
    ORGANISATION = "organisation", _("an organisation")
    ENTERPRISE = "enterprise", _("an enterprise")


class Letter(models.TextChoices):
    """The five parts of every dossier (Đ4.3)."""

    A = "a", _("The false content, and what has happened since")
    B = "b", _("Its impact on the reputation and image")
    C = "c", _("What the matter really is")
    D = "d", _("Legal grounds, experience and precedents")
    DD = "dd", _("Proposed content for the press, and guidance of opinion")

    @property
    def sign(self) -> str:
        """The letter as the regulation writes it."""
        return "đ" if self is Letter.DD else str(self.value)


class Completeness(models.TextChoices):
    """How far a part is written."""

    EMPTY = "empty", pgettext_lazy("part of a dossier", "Not begun")
    DRAFT = "draft", pgettext_lazy("part of a dossier", "Being written")
    COMPLETE = "complete", pgettext_lazy("part of a dossier", "Complete")


class EvidenceKind(models.TextChoices):
    """What sort of evidence something is (Đ4.1)."""

    SOURCE_MATERIAL = "source_material", _("source material")
    DOCUMENT = "document", pgettext_lazy("kind of evidence", "document")
    FILE = "file", pgettext_lazy("kind of evidence", "file of records")
    ARGUMENT = "argument", _("argument")


class Release(models.TextChoices):
    """To whom a piece of evidence or a part may be given."""

    NO = "no", pgettext_lazy("may be released", "to nobody outside")
    PRESS = "press", pgettext_lazy("may be released", "to the press")
    PUBLIC = "public", pgettext_lazy("may be released", "to everybody")


class MeasureKind(models.TextChoices):
    """How an agency answers (Đ4.4 a–d; correction requests by NĐ 244/2026 Đ7.6)."""

    PRESS_RELEASE = "press_release", _("press release")
    SPOKESPERSON_STATEMENT = "spokesperson_statement", _("statement by the spokesperson")
    BRIEFING_PARTY = "briefing_party", _("press briefing of the Party's communication body")
    BRIEFING_PPC_MONTHLY = "briefing_ppc_monthly", _("monthly press conference of the People's Committee")
    PORTAL_POST_VI = "portal_post_vi", _("post on a portal, in Vietnamese")
    PORTAL_POST_FOREIGN = "portal_post_foreign", _("post on a portal, in a foreign language")
    MEDIA_PRODUCT = "media_product", _("media product")
    SUPPLIED_TO_PRESS = "supplied_to_press", _("material supplied to the press")
    CORRECTION_REQUEST = "correction_request", _("request for correction to the press")


BRIEFINGS = (MeasureKind.BRIEFING_PARTY, MeasureKind.BRIEFING_PPC_MONTHLY)
FIRST_INFORMATION = (MeasureKind.PRESS_RELEASE, MeasureKind.SPOKESPERSON_STATEMENT, *BRIEFINGS)
NEVER_A_STATEMENT = (MeasureKind.CORRECTION_REQUEST,)


class CorrectionState(models.TextChoices):
    """Where a request for correction to the press stands (requirement 4.8)."""

    PREPARED = "prepared", pgettext_lazy("correction request", "Prepared")
    SENT = "sent", pgettext_lazy("correction request", "Sent")
    ANSWERED = "answered", pgettext_lazy("correction request", "Answered")
    NO_ANSWER = "no_answer", pgettext_lazy("correction request", "Not answered")
    PUBLISHED = "published", pgettext_lazy("correction request", "Correction published")
    REFUSED = "refused", pgettext_lazy("correction request", "Refused")
    CLOSED = "closed", pgettext_lazy("correction request", "Closed")


class CopyKind(models.TextChoices):
    """In which form a published falsehood was kept."""

    HTML = "html", "HTML"
    MHTML = "mhtml", "MHTML"
    PDF = "pdf", "PDF"
    WACZ = "wacz", "WACZ"
    SCREENSHOT = "screenshot", _("screenshot")


class CopyMethod(models.TextChoices):
    """How an archived copy came here."""

    UPLOADED = "uploaded", _("uploaded by an officer")
    FETCHED = "fetched", _("fetched by the archive")


class DismissalGround(models.TextChoices):
    """Why a report leads to no dossier."""

    NOT_FALSE = "not_false", _("The information is not false")
    NOT_OURS = "not_ours", _("It is not in the province's field")
    OTHER_BODY = "other_body", _("Another body is competent")


class Outcome(models.TextChoices):
    """How a dossier ends."""

    CORRECTED = "corrected", _("The false information was corrected or taken down")
    ANSWERED = "answered", _("The answer was carried; the false information stands")
    FADED = "faded", _("The false information died down")
    CONTINUES = "continues", _("It goes on spreading, and is followed elsewhere")


class CaseOutcome(models.TextChoices):
    """How a screening ends."""

    RELEASED = "released", pgettext_lazy("after screening", "released")
    PURGED = "purged", pgettext_lazy("after screening", "removed")
