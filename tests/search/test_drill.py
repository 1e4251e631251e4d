"""The real server killed in the middle of a thousand writes, and started again. The test runs alone for it."""

import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from search import doctor, services, worker
from search.engines import Enquiry, Scope, elastic
from search.models import IndexReport
from search.questions import read
from tests.archive import article, published
from tests.search.shelves import made_entry

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch, pytest.mark.drill]

SCRIPT = Path(__file__).parents[2] / ".ci" / "elasticsearch"
BATCHES, BATCH = 10, 100
LONGEST_CATCHING_UP = 60  # seconds
LONGEST_ANSWER = 1.0


def server_does(action, url):
    subprocess.run([SCRIPT, action, "--port", str(urlsplit(url).port)], check=True, capture_output=True)


def written(batch):
    kind = ContentType.objects.get_for_model(Page).pk
    entries = [made_entry(f"Đèn {batch * BATCH + number}", content_type_id=kind) for number in range(BATCH)]
    services.keep(entries)


def seconds(deed):
    start = time.monotonic()
    answer = deed()
    return time.monotonic() - start, answer


def test_a_server_killed_in_mid_write_loses_nothing_and_nobody_waits(at_server, world, client):
    published(article(world, title="Đèn biển"), world)
    worker.attend_all()
    with override("vi"):
        address = reverse("search:results")

    for batch in range(BATCHES):
        if batch == BATCHES // 2:
            server_does("kill", at_server.url)
        written(batch)
        worker.attend_all()
    took, answer = seconds(lambda: client.get(address, {"q": "den bien"}))
    assert "<mark>Đèn</mark> <mark>biển</mark>" in answer.content.decode() and took < LONGEST_ANSWER
    assert IndexReport.objects.exclude(cause="").filter(engine="elasticsearch public").exists()
    server_does("start", at_server.url)
    elastic.server.configured().fuse.mend()
    IndexReport.objects.update(next_try_at=None)
    took, _done = seconds(worker.attend_all)

    found = elastic.engine("public").search(Enquiry(read("den"), Scope(("public",)), "vi")).total
    assert (found, took < LONGEST_CATCHING_UP) == (BATCHES * BATCH + 1, True)
    assert doctor.examine().is_well
    assert not IndexReport.objects.exclude(cause="").exists()
