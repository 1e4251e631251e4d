"""A server with the sample archive, and windows to look at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.test.utils import setup_databases
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.people import Person
from tests.browser.places import Place, copy_database

SMALL = 0.4  # pictures of 640 pixels: drawn fast, and wide enough for several renditions
PATIENCE = 30_000  # milliseconds: a crowded machine is slow, a missing thing is still reported
LANGUAGE = {"vi": "vi-VN", "en": "en-GB"}

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def migrated(request, django_db_setup, django_db_blocker, django_db_keepdb, django_db_createdb) -> None:
    """The test database. pytest-django makes it for tests that roll back what they do; here it may be the only ones."""
    asked = any(item.get_closest_marker("django_db") or "db" in item.fixturenames for item in request.session.items)
    if not asked:
        with django_db_blocker.unblock():
            setup_databases(verbosity=0, interactive=False, keepdb=django_db_keepdb and not django_db_createdb)


@pytest.fixture(scope="session")
def sample(migrated, django_db_blocker, tmp_path_factory) -> Iterator[Place]:
    """The sample archive, loaded once and never worked in."""
    place = Place(tmp_path_factory.mktemp("sample"))
    with django_db_blocker.unblock():
        copy_database(place.database)
        with place.opened():
            call_command("load_sample", picture_scale=SMALL, verbosity=0)
        yield place
        place.removed()


@pytest.fixture(scope="module")
def server(sample, django_db_blocker, tmp_path_factory) -> Iterator[str]:
    """The address of a server over a copy of the sample archive, for the tests of one module."""
    folder = tmp_path_factory.mktemp("archive") / "of-a-module"
    with django_db_blocker.unblock():
        place = sample.copied(folder)
        with place.opened():
            living = LiveServer("localhost")
            yield living.url
            living.stop()
        place.removed()


@pytest.fixture
def window(chromium, server) -> Iterator[Callable[..., Person]]:
    """Open a window of some width and language; each is a browser of its own, without cookies."""
    contexts = []

    def open_window(width: int = 1280, language: str = "vi", **options: Any) -> Person:
        size = {"width": width, "height": 844 if width < 500 else 900}
        context = chromium.new_context(viewport=size, locale=LANGUAGE[language], reduced_motion="reduce", **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return Person(context.new_page(), server)

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture
def at_the_desk(window) -> Callable[..., Person]:
    """Somebody of the sample archive, signed in through the door."""

    def sit_down(name: str, **options: Any) -> Person:
        person = window(**options)
        person.signs_in(f"{name}@haidang.example")
        return person

    return sit_down
