"""Generated records go into the tables in batches, with a decision each, while the triggers stand aside."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import CharField, F, OuterRef, Subquery
from django.db.models.functions import Cast
from wagtail.models import Page, Revision

from cms.accounts.models import User
from cms.moderation import triggers
from cms.moderation.choices import Audience, State
from cms.moderation.models import AccessionCounter, Decision, ItemStatus

from ..loading.texts import Texts
from .records import Draft, Invention

BATCH = 400
ROWS = 100  # in one statement: SQLite counts its parameters


@transaction.atomic
def generate(records: int, seed: int) -> int:
    """Write so many records, and their translations; the number of pages written."""
    invention, judges, shelf = Invention(seed), people(), Shelf()
    triggers.step_aside()
    written = 0
    for batch in batches(invention, records):
        write(batch, shelf, judges)
        written += len(batch)
    shelf.close()
    triggers.come_back()
    return written


def batches(invention: Invention, records: int) -> Iterator[list[Draft]]:
    waiting: list[Draft] = []
    for place in range(1, records + 1):
        waiting += invention.record(place)
        if len(waiting) >= BATCH:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def people() -> dict[str, User]:
    """Somebody who wrote, appraised and approved: three people of the sample."""
    seats = {row.role: row.email for row in Texts().people}
    return {role: User.objects.get(email=seats[role]) for role in ("contributor", "moderator", "director")}


class Shelf:
    """Where pages are put: below which section, under which accession number."""

    def __init__(self) -> None:
        self.children: Counter[int] = Counter()
        self.parents: dict[int, Page] = {}
        self.last = dict(AccessionCounter.objects.values_list("year", "last"))

    def put(self, draft: Draft) -> None:
        """Give a page its place in the tree."""
        parent = self.parents.get(draft.parent.pk) or self.begin(draft.parent)
        self.children[parent.pk] += 1
        page = draft.page
        page.depth, page.numchild = parent.depth + 1, 0
        page.path = Page._get_path(parent.path, page.depth, self.children[parent.pk])
        page.url_path = f"{parent.url_path}{page.slug}/"

    def begin(self, parent: Page) -> Page:
        last = parent.get_last_child()
        self.children[parent.pk] = Page._str2int(last.path[-Page.steplen :]) if last else 0
        self.parents[parent.pk] = parent
        return parent

    def number(self, year: int) -> str:
        self.last[year] = self.last.get(year, 0) + 1
        return AccessionCounter(year=year, last=self.last[year]).number()

    def close(self) -> None:
        for parent in self.parents.values():
            Page.objects.filter(pk=parent.pk).update(numchild=parent.get_children().count())
        for year, last in self.last.items():
            AccessionCounter.objects.update_or_create(year=year, defaults={"last": last})


def write(batch: list[Draft], shelf: Shelf, judges: dict[str, User]) -> None:
    """A batch of pages with everything by which they are public."""
    for draft in batch:
        shelf.put(draft)
    write_pages(batch, judges["contributor"])
    keys = [draft.page.pk for draft in batch]
    write_revisions(batch, judges["contributor"])
    mine = Revision.objects.filter(base_content_type=page_type(), object_id__in=[str(key) for key in keys])
    Decision.objects.bulk_create(decisions(mine, judges))
    ItemStatus.objects.bulk_create(status(draft, shelf) for draft in batch)
    revision = mine.filter(object_id=Cast(OuterRef("pk"), CharField())).values("pk")[:1]
    Page.objects.filter(pk__in=keys).update(live_revision=Subquery(revision))
    Page.objects.filter(pk__in=keys).update(live=True, latest_revision=F("live_revision"))


def write_pages(batch: list[Draft], owner: User) -> None:
    """The common table first, then the table of each kind, then the themes."""
    rows = [common_row(draft.page, owner) for draft in batch]
    for draft, row in zip(batch, Page.objects.bulk_create(rows), strict=True):
        draft.page.pk = draft.page.id = draft.page.page_ptr_id = row.pk
    for model in {type(draft.page) for draft in batch}:
        pages = [draft.page for draft in batch if isinstance(draft.page, model)]
        # Django makes no rows of an inherited table in bulk; the insert beneath it does.
        for start in range(0, len(pages), ROWS):
            rows_of_kind = pages[start : start + ROWS]
            model._base_manager._insert(rows_of_kind, fields=model._meta.local_concrete_fields, using=connection.alias)
        through = model.themes.through
        through.objects.bulk_create(
            through(**{f"{model._meta.model_name}_id": draft.page.pk, "theme_id": theme.pk})
            for draft in batch
            if isinstance(draft.page, model)
            for theme in draft.themes
        )


def common_row(page: Any, owner: User) -> Page:
    names = (field.attname for field in Page._meta.local_concrete_fields if not field.primary_key)
    row = Page(**{name: getattr(page, name) for name in names})
    row.live, row.owner = False, owner
    row.content_type = page.content_type = ContentType.objects.get_for_model(type(page))
    return row


def page_type() -> ContentType:
    return ContentType.objects.get_for_model(Page)


def write_revisions(batch: Iterable[Draft], author: User) -> None:
    Revision.objects.bulk_create(
        Revision(
            base_content_type=page_type(),
            content_type=draft.page.content_type,
            object_id=str(draft.page.pk),
            object_str=draft.page.title,
            content=content(draft),
            created_at=draft.page.first_published_at,
            user=author,
        )
        for draft in batch
    )


def content(draft: Draft) -> dict[str, Any]:
    """The page as a revision keeps it."""
    data = {field.name: field.value_from_object(draft.page) for field in draft.page._meta.concrete_fields}
    streams = {name: draft.page._meta.get_field(name).value_to_string(draft.page) for name in ("body",) if name in data}
    return {**data, **streams, "pk": draft.page.pk, "themes": [theme.pk for theme in draft.themes]}


def decisions(revisions: Iterable[Revision], judges: dict[str, User]) -> Iterator[Decision]:
    for revision in revisions:
        yield Decision(
            revision=revision,
            audience=Audience.PUBLIC,
            author=judges["contributor"],
            appraised_by=judges["moderator"],
            approved_by=judges["director"],
            no_lead=True,
            reason="Generated for measuring; nobody has read it.",
            made_at=revision.created_at,
            published_at=revision.created_at,
        )


def status(draft: Draft, shelf: Shelf) -> ItemStatus:
    page, day = draft.page, draft.page.first_published_at.date()
    return ItemStatus(
        base_content_type=page_type(),
        content_type=page.content_type,
        object_id=str(page.pk),
        title=page.title,
        language=page.locale.language_code,
        agency_id=page.source_agency_id,
        state=State.PUBLISHED,
        round=1,
        accession_number=shelf.number(day.year),
        accession_date=day,
    )
