"""Samples of the programme's pages."""

from datetime import date

from programme.models import PartnersPage, ProgrammeEditionPage, ProgrammeIndexPage
from site_core.samples import register_page_sample


def register() -> None:
    register_page_sample(ProgrammeIndexPage, lambda body: ProgrammeIndexPage(summary="Program.", body=body))
    register_page_sample(PartnersPage, lambda body: PartnersPage(summary="Partnerzy.", body=body))
    register_page_sample(
        ProgrammeEditionPage,
        lambda body: ProgrammeEditionPage(
            summary="Edycja.",
            lead="O edycji.",
            starts_on=date(2022, 1, 12),
            ends_on=date(2024, 12, 31),
            resolution_number="LXXVI/2139/22",
            body=body,
        ),
    )
