"""The letters to those who follow a search, as plain text and as HTML, in the reader's language."""

from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.http import QueryDict
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..records import Record, site_root
from ..saying import said
from ..wishes import Wish
from .models import SavedSearch


def wish_of(saved: SavedSearch) -> Wish:
    """The search that is followed."""
    return Wish.read(QueryDict(saved.query.removeprefix("?")), saved.language)


def confirmation(saved: SavedSearch) -> EmailMultiAlternatives:
    """Ask the owner of the address whether the letters are wanted."""
    with override(saved.language):
        shown = {"link": address("confirm", saved), "search": said(wish_of(saved))}
        shown |= {"cadence": str(saved.get_cadence_display())}
        return letter(saved, _("Confirm: letters on a search"), "confirm", shown)


def news(saved: SavedSearch, records: list[Record], *, has_more: bool) -> EmailMultiAlternatives:
    """Tell what is new."""
    with override(saved.language):
        search = said(wish_of(saved))
        title = _("New in the archive: %(search)s") % {"search": search}
        all_of_it = site_root() + reverse("search:results") + saved.query
        shown = {"records": records, "has_more": has_more, "search": search, "all": all_of_it}
        written = letter(saved, title, "news", shown | {"leave": address("leave", saved), "language": saved.language})
    written.extra_headers["List-Unsubscribe"] = f"<{address('leave', saved)}>"
    written.extra_headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return written


def address(name: str, saved: SavedSearch) -> str:
    with override(saved.language):
        return site_root() + reverse(f"search:{name}", args=[saved.token])


def letter(saved: SavedSearch, subject: str, name: str, shown: dict[str, Any]) -> EmailMultiAlternatives:
    plain = render_to_string(f"search/mail/{name}.txt", shown)
    written = EmailMultiAlternatives(" ".join(subject.split())[:200], plain, None, [saved.address])
    written.attach_alternative(render_to_string(f"search/mail/{name}.html", shown | {"title": subject}), "text/html")
    return written
