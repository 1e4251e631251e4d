"""Files that come in: hashed, kept without an address, or refused in a sentence with nothing kept of them."""

import hashlib
import zipfile
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from PIL import Image, ImageEnhance, ImageOps

from cms.clarification import received, services
from cms.clarification.models import DossierFile
from cms.clarification.pictures import are_alike, picture_hash
from tests.cms.clarification.scene import bomb, cite, docx, noticed, part, pdf, upload

pytestmark = pytest.mark.django_db


def locked_pdf():
    writer = pypdf.PdfWriter()
    writer.append(BytesIO(pdf("Nội dung")))
    writer.encrypt("mat-khau", algorithm="RC4-128")
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def locked_zip():
    """A packed file whose first member says that it is enciphered."""
    data = bytearray(docx("Nội dung"))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        data[at + place] |= 1
    return bytes(data)


class Huge:
    """A file that says how large it is; nobody reads it."""

    name, size = "phim.mp4", 300 * 1024 * 1024

    def read(self, *how_much):
        raise AssertionError("a file that is too large is not read")

    seek = read


BAD = {
    "300 MB": (Huge, "300 MB"),
    "empty": (lambda: upload("trong.pdf", b""), "is empty"),
    "of no kept kind": (lambda: upload("chay.exe", b"MZ"), "of a kind that is not kept"),
    "without a suffix": (lambda: upload("tep", b"abc"), "of a kind that is not kept"),
    "old Word": (lambda: upload("cu.doc", b"\xd0\xcf\x11\xe0"), "of a kind that is not kept"),
    "named falsely": (lambda: upload("gia.pdf", b"<html>"), "not what its name says"),
    "locked PDF": (lambda: upload("khoa.pdf", locked_pdf()), "locked with a password"),
    "locked Word": (lambda: upload("khoa.docx", b"\xd0\xcf\x11\xe0" + b"x" * 50), "If a password locks it"),
    "locked member": (lambda: upload("khoa.docx", locked_zip()), "damaged, or locked"),
    "broken PDF": (lambda: upload("hong.pdf", b"%PDF-1.7\n" + b"\0" * 200), "cannot be read"),
    "broken Word": (lambda: upload("hong.docx", b"PK\x03\x04" + b"\0" * 200), "damaged"),
    "broken picture": (lambda: upload("hong.jpg", b"\xff\xd8\xff" + b"\0" * 50), "cannot be read"),
    "bomb": (lambda: upload("bom.docx", bomb(220)), "unpacks to far more"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_refused_in_a_sentence_and_nothing_is_kept(world, what, settings):
    make, sentence = BAD[what]
    dossier = noticed(world)

    with pytest.raises(ValidationError, match=sentence):
        cite(dossier, "a", world.contributor, upload=make())

    assert not DossierFile.objects.exists()
    assert not part(dossier, "a").evidence.exists()
    assert not list(Path(settings.VAR_ROOT).rglob("*.*"))


def test_a_bomb_that_lies_about_its_size_is_found_by_unpacking_it(world, monkeypatch):
    monkeypatch.setitem(received.UNPACKED, "docx", 1024 * 1024)
    data = bytearray(bomb(3))
    small = (10).to_bytes(4, "little")
    data[data.find(b"PK\x01\x02") + 24 :][:4] = small
    at = data.find(b"PK\x01\x02") + 24
    data[at : at + 4] = small

    with pytest.raises(ValidationError):
        cite(noticed(world), "a", world.contributor, upload=upload("bom.docx", bytes(data)))


def test_too_many_members_are_not_counted_one_by_one(world):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(received.MEMBERS + 1):
            archive.writestr(str(number), "")

    with pytest.raises(ValidationError, match="unpacks to far more"):
        cite(noticed(world), "a", world.contributor, upload=upload("nhieu.docx", buffer.getvalue()))


def test_an_xml_bomb_is_not_expanded(world):
    buffer = BytesIO()
    laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", laughs)

    with pytest.raises(ValidationError, match="cannot be read"):
        cite(noticed(world), "a", world.contributor, upload=upload("cuoi.docx", buffer.getvalue()))


def test_a_file_is_kept_under_its_hash_outside_the_media(world, settings):
    data = pdf("Tờ trình")

    file = cite(noticed(world), "a", world.contributor, upload=upload("Tờ trình 118.pdf", data)).file

    assert file.sha256 == hashlib.sha256(data).hexdigest()
    assert (file.name, file.size, file.media_type) == ("Tờ trình 118.pdf", len(data), "application/pdf")
    assert Path(file.file.path).is_relative_to(settings.VAR_ROOT)
    assert "118" not in file.file.name
    with pytest.raises(ValueError, match="no address"):
        file.file.url  # noqa: B018


def test_a_path_in_the_name_of_a_file_leads_nowhere(world, settings):
    file = cite(noticed(world), "a", world.contributor, upload=upload("../../thoat.txt", b"abc")).file

    assert Path(file.file.path).is_relative_to(settings.VAR_ROOT)
    assert "/" not in file.name


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("trang.html", b"<p>Tin</p>", "html"),
        ("trang.mhtml", b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>Tin</p>", "mhtml"),
        ("trang.pdf", None, "pdf"),
        ("man-hinh.png", None, "screenshot"),
        ("trang.wacz", None, "wacz"),
    ],
)
def test_a_copy_of_a_page_is_kept_with_its_log(world, name, data, form):
    made = {"pdf": lambda: pdf("Tin"), "screenshot": png, "wacz": wacz}
    item = noticed(world).items.get()
    taken_at = timezone.now()

    copy = services.keep_copy(
        item, upload=upload(name, data or made[form]()), captured_at=taken_at, by=world.contributor, note="Điện thoại."
    )

    assert (copy.kind, copy.captured_at) == (form, taken_at)
    assert copy.log[-1]["sha256"] == copy.file.sha256
    assert copy.log[-1]["note"] == "Điện thoại."


def test_a_spreadsheet_is_no_copy_of_a_page(world):
    item = noticed(world).items.get()

    with pytest.raises(ValidationError, match="copy of a page"):
        services.keep_copy(item, upload=upload("a.txt", b"abc"), captured_at=timezone.now(), by=world.contributor)

    assert not DossierFile.objects.exists()


def png():
    return saved(drawing()).getvalue()


def wacz():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("datapackage.json", '{"profile": "data-package"}')
        archive.writestr("pages/pages.jsonl", '{"url": "https://tin.example/", "title": "Tin"}')
    return buffer.getvalue()


def drawing(size=(320, 200)):
    picture = Image.new("RGB", size, "white")
    for place in range(0, size[0], 40):
        shade = (place * 255 // size[0], 60, 200 - place * 200 // size[0])
        picture.paste(shade, (place, place // 3, place + 30, size[1] - place // 4))
    return picture


def saved(picture, form="PNG", **how):
    buffer = BytesIO()
    picture.save(buffer, form, **how)
    buffer.seek(0)
    return buffer


def test_a_picture_is_known_again_when_it_is_smaller_or_saved_anew():
    original = drawing()
    known = picture_hash(saved(original))

    for changed in (
        saved(original.resize((160, 100))),
        saved(original, "JPEG", quality=40),
        saved(ImageEnhance.Brightness(original).enhance(1.1)),
        saved(original.crop((4, 3, 316, 197))),
    ):
        assert are_alike(known, picture_hash(changed))
    assert not are_alike(known, picture_hash(saved(ImageOps.mirror(original))))
