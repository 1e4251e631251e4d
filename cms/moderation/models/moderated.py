"""What an item must be so that nobody can read it without a decision: below every screen, form and command."""

from __future__ import annotations

import logging
from typing import Any, ClassVar

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext as _
from wagtail.models import COMMENTS_RELATION_NAME, Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.url_routing import RouteResult

from ..choices import HIDDEN, AccessClass, Audience, Sensitivity, State
from . import authorship, bookkeeping
from .decisions import Decision, NotDecided, public
from .listed import ListedStatus
from .missing import Missing
from .rights import ItemRights
from .status import ItemStatus
from .visibility import visible
from .words import BOOKKEEPING, words_of

logger = logging.getLogger(__name__)


class PublicPageQuerySet(PageQuerySet):
    """Pages by who may read them."""

    def public(self) -> PublicPageQuerySet:
        """What everybody may read: live, by a standing decision."""
        return public(self)

    def visible_to(self, user: Any) -> PublicPageQuerySet:
        """What this person may read: what is public, and what their seats show them."""
        return visible(self, user)


class Moderated(models.Model):
    """Something with revisions which the public reads only by decision (HUE-24)."""

    # What Wagtail's mixins and the page's own fields bring along.
    live: bool
    live_revision: Any
    live_revision_id: int | None
    latest_revision: Any
    sensitivity: int
    access_class: str
    serializable_data: Any
    objects: Any

    class Meta:
        abstract = True

    has_workflow = False  # handing in is a service of its own: it asks for a declaration, and keeps the record

    def get_workflow(self) -> None:
        """Wagtail starts no workflow by itself: whatever a section was assigned, there is one way to the public."""

    @property
    def audience(self) -> str:
        """Who will read this text once it is decided on; decided together with the text."""
        is_open = self.sensitivity == Sensitivity.PUBLIC and self.access_class == AccessClass.PUBLIC
        return Audience.PUBLIC if is_open else Audience.STAFF

    @property
    def is_public(self) -> bool:
        return public(type(self)._base_manager.filter(pk=self.pk)).exists()

    @property
    def status(self) -> ItemStatus:
        """Where the item stands; an item that nobody has saved a revision of is a draft."""
        found = ItemStatus.objects.of(self).select_related("agency", "assignee", "submission").first()
        return found or bookkeeping.new_status(self)

    def authors(self, revision: Any = None) -> set[int]:
        """Numbers of all who wrote in it since an earlier text was published."""
        return authorship.authors(self, revision or self.latest_revision)

    def words(self) -> dict[str, object]:
        """What the public reads of it."""
        return words_of(self.serializable_data())

    @transaction.atomic
    def publish(self, revision: Any, user: Any = None, skip_permission_checks: bool = True, **kwargs: Any) -> None:
        """The decision is the permission: no other will do, and none other is needed."""
        self.lock_row()
        if not Decision.objects.on(self).unused(revision).exists():
            raise NotDecided(_("Nobody has decided on this text yet."))
        super().publish(revision, user=user, skip_permission_checks=True, **kwargs)  # type: ignore[misc]

    def missing(self) -> list[Missing]:
        """What must be given before it can be handed in (HUE-22); nothing is asked of a draft."""
        return []

    def bars_to_approval(self) -> list[str]:
        """Why a director should not approve this text yet; only a reason for the record overrides it."""
        return []

    def lock_row(self) -> Moderated:
        """Whoever publishes waits for whoever withdraws: both lock the item's row first, then the text's."""
        ItemStatus.objects.of(self).select_for_update().first()
        return type(self)._base_manager.select_for_update(of=("self",)).get(pk=self.pk)

    def save(self, *args: Any, update_fields: Any = None, **kwargs: Any) -> None:
        """Whoever saves a public row leaves what the public reads as it is: new words wait in a revision."""
        if update_fields is None or not BOOKKEEPING.issuperset(update_fields):
            update_fields = self.fields_to_save(update_fields)
        super().save(*args, update_fields=update_fields, **kwargs)

    def fields_to_save(self, update_fields: Any) -> Any:
        """All fields while a decision is carried out, only bookkeeping on a public row, and no way to live besides."""
        if self.live and Decision.objects.unused(self.live_revision_id).exists():
            if self.words() != self.live_revision.as_object().words():
                raise NotDecided(_("These are not the words which were decided on."))
        elif self.pk and self.is_public:
            if self.words() != type(self)._base_manager.get(pk=self.pk).words():
                logger.info("Saving %r left its public words as they are: they change by decision.", self)
            return BOOKKEEPING & set(update_fields or saveable_names(type(self)))
        elif self.live:
            raise NotDecided(_("Nobody has decided on this text yet."))
        return update_fields

    @transaction.atomic
    def save_revision(self, user: Any = None, overwrite_revision: Any = None, **kwargs: Any) -> Any:
        """What is being judged stands still, what was judged is never written over, and the item's row follows."""
        status = self.status
        if not may_write(status, user):
            raise PermissionDenied(_("It is being judged: it must be returned before it can change."))
        if overwrite_revision and overwrite_revision.task_states.exists():
            overwrite_revision = None
        revision = super().save_revision(  # type: ignore[misc]
            user=user, overwrite_revision=overwrite_revision, **kwargs
        )
        bookkeeping.follow_revision(status, self, user)
        return revision


def may_write(status: ItemStatus, user: Any) -> bool:
    """Drafts and public items take new text; what waits takes it only from the appraiser who holds it."""
    if status.state == State.IN_APPRAISAL:
        return user is not None and status.assignee_id == user.pk
    return not status.is_waiting and status.state not in {*HIDDEN, State.ARCHIVED}


def saveable_names(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.get_fields() if field.concrete or field.name == COMMENTS_RELATION_NAME}


class ModeratedPageBase(Moderated, Page):
    """A page which the public reads only by decision."""

    objects = PageManager.from_queryset(PublicPageQuerySet)()

    listed_status = ListedStatus()

    is_open_to_agencies: ClassVar[bool] = False  # whether every agency's contributors may add pages below it

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> ItemRights:
        return ItemRights(user, self)

    def get_admin_display_title(self) -> str:
        """A public page goes by its public title: the title of its next draft is not for every agency."""
        return self.title if self.live else super().get_admin_display_title()

    def route(self, request: Any, path_components: list[str]) -> Any:
        """A withdrawn page still has its address: whoever asks is told that it is gone (410), not that it never was."""
        if not path_components and not self.live and self.status.withdrawn_at:
            return RouteResult(self)
        return super().route(request, path_components)

    def create_alias(
        self, *, parent: Any = None, update_slug: str | None = None, update_locale: Any = None, **kwargs: Any
    ) -> Any:
        """An alias would be public where nobody has read it: a draft of its own is made instead."""
        changes = {"slug": update_slug, "locale": update_locale}
        known = ("recursive", "user", "reset_translation_key")
        return self.copy(
            to=parent,
            update_attrs={name: value for name, value in changes.items() if value},
            copy_revisions=False,
            keep_live=False,
            **{name: value for name, value in kwargs.items() if name in known},
        )

    def update_aliases(self, **kwargs: Any) -> None:
        """Publishing one page publishes no other."""


def moderated_models() -> list[type[Moderated]]:
    """Every kind of item that passes the review."""
    return [model for model in apps.get_models() if issubclass(model, Moderated)]
