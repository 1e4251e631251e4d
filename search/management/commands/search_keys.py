from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search import keys
from search.engines import EngineFailedError


class Command(BaseCommand):
    """Make the two keys that processes need, each for what it may do."""

    help = "Makes a key for the public face (reads what is public) and one for the internal face; prints both once."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(f"Public face:   HAIDANG_ELASTICSEARCH_API_KEY={keys.reader_of_public()}")
            self.stdout.write(f"Internal face: HAIDANG_ELASTICSEARCH_API_KEY={keys.writer()}")
        except EngineFailedError as error:
            raise CommandError(str(error)) from error
