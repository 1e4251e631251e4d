"""What a person may do with a page in the editor. Nobody publishes or withdraws by hand, superusers included."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import CharField
from django.db.models.functions import Cast
from wagtail.models import PagePermissionTester, Revision
from wagtail.permissions import policy_registry

from cms.accounts import permissions as may

from ..choices import HIDDEN, State
from .decisions import Decision
from .status import ItemStatus
from .visibility import visible


class ItemRights(PagePermissionTester):
    """Rights on one page, read from seats and from where the page stands (matrix §5.2)."""

    def __init__(self, user: Any, page: Any) -> None:
        self.user, self.page = user, page
        self.permission_policy = policy_registry.get(page)
        self.page_is_root = page.depth == 1

    @cached_property
    def permissions(self) -> set[str]:
        """Wagtail's words for what its own screens ask."""
        words = {"add"} if self.may_add else set()
        return words | ({"change"} if self.is_own else set())

    @cached_property
    def status(self) -> ItemStatus:
        return self.listed or self.page.specific.status

    @cached_property
    def listed(self) -> Any:
        """The row that was fetched with the rows of all other pages of a list."""
        return getattr(self.page, "listed_status", None)

    @cached_property
    def is_own(self) -> bool:
        """The item belongs to an agency in whose contribute or approve seat the person sits today."""
        agency = self.status.agency
        return bool(agency and (may.is_contributor(self.user, agency) or may.is_lead(self.user, agency)))

    @cached_property
    def is_held(self) -> bool:
        """The person is the appraiser who has taken it; an appraiser may correct, and thereby becomes an author."""
        return self.status.state == State.IN_APPRAISAL and self.status.assignee_id == self.user.pk

    @cached_property
    def may_add(self) -> bool:
        """Sections take pages from every contributor; what stands above them, from the operating unit alone."""
        if not any(each.seat.kind in ("contribute", "approve") for each in may.authorities(self.user)):
            return self.user.is_superuser
        return self.page.specific_class.is_open_to_agencies or bool(may.is_moderator(self.user)) or self.is_own

    def can_see(self) -> bool:
        """The person may read it in the admin."""
        return visible(type(self.page)._base_manager.filter(pk=self.page.pk), self.user).exists()

    def can_edit(self) -> bool:
        if not self.user.is_active or self.page_is_root or self.status.state in (*HIDDEN, State.ARCHIVED):
            return False
        return self.user.is_superuser or self.is_own or self.is_held

    def can_add_subpage(self) -> bool:
        kinds = self.page.specific_class.creatable_subpage_models() if self.page.specific_class else []
        return self.user.is_active and any(kind.can_create_at(self.page) for kind in kinds) and self.may_add

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Only drafts that were never handed in: what has produced data is closed, never deleted (DN-22)."""
        return self.can_edit() and self.page.is_leaf() and not self.has_history

    @cached_property
    def has_history(self) -> bool:
        if self.listed:
            return self.listed.round > 0 or self.listed.is_decided
        revisions = Revision.page_revisions.filter(object_id=str(self.page.pk))
        return self.status.round > 0 or Decision.objects.filter(revision__in=revisions).exists()

    def can_move(self) -> bool:
        return self.can_edit() and not self.page.live

    def can_move_to(self, destination: Any) -> bool:
        if self.page == destination or destination.is_descendant_of(self.page) or not self.can_move():
            return False
        fits = self.page.is_child_of(destination) or self.page.specific.can_move_to(destination)
        return fits and "add" in destination.permissions_for_user(self.user).permissions

    def can_view_revisions(self) -> bool:
        """Earlier texts and drafts: not for whoever may only read what is public."""
        return self.can_edit() or (not self.page_is_root and self.sees_drafts)

    @cached_property
    def sees_drafts(self) -> bool:
        """The person's seats show where the page stands, and thereby its latest text."""
        if self.listed:
            return self.listed.is_seen
        return ItemStatus.objects.visible_to(self.user).filter(pk=self.status.pk).exists()

    def can_lock(self) -> bool:
        return self.can_edit()

    def can_unlock(self) -> bool:
        return self.can_edit()

    def can_reorder_children(self) -> bool:
        return self.is_own

    def never(self, *args: Any) -> bool:
        """Decisions publish, withdraw and schedule; privacy is a word of the text; handing in has its own screen."""
        return False

    can_publish = can_publish_subpage = can_unpublish = can_unschedule = never
    can_set_view_restrictions = can_submit_for_moderation = never


def decided(page: Any) -> bool:
    """Something in this subtree was decided on."""
    subtree = page.get_descendants(inclusive=True).annotate(key=Cast("pk", CharField()))
    revisions = Revision.page_revisions.filter(object_id__in=subtree.values("key"))
    return Decision.objects.filter(revision__in=revisions).exists()
