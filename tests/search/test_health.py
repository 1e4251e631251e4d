"""Those who watch over search see how it fares, and nobody else sees why."""

import json
from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from search import services, worker
from search.models import DeadLetter, IndexReport
from tests.search.shelves import made_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def followed():
    entry = made_entry("Đèn biển", content_type_id=ContentType.objects.get_for_model(Page).pk)
    services.keep([entry])
    worker.attend_all()


def test_a_healthy_archive_says_so(followed, client):
    answer = client.get(reverse("health"))

    assert json.loads(answer.content) == {"status": "ok", "search": {"lag": 0}}
    assert "no-cache" in answer["Cache-Control"]


def test_a_failing_index_is_told_without_its_cause(followed, client):
    since = timezone.now() - timedelta(minutes=5)
    IndexReport.objects.filter(engine="embedded public").update(failing_since=since, cause="disk of host7 is full")

    answer = client.get(reverse("health")).content.decode()

    assert '"degraded"' in answer
    assert "host7" not in answer


def test_metrics_count_what_waits_and_what_is_refused(followed, client):
    services.keep([made_entry("Đèn lồng", content_type_id=ContentType.objects.get_for_model(Page).pk)])
    DeadLetter.objects.create(engine="embedded public", key="k", cause="c", next_try_at=timezone.now())

    said = client.get(reverse("metrics")).content.decode()

    assert 'haidang_search_lag_changes{index="embedded public"} 1' in said
    assert 'haidang_search_refused_documents{index="embedded public"} 1' in said


def test_a_moderator_compares_and_mends(followed, province, client):
    client.force_login(province.moderator)

    page = client.get(reverse("search_state"))
    mended = client.post(reverse("search_state"), follow=True)

    assert page.status_code == 200
    assert "embedded public" in page.content.decode()
    assert mended.status_code == 200


def test_a_contributor_does_not_watch_over_search(province, client):
    client.force_login(province.contributor)

    answer = client.get(reverse("search_state"))

    assert answer.status_code in (302, 403)
    assert "embedded public" not in answer.content.decode()


def test_an_index_that_fails_is_tried_again_more_and_more_seldom(followed, monkeypatch):
    from search import following
    from search.engines import EngineDownError

    def fail(engine):
        raise EngineDownError("away")

    monkeypatch.setattr(following, "follow", fail)
    pauses = []
    for _turn in range(3):
        IndexReport.objects.update(next_try_at=None)
        before = timezone.now()
        worker.attend_all()
        pauses.append(IndexReport.objects.get(engine="embedded public").next_try_at - before)

    assert pauses[0] < pauses[1] < pauses[2]
    assert worker.attend(following.engine("public")) is False  # not before its time
