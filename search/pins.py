"""What editors put first for a question."""

from wagtail.models import Page

from cms.pages.claim_addresses import key
from cms.pages.models import ClarificationStatementPage

from . import hits, lists
from .engines import RELEVANCE, Enquiry
from .hits import Hit
from .questions import Question
from .readers import Reader
from .wishes import Wish

MOST_ANSWERS = 10  # a statement stands once in each language


def pinned(wish: Wish, question: Question, reader: Reader) -> list[Hit]:
    """The pages that editors chose, as far as this reader may see them: on the first page of an unfiltered answer."""
    is_plain = wish.page == 1 and wish.order == RELEVANCE and not wish.chosen and bool(wish.typed)
    if not is_plain or reader.index != "public":
        return []
    chosen = [pin.page for pin in lists.current().pinned(wish.typed, wish.language)]
    families = list(dict.fromkeys(map(family_of, [*answering(wish.typed), *chosen])))
    enquiry = Enquiry(question, reader.scope, wish.language)
    return hits.found(families, enquiry, reader).shown if families else []


def answering(typed: str) -> list[Page]:
    """Public statements that answer what stands at this address; one that nobody answered is a word like any other."""
    address = key(typed)
    if not address:
        return []
    statements = ClarificationStatementPage.objects.public().filter(said_url_key=address)
    return list(statements.only("translation_key").order_by("-first_published_at", "pk")[:MOST_ANSWERS])


def family_of(page: Page) -> str:
    return str(page.translation_key)
