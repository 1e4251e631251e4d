"""What a page must be for every reader: open to all, and no wider than the window."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe

GRAVE = {"serious", "critical"}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def barriers(page: Any) -> list[str]:
    """What axe calls serious or critical, each with the first piece of the page it is about."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found if rule["impact"] in GRAVE]


def overflow(page: Any, width: int, height: int = 900) -> int:
    """By how many pixels a page is wider than a window of this width."""
    page.set_viewport_size({"width": width, "height": height})
    return page.evaluate(OVERFLOW)
