"""Names of what records are filtered by, in the reader's language: read once, and anew when somebody changes one."""

from collections.abc import Callable
from datetime import date

from django.db.models import CharField, F, Model, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.core import clock
from cms.organisation.models import AdministrativeUnit, Agency
from cms.pages.models import FieldOfManagement, Theme

from . import lists

SOURCE_LANGUAGE = "vi"
Names = dict[str, str]


def themes() -> Names:
    return kept("themes", lambda: dict(named(Theme, "code", "called")))


def fields() -> Names:
    return kept("fields", lambda: dict(named(FieldOfManagement, "code", "called")))


def agencies() -> Names:
    return kept("agencies", lambda: {str(pk): name for pk, name in named(Agency, "pk", "called")})


def places() -> Names:
    """Names of places; one that is no more says until when it was, for its successor may bear the same name."""
    return kept(
        "places",
        lambda: {
            str(pk): name if ends is None else until(name, ends)
            for pk, name, ends in named(AdministrativeUnit, "pk", "called", "valid_to")
        },
    )


def until(name: str, day: date) -> str:
    return _("%(place)s (until %(year)s)") % {"place": name, "year": day.year} if day < clock.today() else name


def named(model: type[Model], *columns: str) -> QuerySet:
    return model._default_manager.annotate(called=called()).values_list(*columns)


def called() -> Coalesce:
    """What is said in the reader's language; the source's words where nothing is."""
    own = f"name_{(get_language() or SOURCE_LANGUAGE).replace('-', '_')}"
    said = NullIf(F(own), Value(""), output_field=CharField())
    return Coalesce(said, F(f"name_{SOURCE_LANGUAGE}"), output_field=CharField())


def kept(kind: str, read: Callable[[], Names]) -> Names:
    """The names as they were when the last question was read: the lists are thrown away with every change."""
    known = lists.current().names
    key = (kind, get_language() or SOURCE_LANGUAGE)
    if key not in known:
        known[key] = read()
    return known[key]
