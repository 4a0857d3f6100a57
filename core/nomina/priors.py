"""Short verbs: whether where, when and with what a picture was taken counts as evidence, and what that is worth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nomina.calibrate import leave_one_out
from nomina.circumstances import Backdrop
from nomina.domain import Change
from nomina.errors import BadInput
from nomina.library import Library

FEWEST_LABELS = 30


@dataclass(frozen=True, slots=True)
class Counted:
    """That circumstances count, and against what.

    Attributes:
        made: when the circumstances of all pictures were counted.
        images: how many pictures there were then.
        uncounted: how many pictures tell a circumstance now that nobody had then, which says nothing.
    """

    made: str
    images: int
    uncounted: int


@dataclass(frozen=True, slots=True)
class Worth:
    """What circumstances are worth, by the labelled pictures, each asked as if it had not been shown.

    Attributes:
        without, with_them: how many of them have a category of theirs as the best one, of `pictures`.
    """

    without: int
    with_them: int
    pictures: int


def count_circumstances(library: Library) -> Change:
    """Let folder, date, camera and place count as evidence, as common as they are among the pictures now.

    Once more, they are counted anew: folders that came since then speak from now on.

    Raises:
        BadInput: there are no pictures.
    """
    told = library.told()
    if not told:
        raise BadInput("There are no pictures whose folders and dates could be counted.", "Add some first.")
    with library.step("Let folder, date, camera and place count") as step:
        library.store.put_backdrop(len(told), Backdrop.of(told).to_text())
    return library.history.change(step)


def ignore_circumstances(library: Library) -> Change:
    """Let what a picture shows count alone, as it does unless somebody says otherwise."""
    with library.step("Let folder, date, camera and place count no more") as step:
        library.store.drop_backdrop()
    return library.history.change(step)


def circumstances_counted(library: Library) -> Counted | None:
    """Whether circumstances count, and against what; None where they do not."""
    found, known = library.store.backdrop(), library.circumstances
    return None if found is None or known is None else Counted(found[0], found[1], known.uncounted(library.told()))


def worth_of_circumstances(library: Library) -> Worth:
    """What they would be worth, whether they count now or not; nothing is changed.

    Each labelled picture is asked without its own label. Pictures of one shot that were labelled together know each
    other by their folder and day, so for pictures that nobody will label by hand it is less.

    Raises:
        BadInput: there are fewer than FEWEST_LABELS labels in two categories.
    """
    left = leave_one_out(library)
    if len(left.ids) < FEWEST_LABELS or len(np.unique(left.truth)) < 2:
        raise BadInput(
            f"{len(left.ids):,} labels are too few to tell what it is worth.",
            f"Confirm at least {FEWEST_LABELS} pictures in two or more categories.",
        )
    found: list[int] = []
    for act in (ignore_circumstances, count_circumstances):
        with library.history.rehearsal():
            act(library)
            found.append(_right(library))
    library.scores  # noqa: B018 - brings the table back to what is true before anyone asks
    return Worth(found[0], found[1], len(np.unique(left.ids)))


def _right(library: Library) -> int:
    """Labelled pictures whose best category without their own label is one that a person gave them."""
    left = leave_one_out(library)
    return len(np.unique(left.ids[left.scores.argmax(axis=1) == left.truth]))
