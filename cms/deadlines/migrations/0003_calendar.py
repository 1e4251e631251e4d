"""The working calendar of the years in which clocks run when this is installed; later years are imported."""

from django.db import migrations

from cms.deadlines.calendar import known_days, source

YEARS = (2025, 2026, 2027)


def load(apps, schema_editor):
    holiday = apps.get_model("deadlines", "Holiday")
    holiday.objects.bulk_create(
        holiday(day=each.day, name=each.name_vi, name_vi=each.name_vi, name_en=each.name_en, kind=each.kind, source=source())
        for year in YEARS
        for each in known_days(year)
    )  # fmt: skip


def unload(apps, schema_editor):
    apps.get_model("deadlines", "Holiday").objects.filter(day__year__in=YEARS).delete()


class Migration(migrations.Migration):
    dependencies = [("deadlines", "0002_rules")]
    operations = [migrations.RunPython(load, unload)]
