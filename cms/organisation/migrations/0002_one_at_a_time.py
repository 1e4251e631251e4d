from django.db import migrations

# PostgreSQL itself refuses what SQLite must leave to the services: two holders, or two bearers, on one day.
CONSTRAINTS = {
    "organisation_function_has_one_holder": (
        "organisation_functionassignment",
        "function WITH =, daterange(valid_from, valid_to, '[]') WITH &&",
    ),
    "organisation_agency_eid_borne_once": (
        "organisation_agency",
        "eid WITH =, daterange(valid_from, valid_to, '[]') WITH &&",
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
    dependencies = [("organisation", "0001_initial")]
    operations = [migrations.RunPython(exclude_overlaps, allow_overlaps)]
