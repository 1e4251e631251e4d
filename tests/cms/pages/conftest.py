"""A public site for tests: a page of every kind, in two languages where there is a translation."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest

from cms.library import renditions
from cms.library.models import ArchiveImage
from cms.pages.models import (
    FieldOfManagement,
    GalleryItem,
    GalleryPage,
    HelpPage,
    LegalDocumentPage,
)
from tests.archive import LAST_WEEK, article, draft, image, image_record, locale, now, published, theme

LEGAL_BODY = [
    ("part", {"key": "qc", "title": "Quy chế"}),
    ("preamble", "Căn cứ Luật Tổ chức chính quyền địa phương;"),
    ("chapter", {"number": "I", "title": "Quy định chung"}),
    (
        "article",
        {"number": "1", "title": "Phạm vi", "text": "1. Khoản.\na) Điểm đầu;\nđ) Điểm sau;"},
    ),
    ("article", {"number": "4", "title": "Làm rõ", "text": "Tối đa bảy ngày."}),
    ("closing", "Nơi nhận: như trên."),
]


def translated(page: Any, world: Any, **words: Any) -> Any:
    """The page in English, judged on its own."""
    copy = now(page.copy_for_translation(locale("en")))
    for name, value in words.items():
        setattr(copy, name, value)
    copy.owner = world.contributor
    copy.save()
    copy.save_revision(user=world.contributor, log_action=True)
    return published(now(copy), world)


def sorted_under(page: Any, world: Any, themes: list[str], fields: list[str]) -> Any:
    page.themes.set([theme(code) for code in themes])
    page.fields_of_management.set([field_of_management(code) for code in fields])
    page.save_revision(user=world.contributor, log_action=True)
    return now(page)


def field_of_management(code: str) -> FieldOfManagement:
    return FieldOfManagement.objects.get_or_create(code=code, defaults={"name_vi": code, "name_en": code})[0]


def build_site(world: Any) -> SimpleNamespace:
    """One public page of each kind, a draft beside them, translations of home, section and one article."""
    writer, section = world.contributor, world.section
    cover = image(world.agency, credit_en="Sample picture", alt_text_en="Blue water", caption_vi="Mặt nước mẫu")
    full = article(world, cover=cover, title="Bài có ảnh", slug="bai-co-anh")
    full = published(sorted_under(full, world, ["culture", "land"], ["culture_sport_tourism"]), world)
    record = published(image_record(world, title="Ảnh mặt nước", slug="anh-mat-nuoc"), world)
    gallery = draft(
        section,
        writer,
        GalleryPage,
        title="Bộ ảnh sông",
        slug="bo-anh-song",
        intro="Một bộ ảnh mẫu.",
        source_agency=world.agency,
        author_unknown=True,
        activity_date=LAST_WEEK,
        items=[GalleryItem(record=record)],
    )
    legal = draft(
        section,
        writer,
        LegalDocumentPage,
        title="Quy chế mẫu",
        slug="quy-che-mau",
        intro="Một quy chế mẫu.",
        number="69/2021/QĐ-UBND",
        issuer_name="Ủy ban nhân dân tỉnh",
        issued_on=datetime.date(2021, 11, 24),
        source_agency=world.agency,
        author_unknown=True,
        body=LEGAL_BODY,
    )
    guidance = draft(
        section,
        writer,
        HelpPage,
        title="Cách trích dẫn",
        slug="cach-trich-dan",
        intro="Một trang hướng dẫn mẫu.",
        source_agency=world.agency,
        author_unknown=True,
        body=[("text", "<p>Ghi tên cơ quan và mã tư liệu.</p>")],
    )
    site = SimpleNamespace(
        home=world.home,
        section=section,
        article=full,
        record=record,
        gallery=published(gallery, world),
        legal=published(legal, world),
        guidance=published(guidance, world),
        draft=article(world, title="Bản nháp chưa ai đọc", slug="ban-nhap"),
    )
    site.home_en = translated(world.home, world, title="The archive", slug="home-en")
    site.section_en = translated(section, world, title="Articles", slug="articles")
    site.article_en = translated(full, world, title="An article with a picture", slug="with-a-picture")
    for each in ArchiveImage.objects.all():
        renditions.make(each)
    return site


@pytest.fixture(scope="module")
def standing_site(standing_archive, django_db_blocker):
    with django_db_blocker.unblock():
        return build_site(standing_archive)


@pytest.fixture
def site(world, standing_site):
    """The site as it is in the database."""
    return SimpleNamespace(**{name: now(page) for name, page in vars(standing_site).items()})
