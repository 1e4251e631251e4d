"""Measure speed and memory of the archive: `make bench`, or `python -m tests.bench --records 10000`.

Nothing here passes or fails: figures are printed with this machine's own baseline beside them. A database of its own is
made below var/bench and kept, so that a second run measures at once.
"""

import argparse
import multiprocessing
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRATCH = ROOT / "var" / "bench"


def prepare() -> None:
    """A database, an index and files of its own, in the settings of development."""
    sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
    SCRATCH.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("HAIDANG_DATABASE_URL", f"sqlite:///{SCRATCH / 'bench.sqlite3'}")
    os.environ.update(HAIDANG_VAR_ROOT=str(SCRATCH), HAIDANG_MEDIA_ROOT=str(SCRATCH / "media"))
    os.environ.update(DJANGO_SETTINGS_MODULE="config.settings.dev", HAIDANG_DEBUG="false")

    import django  # the settings above must be in place first

    django.setup()


def fill(records: int, waiting: int) -> None:
    """In a process of its own, so that the one which is measured holds what a web process holds."""
    prepare()
    from tests.bench import stage

    stage.fill(records, waiting)


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000, help="published records in the archive")
    parser.add_argument("--waiting", type=int, default=5_000, help="items waiting in the queue")
    parser.add_argument("--rounds", type=int, default=30, help="times each thing is measured")
    return parser.parse_args()


def main() -> None:
    options = asked()
    filling = multiprocessing.get_context("fork").Process(target=fill, args=(options.records, options.waiting))
    filling.start()
    filling.join()
    if filling.exitcode:
        sys.exit(filling.exitcode)
    prepare()
    from tests.bench import machine, measures  # these need Django

    print(machine.described())
    for title, rows in measures.all_of(options.rounds):
        print(f"\n{title}")
        for row in rows:
            print(f"  {row}")


if __name__ == "__main__":
    main()
