"""The worker as a process of its own: killed in the middle of its work, it loses nothing and does nothing twice."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event
from time import monotonic

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Page

from search import doctor, services, worker
from search.engines import elastic
from search.models import IndexReport
from tests.copies import own_copy
from tests.search.shelves import made_entry

pytestmark = [
    pytest.mark.elasticsearch,
    pytest.mark.postgresql,  # a second process reads the database
]
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds
MANY = 3_000


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    with own_copy(django_db_blocker, "worker"):
        yield


@pytest.fixture
def start_worker(committed, at_server, tmp_path):
    """Start a worker on the test's own database, indices and folder; whatever still runs is killed."""
    known = connection.settings_dict
    where = f"{known['HOST']}:{known['PORT']}/{known['NAME']}"
    said = {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",  # those of tests know no server
        "HAIDANG_DATABASE_URL": f"postgresql://{known['USER']}:{known['PASSWORD']}@{where}",
        "HAIDANG_ELASTICSEARCH_URL": at_server.url,
        "HAIDANG_ELASTICSEARCH_PREFIX": at_server.prefix,
        "HAIDANG_VAR_ROOT": str(tmp_path / "worker"),
    }
    started = []

    def start():
        command = [sys.executable, "manage.py", "search_worker"]
        started.append(subprocess.Popen(command, cwd=ROOT, env={**os.environ, **said}, stderr=subprocess.DEVNULL))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def until(is_so):
    """Wait for what another process does."""
    pause, end = Event(), monotonic() + PATIENCE
    while not is_so():
        assert monotonic() < end, "it never happened"
        pause.wait(0.02)


def on_server():
    engine = elastic.engine("public")
    client = engine.server.client.options(ignore_status=404)
    return dict(client.count(index=engine.place.read)).get("count", 0)


def test_a_worker_killed_in_mid_batch_loses_nothing_and_doubles_nothing(start_worker):
    services.keep([made_entry("Đèn đầu tiên", content_type_id=ContentType.objects.get_for_model(Page).pk)])
    first = start_worker()
    until(lambda: IndexReport.objects.filter(engine="elasticsearch public", sequence__gt=0).exists())
    before = on_server()

    page = ContentType.objects.get_for_model(Page).pk
    services.keep([made_entry(f"Đèn {number}", content_type_id=page) for number in range(MANY)])
    until(lambda: on_server() > before)
    first.send_signal(signal.SIGKILL)
    first.wait()
    start_worker()
    until(lambda: elastic.engine("public").state().sequence > MANY)

    assert on_server() == MANY + 2  # with the note of how far it has come
    assert doctor.compared(elastic.engine("public")).is_none


def test_a_worker_told_to_stop_ends_its_batch_and_stops(start_worker):
    process = start_worker()
    until(lambda: IndexReport.objects.exists())

    process.terminate()

    assert process.wait(PATIENCE) == 0
    assert worker.attend(elastic.engine("public"))
