"""The programme: editions, activity lines, topics, partner institutions."""

from programme.models.pages import (
    PartnersPage,
    ProgrammeEditionPage,
    ProgrammeIndexPage,
)
from programme.models.tagging import ProgrammeTags, WithPartners
from programme.models.vocabulary import ActivityLine, PartnerInstitution, Topic

__all__ = [
    "ActivityLine",
    "PartnerInstitution",
    "PartnersPage",
    "ProgrammeEditionPage",
    "ProgrammeIndexPage",
    "ProgrammeTags",
    "Topic",
    "WithPartners",
]
