"""What stands in another language than its page says so: official texts, names, pictures."""

import pytest
from django.test import Client
from django.utils.translation import override

from cms.library import renditions
from cms.moderation import services
from cms.pages.tongues import is_vietnamese, lang_of
from tests.archive import image_record, published
from tests.cms.pages.conftest import translated
from tests.cms.pages.test_public_pages import MOST_QUERIES, nothing_was_asked_before

pytestmark = pytest.mark.django_db

IN_VIETNAMESE = '<span class="chip chip--open">in Vietnamese</span>'


def read(page) -> str:
    return Client().get(page.get_url()).content.decode()


@pytest.fixture
def gallery(site, world):
    """The gallery in English, its pictures still the Vietnamese records."""
    return translated(site.gallery, world, title="River pictures", slug="river-pictures")


# --- words


@pytest.mark.parametrize(
    "text",
    [
        "Trung tâm Giám sát, điều hành thông minh tỉnh Hải Đăng",
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Phó Chủ tịch, ký thay Chủ tịch",
        "Nguye\u0302\u0303n Va\u0306n",
    ],
)
def test_vietnamese_words_are_known_as_such(text):
    assert is_vietnamese(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "—",
        "69/2021",
        "A night of lanterns in Bến Cũ street",
        "L'été à Huế, déjà vu",
        "The province of Đắk Lắk at work",
    ],
)
def test_words_of_other_languages_are_not(text):
    assert not is_vietnamese(text)


def test_on_a_vietnamese_screen_nothing_has_to_be_said():
    with override("vi"):
        assert lang_of("Phó Chủ tịch") == ""
    with override("en"):
        assert lang_of("Phó Chủ tịch") == ' lang="vi"'


# --- legal documents


def test_an_english_legal_document_marks_its_vietnamese_text_and_says_so(site, world):
    text = read(translated(site.legal, world, title="A sample regulation", slug="a-sample-regulation"))

    assert "The text below is in Vietnamese" in text
    assert '<p lang="vi">1. Khoản.</p>' in text
    assert '<p class="point" lang="vi">a) Điểm đầu;</p>' in text
    assert '<ol lang="vi">' in text
    assert "<h1>A sample regulation</h1>" in text
    assert '<span lang="vi">Ủy ban nhân dân tỉnh</span>' in text


def test_a_vietnamese_legal_document_marks_nothing(site):
    text = read(site.legal)

    assert "<p>1. Khoản.</p>" in text
    assert '<ol lang="vi">' not in text


def test_an_agency_without_an_english_name_is_named_in_vietnamese_and_says_so(site):
    assert f'<span lang="vi">{site.article_en.source_agency.name_vi}</span>' in read(site.article_en)
    assert f"<span>{site.article.source_agency.name_vi}</span>" in read(site.article)


# --- galleries


def test_a_picture_without_an_english_record_leads_to_the_vietnamese_one_and_says_so(site, gallery):
    text = read(gallery)

    assert f'<a href="{site.record.get_url()}" hreflang="vi">' in text
    assert f'<span lang="vi">{site.record.title}</span> {IN_VIETNAMESE}' in text


def test_a_picture_with_a_public_english_record_leads_to_it(site, world, gallery):
    record = translated(site.record, world, title="Blue water", slug="blue-water")

    text = read(gallery)

    assert f'<a href="{record.get_url()}">' in text
    assert site.record.title not in text
    assert IN_VIETNAMESE not in text


def test_an_english_record_that_was_withdrawn_leads_back_to_the_vietnamese_one(site, world, gallery):
    record = translated(site.record, world, title="Blue water", slug="blue-water")
    assert record.get_url() in read(gallery)

    services.withdraw(record, by=world.director, reason="Dịch sai.")

    assert record.get_url() not in read(gallery)
    assert f'<a href="{site.record.get_url()}" hreflang="vi">' in read(gallery)


def test_each_record_hangs_in_the_gallery_of_its_own_language(site, world, gallery):
    record = translated(site.record, world, title="Blue water", slug="blue-water")

    assert gallery.get_url() in read(record)
    assert site.gallery.get_url() in read(site.record)
    assert f'<li><a href="{gallery.get_url()}' not in read(site.record)


def test_many_pictures_of_two_languages_ask_no_more_than_one(site, world, gallery, django_assert_max_num_queries):
    for number in range(3):
        record = published(image_record(world, title=f"Ảnh {number}", slug=f"anh-{number}"), world)
        renditions.make(record.image)
        gallery.items.create(record=record)
        if number:
            translated(record, world, title=f"Picture {number}", slug=f"picture-{number}")
    gallery.save_revision(user=world.contributor, log_action=True)
    gallery = published(gallery, world)
    nothing_was_asked_before()

    with django_assert_max_num_queries(MOST_QUERIES):
        text = read(gallery)

    assert text.count(IN_VIETNAMESE) == 2
    assert "Picture 1" in text
