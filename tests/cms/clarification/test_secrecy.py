"""What looks like a state secret is set apart when it is written: the piece, not the dossier (HUE-17)."""

import hashlib
from io import BytesIO

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from cms.clarification import services
from cms.clarification.models import ClaimWord, DossierFile, DossierStep, ScreeningCase
from tests.cms.clarification.scene import (
    cite,
    detected,
    docx,
    notice,
    noticed,
    now,
    opened,
    part,
    pdf,
    statement,
    told,
    upload,
    write,
    xlsx,
)

pytestmark = pytest.mark.django_db
SECRET = "TỐI MẬT\nSố 12/BC zqzbimat"
WORD = "zqzbimat"


def picture_with(words):
    buffer, exif = BytesIO(), Image.Exif()
    exif[0x010E] = words
    Image.new("RGB", (40, 30), "navy").save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def shown_to(person, dossier):
    """Every screen of the dossier, as the person reads it."""
    client = Client()
    client.force_login(person)
    places = [reverse(f"dossiers:{name}", args=[dossier.code]) for name in ("dossier", "story")]
    places += [reverse("dossiers:part", args=[dossier.code, letter]) for letter in ("a", "c")]
    return "".join(client.get(place).content.decode() for place in [*places, reverse("dossiers:board")])


FILES = {
    "bao-cao.pdf": lambda: pdf("<p>TỐI MẬT</p>"),
    "bao-cao.docx": lambda: docx("TỐI MẬT\nNội dung"),
    "bao-cao.xlsx": lambda: xlsx("Độ mật: Mật"),
    "trang.html": lambda: "<p>TUYỆT MẬT</p>".encode(),
    "ghi-chu.txt": lambda: "Độ mật: Tối mật".encode(),
    "anh.jpg": lambda: picture_with("TOI MAT"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_with_the_stamp_is_set_apart_and_screeners_are_told(world, name, django_capture_on_commit_callbacks):
    dossier = noticed(world)

    with django_capture_on_commit_callbacks(execute=True):
        evidence = cite(dossier, "a", world.contributor, title="Báo cáo mẫu", upload=upload(name, FILES[name]()))

    assert evidence.is_withheld
    assert evidence.file.is_withheld
    assert {address for letter in mail.outbox for address in letter.to} >= {world.screener.email}
    assert WORD not in mail.outbox[-1].body


@pytest.mark.parametrize("name", ["bao-cao.pdf", "bao-cao.docx", "bao-cao.xlsx"])
def test_a_harmless_file_is_not(world, name):
    harmless = {
        "bao-cao.pdf": pdf("Mật ong rừng"),
        "bao-cao.docx": docx("Bí mật gia truyền"),
        "bao-cao.xlsx": xlsx("Ong mật"),
    }

    evidence = cite(noticed(world), "a", world.contributor, upload=upload(name, harmless[name]))

    assert not evidence.is_withheld


def test_a_file_set_apart_leaves_to_screeners_alone(world):
    dossier = noticed(world)
    evidence = cite(dossier, "a", world.contributor, upload=upload("mat.txt", SECRET.encode()))
    place = reverse("dossiers:file", args=[evidence.file.key])

    answers = {}
    for who in ("contributor", "lead", "moderator", "auditor", "screener", "director"):
        client = Client()
        client.force_login(getattr(world, who))
        answers[who] = client.get(place).status_code == 200

    assert {who for who, read in answers.items() if read} == {"screener", "director"}


def texts_with_secrets(world, dossier):
    """One deed for every free text of a dossier."""
    yield lambda: write(dossier, "c", world.contributor, body=SECRET)
    yield lambda: cite(dossier, "c", world.contributor, citation=SECRET)
    yield lambda: services.add_item(dossier, claim=told(SECRET), by=world.contributor)
    yield lambda: services.add_spread(dossier.items.first(), text=SECRET, seen_at=timezone.now(), by=world.contributor)
    yield lambda: services.add_situation(dossier, text=SECRET, happened_at=timezone.now(), by=world.contributor)
    yield lambda: notice(dossier, world, text=SECRET)
    yield lambda: statement(dossier, world, title=SECRET)
    yield lambda: services.prepare_correction(dossier, outlet="Báo", grounds=SECRET, by=world.lead)
    yield lambda: services.flag_impact(dossier, at=timezone.now(), reason=SECRET, by=world.lead)
    yield lambda: services.set_aside(cite(dossier, "c", world.contributor), reason=SECRET, by=world.contributor)


@pytest.mark.parametrize("number", range(10))
def test_no_text_with_a_marking_is_read_by_anybody_of_the_dossier(world, number):
    dossier = noticed(world)

    list(texts_with_secrets(world, dossier))[number]()

    assert ScreeningCase.objects.filter(dossier=dossier, closed_at=None).exists()
    for who in ("contributor", "lead", "moderator", "auditor"):
        page = shown_to(getattr(world, who), dossier)
        assert WORD not in page, who
        assert "TỐI MẬT" not in page, who
        assert "Đang" in page or "Under review" in page


def test_a_marking_in_the_title_sets_the_whole_dossier_apart(world):
    dossier = detected(world, SECRET.replace("\n", ": ").replace("TỐI MẬT", "[TỐI MẬT]"))

    client = Client()
    client.force_login(world.contributor)
    assert client.get(reverse("dossiers:dossier", args=[dossier.code]), follow=True).status_code == 404
    client.force_login(world.moderator)
    assert WORD not in client.get(reverse("dossiers:dossier", args=[dossier.code])).content.decode()


def test_the_clock_stops_by_a_measure_whose_words_are_set_apart(world):
    from cms.clarification.services.clocks import clarify_clock

    dossier = noticed(world)

    statement(dossier, world, title=SECRET, copied_at=timezone.now())

    assert clarify_clock(dossier).met_at


def test_a_text_set_apart_is_kept_and_stands_after_two_people_release_it(world):
    dossier = noticed(world)
    write(dossier, "c", world.contributor, body=SECRET)
    case = ScreeningCase.objects.get()
    assert part(dossier, "c").body == ""

    with pytest.raises(PermissionDenied, match="a colleague must propose"):
        services.release(case, by=world.screener, reason="Không phải bí mật.")
    services.propose_release(case, by=world.screener, reason="Chỉ là lời trích.")
    with pytest.raises(PermissionDenied):
        services.release(now(case), by=world.screener, reason="Không phải bí mật.")
    services.release(now(case), by=world.screener2, reason="Đồng ý.")

    assert part(dossier, "c").body == SECRET
    assert part(dossier, "c").changed_by == world.contributor


def test_a_released_text_does_not_overwrite_what_was_written_since(world):
    dossier = noticed(world)
    write(dossier, "c", world.contributor, body=SECRET)
    write(dossier, "c", world.lead, body="Viết sau.")
    case = ScreeningCase.objects.get()
    services.propose_release(case, by=world.screener, reason="Chỉ là lời trích.")

    services.release(now(case), by=world.screener2, reason="Đồng ý.")

    assert part(dossier, "c").body == "Viết sau."
    assert SECRET in {text.body for text in part(dossier, "c").versions.all()}


def test_what_two_people_remove_is_destroyed_and_its_hash_stays(world, django_capture_on_commit_callbacks):
    dossier = noticed(world)
    evidence = cite(dossier, "a", world.contributor, upload=upload("mat.txt", SECRET.encode()))
    name, storage = evidence.file.file.name, evidence.file.file.storage
    services.propose_release(evidence.case, by=world.screener, reason="Phải hủy.")

    with django_capture_on_commit_callbacks(execute=True):
        services.purge(now(evidence.case), by=world.screener2, reason="Đồng ý hủy.")

    assert not storage.exists(name)
    assert DossierFile.objects.get().sha256 == hashlib.sha256(SECRET.encode()).hexdigest()
    assert now(evidence).is_withheld
    assert now(evidence.case).hits == []
    assert services.chain_is_whole(dossier)


def test_a_reason_set_apart_keeps_its_place_in_the_chain_after_its_removal(world):
    dossier = opened(world)
    services.flag_impact(dossier, at=timezone.now(), reason=SECRET, by=world.lead)
    case = ScreeningCase.objects.get()
    services.propose_release(case, by=world.screener, reason="Phải hủy.")

    services.purge(now(case), by=world.screener2, reason="Đồng ý hủy.")

    assert WORD not in DossierStep.objects.get(event="flag").reason
    assert services.chain_is_whole(dossier)


def test_a_claim_set_apart_is_found_by_nobody_until_it_is_released(world):
    dossier = opened(world)
    item = services.add_item(dossier, claim=told(SECRET), by=world.contributor)
    assert not ClaimWord.objects.filter(item=item).exists()

    services.propose_release(item.case, by=world.screener, reason="Lời trích.")
    services.release(now(item.case), by=world.screener2, reason="Đồng ý.")

    assert ClaimWord.objects.filter(item=item, word=WORD).exists()


def test_a_dossier_is_not_closed_while_a_piece_is_under_review(world):
    from tests.cms.clarification.scene import approved

    dossier = approved(noticed(world), world)
    statement(dossier, world, title=SECRET, copied_at=timezone.now())
    services.monitor(now(dossier), by=world.moderator)

    with pytest.raises(PermissionDenied, match="under review"):
        services.close(now(dossier), outcome="faded", lessons="Bài học.", by=world.director)


def test_screeners_decide_on_a_screen_of_their_own(world):
    dossier = noticed(world)
    write(dossier, "c", world.contributor, body=SECRET)
    case = ScreeningCase.objects.get()
    place = reverse("dossiers:screening_case", args=[case.pk])
    first, second = Client(), Client()
    first.force_login(world.screener)
    second.force_login(world.screener2)

    assert WORD in first.get(place).content.decode()
    first.post(place, {"deed": "propose", "reason": "Chỉ là lời trích."})
    second.post(place, {"deed": "release", "reason": "Đồng ý."})

    assert part(dossier, "c").body == SECRET


@pytest.mark.parametrize("who", ["contributor", "lead", "moderator", "auditor"])
def test_nobody_else_has_that_screen(world, who):
    write(noticed(world), "c", world.contributor, body=SECRET)
    client = Client()
    client.force_login(getattr(world, who))

    for place in (
        reverse("dossiers:screening"),
        reverse("dossiers:screening_case", args=[ScreeningCase.objects.get().pk]),
    ):
        assert client.get(place, follow=True).status_code == 404
