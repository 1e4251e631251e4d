"""Wagtail's own welcome page goes: nobody has decided that the public may read it."""

from django.db import migrations


def remove(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    apps.get_model("wagtailcore", "Site").objects.all().delete()
    Page.objects.filter(depth__gt=1, content_type__app_label="wagtailcore").delete()
    Page.objects.filter(depth=1).update(numchild=0, title="Kho tư liệu", draft_title="Kho tư liệu")


class Migration(migrations.Migration):
    dependencies = [("pages", "0001_initial"), ("moderation", "0002_the_one_workflow")]

    operations = [migrations.RunPython(remove, migrations.RunPython.noop)]
