"""From a database address to Django's setting: SQLite is embedded, PostgreSQL is production's."""

from typing import Any
from urllib.parse import unquote, urlsplit

SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"


def database(url: str) -> dict[str, Any]:
    """Django's setting for an address such as postgresql://user@127.0.0.1/haidang or sqlite:///var/haidang.sqlite3."""
    parts = urlsplit(url)
    return postgresql(parts) if parts.scheme.startswith("postgres") else sqlite(url)


def sqlite(url: str) -> dict[str, Any]:
    """Writers queue for 20 seconds instead of failing: every transaction takes the write lock at its start."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": url.removeprefix("sqlite:///"),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS},
    }


def postgresql(parts: Any) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 60,
    }
