"""The pages of the archive and the taxonomies by which they are sorted."""

from .articles import ArticlePage
from .base import ModeratedPage
from .galleries import GalleryItem, GalleryPage
from .help import HelpPage
from .images import ImageRecordPage
from .legal import LegalDocumentPage
from .press import OfficialAccountsPage, PressReleasePage, PressRoomPage, SpokespersonDirectoryPage
from .statements import ClarificationStatementPage, StatementCorrection
from .structure import HomePage, SectionIndexPage
from .taxonomies import FieldOfManagement, Theme

__all__ = [
    "ArticlePage",
    "ClarificationStatementPage",
    "FieldOfManagement",
    "GalleryItem",
    "GalleryPage",
    "HelpPage",
    "HomePage",
    "ImageRecordPage",
    "LegalDocumentPage",
    "ModeratedPage",
    "OfficialAccountsPage",
    "PressReleasePage",
    "PressRoomPage",
    "SectionIndexPage",
    "SpokespersonDirectoryPage",
    "StatementCorrection",
    "Theme",
]
