"""Archives that a real server may work in: a database, media and indexes of their own, thrown away afterwards.

A server answers in other threads, so that nothing it does can be rolled back. Instead it works in a copy, and the
database of all other tests stays as it is.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.test import override_settings


@dataclass(frozen=True)
class Place:
    """A folder in which one archive lives."""

    folder: Path

    @property
    def database(self) -> str:
        is_file = connection.vendor == "sqlite"
        return str(self.folder / "archive.sqlite3") if is_file else f"browser_{self.folder.name}".replace("-", "_")

    @contextmanager
    def opened(self) -> Iterator[Place]:
        """Let this process and its threads work here."""
        media, var = self.folder / "media", self.folder / "var"
        with database(self.database), override_settings(MEDIA_ROOT=media, VAR_ROOT=var):
            forget()
            yield self
        forget()

    def copied(self, folder: Path) -> Place:
        """Another archive just like this one."""
        shutil.copytree(self.folder, folder, symlinks=True, ignore=shutil.ignore_patterns("*.sqlite3*"))
        other = Place(folder)
        with database(self.database):
            copy_database(other.database)
        return other

    def removed(self) -> None:
        if connection.vendor == "postgresql":
            with connection._nodb_cursor() as cursor:
                cursor.execute(f'DROP DATABASE IF EXISTS "{self.database}" WITH (FORCE)')
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def database(name: str) -> Iterator[None]:
    """Work on another database. Closing leaves one in memory as it is: it is put aside instead."""
    connection.close()
    own, aside = connection.settings_dict["NAME"], connection.connection
    connection.settings_dict["NAME"], connection.connection = name, None
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"], connection.connection = own, aside


def copy_database(target: str) -> None:
    """Copy the database that this process works on, whole."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(target)) as file:
            connection.connection.backup(file)
        return
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{connection.settings_dict["NAME"]}"')


def forget() -> None:
    """What was remembered of another archive is not true of this one."""
    cache.clear()
    ContentType.objects.clear_cache()
