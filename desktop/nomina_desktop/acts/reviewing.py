"""A person answers the questions of the review. Each answer is one step, whose number is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import nomina
from nomina_desktop.session import Session

if TYPE_CHECKING:
    from nomina import Change, Library

Written = Callable[[int | None], None]
"""Gets the number of the step when an answer is in the library; 0 where it changed nothing, None where it failed."""


def is_of(session: Session, ids: Sequence[int], category_id: int, written: Written) -> None:
    """Say that images are of a category."""
    _say(session, lambda library: nomina.label(library, ids, category_id), written, len(ids))


def is_not(session: Session, ids: Sequence[int], category_id: int, written: Written) -> None:
    """Say that images are not of a category."""
    _say(session, lambda library: nomina.reject(library, {category_id: ids}), written, len(ids))


def are_but(session: Session, ids: Sequence[int], others: Sequence[int], category_id: int, written: Written) -> None:
    """Say that images are of a category and the others are not."""
    count = len(ids) + len(others)
    _say(session, lambda library: nomina.settle(library, category_id, ids, others), written, count)


def is_none(session: Session, ids: Sequence[int], written: Written) -> None:
    """Say that images are of none of the categories."""
    _say(session, lambda library: nomina.none_of_these(library, ids), written, len(ids))


def is_new(session: Session, ids: Sequence[int], name: str, written: Written) -> None:
    """Make a category of this name of images."""
    _say(session, lambda library: nomina.category_of(library, name, ids), written, 2)


def forget(session: Session, ids: Sequence[int], category_id: int | None, written: Written) -> None:
    """Forget what was said of images: of one category, or of all for None."""
    _say(session, lambda library: nomina.unlabel(library, ids, category_id), written, len(ids))


def _say(session: Session, verb: Callable[[Library], Change], written: Written, count: int) -> None:
    steps: list[int] = []

    def say(library: Library) -> Change:
        change = verb(library)
        steps.append(library.history.done[-1].number if change.tables else 0)
        return change

    def failed(error: Exception) -> None:
        session.notices.failed(error)
        written(None)

    session.act(say, done=lambda _: written(steps[-1]), failed=failed, tell=count > 1)
