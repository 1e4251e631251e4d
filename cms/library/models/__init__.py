"""Images and documents of the archive."""

from .documents import ArchiveDocument
from .images import ArchiveImage, ArchiveRendition

__all__ = ["ArchiveDocument", "ArchiveImage", "ArchiveRendition"]
