"""`manage.py check --database default` says so when the database's own guards are gone."""

from typing import Any

from django.core.checks import Tags, Warning, register
from django.db import connection

from . import triggers
from .models import Decision


@register(Tags.database)
def guards_stand(databases: Any = None, **kwargs: Any) -> list[Warning]:
    """A missing trigger means that SQL could make something public. A warning, since migrate itself is the cure."""
    is_set_up = databases and Decision._meta.db_table in connection.introspection.table_names()
    absent = triggers.missing() if is_set_up else set()
    return [Warning(f"Trigger {name} is missing: run migrate.", id="moderation.W001") for name in sorted(absent)]
