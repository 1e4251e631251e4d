"""Every address of the archive. What the public face must not have is not routed there at all."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms.library.views import media
from cms.pages import urls as pages_urls
from search import urls as search_urls

from .settings.environment import Face

home = RedirectView.as_view(url="/vi/")
public: list = [
    path("", home),
    path("media/<path:path>", media, name="media"),
    path("documents/", include(wagtaildocs_urls)),
    *pages_urls.urlpatterns,
    *search_urls.api_urlpatterns,
    *search_urls.health_urlpatterns,
]
staff: list = []
localised: list = [*pages_urls.in_every_language, *search_urls.public_urlpatterns, *pages_urls.pages]
localised.append(path("", include(wagtail_urls)))  # the addresses of pages by name, and passwords of closed ones

if settings.FACE is not Face.PUBLIC:
    from wagtail.admin import urls as wagtailadmin_urls

    from cms.deadlines.urls import feed_urlpatterns

    staff = [
        path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
        path("admin/password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
        path("admin/", include(wagtailadmin_urls)),
        path("accounts/", include("cms.accounts.urls")),
        *feed_urlpatterns,
        *search_urls.metrics_urlpatterns,
    ]

urlpatterns = [*staff, *public, *i18n_patterns(*localised)]
