"""Make the catalogues of translations readable for the machine, without gettext installed."""

from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


def stale(source: Path) -> bool:
    """The compiled file is missing, or older than its source."""
    target = source.with_suffix(".mo")
    return not target.exists() or target.stat().st_mtime < source.stat().st_mtime


class Command(BaseCommand):
    """Compile every .po below the catalogue folders whose .mo is missing or older."""

    help = "Compile the catalogues of translations that have changed."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        sources = {path for folder in settings.LOCALE_PATHS for path in Path(folder).glob("*/LC_MESSAGES/*.po")}
        compiled = [path for path in sorted(sources) if stale(path)]
        for path in compiled:
            polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
        if options["verbosity"] > 0:
            self.stdout.write(f"{len(compiled)} of {len(sources)} catalogues compiled.")
