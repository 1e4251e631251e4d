"""The guarantee below Python: no save, update, fixture or SQL statement makes anything public without a decision."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from django.db import connection
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Page, Revision, TaskState

from .choices import Audience, ProposalState
from .models import Decision, ItemStatus, ProposedChange, Quarantine, moderated_models
from .models.words import BOOKKEEPING, LIFE

DECIDED = """EXISTS (
    SELECT 1 FROM {decisions} d JOIN {revisions} r ON r.id = d.revision_id
    JOIN django_content_type c ON c.id = r.base_content_type_id
    WHERE d.revision_id = {row}.live_revision_id AND d.ended_at IS NULL AND d.audience = '{public}'
    AND c.app_label = '{app}' AND c.model = '{model}' AND r.object_id = CAST({row}.{key} AS text) {unused})"""


class Rule(NamedTuple):
    """A trigger: after this event on this table, this is refused, with this message."""

    name: str
    table: str
    event: str
    refused: str
    message: str


def decided(row: str, model: Any, unused: str = "") -> str:
    """SQL: the row is live by a standing decision on its own live revision."""
    return DECIDED.format(
        row=row,
        unused=unused,
        key=model._meta.pk.column,
        app=model._meta.app_label,
        model=model._meta.model_name,
        decisions=Decision._meta.db_table,
        revisions=Revision._meta.db_table,
        public=Audience.PUBLIC.value,
    )


def unused(row: str, model: Any) -> str:
    """SQL: … by a decision that is being carried out right now."""
    return decided(row, model, "AND d.published_at IS NULL")


def words(model: Any) -> list[str]:
    """The columns that the public reads."""
    fields = model._meta.local_concrete_fields
    return [field.column for field in fields if not field.primary_key and field.name not in BOOKKEEPING | LIFE]


def changed(columns: list[str]) -> str:
    names = map(connection.ops.quote_name, columns)
    return "(" + " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in names) + ")"


def rules() -> Iterator[Rule]:
    """Every guard, for every moderated kind of item."""
    for root in dict.fromkeys(root_of(model) for model in moderated_models()):
        yield from public_rows(root)
    for model in moderated_models():
        yield from rows_of_a_public_item(model)
    yield from judged_revisions()
    yield settled_proposals()


def public_rows(model: Any) -> Iterator[Rule]:
    """A row is live only by a standing decision, and becomes live or changes its words only by an unused one."""
    table, message = model._meta.db_table, "public only by decision"
    not_root, alias = ("NEW.depth > 1 AND", "OR NEW.alias_of_id IS NOT NULL") if model is Page else ("", "")
    columns = ", ".join(map(connection.ops.quote_name, ["live", "live_revision_id", *words(model)]))
    undecided = f"{not_root} NEW.live AND (NOT {decided('NEW', model)} {alias})"
    rewritten = f"{not_root} NEW.live AND (NOT OLD.live OR {changed(words(model))}) AND NOT {unused('NEW', model)}"
    yield Rule(f"gate_{table}_insert", table, "INSERT", undecided, message)
    yield Rule(f"gate_{table}_update", table, f"UPDATE OF {columns}", f"({undecided}) OR ({rewritten})", message)
    silent = f"OLD.live AND NOT NEW.live AND {decided('OLD', model)}"
    yield Rule(f"gate_{table}_withdraw", table, "UPDATE OF live", silent, "withdrawn only by decision")


def rows_of_a_public_item(model: Any) -> Iterator[Rule]:
    """The kind's own table, and its inline rows, change only while a decision is being carried out."""
    root = root_of(model)
    if model is not root and words(model):
        yield belonging(model, root, model._meta.pk.column, "UPDATE", f"{changed(words(model))} AND")
    for relation in get_all_child_relations(model) if issubclass(model, ClusterableModel) else []:
        if relation.name != COMMENTS_RELATION_NAME:
            for event in ("INSERT", "UPDATE"):
                yield belonging(relation.related_model, root, relation.field.column, event)


def belonging(model: Any, root: Any, column: str, event: str, when: str = "") -> Rule:
    table, key = model._meta.db_table, root._meta.pk.column
    owner = f"SELECT 1 FROM {root._meta.db_table} o WHERE o.{key} = NEW.{column} AND o.live AND NOT {unused('o', root)}"
    name = f"gate_{table}_{event.lower()}"
    return Rule(name, table, event, f"{when} EXISTS ({owner})", "public words change only by decision")


def judged_revisions() -> Iterator[Rule]:
    """A revision is scheduled only by decision, and stands still from the moment somebody is asked to judge it."""
    table, decisions, states = Revision._meta.db_table, Decision._meta.db_table, TaskState._meta.db_table
    standing = f"EXISTS (SELECT 1 FROM {decisions} WHERE revision_id = NEW.id AND ended_at IS NULL)"
    scheduled = f"NEW.approved_go_live_at IS NOT NULL AND NOT {standing}"
    for name, event in (("insert", "INSERT"), ("schedule", "UPDATE OF approved_go_live_at")):
        yield Rule(f"gate_{table}_{name}", table, event, scheduled, "scheduled only by decision")
    judged = f"{changed(['content'])} AND EXISTS (SELECT 1 FROM {states} WHERE revision_id = NEW.id)"
    judged += f" AND NOT EXISTS ({purged()})"
    yield Rule(f"gate_{table}_content", table, "UPDATE OF content", judged, "what was judged stands still")


def settled_proposals() -> Rule:
    """What was proposed stands still, and nothing of a proposal changes once it is settled."""
    table, state = ProposedChange._meta.db_table, ProposalState.PROPOSED.value
    proposed = ["content_type_id", "kind", "title", "data", "base", "differences", "reason", "proposed_by_id"]
    rewritten = f"OLD.state <> '{state}' OR {changed(proposed)}"
    return Rule(f"gate_{table}_update", table, "UPDATE", rewritten, "what was proposed stands still")


def purged() -> str:
    """SQL: two people have decided that the item's words must not be kept; it never becomes public again."""
    table, statuses = Quarantine._meta.db_table, ItemStatus._meta.db_table
    return (
        f"SELECT 1 FROM {table} q JOIN {statuses} s ON s.id = q.status_id WHERE q.outcome = '{Quarantine.PURGED}' "
        "AND s.object_id = NEW.object_id AND s.base_content_type_id = NEW.base_content_type_id"
    )


def root_of(model: Any) -> Any:
    """The model whose table says what is live."""
    return Page if issubclass(model, Page) else model


def statements() -> Iterator[tuple[str, list[str]]]:
    """Each rule's name, and the SQL that sets it up in this kind of database."""
    for rule in {rule.name: rule for rule in rules()}.values():
        yield rule.name, in_sqlite(rule) if connection.vendor == "sqlite" else in_postgresql(rule)


def in_sqlite(rule: Rule) -> list[str]:
    body = f"WHEN {rule.refused} BEGIN SELECT RAISE(ABORT, '{rule.message}'); END"
    return [f"CREATE TRIGGER {rule.name} AFTER {rule.event} ON {rule.table} {body}"]


def in_postgresql(rule: Rule) -> list[str]:
    name, raised = rule.name, f"RAISE EXCEPTION '{rule.message}' USING ERRCODE = 'check_violation'"
    body = f"BEGIN IF {rule.refused} THEN {raised}; END IF; RETURN NULL; END"
    function = f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"
    trigger = f"CREATE TRIGGER {name} AFTER {rule.event} ON {rule.table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    return [function, trigger]


def installed() -> dict[str, str]:
    """Every guard in force, and its table."""
    catalogue = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
    if connection.vendor != "sqlite":
        catalogue = "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE tgenabled <> 'D'"
    with connection.cursor() as cursor:
        cursor.execute(catalogue)
        return {name: table for name, table in cursor.fetchall() if name.startswith("gate_")}


def missing() -> set[str]:
    return {name for name, _sql in statements()} - installed().keys()


def install() -> None:
    remove()
    with connection.cursor() as cursor:
        for statement in chain.from_iterable(sql for _name, sql in statements()):
            cursor.execute(statement)


def remove() -> None:
    with connection.cursor() as cursor:
        for name, table in installed().items():
            where = "" if connection.vendor == "sqlite" else f" ON {table}"
            cursor.execute(f"DROP TRIGGER {name}{where}")


def step_aside(**kwargs: Any) -> None:
    """A migration cannot change a column that a trigger names, and SQLite forgets triggers when it rebuilds a table."""
    remove()


def come_back(**kwargs: Any) -> None:
    install()
