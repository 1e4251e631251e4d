"""The fixed lists of the organisation: functions, kinds, levels, and how bodies follow one another."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Function(TextChoices):
    """A duty given by law; which agency holds it is dated, never written in code."""

    FOREIGN_INFO_LEAD = "FOREIGN_INFO_LEAD", _("State management of foreign information")
    FOREIGN_INFO_UNIT = "FOREIGN_INFO_UNIT", _("Unit that operates foreign information")
    ICT_SPECIALISED = "ICT_SPECIALISED", _("Specialised information technology")
    PORTAL_OPERATOR = "PORTAL_OPERATOR", _("Operation of the portal")
    SECURITY_OPERATOR = "SECURITY_OPERATOR", _("Security of the application")
    PLATFORM_MANAGER = "PLATFORM_MANAGER", _("Management of the sharing platform")
    PARTY_PROPAGANDA = "PARTY_PROPAGANDA", _("Communication and education of the Party committee")
    PPC_OFFICE = "PPC_OFFICE", _("Office of the provincial People's Committee")
    PUBLIC_SECURITY = "PUBLIC_SECURITY", _("Public security")
    FINANCE = "FINANCE", _("Finance")
    FOREIGN_AFFAIRS = "FOREIGN_AFFAIRS", _("Foreign affairs")
    REGISTRY_OVERSEAS = "REGISTRY_MANAGER:overseas", _("Registry of overseas Vietnamese")
    REGISTRY_ETHNIC = "REGISTRY_MANAGER:ethnic", _("Registry of ethnic affairs")
    REGISTRY_OFFICER = "REGISTRY_MANAGER:officer", _("Registry of officials")
    ARCHIVE = "ARCHIVE", pgettext_lazy("a function", "Archive")


class UnitLevel(TextChoices):
    """The tier of a territory."""

    PROVINCE = "province", _("province")
    CENTRAL_CITY = "central_city", _("centrally run city")
    DISTRICT_HISTORIC = "district_historic", _("district (until 2025)")
    WARD = "ward", _("ward")
    COMMUNE = "commune", _("commune")
    SPECIAL_ZONE = "special_zone", _("special zone")


class AgencyKind(TextChoices):
    """What sort of body an agency is."""

    SPECIALISED_DEPARTMENT = "specialised_dept", _("specialised department")
    PPC_OFFICE = "ppc_office", _("office of the People's Committee")
    PUBLIC_SERVICE_UNIT = "public_service_unit", _("public service unit")
    COMMUNE_COMMITTEE = "commune_pc", _("commune People's Committee")
    DISTRICT_COMMITTEE_HISTORIC = "district_pc_historic", _("district People's Committee (until 2025)")
    PARTY_BODY = "party_body", _("Party body")
    FRONT_OR_ASSOCIATION = "front_or_association", _("Front or association")
    POLICE = "police", _("public security")
    MILITARY = "military", _("military")
    CENTRAL_IN_PROVINCE = "central_in_province", _("central agency in the province")
    PRESS = "press", _("press")
    ENTERPRISE = "enterprise", _("enterprise")
    OTHER = "other", _("other")


class AgencySuccessionKind(TextChoices):
    """How one agency follows another."""

    RENAME = "rename", _("renamed")
    MERGE = "merge", _("merged")
    SPLIT = "split", _("split")
    ABSORB = "absorb", _("absorbed")


class UnitSuccessionKind(TextChoices):
    """How one territory follows another."""

    RENAME = "rename", _("renamed")
    MERGE = "merge", _("merged")
    SPLIT = "split", _("split")
    ABSORB = "absorb", _("absorbed")
    STATUS_CHANGE = "status_change", _("status changed")
    ABOLISH = "abolish", _("abolished")
