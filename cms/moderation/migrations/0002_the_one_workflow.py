"""The review workflow and its three steps: the only way to the public."""

from django.db import migrations

STEPS = (
    ("clearancetask", "Cơ quan thông qua"),
    ("appraisaltask", "Thẩm định"),
    ("approvaltask", "Phê duyệt"),
)


def create(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    WorkflowTask = apps.get_model("wagtailcore", "WorkflowTask")
    apps.get_model("wagtailcore", "WorkflowPage").objects.all().delete()
    Workflow.objects.update(active=False)
    workflow = Workflow.objects.create(name="Xét duyệt", active=True)
    for order, (model, name) in enumerate(STEPS):
        kind, _created = ContentType.objects.get_or_create(app_label="moderation", model=model)
        task = apps.get_model("moderation", model).objects.create(name=name, active=True, content_type=kind)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)


class Migration(migrations.Migration):
    dependencies = [("moderation", "0001_initial")]

    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
