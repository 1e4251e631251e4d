"""What a reader takes away from a search: a feed of what is new, and the data of what was found."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from cms.pages.kinds import kind_name

from . import dublin_core, newest, queries
from .engines import NEWEST
from .queries import Results
from .readers import Visitor
from .records import Record, records, site_root
from .wishes import Wish

MOST, AT_ONCE, NEW = 1_000, 250, 30


def asked(request: HttpRequest) -> Wish:
    return Wish.read(request.GET, get_language() or settings.LANGUAGE_CODE)


@require_safe
@cache_control(public=True, max_age=300)
def feed(request: HttpRequest) -> HttpResponse:
    """The newest records that answer, as Atom."""
    wish = asked(request)
    root, query = site_root(), replace(wish, page=1, order=NEWEST).address()
    atom = Atom1Feed(
        title=feed_title(wish),
        link=root + reverse("search:results") + query,
        description=_("Foreign information archive"),
        language=wish.language,
        feed_url=root + request.get_full_path(),
    )
    for record in newest.answering(wish, NEW):
        atom.add_item(**item(record))
    response = HttpResponse(content_type=atom.content_type)
    atom.write(response, "utf-8")
    return response


def feed_title(wish: Wish) -> str:
    if not wish.typed:
        return _("Hải Đăng: records that answer a search")
    return _("Hải Đăng: records on “%(words)s”") % {"words": wish.typed[:80]}


def item(record: Record) -> dict[str, Any]:
    return {
        "title": record.title,
        "link": record.url,
        "unique_id": record.url,
        "description": record.description,
        "author_name": record.agency,
        "categories": [kind_name(record.kind)],
        "pubdate": record.published,
        "updateddate": record.changed or record.published,
    }


@require_safe
def csv_table(request: HttpRequest) -> StreamingHttpResponse:
    """What was found, as a table."""
    first = page_of(asked(request), 1)
    lines = dublin_core.lines(all_records(first), remark(first))
    return named(StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8"), "csv", first)


@require_safe
def json_data(request: HttpRequest) -> JsonResponse:
    """What was found, as JSON."""
    first = page_of(asked(request), 1)
    said = {
        "@context": dublin_core.CONTEXT,
        "query": first.wish.typed,
        "language": first.wish.language,
        "total": first.total,
        "limit": MOST,
        "is_cut": first.total > MOST,
        "note": remark(first),
        "items": [dublin_core.described(record) for record in all_records(first)],
    }
    return named(JsonResponse(said, json_dumps_params={"ensure_ascii": False}), "json", first)


def named(response: Any, ending: str, first: Results) -> Any:
    """A file to keep, which says in a header how much of the answer it is."""
    response["Content-Disposition"] = f'attachment; filename="haidang.{ending}"'
    response["X-Total-Count"], response["X-Limit"] = str(first.total), str(MOST)
    response["Cache-Control"], response["X-Robots-Tag"] = "public, max-age=60", "noindex"
    return response


def remark(first: Results) -> str:
    """Said above the data when they are not all there is."""
    if first.total <= MOST:
        return ""
    words = _("These are the first %(limit)s of %(total)s records. Narrow the search to get the others.")
    return words % {"limit": f"{MOST:,}", "total": f"{first.total:,}"}


def page_of(wish: Wish, number: int) -> Results:
    return queries.search(replace(wish, page=number, size=AT_ONCE, facets=()), Visitor())


def all_records(first: Results) -> Iterator[Record]:
    """Up to the limit, each confirmed by the database just before it is written."""
    yield from records(first.hits)
    for number in range(2, min(first.pages, MOST // AT_ONCE) + 1):
        yield from records(page_of(first.wish, number).hits)
