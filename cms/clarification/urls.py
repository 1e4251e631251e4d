"""Addresses of dossiers, below /admin/dossiers/."""

from django.urls import path, re_path

from .views.board import BoardView
from .views.deeds import DeedView
from .views.dossier import DossierView, PartScreen, StoryView
from .views.files import file
from .views.new import NewView, SimilarView
from .views.printed import PrintedView
from .views.report import ReportFileView, ReportView
from .views.screening import ScreeningCaseView, ScreeningView

app_name = "dossiers"
urlpatterns = [
    path("", BoardView.as_view(), name="board"),
    re_path(r"^new/(?P<trigger>detected|request)/$", NewView.as_view(), name="new"),
    path("similar/", SimilarView.as_view(), name="similar"),
    path("files/<uuid:key>/", file, name="file"),
    path("screening/", ScreeningView.as_view(), name="screening"),
    path("screening/<int:pk>/", ScreeningCaseView.as_view(), name="screening_case"),
    path("report/", ReportView.as_view(), name="report"),
    re_path(r"^report/(?P<form>xlsx|docx)/$", ReportFileView.as_view(), name="report_file"),
    path("<str:code>/", DossierView.as_view(), name="dossier"),
    path("<str:code>/story/", StoryView.as_view(), name="story"),
    path("<str:code>/pdf/", PrintedView.as_view(), name="pdf"),
    path("<str:code>/parts/<slug:letter>/", PartScreen.as_view(), name="part"),
    path("<str:code>/<slug:deed>/", DeedView.as_view(), name="deed"),
    path("<str:code>/<slug:deed>/<int:pk>/", DeedView.as_view(), name="deed"),
]
