import secrets
import tempfile
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.test import override_settings
from django.test.utils import setup_test_environment, teardown_test_environment

from search import bench, following
from search.bench.timings import measure
from search.engines.elastic.bench import clear


class Command(BaseCommand):
    """Measure search on made-up records, in a database and a folder that are thrown away."""

    help = "Measures search: entries built a second, results pages, saving."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--records", type=int, default=10_000)

    def handle(self, *args: Any, records: int, **options: Any) -> None:
        setup_test_environment(debug=False)
        real = bench.prepare()
        prefix = f"bench-{secrets.token_hex(4)}-"
        with (
            tempfile.TemporaryDirectory() as folder,
            override_settings(VAR_ROOT=Path(folder), ELASTICSEARCH_PREFIX=prefix),
        ):
            for line in measure(records):
                self.stdout.write(line)
                self.stdout.flush()
            clear(following.remote_engines())
        bench.clear(real)
        teardown_test_environment()
