"""The editor as officers meet it: buttons that work, drafts that always save, and nobody else's drafts."""

import datetime

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from cms.core import clock
from cms.library.models import ArchiveImage
from cms.moderation import services
from cms.moderation.choices import State
from cms.pages.models import ArticlePage, Theme
from tests.archive import article, cleared, handed_in, image, now, published, taken
from tests.cms.moderation.test_queue import signed_in

pytestmark = pytest.mark.django_db


def edit_address(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form_of(client, address, **words):
    """The editor's form as the browser would send it; blocks are left out."""
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form").copy()
    data["body-count"] = "0"
    data.update(words)
    return data


def new_article(world, client, **words):
    address = reverse("wagtailadmin_pages:add", args=["pages", "articlepage", world.section.pk])
    return client.post(address, form_of(client, address, **words))


def test_a_draft_saves_with_nothing_but_a_title(world):
    client = signed_in(world.contributor)

    new_article(world, client, title="Chỉ có nhan đề")

    page = ArticlePage.objects.get(title="Chỉ có nhan đề")
    assert page.status.state == State.DRAFT
    assert page.source_agency == world.agency


def test_a_day_that_has_not_come_is_refused_with_a_reason(world):
    client = signed_in(world.contributor)
    tomorrow = (clock.today() + datetime.timedelta(days=1)).isoformat()

    answer = new_article(world, client, title="Ngày mai", activity_date=tomorrow)

    assert "This day has not come yet" in answer.content.decode()
    assert not ArticlePage.objects.filter(title="Ngày mai").exists()


def test_handing_in_saves_first_then_opens_the_last_look(world):
    client = signed_in(world.contributor)

    answer = new_article(world, client, title="Gửi ngay", **{"hd-submit": "1"})

    page = ArticlePage.objects.get(title="Gửi ngay")
    assert answer.url == reverse("review:submit", args=[page.content_type_id, page.pk])


def test_an_officer_writes_for_no_other_agency(world):
    client = signed_in(world.contributor)

    new_article(world, client, title="Mượn danh", source_agency=world.agency2.pk)

    page = ArticlePage.objects.filter(title="Mượn danh").first()
    assert page is None or page.source_agency == world.agency


def test_what_is_missing_is_listed_with_links(world):
    page = article(world, intro="")

    shown = signed_in(world.contributor).get(edit_address(page)).content.decode()

    assert 'href="#field-intro"' in shown
    assert "Write the standfirst" in shown


def test_an_empty_block_of_text_is_no_text(world):
    empty, written = article(world, slug="trong", body=[("text", "<p> </p>")]), article(world, slug="du")

    assert [lack.field for lack in empty.missing()] == ["body"]
    assert written.missing() == []


def test_the_reason_of_a_return_stands_in_the_editor(world):
    page = taken(article(world), world)
    services.return_to_author(page, by=world.moderator, reason="Sai ngày.", notes={"intro": "Ngắn hơn."})

    shown = signed_in(world.contributor).get(edit_address(page)).content.decode()

    assert "Sai ngày." in shown
    assert 'data-hd-note="intro"' in shown


def test_buttons_that_can_never_work_are_not_there(world):
    page = published(article(world), world)

    for person in (world.contributor, world.lead):
        shown = signed_in(person).get(edit_address(page)).content.decode()
        assert "action-publish" not in shown
        assert f"/admin/pages/{page.pk}/unpublish/" not in shown
        assert "action-cancel-workflow" not in shown


def test_what_is_being_judged_stands_still(world):
    page = handed_in(article(world), world)
    client = signed_in(world.contributor)

    client.post(edit_address(page), {"title": "Đổi trộm", "slug": page.slug, "body-count": "0"})

    assert now(page).get_latest_revision_as_object().title == page.title


def test_what_is_being_judged_says_why_it_stands_still(world):
    page = handed_in(article(world), world)

    shown = signed_in(world.contributor).get(edit_address(page)).content.decode()

    assert "This is under review and cannot be changed." in shown


def test_the_slug_folds_vietnamese_letters_before_wagtail_drops_them(world):
    shown = signed_in(world.contributor).get(edit_address(article(world))).content.decode()

    assert "js/slug.js" in shown


def test_another_agencys_draft_is_in_no_list(world):
    page = article(world, title="Ban nhap kin")
    client = signed_in(world.contributor2)

    for address in (
        reverse("wagtailadmin_explore", args=[world.section.pk]),
        reverse("wagtailadmin_choose_page_child", args=[world.section.pk]) + "?page_type=wagtailcore.page",
        reverse("wagtailadmin_choose_page_search") + "?q=nhap&page_type=wagtailcore.page",
        reverse("wagtailadmin_pages:search") + "?q=nhap",
    ):
        assert "Ban nhap kin" not in client.get(address, follow=True).content.decode(), address
    for name in ("edit", "history", "view_draft", "copy", "usage"):
        answer = client.get(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]), follow=True)
        assert "Ban nhap kin" not in answer.content.decode().replace("data-", ""), name
    revision = page.latest_revision_id
    both = (("revisions_view", [page.pk, revision]), ("revisions_compare", [page.pk, "earliest", "latest"]))
    for name, arguments in both:
        answer = client.get(reverse(f"wagtailadmin_pages:{name}", args=arguments), follow=True)
        assert "Ban nhap kin" not in answer.content.decode(), name


def test_another_agencys_picture_is_in_no_chooser(world):
    image(world.agency)
    ArchiveImage.objects.update(title="Anh kin")

    shown = signed_in(world.contributor2).get(reverse("wagtailimages_chooser:choose"), follow=True).content.decode()
    own = signed_in(world.contributor).get(reverse("wagtailimages_chooser:choose")).content.decode()

    assert "Anh kin" not in shown
    assert "Anh kin" in own


@pytest.mark.parametrize("name", ["site_history", "aging_pages", "page_types_usage", "locked_pages", "workflow"])
def test_reports_that_name_others_work_are_closed(world, name):
    address = reverse(f"wagtailadmin_reports:{name}")

    answer = signed_in(world.contributor).get(address)

    assert answer.status_code in (302, 403)


def test_menus_hold_what_a_role_may_use(world):
    page = signed_in(world.contributor).get("/admin/").content.decode()

    assert '"name": "reports"' not in page
    assert '"name": "workflows"' not in page
    assert '"name": "screening"' not in page
    assert '"name": "upload-pictures"' in page


def test_a_record_to_be_reviewed_again_comes_back_to_its_agency(world):
    published(article(world, title="Cần xem lại", review_by=datetime.date(2026, 1, 31)), world)

    assert "Cần xem lại" in signed_in(world.contributor).get("/admin/").content.decode()
    assert "Cần xem lại" not in signed_in(world.contributor2).get("/admin/").content.decode()


def test_an_article_begins_in_its_section(world):
    answer = signed_in(world.contributor).get(reverse("write", args=["article"]))

    assert answer.url == reverse("wagtailadmin_pages:add", args=["pages", "articlepage", world.section.pk])


def test_the_review_is_one_click_from_the_explorer(world):
    page = cleared(article(world), world)

    answer = signed_in(world.moderator).get(reverse("wagtailadmin_explore", args=[page.pk]), follow=True)

    assert f"/admin/review/{page.content_type_id}/{page.pk}/" in answer.content.decode()


def test_a_word_switched_off_is_not_offered_but_stays_where_it_is_used(world):
    page = article(world)
    Theme.objects.create(code="old", name_vi="Chủ đề cũ", name_en="Old", is_active=False)
    client = signed_in(world.contributor)
    assert "Chủ đề cũ" not in client.get(edit_address(page)).content.decode()

    page.themes.add(Theme.objects.get(code="old"))
    page.save_revision(user=world.contributor)

    assert f'value="{Theme.objects.get(code="old").pk}"' in client.get(edit_address(page)).content.decode()
