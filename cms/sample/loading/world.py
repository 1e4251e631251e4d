"""The sample province as the database holds it, by the keys that the texts use."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from wagtail.models import Locale

from cms.accounts.models import User
from cms.core.clock import VIET_NAM
from cms.library.models import ArchiveImage
from cms.moderation.models import ChecklistLine
from cms.organisation.models import AdministrativeUnit, Agency
from cms.pages.models import FieldOfManagement, Theme

from .texts import Texts

APPROVER, DEPUTY = "xuan-phuc", "thanh-quynh"
APPRAISERS = {"vi": ("bich-lien", "quang-minh"), "en": ("y-nhi", "bich-lien")}
STOCKED = datetime(2025, 9, 5, 9, tzinfo=VIET_NAM)  # the pictures are entered, before the first text shows one
SCREENERS = ("huu-son", "kim-thoa")


class Album(dict[str, ArchiveImage]):
    """The pictures by name; each is entered when it is first asked for."""

    enter: Callable[[str], ArchiveImage]

    def __missing__(self, name: str) -> ArchiveImage:
        self[name] = self.enter(name)
        return self[name]


@dataclass
class World:
    """Whom and what the pages of the sample archive refer to."""

    texts: Texts = field(default_factory=Texts)
    units: dict[str, AdministrativeUnit] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    fields: dict[str, FieldOfManagement] = field(default_factory=dict)
    images: Album = field(default_factory=Album)
    sections: dict[str, Any] = field(default_factory=dict)
    records: dict[str, Any] = field(default_factory=dict)

    @property
    def vietnamese(self) -> Locale:
        return Locale.objects.get(language_code="vi")

    @property
    def english(self) -> Locale | None:
        """None where the archive is set up without English."""
        return Locale.objects.filter(language_code="en").first()

    def desk(self, agency: str) -> "Desk":
        sitting = {row.seat: row.key for row in self.texts.people if row.agency == agency}
        return Desk(self, agency, self.people[sitting["contribute"]], self.people.get(sitting.get("approve", "")))

    def agency_of_picture(self, name: str) -> str:
        """The agency whose article the picture leads; the promotion centre for the rest."""
        leads = (article.agency for article, _english in self.texts.articles if article.cover == name)
        return next(leads, "tt-xuc-tien")


@dataclass(frozen=True)
class Desk:
    """Who writes and who clears for one agency, and who judges what comes from there."""

    world: World
    agency_key: str
    writer: User
    lead: User | None

    @property
    def agency(self) -> Agency:
        return self.world.agencies[self.agency_key]

    def appraiser(self, item: Any) -> User:
        """The moderators of a language take turns."""
        names = APPRAISERS.get(item.locale.language_code, APPRAISERS["vi"])
        return self.world.people[names[item.pk % len(names)]]

    def approver(self, item: Any) -> User:
        """The director; the deputy for one item in four."""
        return self.world.people[DEPUTY if item.pk % 4 == 0 else APPROVER]

    def answers(self) -> dict[str, bool]:
        """Every line of the checklist, answered yes."""
        return dict.fromkeys(ChecklistLine.objects.values_list("code", flat=True), True)
