"""What the public is served: three widths in three formats, decoded once, never cropped, without the camera's data."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image, ImageCms, ImageOps

from .models import ArchiveImage, ArchiveRendition

WIDTHS = (480, 960, 1600)
FORMATS = {
    "avif": {"quality": 58, "speed": 9},
    "webp": {"quality": 80, "method": 3},
    "jpeg": {"quality": 84, "progressive": True, "optimize": True},
}


def spec(width: int, file_format: str) -> str:
    """The name of a rendition, in Wagtail's language of filters."""
    return f"width-{width}|format-{file_format}"


def widths_for(image: ArchiveImage) -> list[int]:
    """A picture is never enlarged; a small one keeps its own width as the largest."""
    fitting = [width for width in WIDTHS if width < image.width]
    return fitting if len(fitting) == len(WIDTHS) else [*fitting, min(image.width, WIDTHS[-1])]


def make(image: ArchiveImage) -> int:
    """Make what is missing of an image's renditions; returns how many were made."""
    ready = image.ready_renditions()
    wanted = [(w, f) for w in reversed(widths_for(image)) for f in FORMATS if spec(w, f) not in ready]
    if not wanted:
        return 0
    ArchiveRendition.objects.bulk_create(stored(image, wanted))
    return len(wanted)


def stored(image: ArchiveImage, wanted: list[tuple[int, str]]) -> list[ArchiveRendition]:
    """Write these renditions to the storage; their rows are not saved. Asks the database nothing."""
    return [row(image, *made) for made in encoded(image, wanted)]


def row(image: ArchiveImage, kind: tuple[int, str], data: bytes, size: tuple[int, int]) -> ArchiveRendition:
    """The file is handed over by its name, because a row that saves a file decodes it again to see how large it is."""
    facts = {"image": image, "filter_spec": spec(*kind), "focal_point_key": "", "width": size[0], "height": size[1]}
    field: Any = ArchiveRendition._meta.get_field("file")
    width, file_format = kind
    name = field.generate_filename(ArchiveRendition(**facts), f"{image.pk}-{width}.{file_format}")
    return ArchiveRendition(**facts, file=field.storage.save(name, ContentFile(data)))


def encoded(
    image: ArchiveImage, wanted: list[tuple[int, str]]
) -> Iterator[tuple[tuple[int, str], bytes, tuple[int, int]]]:
    """Each wanted width and format as bytes, with its size in pixels; widest first, each made from the one before."""
    with image.open_file() as file:
        picture = opened(file, max(width for width, _format in wanted))
    for width, file_format in wanted:
        if picture.width != width:
            picture = picture.resize((width, round(width * picture.height / picture.width)), Image.Resampling.LANCZOS)
        buffer = BytesIO()
        picture.save(buffer, file_format.upper(), **FORMATS[file_format])
        yield (width, file_format), buffer.getvalue(), picture.size


def opened(file: Any, width: int) -> Image.Image:
    """The original upright and in sRGB; a JPEG is decoded no larger than needed, which is up to five times faster."""
    picture: Any = Image.open(file)
    ratio = picture.height / picture.width
    picture.draft("RGB", (width, round(width * ratio)))
    profile = picture.info.get("icc_profile")
    picture = ImageOps.exif_transpose(picture)
    return in_srgb(picture, profile)


def in_srgb(picture: Any, profile: bytes | None) -> Any:
    """Colours as every screen understands them; what has no profile is taken as sRGB already."""
    if profile and picture.mode in ("RGB", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except ImageCms.PyCMSError:
            pass  # A broken profile is no reason to show nothing.
    if picture.mode in ("RGBA", "LA", "P"):
        ground = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(ground, picture.convert("RGBA")).convert("RGB")
    return picture.convert("RGB")
