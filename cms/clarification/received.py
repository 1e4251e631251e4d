"""What may come in as a file: of which kinds, how large, and what a file of a kind must look like inside."""

from __future__ import annotations

import zipfile
from pathlib import PurePath
from typing import IO, Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from . import layers

A_MEGABYTE = 1024 * 1024
LARGEST = 200 * A_MEGABYTE
UNPACKED = {"docx": 200 * A_MEGABYTE, "xlsx": 200 * A_MEGABYTE, "wacz": 2_000 * A_MEGABYTE}
MEMBERS = 10_000
ZIP, RIFF = b"PK\x03\x04", b"RIFF"


class Kind(NamedTuple):
    """A kind of file: how its text is read, how it is named on the wire, and how it begins."""

    reader: str
    media_type: str
    beginnings: tuple[bytes, ...] = ()
    at: int = 0


KINDS: dict[str, Kind] = {
    "pdf": Kind("pdf", "application/pdf", (b"%PDF-",)),
    "docx": Kind("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (ZIP,)),
    "xlsx": Kind("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (ZIP,)),
    "txt": Kind("text", "text/plain"),
    "csv": Kind("text", "text/csv"),
    "html": Kind("html", "text/html"),
    "htm": Kind("html", "text/html"),
    "mhtml": Kind("mhtml", "multipart/related"),
    "mht": Kind("mhtml", "multipart/related"),
    "wacz": Kind("wacz", "application/wacz", (ZIP,)),
    "jpg": Kind("picture", "image/jpeg", (b"\xff\xd8\xff",)),
    "jpeg": Kind("picture", "image/jpeg", (b"\xff\xd8\xff",)),
    "png": Kind("picture", "image/png", (b"\x89PNG",)),
    "webp": Kind("picture", "image/webp", (RIFF,)),
    "tif": Kind("picture", "image/tiff", (b"II*\0", b"MM\0*")),
    "tiff": Kind("picture", "image/tiff", (b"II*\0", b"MM\0*")),
    "mp4": Kind("media", "video/mp4", (b"ftyp",), 4),
    "webm": Kind("media", "video/webm", (b"\x1aE\xdf\xa3",)),
    "mp3": Kind("media", "audio/mpeg", (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    "m4a": Kind("media", "audio/mp4", (b"ftyp",), 4),
    "ogg": Kind("media", "audio/ogg", (b"OggS",)),
}


class FileRefused(ValidationError):
    """The file cannot be taken in as it is; the sentence says what to do."""


class Received(NamedTuple):
    """A file that may be kept, and every text found in it."""

    kind: Kind
    texts: list[str]


def read(upload: Any) -> Received:
    """Check a file and read its text layers. Raises FileRefused."""
    refuse_size(upload)
    kind = kind_of(upload)
    if kind.reader in UNPACKED:
        refuse_bomb(upload, kind)
    try:
        return Received(kind, layers.texts(kind.reader, upload))
    except layers.Locked as error:
        raise FileRefused(
            _("“%(name)s” is locked with a password. Save it without the password, then attach it again.")
            % {"name": upload.name}
        ) from error
    except (layers.Unreadable, zipfile.BadZipFile, RuntimeError) as error:
        raise FileRefused(
            _("“%(name)s” cannot be read, so it cannot be checked for secrets. Save it anew, then attach it again.")
            % {"name": upload.name}
        ) from error


def refuse_size(upload: Any) -> None:
    said = {"name": upload.name, "limit": LARGEST // A_MEGABYTE, "size": -(-upload.size // A_MEGABYTE)}
    if upload.size > LARGEST:
        raise FileRefused(
            _("“%(name)s” has %(size)d MB. At most %(limit)d MB can be kept: divide or shrink it.") % said
        )
    if not upload.size:
        raise FileRefused(_("“%(name)s” is empty.") % said)


def kind_of(upload: Any) -> Kind:
    """What its name says it is, if its first bytes agree."""
    suffix = PurePath(upload.name).suffix.lower().lstrip(".")
    kind = KINDS.get(suffix)
    if kind is None:
        known = ", ".join(name.upper() for name in KINDS)
        raise FileRefused(
            _("“%(name)s” is of a kind that is not kept. These are: %(kinds)s.") % {"name": upload.name, "kinds": known}
        )
    upload.seek(0)
    start = upload.read(16)[kind.at :]
    if kind.beginnings and not start.startswith(kind.beginnings):
        raise FileRefused(
            _("“%(name)s” is not what its name says. If a password locks it, save it without; then attach it again.")
            % {"name": upload.name}
        )
    return kind


def refuse_bomb(upload: Any, kind: Kind) -> None:
    """Count the bytes that really come out, up to the limit: what a packed file says of itself proves nothing."""
    left = UNPACKED[kind.reader]
    try:
        with zipfile.ZipFile(upload) as archive:
            members = archive.infolist()
            if len(members) > MEMBERS or sum(member.file_size for member in members) > left:
                raise bomb(upload)
            for member in members:
                with archive.open(member) as part:
                    left -= counted(part, left)
                if left < 0:
                    raise bomb(upload)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise FileRefused(
            _("“%(name)s” cannot be opened: it is damaged, or locked with a password.") % {"name": upload.name}
        ) from error


def counted(part: IO[bytes], limit: int) -> int:
    """How many bytes a packed part holds; counting ends just past the limit."""
    total = 0
    while total <= limit and (piece := part.read(A_MEGABYTE)):
        total += len(piece)
    return total


def bomb(upload: Any) -> FileRefused:
    return FileRefused(
        _("“%(name)s” unpacks to far more than a document holds, so it is not opened.") % {"name": upload.name}
    )
