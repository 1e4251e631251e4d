"""What tests of every app may ask for."""

import os
import shutil
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import override_settings
from playwright.sync_api import sync_playwright

from cms.accounts.choices import SeatKind
from cms.organisation.choices import Function
from tests.archive import build, now
from tests.factories import AgencyFactory, FunctionAssignmentFactory, seated

pytest_plugins = ["tests.servers"]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture
def province(db):
    return a_province()


def a_province():
    """A province with its lead department, the operating unit, two agencies, and a person on every kind of seat."""
    department = AgencyFactory(name_vi="Sở Văn hóa, Thể thao và Du lịch")
    unit = AgencyFactory(name_vi="Phòng Thông tin đối ngoại", parent=department)
    security = AgencyFactory(name_vi="Trung tâm Giám sát, điều hành thông minh")
    agency, agency2 = AgencyFactory(name_vi="Sở Ngoại vụ"), AgencyFactory(name_vi="Ủy ban nhân dân xã Vạn Lộc")
    for function, holder in (
        (Function.FOREIGN_INFO_LEAD, department),
        (Function.FOREIGN_INFO_UNIT, unit),
        (Function.SECURITY_OPERATOR, security),
    ):
        FunctionAssignmentFactory(function=function, agency=holder)
    return SimpleNamespace(
        department=department,
        unit=unit,
        agency=agency,
        agency2=agency2,
        director=seated(department, SeatKind.APPROVE, email="director@haidang.example"),
        deputy=seated(department, SeatKind.APPROVE, email="deputy@haidang.example"),
        moderator=seated(unit, SeatKind.MODERATE, email="moderator@haidang.example"),
        moderator2=seated(unit, SeatKind.MODERATE, email="moderator2@haidang.example"),
        moderator3=seated(unit, SeatKind.MODERATE, email="moderator3@haidang.example"),
        contributor=seated(agency, SeatKind.CONTRIBUTE, email="contributor@haidang.example"),
        lead=seated(agency, SeatKind.APPROVE, email="lead@haidang.example"),
        contributor2=seated(agency2, SeatKind.CONTRIBUTE, email="contributor2@haidang.example"),
        screener=seated(department, SeatKind.SCREEN, email="screener@haidang.example"),
        screener2=seated(agency, SeatKind.SCREEN, email="screener2@haidang.example"),
        security=seated(security, SeatKind.SECURE, email="security@haidang.example"),
        auditor=seated(agency2, SeatKind.AUDIT, email="auditor@haidang.example"),
    )


@pytest.fixture
def archive(province, settings, tmp_path):
    """The province with a home page and a section that the public reads."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return build(province)


def pytest_runtest_setup(item):
    """A test is skipped where what it needs is not there, unless that was required."""
    if item.get_closest_marker("postgresql") and connection.vendor != "postgresql":
        refuse("PostgreSQL", "needs PostgreSQL: set HAIDANG_DATABASE_URL")
    if item.get_closest_marker("elasticsearch") and not os.environ.get("HAIDANG_ELASTICSEARCH_URL"):
        refuse("Elasticsearch", "needs Elasticsearch: set HAIDANG_ELASTICSEARCH_URL")
    if item.get_closest_marker("drill") and not os.environ.get("REQUIRE_DRILL"):
        pytest.skip("stops the server: run it alone, with REQUIRE_DRILL=1")
    if item.get_closest_marker("browser") and not CHROMIUM:
        refuse("browser", "needs Chromium on the path")


def refuse(what, reason):
    (pytest.fail if os.environ.get(f"REQUIRE_{what.upper()}") else pytest.skip)(reason)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Browser tests come first: they copy the test database as the migrations left it."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


@pytest.fixture(scope="module")
def chromium():
    """A browser, closed after each module: its loop would seem to run in the tests that follow."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the loop is in this thread, and nothing else in the loop
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def standing_archive(django_db_setup, django_db_blocker, tmp_path_factory):
    """The archive, built once for all tests of a module that ask for `world`, and thrown away with the module."""
    folder = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder), transaction.atomic():
        cache.clear()
        yield build(a_province())
        transaction.set_rollback(True)
    cache.clear()


@pytest.fixture
def world(standing_archive, db):
    """The standing archive as it is in the database: whatever a test does to it is undone."""
    cache.clear()
    return SimpleNamespace(**{name: now(thing) for name, thing in vars(standing_archive).items()})
