"""The search page and its twin for machines."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from cms.pages.freshness import while_fresh
from cms.pages.kinds import kind_name

from . import queries, typeahead
from .demand.listening import heard
from .facets import facets
from .hits import Hit
from .queries import Results
from .readers import Visitor
from .saved.views import seal
from .screens import ResultsScreen
from .ways import ways_on
from .wishes import Wish


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What a reader finds, in their language first."""
    wish = Wish.read(request.GET, get_language() or settings.LANGUAGE_CODE)
    found = queries.search(wish, Visitor())
    look = request.GET.get("look", "")[:10]
    shown = {"results": found, "screen": ResultsScreen(found, look=look), "hide_finder": True, "sealed": seal()}
    if not found.total and not found.is_answered:
        heard(found, request)
        shown["ways"] = while_fresh(("ways", look), lambda: ways_on(wish, Visitor(), look), request)
    return render(request, "search/results.html", shown)


@require_safe
@cache_control(public=True, max_age=30)
def suggest(request: HttpRequest) -> JsonResponse:
    """Public titles that begin as a reader types."""
    offered = typeahead.suggestions(request.GET.get("q", ""), get_language() or settings.LANGUAGE_CODE)
    named = [{**vars(each), "kind_name": kind_name(each.kind)} for each in offered]
    return JsonResponse({"suggestions": named}, json_dumps_params={"ensure_ascii": False})


@require_safe
@cache_control(public=True, max_age=30)
def api(request: HttpRequest) -> JsonResponse:
    """The same results for machines."""
    language = request.GET.get("lang", settings.LANGUAGE_CODE)
    known = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    if language not in known:
        message = _("There is no such language here. Choose one of: %(languages)s") % {"languages": ", ".join(known)}
        return JsonResponse({"error": message}, status=400)
    with override(language):
        found = queries.search(Wish.read(request.GET, language), Visitor())
        return JsonResponse(answer(found, request), json_dumps_params={"ensure_ascii": False})


def answer(found: Results, request: HttpRequest) -> dict[str, Any]:
    return {
        "query": found.wish.typed,
        "language": found.wish.language,
        "total": found.total,
        "page": found.wish.page,
        "pages": found.pages,
        "is_makeshift": found.is_makeshift,
        "is_cut": found.question.was_cut,
        "did_you_mean": found.meant,
        "pinned": [described(hit, request) for hit in found.pinned],
        "results": [described(hit, request) for hit in found.hits],
        "facets": {
            facet.code: [{"value": each.value, "name": each.name, "count": each.number} for each in facet.options]
            for facet in facets(found.wish, found.facets)
        },
    }


def described(hit: Hit, request: HttpRequest) -> dict[str, Any]:
    entry = hit.entry
    return {
        "title": entry.title,
        "url": request.build_absolute_uri(hit.page.get_url(request)),
        "kind": entry.kind,
        "language": entry.language,
        "languages": hit.languages,
        "date": entry.date,
        "agency": hit.agency,
        "number": entry.number,
        "excerpt": hit.plain_quotation,
        "highlight": {"title": hit.title, "excerpt": hit.quotation},
    }
