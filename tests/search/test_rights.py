"""M3: whoever asks, hits, totals and counts are what the database would say, on either engine."""

import random
from collections import Counter
from types import SimpleNamespace

import pytest
from wagtail.models import Page

from cms.accounts.choices import SeatKind
from cms.accounts.models import SeatAssignment
from cms.moderation.models import public
from cms.moderation.models.visibility import visible
from search import queries, worker
from search.models import SearchEntry
from search.readers import Editor, Visitor
from search.wishes import Wish
from tests.archive import appraised, article, cleared, handed_in, now, published, taken
from tests.factories import AgencyFactory, seated

pytestmark = pytest.mark.django_db
WORDS = ["núi", "biển", "đèn", "muối", "gốm", "chè", "lụa", "cồng"]
STAGES = [lambda page, world: page, handed_in, cleared, taken, appraised, published, published]
FACETS = ("kind", "agency", "year")


@pytest.fixture
def crowd(world):
    """Records of four agencies in every state, and people with every seat."""
    dice = random.Random(11)
    offices = [SimpleNamespace(**vars(world))]
    for number in range(3):
        agency = AgencyFactory(name_vi=f"Sở Mẫu {number}")
        writer = seated(agency, SeatKind.CONTRIBUTE, email=f"writer{number}@haidang.example")
        lead = seated(agency, SeatKind.APPROVE, email=f"lead{number}@haidang.example")
        offices.append(SimpleNamespace(**{**vars(world), "agency": agency, "contributor": writer, "lead": lead}))
    for number in range(40):
        office = dice.choice(offices)
        title = " ".join(dice.sample(WORDS, 3)).capitalize()
        dice.choice(STAGES)(article(office, title=f"{title} {number}", slug=f"bai-{number}"), office)
    people = [person for office in offices for person in (office.contributor, office.lead)]
    return [*people, world.moderator, world.moderator2, world.director, world.deputy, world.auditor, world.screener]


@pytest.fixture(params=["embedded", pytest.param("elastic", marks=pytest.mark.elasticsearch)])
def any_engine(request):
    """The archive with the engine that answers it; the worker has brought it up to date."""
    if request.param == "elastic":
        request.getfixturevalue("at_server")
    return request.param


def test_totals_hits_and_counts_equal_the_databases(any_engine, crowd):
    worker.attend_all()
    dice = random.Random(5)

    for _turn in range(200):
        user = dice.choice([None, *crowd])
        wish = Wish(typed=" ".join(dice.sample(WORDS, dice.randint(1, 2))), chosen=choice(dice), size=100)

        found = queries.search(wish, Visitor() if user is None else Editor(user))

        seen = entries_seen_by(user, wish.typed)
        chosen = [entry for entry in seen if suits(entry, wish.chosen)]
        assert sorted(hit.entry.object_id for hit in found.hits) == sorted(entry.object_id for entry in chosen)
        assert found.total == len(chosen)
        assert {facet: found.facets[facet] for facet in FACETS} == counted(seen, wish.chosen)
        assert not found.is_stand_in and not found.is_makeshift


def choice(dice):
    if dice.random() < 0.6:
        return {}
    agencies = list(SearchEntry.objects.order_by("agency_id").values_list("agency_id", flat=True).distinct())
    return {"agency": tuple(str(pk) for pk in dice.sample(agencies, 2))}


def entries_seen_by(user, typed):
    """What the person may find, asked of the database alone: drafts where the seat shows them, else what is public."""
    pages = Page.objects.filter(depth__gt=1)
    shown = {page.pk for page in (public(pages) if user is None else visible(pages, user))}
    found = {}
    for entry in SearchEntry.objects.standing().filter(object_id__in=shown).order_by("audience"):  # public, then staff
        if entry.audience == "staff" and (user is None or not sees_draft(user, entry)):
            continue
        if all(word in entry.title.lower().split() for word in typed.split()):
            found[entry.object_id] = entry
    return list(found.values())


def sees_draft(user, entry):
    from cms.moderation.models import ItemStatus

    return ItemStatus.objects.visible_to(user).filter(object_id=str(entry.object_id)).exists()


def suits(entry, chosen, leaving_out=""):
    return all(
        str({"agency": entry.agency_id}.get(facet) or getattr(entry, facet)) in values
        for facet, values in chosen.items()
        if facet != leaving_out
    )


def counted(seen, chosen):
    values = {"kind": lambda e: e.kind, "agency": lambda e: str(e.agency_id), "year": lambda e: str(e.year)}
    return {
        facet: Counter(value(entry) for entry in seen if suits(entry, chosen, leaving_out=facet))
        for facet, value in values.items()
    }


def test_a_right_that_ended_hides_the_item_on_the_next_question(any_engine, world):
    page = article(world, title="Đèn biển nháp")
    worker.attend_all()
    assert queries.search(Wish(typed="đèn biển"), Editor(world.contributor)).total == 1

    SeatAssignment.objects.filter(user=world.contributor).delete()
    stranger = type(world.contributor).objects.get(pk=world.contributor.pk)

    assert now(page)
    assert queries.search(Wish(typed="đèn biển"), Editor(stranger)).total == 0
