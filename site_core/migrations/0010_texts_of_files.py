import django.db.models.deletion
from django.db import migrations, models


COLUMNS = 'title, summary, body'


def add_part_for_files(apps, schema_editor):
    """An FTS5 table takes no new column. Code from before writes into this one as it did into the other."""
    if schema_editor.connection.vendor != 'sqlite':
        return  # there, a fourth weight
    for statement in (
        'CREATE VIRTUAL TABLE site_core_searchkeys_with_files'
        f' USING fts5({COLUMNS}, files, tokenize = "unicode61 remove_diacritics 0")',
        f'INSERT INTO site_core_searchkeys_with_files (rowid, {COLUMNS}, files)'
        f" SELECT rowid, {COLUMNS}, '' FROM site_core_searchkeys",
        'DROP TABLE site_core_searchkeys',
        'ALTER TABLE site_core_searchkeys_with_files RENAME TO site_core_searchkeys',
    ):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('site_core', '0009_recordings'),
    ]

    operations = [
        migrations.CreateModel(
            name='DocumentText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_hash', models.CharField(max_length=40)),
                ('edition', models.CharField(max_length=80)),
                ('text', models.TextField(blank=True)),
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='kept_text', to='site_core.sitedocument')),
            ],
        ),
        migrations.CreateModel(
            name='SearchEntryFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('file_hash', models.CharField(max_length=40)),
                ('name', models.TextField()),
                ('name_language_code', models.CharField(max_length=20)),
                ('language_code', models.CharField(max_length=20)),
                ('second_language_code', models.CharField(blank=True, max_length=20)),
                ('is_quoted', models.BooleanField()),
                ('places', models.JSONField(default=dict)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='site_core.sitedocument')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='site_core.searchentry')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('entry', 'document'), name='site_core_search_file_once')],
            },
        ),
        migrations.RunPython(add_part_for_files, migrations.RunPython.noop),
    ]
