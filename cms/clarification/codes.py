"""Numbers of dossiers: in order, without gaps within a year, whoever opens one at the same moment."""

from __future__ import annotations

from wagtail.models import Locale, Page

from cms.core import clock

from .models import ClarificationDossierPage, DossierCounter, DossierRegisterPage


def next_code() -> str:
    """The next number of the year; its row is locked until the transaction ends."""
    counter, _is_new = DossierCounter.objects.select_for_update().get_or_create(year=clock.today().year)
    counter.last += 1
    counter.save()
    return counter.code()


def register() -> DossierRegisterPage:
    """The shelf of all dossiers, put up when the first is opened."""
    if found := DossierRegisterPage.objects.first():
        return found
    root = Page.get_first_root_node()
    shelf = DossierRegisterPage(title="Dossiers", slug="dossiers", live=False, locale=Locale.get_default())
    return root.add_child(instance=shelf)


def put_on_shelf(dossier: ClarificationDossierPage) -> ClarificationDossierPage:
    """Give it a number and a place."""
    shelf = register()
    dossier.code = next_code()
    dossier.slug = dossier.code.lower().replace(".", "-")
    dossier.live, dossier.locale = False, shelf.locale
    return shelf.add_child(instance=dossier)
