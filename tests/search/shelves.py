"""An index under test, and entries as sources make them."""

import datetime
import itertools

from search.documents import documents, key_of
from search.engines import Change, Enquiry, Scope, State
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

    def __init__(self, engine):
        self.engine = engine
        self.titles, self.refused, self.sequence = {}, [], 0

    def fill(self, entries):
        entries = self.remember(entries)
        found = documents(entries, by_item=self.engine.by_item)
        self.engine.rebuild(found, self.next_state(entries), self.refused.append)
        return self

    def next_state(self, entries):
        self.sequence += len(entries)
        return State("here", self.sequence)

    def put(self, entries):
        entries = self.remember(entries)
        found = tuple(documents(entries, by_item=self.engine.by_item))
        families = frozenset(entry.family for entry in entries)
        keys = frozenset(key_of(entry, by_item=self.engine.by_item) for entry in entries)
        self.engine.write(Change(families, keys, found, self.next_state(entries)), self.refused.append)

    def remember(self, entries):
        entries = sorted(entries, key=lambda entry: entry.family)
        for document in documents(entries, by_item=self.engine.by_item):
            self.titles[document.key] = document.entries[0].title
        return entries

    def ask(self, typed, scope=None, language="vi", **more):
        return self.engine.search(Enquiry(read(typed), scope or Scope(("public",)), language, **more))

    def find(self, typed, **more):
        return [self.titles[key] for key in self.ask(typed, **more).keys]
