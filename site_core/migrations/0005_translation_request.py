from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('site_core', '0004_past_address'),
    ]

    operations = [
        migrations.CreateModel(
            name='TranslationRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField()),
                ('language_code', models.CharField(max_length=20)),
                ('count', models.PositiveIntegerField(default=1)),
                ('counted_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('translation_key', 'language_code'), name='site_core_one_count_per_page_and_language')],
            },
        ),
    ]
