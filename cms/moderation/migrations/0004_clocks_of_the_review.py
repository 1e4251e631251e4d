"""The numbers of the review become rules of deadlines, and what is under way gets its clock."""

import datetime
from zoneinfo import ZoneInfo

from django.db import migrations

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")
A_DAY = datetime.timedelta(days=1)
NUMBERS = {"REVIEW": "target_working_days", "REVIEW_CLAIM": "claim_working_days"}


def move_numbers(apps, schema_editor):
    """Each policy that somebody entered is a version of both rules; the house rule ends the day before the first."""
    policies = list(apps.get_model("moderation", "ReviewPolicy").objects.order_by("valid_from", "pk"))
    rules = apps.get_model("deadlines", "DeadlineRule").objects
    for code, column in NUMBERS.items() if policies else []:
        base = rules.get(code=code, valid_from=None)
        named = [each for each in policies if each.valid_from]
        for policy in named:
            base.pk, base.amount = None, getattr(policy, column)
            base.valid_from, base.valid_to = policy.valid_from, policy.valid_to
            base.save()
        undated = next((each for each in policies if not each.valid_from), None)
        first = rules.get(code=code, valid_from=None)
        first.amount = getattr(undated, column) if undated else first.amount
        first.valid_to = named[0].valid_from - A_DAY if named else None
        first.save()


def start_clocks(apps, schema_editor):
    submissions = apps.get_model("moderation", "Submission").objects.filter(ended_at=None)
    kind, _is_new = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="moderation", model="submission"
    )
    rule = apps.get_model("deadlines", "DeadlineRule").objects.filter(code="REVIEW").latest("pk")
    clocks = apps.get_model("deadlines", "Deadline").objects
    waiting = submissions.exclude(status__due_on=None).exclude(status__agency=None).select_related("status")
    for submission in waiting.iterator():
        status = submission.status
        due_at = datetime.datetime.combine(status.due_on + A_DAY, datetime.time(), VIET_NAM)
        clocks.create(
            rule=rule, code=rule.code, content_type=kind, object_id=str(submission.pk), agency_id=status.agency_id,
            responsible_id=status.assignee_id, started_at=submission.started_at, started_by_id=submission.submitted_by_id,
            due_at=due_at, remind_at=due_at,
        )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("moderation", "0003_proposed_change"), ("deadlines", "0003_calendar")]
    operations = [
        migrations.RunPython(move_numbers, migrations.RunPython.noop),
        migrations.RunPython(start_clocks, migrations.RunPython.noop),
    ]
