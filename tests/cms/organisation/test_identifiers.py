"""Electronic identifiers of agencies (Decision 20/2020)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.organisation.identifiers import is_eid

LEVEL = st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=6)


@pytest.mark.parametrize(
    "text", ["H57", "H57.12.3", "A01.0A", "Y99", "Z01A", "Z99" + "A" * 32, "0101234567", "0101234567-001"]
)
def test_identifiers_of_the_decision_are_accepted(text):
    assert is_eid(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "h57", "H5.1", "H5", "H575", "H57.", "H57..1", "H57.a", ".H57", "H57.1 ", "H57\n", "H57-1", "Đ57"),
        *(
            "H57." + "1" * 32,
            "Z01",
            "Z00A",
            "Z01.A",
            "Z1A",
            "Z01" + "A" * 33,
            "010123456",
            "0101234567-01",
            "01012345671",
        ),
    ],
)
def test_anything_else_is_refused(text):
    assert not is_eid(text)


@given(st.from_regex(r"[A-Y][0-9]{2}", fullmatch=True), st.lists(LEVEL, max_size=8))
def test_a_state_agency_is_known_by_its_levels_up_to_35_characters(first, levels):
    text = ".".join([first, *levels])

    assert is_eid(text) == (len(text) <= 35)


@given(st.text(max_size=40))
def test_nothing_with_a_strange_character_is_an_identifier(text):
    if is_eid(text):
        assert re.fullmatch(r"[0-9A-Z.\-]{3,35}", text)
