"""An index under test, and entries as sources make them."""

import datetime
import itertools

from search.documents import documents
from search.engines import Enquiry, Scope, State
from search.engines.embedded import EmbeddedEngine
from search.models import SearchEntry
from search.questions import read
from search.text import fold

numbers = itertools.count(1)


def made_entry(title="", language="vi", family=None, **more):
    """An entry as a source makes it; not saved."""
    number = next(numbers)
    known = {"audience": "public", "content_type_id": 1, "object_id": number, "kind": "article", "agency_id": 1}
    known |= {"date": datetime.date(2026, 1, 1), "year": 2026, "sequence": number}
    return SearchEntry(
        title=title, title_folded=fold(title), language=language, family=family or f"family {number}", **known | more
    )


class Shelf:
    """An index under test, and the questions one puts to it."""

    def __init__(self, root, name="public"):
        self.engine = EmbeddedEngine(root, name)
        self.titles = {}

    def fill(self, entries):
        entries = self.remember(entries)
        self.engine.rebuild(documents(entries, by_item=self.engine.by_item), State("here", len(entries)))
        return self

    def put(self, entries, sequence=100):
        entries = self.remember(entries)
        found = documents(entries, by_item=self.engine.by_item)
        self.engine.write({entry.family for entry in entries}, found, State("here", sequence))

    def remember(self, entries):
        entries = sorted(entries, key=lambda entry: entry.family)
        for document in documents(entries, by_item=self.engine.by_item):
            self.titles[document.key] = document.entries[0].title
        return entries

    def ask(self, typed, scope=None, language="vi", **more):
        return self.engine.search(Enquiry(read(typed), scope or Scope(("public",)), language, **more))

    def find(self, typed, **more):
        return [self.titles[key] for key in self.ask(typed, **more).keys]
