"""Which words of the organisation are kept in every language."""

from modeltranslation.translator import TranslationOptions, register

from .models import AdministrativeUnit, Agency, AgencyTerm


class Named(TranslationOptions):
    """A name in each language, the Vietnamese one required."""

    fields = ("name",)
    required_languages = ("vi",)


@register(AdministrativeUnit)
class UnitNames(Named):
    """Names of territories."""


@register(Agency)
class AgencyNames(Named):
    """Names of agencies."""


@register(AgencyTerm)
class AgencyTermNames(TranslationOptions):
    """An official name is of use in Vietnamese and English at least."""

    fields = ("name",)
    required_languages = ("vi", "en")
