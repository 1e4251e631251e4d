from datetime import date
from unicodedata import is_normalized

import pytest
from PIL import ExifTags, Image, IptcImagePlugin

from cms.sample.drawing import captions, draw, save
from cms.sample.drawing.scenes import SCENES

SMALL = 0.1
NAMES = sorted(SCENES)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """One small picture on disk, as a camera or an agency would send it."""
    caption = captions()["dam-pha"]
    return save(caption.name, tmp_path_factory.mktemp("pictures") / "dam-pha.jpg", caption, scale=SMALL)


def test_every_caption_has_a_scene_and_every_scene_a_caption():
    assert sorted(captions()) == NAMES
    assert len(NAMES) == 24


def test_at_least_five_pictures_stand_upright():
    assert sum(scene.upright for scene in SCENES.values()) >= 5


@pytest.mark.parametrize("name", NAMES)
def test_a_scene_fills_its_sheet(name):
    picture = draw(name, scale=SMALL)

    assert picture.mode == "RGB"
    assert picture.size == ((107, 160) if SCENES[name].upright else (160, 107))
    assert len(picture.getcolors(maxcolors=20_000)) > 500


@pytest.mark.parametrize(("name", "size"), [("dien-gio", (2400, 1600)), ("song-trong-hang", (1600, 2400))])
def test_a_picture_is_drawn_2400_pixels_long(name, size):
    assert draw(name).size == size


def test_drawing_twice_gives_the_same_file(printed, tmp_path):
    again = save("dam-pha", tmp_path / "again.jpg", captions()["dam-pha"], scale=SMALL)

    assert again.read_bytes() == printed.read_bytes()


def test_the_press_reads_the_caption_from_iptc(printed):
    caption = captions()["dam-pha"]

    with Image.open(printed) as picture:
        record = IptcImagePlugin.getiptcinfo(picture)

    assert record[(1, 90)] == b"\x1b%G"
    assert record[(2, 120)].decode() == caption.caption_vi
    assert record[(2, 105)].decode() == caption.title_vi
    assert record[(2, 80)].decode() == "Hải Đăng"
    assert record[(2, 110)].decode() == caption.credit_vi
    assert record[(2, 90)].decode() == caption.place
    assert record[(2, 55)] == b"20250422"
    assert record[(2, 95)].decode() == "Tỉnh mẫu"
    assert "Minh họa mẫu" in record[(2, 116)].decode()


def test_both_languages_are_read_from_xmp(printed):
    caption = captions()["dam-pha"]

    with Image.open(printed) as picture:
        described = picture.getxmp()["xmpmeta"]["RDF"]["Description"]

    assert _by_language(described["description"]) == {"vi": caption.caption_vi, "en": caption.caption_en}
    assert _by_language(described["title"]) == {"vi": caption.title_vi, "en": caption.title_en}
    assert set(_by_language(described["rights"])) == set(_by_language(described["UsageTerms"])) == {"vi", "en"}
    assert described["creator"]["Seq"]["li"] == "Hải Đăng"
    assert described["Credit"] == caption.credit_vi
    assert described["DateCreated"] == "2025-04-22"


def _by_language(alternatives):
    texts = {item["lang"]: item["text"] for item in alternatives["Alt"]["li"]}
    assert texts.pop("x-default") == texts["vi"]
    return texts


def test_viewers_read_artist_and_rights_from_exif(printed):
    with Image.open(printed) as picture:
        tags = picture.getexif()

    # EXIF knows no encoding: Pillow reads its text byte by byte.
    read = {tag: tags[tag].encode("latin-1").decode() for tag in (ExifTags.Base.Artist, ExifTags.Base.Copyright)}
    assert read[ExifTags.Base.Artist] == "Hải Đăng"
    assert read[ExifTags.Base.Copyright].startswith("Minh họa mẫu")


@pytest.mark.parametrize("caption", captions().values(), ids=lambda caption: caption.name)
def test_a_caption_says_that_it_is_a_sample(caption):
    assert caption.caption_vi.endswith("(minh họa mẫu).")
    assert caption.caption_en.endswith("(sample illustration).")
    assert caption.theme in {"land", "people", "history", "culture"}
    assert date(2024, 1, 10) <= caption.taken <= date(2026, 10, 30)
    assert all(is_normalized("NFC", str(text)) for text in vars(caption).values())


@pytest.mark.parametrize("caption", captions().values(), ids=lambda caption: caption.name)
def test_no_text_is_cut_short_inside_the_file(caption):
    assert len(caption.place.encode()) <= 32
    assert len(caption.credit_vi.encode()) <= 32
    assert len(caption.title_vi.encode()) <= 64
