"""Public pages of the sample archive in a real browser: for every reader, theme, language and window."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.utils import translation

from tests.browser.eyes import barriers, overflow

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 640, 768, 1280, 1920)  # 640 is what a window of 1280 leaves at 200 % zoom
VI = {
    "home": "/vi/",
    "section": "/vi/tin-va-bai/",
    "pictures": "/vi/kho-anh/",
    "article": "/vi/tin-va-bai/muoi-tren-dong-van-loc/",
    "record": "/vi/kho-anh/den-bien/",
    "gallery": "/vi/bo-anh/mot-ngay-ben-nuoc/",
    "legal": "/vi/van-ban/qd-69-2021-qd-ubnd/",
    "guidance": "/vi/huong-dan/viet-bai-va-gui-di/",
    "search": "/vi/search/?q=den",
    "theme": "/vi/search/?theme=culture",
    "nothing": "/vi/search/?q=xyzxyz",
    "missing": "/vi/khong-co/",
    "withdrawn": "/vi/tin-va-bai/tuan-anh-ben-song/",
}
EN = {
    "home": "/en/",
    "section": "/en/news-and-features/",
    "pictures": "/en/pictures/",
    "article": "/en/news-and-features/salt-on-the-fields-of-van-loc/",
    "record": "/en/pictures/lighthouse-at-daybreak/",
    "gallery": "/en/galleries/a-day-by-the-water/",
    "legal": "/en/legal-documents/qd-69-2021-qd-ubnd/",
    "guidance": "/en/help/write-and-send/",
    "search": "/en/search/?q=lighthouse",
    "theme": "/en/search/?theme=culture",
    "nothing": "/en/search/?q=xyzxyz",
    "missing": "/en/missing/",
}
PAGES = [(f"{name}-vi", path) for name, path in VI.items()] + [(f"{name}-en", path) for name, path in EN.items()]


@pytest.mark.parametrize("name, path", PAGES, ids=[name for name, _ in PAGES])
def test_a_public_page_is_open_to_every_reader(window, name, path):
    reader = window(language=name[-2:])
    reader.opens(path)
    found = {}

    for theme in ("dark", "light"):
        reader.page.emulate_media(color_scheme=theme)
        found[theme] = barriers(reader.page)
        reader.keeps(f"public-{name}-{theme}", whole=theme == "light")
    sideways = [width for width in WIDTHS if overflow(reader.page, width) > 0]
    reader.resizes(390)
    reader.keeps(f"phone-{name}")

    assert found == {"dark": [], "light": []}
    assert sideways == []
    assert reader.grievances == []
    assert reader.page.context.cookies() == []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("template", ["403.html", "410.html", "500.html"])
def test_a_refusal_is_open_to_every_reader(window, server, rf, template, language):
    reader = window(language=language)
    with translation.override(language):
        words = render_to_string(template, request=a_request(rf, language))
    reader.page.route("**/refused/", lambda route: route.fulfill(status=500, body=words, content_type="text/html"))
    reader.page.goto(f"{server}/{language}/refused/")
    found = {}

    for theme in ("dark", "light"):
        reader.page.emulate_media(color_scheme=theme)
        found[theme] = barriers(reader.page)
        reader.keeps(f"public-{template[:3]}-{language}-{theme}")
    sideways = [width for width in WIDTHS if overflow(reader.page, width) > 0]

    assert found == {"dark": [], "light": []}
    assert sideways == []


def a_request(rf, language):
    request = rf.get(f"/{language}/refused/")
    request.user = AnonymousUser()
    return request
