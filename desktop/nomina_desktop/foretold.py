"""What an act would change, in sentences: who moves, and whether anything a person confirmed does."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from nomina_desktop.notices import count
from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina import Preview

MOST_NAMED = 2
"""Categories that a sentence names; the others are counted together."""


def moves(preview: Preview) -> str:
    """How many pictures would get another category, and from which most of them come."""
    total = sum(preview.moved.values())
    if not total:
        return tr("No picture would move")
    old: Counter[str | None] = Counter()
    for (name, _), many in preview.moved.items():
        old[name] += many
    if set(old) == {None}:
        return tr("About {pictures} would move to it from none of these").format(pictures=count(total, "picture"))
    named = old.most_common(MOST_NAMED)
    parts = [
        tr("{number} from {name}").format(number=number(many), name=name or tr("none of these")) for name, many in named
    ]
    rest = total - sum(many for _, many in named)
    parts += [tr("{number} from others").format(number=number(rest))] if rest else []
    sentence = tr("About {pictures} would move: {where}")
    return sentence.format(pictures=count(total, "picture"), where=", ".join(parts))


def stays(preview: Preview) -> str:
    """How many pictures that a person confirmed would get another category."""
    if not preview.confirmed:
        return tr("None of your confirmed pictures change")
    return tr("{pictures} would change").format(pictures=count(preview.confirmed, "confirmed picture"))
