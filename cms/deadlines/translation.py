"""Which words about clocks are kept in every language."""

from modeltranslation.translator import TranslationOptions, register

from .models import DeadlineRule, Holiday


@register(DeadlineRule)
class DeadlineRuleWords(TranslationOptions):
    """What is owed, between what and what, on what ground."""

    fields = ("name", "starts_with", "ends_with", "legal_basis")


@register(Holiday)
class HolidayWords(TranslationOptions):
    """What a day is called."""

    fields = ("name",)
