"""An index may be lost, damaged, locked or left behind: readers get an answer all the same."""

import os
import shutil
import threading
import uuid

import pytest
import tantivy
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from cms.moderation import services as moderation
from search import following, services, tasks, worker
from search.engines import EngineFailedError, Enquiry, Scope
from search.engines.embedded.schema import schema
from search.models import Audience, ChangeNumber, SearchEntry
from search.questions import read
from tests.archive import article, published
from tests.search.shelves import made_entry

pytestmark = pytest.mark.django_db


def kept(title, **more):
    entry = made_entry(title, content_type_id=ContentType.objects.get_for_model(Page).pk, **more)
    services.keep([entry])
    return entry


def index():
    return following.engine("public")


def found(typed):
    """How many documents the public index holds for it, once it is up to date."""
    without = following.made_ready(index())
    return index().search(Enquiry(read(typed), Scope(("public",)), "vi", without=without)).total


def segment_files():
    return [file for file in index().folder.place().iterdir() if file.suffix in (".term", ".idx", ".store")]


@pytest.fixture
def one_record():
    kept("Đèn biển")
    following.rebuild(index())
    assert found("den bien") == 1


def test_a_change_is_found_by_the_next_search(one_record):
    kept("Đèn lồng")

    assert found("den") == 2


def test_a_removed_entry_keeps_no_words_and_is_found_no_more(one_record):
    services.remove(SearchEntry.objects.all())

    assert found("den") == 0
    assert not SearchEntry.objects.exclude(title="", body="").exists()


def test_an_entry_that_says_nothing_new_is_no_change():
    entry = kept("Đèn biển")
    number = ChangeNumber.objects.get().last

    assert services.keep([made_entry("Đèn biển", **{name: getattr(entry, name) for name in same(entry)})]) == 0
    assert ChangeNumber.objects.get().last == number


def same(entry):
    return ("content_type_id", "object_id", "family")


def test_a_deleted_index_is_built_anew(one_record):
    shutil.rmtree(index().folder.root)

    with pytest.raises(EngineFailedError):
        found("den")
    assert following.mend(index())
    assert found("den") == 1


@pytest.mark.parametrize("damage", ["overwritten", "cut short", "gone"])
def test_damage_is_seen_before_it_is_read(one_record, damage):
    index().reader.looked = float("-inf")
    for file in segment_files():
        damaged(file, damage)

    with pytest.raises(EngineFailedError):
        found("den")
    assert following.mend(index())
    assert found("den") == 1


def damaged(file, damage):
    if damage == "gone":
        file.unlink()
    elif damage == "cut short":
        os.truncate(file, 1)
    else:
        file.write_bytes(b"\xff" * file.stat().st_size)


def test_a_spoilt_table_of_contents_is_seen(one_record):
    (index().folder.place() / "meta.json").write_text("garbage")

    with pytest.raises(EngineFailedError):
        found("den")
    assert following.mend(index())


def test_an_index_of_another_database_is_built_anew(one_record):
    ChangeNumber.objects.update(archive=uuid.uuid4())

    with pytest.raises(EngineFailedError, match="another database"):
        found("den")


def test_while_another_writes_removed_families_are_left_out(one_record):
    lock = tantivy.Index(schema(), str(index().folder.place())).writer(15_000_000, 1)
    services.remove(SearchEntry.objects.all())
    kept("Đèn lồng")

    assert found("den") == 0
    lock.rollback()
    lock.wait_merging_threads()
    assert found("den") == 1


def test_a_lock_that_is_never_given_back_is_passed_by(one_record, monkeypatch):
    monkeypatch.setattr(following, "LONGEST_LOCK", 0)
    monkeypatch.setattr(worker, "PAUSE", 0)
    place = index().folder.place()
    lock = tantivy.Index(schema(), str(place)).writer(15_000_000, 1)
    kept("Đèn lồng")

    tasks.follow.call()

    assert found("den") == 2
    assert index().folder.place() != place
    lock.wait_merging_threads()


def test_a_rebuilt_index_misses_no_answer(one_record):
    answers, stop = [], threading.Event()
    everything = Enquiry(read("-zzz"), Scope(("public",)), "vi")

    def ask():
        while not stop.is_set():
            answers.append(index().search(everything).total)

    asking = threading.Thread(target=ask)
    asking.start()
    for _turn in range(3):
        following.rebuild(index())
    stop.set()
    asking.join()

    assert set(answers) == {1}


def results(client, typed="đèn"):
    with override("vi"):
        return client.get(reverse("search:results"), {"q": typed})


def test_a_reader_notices_nothing_of_a_damaged_index(world, client):
    published(article(world, title="Đèn biển"), world)
    assert "<mark>Đèn</mark> biển" in results(client).content.decode()
    for file in segment_files():
        file.write_bytes(b"\xff" * 10)
    index().reader.looked = float("-inf")

    page = results(client)

    assert page.status_code == 200
    assert "<mark>Đèn</mark> biển" in page.content.decode()


def test_titles_answer_while_a_large_index_is_built(world, client, monkeypatch):
    published(article(world, title="Đèn biển"), world)
    monkeypatch.setattr(following, "mend", lambda engine: False)
    shutil.rmtree(index().folder.root, ignore_errors=True)

    page = results(client).content.decode()

    assert "<mark>Đèn</mark> biển" in page
    assert "notice" in page


def test_saving_works_where_no_index_can_be_written(world, client, settings, tmp_path):
    (tmp_path / "file").write_text("")
    settings.VAR_ROOT = tmp_path / "file"

    page = published(article(world, title="Đèn biển"), world)

    assert page.live
    assert results(client).status_code == 200


def test_a_hit_the_database_does_not_confirm_is_dropped_and_counted_out(world, client):
    page = published(article(world, title="Đèn biển"), world)
    stays = published(article(world, title="Đèn lồng", slug="den-long"), world)
    assert "Đèn" in results(client).content.decode()
    moderation.withdraw(page, by=world.director, reason="thử")
    stale = SearchEntry.objects.get(audience=Audience.PUBLIC, object_id=page.pk)
    SearchEntry.objects.filter(pk=stale.pk).update(is_removed=False, title="Đèn biển", title_folded="den bien")
    following.rebuild(index())

    answer = client.get(reverse("search_api"), {"q": "đèn", "lang": "vi"}).json()

    assert [result["title"] for result in answer["results"]] == [stays.title]
    assert answer["total"] == 1
    assert SearchEntry.objects.get(pk=stale.pk).is_removed
