"""The checklist of the appraisal: dated data, kept by those who lead."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface

from cms.core.filters import DatedFilterSet
from cms.core.panels import language_tabs
from cms.core.viewsets import ListViewSet

from .models import ChecklistLine

VALIDITY = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]), FieldPanel("legal_basis")],
    heading=_("Validity"),
)


class ChecklistLineFilterSet(DatedFilterSet):
    """By day."""

    class Meta:
        model = ChecklistLine
        fields = ["is_mandatory"]


class ChecklistLineViewSet(ListViewSet):
    """Questions of the appraisal."""

    model = ChecklistLine
    icon = "tick"
    menu_label = _("Checklist")
    list_display = ["question", "code", "is_mandatory", "valid_from", "valid_to"]
    filterset_class = ChecklistLineFilterSet
    search_backend_name = None
    search_fields = ["question_vi", "question_en", "code"]
    inspect_view_enabled = True
    edit_handler = TabbedInterface(
        [
            *language_tabs("question"),
            ObjectList(
                [FieldRowPanel([FieldPanel("code"), FieldPanel("sort_order")]), FieldPanel("is_mandatory"), VALIDITY],
                heading=_("General"),
            ),
        ]
    )
