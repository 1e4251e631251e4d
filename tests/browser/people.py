"""A person at a browser: opens addresses, signs in, reads and presses buttons."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cms.sample.loading.people import PASSWORD

ALBUM = Path(__file__).resolve().parents[1] / "output"
DOOR = "/accounts/login/"
SHOW_ALL = """Promise.all([...document.images].map((image) => {
    image.loading = "eager";
    return image.decode().catch(() => null);
}))"""


@dataclass
class Person:
    """One window; what the browser complained of, and where it wanted to go besides."""

    page: Any
    address: str
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self.heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self.asked)
        self.page.on("response", self.answered)

    def heard(self, message: Any) -> None:
        """A page that says no (404, 410, a form refused) is an answer, not a fault."""
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.complaints.append(message.text)

    def asked(self, request: Any) -> None:
        if not request.url.startswith((self.address, "data:", "blob:", "about:")):
            self.strangers.append(request.url)

    def answered(self, response: Any) -> None:
        part_is_missing = response.status >= 400 and response.request.resource_type in ("stylesheet", "image", "font")
        if response.status >= 500 or part_is_missing:
            self.complaints.append(f"{response.status} {response.url}")

    def opens(self, path: str) -> Any:
        """The answer to an address of the archive."""
        return self.page.goto(self.address + path)

    def signs_in(self, email: str, password: str = PASSWORD) -> None:
        if DOOR not in self.page.url:
            self.opens(DOOR)
        self.page.fill("[name=login]", email)
        self.page.fill("[name=password]", password)
        with self.page.expect_navigation():
            self.page.click("main button[type=submit]")

    def resizes(self, width: int, height: int = 844) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def keeps(self, name: str, whole: bool = True) -> None:
        """A picture of the window, for people to look at afterwards."""
        ALBUM.mkdir(exist_ok=True)
        self.page.evaluate(SHOW_ALL)
        self.page.screenshot(path=ALBUM / f"{name}.png", full_page=whole)

    @property
    def grievances(self) -> list[str]:
        """Errors of the page, and every request to another house."""
        return self.complaints + self.strangers
