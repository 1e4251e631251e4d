"""Pictures in a page: only what was made at approval, in every width and format a browser may ask for."""

from typing import Any

from django import template

from .. import renditions
from ..models import ArchiveImage

register = template.Library()
TYPES = {"avif": "image/avif", "webp": "image/webp"}


@register.inclusion_tag("components/picture.html", takes_context=True)
def picture(context: Any, image: ArchiveImage | None, sizes: str = "100vw", **options: Any) -> dict[str, Any]:
    """`{% picture image sizes="75vw" class="wide" alt="…" lead=True %}`; nothing where no rendition is ready."""
    ready = copies(image, context.get("request")) if image else {}
    jpegs = sources(ready, "jpeg")
    alt = options.pop("alt", None)
    return {
        "image": image,
        "fallback": jpegs[min(1, len(jpegs) - 1)] if jpegs else None,
        "srcset": srcset(jpegs),
        "sources": [(TYPES[kind], srcset(sources(ready, kind))) for kind in TYPES if sources(ready, kind)],
        "sizes": sizes,
        "alt": (image.alt_text if image else "") if alt is None else alt,
        "lead": options.pop("lead", False),
        "css": options.pop("class", ""),
    }


def copies(image: ArchiveImage, request: Any) -> dict[str, Any]:
    """What was made at approval. Those who judge a draft see its picture too: for their preview it is made at once."""
    ready = image.ready_renditions()
    if not ready and getattr(request, "is_preview", False) and renditions.make(image):
        return {copy.filter_spec: copy for copy in type(image).objects.get(pk=image.pk).renditions.all()}
    return ready


@register.simple_tag
def rendition_url(image: ArchiveImage | None, width: int = 1600, file_format: str = "jpeg") -> str:
    """The address of the widest ready rendition up to a width; empty when none is ready."""
    ready = sources(image.ready_renditions(), file_format) if image else []
    fitting = [rendition for rendition in ready if rendition.width <= width] or ready[:1]
    return fitting[-1].url if fitting else ""


def sources(ready: dict[str, Any], file_format: str) -> list[Any]:
    """Ready renditions of a format, narrowest first."""
    found = [rendition for name, rendition in ready.items() if name.endswith(f"|format-{file_format}")]
    return sorted(found, key=lambda rendition: rendition.width)


def srcset(renditions: list[Any]) -> str:
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)
