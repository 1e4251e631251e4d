"""Many pictures at once: one caption, agency and date, and a record for each file."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from cms.moderation.choices import State
from cms.pages.models import ImageRecordPage
from tests.archive import theme
from tests.cms.moderation.test_queue import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def jpeg(name="anh.jpg", size=(60, 40)):
    buffer = BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(buffer, "JPEG")
    return SimpleUploadedFile(name, buffer.getvalue(), content_type="image/jpeg")


def shared(world, **words):
    given = {
        "section": world.section.pk,
        "source_agency": world.agency.pk,
        "caption": "Ruộng muối Vạn Lộc, tháng 1 năm 2026.",
        "activity_date": "2026-01-15",
        "activity_precision": "day",
        "author_text": "Lê Thị Sông",
        "credit": "Lê Thị Sông / Sở Ngoại vụ",
        "rights_line": "© Sở Ngoại vụ",
        "themes": [theme().pk],
    }
    return {**given, **words}


def upload(world, files, **words):
    client = signed_in(world.contributor)
    return client, client.post(reverse("upload_pictures"), {**shared(world, **words), "files": files})


def records():
    return ImageRecordPage.objects.order_by("pk")


def test_twenty_files_make_twenty_drafts_with_what_they_share(world, media):
    upload(world, [jpeg(f"Ruong_muoi-{number:02}.jpg") for number in range(20)])

    made = list(records())
    assert len(made) == 20
    assert made[0].title == "Ruong muoi 00"
    assert {page.caption for page in made} == {"Ruộng muối Vạn Lộc, tháng 1 năm 2026."}
    assert {page.status.state for page in made} == {State.DRAFT}
    assert made[0].image.credit_vi == "Lê Thị Sông / Sở Ngoại vụ"


def test_a_bad_file_spoils_no_other(world, media):
    whole = jpeg("lon.jpg", (900, 700)).read()
    files = [
        SimpleUploadedFile("van-ban.jpg", b"day la van ban, khong phai anh", content_type="image/jpeg"),
        SimpleUploadedFile("cut.jpg", whole[: len(whole) // 2], content_type="image/jpeg"),
        SimpleUploadedFile("bai.txt", b"text"),
        jpeg("tot.jpg"),
    ]

    client, answer = upload(world, files)

    shown = client.get(answer.url).content.decode()
    assert [page.title for page in records()] == ["tot"]
    assert "van-ban.jpg: This is not a picture" in shown
    assert "cut.jpg: The picture is damaged or cut off" in shown
    assert "bai.txt: Files of this kind are not kept" in shown


def test_a_file_that_is_too_large_is_refused_by_its_size(world, media, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 200

    client, answer = upload(world, [jpeg()])

    assert "are kept." in answer.content.decode()
    assert not records().exists()


def test_a_picture_with_too_many_pixels_is_refused(world, media, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 1000

    assert "too many pixels: 60 × 40" in upload(world, [jpeg()])[1].content.decode()


def test_a_png_called_jpg_is_named_as_what_it_is(world, media):
    buffer = BytesIO()
    Image.new("RGB", (10, 10)).save(buffer, "PNG")

    answer = upload(world, [SimpleUploadedFile("anh.jpg", buffer.getvalue(), content_type="image/jpeg")])[1]

    assert "inside is png" in answer.content.decode()


def test_what_they_share_must_be_complete(world, media):
    answer = upload(world, [jpeg()], author_text="", activity_date="2999-01-01")[1]

    shown = answer.content.decode()
    assert "Name the author" in shown
    assert "This day has not come yet" in shown
    assert not records().exists()


def test_two_files_of_one_name_have_two_addresses(world, media):
    upload(world, [jpeg("Đèn biển.jpg"), jpeg("Đèn biển.jpg")])

    assert [page.slug for page in records()] == ["den-bien", "den-bien-2"]


def test_what_is_complete_is_handed_in_and_the_rest_stays_a_draft(world, media):
    client, answer = upload(world, [jpeg("mot.jpg"), jpeg("hai.jpg")])
    first, second = records()

    shown = client.post(
        answer.url,
        {
            f"title-{first.pk}": "Cánh đồng muối",
            f"alt-{first.pk}": "Người cào muối.",
            "declaration": "on",
            "hand_in": "1",
        },
    ).content.decode()

    assert (ImageRecordPage.objects.get(pk=first.pk).status.state, second.status.state) == (
        State.SUBMITTED,
        State.DRAFT,
    )
    assert "has no alternative text" in shown


def test_nothing_is_handed_in_without_the_declaration(world, media):
    client, answer = upload(world, [jpeg()])

    shown = client.post(answer.url, {"hand_in": "1"}).content.decode()

    assert "hold no state secret" in shown
    assert records().get().status.state == State.DRAFT


def test_nobody_uploads_for_another_agency(world, media):
    answer = upload(world, [jpeg()], source_agency=world.agency2.pk)[1]

    assert answer.status_code == 200
    assert not records().exists()


def test_nobody_describes_anothers_pictures(world, media):
    _client, answer = upload(world, [jpeg()])

    signed_in(world.contributor2).post(answer.url, {f"alt-{records().get().pk}": "Lạ"})

    assert not records().get().image.alt_text_vi


def test_whoever_writes_for_no_agency_uploads_nothing(world):
    assert signed_in(world.moderator).get(reverse("upload_pictures")).status_code == 302
