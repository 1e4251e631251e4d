"""Letters that nobody waits for."""

from django_tasks import task

from . import letters
from .models import SavedSearch


@task()
def ask_to_confirm(number: int) -> None:
    """Write to an address whose owner has not yet said yes."""
    saved = SavedSearch.objects.filter(pk=number, confirmed_at=None).first()
    if saved:
        letters.confirmation(saved).send()
