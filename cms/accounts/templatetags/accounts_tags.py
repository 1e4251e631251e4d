"""What the pages at the door ask."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def contact_email() -> str:
    """Whom to ask about accounts."""
    return settings.CONTACT_EMAIL
