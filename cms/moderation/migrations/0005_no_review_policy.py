from django.db import migrations


class Migration(migrations.Migration):
    # Its numbers are rules of deadlines since 0004.
    dependencies = [("moderation", "0004_clocks_of_the_review")]
    operations = [migrations.DeleteModel("ReviewPolicy")]
