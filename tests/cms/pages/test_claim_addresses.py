"""One article has one address, however it is written."""

import pytest

from cms.pages.claim_addresses import key


@pytest.mark.parametrize(
    "typed",
    [
        "https://bao-mau.example/tin/cau",
        "http://www.bao-mau.example/tin/cau/",
        "HTTPS://WWW.BAO-MAU.example/tin/cau#binh-luan",
        "bao-mau.example/tin/cau?utm_source=zalo&fbclid=abc",
        "  https://m.bao-mau.example:443/tin/cau?gclid=1  ",
    ],
)
def test_every_way_of_writing_an_address_is_one_key(typed):
    assert key(typed) == "bao-mau.example/tin/cau"


def test_what_matters_of_the_query_stays_in_one_order():
    assert key("https://a.example/?id=7&b=2&utm_medium=x") == key("a.example?b=2&id=7") == "a.example?b=2&id=7"


@pytest.mark.parametrize(
    "typed", ["", "visa", "cầu mẫu sập.", "69/2021/QĐ-UBND", "a b.example/c", "http://[", "a.example"]
)
def test_what_is_no_address_of_an_article_has_no_key(typed):
    assert key(typed) == ""


@pytest.mark.parametrize("typed", ["ftp://a.example/b", "javascript://a.example/b", "https://a.example:99999/b"])
def test_other_schemes_and_broken_ports_have_no_key(typed):
    assert key(typed) == ""
