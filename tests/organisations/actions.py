"""
What somebody may try in the admin, as functions that try it and answer whether it had its effect.

They look at the database (or, where nothing is written, at the page that came back), never at the status alone: a
refusal that changed something is none.
"""

import polib
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from campaigns.models import CampaignPage
from programme.models import Topic
from site_core.languages.machine_text import MACHINE
from site_core.models import HomePage, StandardPage
from site_core.translation.changes.comparison import Comparison
from site_core.translation.changes.form import Shown
from site_core.translation.changes.names import changes_url
from site_core.translation.machine.names import READ_OVER
from site_core.translation.machine.reading import fingerprint
from site_core.translation.withdrawing.reasons import Reason
from site_core.translation.withdrawing.withdraw import withdraw as withdraw_everywhere

WORDS = "Нові слова"


def campaign(code: str) -> CampaignPage:
    """A campaign of the programme office, translated into every complete language."""
    polish = CampaignPage.objects.get(locale__language_code="pl", slug="slysze-reaguje")
    return CampaignPage.objects.get(translation_key=polish.translation_key, locale__language_code=code)


def translation(code: str) -> Translation:
    return Translation.objects.get(
        source__object_id=campaign("pl").translation_key, target_locale__language_code=code
    )


def summary_segment(code: str) -> StringSegment:
    return StringSegment.objects.get(source=translation(code).source, context__path="summary")


def summary_entered(code: str) -> bool:
    segment = summary_segment(code)
    return StringTranslation.objects.filter(
        translation_of=segment.string, context=segment.context, locale__language_code=code, data=WORDS
    ).exists()


def untranslated_page() -> Page:
    """A published Polish page that exists in no other language."""
    home = HomePage.objects.get(locale__language_code="pl")
    return home.add_child(instance=StandardPage(title="Nowa strona", summary="Nowa.", locale=home.locale))


def open_editor(client: Client, code: str) -> bool:
    return client.get(reverse("wagtailadmin_pages:edit", args=[campaign(code).pk])).status_code == 200


def enter_passage(client: Client, code: str) -> bool:
    url = reverse(
        "wagtail_localize:edit_string_translation", args=[translation(code).pk, summary_segment(code).pk]
    )
    client.put(url, f"value={WORDS}", content_type="application/x-www-form-urlencoded")
    return summary_entered(code)


def translate_what_changed(client: Client, code: str) -> bool:
    """The Polish summary changes; the form is filled as if its marks had been found out."""
    polish = campaign("pl")
    polish.summary = "Nowe zdanie."
    polish.save_revision().publish()
    comparison = Comparison(translation(code))
    (row,) = [row for row in comparison.rows if row.path == "summary"]
    facts = {f"seen-{row.key}": Shown(row, row.typed).seen, f"text-{row.key}": WORDS, "action": "publish"}
    client.post(changes_url(translation(code).pk), facts)
    return summary_entered(code)


def download_po(client: Client, code: str) -> bool:
    answer = client.get(reverse("wagtail_localize:download_pofile", args=[translation(code).pk]))
    return answer.status_code == 200 and "msgid" in answer.content.decode()


def upload_po(client: Client, code: str) -> bool:
    file = polib.POFile()
    file.metadata = {"X-WagtailLocalize-TranslationID": str(translation(code).uuid)}
    source = summary_segment(code)
    file.append(polib.POEntry(msgid=source.string.data, msgctxt="summary", msgstr=WORDS))
    client.post(
        reverse("wagtail_localize:upload_pofile", args=[translation(code).pk]),
        {"file": SimpleUploadedFile("translation.po", str(file).encode())},
    )
    return summary_entered(code)


def approve_machine_text(client: Client, code: str) -> bool:
    """One passage is a machine's; the mark of what is shown is sent as if it had been found out."""
    segment = summary_segment(code)
    row = StringTranslation.objects.get(
        translation_of=segment.string, context=segment.context, locale__language_code=code
    )
    row.translation_type = MACHINE
    row.save()
    marks = {"do": "all", "shown": [f"{row.pk}:{fingerprint(row)}"]}
    client.post(reverse(READ_OVER, args=[translation(code).pk]), marks)
    row.refresh_from_db()
    return row.translation_type != MACHINE


def publish_translation(client: Client, code: str) -> bool:
    """Passes change first, by the loader's own hand, so that publishing has something to show."""
    segment = summary_segment(code)
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=Locale.objects.get(language_code=code),
        defaults={"data": WORDS},
    )
    client.post(reverse("wagtailadmin_pages:edit", args=[campaign(code).pk]), {"action": "publish"})
    return campaign(code).get_latest_revision_as_object().summary == WORDS


def stop_translation(client: Client, code: str) -> bool:
    client.post(reverse("wagtail_localize:stop_translation", args=[translation(code).pk]))
    return not translation(code).enabled


def make_alias(client: Client, code: str) -> bool:
    client.post(reverse("wagtail_localize:convert_to_alias", args=[campaign(code).pk]))
    return campaign(code).alias_of_id is not None


def start_translation(client: Client, code: str) -> bool:
    page = untranslated_page()
    client.post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]),
        {"locales": [Locale.objects.get(language_code=code).pk]},
    )
    return page.has_translation(Locale.objects.get(language_code=code))


def delete(client: Client, code: str) -> bool:
    """A draft: what is published nobody without the right to publish could delete anyway."""
    page = campaign(code)
    page.unpublish()
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), {"confirm": "yes"})
    return not Page.objects.filter(pk=page.pk).exists()


def delete_in_bulk(client: Client, code: str) -> bool:
    page = campaign(code)
    page.unpublish()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{url}?id={page.pk}&next=/admin/")
    return not Page.objects.filter(pk=page.pk).exists()


def unpublish(client: Client, code: str) -> bool:
    client.post(reverse("wagtailadmin_pages:unpublish", args=[campaign(code).pk]))
    return not campaign(code).live


def withdraw(client: Client, code: str) -> bool:
    """Everywhere or not at all."""
    before = public_versions(code)
    client.post(reverse("withdraw_page", args=[campaign(code).pk]), {"reason": "law"})
    left = public_versions(code)
    assert left in (0, before)
    return left == 0


def put_back(client: Client, code: str) -> bool:
    by = get_user_model().objects.get(username="administrator")
    record = withdraw_everywhere(campaign(code), Reason.LAW, "", by)
    client.post(reverse("put_back_withdrawal", args=[record.number]))
    return campaign(code).live


def public_versions(code: str) -> int:
    return Page.objects.filter(translation_key=campaign(code).translation_key, live=True).count()


def unlock(client: Client, code: str) -> bool:
    page = campaign(code)
    page.locked = True
    page.save()
    client.post(reverse("wagtailadmin_pages:unlock", args=[page.pk]))
    return not campaign(code).locked


def add_page(client: Client, code: str) -> bool:
    home = HomePage.objects.get(locale__language_code=code)
    url = reverse("wagtailadmin_pages:add", args=["site_core", "standardpage", home.pk])
    return client.get(url).status_code == 200


def open_topic(client: Client, code: str) -> bool:
    topic = Topic.objects.get(locale__language_code=code, slug="witness")
    return client.get(reverse(Topic.snippet_viewset.get_url_name("edit"), args=[topic.pk])).status_code == 200


def publish_topic(client: Client, code: str) -> bool:
    """Snippets have no drafts: publishing their translation changes what readers see at once."""
    topic = Topic.objects.get(locale__language_code=code, slug="witness")
    Topic.objects.filter(pk=topic.pk).update(name="stale")
    client.post(reverse(Topic.snippet_viewset.get_url_name("edit"), args=[topic.pk]), {"action": "publish"})
    return Topic.objects.get(pk=topic.pk).name != "stale"


def delete_topic(client: Client, code: str) -> bool:
    topic = Topic.objects.get(locale__language_code=code, slug="witness")
    client.post(reverse(Topic.snippet_viewset.get_url_name("delete"), args=[topic.pk]))
    return not Topic.objects.filter(pk=topic.pk).exists()
