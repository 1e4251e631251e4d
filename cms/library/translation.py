"""Which words of a picture exist in every language."""

from modeltranslation.translator import TranslationOptions, register

from .models import ArchiveImage


@register(ArchiveImage)
class ArchiveImageTranslation(TranslationOptions):
    """What stands under the picture, and what is read aloud in its place."""

    fields = ("alt_text", "caption", "credit")
