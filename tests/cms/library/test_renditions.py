"""What the public is served of a picture: the right sizes, whole, in its colours, and nothing of the camera."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from cms.library.models import ArchiveImage
from cms.library.renditions import FORMATS, WIDTHS, make, widths_for

pytestmark = pytest.mark.django_db
GPS, SERIAL = 34853, 0xA431


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def original(size=(2000, 1000), mode="RGB", file_format="JPEG", **options):
    buffer = BytesIO()
    Image.new(mode, size, "navy").save(buffer, file_format, **options)
    return ArchiveImage.objects.create(title="x", file=ContentFile(buffer.getvalue(), name=f"x.{file_format.lower()}"))


def opened(rendition):
    with rendition.file.open() as file:
        picture = Image.open(BytesIO(file.read()))
        picture.load()
    return picture


def test_every_width_is_made_in_every_format_once():
    image = original()

    assert make(image) == len(WIDTHS) * len(FORMATS)
    assert make(ArchiveImage.objects.get(pk=image.pk)) == 0


@pytest.mark.parametrize(
    "width, made", [(2000, [480, 960, 1600]), (1600, [480, 960, 1600]), (700, [480, 700]), (300, [300])]
)
def test_a_picture_is_never_enlarged(width, made):
    assert widths_for(ArchiveImage(width=width, height=100)) == made


def test_it_is_never_cropped():
    image = original(size=(1000, 333))
    make(image)

    for rendition in image.renditions.all():
        assert rendition.height == pytest.approx(rendition.width * 0.333, abs=1)


def test_neither_place_nor_serial_number_of_the_camera_leaves():
    exif = Image.Exif()
    exif[0x010F], exif[SERIAL] = "Maker", "12345"
    exif.get_ifd(GPS)[1] = "N"
    image = original(exif=exif)
    make(image)

    for rendition in image.renditions.all():
        assert not opened(rendition).getexif()
        with rendition.file.open() as file:
            assert b"12345" not in file.read()


def test_a_picture_taken_sideways_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    image = original(size=(1000, 500), exif=exif)
    make(image)

    picture = opened(image.renditions.filter(filter_spec__endswith="jpeg").first())
    assert picture.height > picture.width


@pytest.mark.parametrize("mode, file_format", [("RGBA", "PNG"), ("P", "PNG"), ("L", "JPEG"), ("CMYK", "JPEG")])
def test_every_kind_of_original_becomes_a_plain_picture(mode, file_format):
    image = original(size=(600, 400), mode=mode, file_format=file_format)
    make(image)

    assert {opened(rendition).mode for rendition in image.renditions.all()} == {"RGB"}
