"""A person says what pictures are, and what they are not."""

from __future__ import annotations

from collections.abc import Sequence

import nomina
from nomina_desktop.session import Session
from nomina_desktop.tasks import Callback, ignore


def accept(session: Session, category_id: int, ids: Sequence[int] | None = None) -> None:
    """Say that images, by default the selected ones, are of a category."""
    chosen = session.selection if ids is None else tuple(ids)
    if chosen:
        session.act(lambda library: nomina.label(library, chosen, category_id), tell=len(chosen) > 1)


def accept_shown(session: Session, by_category: dict[int, list[int]], none: Sequence[int]) -> None:
    """Say of images that they are what they are listed under, or none of the categories."""
    total = sum(map(len, by_category.values())) + len(none)
    if total:
        session.act(lambda library: nomina.accept(library, by_category, none), tell=total > 1)


def reject(session: Session, by_category: dict[int, list[int]]) -> None:
    """Say of images that they are not of the category they are listed under."""
    total = sum(map(len, by_category.values()))
    if total:
        session.act(lambda library: nomina.reject(library, by_category), tell=total > 1)


def forget(session: Session, ids: Sequence[int] | None = None) -> None:
    """Forget what was said of images, by default of the selected ones."""
    chosen = session.selection if ids is None else tuple(ids)
    if chosen:
        session.act(lambda library: nomina.unlabel(library, chosen), tell=len(chosen) > 1)


def none_of_these(session: Session, ids: Sequence[int] | None = None, *, done: Callback = ignore) -> None:
    """Say of images, by default the selected ones, that they are of none of the categories; see the verb."""
    chosen = session.selection if ids is None else tuple(ids)
    if chosen:
        session.act(lambda library: nomina.none_of_these(library, chosen), done=done, tell=len(chosen) > 1)


def forget_of(session: Session, category_id: int, ids: Sequence[int]) -> None:
    """Forget what was said of images for one category."""
    session.act(lambda library: nomina.unlabel(library, ids, category_id), tell=True)
