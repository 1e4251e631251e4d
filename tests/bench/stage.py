"""Fill the archive that is measured, once."""

from django.core.management import call_command

from cms.moderation.choices import State
from cms.moderation.models import ItemStatus
from cms.organisation.models import Agency
from cms.pages.models import ArticlePage, HomePage
from tests.bench.waiting import hand_in


def fill(records: int, waiting: int) -> None:
    """The sample archive, so many published records on top, and so many items waiting in the queue."""
    call_command("compile_catalogues", verbosity=0)
    call_command("migrate", verbosity=0)
    if not HomePage.objects.exists():
        call_command("load_sample", verbosity=0)
    missing = records - ItemStatus.objects.filter(state=State.PUBLISHED).count()
    if missing > 0:
        call_command("generate_archive", records=missing)
    still = waiting - ItemStatus.objects.waiting().count()
    if still > 0:
        hand_in(still)
    print(f"{ArticlePage.objects.count()} articles, {Agency.objects.count()} agencies, {waiting} waiting items")
