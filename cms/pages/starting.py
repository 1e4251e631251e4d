"""Where to begin: in which section to write, and which guidance to read."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .models import (
    ArticlePage,
    ClarificationStatementPage,
    GalleryPage,
    HelpPage,
    ImageRecordPage,
    LegalDocumentPage,
    PressReleasePage,
)
from .upload_forms import sections
from .uploading import ForWriters

KINDS = {
    "article": ArticlePage,
    "picture": ImageRecordPage,
    "gallery": GalleryPage,
    "legal": LegalDocumentPage,
    "statement": ClarificationStatementPage,
    "release": PressReleasePage,
}


class WriteView(ForWriters):
    """Which section the new page belongs to; where there is only one, straight to the form."""

    template_name = "pages/admin/write.html"
    header_icon = "edit"

    def get_page_title(self) -> str:
        return _("Write: %(kind)s") % {"kind": self.model._meta.verbose_name}

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if kwargs["kind"] not in KINDS:
            raise Http404
        self.model = KINDS[kwargs["kind"]]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found = [(section, self.address(section)) for section in sections(self.model)]
        if len(found) == 1:
            return redirect(found[0][1])
        return self.render_to_response(self.get_context_data(sections=found))

    def address(self, section: Any) -> str:
        return reverse("wagtailadmin_pages:add", args=["pages", self.model._meta.model_name, section.pk])


def help_on(request: HttpRequest, topic: str) -> HttpResponse:
    """Guidance on a topic, in the language of the person's screen, else in Vietnamese."""
    found = {page.locale.language_code: page for page in HelpPage.objects.public().filter(topic=topic)}
    page = found.get(get_language() or "vi") or found.get("vi")
    if page is None:
        raise Http404
    return redirect(page.get_url(request))
