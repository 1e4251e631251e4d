"""Records in the terms of the Dublin Core Metadata Initiative, as JSON and as rows of a table."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from .records import Record

CONTEXT = {"dcterms": "http://purl.org/dc/terms/", "dcmitype": "http://purl.org/dc/dcmitype/"}
TYPES = {"image": "StillImage", "gallery": "Collection"}
MANY = ("dcterms:subject", "dcterms:spatial")
COLUMNS = (
    *("dcterms:identifier", "dcterms:title", "dcterms:description", "dcterms:language", "dcterms:type"),
    *("dcterms:publisher", "dcterms:date", "dcterms:issued", "dcterms:modified", "dcterms:rights"),
    *("dcterms:subject", "dcterms:spatial", "dcterms:source", "url"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet would reckon out, and what hides it


def described(record: Record) -> dict[str, Any]:
    """A record by its terms; what is not known is left out."""
    said = {
        "dcterms:identifier": record.number,
        "dcterms:title": record.title,
        "dcterms:description": record.description,
        "dcterms:language": record.language,
        "dcterms:type": f"dcmitype:{TYPES.get(record.kind, 'Text')}",
        "dcterms:publisher": record.agency,
        "dcterms:date": record.dated,
        "dcterms:issued": record.published.date().isoformat() if record.published else "",
        "dcterms:modified": record.changed.date().isoformat() if record.changed else "",
        "dcterms:rights": record.rights,
        "dcterms:subject": record.subjects,
        "dcterms:spatial": record.places,
        "dcterms:source": record.source,
        "url": record.url,
    }
    return {term: value for term, value in said.items() if value}


class Echo:
    """A file that hands back what is written into it, a line at a time."""

    def write(self, line: str) -> str:
        return line


def lines(records: Iterable[Record], remark: str = "") -> Iterator[str]:
    """A table that spreadsheets open as UTF-8; a remark stands above it."""
    writer = csv.writer(Echo())
    yield "\ufeff"
    if remark:
        yield writer.writerow([f"# {remark}"])
    yield writer.writerow(COLUMNS)
    for record in records:
        said = described(record)
        yield writer.writerow([harmless(cell(said.get(column, ""))) for column in COLUMNS])


def cell(value: str | list[str]) -> str:
    return "; ".join(value) if isinstance(value, list) else value


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
