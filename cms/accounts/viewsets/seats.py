"""The lists of people, seats, custodians and delegations."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from cms.core.filters import DatedFilterSet
from cms.core.panels import language_tabs
from cms.core.views import ServiceCreateView

from ..forms import DelegationForm, SeatAssignmentForm, SeatForm
from ..models import Delegation, Seat, SeatAssignment
from ..views import deed_buttons

VALIDITY = FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")], heading=_("Validity"))
DOCUMENT = FieldRowPanel(
    [FieldPanel("document_number"), FieldPanel("document_date")], heading=pgettext_lazy("a decision", "Document")
)


class SeatFilterSet(DatedFilterSet):
    """By day, agency, kind and state."""

    class Meta:
        model = Seat
        fields = ["kind", "state", "agency"]


class SeatIndexView(IndexView):
    """Seats, with the deeds that whoever looks may do."""

    def get_list_more_buttons(self, instance: Seat) -> list[Any]:
        return super().get_list_more_buttons(instance) + deed_buttons(instance, self.request.user)


class SeatViewSet(SnippetViewSet):
    """Seats."""

    model = Seat
    icon = "key"
    menu_label = _("Seats")
    index_view_class = SeatIndexView
    list_display = ["__str__", "kind", Column("custodian", label=_("custodian")), "state", "valid_from", "valid_to"]
    list_export = ["agency", "kind", "state", "slot", "valid_from", "valid_to", "legal_basis"]
    filterset_class = SeatFilterSet
    search_fields = ["agency__name_vi", "agency__name_en", "agency__short_name", "assignments__user__full_name"]
    inspect_view_enabled = True
    copy_view_enabled = False
    add_view_class = ServiceCreateView
    edit_handler = ObjectList(
        [FieldPanel("agency"), FieldPanel("kind"), VALIDITY, FieldPanel("legal_basis")], base_form_class=SeatForm
    )

    def get_queryset(self, request: Any) -> Any:
        return Seat.objects.select_related("agency")


class SeatAssignmentFilterSet(DatedFilterSet):
    """By day, seat and person."""

    class Meta:
        model = SeatAssignment
        fields = ["seat__agency", "seat__kind", "user"]


class SeatAssignmentViewSet(SnippetViewSet):
    """Who sits where, since when, by which document."""

    model = SeatAssignment
    icon = "user"
    menu_label = _("Custodians")
    list_display = ["user", "seat", "position", "valid_from", "valid_to", "document_number"]
    list_export = ["user", "seat", "position", "section", "valid_from", "valid_to", "document_number", "document_date"]
    filterset_class = SeatAssignmentFilterSet
    search_fields = ["user__full_name", "user__email", "seat__agency__name_vi", "document_number"]
    inspect_view_enabled = True
    copy_view_enabled = False
    add_view_class = ServiceCreateView
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("seat"),
                    FieldPanel("user"),
                    VALIDITY,
                    DOCUMENT,
                    FieldPanel("scan"),
                    FieldPanel("section"),
                    MultiFieldPanel([FieldRowPanel([FieldPanel("phone"), FieldPanel("email")])], heading=_("Contact")),
                ],
                heading=_("General"),
            ),
            *language_tabs("position"),
        ],
        base_form_class=SeatAssignmentForm,
    )

    def get_queryset(self, request: Any) -> Any:
        return SeatAssignment.objects.select_related("user", "seat__agency")


class DelegationFilterSet(DatedFilterSet):
    """By day, seat and delegate."""

    class Meta:
        model = Delegation
        fields = ["seat__agency", "to_user"]


class DelegationViewSet(SnippetViewSet):
    """Who signs in whose place."""

    model = Delegation
    icon = "edit"
    menu_label = _("Delegations")
    list_display = ["to_user", "seat", "scope", "valid_from", "valid_to", "document_number"]
    list_export = ["to_user", "seat", "scope", "valid_from", "valid_to", "document_number", "document_date"]
    filterset_class = DelegationFilterSet
    search_fields = ["to_user__full_name", "to_user__email", "seat__agency__name_vi", "scope", "document_number"]
    inspect_view_enabled = True
    copy_view_enabled = False
    add_view_class = ServiceCreateView
    edit_handler = ObjectList(
        [
            FieldPanel("seat"),
            FieldPanel("to_user"),
            VALIDITY,
            DOCUMENT,
            FieldPanel("scope"),
            FieldPanel("legal_basis"),
        ],
        base_form_class=DelegationForm,
    )

    def get_queryset(self, request: Any) -> Any:
        return Delegation.objects.select_related("to_user", "seat__agency")


class PeopleAndSeatsGroup(SnippetViewSetGroup):
    """Everything about seats, in one entry of the menu."""

    items = (SeatViewSet, SeatAssignmentViewSet, DelegationViewSet)
    menu_label = _("People and seats")
    menu_icon = "key"
    menu_name = "people"
    menu_order = 510
