"""Staff screens in a real browser: for everybody who works there, on a desk and on a phone."""

import pytest

from cms.moderation.models import ItemStatus
from tests.browser.eyes import barriers, overflow

pytestmark = pytest.mark.browser

SCREENS = {
    "home": ("ngoc.an", "/admin/"),
    "write": ("ngoc.an", "/admin/write/article/"),
    "upload": ("ngoc.an", "/admin/pictures/upload/"),
    "editor": ("ngoc.an", "{editor}"),
    "last-look": ("ngoc.an", "{item}submit/"),
    "find": ("ngoc.an", "/admin/search/?q=den"),
    "queue": ("bich.lien", "/admin/review/?tab=all"),
    "outdated": ("bich.lien", "/admin/review/outdated/"),
    "review": ("bich.lien", "{review}"),
    "screening": ("huu.son", "/admin/review/screening/"),
    "home-director": ("xuan.phuc", "/admin/"),
}


@pytest.fixture(scope="module")
def places(server):
    """Addresses of items of the sample archive: a draft of the officer's, and one being appraised."""
    draft = ItemStatus.objects.get(title="Một ghế, một người, một mật khẩu")
    appraised = ItemStatus.objects.get(state="in_appraisal", language="vi", assignee__email__startswith="bich")
    return {
        "editor": f"/admin/pages/{draft.object_id}/edit/",
        "item": f"/admin/review/{draft.content_type_id}/{draft.object_id}/",
        "review": f"/admin/review/{appraised.content_type_id}/{appraised.object_id}/",
    }


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_open_to_everybody_who_works_there(at_the_desk, places, name):
    who, path = SCREENS[name]
    person = at_the_desk(who)
    person.opens(path.format(**places))
    person.page.wait_for_load_state("networkidle")

    found = barriers(person.page)
    person.keeps(f"staff-{name}")
    sideways = overflow(person.page, 390)
    person.keeps(f"staff-{name}-phone")

    assert found == []
    assert sideways <= 0
    assert person.grievances == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_door_is_open_to_everybody(window, language, theme):
    person = window(language=language, color_scheme=theme)
    person.opens("/accounts/login/")
    person.keeps(f"door-{language}-{theme}")

    assert barriers(person.page) == []
    assert overflow(person.page, 320) <= 0
    assert person.grievances == []
