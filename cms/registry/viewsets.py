"""The registers in the admin: spokespersons, delegations, official accounts, press organisations."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from cms.accounts import permissions as may
from cms.core.filters import DatedFilterSet
from cms.core.panels import language_tabs
from cms.core.views import ServiceCreateView

from .forms import ListedForm
from .models import OfficialAccount, PressOrganisation, Spokesperson, SpokespersonDelegation

VALIDITY = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]), FieldPanel("legal_basis")],
    heading=_("Validity"),
)


class ListedIndexView(IndexView):
    """Directors find the way to the public beside each entry that waits."""

    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        buttons = super().get_list_more_buttons(instance)
        if instance.published_at is None and may.is_director(self.request.user):
            address = reverse("registry:make_public", args=[instance.kind_in_address, instance.pk])
            buttons.append(Button(_("Make public"), url=address, icon_name="check", priority=5))
        return buttons


class ListedViewSet(SnippetViewSet):
    """Entries that become public by a director's word."""

    index_view_class = ListedIndexView
    add_view_class = ServiceCreateView
    copy_view_enabled = False
    inspect_view_enabled = True
    search_backend_name = None


class SpokespersonFilterSet(DatedFilterSet):
    """By day and agency."""

    class Meta:
        model = Spokesperson
        fields = ["agency"]


class SpokespersonViewSet(ListedViewSet):
    """Who speaks for whom."""

    model = Spokesperson
    icon = "user"
    menu_label = _("Spokespersons")
    list_display = ["name", "position", "agency", "phone", BooleanColumn("is_public", label=_("Public")), "valid_to"]
    list_export = ["name", "position_vi", "position_en", "agency", "phone", "email", "decision_number", "decided_at"]
    filterset_class = SpokespersonFilterSet
    search_fields = ["name", "position_vi", "position_en", "agency__name_vi"]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("agency"),
                    FieldPanel("name"),
                    FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                    FieldRowPanel([FieldPanel("decision_number"), FieldPanel("decided_at")]),
                    VALIDITY,
                ],
                heading=_("General"),
            ),
            *language_tabs("position"),
        ],
        base_form_class=ListedForm,
    )


class DelegationFilterSet(DatedFilterSet):
    """By day and spokesperson."""

    class Meta:
        model = SpokespersonDelegation
        fields = ["spokesperson"]


class DelegationViewSet(SnippetViewSet):
    """Who speaks in a spokesperson's place, on one matter."""

    model = SpokespersonDelegation
    icon = "user"
    menu_label = _("Delegations to speak")
    list_display = ["name", "matter", "spokesperson", "valid_from", "valid_to"]
    list_export = [*list_display, "document_number", "document_date"]
    filterset_class = DelegationFilterSet
    search_fields = ["name", "matter", "document_number"]
    copy_view_enabled = False
    inspect_view_enabled = True
    search_backend_name = None
    panels = [
        FieldPanel("spokesperson"),
        FieldRowPanel([FieldPanel("name"), FieldPanel("position")]),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        FieldPanel("matter"),
        FieldRowPanel([FieldPanel("document_number"), FieldPanel("document_date")]),
        VALIDITY,
    ]


class OfficialAccountFilterSet(DatedFilterSet):
    """By day, agency and platform."""

    class Meta:
        model = OfficialAccount
        fields = ["agency", "platform"]


class OfficialAccountViewSet(ListedViewSet):
    """Accounts that speak for agencies."""

    model = OfficialAccount
    icon = "site"
    menu_label = _("Official accounts")
    list_display = ["name", "platform", "agency", BooleanColumn("is_public", label=_("Public")), "valid_to"]
    list_export = ["name", "platform", "agency", "url", "language", "valid_from", "valid_to"]
    filterset_class = OfficialAccountFilterSet
    search_fields = ["name", "url", "agency__name_vi"]
    edit_handler = ObjectList(
        [
            FieldPanel("agency"),
            FieldRowPanel([FieldPanel("platform"), FieldPanel("name")]),
            FieldPanel("url"),
            FieldPanel("language"),
            VALIDITY,
        ],
        base_form_class=ListedForm,
    )


class PressOrganisationFilterSet(DatedFilterSet):
    """By day and kind."""

    class Meta:
        model = PressOrganisation
        fields = ["kind"]


class PressOrganisationViewSet(SnippetViewSet):
    """Press that measures name."""

    model = PressOrganisation
    icon = "openquote"
    menu_label = _("Press organisations")
    list_display = ["name", "kind", "country", "licence", "valid_to"]
    list_export = ["name", "kind", "country", "licence", "website", "phone", "email", "valid_from", "valid_to"]
    filterset_class = PressOrganisationFilterSet
    search_fields = ["name", "country", "licence"]
    inspect_view_enabled = True
    search_backend_name = None
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
        FieldRowPanel([FieldPanel("country"), FieldPanel("licence")]),
        FieldPanel("website"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        VALIDITY,
    ]


class RegistryGroup(SnippetViewSetGroup):
    """The registers, in one entry of the menu."""

    items = (SpokespersonViewSet, DelegationViewSet, OfficialAccountViewSet, PressOrganisationViewSet)
    menu_label = _("Registers")
    menu_icon = "list-ul"
    menu_name = "registers"
    menu_order = 450
