"""What would be sent of a page: what nobody translated, and nothing that is for people only."""

from collections.abc import Callable

import pytest
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from site_core.models import BasePage
from site_core.translation.machine.failures import Left
from site_core.translation.machine.passages import Plan, plan_of_page, plan_of_translation
from tests.organisations import actions
from tests.site_core.translation.sources import first, publish, with_body

pytestmark = pytest.mark.django_db


@pytest.fixture
def harmful(demo_page: Callable[..., Page]) -> BasePage:
    """A page with a harmful example that exists in Polish only."""
    return demo_page("Gdy w szkole pojawia się symbol nienawiści")


def sent(plan: Plan) -> str:
    return "\n".join(passage.sent.text for passage in plan.passages)


def example_of(page: BasePage) -> dict[str, str]:
    return first(list(page.body.raw_data), "harmful_example")["value"]


def begun(page: Page, code: str) -> Translation:
    source, _new = TranslationSource.get_or_create_from_instance(page)
    return Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code=code))


def test_the_whole_page_where_nothing_is_translated(harmful: BasePage) -> None:
    plan, translation = plan_of_page(harmful), begun(harmful, "uk")
    assert harmful.title in sent(plan)
    assert harmful.summary in sent(plan)
    assert harmful.slug not in sent(plan), "the address follows the title"
    once_begun = plan_of_translation(translation, harmful)
    assert sent(once_begun) == sent(plan)
    assert once_begun.characters == plan.characters == sum(len(one.sent.text) for one in plan.passages)
    assert once_begun.left == plan.left


@pytest.mark.parametrize("is_begun", [True, False])
def test_of_a_harmful_example_nothing_leaves_the_page(harmful: BasePage, is_begun: bool) -> None:
    plan = plan_of_translation(begun(harmful, "uk"), harmful) if is_begun else plan_of_page(harmful)
    said = example_of(harmful)
    assert said["example"] not in sent(plan)
    assert said["why"] not in sent(plan)
    assert len(plan.left[Left.HARMFUL]) >= 3


def test_nor_are_its_words_sent_from_another_place(harmful: BasePage) -> None:
    words = example_of(harmful)["example"]

    def quote(raw: list) -> None:
        raw.append({"type": "quote", "id": "q1", "value": {"text": words, "source": ""}})

    plan = plan_of_page(publish(harmful, with_body(quote)))
    assert words not in sent(plan)
    assert any(path.startswith("body.q1") for path in plan.left[Left.HARMFUL])


@pytest.mark.slow
def test_what_became_a_harmful_example_since_the_text_was_taken_over_is_not_sent(harmful: BasePage) -> None:
    """Translators still have the text of before."""

    def as_quote(raw: list) -> None:
        block = first(raw, "harmful_example")
        block["type"] = "quote"
        block["value"] = {"text": "wstrętne słowa", "source": ""}

    def as_example(raw: list) -> None:
        block = next(block for block in raw if block["value"] == {"text": "wstrętne słowa", "source": ""})
        block["type"] = "harmful_example"
        block["value"] = {"why": "Pokazujemy", "example": "wstrętne słowa", "context": "<p>Rani.</p>"}

    before = publish(harmful, with_body(as_quote))
    translation = begun(before, "uk")
    assert "wstrętne słowa" in sent(plan_of_translation(translation, before))
    after = publish(before, with_body(as_example))
    assert "wstrętne słowa" not in sent(plan_of_translation(translation, after))


def test_what_people_translated_is_not_sent_again() -> None:
    polish = actions.campaign("pl")
    assert plan_of_translation(actions.translation("uk"), polish).passages == []
    segment = actions.summary_segment("uk")
    StringTranslation.objects.filter(translation_of=segment.string, locale__language_code="uk").delete()
    plan = plan_of_translation(actions.translation("uk"), polish)
    assert [place.path for passage in plan.passages for place in passage.places] == ["summary"]


def test_a_sentence_that_stands_twice_is_sent_once(harmful: BasePage) -> None:
    def repeat(page: Page) -> None:
        page.social_text = page.summary[:200]
        page.search_description = page.summary[:200]
        page.summary = page.summary[:200]

    plan = plan_of_page(publish(harmful, repeat))
    twice = [passage for passage in plan.passages if len(passage.places) == 3]
    assert len(twice) == 1


def test_what_has_no_words_is_not_sent(harmful: BasePage) -> None:
    def only_a_number(page: Page) -> None:
        page.responsible_unit = "112, pomoc@example.org"

    plan = plan_of_page(publish(harmful, only_a_number))
    assert plan.left[Left.NOTHING] == ["responsible_unit"]
    assert "pomoc@example.org" not in sent(plan)


def test_a_passage_as_long_as_a_page_is_not_sent(harmful: BasePage) -> None:
    source = TranslationSource.get_or_create_from_instance(harmful)[0]
    segment = StringSegment.objects.filter(source=source, context__path="summary").get()
    segment.string.data = "słowo " * 1_000
    segment.string.save()
    plan = plan_of_translation(begun(harmful, "uk"), harmful)
    assert plan.left[Left.LONG] == ["summary"]
