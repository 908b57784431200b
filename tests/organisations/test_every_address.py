"""
Somebody of one organisation asks every address of the admin for the things of another.

The addresses come from the site's own table, so a new view is tried on the day it is added. Every one is asked for
and posted to; no answer may hold the other's secret, and nothing may have changed afterwards.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import (
    Locale,
    Page,
    PageViewRestriction,
    Site,
    Task,
    UploadedFile,
    Workflow,
    get_default_page_content_type,
)
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from campaigns.models import CampaignPage
from organisations.models import Organisation, OrganisationPage
from organisations.workspaces import ensure_workspace
from site_core.models import MachineDraft, PinnedPage, SearchSynonyms, SiteDocument, SiteImage
from site_core.translation.withdrawing.reasons import Reason
from site_core.translation.withdrawing.withdraw import withdraw
from tests.organisations.admin_addresses import Place, admin_places

pytestmark = pytest.mark.django_db

SECRET = "Ypsylonowy"
ASKED_FOR = "kwadrans"
"""A word of the secret titles that is asked for; an answer may repeat it, but not the secret."""

NOT_ASKED = {"wagtailadmin_logout", "wagtailadmin_error_test"}
"""One signs out; the other is Wagtail's own error on request, to see whether errors are reported."""

WRITTEN_BY_ANY_VISIT = {"django_session", "wagtailadmin_editingsession", "wagtailusers_userprofile"}
WRITES = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)


@pytest.fixture
def foreign(signed_in: Callable[[str], Client]) -> dict[str, Any]:
    """A second organisation with a draft that waits for approval, an image, a document and a begun translation."""
    first = OrganisationPage.objects.get(locale__language_code="pl")
    organisation = Organisation.objects.filter(locale=first.locale).exclude(pk=first.organisation_id).first()
    home = first.get_parent().add_child(
        instance=OrganisationPage(
            title="Druga organizacja",
            slug="druga",
            summary="s",
            organisation=organisation,
            locale=first.locale,
        )
    )
    workspace = ensure_workspace(organisation)
    author = get_user_model().objects.create_user("druga", "druga@example.org", "x")
    author.groups.add(workspace.coordinators)
    inner = workspace.collection.add_child(name=f"{SECRET} {ASKED_FOR}")
    page = home.add_child(
        instance=CampaignPage(
            title=f"{SECRET} {ASKED_FOR}", slug="ypsylonowy", summary="s", lead="l", starts_on="2027-05-01",
            ends_on="2027-06-01", live=False, owner=author, locale=first.locale,
        )
    )  # fmt: skip
    page.save_revision(user=author)
    earlier = page.latest_revision
    page.save_revision(user=author)
    state = page.get_workflow().start(page, author)
    gone = home.add_child(
        instance=CampaignPage(
            title=f"{SECRET} {ASKED_FOR}", slug="ypsylonowy-wycofany", summary="s", lead="l", starts_on="2027-05-01",
            ends_on="2027-06-01", owner=author, locale=first.locale,
        )
    )  # fmt: skip
    administrator = get_user_model().objects.get(username="administrator")
    withdrawal = withdraw(gone, Reason.OTHER, f"{SECRET} {ASKED_FOR}", administrator)
    source, _made = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(
        source=source, target_locale=Locale.objects.get(language_code="uk")
    )
    named = {"title": f"{SECRET} {ASKED_FOR}", "collection": inner}
    image = SiteImage.objects.create(file=get_test_image_file(filename="ypsylonowy.png"), **named)
    document = SiteDocument.objects.create(file=SimpleUploadedFile("ypsylonowy.txt", b"x"), **named)
    upload = UploadedFile.objects.create(
        file=SimpleUploadedFile("ypsylonowy.bin", b"x"),
        for_content_type=get_default_page_content_type(),
        uploaded_by_user=author,
    )
    return {
        "page": page, "home": home, "earlier": earlier, "state": state, "source": source,
        "translation": translation, "image": image, "document": document, "collection": inner,
        "user": author, "group": workspace.authors, "organisation": organisation, "upload": upload,
        "drafting": MachineDraft.objects.create(
            translation_key=page.translation_key, locale=translation.target_locale, requested_by=author
        ),
        "gone": gone, "withdrawal": withdrawal,
        "pin": PinnedPage.objects.create(
            language_code="pl", question=f"{SECRET} {ASKED_FOR}", translation_key=page.translation_key
        ),
        "synonyms": SearchSynonyms.objects.create(words={"pl": [SECRET, ASKED_FOR]}),
        "restriction": PageViewRestriction.objects.create(page=home, restriction_type="login"),
    }  # fmt: skip


def things(foreign: dict[str, Any], own: Page) -> dict[str, list[object]]:
    """What every parameter of an address may hold (`Place.addresses` says how it is looked up)."""
    page, state = foreign["page"], foreign["state"]
    segment = StringSegment.objects.filter(source=foreign["source"]).first()
    snippets = {
        model._meta.label_lower.replace(".", "_"): list(model.objects.values_list("pk", flat=True)[:1])
        for model in (Organisation, *apps.get_app_config("programme").get_models())
        if hasattr(model, "translation_key") and not issubclass(model, Page)
    }
    return {
        **{name: [page.pk] for name in ("page_id", "page_pk", "page_to_move_id")},
        "withdraw_page:page_id": [page.pk, foreign["gone"].pk],
        "withdrawal": [foreign["withdrawal"].number],
        "parent_page_id": [page.pk, foreign["home"].pk],
        "destination_id": [own.pk],
        "revision_id": [page.latest_revision_id, foreign["earlier"].pk],
        "wagtailadmin_pages:revisions_compare:0": [page.pk],
        "wagtailadmin_pages:revisions_compare:1": [foreign["earlier"].pk, "earliest"],
        "wagtailadmin_pages:revisions_compare:2": ["latest"],
        # Wagtail 8 names them.
        "wagtailadmin_pages:revisions_compare:pk": [page.pk],
        "revision_id_a": [foreign["earlier"].pk, "earliest"],
        "revision_id_b": ["latest"],
        "wagtailadmin_pages:workflow_action:action_name": ["approve", "reject"],
        "wagtailadmin_pages:collect_workflow_action_data:action_name": ["approve"],
        "wagtailadmin_api:pages:action:action_name": [
            "copy", "copy_for_translation", "create_alias", "convert_alias", "delete", "move", "publish",
            "revert_to_page_revision", "unpublish",
        ],
        "wagtailadmin_api:pages:pk": [page.pk],
        "wagtailadmin_api:images:pk": [foreign["image"].pk],
        "wagtailadmin_api:documents:pk": [foreign["document"].pk],
        "task_state_id": [state.current_task_state_id],
        "workflow_state_id": [state.pk],
        "task_id": list(Task.objects.values_list("pk", flat=True)),
        "workflow_pk": list(Workflow.objects.values_list("pk", flat=True)),
        "wagtailadmin_workflows:pk": list(Workflow.objects.values_list("pk", flat=True)),
        "wagtailadmin_collections:pk": [foreign["collection"].pk],
        "collection_id": [foreign["collection"].pk],
        "translation_id": [foreign["translation"].pk],
        "translation_source_id": [foreign["source"].pk],
        "run": [foreign["drafting"].run],
        "string_segment_id": [segment.pk],
        "overridable_segment_id": [1],
        "mode": [""],
        "image_id": [foreign["image"].pk],
        "filter_spec": ["original"],
        **{name: [foreign["document"].pk] for name in ("document_id", "doc_id", "wagtaildocs_chooser:pk")},
        "wagtailimages_chooser:pk": [foreign["image"].pk],
        "uploaded_file_id": [foreign["upload"].pk],
        "wagtailusers_users:pk": [foreign["user"].pk],
        "wagtailusers_groups:pk": [foreign["group"].pk],
        "wagtailsites:pk": [Site.objects.get().pk],
        "wagtaillocales:pk": [Locale.get_default().pk],
        "redirect_id": [1],
        "session_id": [1],
        "code": ["pl-simple"],
        **{name: ["campaigns"] for name in ("app_label", "content_type_app_name", "app_name")},
        **{name: ["campaignpage"] for name in ("model_name", "content_type_model_name")},
        "wagtailadmin_editing_sessions:app_label": ["wagtailcore"],
        "wagtailadmin_editing_sessions:model_name": ["page"],
        "object_id": [page.pk],
        "wagtail_localize:submit_snippet_translation:pk": [foreign["organisation"].pk],
        "wagtail_localize:snippets_api_detail:pk": [foreign["organisation"].pk],
        "wagtail_localize:app_label": ["organisations"],
        "wagtail_localize:model_name": ["organisation"],
        "wagtailsettings:pk": [1],
        "pinned_pages:pk": [foreign["pin"].pk],
        "search_synonyms:pk": [foreign["synonyms"].pk],
        **{f"wagtailsnippets_{name}:pk": keys for name, keys in snippets.items()},
        **{f"wagtailsnippetchoosers_{name}:pk": keys for name, keys in snippets.items()},
        "action": ["delete", "move", "publish", "unpublish", "add_to_collection", "add_tags"],
    }  # fmt: skip


def harm(own: Page) -> dict[str, object]:
    """A form that would do something wherever it is taken: copy, move, publish, rename, decide."""
    return {
        "title": "Zmienione", "slug": "zmienione", "new_title": "Zmienione", "new_slug": "zmienione",
        "name": "Zmienione",
        "new_parent_page": own.pk, "destination_page_id": own.pk, "chooser": own.pk, "copy_subpages": "on",
        "publish_copies": "on", "action-publish": "1", "comment": "Zmienione", "restriction_type": "none",
        "locales": list(Locale.objects.values_list("pk", flat=True)), "collection": own.pk, "value": "Zmienione",
        "tags": "zmienione", "reason": "law",
    }  # fmt: skip


class Writes:
    """Which tables were written to since it was last asked; to be wrapped around the database."""

    def __init__(self) -> None:
        self._tables: set[str] = set()

    def __call__(self, execute: Callable, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        written = WRITES.match(sql)
        if written and written[1] not in WRITTEN_BY_ANY_VISIT:
            self._tables.add(written[1])
        return execute(sql, params, many, context)

    def since_last_asked(self) -> list[str]:
        found, self._tables = sorted(self._tables), set()
        return found


def attempts(place: Place, foreign: dict[str, Any], own: Page) -> Iterator[tuple[str, str]]:
    """Method and address of everything to try at a place."""
    ids = f"?id={foreign['page'].pk}&q={ASKED_FOR}"
    for address in place.addresses(things(foreign, own)):
        yield "get", address + ids
        if place.name.startswith("wagtailadmin_api:"):
            yield "get", address  # there, what stands behind the question mark narrows the answer
        if place.takes:
            yield "post", address + ids


def bulk_attempts(foreign: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Bulk actions take their things from behind the question mark; "all" means all of a list."""
    for chosen in (f"id=all&childOf={foreign['home'].pk}", "id=all", f"id=all&q={ASKED_FOR}"):
        yield "get", f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'delete'])}?{chosen}"
    for thing, actions in (
        ("page", ("delete", "move", "publish", "unpublish")),
        ("image", ("delete", "add_to_collection", "add_tags")),
        ("document", ("delete", "add_to_collection", "add_tags")),
    ):
        model = Page if thing == "page" else type(foreign[thing])
        for action in actions:
            taken = [model._meta.app_label, model._meta.model_name, action]
            for method in ("get", "post"):
                yield method, f"{reverse('wagtail_bulk_action', args=taken)}?id={foreign[thing].pk}"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["ngo-author", "ngo-coordinator"])
def test_nothing_of_another_organisation_is_shown_or_changed(
    signed_in: Callable[[str], Client], foreign: dict[str, Any], name: str
) -> None:
    own = OrganisationPage.objects.get(locale__language_code="pl", pk__lt=foreign["home"].pk)
    client, writes, wrong = signed_in(name), Writes(), []
    client.raise_request_exception = False
    places = [place for place in admin_places() if place.name not in NOT_ASKED]
    tried = [attempt for place in places for attempt in attempts(place, foreign, own)]
    with connection.execute_wrapper(writes):
        for method, address in [*tried, *bulk_attempts(foreign)]:
            answer = client.get(address) if method == "get" else client.post(address, harm(own))
            if not answer.streaming and SECRET.encode() in answer.content:
                wrong.append(f"{method} {address}: {answer.status_code}, tells the title")
            if answer.status_code == 500:
                wrong.append(
                    f"{method} {address}: an error of ours, {answer.exc_info and answer.exc_info[1]!r}"
                )
            wrong += [f"{method} {address}: writes to {table}" for table in writes.since_last_asked()]
    assert not wrong, "\n".join(wrong)
    assert len(tried) > 300
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


@pytest.mark.slow
def test_one_still_sees_and_chooses_ones_own(
    signed_in: Callable[[str], Client], foreign: dict[str, Any]
) -> None:
    """The other organisation's coordinator, the office and the viewer: to them it is no secret."""
    owner = Client()
    owner.force_login(foreign["user"])
    home = foreign["home"]
    ask = [
        reverse("wagtailadmin_explore", args=[home.pk]),
        f"{reverse('wagtailadmin_choose_page_search')}?q={ASKED_FOR}",
        f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'move'])}?id=all&childOf={home.pk}",
    ]
    for name, client in (("owner", owner), ("editor", signed_in("editor"))):
        assert [SECRET in client.get(address).content.decode() for address in ask] == [True] * 3, name
    assert SECRET in signed_in("viewer").get(reverse("wagtailadmin_explore", args=[home.pk])).content.decode()
    formats = reverse("wagtailimages_chooser:select_format", args=[foreign["image"].pk])
    assert owner.get(formats).status_code == 200
    report = reverse("wagtailadmin_reports:page_types_usage")
    assert report not in owner.get(reverse("wagtailadmin_home")).content.decode()
    assert report in signed_in("editor").get(reverse("wagtailadmin_home")).content.decode()
