"""What editors put first for a question."""

from wagtail.models import Page

from . import hits, lists
from .engines import RELEVANCE, Enquiry
from .hits import Hit
from .questions import Question
from .readers import Reader
from .wishes import Wish


def pinned(wish: Wish, question: Question, reader: Reader) -> list[Hit]:
    """The pages that editors chose, as far as this reader may see them: on the first page of an unfiltered answer."""
    is_plain = wish.page == 1 and wish.order == RELEVANCE and not wish.chosen and bool(wish.typed)
    if not is_plain or reader.index != "public":
        return []
    chosen = lists.current().pinned(wish.typed, wish.language)
    families = list(dict.fromkeys(family_of(pin.page) for pin in chosen))
    enquiry = Enquiry(question, reader.scope, wish.language)
    return hits.found(families, enquiry, reader).shown if families else []


def family_of(page: Page) -> str:
    return str(page.translation_key)
