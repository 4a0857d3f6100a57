"""Whether folder, date, time of day, camera and place of pictures count as evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import nomina
from nomina_desktop.session import Session
from nomina_desktop.tasks import Callback, Verb

if TYPE_CHECKING:
    from nomina import Library, Worth


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the switch would do.

    Attributes:
        on: whether they count now.
        worth: None where there are too few labels to tell.
        moved: pictures that would get another best category.
    """

    on: bool
    worth: Worth | None
    moved: int


def weigh(session: Session, done: Callback) -> None:
    """Find out what turning the switch would do; nothing is changed. `done` gets a Weighed."""
    session.ask(_weighed, done=done, failed=session.notices.failed)


def _weighed(library: Library) -> Weighed:
    on = nomina.circumstances_counted(library) is not None
    moved = len(nomina.preview(library, _turned(on)).images)
    try:
        worth = nomina.worth_of_circumstances(library)
    except nomina.NominaError:  # too few labels yet
        worth = None
    return Weighed(on, worth, moved)


def turn(session: Session, on: bool) -> None:
    """Let them count, or no more."""
    session.act(_turned(not on), tell=True)


def _turned(on: bool) -> Verb:
    """The verb that turns the switch, given how it stands."""
    return nomina.ignore_circumstances if on else nomina.count_circumstances
