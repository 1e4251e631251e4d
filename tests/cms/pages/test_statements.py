"""A clarification statement: complete, in two languages, spoken by somebody who may, with corrections that stay."""

import datetime
import json

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from cms.core import clock
from cms.moderation import bulk, services
from cms.pages import corrections
from cms.pages.forms import StatementForm
from cms.pages.models import ClarificationStatementPage, StatementCorrection
from tests.archive import appraised, handed_in, now, published
from tests.cms.pages.statements import DAY, answered, delegation, in_english, rewritten, spokesperson, statement

pytestmark = pytest.mark.django_db


def read(page, **query):
    return Client().get(page.get_url(), query).content.decode()


def reasons(page):
    return {each.field: each.message for each in page.get_latest_revision_as_object().missing()}


# --- what it must say


def test_a_complete_statement_lacks_nothing(world):
    assert reasons(statement(world)) == {}


@pytest.mark.parametrize("field", ["intro", "said", "said_where", "verdict", "ground", "done"])
def test_each_part_is_asked_for(world, field):
    assert field in reasons(statement(world, **{field: ""}))


def test_the_key_of_the_address_is_kept_with_the_text(world):
    page = statement(world, said_url="https://www.bao-mau.example/tin/cau-mau-sap/?utm_source=x#top")

    assert page.said_url_key == "bao-mau.example/tin/cau-mau-sap"


@pytest.mark.parametrize("words", [{"said_on": clock.today() + DAY}, {"standing": "paused"}])
def test_what_cannot_be_is_not_even_a_draft(world, words):
    page = statement(world)
    for name, value in words.items():
        setattr(page, name, value)

    with pytest.raises(ValidationError):
        page.full_clean()


# --- who speaks


def test_somebody_speaks(world):
    assert "spokesperson" in reasons(statement(world, spokesperson=None))


def test_a_delegation_that_ended_yesterday_is_refused(world):
    over = delegation(spokesperson(world), valid_to=clock.today() - DAY)
    page = statement(world, delegation=over)

    assert "ended" in reasons(page)["delegation"] or "hết" in reasons(page)["delegation"]
    with pytest.raises(services.Incomplete):
        handed_in(page, world)


def test_a_delegation_that_holds_may_speak(world):
    assert reasons(statement(world, delegation=delegation(spokesperson(world)))) == {}


def test_a_spokesperson_who_is_not_public_may_not_speak(world):
    entry = spokesperson(world)
    type(entry).objects.update(published_at=None, published_by=None)

    assert "spokesperson" in reasons(statement(world, spokesperson=now(entry)))


def test_the_editor_refuses_a_delegation_that_is_over(world, client):
    page = statement(world)
    over = delegation(spokesperson(world), valid_to=clock.today() - DAY)
    form = editor(page, world, spokesperson="", delegation=over.pk)

    assert not form.is_valid()
    assert "delegation" in form.errors


# --- two languages


def test_the_vietnamese_text_alone_is_barred(world):
    page = appraised(statement(world), world)

    with pytest.raises(services.Barred):
        services.approve(page, by=world.director)
    with pytest.raises(services.Barred):
        services.approve(page, by=world.director, override="  ")
    assert not now(page).is_public


def test_a_reason_overrides_and_stays_in_the_record(world):
    page = appraised(statement(world), world)

    step = services.approve(page, by=world.director, override="Bản tiếng Anh chờ kiểm tra thuật ngữ.")

    assert now(page).is_public
    assert step.reason == "Bản tiếng Anh chờ kiểm tra thuật ngữ."


def test_with_a_public_foreign_text_nothing_bars(world):
    page, english = answered(world)

    assert page.is_public
    assert english.is_public


def test_a_foreign_text_that_waits_for_its_hour_is_enough(world):
    page = statement(world)
    english = in_english(page, world)
    rewritten(english, world.contributor, go_live_at=datetime.datetime(2040, 1, 1, tzinfo=datetime.UTC))
    published(now(english), world)

    assert published(page, world).is_public


def test_both_are_approved_in_one_go_in_whatever_order(world):
    page = statement(world)
    english = appraised(in_english(page, world), world)
    page = appraised(page, world)

    answers = bulk.decide([page.status, english.status], "approve", by=world.director)

    assert [each.is_done for each in answers] == [True, True]


def test_the_review_screen_warns_and_takes_the_reason(world):
    page = appraised(statement(world), world)
    status = page.status
    client = Client()
    client.force_login(world.director)
    address = reverse("review:item", args=[status.content_type_id, status.object_id])
    sent = {"event": "approve", "revision": page.latest_revision_id}

    screen = client.get(address)
    refused = client.post(address, {**sent, "override": ""})
    done = client.post(address, {**sent, "override": "Gấp, bản dịch sau một giờ."})

    assert 'id="bars"' in screen.content.decode()
    assert refused.status_code == 200
    assert done.status_code == 302
    assert now(page).is_public


def test_the_screen_of_a_text_that_nothing_bars_has_no_warning(world):
    page = statement(world)
    published(in_english(page, world), world)
    status = appraised(page, world).status
    client = Client()
    client.force_login(world.director)

    screen = client.get(reverse("review:item", args=[status.content_type_id, status.object_id]))

    assert 'id="bars"' not in screen.content.decode()


# --- corrections stay


def corrected(world):
    page, _english = answered(world)
    page.corrections.add(StatementCorrection(day=clock.today(), text="Ghi 8 nhịp; đúng là 9 nhịp."))
    page.save_revision(user=world.contributor, log_action=True)
    return published(now(page), world)


def editor(page, world, **changes):
    """The editor's form as the screen would send it, with these changes."""
    latest = page.get_latest_revision_as_object()
    form_class = ClarificationStatementPage.get_edit_handler().get_form_class()
    blank = form_class(instance=latest, for_user=world.contributor, parent_page=page.get_parent())
    data = {}
    for part in [blank, *(form for formset in blank.formsets.values() for form in [formset.management_form, *formset])]:
        for bound in part:
            data[bound.html_name] = bound.value()
    data |= {"body-count": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", **changes}
    data = {name: "" if value is None else value for name, value in data.items()}
    assert issubclass(form_class, StatementForm)
    return form_class(data, instance=latest, for_user=world.contributor, parent_page=page.get_parent())


def test_a_correction_is_public_with_its_day(world):
    assert "đúng là 9 nhịp" in read(corrected(world))


def test_the_editor_keeps_a_public_correction(world):
    form = editor(corrected(world), world)

    assert corrections.refusal() not in str(form.errors)


@pytest.mark.parametrize("change", [{"corrections-0-text": "Không có gì."}, {"corrections-0-DELETE": "1"}])
def test_the_editor_refuses_to_change_or_delete_a_public_correction(world, change):
    form = editor(corrected(world), world, **change)

    assert not form.is_valid()
    assert corrections.refusal() in form.errors["__all__"]


def test_no_draft_and_no_approval_loses_a_public_correction(world):
    page = corrected(world)
    page.corrections.clear()

    with pytest.raises(ValidationError):
        page.save_revision(user=world.contributor)
    page.save_revision(user=world.contributor, clean=False)
    with pytest.raises(services.Incomplete):
        handed_in(now(page), world)
    assert now(page).corrections.count() == 1


def test_a_later_correction_joins_the_first(world):
    page = corrected(world)
    page.corrections.add(StatementCorrection(day=clock.today(), text="Thêm tên kỹ sư."))
    page.save_revision(user=world.contributor, log_action=True)

    text = read(published(now(page), world))

    assert "Thêm tên kỹ sư." in text
    assert "đúng là 9 nhịp" in text


def test_a_correction_of_tomorrow_is_refused(world):
    page, _english = answered(world)
    page.corrections.add(StatementCorrection(day=clock.today() + DAY, text="Mai."))

    with pytest.raises(ValidationError):
        StatementCorrection(statement=page, locale=page.locale, day=clock.today() + DAY, text="Mai.").full_clean()


# --- what the public reads


def test_the_page_says_the_four_parts_and_who_speaks(world):
    page, english = answered(world)

    text, foreign = read(page), read(english)

    for words in (
        "Cầu mẫu đã sập đêm qua.",
        "Kỹ sư đã đo",
        "Biên bản kiểm tra số 8",
        "Phát ngôn chính thức",
        "Lê Minh Mẫu",
    ):
        assert words in text
    for words in ("What was said", "What is true", "On what ground", "What was done", "Who speaks", "Chief of Office"):
        assert words in foreign
    assert 'href="https://bao-mau.example' not in text + foreign


def test_a_paused_statement_says_so_on_top_and_in_lists(world):
    page, _english = answered(world)
    page = rewritten(page, world.contributor, standing="paused", standing_note="Đang kiểm tra lại số liệu.")
    published(page, world)

    assert "Đang kiểm tra lại số liệu." in read(page)
    assert "chip--warn" in read(world.section)


def test_a_superseded_statement_leads_to_the_later_one(world):
    page, _english = answered(world)
    later = statement(world, title="Trả lời mới", slug="tra-loi-moi", said_url="")
    later = services.approve(appraised(later, world), by=world.director, override="thử") and now(later)
    page = rewritten(page, world.contributor, standing="superseded", standing_note="Có thêm tin.", superseded_by=later)

    assert later.get_url() in read(published(page, world))


def test_the_section_lists_it_and_the_feed_has_it(world):
    page, _english = answered(world)

    assert page.title in read(world.section)
    assert page.title in Client().get("/vi/feed/").content.decode()
    assert page.get_url() in Client().get("/sitemap-vi.xml").content.decode()


def test_machines_read_a_claim_review(world):
    page, _english = answered(world, said="Cầu </script><b>sập")

    text = read(page)

    block = text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    found = json.loads(block)
    assert found["@type"] == "ClaimReview"
    assert found["claimReviewed"] == "Cầu </script><b>sập"
    assert found["reviewRating"]["ratingValue"] == 1
    assert found["itemReviewed"]["appearance"]["url"] == page.said_url


def test_the_dump_holds_what_is_public_and_nothing_else(world):
    page, english = answered(world)
    statement(world, title="Bản nháp kín", slug="nhap-kin")
    rewritten(page, world.contributor, intro="Lời chưa ai duyệt.")

    answer = Client().get("/api/statements.ndjson")
    text = b"".join(answer.streaming_content).decode()

    assert answer["Content-Type"].startswith("application/x-ndjson")
    assert {json.loads(line)["title"] for line in text.splitlines()} == {page.title, english.title}
    assert "nháp" not in text
    assert "chưa ai duyệt" not in text


def test_a_withdrawn_statement_leaves_the_dump(world):
    page, _english = answered(world)
    services.withdraw(page, by=world.director, reason="thử")

    assert b"".join(Client().get("/api/statements.ndjson").streaming_content) == b""
