"""Addresses of the review, below /admin/review/."""

from django.urls import path

from .views.bulk import BulkView
from .views.changes import SourceChangesView
from .views.outdated import OutdatedView
from .views.proposals import ProposalsView, ProposalView
from .views.queue import QueueView
from .views.review import PreviewView, ReviewView
from .views.screening import ScreeningCaseView, ScreeningView
from .views.submit import SubmitView

app_name = "review"
urlpatterns = [
    path("", QueueView.as_view(), name="queue"),
    path("bulk/", BulkView.as_view(), name="bulk"),
    path("outdated/", OutdatedView.as_view(), name="outdated"),
    path("lists/", ProposalsView.as_view(), name="proposals"),
    path("lists/<int:pk>/", ProposalView.as_view(), name="proposal"),
    path("screening/", ScreeningView.as_view(), name="screening"),
    path("screening/<int:pk>/", ScreeningCaseView.as_view(), name="screening_case"),
    path("<int:content_type_id>/<str:pk>/", ReviewView.as_view(), name="item"),
    path("<int:content_type_id>/<str:pk>/changes/", SourceChangesView.as_view(), name="changes"),
    path("<int:content_type_id>/<str:pk>/submit/", SubmitView.as_view(), name="submit"),
    path("<int:content_type_id>/<str:pk>/preview/", PreviewView.as_view(), name="preview"),
]
