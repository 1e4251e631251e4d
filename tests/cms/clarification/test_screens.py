"""The screens of dossiers: what each person finds there, and what becomes of what is typed."""

import datetime
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from openpyxl import load_workbook

from cms.clarification import services
from cms.clarification.choices import Letter, MeasureKind, State
from cms.clarification.forms import DEEDS
from cms.clarification.models import ClarificationDossierPage as Dossier
from tests.cms.clarification.scene import (
    A_DAY,
    AN_HOUR,
    CLAIM,
    approved,
    cite,
    detected,
    notice,
    noticed,
    now,
    opened,
    part,
    pdf,
    statement,
    submitted,
    taken,
    upload,
    write,
)

pytestmark = pytest.mark.django_db


def as_(person):
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(person)
    person.wagtail_userprofile.delete() if hasattr(person, "wagtail_userprofile") else None
    return client


def address(name, *args):
    return reverse(f"dossiers:{name}", args=args)


def found(client, place):
    """The status in the end: what is not there is looked for in every language first."""
    return client.get(place, follow=True).status_code


def typed(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


def text(response):
    return response.content.decode()


def claim_typed(**more):
    given = {
        "title": "Tin đồn cấm đánh bắt",
        "claim": CLAIM,
        "language": "vi",
        "outlet": "Trang mẫu",
        "url": "https://tin.example/bai?utm_source=x",
        "first_seen_at": typed(timezone.now() - AN_HOUR),
        "harm": "3",
        "reporter_kind": "person",
        "reporter_name": "Người báo tin kín",
        "is_reporter_protected": "on",
    }
    return {**given, **more}


def test_false_information_is_recorded_with_a_copy_of_the_page(world):
    data = claim_typed(copy=upload("ban-chup.pdf", pdf("Bài đăng mẫu")))

    answer = as_(world.contributor).post(address("new", "detected"), data)

    dossier = Dossier.objects.get()
    assert answer["Location"] == address("dossier", dossier.code)
    assert dossier.items.get().copies.get().file.sha256
    assert dossier.items.get().canonical_url == "tin.example/bai"


def test_nothing_typed_is_lost_when_something_is_missing(world):
    answer = as_(world.contributor).post(address("new", "detected"), claim_typed(outlet=""))

    assert answer.status_code == 200
    assert CLAIM in text(answer)
    assert not Dossier.objects.exists()


def test_the_department_asks_in_writing_and_opens_in_one_go(world):
    data = {"title": "Tin mẫu", "request_number": "", "request_date": "2026-05-04", "lead": world.agency.pk}
    client = as_(world.moderator)

    refused = client.post(address("new", "request"), data)
    assert "number" in text(refused)
    assert not Dossier.objects.exists()
    client.post(address("new", "request"), {**data, "request_number": "15/SVH"})

    assert Dossier.objects.get().state == State.OPENED


def test_an_agency_has_no_form_to_ask_in_writing(world):
    assert found(as_(world.lead), address("new", "request")) == 404


def test_earlier_claims_are_shown_without_a_script_and_only_those_one_may_read(world):
    opened(world)
    data = claim_typed(look="1", claim="Phá Vân Trình cấm đánh bắt tháng 12 tới")

    own = text(as_(world.contributor).post(address("new", "detected"), data))
    foreign = text(as_(world.contributor2).post(address("new", "detected"), data))

    code = Dossier.objects.get().code
    assert code in own
    assert code not in foreign
    assert Dossier.objects.count() == 1


PLACES = ["dossier", "story", "pdf"]


@pytest.mark.parametrize("who", ["contributor2", "security", "screener2"])
def test_whoever_has_no_business_there_gets_the_answer_of_a_dossier_that_does_not_exist(world, who):
    dossier = noticed(world)
    client, there, nowhere = as_(getattr(world, who)), dossier.code, "HS.2026.LR999"

    for name, more in [*((name, []) for name in PLACES), ("part", ["a"]), *(("deed", [deed]) for deed in DEEDS)]:
        answers = [client.get(address(name, code, *more), follow=True) for code in (there, nowhere)]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert text(answers[0]).replace(there, nowhere) == text(answers[1])


def test_the_board_shows_an_agency_its_own_and_the_department_all(world):
    noticed(world)
    other = services.open_dossier(detected(world, "Tin khác hẳn"), lead=world.agency2, by=world.moderator)

    boards = {
        name: text(as_(getattr(world, name)).get(address("board"))) for name in ("lead", "director", "contributor2")
    }

    assert other.code in boards["director"]
    assert other.code in boards["contributor2"]
    assert other.code not in boards["lead"]


def test_the_most_urgent_stands_first_and_late_ones_are_marked(world):
    calm, urgent = noticed(world), opened(world)
    notice(urgent, world, timezone.now() - 30 * A_DAY, sent_at=timezone.now() - 31 * A_DAY)

    page = text(as_(world.director).get(address("board")))

    assert page.index(urgent.code) < page.index(calm.code)
    assert "is-late" in page
    assert urgent.code in text(as_(world.director).get(address("board") + "?tab=late"))
    assert calm.code not in text(as_(world.director).get(address("board") + "?tab=late"))


def test_filters_find_by_words_agency_and_state(world):
    dossier, other = noticed(world), detected(world, "Chuyện khác", text="Nội dung khác", outlet="Báo Xa")
    client = as_(world.director)

    for asked, shown in (
        ("q=Báo Xa", other),
        (f"q={dossier.code}", dossier),
        ("state=noticed", dossier),
        ("state=detected", other),
    ):
        page = text(client.get(address("board") + f"?tab=all&{asked}"))
        missing = dossier if shown == other else other
        assert address("dossier", shown.code) in page, asked
        assert address("dossier", missing.code) not in page, asked


def test_the_working_screen_names_the_next_step_with_its_button(world):
    dossier = noticed(world)

    page = text(as_(world.contributor).get(address("dossier", dossier.code)))

    assert "Go on with part a" in page
    assert "7-day clock" in page
    assert "A return does not stop it" in page


def test_the_press_comes_first_when_the_matter_is_grave(world):
    dossier = noticed(world)
    services.flag_impact(dossier, at=timezone.now() - AN_HOUR, reason="Lan nhanh.", by=world.lead)

    page = text(as_(world.contributor).get(address("dossier", dossier.code)))

    assert "The press is waiting" in page
    assert page.index("24-hour clock") < page.index("7-day clock")


@pytest.mark.parametrize("who", ["contributor", "lead", "moderator", "director", "auditor"])
@pytest.mark.parametrize("far", [detected, opened, noticed, "submitted", "taken", "approved"])
def test_every_screen_opens_in_every_state_for_everybody(world, who, far):
    steps = {"submitted": submitted, "taken": taken, "approved": approved}
    dossier = far(world) if callable(far) else steps[far](noticed(world), world)
    client = as_(getattr(world, who))

    places = [address(name, dossier.code) for name in ("dossier", "story")]
    places += [address("part", dossier.code, letter) for letter in Letter.values]
    places += [address("deed", dossier.code, name) for name, deed in DEEDS.items() if deed.target_model is None]
    for place in places:
        assert client.get(place).status_code == 200, place


def test_a_part_is_written_on_its_own_screen(world):
    dossier = noticed(world)

    as_(world.contributor).post(
        address("part", dossier.code, "c"), {"version": "0", "body": "Không có quyết định nào.", "is_finished": "on"}
    )

    assert part(dossier, "c").body == "Không có quyết định nào."
    assert part(dossier, "c").changed_by == world.contributor


def test_two_officers_in_two_parts_both_keep_their_words(world):
    dossier = noticed(world)
    first, second = as_(world.contributor), as_(world.lead)

    first.post(address("part", dossier.code, "a"), {"version": "0", "body": "Phần a."})
    second.post(address("part", dossier.code, "b"), {"version": "0", "body": "Phần b."})

    assert (part(dossier, "a").body, part(dossier, "b").body) == ("Phần a.", "Phần b.")


def test_the_second_in_the_same_part_sees_the_difference_and_loses_nothing(world):
    dossier = noticed(world)
    first, second = as_(world.contributor), as_(world.lead)
    first.post(address("part", dossier.code, "a"), {"version": "0", "body": "Sáu nơi đăng lại."})

    answer = second.post(address("part", dossier.code, "a"), {"version": "0", "body": "Bảy nơi đăng lại."})

    page = text(answer)
    assert answer.status_code == 409
    assert "<del>Sáu</del>" in page
    assert "<ins>Bảy</ins>" in page
    assert 'value="1"' in page
    assert part(dossier, "a").body == "Sáu nơi đăng lại."
    second.post(address("part", dossier.code, "a"), {"version": "1", "body": "Sáu, rồi bảy nơi đăng lại."})
    assert part(dossier, "a").body == "Sáu, rồi bảy nơi đăng lại."
    assert part(dossier, "a").versions.count() == 2


def test_every_deed_has_a_title_and_a_button_with_words(world):
    dossier = noticed(world)
    client = as_(world.moderator)

    for name, deed in DEEDS.items():
        if deed.target_model is None:
            page = text(client.get(address("deed", dossier.code, name)))
            assert f">{escape(str(deed.title))}</h2>" in page, name
            assert f">{escape(str(deed.button))}</button>" in page or "Back to the dossier" in page, name
    notice_screen = text(client.get(address("deed", dossier.code, "notice")))
    assert ">Record the notice</button>" in notice_screen


def test_a_notice_is_refused_beside_its_fields_with_everything_still_there(world):
    dossier = opened(world)
    data = {
        "number": "",
        "dated_on": "",
        "sent_at": typed(timezone.now()),
        "received_at": typed(timezone.now() - A_DAY),
        "text": "Đề nghị làm rõ ngay.",
    }

    page = text(as_(world.lead).post(address("deed", dossier.code, "notice"), data))

    for sentence in ("number of the notice", "date of the notice", "before it is sent", "Đề nghị làm rõ ngay."):
        assert sentence in page
    assert not dossier.notices.exists()


def test_from_notice_to_answer_by_forms_alone(world):
    dossier = opened(world)
    client, moment = as_(world.lead), timezone.now() - AN_HOUR
    client.post(
        address("deed", dossier.code, "notice"),
        {
            "number": "211/SVH",
            "dated_on": moment.date().isoformat(),
            "sent_at": typed(moment - AN_HOUR),
            "received_at": typed(moment),
            "recipients": [world.agency.pk],
        },
    )
    client.post(
        address("deed", dossier.code, "measure"),
        {
            "kind": MeasureKind.PRESS_RELEASE,
            "name": "Thông cáo 05",
            "at": typed(timezone.now()),
            "agency": world.agency.pk,
            "language": "vi",
            "counts_as_statement": "on",
        },
    )
    measure = dossier.measures.get()
    client.post(
        address("deed", dossier.code, "copied", measure.pk), {"at": typed(timezone.now()), "reference": "88/CV"}
    )

    page = text(client.get(address("dossier", dossier.code)))
    assert "hd-due--met" in text(as_(world.director).get(address("board")))
    assert "Statement made" in page
    assert "Copied to the department" in page


def test_what_belongs_to_another_dossier_is_not_there(world):
    mine, other = noticed(world), noticed(world)
    measure = statement(other, world)

    assert found(as_(world.lead), address("deed", mine.code, "copied", measure.pk)) == 404


def test_a_protected_reporter_is_named_to_the_department_alone(world):
    dossier = detected(world, reporter_name="Trần Kín Đáo", reporter_contact="0900 000 000")

    assert "Trần Kín Đáo" in text(as_(world.moderator).get(address("dossier", dossier.code)))
    for who in ("contributor", "lead", "auditor"):
        page = text(as_(getattr(world, who)).get(address("dossier", dossier.code)))
        assert "Trần Kín Đáo" not in page
        assert "0900 000 000" not in page


def test_the_menu_shows_dossiers_to_those_who_have_business_there(world):
    for who, shown in (("contributor2", True), ("moderator", True), ("auditor", True), ("security", False)):
        page = text(as_(getattr(world, who)).get(reverse("wagtailadmin_home")))
        assert (address("board") in page) is shown, who
    assert found(as_(world.security), address("board")) == 404


def test_the_report_of_a_quarter_is_a_page_a_workbook_and_a_document(world):
    dossier = noticed(world)
    statement(dossier, world, copied_at=timezone.now())
    client = as_(world.director)

    page = text(client.get(address("report")))
    book = load_workbook(BytesIO(client.get(address("report_file", "xlsx")).content))
    document = client.get(address("report_file", "docx"))

    assert dossier.code in page
    row = [cell.value for cell in book.active[4]]
    assert row[0] == dossier.code
    assert row[7] == 0
    assert document.content.startswith(b"PK")


def test_words_of_a_title_never_become_a_formula(world):
    dossier = detected(world, '=HYPERLINK("https://bay.example","x")')

    book = load_workbook(BytesIO(as_(world.director).get(address("report_file", "xlsx")).content))

    cell = book.active["B4"]
    assert cell.value == dossier.title
    assert cell.data_type == "s"


def test_another_quarter_is_another_report(world):
    dossier = detected(world)
    last_year = datetime.date.today().year - 1

    page = text(as_(world.director).get(address("report") + f"?year={last_year}&quarter=1"))

    assert dossier.code not in page


def test_the_dossier_prints_as_an_archival_file_with_every_hash(world):
    from pypdf import PdfReader

    dossier = noticed(world)
    write(dossier, "a", world.contributor)
    evidence = cite(dossier, "a", world.contributor, upload=upload("to-trinh.pdf", pdf("Tờ trình")))

    answer = as_(world.lead).get(address("pdf", dossier.code))

    reader = PdfReader(BytesIO(answer.content))
    printed = "".join(page.extract_text() for page in reader.pages).replace("\n", "")
    assert evidence.file.sha256 in printed.replace(" ", "")
    assert dossier.code in printed
    assert b"pdfaid" in answer.content or "pdfaid" in str(reader.xmp_metadata and reader.xmp_metadata.stream.get_data())
    assert "no-store" in answer["Cache-Control"]


def test_a_file_leaves_by_its_door_alone_and_as_a_file_to_save(world):
    dossier = noticed(world)
    evidence = cite(
        dossier, "a", world.contributor, upload=upload("trang.html", b"<script>alert(1)</script><p>Tin</p>")
    )
    place = address("file", evidence.file.key)

    answer = as_(world.lead).get(place)

    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert found(as_(world.contributor2), place) == 404
    assert found(Client(), place) == 200  # the door, not the file
    assert "Tin" not in text(Client().get(place, follow=True))
    assert Client().get(f"/media/{evidence.file.file.name}", follow=True).status_code == 404


def test_the_board_and_the_screen_ask_few_questions(world, django_assert_max_num_queries):
    dossier = noticed(world)
    services.flag_impact(dossier, at=timezone.now(), reason="Lan nhanh.", by=world.lead)
    for _turn in range(3):
        noticed(world)
        cite(now(dossier), "a", world.contributor)
        statement(dossier, world)
    client = as_(world.director)
    client.get(address("board"))

    with django_assert_max_num_queries(15):
        client.get(address("board"))
    with django_assert_max_num_queries(25):
        client.get(address("dossier", dossier.code))
    client = as_(world.contributor)
    client.get(address("board"))
    with django_assert_max_num_queries(15):
        client.get(address("board"))
    with django_assert_max_num_queries(25):
        client.get(address("dossier", dossier.code))
