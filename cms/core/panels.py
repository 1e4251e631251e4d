"""Panels shared by the screens of every app."""

from django.conf import settings
from modeltranslation.utils import build_localized_fieldname
from wagtail.admin.panels import FieldPanel, ObjectList


def language_tab(code: str, name: str, fields: tuple[str, ...]) -> ObjectList:
    return ObjectList([FieldPanel(build_localized_fieldname(field, code)) for field in fields], heading=name)


def language_tabs(*fields: str) -> list[ObjectList]:
    """One tab for each language of the content, with the translated fields in that language."""
    return [language_tab(code, name, fields) for code, name in settings.WAGTAIL_CONTENT_LANGUAGES]
