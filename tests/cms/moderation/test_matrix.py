"""The matrix of roles and actions, a cell a test: what is not granted is refused."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import NoReverseMatch, reverse

from cms.accounts.choices import SeatKind
from cms.moderation import services
from cms.moderation.models import ItemStatus
from cms.pages.models import ArticlePage
from tests.archive import answers, appraised, article, cleared, handed_in, now, taken
from tests.cms.moderation.ways.scene import set_the_scene
from tests.factories import seated

pytestmark = pytest.mark.django_db
ROLES = {
    "CON": "contributor",
    "CON of another agency": "contributor2",
    "LEAD": "lead",
    "LEAD of another agency": "lead2",
    "MOD": "moderator",
    "DIR": "director",
    "SEC": "security",
    "SCR": "screener",
    "AUD": "auditor",
    "superuser": "superuser",
    "PUB": None,
}
AGENCY, WRITERS, JUDGES = {"CON", "LEAD"}, {"CON", "LEAD"}, {"MOD", "DIR", "AUD"}
OTHERS = {"CON of another agency", "LEAD of another agency"}
STAFF = set(ROLES) - {"PUB"}


@pytest.fixture(scope="module", autouse=True)
def scene(standing_archive):
    world = set_the_scene(standing_archive)
    world.lead2 = seated(world.unit, SeatKind.APPROVE, email="lead2@haidang.example")
    world.handed_in = handed_in(article(world, slug="handed-in"), world)
    world.cleared = cleared(article(world, slug="cleared"), world)
    world.taken = taken(article(world, slug="taken"), world)
    world.appraised = appraised(article(world, slug="appraised"), world)
    world.marked = handed_in(article(world, slug="marked", intro="Độ mật: MẬT"), world)
    return world


# --- what a person may do, each asked as the archive asks it


def rights(name):
    return lambda world, user, item: getattr(item(world).permissions_for_user(user), name)()


def sees(world, user, item):
    found = ArticlePage.objects.visible_to(user).filter(pk=item(world).pk).exists()
    assert found or not ItemStatus.objects.visible_to(user).of(item(world)).exists()
    return found


def reads_the_record(world, user, item):
    return ItemStatus.objects.visible_to(user).of(item(world)).exists()


def does(service, **words):
    def attempt(world, user, item):
        try:
            service(item(world), by=user, **words)
        except (PermissionDenied, ValidationError):
            return False
        return True

    return attempt


def appraises(world, user, item):
    return does(services.appraise, answers=answers())(world, user, item)


def opens(name, *args):
    def attempt(world, user, item):
        return client_of(user).get(reverse(name, args=args)).status_code == 200

    return attempt


def reads(world, user, item):
    return client_of(user).get(item(world).url).status_code == 200


def client_of(user):
    client = Client()
    if user:
        client.force_login(user)
    return client


def item(name):
    return lambda world: now(getattr(world, name))


WITH_REASON = {"reason": "Vì lý do."}
WRITING_ORGANISATION = {"MOD", "DIR", "superuser"}
LISTING_ORGANISATION = AGENCY | OTHERS | {"MOD", "DIR", "AUD", "superuser"}
LISTING_PEOPLE = {"DIR", "SEC", "AUD", "superuser"}
ROWS = {
    "draft: create in a section": (rights("can_add_subpage"), item("section"), AGENCY | OTHERS | {"DIR", "superuser"}),
    "draft: edit": (rights("can_edit"), item("page"), AGENCY | {"superuser"}),
    "draft: delete": (rights("can_delete"), item("page"), AGENCY | {"superuser"}),
    "draft: read": (sees, item("page"), AGENCY),
    "draft: history": (rights("can_view_revisions"), item("page"), AGENCY | {"superuser"}),
    "draft of a public page: history": (
        rights("can_view_revisions"),
        item("known"),
        AGENCY | JUDGES | {"superuser"},
    ),
    "handed in: edit": (rights("can_publish"), item("handed_in"), set()),
    "handed in: read": (sees, item("handed_in"), AGENCY | JUDGES),
    "handed in: read its record": (reads_the_record, item("handed_in"), AGENCY | JUDGES),
    "submit": (does(services.submit, declaration=True), item("page"), AGENCY),
    "recall": (does(services.recall), item("handed_in"), AGENCY),
    "clear": (does(services.clear), item("handed_in"), {"LEAD"}),
    "return, for the agency": (does(services.agency_return, **WITH_REASON), item("handed_in"), {"LEAD"}),
    "take": (does(services.take), item("cleared"), {"MOD"}),
    "appraise": (appraises, item("taken"), {"MOD"}),
    "return": (does(services.return_to_author, **WITH_REASON), item("taken"), {"MOD"}),
    "return after appraisal": (does(services.return_to_author, **WITH_REASON), item("appraised"), {"DIR"}),
    "send back": (does(services.send_back, **WITH_REASON), item("appraised"), {"DIR"}),
    "reject": (does(services.reject, **WITH_REASON), item("appraised"), {"DIR"}),
    "approve": (does(services.approve), item("appraised"), {"DIR"}),
    "withdraw": (does(services.withdraw, **WITH_REASON), item("known"), {"DIR"}),
    "archive": (does(services.archive, **WITH_REASON), item("known"), {"DIR"}),
    "publish by hand": (rights("can_publish"), item("page"), set()),
    "unpublish by hand": (rights("can_unpublish"), item("known"), set()),
    "published page: read": (reads, item("known"), set(ROLES)),
    "quarantine: read": (sees, item("marked"), {"DIR", "SCR"}),
    "quarantine: edit": (rights("can_edit"), item("marked"), set()),
    "quarantine: set apart": (does(services.quarantine, **WITH_REASON), item("known"), {"SCR"}),
    "quarantine: propose a release": (does(services.propose_release, **WITH_REASON), item("marked"), {"SCR"}),
    "queue: open": (opens("review:queue"), None, STAFF),
    "taxonomies: list": (opens("wagtailsnippets_pages_theme:list"), None, {"MOD", "DIR", "AUD", "superuser"}),
    "taxonomies: add": (opens("wagtailsnippets_pages_theme:add"), None, WRITING_ORGANISATION),
    "agencies: list": (opens("wagtailsnippets_organisation_agency:list"), None, LISTING_ORGANISATION),
    "agencies: add": (opens("wagtailsnippets_organisation_agency:add"), None, WRITING_ORGANISATION),
    "units: add": (opens("wagtailsnippets_organisation_administrativeunit:add"), None, WRITING_ORGANISATION),
    "functions: list": (opens("wagtailsnippets_organisation_functionassignment:list"), None, LISTING_ORGANISATION),
    "functions: add": (opens("wagtailsnippets_organisation_functionassignment:add"), None, WRITING_ORGANISATION),
    "accounts: list": (opens("wagtailusers_users:index"), None, LISTING_PEOPLE),
    "accounts: add": (opens("wagtailusers_users:add"), None, {"DIR", "superuser"}),
    "seats: list": (opens("wagtailsnippets_accounts_seat:list"), None, LISTING_PEOPLE),
    "seats: add": (opens("wagtailsnippets_accounts_seat:add"), None, {"DIR", "superuser"}),
}
OPEN_TO_VISITORS = {row for row, (ask, _thing, _granted) in ROWS.items() if ask is reads or "opens" in ask.__qualname__}
CELLS = [(row, role) for row in ROWS for role in ROLES if role != "PUB" or row in OPEN_TO_VISITORS]


@pytest.mark.parametrize("row, role", CELLS, ids=[f"{row} · {role}" for row, role in CELLS])
def test_cell(row, role, world):
    ask, thing, granted = ROWS[row]
    user = getattr(world, ROLES[role]) if ROLES[role] else None

    assert ask(world, user, thing) is (role in granted)


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/review/", "/admin/users/", "/admin/images/"])
def test_the_admin_is_closed_to_visitors(address):
    assert Client().get(address).status_code == 302


def test_the_legal_record_has_no_screen_on_which_it_could_be_changed(world):
    for name in ("step", "decision", "submission", "screening", "itemstatus"):
        with pytest.raises(NoReverseMatch):
            reverse(f"wagtailsnippets_moderation_{name}:edit", args=[1])
