"""Addresses of the calendar: below /admin/calendar/, and the feed outside it, for programs that cannot sign in."""

from django.urls import path

from . import views

app_name = "deadlines"
urlpatterns = [
    path("", views.CalendarView.as_view(), name="mine"),
    path("read/", views.read, name="read"),
    path("import/", views.import_year, name="import_year"),
]
feed_urlpatterns = [path("calendar/<str:secret>.ics", views.calendar_feed, name="calendar_feed")]
