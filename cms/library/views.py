"""Files leave the archive through this door alone."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from cms.accounts import permissions as seats

from .models import ArchiveImage, ArchiveRendition
from .showing import Shown, shown

A_MINUTE = "public, max-age=60"
NOT_KEPT = "private, no-store"


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A rendition: for everybody while something public shows its image, for staff who may see the image, else 404."""
    rendition = ArchiveRendition.objects.filter(file=path).select_related("image").first()
    if rendition:
        return answer(request, rendition.file, rendition.image)
    original = ArchiveImage.objects.filter(file=path).first()
    if original and may_see(request.user, original):
        return sent(original.file, NOT_KEPT)
    raise Http404


def answer(request: HttpRequest, file: Any, image: ArchiveImage) -> HttpResponseBase:
    known = shown(image)
    if known is Shown.PUBLIC:
        return sent(file, A_MINUTE)
    if may_see(request.user, image):
        return sent(file, NOT_KEPT)
    if known is Shown.GONE:
        return render(request, "410.html", status=410)
    raise Http404


def may_see(user: Any, image: ArchiveImage) -> bool:
    """Staff see what their seats show them."""
    known = user.is_authenticated and (user.is_superuser or seats.is_staff(user))
    return known and get_image_model().objects.visible_to(user).filter(pk=image.pk).exists()


def sent(file: Any, caching: str) -> FileResponse:
    """The file, typed by its name, not to be guessed at by a browser."""
    response = FileResponse(file.open("rb"), filename=PurePosixPath(file.name).name)
    response["Cache-Control"] = caching
    response["X-Content-Type-Options"] = "nosniff"
    return response


def may_read_document(user: Any, document: Any) -> bool:
    """A document is public while something public shows it; staff read their own agency's, those who judge read all."""
    if shown(document) is Shown.PUBLIC:
        return True
    if not user.is_authenticated or not (user.is_superuser or seats.is_staff(user)):
        return False
    if user.is_superuser or seats.is_moderator(user) or seats.is_director(user):
        return True
    own = get_document_model().objects.filter(pk=document.pk, agency__in=seats.agencies(user, "contribute", "approve"))
    return own.exists() or document.uploaded_by_user_id == user.pk
