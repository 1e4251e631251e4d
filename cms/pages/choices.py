"""The words by which records are sorted."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TopicClass(models.TextChoices):
    """Decree 72/2015, Đ6: what kind of foreign information a record is."""

    OFFICIAL = "official", _("Official information")
    PROMOTION = "promotion", _("Image promotion")
    CLARIFICATION = "clarification", _("Explanation and clarification")
    WORLD_SITUATION = "world_situation", _("World situation")


class ArticleKind(models.TextChoices):
    """What an article is."""

    NEWS = "news", _("News")
    ARTICLE = "article", _("Article")
    OP_ED = "op_ed", _("Opinion")
    TRANSLATION = "translation", _("Translated article")


class Precision(models.TextChoices):
    """How exactly the day of an activity is known."""

    DAY = "day", _("The day is known")
    MONTH = "month", _("Only the month is known")
    YEAR = "year", _("Only the year is known")


class Validity(models.TextChoices):
    """Whether a legal document is in force. What nobody has checked is unknown, never guessed."""

    UNKNOWN = "unknown", _("Not checked")
    IN_FORCE = "in_force", _("In force")
    PARTLY = "partly", _("Partly in force")
    EXPIRED = "expired", _("No longer in force")
    REPLACED = "replaced", _("Replaced")


class HelpAudience(models.TextChoices):
    """For whom a help page is written."""

    EVERYBODY = "everybody", _("Everybody")
    OFFICER = "officer", _("Communications officers")
    LEAD = "lead", _("Agency leads")
    MODERATOR = "moderator", _("Moderators")
    DIRECTOR = "director", _("Directors")


class Verdict(models.TextChoices):
    """What is wrong with what was said."""

    FALSE = "false", _("False")
    MISLEADING = "misleading", _("Misleading")
    OUT_OF_CONTEXT = "out_of_context", _("Out of context")
    UNPROVEN = "unproven", _("Unproven")


class Standing(models.TextChoices):
    """Whether a public statement still holds."""

    CURRENT = "current", _("It holds")
    PAUSED = "paused", _("Paused while it is being checked")
    SUPERSEDED = "superseded", _("Superseded by a later statement")
