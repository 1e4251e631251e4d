"""Files that an officer chooses from a folder: good ones, and some that only look like pictures."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw


def photograph(name: str, hue: int = 200) -> dict[str, Any]:
    """A small JPEG: a sun over water."""
    picture = Image.new("RGB", (720, 480), f"hsl({hue}, 45%, 70%)")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((300, 120, 420, 240), fill=f"hsl({(hue + 180) % 360}, 80%, 75%)")
    draw.rectangle((0, 300, 720, 480), fill=f"hsl({hue}, 50%, 35%)")
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=85)
    return file(name, buffer.getvalue())


def truncated(name: str) -> dict[str, Any]:
    """A photograph whose transfer broke off half-way."""
    whole = photograph(name)["buffer"]
    return file(name, whole[: len(whole) // 2])


def letter(name: str) -> dict[str, Any]:
    """A text that calls itself a picture."""
    return file(name, "Kính gửi: Sở Ngoại vụ".encode() * 40)


def file(name: str, content: bytes) -> dict[str, Any]:
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}
