"""Every deed by the word in its address."""

from .answering import AskForm, AttendForm, CopiedForm, CorrectionForm, MeasureForm, MoveCorrectionForm
from .deed import Deed
from .judging import (
    ApproveForm,
    AssignForm,
    CloseForm,
    EscalateForm,
    MonitorForm,
    ReleaseForm,
    ReopenForm,
    ReturnForm,
    SettleForm,
    SubmitForm,
    TakeForm,
)
from .opening import DetectForm, DismissForm, FlagForm, NoticeForm, OpenForm, RelateForm, RequestForm, UnflagForm
from .proving import CopyForm, EvidenceForm, FetchForm, ItemForm, SetAsideForm, SituationForm, SpreadForm

DEEDS: dict[str, type[Deed]] = {
    "open": OpenForm,
    "notice": NoticeForm,
    "flag": FlagForm,
    "unflag": UnflagForm,
    "item": ItemForm,
    "spread": SpreadForm,
    "copy": CopyForm,
    "fetch": FetchForm,
    "situation": SituationForm,
    "evidence": EvidenceForm,
    "set-aside": SetAsideForm,
    "assign": AssignForm,
    "release": ReleaseForm,
    "related": RelateForm,
    "submit": SubmitForm,
    "take": TakeForm,
    "return": ReturnForm,
    "approve": ApproveForm,
    "escalate": EscalateForm,
    "settle": SettleForm,
    "measure": MeasureForm,
    "attend": AttendForm,
    "copied": CopiedForm,
    "ask": AskForm,
    "correction": CorrectionForm,
    "corrected": MoveCorrectionForm,
    "monitor": MonitorForm,
    "close": CloseForm,
    "reopen": ReopenForm,
    "dismiss": DismissForm,
}

__all__ = ["DEEDS", "Deed", "DetectForm", "RequestForm"]
