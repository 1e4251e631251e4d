"""Which fields of a page are words that the public reads, and which are bookkeeping that any save may change."""

from wagtail.models import COMMENTS_RELATION_NAME

LIFE = {"live", "live_revision", "first_published_at", "last_published_at", "expired", "alias_of"}
TREE = {"path", "depth", "numchild", "url_path", "content_type", "translation_key", "locale", "owner"}
DRAFT = {"draft_title", "latest_revision", "latest_revision_created_at", "has_unpublished_changes"}
LOCK = {"locked", "locked_at", "locked_by"}
BOOKKEEPING = TREE | DRAFT | LOCK | {COMMENTS_RELATION_NAME}


def without_numbers(value: object) -> object:
    """Inline rows without the numbers that rows happen to have in one table or another."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [{key: child[key] for key in child if key != "pk"} for child in value]
    return value


def words_of(data: dict[str, object]) -> dict[str, object]:
    """What the public reads, out of an item's serialised data."""
    return {name: without_numbers(value) for name, value in data.items() if name not in BOOKKEEPING | LIFE}
