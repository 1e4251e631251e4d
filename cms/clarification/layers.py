"""The words inside a file: what the scan for secrets reads of PDF, Word, Excel, web copies and pictures. No OCR."""

from __future__ import annotations

import email
import email.policy
import zipfile
from collections.abc import Callable, Iterator
from typing import IO, Any

import pypdf
from defusedxml import DefusedXmlException, ElementTree
from PIL import ExifTags, Image, IptcImagePlugin

BLOCKS = {"p", "si", "is", "row", "c", "tr", "br", "comment", "oddHeader", "oddFooter", "evenHeader", "evenFooter"}
A_PAGE_OF_A_COPY = 20 * 1024 * 1024


class Unreadable(Exception):
    """The file cannot be read, so nobody can say what it holds."""


class Locked(Unreadable):
    """A password stands before it."""


def of_pdf(file: IO[bytes]) -> Iterator[str]:
    """Pages, notes, fields and properties."""
    try:
        reader = pypdf.PdfReader(file)
        if reader.is_encrypted:
            raise Locked
        yield from (str(value) for value in (reader.metadata or {}).values())
        yield from (str(value) for value in (reader.get_form_text_fields() or {}).values() if value)
        for page in reader.pages:
            yield page.extract_text()
            yield from notes_of(page)
    except Locked:
        raise
    # Whatever a broken file makes the reader stumble over, the answer is the same.
    except Exception as error:
        raise Unreadable from error


def notes_of(page: Any) -> Iterator[str]:
    """What is written on a page of a PDF beside its text."""
    for note in page.get("/Annots") or []:
        found = note.get_object()
        yield from (str(found[name]) for name in ("/Contents", "/T", "/Subj") if name in found)


def of_office(file: IO[bytes]) -> Iterator[str]:
    """Every sheet, paragraph, header, note and property of a Word or Excel file."""
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                with archive.open(name) as part:
                    yield of_xml(part)


def of_xml(part: Any) -> str:
    """The text of one part, a line for each paragraph or cell."""
    words: list[str] = []
    try:
        for event, element in ElementTree.iterparse(part, events=("start", "end")):
            if event == "end":
                words.append(element.text or "")
                if element.tag.rpartition("}")[2] in BLOCKS:
                    words.append("\n")
                element.clear()
    except (ElementTree.ParseError, DefusedXmlException) as error:
        raise Unreadable from error
    return "".join(words)


def of_text(file: IO[bytes]) -> Iterator[str]:
    """Plain text and HTML; the scan itself takes tags away."""
    data = file.read()
    yield data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", errors="replace")


def of_mhtml(file: IO[bytes]) -> Iterator[str]:
    """The texts among the parts of a saved web page."""
    message = email.message_from_binary_file(file, policy=email.policy.default)  # type: ignore[call-overload]
    for part in message.walk():
        if part.get_content_maintype() == "text":
            data: Any = part.get_payload(decode=True)
            yield data.decode(part.get_content_charset() or "utf-8", errors="replace")


def of_wacz(file: IO[bytes]) -> Iterator[str]:
    """The list of pages of a web archive, with the texts that it gives; the recording itself is not opened."""
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if name.startswith("pages/") or name == "datapackage.json":
                with archive.open(name) as part:
                    yield part.read(A_PAGE_OF_A_COPY).decode("utf-8", errors="replace")


def of_picture(file: IO[bytes]) -> Iterator[str]:
    """What a camera or an editor wrote into a picture: EXIF, IPTC, comments. Not what it shows."""
    try:
        with Image.open(file) as picture:
            yield from (str(value) for value in picture.info.values() if isinstance(value, str))
            yield from (readable(value) for value in picture.getexif().values())
            yield from (readable(value) for value in picture.getexif().get_ifd(ExifTags.IFD.Exif).values())
            yield from (readable(value) for value in (IptcImagePlugin.getiptcinfo(picture) or {}).values())
            yield readable(picture.info.get("xmp", b""))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Unreadable from error


def readable(value: Any) -> str:
    """Words out of the bytes in which cameras and Windows keep them."""
    if isinstance(value, list | tuple):
        return "\n".join(readable(each) for each in value)
    if isinstance(value, bytes):
        wide = value.count(0) > len(value) // 4
        return value.decode("utf-16-le" if wide else "utf-8", errors="ignore").replace("\0", "")
    return str(value)


def of_nothing(file: IO[bytes]) -> Iterator[str]:
    """Sound and film: there is no text to read."""
    return iter(())


READERS: dict[str, Callable[[IO[bytes]], Iterator[str]]] = {
    "pdf": of_pdf,
    "docx": of_office,
    "xlsx": of_office,
    "text": of_text,
    "html": of_text,
    "mhtml": of_mhtml,
    "wacz": of_wacz,
    "picture": of_picture,
    "media": of_nothing,
}


def texts(kind: str, file: IO[bytes]) -> list[str]:
    """Every text in a file of the kind. Raises Unreadable or Locked."""
    file.seek(0)
    found = [text for text in READERS[kind](file) if text.strip()]
    file.seek(0)
    return found
