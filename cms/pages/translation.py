"""Which words of the taxonomies exist in every language."""

from modeltranslation.translator import TranslationOptions, register

from .models import FieldOfManagement, Theme


@register([Theme, FieldOfManagement])
class TermTranslation(TranslationOptions):
    """What readers and editors see."""

    fields = ("name", "description")
    required_languages = ("vi",)
