"""From an officer's draft to a page the world reads."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from cms.moderation import services
from cms.moderation.choices import State
from cms.moderation.models import Decision
from tests.archive import answers, appraised, article, handed_in, now, published, taken

pytestmark = pytest.mark.django_db


def status_of(address: str) -> int:
    return Client().get(address).status_code


def test_an_article_is_public_after_three_others_have_judged_it(archive):
    page = published(article(archive), archive)

    assert page.status.state == State.PUBLISHED
    assert status_of(page.url) == 200
    decision = Decision.objects.on(page).get()
    people = (decision.author, decision.cleared_by, decision.appraised_by, decision.approved_by)
    assert people == (archive.contributor, archive.lead, archive.moderator, archive.director)


def test_nobody_reads_it_before_it_is_approved(archive):
    page = appraised(article(archive), archive)

    assert not page.live
    assert status_of(page.get_url() or "/vi/bai-viet/nha-nhac-ben-song/") == 404


def test_an_agency_without_a_lead_skips_clearance_and_says_so(archive):
    page = article(archive, by=archive.contributor2, source_agency=archive.agency2)

    page = handed_in(page, archive)

    assert page.status.state == State.AGENCY_CLEARED
    assert [step.event for step in page.status.steps.all()] == ["submit", "no_lead"]


def test_a_returned_item_keeps_its_target_date_and_starts_another_round(archive):
    page = taken(article(archive), archive)
    due = page.status.due_on

    services.return_to_author(page, by=archive.moderator, reason="Sai ngày.", notes={"activity_date": "Ngày 12."})

    page = now(page)
    assert page.status.state == State.RETURNED
    assert page.status.steps.last().notes.get().text == "Ngày 12."
    page = handed_in(page, archive)
    assert (page.status.round, page.status.due_on) == (2, due)


def test_the_author_may_judge_nothing(archive):
    page = handed_in(article(archive, by=archive.lead), archive, by=archive.lead)

    with pytest.raises(PermissionDenied):
        services.clear(page, by=archive.lead)


def test_the_appraiser_may_not_approve(archive):
    page = appraised(article(archive), archive)

    with pytest.raises(PermissionDenied):
        services.approve(page, by=archive.moderator)


def test_only_one_appraiser_takes_an_item(archive):
    page = taken(article(archive), archive)

    with pytest.raises(services.AlreadyDone):
        services.take(page, by=archive.moderator2)


def test_an_appraisal_answers_every_mandatory_line(archive):
    page = taken(article(archive), archive)

    with pytest.raises(ValidationError):
        services.appraise(page, by=archive.moderator, answers=dict.fromkeys(answers(), False))


def test_a_page_sent_back_is_appraised_again(archive):
    page = appraised(article(archive), archive)
    services.send_back(page, by=archive.director, reason="Xem lại nguồn.")

    services.take(page, by=archive.moderator2)
    services.appraise(page, by=archive.moderator2, answers=answers())
    services.approve(page, by=archive.director)

    assert Decision.objects.on(page).get().appraised_by == archive.moderator2


def test_an_appraiser_who_corrects_the_text_leaves_the_appraisal_to_a_colleague(archive):
    page = taken(article(archive), archive)
    page.intro = "Đã sửa."
    page.save_revision(user=archive.moderator)

    page = now(page)
    assert page.status.state == State.SUBMITTED
    services.clear(page, by=archive.lead)
    services.take(page, by=archive.moderator)
    with pytest.raises(PermissionDenied):
        services.appraise(page, by=archive.moderator, answers=answers())


def test_a_change_of_a_public_page_is_not_seen_until_it_is_decided(archive):
    page = published(article(archive), archive)
    page.intro = "Câu mở đầu mới."
    page.save_revision(user=archive.contributor)
    assert "Câu mở đầu mới" not in Client().get(page.url).content.decode()

    published(now(page), archive)

    assert "Câu mở đầu mới" in Client().get(page.url).content.decode()
    assert page.status.accession_number == now(page).status.accession_number


def test_a_withdrawn_page_is_gone(archive):
    page = published(article(archive), archive)

    services.withdraw(page, by=archive.director, reason="Nhầm ảnh.")

    assert status_of(page.url) == 410
    assert "Nhầm ảnh" not in Client().get(page.url).content.decode()


def test_restoring_is_a_decision_of_its_own(archive):
    page = published(article(archive), archive)
    services.withdraw(page, by=archive.director, reason="Nhầm.")

    services.restore(now(page), by=archive.deputy, reason="Không nhầm.")

    assert status_of(page.url) == 200
    assert Decision.objects.on(page).count() == 2


def test_a_returned_claim_is_free_for_a_colleague(archive):
    page = taken(article(archive), archive)

    services.release_claim(page, by=archive.moderator)

    assert now(page).status.assignee is None
    services.take(page, by=archive.moderator2)
