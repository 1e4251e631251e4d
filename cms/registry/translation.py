"""Which words of the registers are kept in every language."""

from modeltranslation.translator import TranslationOptions, register

from .models import Spokesperson


@register(Spokesperson)
class SpokespersonWords(TranslationOptions):
    """A position is read in every language; a name is a name."""

    fields = ("position",)
    required_languages = ("vi",)
