"""The same words however they are typed: composed or not, tones old or new, i or y, capitals, no accents at all."""

import unicodedata

import pytest
from django.urls import reverse
from django.utils.translation import override

from search import following
from search.engines import Enquiry, Scope, database
from search.questions import read
from search.typeahead import suggestions
from tests.archive import article, published
from tests.search.shelves import made_entry

# A title, and other ways to type what it is looked for by.
SPELLINGS = {
    "Đường ven biển": ["đường ven biển", "ĐƯỜNG VEN BIỂN", "duong ven bien", "đuong ven bien", "Duong Ven Biển"],
    "Ủy ban nhân dân": ["Uỷ ban nhân dân", "ủy ban", "uỷ ban", "uy ban nhan dan", "UỶ BAN"],
    "Hòa bình và hợp tác": ["hoà bình", "hòa bình", "hoa binh", "HOÀ BÌNH", "hoà binh"],
    "Thúy Kiều": ["thuý kiều", "thúy kiều", "thuy kieu", "Thuý Kiều", "THÚY"],
    "Sức khỏe cộng đồng": ["sức khoẻ", "sức khỏe", "suc khoe", "SỨC KHOẺ", "cong dong"],
    "Kỹ thuật trồng lúa": ["kĩ thuật", "kỹ thuật", "ky thuat", "ki thuat", "KĨ THUẬT"],
    "Quan hệ Việt – Mỹ": ["việt mĩ", "việt mỹ", "viet my", "viet mi", "VIỆT - MỸ"],
    "Lý luận và thực tiễn": ["lí luận", "lý luận", "ly luan", "li luan", "thực tiễn"],
    "Đắk Lắk vào mùa": ["đắk lắk", "dak lak", "Đak Lak", "ĐẮK LẮK", "vào mùa"],
    "Quý khách gần xa": ["quí khách", "quý khách", "quy khach", "qui khach", "QUÝ KHÁCH"],
}
WAYS = [(title, way) for title, ways in SPELLINGS.items() for way in ways]
FORMS = ["NFC", "NFD"]
MATRIX = [(title, unicodedata.normalize(form, way)) for title, way in WAYS for form in FORMS]

WRONG_TONES = {"đường": "Dương liễu", "dương": "Đường đua", "nhã": "Nhà cổ", "hòa": "Hóa học", "mã": "Má hồng"}


@pytest.fixture
def shelved(shelf):
    return shelf(*map(made_entry, SPELLINGS))


def test_the_matrix_has_a_hundred_pairs():
    assert len(MATRIX) == 100


def test_every_spelling_finds_its_record_first(shelved):
    missed = [(title, way) for title, way in MATRIX if shelved.find(way)[:1] != [title]]

    assert missed == []


@pytest.mark.parametrize(("typed", "wrong"), WRONG_TONES.items())
def test_a_wrong_tone_never_stands_above_a_right_one(shelf, typed, wrong):
    right = [f"{typed.capitalize()} {word}" for word in ("một", "hai", "ba")]
    texts = [made_entry(f"Chuyện {number}", body=f"{typed} xưa") for number in range(3)]
    shelved = shelf(made_entry(wrong), made_entry(wrong * 2), *map(made_entry, right), *texts)

    found = shelved.find(typed)

    assert set(found[:3]) == set(right)


@pytest.fixture
def archive(world):
    for number, title in enumerate(SPELLINGS):
        published(article(world, title=title, slug=f"m{number}"), world)
    return world


@pytest.mark.django_db
def test_every_spelling_is_understood_in_every_place(archive, client):
    """Results, type-ahead, counts, the desk, and the titles that the database knows when no engine answers."""
    client.force_login(archive.contributor)
    places = {"results": results, "type-ahead": offered, "counts": counted, "desk": on_the_desk, "titles": by_titles}

    missed = [
        (name, title, way)
        for title, way in WAYS[::3]
        for name, ask in places.items()
        if title not in ask(client, unicodedata.normalize("NFD", way), title)
    ]

    assert missed == []


def results(client, typed, title):
    answer = client.get(reverse("search_api"), {"q": typed, "lang": "vi"}).json()
    return [result["title"] for result in answer["results"]][:1]


def offered(client, typed, title):
    return [each.title for each in suggestions(typed, "vi")]


def counted(client, typed, title):
    facets = client.get(reverse("search_api"), {"q": typed, "lang": "vi"}).json()["facets"]
    return [title] if facets["kind"][0]["count"] else []


def on_the_desk(client, typed, title):
    with override("vi"):
        rows = client.get(reverse("search_desk"), {"q": typed}).context["rows"]
    return [row.hit.entry.title for row in rows]


def by_titles(client, typed, title):
    engine = following.engine("public")
    answer = database.search(Enquiry(read(typed), Scope(("public",)), "vi"), engine)
    return [title] if answer.total else []


# --- other languages


CONFIGURED = [("vi", "Tiếng Việt"), ("en", "English"), ("fr", "Français"), ("zh-hans", "简体中文")]


@pytest.fixture
def abroad(shelf, settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = CONFIGURED
    return shelf(
        made_entry("Les tombeaux royaux de Hué", "fr", body="La coopération et les événements culturels."),
        made_entry("Les jardins", "fr", body="Une promenade."),
        made_entry("顺化古都的皇城", "zh-hans", body="世界遗产，外国游客的首选。"),
        made_entry("会安古镇", "zh-hans"),
        made_entry("Nhã nhạc cung đình", "vi"),
    )


@pytest.mark.parametrize(
    ("typed", "language", "expected"),
    [
        ("tombeau royal", "fr", "Les tombeaux royaux de Hué"),
        ("TOMBEAUX ROYAUX", "fr", "Les tombeaux royaux de Hué"),
        ("coopérations", "fr", "Les tombeaux royaux de Hué"),
        ("cooperation evenement", "fr", "Les tombeaux royaux de Hué"),
        ("Hue", "fr", "Les tombeaux royaux de Hué"),
        ("jardin", "fr", "Les jardins"),
        ("皇城", "zh-hans", "顺化古都的皇城"),
        ("顺化", "zh-hans", "顺化古都的皇城"),
        ("世界遗产", "zh-hans", "顺化古都的皇城"),
        ("会安", "zh-hans", "会安古镇"),
        ("镇", "zh-hans", "会安古镇"),
    ],
)
def test_french_and_chinese_are_ready_by_configuration(abroad, typed, language, expected):
    assert abroad.find(typed, language=language)[:1] == [expected]


def test_chinese_words_that_a_record_does_not_hold_find_nothing(abroad):
    assert abroad.find("北京", language="zh-hans") == []


# --- numbers


NUMBERS = ["69/2021/QĐ-UBND", "69/2021", "QD 69 2021", "qđ 69/2021", "QĐ-69-2021", "quyết định 69/2021"]
NUMBERS += ["69 / 2021 / QĐ-UBND"]


@pytest.mark.parametrize(
    "typed",
    [
        "69/2021/QĐ-UBND",
        "69/2021",
        "QD 69 2021",
        "qđ 69/2021",
        "QĐ-69-2021",
        "quyết định 69/2021",
        "69 / 2021 / QĐ-UBND",
    ],
)
def test_a_legal_number_is_found_first_however_it_is_typed(shelf, typed):
    laws = shelf(
        made_entry("Quyết định về lưu trữ", number="69/2021/QĐ-UBND", kind="legal"),
        made_entry("Quyết định 2021 của UBND: 69 điều", body="69 2021 quyết định UBND " * 5),
        made_entry("Quyết định khác", number="169/2021/QĐ-UBND", kind="legal"),
        made_entry("Quyết định cũ", number="69/2020/QĐ-UBND", kind="legal"),
    )

    assert laws.find(unicodedata.normalize("NFD", typed))[0] == "Quyết định về lưu trữ"


@pytest.mark.parametrize("typed", ["HĐ-2026/00012", "hd 2026 00012", "HD202600012", "hđ-2026-00012"])
def test_an_accession_number_is_found_first_however_it_is_typed(shelf, typed):
    kept = shelf(
        made_entry("Ảnh chùa", number="HĐ-2026/00012"),
        made_entry("HĐ 2026, 00012 lần", body="hd 2026 00012 " * 5),
        made_entry("Ảnh khác", number="HĐ-2026/00013"),
    )

    assert kept.find(typed)[0] == "Ảnh chùa"
