"""Questions to the library."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from wagtail.images.models import ImageQuerySet

from cms.accounts import permissions as may


class ArchiveImageQuerySet(ImageQuerySet):
    """Images by who may see them in the admin."""

    def visible_to(self, user: Any) -> ArchiveImageQuerySet:
        """Own uploads and own agency's for those who write; all for those who judge."""
        if user.is_superuser or may.is_moderator(user) or may.is_director(user):
            return self
        return self.writable_by(user)

    def writable_by(self, user: Any) -> ArchiveImageQuerySet:
        """What the person may describe and choose: own uploads and what belongs to own agencies."""
        if user.is_superuser:
            return self
        return self.filter(Q(uploaded_by_user=user) | Q(agency__in=may.agencies(user, "contribute", "approve")))
