"""The search box of the staff under a key: the same records, the same rights, in a few lines."""

from typing import Any

from django.conf import settings
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.accounts import permissions as may
from cms.pages.kinds import kind_name
from cms.pages.languages import SHORT_NAMES

from . import queries
from .desk import Row, rows
from .readers import Editor
from .wishes import Wish

SHOWN = 8


@never_cache
@require_safe
def palette(request: HttpRequest) -> JsonResponse:
    """What somebody who works on the archive finds while typing."""
    if not may.is_staff(request.user):
        raise PermissionDenied
    wish = Wish.read(request.GET, get_language() or settings.LANGUAGE_CODE, facets=())
    found = queries.search(Wish(typed=wish.typed, language=wish.language, facets=(), size=SHOWN), Editor(request.user))
    return JsonResponse(
        {
            "total": found.total,
            "said": ngettext("%(number)s item found", "%(number)s items found", found.total)
            % {"number": intcomma(found.total)},
            "all": reverse("search_desk") + wish.address(),
            "results": [line(row) for row in rows(found.hits, request.user)],
        },
        json_dumps_params={"ensure_ascii": False},
    )


def line(row: Row) -> dict[str, Any]:
    """A record in a line: what it is, where it stands, and the way to it."""
    entry = row.hit.entry
    facts = [kind_name(entry.kind), row.state, row.hit.agency, str(SHORT_NAMES.get(entry.language, ""))]
    return {
        "title": entry.title,
        "language": entry.language,
        "facts": ", ".join(fact for fact in facts if fact),
        "url": row.edit_url or row.view_url,
    }
