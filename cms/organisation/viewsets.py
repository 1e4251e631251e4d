"""The lists of territories, agencies, functions and official names."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cms.core.filters import DatedFilterSet
from cms.core.panels import language_tabs
from cms.core.views import ListServiceCreateView
from cms.core.viewsets import ListViewSet

from .forms import AgencySuccessionForm, FunctionAssignmentForm
from .models import (
    AdministrativeUnit,
    Agency,
    AgencySuccession,
    AgencyTerm,
    FunctionAssignment,
    UnitSuccession,
)

VALIDITY = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]), FieldPanel("legal_basis")],
    heading=_("Validity"),
)


def general(*panels: object) -> ObjectList:
    return ObjectList(list(panels), heading=_("General"))


class AdministrativeUnitFilterSet(DatedFilterSet):
    """By day, tier and parent."""

    class Meta:
        model = AdministrativeUnit
        fields = ["level", "parent"]


class AdministrativeUnitViewSet(ListViewSet):
    """Territories."""

    model = AdministrativeUnit
    icon = "globe"
    menu_label = _("Administrative units")
    list_display = ["name", "code", "level", "parent", "valid_from", "valid_to"]
    list_export = ["code", "name_vi", "name_en", "level", "parent", "valid_from", "valid_to", "legal_basis"]
    filterset_class = AdministrativeUnitFilterSet
    search_backend_name = None
    search_fields = ["name_vi", "name_en", "code"]
    inspect_view_enabled = True
    edit_handler = TabbedInterface(
        [general(FieldPanel("code"), FieldPanel("level"), FieldPanel("parent"), VALIDITY), *language_tabs("name")]
    )


class AgencyFilterSet(DatedFilterSet):
    """By day, kind, parent and territory."""

    class Meta:
        model = Agency
        fields = ["kind", "parent", "home_unit"]


class AgencyViewSet(ListViewSet):
    """Agencies."""

    model = Agency
    icon = "group"
    menu_label = _("Agencies")
    list_display = ["name", "eid", "kind", "parent", "valid_from", "valid_to"]
    list_export = ["eid", "name_vi", "name_en", "short_name", "kind", "parent", "valid_from", "valid_to", "legal_basis"]
    filterset_class = AgencyFilterSet
    search_backend_name = None
    search_fields = ["name_vi", "name_en", "short_name", "eid"]
    inspect_view_enabled = True
    edit_handler = TabbedInterface(
        [
            general(
                FieldRowPanel([FieldPanel("eid"), FieldPanel("short_name")]),
                FieldPanel("kind"),
                FieldPanel("parent"),
                FieldPanel("home_unit"),
                VALIDITY,
                MultiFieldPanel(
                    [FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]), FieldPanel("security_contact")],
                    heading=_("Contact"),
                ),
                FieldRowPanel([FieldPanel("seat_quota"), FieldPanel("approve_quota")], heading=_("Seats")),
                FieldPanel("alt_ids"),
            ),
            *language_tabs("name"),
        ]
    )


class FunctionAssignmentFilterSet(DatedFilterSet):
    """By day, function and agency."""

    class Meta:
        model = FunctionAssignment
        fields = ["function", "agency"]


class FunctionAssignmentViewSet(ListViewSet):
    """Who holds which function."""

    model = FunctionAssignment
    icon = "tasks"
    menu_label = _("Functions")
    list_display = ["function", "agency", "valid_from", "valid_to", "legal_basis"]
    list_export = ["function", "agency", "valid_from", "valid_to", "legal_basis"]
    filterset_class = FunctionAssignmentFilterSet
    search_fields = ["agency__name_vi", "agency__name_en", "legal_basis"]
    inspect_view_enabled = True
    copy_view_enabled = False
    add_view_class = ListServiceCreateView
    edit_handler = ObjectList(
        [FieldPanel("function"), FieldPanel("agency"), VALIDITY], base_form_class=FunctionAssignmentForm
    )


class AgencySuccessionViewSet(ListViewSet):
    """Who follows whom among agencies."""

    model = AgencySuccession
    icon = "arrow-right"
    menu_label = _("Successions of agencies")
    list_display = ["predecessor", "successor", "kind", "function", "effective_on"]
    list_export = ["predecessor", "successor", "kind", "function", "effective_on", "legal_basis"]
    list_filter = ["kind", "function", "predecessor", "successor"]
    search_fields = ["predecessor__name_vi", "successor__name_vi", "predecessor__name_en", "successor__name_en"]
    inspect_view_enabled = True
    copy_view_enabled = False
    add_view_class = ListServiceCreateView
    edit_handler = ObjectList(
        [
            FieldPanel("predecessor"),
            FieldPanel("successor"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("effective_on")]),
            FieldPanel("function"),
            FieldPanel("legal_basis"),
        ],
        base_form_class=AgencySuccessionForm,
    )


class UnitSuccessionViewSet(ListViewSet):
    """Who follows whom among territories."""

    model = UnitSuccession
    icon = "arrow-right-full"
    menu_label = _("Successions of units")
    list_display = ["predecessor", "successor", "kind", "effective_on"]
    list_export = ["predecessor", "successor", "kind", "effective_on", "share_note", "legal_basis"]
    list_filter = ["kind", "predecessor", "successor"]
    search_fields = ["predecessor__name_vi", "successor__name_vi", "predecessor__name_en", "successor__name_en"]
    inspect_view_enabled = True
    panels = [
        FieldPanel("predecessor"),
        FieldPanel("successor"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("effective_on")]),
        FieldPanel("share_note"),
        FieldPanel("legal_basis"),
    ]


class AgencyTermFilterSet(DatedFilterSet):
    """By day."""

    class Meta:
        model = AgencyTerm
        fields: list[str] = []


class AgencyTermViewSet(ListViewSet):
    """Official names in other languages."""

    model = AgencyTerm
    icon = "openquote"
    menu_label = _("Official English names")
    list_display = ["name_vi", "name_en", "valid_from", "valid_to", "legal_basis"]
    list_export = ["name_vi", "name_en", "valid_from", "valid_to", "legal_basis"]
    filterset_class = AgencyTermFilterSet
    search_fields = ["name_vi", "name_en"]
    inspect_view_enabled = True
    edit_handler = TabbedInterface([general(VALIDITY), *language_tabs("name")])


class OrganisationGroup(SnippetViewSetGroup):
    """Everything about the organisation, in one entry of the menu."""

    items = (
        AgencyViewSet,
        FunctionAssignmentViewSet,
        AgencySuccessionViewSet,
        AgencyTermViewSet,
        AdministrativeUnitViewSet,
        UnitSuccessionViewSet,
    )
    menu_label = _("Organisation")
    menu_icon = "group"
    menu_name = "organisation"
    menu_order = 500
