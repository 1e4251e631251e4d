"""How fast search is, on a database of its own that is thrown away: made-up records, real screens."""

from django.db import connection


def prepare() -> str:
    """A database of its own, in memory or beside the real one; its old name is given back."""
    real = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    return real


def clear(real: str) -> None:
    connection.creation.destroy_test_db(real, verbosity=0)
