"""Is this file a picture that the archive can keep? A sentence for every reason why not."""

from __future__ import annotations

import warnings
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

SAME = {"jpg": "jpeg", "tif": "tiff", "mpo": "jpeg"}


def check(file: Any) -> None:
    """Raises ValidationError unless the file is what its name says, whole, and not too large."""
    check_name_and_size(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            look_inside(file)
    except (UnidentifiedImageError, Image.DecompressionBombError, SyntaxError, ValueError) as error:
        raise ValidationError(_("This is not a picture, whatever its name says.")) from error
    except OSError as error:
        raise ValidationError(_("The picture is damaged or cut off: send the file again.")) from error
    finally:
        file.seek(0)


def check_name_and_size(file: Any) -> None:
    if kind(file) not in settings.WAGTAILIMAGES_EXTENSIONS:
        known = ", ".join(settings.WAGTAILIMAGES_EXTENSIONS)
        raise ValidationError(_("Files of this kind are not kept as pictures. Kept are: %(kinds)s.") % {"kinds": known})
    if file.size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        sizes = {
            "size": filesizeformat(file.size),
            "most": filesizeformat(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE),
        }
        raise ValidationError(_("The file has %(size)s; at most %(most)s are kept.") % sizes)


def look_inside(file: Any) -> None:
    """Decode it, small where the format allows, so that a cut-off file is noticed before anybody relies on it."""
    file.seek(0)
    with Image.open(file) as picture:
        found = (picture.format or "").lower()
        if SAME.get(found, found) != SAME.get(kind(file), kind(file)):
            raise ValidationError(
                _("The name says .%(name)s, but inside is %(found)s.") % {"name": kind(file), "found": found}
            )
        width, height = picture.size
        if width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
            raise ValidationError(
                _("The picture has too many pixels: %(width)d × %(height)d.") % {"width": width, "height": height}
            )
        picture.draft("RGB", (width // 8, height // 8))
        picture.load()


def kind(file: Any) -> str:
    return PurePath(file.name).suffix.lower().removeprefix(".")
