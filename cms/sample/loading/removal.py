"""Takes the sample archive away, with all that was done to it since: what is kept for ever in life was only a sample.

The legal record can be deleted by nobody. So the triggers step aside, and rows go in the order in which they refer to
one another. If anything of the archive's own refers to the sample, the database refuses and everything stays.
"""

from collections.abc import Iterable
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Q, QuerySet
from wagtail.models import (
    Comment,
    Locale,
    ModelLogEntry,
    Page,
    PageLogEntry,
    Revision,
    Site,
    TaskState,
    WorkflowState,
)
from wagtail_localize.models import String, Template, TranslatableObject

from cms.accounts.models import Delegation, Seat, SeatAssignment, User
from cms.deadlines.models import Deadline, Note, Notice, Reminder, StopEvent
from cms.library.models import ArchiveDocument, ArchiveImage
from cms.moderation import triggers
from cms.moderation.models import (
    AccessionCounter,
    ChecklistLine,
    Decision,
    ItemStatus,
    ProposedChange,
    Quarantine,
    ReturnNote,
    Screening,
    Step,
    Submission,
)
from cms.organisation.models import (
    AdministrativeUnit,
    Agency,
    AgencySuccession,
    AgencyTerm,
    FunctionAssignment,
    UnitSuccession,
)
from cms.pages.models import FieldOfManagement, HomePage, Theme

from ..reading import tables
from .texts import FOLDER, Texts


@transaction.atomic
def remove() -> int:
    """Take everything away, and say how many pages there were."""
    texts = Texts()
    agencies = Agency.objects.filter(eid__in=[row.eid for row in texts.agencies])
    pages = pages_of(agencies)
    triggers.step_aside()
    remove_clocks(agencies)
    remove_record(pages)
    remove_pages(pages)
    remove_files(agencies)
    remove_people(texts, agencies)
    remove_lists()
    remove_organisation(texts, agencies)
    triggers.come_back()
    return len(pages)


def pages_of(agencies: QuerySet[Agency]) -> list[Page]:
    """The sample's first pages in every language, and whatever has been hung below them."""
    homes = HomePage.objects.filter(source_agency__in=agencies)
    return list(
        Page.objects.filter(pk__in=[page.pk for home in homes for page in home.get_descendants(inclusive=True)])
    )


def erase(rows: QuerySet) -> None:
    """Delete rows themselves, past the refusals of their models; the log forgets them too."""
    if rows.model._meta.label != ModelLogEntry._meta.label:
        keys = [str(key) for key in rows.values_list("pk", flat=True)]
        kind = ContentType.objects.get_for_model(rows.model)
        ModelLogEntry.objects.filter(content_type=kind, object_id__in=keys).delete()
    models.QuerySet.delete(rows)


def remove_clocks(agencies: QuerySet[Agency]) -> None:
    """What ran against the sample's agencies, and who was told."""
    clocks = Deadline.objects.filter(agency__in=agencies)
    erase(Notice.objects.filter(reminder__deadline__in=clocks))
    for kept in (Reminder, StopEvent, Note):
        erase(kept._base_manager.filter(deadline__in=clocks))
    erase(clocks)


def remove_record(pages: Iterable[Page]) -> None:
    """What was handed in, judged and decided."""
    keys = [str(page.pk) for page in pages]
    kind = ContentType.objects.get_for_model(Page)
    statuses = ItemStatus.objects.filter(base_content_type=kind, object_id__in=keys)
    revisions = Revision.objects.filter(base_content_type=kind, object_id__in=keys)
    workflows = WorkflowState.objects.filter(base_content_type=kind, object_id__in=keys)
    erase(ReturnNote.objects.filter(step__status__in=statuses))
    erase(Decision.objects.filter(revision__in=revisions))
    erase(Step.objects.filter(status__in=statuses))
    erase(Quarantine.objects.filter(status__in=statuses))
    erase(Screening.objects.filter(status__in=statuses))
    statuses.update(submission=None)
    erase(Submission.objects.filter(status__in=statuses))
    erase(statuses)
    workflows.update(current_task_state=None)
    TaskState.objects.filter(workflow_state__in=workflows).delete()
    workflows.delete()
    if not ItemStatus.objects.exclude(accession_number=None).exists():
        erase(AccessionCounter.objects.all())


def remove_pages(pages: list[Page]) -> None:
    keys = [page.pk for page in pages]
    translations = {page.translation_key for page in pages}
    Site.objects.filter(root_page__in=keys).delete()
    Comment.objects.filter(page__in=keys).delete()
    Page.objects.filter(pk__in=keys).update(latest_revision=None, live_revision=None)
    for gallery_first in sorted(pages, key=lambda page: (page.specific_class.__name__ != "GalleryPage", -page.depth)):
        Page.objects.get(pk=gallery_first.pk).specific.delete()
    PageLogEntry.objects.filter(page__in=keys).delete()
    TranslatableObject.objects.filter(translation_key__in=translations).delete()
    String.objects.filter(segments=None, translations=None).delete()
    Template.objects.filter(segments=None).delete()
    used = Page.objects.values("locale")
    Locale.objects.exclude(pk__in=used).exclude(language_code="vi").delete()


def remove_files(agencies: QuerySet[Agency]) -> None:
    models: tuple[Any, ...] = (ArchiveImage, ArchiveDocument)
    for model in models:
        for file in model.objects.filter(agency__in=agencies):
            file.delete()


def remove_people(texts: Texts, agencies: QuerySet[Agency]) -> None:
    people = User.objects.filter(email__in=[row.email for row in texts.people])
    seats = Seat.objects.filter(agency__in=agencies)
    erase(ProposedChange.objects.filter(Q(proposed_by__in=people) | Q(decided_by__in=people)))
    erase(Delegation.objects.filter(seat__in=seats))
    erase(SeatAssignment.objects.filter(seat__in=seats))
    erase(seats)
    for log in (ModelLogEntry, PageLogEntry):
        log.objects.filter(user__in=people).delete()
    EmailAddress.objects.filter(user__in=people).delete()
    erase(people)


def remove_lists() -> None:
    erase(Theme.objects.filter(code__in=[row.code for row in tables.read_themes(FOLDER)]))
    erase(FieldOfManagement.objects.filter(code__in=[row.code for row in tables.read_fields(FOLDER)]))
    erase(ChecklistLine.objects.filter(code__in=[row.code for row in tables.read_checklist(FOLDER)]))


def remove_organisation(texts: Texts, agencies: QuerySet[Agency]) -> None:
    units = AdministrativeUnit.objects.filter(code__in=[row.code for row in texts.units])
    erase(FunctionAssignment.objects.filter(agency__in=agencies))
    erase(AgencySuccession.objects.filter(Q(predecessor__in=agencies) | Q(successor__in=agencies)))
    erase(AgencyTerm.objects.filter(name_vi__in=[row.name_vi for row in texts.agencies]))
    agencies.update(parent=None)
    erase(agencies)
    erase(UnitSuccession.objects.filter(Q(predecessor__in=units) | Q(successor__in=units)))
    units.update(parent=None)
    erase(units)
