"""Changes of lists that moderators proposed: two wait for a director, one was refused. What they say is invented."""

from typing import Any

from django.http import QueryDict
from wagtail import hooks

from cms.core.clock import today
from cms.moderation import services
from cms.moderation.models import ChecklistLine, ProposedChange
from cms.pages.models import Theme

from .clock import working_day_before
from .stories import Calendar, Story
from .world import APPROVER, World

BASIS = "Quyết định 45/QĐ-MẪU (tư liệu mẫu)"


def tell_wishes(world: World, calendar: Calendar) -> None:
    hooks.search_for_hooks()  # the forms of lists are known only then
    for days, story in enumerate((another_telephone, another_theme, another_question), 1):
        calendar.begin(story(world), working_day_before(today(), days), story.__name__)


def another_telephone(world: World) -> Story:
    """An agency has another telephone."""
    agency = world.agencies["so-ngoai-vu"]
    propose(agency, world.people["bich-lien"], BASIS, phone="0200 000 029")
    yield 0


def another_theme(world: World) -> Story:
    """A word that the list lacks."""
    words = {"name_vi": "Di sản số (mẫu)", "name_en": "Digital heritage (sample)", "code": "di-san-so", "sort_order": 9}
    propose(Theme(), world.people["quang-minh"], "Nhiều hồ sơ ảnh quét chưa có chủ đề riêng (mẫu).", **words)
    yield 0


def another_question(world: World) -> Story:
    """A question that the checklist asks already in other words."""
    words = {"question_vi": "Đã đọc lại chưa? (mẫu)", "code": "doc-lai", "sort_order": 90}
    change = propose(ChecklistLine(), world.people["bich-lien"], "", **words)
    yield 1
    services.refuse(change, by=world.people[APPROVER], reason="Bảng kiểm đã hỏi việc này rồi.")


def propose(row: Any, by: Any, reason: str, **words: Any) -> ProposedChange:
    """What the form of the list sends when the moderator has written these words into it."""
    form_class = type(row).snippet_viewset.get_form_class(for_update=row.pk is not None)
    filled = {**form_class(instance=row, for_user=by).initial, **words}
    sent = QueryDict(mutable=True)
    sent.update({name: str(value) for name, value in filled.items() if value not in (None, False)})
    form = form_class(sent, instance=row, for_user=by)
    if not form.is_valid():
        raise ValueError(form.errors)
    return services.propose(form, by=by, reason=reason)
