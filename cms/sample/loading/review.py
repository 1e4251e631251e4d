"""One item's way through the review: the right people act in turn, and each takes a day or two."""

from dataclasses import dataclass, field
from typing import Any

from cms.moderation import services
from cms.moderation.choices import State, WithdrawalGround

from .stories import Story
from .world import SCREENERS, Desk

PATH = (State.SUBMITTED, State.AGENCY_CLEARED, State.IN_APPRAISAL, State.APPRAISED, State.PUBLISHED)
STANDS_AFTER = {  # how far by the book an item goes before it takes a turn of its own
    State.RETURNED: State.IN_APPRAISAL,
    State.REJECTED: State.APPRAISED,
    State.SCHEDULED: State.PUBLISHED,
    State.WITHDRAWN: State.PUBLISHED,
    State.ARCHIVED: State.PUBLISHED,
}
LAY_AWAY = "Số liệu chỉ có giá trị cho đợt bàn giao; giữ lại làm tư liệu, không đăng nữa."


@dataclass(frozen=True)
class Outcome:
    """Where the item stands today, and what was said about it."""

    state: str
    reason: str = ""
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def working_days(self) -> int:
        """How many working days ago an item that is still under way was begun, at the latest."""
        days = {State.DRAFT: 1, State.SUBMITTED: 2, State.AGENCY_CLEARED: 8, State.IN_APPRAISAL: 4}
        return days.get(State(self.state), 6)


def fresh(item: Any) -> Any:
    """The item as it stands in the database."""
    return type(item).objects.get(pk=item.pk)


def review(desk: Desk, item: Any, outcome: Outcome) -> Story:
    """Take an item from its draft to where it stands."""
    if outcome.state == State.DRAFT:
        return
    yield 1
    services.submit(fresh(item), by=desk.writer, declaration=True)
    yield from by_the_book(desk, item, STANDS_AFTER.get(State(outcome.state), outcome.state))
    yield from turn(desk, item, outcome)


def by_the_book(desk: Desk, item: Any, last: str) -> Story:
    """What follows the handing in, up to a state."""
    steps = PATH[1 : PATH.index(State(last)) + 1]
    for step in steps:
        if step == State.AGENCY_CLEARED and desk.lead is None:
            continue  # the agency has no lead: the record says so by itself
        yield 1
        take_step(desk, item, step)


def take_step(desk: Desk, item: Any, step: State) -> None:
    appraiser, item = desk.appraiser(item), fresh(item)
    match step:
        case State.AGENCY_CLEARED:
            services.clear(item, by=desk.lead)
        case State.IN_APPRAISAL:
            services.take(item, by=appraiser)
        case State.APPRAISED:
            services.appraise(item, by=appraiser, answers=desk.answers())
        case State.PUBLISHED:
            services.approve(item, by=desk.approver(item))


def turn(desk: Desk, item: Any, outcome: Outcome) -> Story:
    """What befell an item besides."""
    director, reason = desk.approver(item), outcome.reason
    match outcome.state:
        case State.RETURNED:
            yield 1
            notes = {"author_text" if name == "author" else name: text for name, text in outcome.notes.items()}
            reason = reason or "Xin sửa theo ghi chú bên cạnh từng ô."
            services.return_to_author(fresh(item), by=desk.appraiser(item), reason=reason, notes=notes)
        case State.REJECTED:
            yield 1
            services.reject(fresh(item), by=director, reason=reason)
        case State.WITHDRAWN:
            yield 20
            services.withdraw(fresh(item), by=director, reason=reason, ground=WithdrawalGround.RIGHTS)
        case State.ARCHIVED:
            yield 60
            services.archive(fresh(item), by=director, reason=reason or LAY_AWAY)


def screening(desk: Desk, item: Any, *, propose: str = "", purge: str = "") -> Story:
    """An item that the scan stops at its handing in: nobody else, one or both screeners have looked at it since."""
    yield 1
    services.submit(fresh(item), by=desk.writer, declaration=True)
    first, second = (desk.world.people[name] for name in SCREENERS)
    if propose:
        yield 1
        services.propose_release(fresh(item), by=first, reason=propose)
    if purge:
        yield 1
        services.purge(fresh(item), by=second, reason=purge)
