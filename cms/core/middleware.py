"""Text enters the archive in one form only."""

import unicodedata
from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.utils.datastructures import MultiValueDict

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


def clean(text: str) -> str:
    """Text in NFC, without the NUL that PostgreSQL refuses."""
    if text.isascii():
        return text.replace("\0", "") if "\0" in text else text
    return unicodedata.normalize("NFC", text.replace("\0", ""))


def clean_all(data: MultiValueDict) -> None:
    """Clean every name and value in place."""
    for name, values in list(data.lists()):
        tidy = [clean(value) if isinstance(value, str) else value for value in values]
        if tidy != values or clean(name) != name:
            data.pop(name)
            data.setlist(clean(name), tidy)


def opened(data: QueryDict) -> QueryDict:
    return data if data._mutable else data.copy()  # type: ignore[attr-defined]


class TextIsNFC:
    """Brings the text of addresses and forms to NFC; files pass untouched."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.META.get("QUERY_STRING"):
            request.GET = self.tidied(request.GET)  # type: ignore[assignment]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> None:
        """Forms are read here and not before, so that a view may still choose how uploads are received."""
        if request.method == "POST" and request.content_type in FORMS:
            request.POST = self.tidied(request.POST)  # type: ignore[assignment]

    def tidied(self, data: QueryDict) -> QueryDict:
        data = opened(data)
        clean_all(data)
        data._mutable = False  # type: ignore[attr-defined]
        return data
