"""A sample of an organisation's page."""

from organisations.models import OrganisationPage
from site_core.samples import register_page_sample


def register() -> None:
    register_page_sample(OrganisationPage, lambda body: OrganisationPage(summary="Organizacja."))
