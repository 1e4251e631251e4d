"""The last part of a page's address: ASCII, readable, and free below its section."""

from __future__ import annotations

from typing import Any

from django.utils.text import slugify


def slug_of(title: str) -> str:
    """“Đèn biển” is “den-bien”: đ becomes d, and marks are dropped."""
    return slugify(title.replace("đ", "d").replace("Đ", "D"))


def free_slug(parent: Any, title: str, otherwise: str = "trang") -> str:
    """An address that no other page below the parent has."""
    base = slug_of(title)[:240] or otherwise
    taken = set(parent.get_children().filter(slug__startswith=base).values_list("slug", flat=True))
    numbers = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(slug for slug in numbers if slug not in taken)
