"""Samples of the campaign pages."""

from datetime import date

from campaigns.models import CampaignIndexPage, CampaignPage
from site_core.samples import register_page_sample


def register() -> None:
    register_page_sample(CampaignIndexPage, lambda body: CampaignIndexPage(summary="Kampanie.", body=body))
    register_page_sample(
        CampaignPage,
        lambda body: CampaignPage(
            summary="Kampania.",
            lead="O co chodzi.",
            aim="<p>Po co to robimy.</p>",
            results="<p>Co z tego wyszło.</p>",
            call_to_action="Dołącz",
            call_to_action_url="https://example.org/",
            starts_on=date(2026, 12, 10),
            ends_on=date(2027, 3, 31),
            languages=["pl", "uk"],
            body=body,
        ),
    )
