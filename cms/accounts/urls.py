"""The door: allauth's pages, without those by which somebody could change who they are."""

from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.i18n import set_language

from .views import here

# An e-mail address belongs to the account, and is changed by whoever opened it.
back_to_the_door = RedirectView.as_view(pattern_name="account_login")

urlpatterns = [
    path("language/", set_language, name="account_language"),
    path("here/", here, name="account_here"),
    path("signup/", back_to_the_door),
    re_path("^(?:confirm-)?email/", back_to_the_door),
    path("", include("allauth.urls")),
]
