"""The dossier as a clean file for the record: PDF/A, with the whole story and the hash of every file."""

from __future__ import annotations

from typing import Any, NoReturn

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from PIL import ImageFile
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from . import story
from .models import ClarificationDossierPage as Dossier
from .models import DossierFile
from .services.recording import chain_is_whole
from .workbench import Workbench

# WeasyPrint lets this whole process take pictures that are cut off; the archive refuses them.
ImageFile.LOAD_TRUNCATED_IMAGES = False


def as_pdf(dossier: Dossier, user: Any) -> bytes:
    """PDF/A-3b; what the person may not read is not in it."""
    words = render_to_string("clarification/printed.html", context_of(dossier, user))
    page = HTML(string=words, url_fetcher=fetch_nothing)
    fonts = FontConfiguration()
    sheet = CSS(string=render_to_string("clarification/printed.css"), font_config=fonts, url_fetcher=fetch_nothing)
    return page.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/a-3b")


def context_of(dossier: Dossier, user: Any) -> dict[str, Any]:
    bench = Workbench(dossier, user)
    steps = story.tell(story.steps_of(dossier, user).order_by("number"), user)
    files = DossierFile.objects.filter(dossier=dossier).select_related("case", "kept_by").order_by("pk")
    return {
        "dossier": dossier,
        "bench": bench,
        "steps": steps,
        "files": files,
        "is_whole": chain_is_whole(dossier),
        "last": steps[-1].step if steps else None,
        "printed_at": timezone.now(),
        "printed_by": user,
        "language": get_language(),
    }


def fetch_nothing(url: str, *args: Any, **kwargs: Any) -> NoReturn:
    """A dossier holds addresses of false reports: printing it must not call on them."""
    raise ValueError("Nothing is fetched for printing.")
