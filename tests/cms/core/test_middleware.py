"""Text enters in NFC, without NUL; files are not touched."""

import unicodedata

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import RequestFactory

from cms.core.middleware import TextIsNFC, clean

NFD = unicodedata.normalize("NFD", "Đường Ủy ban")
NFC = unicodedata.normalize("NFC", "Đường Ủy ban")


def passed(request):
    """The request as the view sees it."""
    middleware = TextIsNFC(lambda request: HttpResponse())
    middleware(request)
    middleware.process_view(request, None, (), {})
    return request


def test_the_text_of_an_address_becomes_nfc():
    request = passed(RequestFactory().get("/", {"q": NFD, NFD: "x"}))

    assert request.GET["q"] == NFC
    assert request.GET[NFC] == "x"


@pytest.mark.parametrize(
    "content_type", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=BoUnDaRy"]
)
def test_the_text_of_a_form_becomes_nfc(content_type):
    body = {"title": NFD}
    request = RequestFactory().post("/", body) if "multipart" in content_type else urlencoded(body)

    assert passed(request).POST["title"] == NFC


def urlencoded(body):
    from urllib.parse import urlencode

    return RequestFactory().post("/", urlencode(body), content_type="application/x-www-form-urlencoded")


def test_all_values_of_a_name_are_kept_in_their_order():
    request = passed(RequestFactory().get("/?a=1&a=%C6%A1%CC%81&a=3"))

    assert request.GET.getlist("a") == ["1", "ớ", "3"]


def test_nul_is_taken_out():
    assert passed(RequestFactory().get("/?q=a%00b")).GET["q"] == "ab"


def test_files_pass_untouched():
    data = NFD.encode()
    request = passed(RequestFactory().post("/", {"file": SimpleUploadedFile("a.txt", data)}))

    assert request.FILES["file"].read() == data


def test_a_body_that_is_no_form_is_not_read():
    request = passed(RequestFactory().post("/", "{}", content_type="application/json"))

    assert request.body == b"{}"


def test_clean_text_is_left_as_it_is():
    assert clean("abc") == "abc"
    assert clean(NFC) == NFC
