"""Drafts by a translation service. Nothing set: nothing is sent anywhere, and nobody is offered it
(docs/features/machine-drafts.md).
"""

from site_core.settings.environment import env
from site_core.translation.machine.configuration import translator_from

MACHINE_TRANSLATION_SECONDS = env.int("MACHINE_TRANSLATION_SECONDS", default=8)
"""How long one answer may take, all attempts together. Below gunicorn's patience in any case."""

WAGTAILLOCALIZE_MACHINE_TRANSLATOR = translator_from(
    provider=env.str("MACHINE_TRANSLATION_PROVIDER", default="libretranslate"),
    url=env.str("MACHINE_TRANSLATION_URL", default=""),
    key=env.str("MACHINE_TRANSLATION_KEY", default=""),
    project=env.str("MACHINE_TRANSLATION_PROJECT", default=""),
    seconds=MACHINE_TRANSLATION_SECONDS,
)

MACHINE_TRANSLATION_MONTHLY_CHARACTERS = env.int("MACHINE_TRANSLATION_MONTHLY_CHARACTERS", default=100_000)
"""What may be sent in a calendar month, about thirty pages. Counted as most services count: characters sent."""
