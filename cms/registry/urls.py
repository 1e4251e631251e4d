from django.urls import path

from . import views

app_name = "registry"
urlpatterns = [path("<slug:kind>/<int:pk>/public/", views.make_public, name="make_public")]
