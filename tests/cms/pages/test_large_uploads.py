"""Files as large as people send them, streamed so that neither the sender nor the archive holds them in memory."""

import io
import resource
from itertools import chain

import pytest
from django.conf import settings as django_settings
from django.urls import reverse
from PIL import Image

from cms.library.models import ArchiveImage
from cms.pages.models import ImageRecordPage
from tests.cms.moderation.test_queue import signed_in
from tests.cms.pages.test_upload import shared

pytestmark = pytest.mark.django_db
MEGABYTE = 1024 * 1024
LARGE = 210 * MEGABYTE
BOUNDARY = "----a-boundary-that-no-picture-holds"


class Sending(io.RawIOBase):
    """A form as a browser sends it, made while it is read: the words, then one file filled up with zeros."""

    def __init__(self, words, field, beginning, size):
        parts = [part(f'name="{name}"', f"{value}\r\n".encode()) for name, value in words]
        parts.append(part(f'name="{field}"; filename="Ruong muoi.jpg"', beginning))
        last = f"\r\n--{BOUNDARY}--\r\n".encode()
        self.length = sum(map(len, parts)) + size - len(beginning) + len(last)
        self.pieces = chain(parts, zeros(size - len(beginning)), [last])
        self.rest = b""

    def readable(self):
        return True

    def readinto(self, buffer):
        self.rest = self.rest or next(self.pieces, b"")
        found, self.rest = self.rest[: len(buffer)], self.rest[len(buffer) :]
        buffer[: len(found)] = found
        return len(found)


def zeros(number):
    while number:
        piece = min(MEGABYTE, number)
        number -= piece
        yield bytes(piece)


def part(name, content):
    kind = "Content-Type: image/jpeg\r\n" if "filename" in name else ""
    return f"--{BOUNDARY}\r\nContent-Disposition: form-data; {name}\r\n{kind}\r\n".encode() + content


def picture():
    buffer = io.BytesIO()
    Image.effect_noise((900, 600), 60).convert("RGB").save(buffer, "JPEG")
    return buffer.getvalue()


def pairs(words):
    """Each name with each of its values."""
    return [(name, each) for name, value in words.items() for each in (value if isinstance(value, list) else [value])]


def send(user, address, words, field, size):
    form = Sending(pairs(words), field, picture(), size)
    told = {"CONTENT_TYPE": f"multipart/form-data; boundary={BOUNDARY}", "CONTENT_LENGTH": str(form.length)}
    return signed_in(user).generic("POST", address, b"", **told, **{"wsgi.input": io.BufferedReader(form)})


def files_in(*folders):
    return [path.name for folder in folders for path in folder.rglob("*") if path.is_file()]


def peak_of_memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


@pytest.fixture
def folders(settings, tmp_path):
    """Where files come in, and where they are kept."""
    incoming, media = tmp_path / "incoming", tmp_path / "media"
    incoming.mkdir()
    media.mkdir()
    settings.FILE_UPLOAD_TEMP_DIR, settings.MEDIA_ROOT = str(incoming), media
    return incoming, media


@pytest.mark.parametrize(
    "name, field, sentence",
    [
        ("upload_pictures", "files", "The file has 210.0\xa0MB; at most 40.0\xa0MB are kept."),
        ("wagtailimages:add", "file", "This file is too big (210.0\xa0MB)"),
        ("wagtailimages:add_multiple", "files[]", "This file is too big (210.0\xa0MB)"),
    ],
)
def test_a_file_of_210_megabytes_is_refused_by_its_size_and_leaves_nothing_behind(
    world, folders, name, field, sentence
):
    words = shared(world) if name == "upload_pictures" else {"title": "Ruộng muối"}
    before = peak_of_memory()

    answer = send(world.contributor, reverse(name), words, field, LARGE)

    assert sentence in answer.content.decode().replace("\\u00a0", "\xa0")
    assert files_in(*folders) == []
    assert not ImageRecordPage.objects.exists()
    assert not ArchiveImage.objects.exists()
    assert peak_of_memory() - before < 60 * MEGABYTE


def test_a_picture_just_below_the_limit_is_kept_whole(world, folders):
    incoming, media = folders
    size = django_settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE - 1

    answer = send(world.contributor, reverse("upload_pictures"), shared(world), "files", size)

    assert answer.status_code == 302
    record = ImageRecordPage.objects.get()
    assert record.image.file.size == size
    assert files_in(incoming) == []


def test_one_byte_more_is_refused(world, folders):
    size = django_settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE + 1

    answer = send(world.contributor, reverse("upload_pictures"), shared(world), "files", size)

    assert "are kept." in answer.content.decode()
    assert files_in(*folders) == []
