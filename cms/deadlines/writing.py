"""Many small rows at once: a round of reminders writes hundreds of thousands, and as models that takes five times as
long."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import connection
from django.db.models import Model


def insert(
    model: type[Model], names: tuple[str, ...], rows: list[tuple[Any, ...]], **moments: datetime.datetime
) -> None:
    """Write rows of plain values into these fields of a model's table, with moments that all of them share.

    The table's constraints hold as ever; the names come from our own models, the values go as parameters.
    """
    if not rows:
        return
    fields: list[Any] = [model._meta.get_field(name) for name in (*names, *moments)]
    columns = [field.column for field in fields]
    quoted = ", ".join(map(connection.ops.quote_name, columns))
    table, places = connection.ops.quote_name(model._meta.db_table), ", ".join(["%s"] * len(columns))
    shared = tuple(map(connection.ops.adapt_datetimefield_value, moments.values()))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({places})", [row + shared for row in rows])  # noqa: S608
