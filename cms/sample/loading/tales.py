"""The stories of the sample archive: when each item was written, who judged it, and what became of it."""

import random
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from cms.core import clock
from cms.moderation.choices import Sensitivity, State
from cms.pages.models import ArticlePage, GalleryItem, GalleryPage, HelpPage, ImageRecordPage, LegalDocumentPage

from ..drawing.captions import Caption
from ..reading.articles import Article
from ..reading.legal import LegalText
from ..reading.tables import GalleryRow
from . import words
from .clock import VIET_NAM, working_day_before, working_days_between
from .review import Outcome, fresh, review, screening
from .stories import Calendar, Story
from .world import Desk, World
from .writing import draft, fill, translate

OPENED = date(2025, 9, 8)  # on this day the archive took in its first records
FINAL = (State.PUBLISHED, State.WITHDRAWN, State.ARCHIVED)
PUBLISHED = Outcome(State.PUBLISHED)
SHELF = 45  # days over which what lay ready at the opening was entered


def first_day(happened: date | None, outcome: Outcome, name: str) -> date:
    """When an item was begun: soon after what it tells of, and late enough for one that is still under way."""
    today = clock.today()
    if outcome.state not in FINAL:
        return max(working_day_before(today, outcome.working_days), happened or OPENED)
    wait = random.Random(name).randrange(SHELF)
    begun = max(OPENED, (happened or OPENED) + timedelta(days=2))
    return max(min(begun + timedelta(days=wait), today - timedelta(days=SHELF)), (happened or OPENED))


def tell_articles(world: World, calendar: Calendar) -> None:
    for text, english in world.texts.articles:
        outcome = outcome_of(text)
        calendar.begin(article(world, text, english), first_day(text.activity_date, outcome, text.key), text.key)


def outcome_of(text: Article) -> Outcome:
    return Outcome(text.state, text.reason, {note.field: note.text for note in text.return_notes})


def article(world: World, text: Article, english: Article | None) -> Story:
    """An article, its English translation, and a later change to it."""
    desk = world.desk(text.agency)
    facts = {**words.about_article(world, text), **words.of_article(world, text), **text.earlier}
    if text.scheduled_in_days:
        facts["go_live_at"] = in_days(calendar_end(), text.scheduled_in_days)
    page = draft(world.sections["articles"], desk.writer, ArticlePage, facts)
    yield from review(desk, page, outcome_of(text))
    if english:
        yield 2
        yield from in_english(desk, page, words.of_article(world, english), outcome_of(english))
    if text.earlier:
        yield 20
        yield from changed(desk, page, words.of_article(world, text))


def calendar_end() -> date:
    """The real day: the clock may be set to another while a story is told."""
    return datetime.now(VIET_NAM).date()


def in_days(day: date, days: int) -> datetime:
    return datetime.combine(day + timedelta(days=days), time(7, 0), VIET_NAM)


def changed(desk: Desk, page: Any, new: words.Words) -> Story:
    """What is public is written anew, and judged again."""
    later = fresh(page).get_latest_revision_as_object()
    fill(later, new)
    later.save_revision(user=desk.writer, log_action=True)
    yield from review(desk, page, PUBLISHED)


def in_english(desk: Desk, page: Any, english: words.Words, outcome: Outcome) -> Story:
    """The translation goes its own way through the review."""
    if desk.world.english is None:
        return
    wait = working_days_left(outcome)
    if wait:
        yield wait
    translation = translate(desk.world, fresh(page), desk.writer, english)
    translation.save_target(user=desk.writer, publish=False)
    yield from review(desk, translation.get_target_instance().specific, outcome)


def working_days_left(outcome: Outcome) -> int:
    """A translation that is still under way was begun lately, however old its source is."""
    if outcome.state in FINAL:
        return 0
    return working_days_between(clock.today(), working_day_before(calendar_end(), outcome.working_days + 1))


def tell_pictures(world: World, calendar: Calendar) -> None:
    for name, caption in world.texts.pictures.items():
        told = world.texts.structure["states"].get(name, {"state": State.PUBLISHED})
        outcome = Outcome(told["state"], told.get("reason", ""), told.get("notes", {}))
        calendar.begin(picture(world, caption, outcome), first_day(caption.taken, outcome, name), name)


def picture(world: World, caption: Caption, outcome: Outcome) -> Story:
    desk = world.desk(world.agency_of_picture(caption.name))
    facts = {**words.about_picture(world, caption), **words.of_picture(world, caption, "vi")}
    page = draft(world.sections["pictures"], desk.writer, ImageRecordPage, facts)
    world.records[caption.name] = page
    yield from review(desk, page, outcome)
    if outcome.state == State.PUBLISHED:
        yield 1
        yield from in_english(desk, page, words.of_picture(world, caption, "en"), PUBLISHED)


def tell_galleries(world: World, calendar: Calendar) -> None:
    """A gallery is made when the last of its pictures has long been public."""
    for row in world.texts.galleries:
        latest = max(world.texts.pictures[name].taken for name in row.pictures)
        ready = min(max(OPENED, latest) + timedelta(days=SHELF + 20), clock.today() - timedelta(days=25))
        calendar.begin(gallery(world, row), ready, row.key)


def gallery(world: World, row: GalleryRow) -> Story:
    desk = world.desk(row.agency)
    facts = {**words.about_gallery(world, row), **words.of_gallery(world, row, "vi")}
    items = [GalleryItem(record=world.records[name], sort_order=place) for place, name in enumerate(row.pictures)]
    page = draft(world.sections["galleries"], desk.writer, GalleryPage, {**facts, "items": items})
    yield from review(desk, page, Outcome(row.state))
    yield 2
    yield from in_english(desk, page, words.of_gallery(world, row, "en"), Outcome(row.state_en))


def tell_legal(world: World, calendar: Calendar) -> None:
    for text in world.texts.legal:
        calendar.begin(legal(world, text), first_day(text.issued_on, PUBLISHED, text.slug), text.slug)


def legal(world: World, text: LegalText) -> Story:
    desk = world.desk(text.agency)
    facts = {**words.about_legal_text(world, text), **words.of_legal_text(world, text, "vi")}
    page = draft(world.sections["legal"], desk.writer, LegalDocumentPage, facts)
    yield from review(desk, page, Outcome(text.state))
    yield 1
    yield from in_english(desk, page, words.of_legal_text(world, text, "en"), Outcome(text.state))


def tell_help(world: World, calendar: Calendar) -> None:
    pairs = [(world.sections["help"], pair) for pair in world.texts.help]
    for parent, (text, english) in [(world.sections["home"], world.texts.about), *pairs]:
        calendar.begin(guidance(world, parent, text, english), OPENED, text.key)


def guidance(world: World, parent: Any, text: Any, english: Any) -> Story:
    desk = world.desk("so-ngoai-vu")
    facts = {**words.about_help(text), **words.of_help(world, text), "source_agency": desk.agency}
    page = draft(parent, desk.writer, HelpPage, facts)
    yield from review(desk, page, PUBLISHED)
    if english:
        yield 1
        yield from in_english(desk, page, words.of_help(world, english), PUBLISHED)


def tell_apart(world: World, calendar: Calendar) -> None:
    """What the scan stopped, and what is for staff alone."""
    under_way = Outcome(State.APPRAISED)
    stopped: dict[str, Callable[[Desk, Any], Story]] = {
        "bao-cao-dong-dau": screening,
        "cach-ghi-do-mat": lambda desk, page: screening(desk, page, propose="Dòng ấy chỉ là ví dụ trong câu."),
        "tep-gui-nham": lambda desk, page: screening(
            desk, page, propose="Tệp không thuộc kho này; đề nghị loại bỏ.", purge="Đồng ý loại bỏ."
        ),
    }
    for key, way in stopped.items():
        text = world.texts.apart[key]
        calendar.begin(set_apart(world, text, way), first_day(text.activity_date, under_way, key), key)
    internal = world.texts.apart["lich-bien-tap"]
    calendar.begin(for_staff(world, internal), first_day(internal.activity_date, under_way, internal.key), internal.key)


def set_apart(world: World, text: Article, way: Callable[[Desk, Any], Story]) -> Story:
    desk = world.desk(text.agency)
    facts = {**words.about_article(world, text), **words.of_article(world, text)}
    yield from way(desk, draft(world.sections["articles"], desk.writer, ArticlePage, facts))


def for_staff(world: World, text: Article) -> Story:
    """Approved, and yet never public: only staff may read it."""
    desk = world.desk(text.agency)
    facts = {**words.about_article(world, text), **words.of_article(world, text), "sensitivity": Sensitivity.INTERNAL}
    yield from review(desk, draft(world.sections["articles"], desk.writer, ArticlePage, facts), PUBLISHED)
