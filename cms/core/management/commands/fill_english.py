"""Strings are written in English in the code, so the English catalogue says each string to itself."""

from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Give every empty entry of the English catalogue its own source text."""

    help = "Fill the English catalogue with the source texts."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        for path in sorted((settings.LOCALE_PATHS[0] / "en" / "LC_MESSAGES").glob("*.po")):
            catalogue = polib.pofile(str(path), wrapwidth=0)
            for entry in catalogue.untranslated_entries() + catalogue.fuzzy_entries():
                fill(entry)
            catalogue.save()


def fill(entry: polib.POEntry) -> None:
    entry.fuzzy = False
    entry.previous_msgctxt = entry.previous_msgid = entry.previous_msgid_plural = None
    if entry.msgid_plural:
        entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
    else:
        entry.msgstr = entry.msgid
