"""The screens on which items are handed in, judged and screened."""

import pytest
from django.urls import reverse
from wagtail.images import get_image_model

from cms.moderation import differences, services
from cms.moderation.choices import State
from cms.moderation.models import ItemStatus
from tests.archive import appraised, article, cleared, handed_in, image_record, now, published, taken
from tests.cms.moderation.test_queue import signed_in

pytestmark = pytest.mark.django_db


def address(page, name="item"):
    status = page.status
    return reverse(f"review:{name}", args=[status.content_type_id, status.object_id])


def decide(client, page, event, **given):
    """Press a button on the review screen, having read the text that is there."""
    revision = page.status.submission.revision_id if page.status.is_waiting else page.latest_revision_id
    return client.post(address(page), {"event": event, "revision": revision, **given})


def changed(page, user, **words):
    """The page with a new draft."""
    for name, value in words.items():
        setattr(page, name, value)
    page.save_revision(user=user, log_action=True)
    return now(page)


# --- handing in


def test_what_is_missing_is_listed_with_links_to_the_fields(world):
    page = article(world, intro="", activity_date=None)

    shown = signed_in(world.contributor).get(address(page, "submit")).content.decode()

    assert "Write the standfirst" in shown
    assert f"/admin/pages/{page.pk}/edit/#field-activity_date" in shown
    assert 'name="declaration"' not in shown


def test_nothing_is_handed_in_without_the_declaration(world):
    page = article(world)

    answer = signed_in(world.contributor).post(address(page, "submit"), {})

    assert "hold no state secret" in answer.content.decode()
    assert now(page).status.state == State.DRAFT


def test_the_author_is_told_who_reads_it_next(world):
    page = article(world)
    client = signed_in(world.contributor)
    assert "the lead of Sở Ngoại vụ clears it" in client.get(address(page, "submit")).content.decode()

    answer = client.post(address(page, "submit"), {"declaration": "on"}, follow=True)

    assert "The lead of your agency reads it next." in answer.content.decode()
    assert now(page).status.state == State.SUBMITTED


def test_an_agency_without_a_lead_is_told_that_clearance_is_skipped(world):
    page = article(world, by=world.contributor2, source_agency=world.agency2)

    assert "straight to the moderators" in signed_in(world.contributor2).get(address(page, "submit")).content.decode()


def test_a_marked_text_is_simply_under_review(world):
    page = article(world, body=[("text", "<p>TỐI MẬT</p>")])

    answer = signed_in(world.contributor).post(address(page, "submit"), {"declaration": "on"}, follow=True)

    shown = answer.content.decode()
    assert "It is under review." in shown
    assert "TỐI MẬT" not in shown
    assert "scan" not in shown


def test_only_the_agency_hands_in(world):
    page = cleared(article(world), world)

    assert signed_in(world.contributor2).get(address(page, "submit"), follow=True).status_code == 404
    assert signed_in(world.moderator).get(address(page, "submit")).status_code == 302


# --- judging


def test_the_lead_clears_in_one_click(world):
    page = handed_in(article(world), world)

    decide(signed_in(world.lead), page, "clear")

    assert now(page).status.state == State.AGENCY_CLEARED


def test_an_appraisal_keeps_the_answers(world):
    page = taken(article(world), world)

    decide(signed_in(world.moderator), page, "appraise", **{"answer-facts": "on"})

    page = now(page)
    assert page.status.state == State.APPRAISED
    assert page.status.steps.last().answers == {"facts": True}


def test_what_was_typed_survives_a_refusal(world):
    page = taken(article(world), world)

    answer = decide(signed_in(world.moderator), page, "return", reason="", **{"note:intro": "Ngắn hơn một nửa."})

    shown = answer.content.decode()
    assert "Give the reason" in shown
    assert "Ngắn hơn một nửa." in shown
    assert now(page).status.state == State.IN_APPRAISAL


def test_notes_stand_beside_their_fields(world):
    page = taken(article(world), world)
    block = page.body[0].id

    decide(
        signed_in(world.moderator),
        page,
        "return",
        reason="Xem ghi chú.",
        **{"note:intro": "Ngắn hơn.", f"note:body:{block}": "Nêu nguồn."},
    )

    notes = {note.field: note.text for note in now(page).status.steps.last().notes.all()}
    assert notes["intro"] == "Ngắn hơn."
    assert notes["body"].endswith("Nêu nguồn.")
    assert "1 · " in notes["body"]


def test_nobody_decides_on_a_text_that_has_changed_meanwhile(world):
    page = taken(article(world), world)

    answer = signed_in(world.moderator).post(
        address(page), {"event": "appraise", "revision": "1", "answer-facts": "on"}
    )

    assert "The text has changed since you opened this screen." in answer.content.decode()
    assert now(page).status.state == State.IN_APPRAISAL


def test_a_decision_that_somebody_else_has_taken_is_said(world):
    page = cleared(article(world), world)
    services.take(page, by=world.moderator)

    answer = decide(signed_in(world.moderator2), now(page), "take")

    assert "Nothing was changed" in answer.content.decode()
    assert now(page).status.assignee == world.moderator


def test_the_author_finds_no_button_to_judge_and_reads_why(world):
    page = handed_in(article(world, by=world.lead), world, by=world.lead)

    shown = signed_in(world.lead).get(address(page)).content.decode()

    assert 'value="clear"' not in shown
    assert "You wrote in this text" in shown


def test_the_director_approves_and_the_public_reads_it(world):
    page = appraised(article(world), world)

    decide(signed_in(world.director), page, "approve")

    assert now(page).is_public


def test_an_appraisal_goes_into_other_hands(world):
    page = taken(article(world), world)

    decide(signed_in(world.director), page, "reassign", to=world.moderator3.pk)

    assert now(page).status.assignee == world.moderator3


def test_the_agency_calls_it_back(world):
    page = handed_in(article(world), world)

    decide(signed_in(world.contributor), page, "recall")

    assert now(page).status.state == State.DRAFT


def test_a_withdrawal_says_to_the_public_what_was_chosen(world):
    page = published(article(world), world)

    decide(signed_in(world.director), page, "withdraw", keep_reason="Nhầm.", ground="rights")

    status = now(page).status
    assert (status.state, status.withdrawal_ground) == (State.WITHDRAWN, "rights")


def test_another_agencys_draft_is_not_there(world):
    page = article(world)

    client = signed_in(world.contributor2)

    for name in ("item", "submit", "preview"):
        assert client.get(address(page, name), follow=True).status_code == 404
    assert client.post(address(page), {"event": "clear"}, follow=True).status_code == 404


def test_a_judge_previews_what_is_asked_for(world):
    page = cleared(article(world, intro="Câu mở đầu riêng."), world)

    shown = signed_in(world.moderator).get(address(page, "preview")).content.decode()

    assert "Câu mở đầu riêng." in shown


def test_the_record_is_told_with_seat_and_reason(world):
    page = taken(article(world), world)
    services.return_to_author(page, by=world.moderator, reason="Sai ngày.")

    shown = signed_in(world.contributor).get(address(page)).content.decode()

    assert f"Returned by {world.moderator}" in shown
    assert "Phòng Thông tin đối ngoại" in shown
    assert "Sai ngày." in shown


# --- what changes


def rows_between(page):
    return {
        row.key: row
        for row in differences.between(page.live_revision.as_object(), page.get_latest_revision_as_object())
    }


def test_a_change_of_figures_is_called_that(world):
    page = changed(published(article(world, intro="Từ năm 1879."), world), world.contributor, intro="Từ năm 1897.")

    row = rows_between(page)["intro"]

    assert row.kind == "figures"
    assert "<del>1879</del>" in row.left
    assert "<ins>1897</ins>" in row.right


def test_blocks_are_compared_one_by_one(world):
    page = published(article(world), world)
    first = page.body.get_prep_value()[0]
    body = [first, {"type": "text", "value": "<p>Đoạn mới.</p>"}]
    page = changed(page, world.contributor, body=type(page).body.field.to_python(body))

    rows = [row for row in rows_between(page).values() if row.field == "body"]

    assert [row.kind for row in rows] == ["same", "added"]
    assert "<ins>Đoạn mới.</ins>" in rows[1].right


def test_markup_in_a_text_is_shown_as_text(world):
    page = changed(published(article(world), world), world.contributor, intro="<script>alert(1)</script>")

    shown = signed_in(world.contributor).get(address(page)).content.decode()

    assert "<script>alert(1)" not in shown
    assert "alert" in shown


def test_a_picture_is_shown_with_its_rights(world):
    page = cleared(image_record(world), world)

    shown = signed_in(world.moderator).get(address(page)).content.decode()

    assert "Pictures and rights" in shown
    assert get_image_model().objects.first().credit_vi in shown


# --- secrecy


def set_apart(world):
    return handed_in(article(world, body=[("text", "<p>Độ mật: TỐI MẬT</p>")], title="Kín"), world)


def test_screeners_alone_see_what_was_found(world):
    status = set_apart(world).status
    where = reverse("review:screening_case", args=[status.pk])

    assert "TỐI MẬT" in signed_in(world.screener).get(where).content.decode()
    for person in (world.contributor, world.lead, world.moderator, world.auditor):
        assert signed_in(person).get(where, follow=True).status_code == 404
        assert signed_in(person).get(reverse("review:screening"), follow=True).status_code == 404


def test_two_people_release(world):
    page = set_apart(world)
    where = reverse("review:screening_case", args=[page.status.pk])
    signed_in(world.screener).post(where, {"deed": "propose", "reason": "Chỉ là ví dụ."})

    alone = signed_in(world.screener).post(where, {"deed": "release", "reason": "Tôi chắc chắn."})
    assert "a colleague must propose it first" in alone.content.decode()
    signed_in(world.screener2).post(where, {"deed": "release", "reason": "Đồng ý."})

    assert now(page).status.state == State.DRAFT


def test_a_director_reads_but_does_not_release(world):
    page = set_apart(world)
    where = reverse("review:screening_case", args=[page.status.pk])

    shown = signed_in(world.director).get(where)
    answer = signed_in(world.director).post(where, {"deed": "propose", "reason": "Không mật."})

    assert shown.status_code == 200
    assert "This takes a seat" in answer.content.decode()
    assert ItemStatus.objects.get(pk=page.status.pk).state == State.QUARANTINED
