"""Which words about people are kept in every language."""

from modeltranslation.translator import TranslationOptions, register

from .models import SeatAssignment


@register(SeatAssignment)
class SeatAssignmentWords(TranslationOptions):
    """The position, as a credit line names it."""

    fields = ("position",)
