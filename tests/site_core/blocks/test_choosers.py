"""Choosers that read what was chosen by a prepared query."""

from collections.abc import Callable
from typing import Any

import pytest

from site_core.blocks.choosers import PreparedDocumentChooserBlock
from site_core.models import SiteDocument


@pytest.mark.django_db
def test_each_place_has_an_object_of_its_own_and_all_cost_one_query(
    django_assert_num_queries: Callable[..., Any],
) -> None:
    """One place may say something of its file that another does not."""
    one, other = SiteDocument.objects.order_by("pk").values_list("pk", flat=True)[:2]
    with django_assert_num_queries(1):
        first, nothing, second, again, gone = PreparedDocumentChooserBlock().bulk_to_python(
            [one, None, other, one, other + 1_000_000]
        )
    assert (first.pk, second.pk, again.pk) == (one, other, one)
    assert first is not again
    assert nothing is None
    assert gone is None


@pytest.mark.django_db
def test_addresses_of_files_follow_their_names(client: Any) -> None:
    document = SiteDocument.objects.order_by("pk")[0]
    assert client.get(document.url).status_code == 200
    document.file.name = document.file.name.replace(document.filename, "żółć #1.pdf")
    assert document.url == f"/documents/{document.pk}/%C5%BC%C3%B3%C5%82%C4%87%20%231.pdf"
