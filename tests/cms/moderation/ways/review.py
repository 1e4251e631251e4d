"""Ways through the review itself: judging one's own text, other workflows, words that change under the judges."""

import contextlib

from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Revision, Task, Workflow, WorkflowPage, WorkflowTask

from cms.moderation import services
from cms.moderation.models import ItemStatus, Submission
from cms.pages.models import ArticlePage
from tests.archive import article, now
from tests.cms.moderation.ways.register import way
from tests.cms.moderation.ways.scene import (
    SECRET,
    buttons_of_wagtail,
    edit,
    form,
    handed_in,
    judged,
    on_every_seat,
    signed_in,
    url,
)


def clean_text_after(world, *judges):
    """Innocent words, handed in and judged so far."""
    page = handed_in(article(world, title="Clean", slug="clean"), world.contributor)
    judged(page, *judges)
    return now(page)


@way
def author_approves(world):
    author = on_every_seat(world, world.contributor)
    judged(handed_in(world.page, author), author, author)


@way
def superuser_approves_own_text(world):
    world.page.save_revision(user=world.superuser)
    page = handed_in(world.page, world.contributor)
    judged(page, world.superuser)
    buttons_of_wagtail(page, world.superuser, world.superuser, world.superuser)


@way
def superuser_on_every_seat_approves_own_text(world):
    boss = on_every_seat(world, world.superuser)
    world.page.save_revision(user=boss)
    judged(handed_in(world.page, world.contributor), boss, boss)


@way
def superuser_without_a_seat_judges(world):
    page = handed_in(world.page, world.contributor)
    judged(page, world.superuser, world.superuser)
    assert now(page).status.state == "submitted"


@way
def earlier_editor_approves(world):
    """The last revision is another's, but some of the words are his."""
    world.page.save_revision(user=world.director)
    world.page.save_revision(user=world.contributor)
    judged(handed_in(world.page, world.contributor), world.lead, world.moderator, world.director)


@way
def own_words_brought_back_by_a_colleague(world):
    """The director's draft was replaced by another text, which was published; then somebody reverts to the draft."""
    world.known.intro = SECRET
    his = world.known.save_revision(user=world.director)
    page = now(world.known)
    page.intro = "Innocent"
    page.save_revision(user=world.contributor)
    judged(handed_in(page, world.contributor), world.lead, world.moderator, world.deputy)
    assert now(page).status.state == "published"
    signed_in(world.helper).post(url("revisions_revert", page.pk, his.pk), form(now(page), intro=SECRET))
    assert now(page).get_latest_revision().content["intro"] == SECRET
    judged(handed_in(page, world.helper), world.lead, world.moderator, world.director)
    assert now(page).status.state == "appraised"


@way
def one_person_takes_every_step(world):
    judge = on_every_seat(world, world.director)
    judged(handed_in(world.page, world.contributor), judge, judge)


@way
def lead_approves_too(world):
    judge = on_every_seat(world, world.lead)
    judged(handed_in(world.page, world.contributor), judge, world.moderator, judge)


@way
def author_whose_revisions_were_purged_approves(world):
    page = article(world, by=world.director, title=SECRET, slug="purged")
    page.save_revision(user=world.contributor)
    call_command("purge_revisions", verbosity=0)
    judged(handed_in(page, world.contributor), world.lead, world.moderator, world.director)


@way
def nobody_is_named_as_author(world):
    page = article(world, title=SECRET, slug="nameless")
    page.save_revision(user=None)
    judged(handed_in(page, world.contributor), world.lead, world.moderator, world.director)


@way
def approve_in_the_shell(world):
    page = handed_in(world.page, world.contributor)
    for _step in range(3):
        now(page).current_workflow_state.current_task_state.approve(user=world.contributor)


@way
def finish_in_the_shell(world):
    page = handed_in(world.page, world.contributor)
    now(page).current_workflow_state.finish(user=world.director)


@way
def dashboard_buttons_of_wagtail(world):
    page = handed_in(world.page, world.contributor)
    buttons_of_wagtail(page, world.lead, world.moderator, world.director, world.superuser)


@way
def workflow_replaced_on_the_section(world):
    task = GroupApprovalTask.objects.create(name="Quick")
    quick = Workflow.objects.create(name="Quick")
    WorkflowTask.objects.create(workflow=quick, task=task)
    WorkflowPage.objects.create(page=world.section, workflow=quick)
    signed_in(world.superuser).post(edit(world.page), form(world.page, **{"action-submit": "1"}))
    buttons_of_wagtail(world.page, world.superuser)
    quick.start(now(world.page), world.superuser)
    buttons_of_wagtail(world.page, world.superuser)


@way
def workflow_without_tasks(world):
    WorkflowPage.objects.create(page=world.section, workflow=Workflow.objects.create(name="Empty"))
    signed_in(world.contributor).post(edit(world.page), form(world.page, **{"action-submit": "1"}))


@way
def start_an_empty_workflow_in_the_shell(world):
    Workflow.objects.create(name="Empty").start(world.page, world.contributor)


@way
def last_task_is_disabled(world):
    page = handed_in(world.page, world.contributor)
    judged(page, world.lead, world.moderator)
    task = Task.objects.get(pk=now(page).current_workflow_task.pk)
    signed_in(world.superuser).post(reverse("wagtailadmin_workflows:disable_task", args=[task.pk]))


@way
def workflow_is_disabled(world):
    page = handed_in(world.page, world.contributor)
    judged(page, world.lead, world.moderator)
    workflow = now(page).current_workflow_state.workflow
    signed_in(world.superuser).post(reverse("wagtailadmin_workflows:disable", args=[workflow.pk]))


@way
def cancel_the_workflow_and_unlock(world):
    page = handed_in(world.page, world.contributor)
    author = signed_in(world.contributor)
    author.post(edit(page), form(page, **{"action-cancel-workflow": "1"}))
    for name in ("lock", "unlock"):
        author.post(url(name, page.pk))


@way
def moderator_edits_and_appraises(world):
    page = clean_text_after(world, world.lead)
    services.take(page, by=world.moderator)
    page = now(page)
    page.intro = SECRET
    page.save_revision(user=world.moderator)
    judged(page, world.moderator, world.director)
    judged(page, world.lead, world.moderator, world.director)


@way
def text_changes_after_judging(world):
    page = clean_text_after(world, world.lead, world.moderator)
    page.intro = SECRET
    with contextlib.suppress(PermissionDenied):
        page.save_revision(user=world.helper)
    judged(page, world.director)


@way
def text_changes_in_the_row_after_judging(world):
    page = clean_text_after(world, world.lead, world.moderator)
    ArticlePage.objects.filter(pk=page.pk).update(intro=SECRET)
    judged(page, world.director)


@way
def revision_is_overwritten_after_judging(world):
    """Autosave writes new words under the old number."""
    page = clean_text_after(world, world.lead, world.moderator)
    page.intro = SECRET
    with contextlib.suppress(PermissionDenied):
        page.save_revision(user=world.contributor, overwrite_revision=page.get_latest_revision())
    judged(page, world.director)


@way
def revision_is_updated_after_judging(world):
    page = clean_text_after(world, world.lead, world.moderator)
    revision = page.get_latest_revision()
    page.revisions.update(content={**revision.content, "intro": SECRET})
    judged(page, world.director)


def another_text(page, world):
    return Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        user=world.contributor,
        content={**page.serializable_data(), "intro": SECRET},
    )


@way
def approvals_are_copied_to_another_text(world):
    page = clean_text_after(world, world.lead, world.moderator)
    state, dirty = page.current_workflow_state, another_text(page, world)
    ArticlePage.objects.filter(pk=page.pk).update(latest_revision=dirty)
    state.copy_approved_task_states_to_revision(dirty)
    state.task_states.filter(status="in_progress").update(revision=dirty)
    judged(page, world.director)


@way
def submission_points_to_another_text(world):
    page = clean_text_after(world, world.lead, world.moderator)
    Submission.objects.filter(status=page.status).update(revision=another_text(page, world))
    judged(page, world.director)


@way
def status_says_published(world):
    ItemStatus.objects.filter(object_id=str(world.page.pk)).update(state="published")
    judged(world.page, world.director)


@way
def status_says_appraised(world):
    page = handed_in(world.page, world.contributor)
    ItemStatus.objects.filter(object_id=str(page.pk)).update(state="appraised")
    judged(page, world.director)
