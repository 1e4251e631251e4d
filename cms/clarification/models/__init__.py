"""A dossier and everything in it."""

from .dossiers import ClarificationDossierPage, DossierCounter, DossierRegisterPage, Unroutable
from .evidence import EvidenceItem
from .files import DossierFile
from .items import ArchivedCopy, ClaimWord, MisinformationItem, SpreadUpdate
from .kept import AddedOnly, ScreeningCase, Withholdable
from .measures import AttendanceTask, CorrectionRequest, ResponseMeasure
from .notices import DeptNotice, ImpactMark
from .parts import HEADINGS, TEXTS, DossierPart, PartReturn, PartVersion, SituationUpdate
from .steps import DossierStep

__all__ = [
    "HEADINGS",
    "TEXTS",
    "AddedOnly",
    "ArchivedCopy",
    "AttendanceTask",
    "ClaimWord",
    "ClarificationDossierPage",
    "CorrectionRequest",
    "DeptNotice",
    "DossierCounter",
    "DossierFile",
    "DossierPart",
    "DossierRegisterPage",
    "DossierStep",
    "EvidenceItem",
    "ImpactMark",
    "MisinformationItem",
    "PartReturn",
    "PartVersion",
    "ResponseMeasure",
    "ScreeningCase",
    "SituationUpdate",
    "SpreadUpdate",
    "Unroutable",
    "Withholdable",
]
