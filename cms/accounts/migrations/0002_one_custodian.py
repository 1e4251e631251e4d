from django.db import migrations

# PostgreSQL itself refuses what SQLite must leave to the services: two custodians of a seat on one day.
CONSTRAINTS = {
    "accounts_seat_has_one_custodian": (
        "accounts_seatassignment",
        "seat_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&",
    ),
}


def exclude_overlaps(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    for name, (table, columns) in CONSTRAINTS.items():
        schema_editor.execute(f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" EXCLUDE USING gist ({columns})')


def allow_overlaps(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for name, (table, _) in CONSTRAINTS.items():
        schema_editor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"')


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial"), ("organisation", "0002_one_at_a_time")]
    operations = [migrations.RunPython(exclude_overlaps, allow_overlaps)]
