from django.db import migrations, models

RANKED = "UPDATE search_titlestart SET rank = CASE WHEN is_first THEN 0 ELSE 1 END"


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0007_common_synonyms'),
    ]

    operations = [
        migrations.AddField(
            model_name='titlestart',
            name='rank',
            field=models.PositiveSmallIntegerField(default=1, verbose_name='rank'),
            preserve_default=False,
        ),
        migrations.RunSQL(RANKED, migrations.RunSQL.noop),
        migrations.RemoveIndex(model_name='titlestart', name='search_title_start'),
        migrations.RemoveField(model_name='titlestart', name='is_first'),
        migrations.AddIndex(
            model_name='titlestart',
            index=models.Index(fields=['language', 'rank', 'start'], name='search_title_rank'),
        ),
    ]
