"""One thing that an item still lacks."""

from typing import NamedTuple


class Missing(NamedTuple):
    """The field, and a sentence that says what to give; the editor links to the field."""

    field: str
    message: str
