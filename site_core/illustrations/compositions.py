"""All ways of putting two voices on one sheet. Which one a seed gets depends on their number and order."""

from collections.abc import Callable

from site_core.illustrations.crowds import (
    circle_of_chairs,
    conversation,
    patchwork,
    petals,
    storeys,
    street,
    table,
    weave,
)
from site_core.illustrations.dice import Dice
from site_core.illustrations.pairs import duet, echo, horizon, lens, whisper
from site_core.illustrations.sheet import Composition

COMPOSITIONS: tuple[Callable[[Dice], Composition], ...] = (
    duet,
    storeys,
    weave,
    echo,
    table,
    whisper,
    street,
    circle_of_chairs,
    horizon,
    lens,
    petals,
    patchwork,
    conversation,
)
