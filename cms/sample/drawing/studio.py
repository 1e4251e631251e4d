"""Draw one picture, or save it with its caption and credit inside."""

from pathlib import Path

from PIL import Image

from cms.sample.drawing.captions import Caption
from cms.sample.drawing.metadata import exif, iptc, xmp
from cms.sample.drawing.scenes import SCENES
from cms.sample.drawing.sheet import FULL_SCALE

QUALITY = 85


def draw(name: str, *, scale: float = FULL_SCALE) -> Image.Image:
    """Draw the picture of this name; at the full scale its long side has 2400 pixels."""
    return SCENES[name].draw(scale)


def save(name: str, path: Path, caption: Caption, *, scale: float = FULL_SCALE) -> Path:
    """Draw a picture and write it as a JPEG that carries its own caption, credit and rights."""
    picture = draw(name, scale=scale)
    picture.save(path, "JPEG", quality=QUALITY, dpi=(300, 300), exif=exif(caption), xmp=xmp(caption))
    path.write_bytes(with_iptc(path.read_bytes(), iptc(caption)))
    return path


def with_iptc(jpeg: bytes, record: bytes) -> bytes:
    """Put the IPTC segment behind the segments that open the file, where readers look for it."""
    place = 2
    while jpeg[place] == 0xFF and 0xE0 <= jpeg[place + 1] <= 0xEF:
        place += 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
    return jpeg[:place] + record + jpeg[place:]
