"""Every way we know to show the public something nobody decided on. Each returns nothing and may be refused."""

from collections.abc import Callable
from typing import Any

WAYS: dict[str, Callable[[Any], None]] = {}


def way(function: Callable[[Any], None]) -> Callable[[Any], None]:
    """Register a way under its name."""
    assert function.__name__ not in WAYS
    WAYS[function.__name__] = function
    return function
