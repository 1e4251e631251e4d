"""Who searches: which index answers them, which documents they may find, and the check of every hit."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from cms.accounts import permissions as may
from cms.moderation.models import public
from cms.moderation.models.visibility import visible

from .documents import EVERYBODY, JUDGES, agency_token
from .engines import Scope


@dataclass(frozen=True)
class Visitor:
    """Anybody at all: finds what is public."""

    index = "public"

    @property
    def scope(self) -> Scope:
        return Scope((EVERYBODY,))

    def allowed(self, pages: QuerySet) -> QuerySet:
        return public(pages)


@dataclass(frozen=True)
class Editor:
    """A person with seats: finds the drafts these seats show, and what is public of all others."""

    user: Any
    index = "staff"

    @property
    def scope(self) -> Scope:
        own = tuple(str(agency.pk) for agency in may.agencies(self.user, "contribute", "approve"))
        tokens = tuple(agency_token(int(pk)) for pk in own)
        if may.is_moderator(self.user) or may.is_director(self.user) or may.is_auditor(self.user):
            return Scope((*tokens, JUDGES))
        return Scope(tokens, public_except=own)

    def allowed(self, pages: QuerySet) -> QuerySet:
        return visible(pages, self.user)


Reader = Visitor | Editor
