import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('site_core', '0010_texts_of_files'),
    ]

    operations = [
        migrations.CreateModel(
            name='AskedQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('month', models.DateField(db_index=True)),
                ('language_code', models.CharField(max_length=20)),
                ('text', models.CharField(blank=True, max_length=200)),
                ('times', models.PositiveIntegerField()),
                ('found', models.PositiveIntegerField()),
                ('first_asked_on', models.DateField(db_index=True)),
                ('counted_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'question',
                'verbose_name_plural': 'questions',
                'indexes': [models.Index(fields=['text', 'language_code', 'month'], name='site_core_asked_text')],
            },
        ),
        migrations.CreateModel(
            name='CuratedEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.UUIDField(default=uuid.uuid4)),
            ],
        ),
        migrations.CreateModel(
            name='PinnedPage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language_code', models.CharField(max_length=20, verbose_name='language of the question')),
                ('question', models.CharField(max_length=100, verbose_name='question')),
                ('translation_key', models.UUIDField()),
                ('reason', models.CharField(blank=True, max_length=160, verbose_name='why this page')),
            ],
            options={
                'verbose_name': 'pinned page',
                'verbose_name_plural': 'pinned pages',
                'ordering': ['language_code', 'question', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='SearchSynonyms',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.JSONField(default=dict)),
                ('related', models.JSONField(default=list)),
            ],
            options={
                'verbose_name': 'group of search synonyms',
                'verbose_name_plural': 'search synonyms',
                'ordering': ['pk'],
            },
        ),
    ]
