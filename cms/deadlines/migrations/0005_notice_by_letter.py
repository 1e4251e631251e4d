from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deadlines", "0004_rule_says_how_long")]
    operations = [
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("letter__isnull", False)), fields=["letter"], name="notice_by_letter"
            ),
        ),
    ]
