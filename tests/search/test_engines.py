import datetime
import random
import unicodedata
from collections import Counter

import pytest

from search.engines import FACETS, Change, Scope, Tally
from tests.search.shelves import made_entry

COMMITTEES = {"Ủy ban nhân dân thành phố Huế", "Uỷ ban nhân dân tỉnh"}
TITLES = [
    "Sở Ngoại vụ tỉnh Đắk Lắk",
    *sorted(COMMITTEES),
    "Nhã nhạc cung đình",
    "Đường Thanh niên",
    "Hòa bình và hợp tác",
    "Hoà giải",
]


@pytest.fixture
def library(shelf):
    return shelf(*(made_entry(title) for title in TITLES))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("dak lak", {"Sở Ngoại vụ tỉnh Đắk Lắk"}),
        ("đắk lắk", {"Sở Ngoại vụ tỉnh Đắk Lắk"}),
        ("uy ban", COMMITTEES),
        ("Uỷ ban", COMMITTEES),
        ("ủy ban", COMMITTEES),
        ("hoa binh", {"Hòa bình và hợp tác"}),
        ("hoà bình", {"Hòa bình và hợp tác"}),
        ("duong", {"Đường Thanh niên"}),
        ("khongcogi", set()),
    ],
)
def test_accents_and_tone_placement_do_not_hide_a_record(library, typed, expected):
    assert set(library.find(typed)) == expected
    assert set(library.find(unicodedata.normalize("NFD", typed))) == expected


def test_exact_accents_come_first(shelf):
    streets = shelf(*map(made_entry, ["Dương Văn A", "Đương thời", "Đường phố", "Dưỡng sinh"]))

    assert streets.find("đường")[0] == "Đường phố"
    assert streets.find("dương")[0] == "Dương Văn A"
    assert len(streets.find("đường")) == len(streets.find("duong")) == 4


def test_a_title_outranks_a_text(shelf):
    both = shelf(made_entry("Chuyện khác", body="nhã nhạc " * 5), made_entry("Nhã nhạc Huế"))

    assert both.find("nhã nhạc") == ["Nhã nhạc Huế", "Chuyện khác"]


def test_words_side_by_side_outrank_scattered_ones(shelf):
    music = shelf(*map(made_entry, ["Nhạc sĩ nhã nhặn của ban", "Biểu diễn tối nay có nhã nhạc", "Nhã ý và nhạc nhẹ"]))

    assert music.find("nha nhac")[0] == "Biểu diễn tối nay có nhã nhạc"
    assert music.find('"nhã nhạc"') == ["Biểu diễn tối nay có nhã nhạc"]


def test_english_words_meet_by_their_stems(shelf):
    texts = shelf(made_entry("Peace and cooperation", "en"), made_entry("Hợp tác", "vi"))

    assert texts.find("cooperate", language="en") == ["Peace and cooperation"]


def test_legal_numbers_are_found_in_every_form(shelf):
    laws = shelf(
        made_entry("Quyết định về lưu trữ", number="69/2021/QĐ-UBND", kind="legal"),
        made_entry("Báo cáo 69 trang năm 2021 của UBND, QĐ mới"),
        made_entry("Kế hoạch 70/2021/KH-UBND"),
    )

    for typed in ("69/2021/QĐ-UBND", "69/2021", "QD 69 2021", "qđ 69/2021"):
        assert laws.find(typed)[0] == "Quyết định về lưu trữ", typed


def test_or_not_and_phrases(library):
    assert set(library.find("nhạc OR đường")) == {"Nhã nhạc cung đình", "Đường Thanh niên"}
    assert library.find("ủy ban -Huế") == library.find("ủy ban NOT huế") == ["Uỷ ban nhân dân tỉnh"]
    assert library.find('"ban nhân dân tỉnh"') == ["Uỷ ban nhân dân tỉnh"]
    assert library.find('"dân nhân"') == []


def test_a_family_is_one_result_and_the_readers_language_comes_first(shelf):
    world = shelf(
        made_entry("Lễ hội Huế", "vi", "festival"),
        made_entry("Hue festival", "en", "festival"),
        made_entry("Festival Huế hai năm một lần, festival của Huế", "vi"),
    )

    assert world.ask("festival", language="en").keys[0] == "festival"
    assert world.ask("festival", language="en").total == 2


@pytest.mark.parametrize(("typed", "language"), [("顺化", "zh-hans"), ("民", "zh-hans"), ("ວຽງຈັນ", "lo")])
def test_scripts_without_spaces_are_found(shelf, settings, typed, language):
    settings.WAGTAIL_CONTENT_LANGUAGES = [("vi", "Tiếng Việt"), ("zh-hans", "简体中文"), ("lo", "ລາວ")]
    world = shelf(made_entry("顺化市人民政府", "zh-hans"), made_entry("ນະຄອນຫຼວງວຽງຈັນ", "lo"))

    assert len(world.find(typed, language=language)) == 1


HOSTILE = [
    *('""', '"a', "((((", "(" * 5000, "NOT " * 1000, "a OR " * 1000, "OR OR", "- -", "access:staff", "*", "?" * 5000),
    *("a\x00b", "\ud800", "\u202e\u200b", "😀" * 5000, "x" * 5000, "(a+)+$" * 800, "<script>alert(1)</script>"),
    *("' OR 1=1 --", "\ue000x\ue001", "ủ" * 5000, "a\u0300" * 3000, '"' + "sở " * 2000 + '"', "~1 ^9 \\ / {} ["),
    *("顺" * 5000, "69/2021/" * 900, "9" * 5000, "-", "title_vi_folded:[a TO b]", " ".join(map(str, range(2000)))),
]


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_questions_are_questions(library, typed):
    assert library.ask(typed).total >= 0


def test_a_page_far_away_is_empty_and_kills_nobody(library):
    answer = library.ask("ban", page=10**9)

    assert (answer.keys, answer.total) == ([], 2)


def test_orders_by_day(shelf):
    days = [datetime.date(2020, 1, 1), datetime.date(2024, 1, 1), None]
    records = shelf(*(made_entry(f"Huế {day}", date=day) for day in days))

    assert records.find("huế", order="newest")[0] == "Huế 2024-01-01"
    assert records.find("huế", order="newest")[-1] == "Huế None"


def test_what_is_left_out_is_not_counted(library):
    answer = library.ask("ban", without=frozenset(library.ask("ban").keys[:1]))

    assert answer.total == 1
    assert answer.facets["kind"]["article"] == 1


def test_staff_find_their_agencies_drafts_and_what_is_public_elsewhere(shelf):
    desk = shelf(
        made_entry("Bản thảo một", audience="staff", agency_id=1, state="draft"),
        made_entry("Bản thảo hai", audience="staff", agency_id=2, state="draft"),
        made_entry("Bản đã nộp hai", audience="staff", agency_id=2, state="submitted"),
        made_entry("Bản công khai một", agency_id=1),
        made_entry("Bản công khai hai", agency_id=2),
        name="staff",
    )

    contributor = Scope(("agency:1",), public_except=("1",))
    assert set(desk.find("bản", scope=contributor)) == {"Bản thảo một", "Bản công khai hai"}
    assert set(desk.find("bản", scope=Scope(("handed in",)))) == {"Bản đã nộp hai"}


VALUES = {
    "kind": ["article", "image", "legal"],
    "agency": [str(number) for number in range(1, 16)],
    "year": [str(year) for year in range(2015, 2026)],
    "theme": [f"t{number}" for number in range(9)],
}
WORDS = ["sở", "ngoại", "vụ", "tỉnh", "huế", "đường", "nhạc", "biên", "giới", "hợp", "tác", "quốc", "tế"]


def drawn(dice, number):
    """A record by lot."""
    return made_entry(
        " ".join(dice.choices(WORDS, k=6)),
        kind=dice.choice(VALUES["kind"]),
        agency_id=int(dice.choice(VALUES["agency"])),
        year=int(dice.choice(VALUES["year"])),
        themes=dice.sample(VALUES["theme"], dice.randint(1, 3)),
        family=f"record {number}",
    )


def held(entry, facet):
    return (
        set(entry.themes)
        if facet == "theme"
        else {str({"agency": entry.agency_id}.get(facet) or getattr(entry, facet))}
    )


def counted(records, chosen):
    """What the facets must say, counted by hand."""

    def suits(entry, leaving_out):
        return all(held(entry, facet) & set(picked) for facet, picked in chosen.items() if facet != leaving_out)

    return {
        facet: Counter(value for entry in records if suits(entry, facet) for value in held(entry, facet))
        for facet in VALUES
    }


def test_facets_equal_counting_by_hand(shelf):
    dice = random.Random(7)
    records = {number: drawn(dice, number) for number in range(600)}
    crowd = shelf(*list(records.values())[:300])
    crowd.put(list(records.values())[300:])
    records |= {number: drawn(dice, number) for number in range(0, 600, 7)}
    crowd.put([records[number] for number in range(0, 600, 7)])

    for _turn in range(100):
        asked = dice.choices(WORDS, k=dice.randint(1, 2))
        chosen = {facet: tuple(dice.sample(of, 2)) for facet, of in VALUES.items() if dice.random() < 0.4}
        matching = [entry for entry in records.values() if set(asked) <= set(entry.title.split())]

        answer = crowd.ask(" ".join(asked), chosen=chosen)

        assert {facet: answer.facets[facet] for facet in VALUES} == counted(matching, chosen)


def test_a_facet_in_use_keeps_its_other_values_open(shelf):
    desk = shelf(
        *(
            made_entry("Huế", kind=kind, agency_id=agency)
            for kind, agency in [("article", 1), ("image", 1), ("image", 2)]
        )
    )

    answer = desk.ask("huế", chosen={"kind": ("image",), "agency": ("1",)})

    assert answer.total == 1
    assert answer.facets["kind"] == Counter({"article": 1, "image": 1})
    assert answer.facets["agency"] == Counter({"1": 1, "2": 1})
    assert set(answer.facets) == set(FACETS)


def test_days_narrow_what_is_found_and_counted(shelf):
    days = [None, datetime.date(2024, 5, 1), datetime.date(2025, 5, 1), datetime.date(2026, 5, 1)]
    shown = shelf(*(made_entry(f"huế {day}", date=day, kind="legal") for day in days))

    between = {"first_day": days[1].toordinal(), "last_day": days[2].toordinal()}
    found = shown.ask("huế", **between)

    assert found.total == 2
    assert found.facets["kind"] == Counter({"legal": 2})
    assert set(shown.find("huế", first_day=days[2].toordinal())) == {f"huế {days[2]}", f"huế {days[3]}"}
    assert set(shown.find("huế", last_day=days[1].toordinal())) == {f"huế {days[1]}"}


def test_only_the_facets_that_are_shown_are_counted(shelf):
    found = shelf(made_entry("huế", places=[7], fields=["tourism"])).ask("huế", counted=("place", "field"))

    assert found.facets == {"place": Counter({"7": 1}), "field": Counter({"tourism": 1})}


def test_a_batch_that_is_told_twice_or_late_changes_nothing(shelf):
    lamps = shelf(made_entry("Đèn biển", family="lamp"))
    before = lamps.engine.tally()

    lamps.put([made_entry("Đèn lồng", family="lamp")])
    again = lamps.engine.tally()

    assert lamps.find("den long") == ["Đèn lồng"]
    assert lamps.find("den bien") == []
    assert before.keys() == again.keys()


def test_what_loses_its_texts_is_taken_out(shelf):
    lamps = shelf(made_entry("Đèn biển", family="lamp"), made_entry("Đèn lồng"))
    gone = Change(frozenset({"lamp"}), frozenset({"lamp"}), (), lamps.next_state(["a change"]))

    lamps.engine.write(gone, lamps.refused.append)

    assert lamps.find("den") == ["Đèn lồng"]


def test_an_index_says_what_each_bucket_of_families_holds(shelf):
    one, two = made_entry("Huế", "vi", "aa-1"), made_entry("Hue", "en", "aa-1")
    other = made_entry("Đà Nẵng", family="bb-1")
    cities = shelf(one, two, other)

    assert cities.engine.tally() == {
        "aa": Tally(2, one.sequence + two.sequence),
        "bb": Tally(1, other.sequence),
    }
    assert cities.engine.marks("aa") == {"aa-1": one.sequence + two.sequence}


def test_an_answer_may_count_nothing(library):
    answer = library.ask("ban", counted=())

    assert (answer.total, answer.facets) == (2, {})
