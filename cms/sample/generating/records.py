"""One generated record: a page with all its words and facts, not yet in any table."""

import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from wagtail.models import Page

from cms.library.models import ArchiveImage
from cms.organisation.models import Agency
from cms.pages.models import ArticlePage, ImageRecordPage, LegalDocumentPage, SectionIndexPage, Theme

from ..loading.texts import Texts
from ..loading.words import Words
from ..loading.writing import fill
from .words import Phrasebook

SHARES = {ArticlePage: 6, ImageRecordPage: 3, LegalDocumentPage: 1}
SECTIONS = {ArticlePage: "tin-va-bai", ImageRecordPage: "kho-anh", LegalDocumentPage: "van-ban"}
ENGLISH = 4  # one record in so many is translated
YEARS = 12


@dataclass(frozen=True)
class Draft:
    """A page, the section it belongs in, and its themes."""

    page: Any
    parent: Page
    themes: list[Theme]


class Invention:
    """Invents records out of what the sample archive holds; the same seed invents the same ones."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.seed = seed
        texts = Texts()
        self.books = {code: Phrasebook(texts, code, self.chance) for code in ("vi", "en")}
        self.agencies = list(Agency.objects.filter(eid__in=[row.eid for row in texts.agencies], valid_to=None))
        self.themes, self.images = list(Theme.objects.all()), list(ArchiveImage.objects.all())
        self.sections = {model: self.in_each_language(slug) for model, slug in SECTIONS.items()}

    def in_each_language(self, slug: str) -> dict[str, Page]:
        section = SectionIndexPage.objects.get(slug=slug, locale__language_code="vi")
        return {page.locale.language_code: page for page in section.get_translations(inclusive=True)}

    def record(self, place: int) -> list[Draft]:
        """The Vietnamese page, and sometimes its English translation."""
        model = self.chance.choices(list(SHARES), weights=list(SHARES.values()))[0]
        facts, key = self.facts(model, place), uuid.UUID(int=self.chance.getrandbits(128), version=4)
        themes = self.chance.sample(self.themes, k=self.chance.randint(1, 2))
        languages = ["vi", "en"] if place % ENGLISH == 0 and "en" in self.sections[model] else ["vi"]
        return [self.draft(model, facts, key, language, place, themes) for language in languages]

    def draft(self, model: Any, facts: Words, key: uuid.UUID, language: str, place: int, themes: list[Theme]) -> Draft:
        parent = self.sections[model][language]
        page = model(translation_key=key, locale=parent.locale)
        fill(page, {**facts, **self.words(model, self.books[language], place)})
        page.draft_title = page.title
        return Draft(page, parent, themes)

    def facts(self, model: Any, place: int) -> Words:
        happened = date.today() - timedelta(days=self.chance.randrange(3, 365 * YEARS))  # noqa: DTZ011  (any day will do)
        told = datetime.combine(happened, time(9), UTC) + timedelta(days=2)
        facts = {"source_agency": self.chance.choice(self.agencies), "activity_date": happened}
        facts |= {"first_published_at": told, "last_published_at": told, "latest_revision_created_at": told}
        image = self.chance.choice(self.images)
        own: dict[Any, dict[str, Any]] = {
            ArticlePage: {"cover": image},
            ImageRecordPage: {"image": image},
            LegalDocumentPage: {"number": f"{place}/{happened.year}/QĐ-UBND", "issued_on": happened},
        }
        return {**facts, **own[model]}

    def words(self, model: Any, book: Phrasebook, place: int) -> Words:
        title = book.title(place)
        said = {
            "title": title,
            "slug": f"{book.slug(title)}-{place}-{self.seed}",
            "author_text": "Bản ghi sinh ra để đo",
        }
        said |= {"intro": book.passage(1, 2)[:690], "rights_line": "Bản ghi sinh ra để đo tốc độ"}
        own: dict[Any, Callable[[], dict[str, Any]]] = {
            ArticlePage: lambda: {"body": book.body(place)},
            ImageRecordPage: lambda: {"caption": book.passage(1, 2)[:890]},
            LegalDocumentPage: lambda: {"body": book.legal_body(place), "issuer_name": "Ủy ban nhân dân tỉnh Hải Đăng"},
        }
        return {**said, **own[model]()}
