"""Which words of this app's records exist in every language."""

from modeltranslation.translator import TranslationOptions, register

from .models import ChecklistLine


@register(ChecklistLine)
class ChecklistLineTranslation(TranslationOptions):
    """The question, as the appraiser reads it."""

    fields = ("question",)
    required_languages = ("vi",)
