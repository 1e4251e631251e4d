"""The lists that editors keep: themes, fields of management, the checklist."""

from typing import Any

from django.conf import settings

from cms.moderation.models import ChecklistLine
from cms.pages.models import FieldOfManagement, Theme

from ..reading import tables
from .organisation import kept
from .texts import FOLDER
from .world import World


def load_lists(world: World) -> None:
    world.themes = {row.code: term(Theme, row, order) for order, row in enumerate(tables.read_themes(FOLDER))}
    world.fields = {
        row.code: term(FieldOfManagement, row, order) for order, row in enumerate(tables.read_fields(FOLDER))
    }
    for order, line in enumerate(tables.read_checklist(FOLDER)):
        words = {"question_vi": line.text_vi, "question_en": line.text_en, "legal_basis": line.source}
        kept(ChecklistLine(code=line.code, is_mandatory=line.mandatory, sort_order=order, **words))


def term(kind: type[Any], row: tables.TermRow, order: int) -> Any:
    """A word of a taxonomy, in the languages for which it is written and the tables have a column."""
    words = {"name_vi": row.name_vi, "name_en": row.name_en, "name_fr": row.name_fr}
    words |= {"description_vi": row.intro_vi, "description_en": row.intro_en}
    known = {f"{name}_{code}" for name in ("name", "description") for code in settings.MODELTRANSLATION_LANGUAGES}
    return kept(kind(code=row.code, sort_order=order, **{name: words[name] for name in words if name in known}))
