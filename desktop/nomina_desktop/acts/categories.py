"""Categories are made, changed and removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import nomina
from nomina_desktop.session import Session
from nomina_desktop.tasks import Callback, ignore


def add(session: Session, name: str, *, done: Callback = ignore, failed: Callback | None = None) -> None:
    """Make a category of this name."""
    session.act(lambda library: nomina.add_category(library, name), done=done, failed=failed)


def add_with(session: Session, name: str, ids: Sequence[int]) -> None:
    """Make a category of this name, and say that these images are of it."""

    def label(_: object) -> None:
        session.act(lambda library: nomina.label(library, ids, nomina.category_named(library, name).id), tell=True)

    session.act(lambda library: nomina.add_category(library, name), done=label)


def change(
    session: Session, category_id: int, *, done: Callback = ignore, failed: Callback | None = None, **words: Any
) -> None:
    """Rename a category or change its words: any of name, synonyms, description, words."""
    session.act(lambda library: nomina.change_category(library, category_id, **words), done=done, failed=failed)


def remove(session: Session, category_id: int) -> None:
    """Remove a category and its labels."""
    session.act(lambda library: nomina.remove_category(library, category_id), tell=True)
