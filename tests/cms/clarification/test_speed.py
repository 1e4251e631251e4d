"""What the screens ask of the database does not grow with what they show."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.clarification import services
from cms.clarification.choices import Event
from cms.clarification.models import DossierFile, DossierStep, EvidenceItem
from tests.cms.clarification.scene import (
    approved,
    cite,
    notice,
    noticed,
    now,
    opened,
    part,
    statement,
    taken,
    told,
    upload,
    write,
)

pytestmark = pytest.mark.django_db
WHO = ["contributor", "lead", "moderator", "director", "auditor"]


def crowd(dossier, world, evidence=200, steps=500):
    """Two hundred pieces of evidence, each with a file, and five hundred steps."""
    file = cite(dossier, "a", world.contributor, upload=upload("a.txt", b"abc")).file
    facts = {"dossier": dossier, "size": 3, "sha256": file.sha256, "media_type": "text/plain", "kept_by": world.lead}
    files = [DossierFile(name=f"{number}.txt", file=file.file.name, **facts) for number in range(evidence)]
    files = DossierFile.objects.bulk_create(files)
    given = {"kind": "document", "added_by": world.lead, "agency": world.agency, "may_be_released": "no"}
    EvidenceItem.objects.bulk_create(
        EvidenceItem(part=part(dossier, letter), title=each.name, file=each, **given)
        for each, letter in zip(files, ["a", "b", "c", "d", "dd"] * (evidence // 5), strict=True)
    )
    last = dossier.steps.last().number
    state = {"state_before": dossier.state, "state_after": dossier.state, "by": world.lead}
    DossierStep.objects.bulk_create(
        DossierStep(dossier=dossier, number=last + number, event=Event.SPREAD, chain="x", **state)
        for number in range(1, steps + 1)
    )


def everything(world):
    """A dossier that was returned, with several of everything that most dossiers have."""
    dossier = opened(world, related=(world.agency2,))
    notice(dossier, world)
    services.flag_impact(now(dossier), at=timezone.now(), reason="Lan nhanh.", by=world.lead)
    taken(now(dossier), world)
    services.return_parts(now(dossier), reasons={"c": "Sửa."}, by=world.moderator)
    write(now(dossier), "a", world.contributor)
    for number in range(3):
        item = services.add_item(now(dossier), claim=told(f"Tin {number}"), by=world.contributor)
        services.add_spread(item, text="Lan.", seen_at=timezone.now(), by=world.contributor)
        services.keep_copy(
            item, upload=upload("a.html", b"<p>Tin</p>"), captured_at=timezone.now(), by=world.contributor
        )
        services.add_situation(now(dossier), text="Thêm.", happened_at=timezone.now(), by=world.contributor)
        statement(dossier, world)
        notice(now(dossier), world, number=f"21{number}/SVH")
    return now(dossier)


def asked(person, place, limit, django_assert_max_num_queries):
    client = Client()
    client.force_login(person)
    client.get(place)
    with django_assert_max_num_queries(limit):
        assert client.get(place).status_code == 200


@pytest.mark.parametrize("who", WHO)
def test_the_working_screen_asks_25_questions_at_most(world, who, django_assert_max_num_queries):
    dossier = everything(world)
    crowd(dossier, world)

    asked(getattr(world, who), reverse("dossiers:dossier", args=[dossier.code]), 25, django_assert_max_num_queries)


def test_requests_to_the_press_and_briefings_cost_one_question_each(world, django_assert_max_num_queries):
    dossier = everything(world)
    for _turn in range(3):
        services.prepare_correction(now(dossier), outlet="Báo", grounds="Sai.", by=world.lead)
        services.ask_attendance(
            now(dossier), kind="briefing_party", agency=world.agency, held_at=timezone.now(), by=world.moderator
        )

    asked(world.lead, reverse("dossiers:dossier", args=[dossier.code]), 26, django_assert_max_num_queries)


@pytest.mark.parametrize("who", WHO)
def test_the_board_asks_15_questions_at_most(world, who, django_assert_max_num_queries):
    for make in (noticed, opened, lambda world: approved(noticed(world), world)):
        statement(make(world), world) if make is not opened else make(world)
    services.flag_impact(noticed(world), at=timezone.now(), reason="Lan nhanh.", by=world.lead)

    asked(getattr(world, who), reverse("dossiers:board"), 15, django_assert_max_num_queries)


def test_the_whole_story_comes_page_by_page(world):
    dossier = noticed(world)
    crowd(dossier, world, evidence=5)
    client = Client()
    client.force_login(world.lead)

    first = client.get(reverse("dossiers:story", args=[dossier.code]))

    assert len(first.context["steps"]) == 100
    assert first.context["page_obj"].paginator.count > 500


def test_a_file_is_read_from_its_place(world):
    file = cite(noticed(world), "a", world.contributor, upload=ContentFile(b"abc", name="a.txt")).file

    assert file.file.read() == b"abc"
