"""Synonyms, other languages, former and later names: whoever types one finds the others."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override

from cms.organisation.choices import AgencySuccessionKind, UnitLevel, UnitSuccessionKind
from cms.organisation.models import UnitSuccession
from cms.organisation.services import succeed
from search.models import SynonymSet
from search.questions import read
from search.widening import widened
from tests.archive import article, now, published
from tests.factories import AdministrativeUnitFactory, AgencyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_sets():
    SynonymSet.objects.all().delete()


def same(*words, **more):
    return SynonymSet.objects.create(words="\n".join(words), **more)


def titles(client, typed, language="vi"):
    answer = client.get(reverse("search_api"), {"q": typed, "lang": language}).json()
    return {result["title"] for result in answer["results"]}


def record(world, title, **more):
    slug = "-".join(str(ord(letter)) for letter in title[:8])
    return published(article(world, title=title, slug=slug, **more), world)


@pytest.fixture
def committees(world):
    record(world, "Ủy ban nhân dân họp thường kỳ")
    record(world, "UBND ra quyết định")
    record(world, "Nhân dân bầu ủy ban mới")
    return world


def test_an_abbreviation_finds_the_words_and_the_words_find_it(committees, client):
    same("UBND", "ủy ban nhân dân")

    assert titles(client, "ubnd") == {"Ủy ban nhân dân họp thường kỳ", "UBND ra quyết định"}
    assert titles(client, "uy ban nhan dan") >= {"Ủy ban nhân dân họp thường kỳ", "UBND ra quyết định"}


def test_a_set_counts_with_the_next_question_and_no_longer_than_it_stands(committees, client):
    assert titles(client, "ubnd") == {"UBND ra quyết định"}

    kept = same("UBND", "ủy ban nhân dân")
    assert len(titles(client, "ubnd")) == 2

    kept.is_active = False
    kept.save()
    assert len(titles(client, "ubnd")) == 1

    kept.is_active = True
    kept.save()
    kept.delete()
    assert len(titles(client, "ubnd")) == 1


def test_a_set_for_readers_of_one_language_is_read_with_no_other(committees, client):
    same("UBND", "ủy ban nhân dân", language="en")

    assert len(titles(client, "ubnd", "vi")) == 1
    assert len(titles(client, "ubnd", "en")) == 2


def test_words_in_quotation_marks_mean_themselves(committees, client):
    same("UBND", "ủy ban nhân dân")

    assert titles(client, '"ủy ban nhân dân"') == {"Ủy ban nhân dân họp thường kỳ"}


def test_a_question_in_one_language_finds_what_exists_in_another_only(world, client):
    same("imperial city", "kinh thành", "đại nội")
    record(world, "Đại nội về đêm")
    record(world, "Kinh thành mùa mưa")

    assert titles(client, "imperial city", "en") == {"Đại nội về đêm", "Kinh thành mùa mưa"}


def test_the_word_that_answers_is_marked_though_nobody_typed_it(committees, client):
    same("UBND", "ủy ban nhân dân")

    with override("vi"):
        shown = client.get(reverse("search:results"), {"q": "UBND"}).content.decode()

    assert "<mark>Ủy</mark> <mark>ban</mark>" in shown


def test_the_longest_way_is_understood_and_no_word_is_torn():
    same("NVNONN", "người Việt Nam ở nước ngoài")
    same("Việt Nam", "VN")

    (whole,) = widened(read("người việt nam ở nước ngoài"), "vi").wanted

    assert [" ".join(word.folded for word in term.words) for term in whole] == [
        *["nguoi viet nam o nuoc ngoai"] * 2,
        "nvnonn",
    ]


def test_added_words_bring_no_accents_into_a_question_typed_without():
    same("TTDN", "thông tin đối ngoại")

    question = widened(read("ttdn"), "vi")

    assert not question.has_accents
    assert [word.folded for word in question.typed] == ["ttdn"]


@pytest.mark.parametrize("words", ["một", "một\nMỘT", "một hai ba bốn năm sáu bảy\nhai", "a\n" * 30 + "b"])
def test_a_set_needs_two_different_short_words(words):
    with pytest.raises(ValidationError):
        SynonymSet(words=words).full_clean()


def test_moderators_keep_the_lists_and_contributors_do_not(world, client):
    listed = reverse("wagtailsnippets_search_synonymset:list")

    client.force_login(world.moderator)
    assert client.get(listed).status_code == 200
    assert client.get(reverse("wagtailsnippets_search_synonymset:add")).status_code == 200
    assert client.get(reverse("wagtailsnippets_search_pinnedresult:add")).status_code == 200

    client.force_login(world.contributor)
    assert client.get(listed).status_code == 302


# --- places and agencies


def followed(before, *after, kind=UnitSuccessionKind.MERGE, day=datetime.date(2025, 7, 1)):
    for unit in after:
        UnitSuccession.objects.create(predecessor=before, successor=unit, kind=kind, effective_on=day)


@pytest.fixture
def places(world):
    old = AdministrativeUnitFactory(name_vi="tỉnh Thừa Thiên Huế", level=UnitLevel.PROVINCE)
    new = AdministrativeUnitFactory(name_vi="thành phố Huế", name_en="Hue City", level=UnitLevel.CENTRAL_CITY)
    for title, place in (("Ngày xưa", old), ("Hôm nay", new)):
        page = article(world, title=title, slug=title.replace(" ", "-"))
        page.places.set([place])
        page.save_revision(user=world.contributor)
        published(now(page), world)
    return old, new


def test_recording_a_succession_makes_old_records_found_by_the_new_name(places, client):
    old, new = places
    assert titles(client, "thành phố Huế") == {"Hôm nay"}

    followed(old, new)

    for typed in ("thành phố Huế", "Thừa Thiên Huế", "tỉnh thừa thiên huế", "hue city", "huế"):
        assert titles(client, typed) == {"Ngày xưa", "Hôm nay"}, typed


def test_a_succession_of_tomorrow_joins_nothing_yet(places, client):
    followed(*places, day=datetime.date(2999, 1, 1))

    assert titles(client, "thành phố Huế") == {"Hôm nay"}


def test_parts_of_one_split_unit_do_not_find_each_other(world, client, places):
    old, new = places
    other = AdministrativeUnitFactory(name_vi="xã Hương Nguyên")
    followed(old, new, other, kind=UnitSuccessionKind.SPLIT)

    assert titles(client, "xã Hương Nguyên") == {"Ngày xưa"}
    assert titles(client, "Thừa Thiên Huế") == {"Ngày xưa", "Hôm nay"}


def test_texts_that_only_mention_the_former_name_are_found_by_the_later_one(world, client, places):
    followed(*places)
    record(world, "Chuyện kể ở tỉnh Thừa Thiên Huế")

    assert "Chuyện kể ở tỉnh Thừa Thiên Huế" in titles(client, "thành phố Huế")


def test_a_result_says_what_its_place_and_agency_became(world, client, places):
    followed(*places)
    later = AgencyFactory(name_vi="Sở Đối ngoại")
    succession = {"kind": AgencySuccessionKind.RENAME, "effective_on": datetime.date(2025, 7, 1), "legal_basis": "QĐ"}
    succeed(world.agency, successor=later, by=None, **succession)

    with override("vi"):
        shown = client.get(reverse("search:results"), {"q": "ngày xưa"}).content.decode()

    assert "nay là thành phố Huế" in shown
    assert "nay là Sở Đối ngoại" in shown


def test_an_agency_is_found_by_the_name_of_the_one_that_followed_it(world, client):
    record(world, "Tin của sở")
    later = AgencyFactory(name_vi="Sở Đối ngoại tỉnh Hải Đăng", short_name="Sở ĐN")
    AdministrativeUnitFactory(name_vi="tỉnh Hải Đăng", level=UnitLevel.PROVINCE)
    assert titles(client, "sở đối ngoại") == set()

    succession = {"kind": AgencySuccessionKind.MERGE, "effective_on": datetime.date(2025, 7, 1), "legal_basis": "QĐ"}
    succeed(world.agency, successor=later, by=None, **succession)

    for typed in ("sở đối ngoại", "so dn", "Sở Đối ngoại tỉnh Hải Đăng", "Sở Ngoại vụ"):
        assert "Tin của sở" in titles(client, typed), typed


def test_words_of_two_scripts_are_marked_in_one_text(world, client):
    same("hải đăng", "đèn biển", "灯塔")
    record(world, "Đèn biển 灯塔 Đá Vách")

    answer = client.get(reverse("search_api"), {"q": "den bien", "lang": "vi"}).json()

    assert answer["results"][0]["highlight"]["title"] == "<mark>Đèn</mark> <mark>biển</mark> <mark>灯塔</mark> Đá Vách"
