"""From the keys an engine names to what a reader is shown, each confirmed by the database."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.utils.safestring import SafeString
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.core.prepared import Prepared
from cms.pages.pictures import listed_pictures

from . import following, languages, lists, names, pictures, tasks
from .bodies import Bodies, Body
from .documents import entries_of
from .engines import Enquiry
from .highlights import excerpt, is_marked, to_html, to_text
from .models import SearchEntry
from .questions import Question
from .readers import Reader, Visitor
from .sources import NUMBERS_APART

NUMBERED = ("legal", "release")


@dataclass(eq=False)
class Hit:
    """One record as a result shows it: the reader's language if there is one, and in which others it can be read."""

    entry: Any
    page: Page
    question: Question
    language: str
    others: list[Any]
    agency: str = ""
    image: Any = None
    agency_now: str = ""  # who stands in the agency's place today
    places_now: list[tuple[str, str]] = field(default_factory=list)  # places that became others, and these

    @property
    def is_own_language(self) -> bool:
        return self.entry.language == self.language

    @cached_property
    def url(self) -> str:
        return self.page.get_url() or ""

    @property
    def number(self) -> str:
        """The number of a legal document or a release, which readers know it by."""
        return self.entry.number.partition(NUMBERS_APART)[0] if self.entry.kind in NUMBERED else ""

    @property
    def languages(self) -> list[str]:
        """Codes of the languages it can be read in, that of the text shown first."""
        return [self.entry.language, *(entry.language for entry in self.others)]

    @property
    def shape(self) -> str:
        """How its picture stands, and how large the original is."""
        if not self.image:
            return ""
        width, height = self.image.width, self.image.height
        return f"{pictures.orientation_names()[pictures.orientation(width, height)]}, {width} × {height}"

    @cached_property
    def marked_title(self) -> str:
        return excerpt(self.entry.title, self.question, self.entry.language, width=None)

    @cached_property
    def title(self) -> SafeString:
        return to_html(self.marked_title)

    @cached_property
    def quoted(self) -> str:
        """The sentences that answer, with marks; the introduction if it holds a mark or nothing does."""
        intro = self.marked(self.entry.intro)
        if is_marked(intro):
            return intro
        text = self.marked(self.entry.text)
        return text if is_marked(text) else intro or text

    def marked(self, words: str) -> str:
        return excerpt(words, self.question, self.entry.language)

    @cached_property
    def quotation(self) -> SafeString:
        return to_html(self.quoted)

    @property
    def is_quoted(self) -> bool:
        """Do its own words hold what was asked?"""
        return is_marked(self.quoted)

    @property
    def plain_quotation(self) -> str:
        return to_text(self.quoted)

    @cached_property
    def elsewhere(self) -> tuple[str, SafeString] | None:
        """Where only another language holds what was asked: that language, and the words."""
        if is_marked(self.marked_title) or is_marked(self.quoted):
            return None
        for entry in self.others:
            for words in (entry.title, entry.intro, entry.text):
                marked = excerpt(words, self.question, entry.language, width=120)
                if is_marked(marked):
                    return entry.language, to_html(marked)
        return None


@dataclass(frozen=True)
class Found:
    """The results of a page, and the keys of what the database did not confirm."""

    shown: list[Hit]
    refused: list[str]


def found(keys: list[str], enquiry: Enquiry, reader: Reader) -> Found:
    """The hits behind these keys, in their order."""
    groups = entries_of(keys, by_item=following.engine(reader.index).by_item)
    pages = confirmed([entry.object_id for group in groups.values() for entry in group], reader)
    doubtful = [entry for group in groups.values() for entry in group if entry.object_id not in pages]
    if doubtful:
        tasks.settle.enqueue(sorted({entry.object_id for entry in doubtful}))
    whole = {key: group for key, group in groups.items() if group and not set(group).intersection(doubtful)}
    shown = [hit(in_order(group, enquiry.language), pages, enquiry) for group in whole.values()]
    return Found(described(shown), [key for key in keys if key not in whole])


def confirmed(numbers: Iterable[int], reader: Reader) -> dict[int, Page]:
    """The pages this reader may see now, whatever an index says."""
    wanted = sorted(set(numbers))
    found = public_pages(numbers=wanted) if reader == Visitor() else reader.allowed(pages_of(numbers=wanted))
    return {page.pk: page for page in found}


def pages_of(*, numbers: list[int]) -> QuerySet:
    return Page.objects.filter(pk__in=numbers).only("url_path", "live")


public_pages = Prepared(lambda *, numbers: Visitor().allowed(pages_of(numbers=numbers)), numbers=[int])


def in_order(entries: list[SearchEntry], language: str) -> list[SearchEntry]:
    """The reader's language first, then English, then the archive's order."""
    order = [language, "en", *languages.codes()]
    return sorted(entries, key=lambda entry: order.index(entry.language) if entry.language in order else len(order))


def hit(entries: list[SearchEntry], pages: dict[int, Page], enquiry: Enquiry) -> Hit:
    shown, *others = entries
    return Hit(shown, pages[shown.object_id], enquiry.question, enquiry.language, others)


def pictures_of(numbers: set[int]) -> dict[int, Any]:
    """Pictures by number: their copies in one question, whole only where a draft has none yet."""
    shown: dict[int, Any] = listed_pictures(numbers)
    if uncopied := numbers - shown.keys():
        shown |= get_image_model().objects.in_bulk(uncopied)
    return shown


def described(shown: list[Hit]) -> list[Hit]:
    """Names of agencies and pictures, for all hits at once."""
    agencies = names.agencies()
    numbers = {one.entry.picture_id for one in shown if one.entry.picture_id}
    shown_pictures = pictures_of(numbers)
    bodies = lists.current().bodies
    for one in shown:
        one.agency = agencies.get(str(one.entry.agency_id), "")
        one.image = shown_pictures.get(one.entry.picture_id)
        tell_what_followed(one, bodies)
    return shown


def tell_what_followed(one: Hit, bodies: Bodies) -> None:
    """Say who stands today in the place of its agency and of its places."""
    agency = bodies.agencies.get(one.entry.agency_id or 0)
    units = [bodies.units[number] for number in one.entry.places if number in bodies.units]
    one.agency_now = names_of(agency.now) if agency else ""
    one.places_now = [(unit.name, names_of(unit.now)) for unit in units if unit.now]


def names_of(bodies: list[Body]) -> str:
    return ", ".join(body.name for body in bodies)
