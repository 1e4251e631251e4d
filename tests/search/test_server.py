"""With a real Elasticsearch: what happens when it stops, hangs, fills up, loses an index or refuses a record."""

import socket
import threading
import time

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from elasticsearch import ApiError, Elasticsearch
from wagtail.models import Page

from cms.moderation import services as moderation
from search import doctor, following, keys, services, worker
from search.engines import Enquiry, Scope, elastic
from search.engines.elastic import writing
from search.models import DeadLetter, IndexReport, SearchEntry
from search.questions import read
from tests.archive import article, published
from tests.search.shelves import made_entry

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]


def public():
    return elastic.engine("public")


def kept(*titles, **more):
    known = {"content_type_id": ContentType.objects.get_for_model(Page).pk} | more
    entries = [made_entry(title, **known) for title in titles]
    services.keep(entries)
    return entries


def found(typed):
    return public().search(Enquiry(read(typed), Scope(("public",)), "vi")).total


def again():
    """The next try of whatever failed, now."""
    IndexReport.objects.update(next_try_at=None)
    return worker.attend_all()


def test_the_worker_builds_what_is_not_there_and_then_follows(at_server):
    kept("Đèn biển")
    worker.attend_all()
    kept("Đèn lồng")
    worker.attend_all()

    assert found("den") == 2
    assert doctor.examine().is_well


def results(client, typed="đèn"):
    with override("vi"):
        return client.get(reverse("search:results"), {"q": typed}).content.decode()


def test_what_was_published_is_found_on_the_server_and_what_was_withdrawn_is_not(at_server, world, client):
    page = published(article(world, title="Đèn biển"), world)
    worker.attend_all()
    assert "<mark>Đèn</mark> biển" in results(client)

    moderation.withdraw(page, by=world.director, reason="thử")

    assert "<mark>Đèn</mark>" not in results(client)
    worker.attend_all()
    assert found("den") == 0


def test_without_a_worker_the_first_search_builds_the_index_and_the_next_follow(at_server, world, client, settings):
    settings.SEARCH_FOLLOWS_AT_ONCE = True
    published(article(world, title="Đèn biển", slug="mot"), world)

    first = results(client)
    published(article(world, title="Đèn lồng", slug="hai"), world)
    second = results(client)

    assert "<mark>Đèn</mark> biển" in first
    assert "<mark>Đèn</mark> lồng" in second
    assert "stand-in" not in first + second
    assert found("den") == 2


@pytest.fixture
def deaf_server():
    """It accepts every connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.listen(50)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def test_a_hanging_server_costs_one_wait_and_our_own_engine_answers(at_server, world, client, settings, deaf_server):
    published(article(world, title="Đèn biển"), world)
    results(client)
    settings.ELASTICSEARCH_URL = deaf_server

    started = time.monotonic()
    first = results(client)
    waited = time.monotonic() - started
    fuse = elastic.server.configured().fuse
    blown = fuse.until

    assert "<mark>Đèn</mark> biển" in first
    assert "stand-in" in first
    assert waited < 3 * elastic.SEARCH_TIME
    assert "<mark>Đèn</mark> biển" in results(client)
    assert fuse.until == blown  # nobody asked the server a second time


def test_nothing_is_lost_while_the_server_is_away(at_server, settings):
    kept("Đèn một")
    worker.attend_all()
    url, settings.ELASTICSEARCH_URL = settings.ELASTICSEARCH_URL, "http://127.0.0.1:9"
    for start in range(0, 1000, 100):
        kept(*(f"Đèn {number}" for number in range(start, start + 100)))
    assert worker.attend(public()) is False
    assert "elasticsearch public" in set(IndexReport.objects.exclude(cause="").values_list("engine", flat=True))

    settings.ELASTICSEARCH_URL = url
    again()

    assert found("den") == 1001
    assert doctor.examine().is_well
    assert not IndexReport.objects.exclude(cause="").exists()


def test_a_record_the_server_can_never_take_is_named_and_holds_up_no_other(at_server, monkeypatch):
    usual = writing.made
    kept("Đèn trước")
    worker.attend_all()
    monkeypatch.setattr(writing, "made", lambda document: usual(document) | spoilt(document))
    kept("Đèn hỏng", "Đèn lành")

    worker.attend_all()

    letter = DeadLetter.objects.get(engine="elasticsearch public")
    assert found("den") == 2
    assert letter.title == "Đèn hỏng"
    assert "strict_dynamic_mapping_exception" in letter.cause
    assert doctor.examine().is_well  # it is known to be refused

    monkeypatch.setattr(writing, "made", usual)
    DeadLetter.objects.update(next_try_at=timezone.now())
    again()
    assert found("den") == 3
    assert not DeadLetter.objects.exists()


def spoilt(document):
    return {"nonsense": 1} if document.entries[0].title == "Đèn hỏng" else {}


def test_a_full_server_is_tried_again_and_reported(at_server):
    kept("Đèn một")
    worker.attend_all()
    block(True)
    kept("Đèn hai")

    worker.attend_all()
    report = IndexReport.objects.get(engine="elasticsearch public")
    assert "blocked" in report.cause
    assert report.next_try_at > timezone.now()
    assert not DeadLetter.objects.exists()

    block(False)
    again()
    assert found("den") == 2
    assert doctor.examine().is_well


def block(is_full):
    client = public().server.client
    client.indices.put_settings(
        index=public().place.write, settings={"index.blocks.read_only_allow_delete": is_full or None}
    )


def test_an_index_deleted_by_hand_is_built_anew_by_the_doctor(at_server):
    kept("Đèn một")
    worker.attend_all()
    client = public().server.client
    client.indices.delete(index=list(client.indices.get(index=public().place.read)))

    with pytest.raises(CommandError):
        call_command("search_doctor")
    call_command("search_doctor", mend=True)

    assert found("den") == 1


def test_the_doctor_finds_and_mends_what_differs_in_one_bucket(at_server):
    one, two, _three = kept("Đèn một", "Đèn hai", "Đèn ba")
    worker.attend_all()
    client, index = public().server.client, public().place.write
    client.delete(index=index, id=one.family, refresh=True)
    strange = client.get(index=index, id=two.family)["_source"] | {"key": "zz-9", "family": "zz-9", "bucket": "zz"}
    client.index(index=index, id="zz-9", document=strange, refresh=True)

    drift = {each.engine.label: each.keys for each in doctor.examine().drifts}
    assert drift["elasticsearch public"] == {one.family, "zz-9"}

    call_command("search_doctor", mend=True)
    assert found("den") == 3


def test_what_is_written_while_an_index_is_built_arrives(at_server, monkeypatch):
    kept("Đèn một")
    worker.attend_all()
    place, usual = public().place, type(public().place).change_over

    def meanwhile(self, client, new):
        kept("Đèn hai")
        usual(self, client, new)

    monkeypatch.setattr(type(place), "change_over", meanwhile)
    before = names_of(public())
    following.rebuild(public())

    assert found("den") == 2
    assert len(names_of(public())) == 1
    assert names_of(public()) != before


def names_of(engine):
    return set(engine.server.client.indices.get_alias(index=engine.place.read))


def test_an_index_of_other_rules_is_built_anew(at_server, monkeypatch):
    kept("Đèn một")
    worker.attend_all()
    before = names_of(public())
    monkeypatch.setattr(elastic.places, "version", lambda: "0123456789ab")

    kept("Đèn hai")
    worker.attend_all()

    assert found("den") == 2
    assert names_of(public()) != before


def test_two_builds_of_one_index_do_not_meet(at_server):
    with public().server.told() as client, public().place.claimed(client) as is_ours:
        assert is_ours
        assert following.rebuild(public()) is None


def test_the_key_of_the_public_face_opens_nothing_but_what_is_public(at_server):
    """L-02: the public process holds a key that reads public indices alone."""
    kept("Đèn một")
    kept("Đèn nháp", audience="staff", state="draft")
    worker.attend_all()
    reader = Elasticsearch(at_server.bare_url, api_key=keys.reader_of_public())

    assert reader.count(index=f"{at_server.prefix}public")["count"] >= 1
    assert "Đèn nháp" not in str(reader.search(index="*", size=1000))
    for index in (f"{at_server.prefix}staff", f"{at_server.prefix}claims"):
        with pytest.raises(ApiError) as refusal:
            reader.search(index=index)
        assert refusal.value.status_code == 403
    with pytest.raises(ApiError) as refusal:
        reader.index(index=f"{at_server.prefix}public-write", document={})
    assert refusal.value.status_code == 403


def test_no_field_of_a_public_document_holds_a_draft(at_server, world):
    """L-02, L-03: the whole public index, read back, knows no word of what is not public."""
    published(article(world, title="Đèn biển", slug="den"), world)
    article(world, title="Xyzzyplugh bản nháp", slug="nhap").save_revision(user=world.contributor)
    worker.attend_all()

    client = public().server.client
    whole = str(client.search(index=public().place.read, size=1000)["hits"]["hits"]).lower()

    assert "den bien" in whole
    assert "xyzzyplugh" not in whole
    assert SearchEntry.objects.filter(audience="staff", title__startswith="Xyzzyplugh").exists()


def test_many_workers_write_each_change_once(at_server):
    kept(*(f"Đèn {number}" for number in range(50)))
    worker.attend_all()
    entries = kept(*(f"Đèn mới {number}" for number in range(50)))
    families, state = {entry.family for entry in entries}, following.now()

    threads = [threading.Thread(target=tell, args=(families, state, entries)) for _turn in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    worker.attend_all()
    assert found("den") == 100
    assert doctor.examine().is_well


def tell(families, state, entries):
    from search.documents import documents
    from search.engines import Change

    found = tuple(documents(entries))
    public().write(Change(frozenset(families), frozenset(families), found, state), lambda refusal: None)
