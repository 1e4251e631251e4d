"""Staff screens in a real browser: for everybody who works there, on a desk and on a phone."""

import pytest

from cms.moderation.models import ItemStatus, ProposedChange
from cms.organisation.models import UnitSuccession
from tests.browser import desk
from tests.browser.eyes import barriers, overflow

pytestmark = pytest.mark.browser

SCREENS = {
    "home": ("ngoc.an", "/admin/"),
    "write": ("ngoc.an", "/admin/write/article/"),
    "upload": ("ngoc.an", "/admin/pictures/upload/"),
    "editor": ("ngoc.an", "{editor}"),
    "last-look": ("ngoc.an", "{item}submit/"),
    "find": ("ngoc.an", "/admin/search/?q=den"),
    "translation": ("ngoc.an", "{translation}"),
    "queue": ("bich.lien", "/admin/review/?tab=all"),
    "outdated": ("bich.lien", "/admin/review/outdated/"),
    "review": ("bich.lien", "{review}"),
    "screening": ("huu.son", "/admin/review/screening/"),
    "home-director": ("xuan.phuc", "/admin/"),
    "changes-of-lists": ("xuan.phuc", "/admin/review/lists/"),
    "change-of-a-list": ("xuan.phuc", "{change}"),
    "row-that-waits": ("bich.lien", "{row}"),
    "row-to-propose": ("bich.lien", "/admin/snippets/pages/theme/add/"),
    "row-to-delete": ("bich.lien", "{deletion}"),
}


@pytest.fixture(scope="module")
def places(server):
    """Addresses of items of the sample archive: a draft of the officer's, and one being appraised."""
    draft = ItemStatus.objects.get(title="Một ghế, một người, một mật khẩu")
    appraised = ItemStatus.objects.get(state="in_appraisal", language="vi", assignee__email__startswith="bich")
    returned = ItemStatus.objects.get(title="Found without accents")
    change = ProposedChange.objects.waiting().exclude(object_id="").get()
    unit = UnitSuccession.objects.first()
    return {
        "change": change.url,
        "row": f"/admin/snippets/organisation/agency/edit/{change.object_id}/",
        "deletion": f"/admin/snippets/organisation/unitsuccession/delete/{unit.pk}/",
        "translation": f"/admin/pages/{returned.object_id}/edit/",
        "editor": f"/admin/pages/{draft.object_id}/edit/",
        "item": f"/admin/review/{draft.content_type_id}/{draft.object_id}/",
        "review": f"/admin/review/{appraised.content_type_id}/{appraised.object_id}/",
    }


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_open_to_everybody_who_works_there(at_the_desk, places, name, language):
    who, path = SCREENS[name]
    desk.reads_in(who, language)
    person = at_the_desk(who, language=language)
    person.opens(path.format(**places))
    person.page.wait_for_load_state("networkidle")

    found = barriers(person.page)
    person.keeps(f"staff-{name}-{language}")
    person.resizes(390)
    person.page.reload()
    person.keeps(f"staff-{name}-{language}-phone")
    sideways = overflow(person.page, 390)

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


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_first_password_is_chosen_by_everybody(window, language):
    email = "thu.giang@haidang.example"
    given = desk.first_password(email)
    person = window(language=language)
    person.signs_in(email, given)
    person.keeps(f"first-password-{language}")

    assert person.page.locator("[name=password1]").is_visible()
    assert barriers(person.page) == []
    assert overflow(person.page, 320) <= 0
    assert person.grievances == []
