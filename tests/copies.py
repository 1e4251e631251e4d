"""A copy of the test database for tests that commit: what they leave behind goes with it."""

from contextlib import contextmanager

from django.core.cache import cache
from django.db import connection


@contextmanager
def own_copy(blocker, suffix):
    """A PostgreSQL database of its own, as the migrations left it, where other connections see what is committed."""
    name = connection.settings_dict["NAME"]
    copy = f"{name}_{suffix}"
    with blocker.unblock():
        connection.close()
        of_the_server(f"DROP DATABASE IF EXISTS {copy}", f"CREATE DATABASE {copy} TEMPLATE {name}")
        connection.settings_dict["NAME"] = copy
        cache.clear()
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict["NAME"] = name
            of_the_server(f"DROP DATABASE {copy} WITH (FORCE)")
            cache.clear()


def of_the_server(*statements):
    with connection._nodb_cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
