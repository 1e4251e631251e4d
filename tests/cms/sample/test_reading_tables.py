import re
from pathlib import Path

import pytest

from cms.sample.reading import tables
from cms.sample.reading.frontmatter import UnreadableTextError
from cms.sample.reading.secrecy import innocent_sentences, marked_texts

TEXTS = Path(__file__).parents[3] / "cms" / "sample" / "texts"
AGENCIES = {agency.key: agency for agency in tables.read_agencies(TEXTS)}
UNITS = {unit.key: unit for unit in tables.read_units(TEXTS)}
FUNCTIONS = tables.read_functions(TEXTS)
PEOPLE = tables.read_people(TEXTS)


def test_identifiers_of_agencies_are_fictitious_and_well_formed():
    eids = [agency.eid for agency in AGENCIES.values()]

    assert len(eids) == len(set(eids))
    assert all(re.fullmatch(r"H99(\.[0-9A-Z]+)+", eid) and len(eid) <= 35 for eid in eids)


def test_agencies_and_units_point_at_parents_that_exist():
    assert {agency.parent for agency in AGENCIES.values()} <= {"", *AGENCIES}
    assert {agency.home_unit for agency in AGENCIES.values()} <= {"", *UNITS}
    assert {unit.parent for unit in UNITS.values()} <= {"", *UNITS}


@pytest.mark.parametrize(
    ("successions", "bodies"),
    [(tables.read_agency_successions(TEXTS), AGENCIES), (tables.read_unit_successions(TEXTS), UNITS)],
    ids=["agencies", "units"],
)
def test_a_successor_takes_over_the_day_after_its_predecessor_ends(successions, bodies):
    for succession in successions:
        ended = bodies[succession.predecessor].valid_to
        assert ended is not None
        assert (succession.effective_on - ended).days == 1
        assert succession.successor in bodies or succession.kind == "abolish"


def test_a_function_never_has_two_holders_on_one_day():
    for code in {function.code for function in FUNCTIONS}:
        terms = sorted((f for f in FUNCTIONS if f.code == code), key=lambda term: term.valid_from)
        assert all(
            earlier.valid_to and earlier.valid_to < later.valid_from
            for earlier, later in zip(terms, terms[1:], strict=False)
        )


def test_a_holder_exists_as_long_as_it_holds_a_function():
    for function in FUNCTIONS:
        agency = AGENCIES[function.agency]
        assert agency.valid_from <= function.valid_from
        assert agency.valid_to is None or (function.valid_to and function.valid_to <= agency.valid_to)


def test_there_is_a_person_for_each_role():
    assert {person.role for person in PEOPLE} == {
        "contributor", "lead", "moderator", "director", "screener", "security_admin", "auditor",
    }  # fmt: skip
    assert all(person.agency in AGENCIES and AGENCIES[person.agency].valid_to is None for person in PEOPLE)
    assert len({person.email for person in PEOPLE}) == len(PEOPLE)


def test_no_agency_seats_more_people_than_its_quota():
    seats = [(person.agency, person.seat) for person in PEOPLE]

    for agency, seat in set(seats):
        if seat in {"contribute", "approve", "moderate"}:
            assert seats.count((agency, seat)) <= AGENCIES[agency].quota.get(seat, 1)


def test_the_ward_has_nobody_who_clears():
    assert [person.seat for person in PEOPLE if person.agency == "ubnd-cua-dong"] == ["contribute"]


def test_the_checklist_names_its_sources():
    lines = tables.read_checklist(TEXTS)

    assert len(lines) == 7
    assert sum(line.mandatory for line in lines) == 6
    assert all("69/2021/QĐ-UBND" in line.source for line in lines)


def test_galleries_name_terms_and_agencies_that_exist():
    themes = {theme.code for theme in tables.read_themes(TEXTS)}
    fields = {field.code for field in tables.read_fields(TEXTS)}

    for gallery in tables.read_galleries(TEXTS):
        assert set(gallery.themes) <= themes
        assert set(gallery.fields) <= fields
        assert gallery.agency in AGENCIES
        assert len(set(gallery.pictures)) == len(gallery.pictures) >= 5


def test_an_unknown_column_is_refused(tmp_path):
    (tmp_path / "taxonomies.toml").write_text('[[themes]]\ncode = "land"\ncolour = "blue"\n', encoding="utf-8")

    with pytest.raises(UnreadableTextError, match="colour"):
        tables.read_themes(tmp_path)


def test_markings_are_measured_on_thirty_innocent_and_fifteen_marked_texts():
    assert len(set(innocent_sentences(TEXTS))) == 30
    assert len(set(marked_texts(TEXTS))) == 15
