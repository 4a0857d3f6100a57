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


def of_pictures(
    session: Session,
    name: str,
    ids: Sequence[int],
    *,
    synonyms: Sequence[str] = (),
    done: Callback = ignore,
    failed: Callback | None = None,
) -> None:
    """Make a category of pictures, which become its examples; `failed` gets what is wrong with the name."""
    chosen = tuple(ids)
    session.act(
        lambda library: nomina.category_of(library, name, chosen, synonyms=synonyms),
        done=done,
        failed=failed,
        tell=bool(chosen),
    )


def change(
    session: Session, category_id: int, *, done: Callback = ignore, failed: Callback | None = None, **words: Any
) -> None:
    """Rename a category or change its words: any of name, synonyms, description, words."""
    session.act(lambda library: nomina.change_category(library, category_id, **words), done=done, failed=failed)


def remove(session: Session, category_id: int) -> None:
    """Remove a category and its labels."""
    session.act(lambda library: nomina.remove_category(library, category_id), tell=True)
