"""Categories are made, changed and removed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nomina
from nomina_desktop.session import Session
from nomina_desktop.tasks import Callback, Verb, ignore
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import Change


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


def of_folder(session: Session, name: str, folder: Path, *, done: Callback, failed: Callback) -> None:
    """Add the pictures of a folder, and make a category of them, as one step."""

    def told(change: Change) -> None:
        done(change)
        session.notices.done(change)

    session.work(
        tr("Adding pictures"),
        lambda library: nomina.category_of_folder(library, name, folder),
        done=told,
        failed=failed,
    )


def change(
    session: Session, category_id: int, *, done: Callback = ignore, failed: Callback | None = None, **words: Any
) -> None:
    """Rename a category or change its words: any of name, synonyms, description, words, unlike."""
    session.act(lambda library: nomina.change_category(library, category_id, **words), done=done, failed=failed)


def remove(session: Session, category_id: int) -> None:
    """Remove a category and its labels."""
    session.act(lambda library: nomina.remove_category(library, category_id), tell=True)


def move(session: Session, category_id: int, parent: int | None, *, failed: Callback | None = None) -> None:
    """Put a category under another one, or at the top."""
    session.act(lambda library: nomina.move_category(library, category_id, parent), failed=failed, tell=True)


def order(session: Session, category_id: int, *, before: int | None = None, after: int | None = None) -> None:
    """Put a category right before or after another one, beside it."""
    session.act(lambda library: nomina.order_category(library, category_id, before=before, after=after), tell=True)


def step(session: Session, category_id: int, by: int) -> None:
    """Let a category and the one before it (by -1), or after it (by 1), change places; at the end nothing happens."""
    parent = next((each.parent for each in session.categories if each.id == category_id), None)
    beside = [each.id for _, each in nomina.walk(session.categories) if each.parent == parent]
    at = beside.index(category_id) + by if category_id in beside else -1
    if 0 <= at < len(beside):
        order(session, category_id, **{"before" if by < 0 else "after": beside[at]})


def mark(session: Session, category_id: int, *, colour: str | None = None, digit: int | None = None) -> None:
    """Give a category another colour ("" for its own one) or key (0 for none)."""
    session.act(lambda library: nomina.mark_category(library, category_id, colour=colour, digit=digit))


def how_many(session: Session, done: Callback) -> None:
    """Whether a picture may have several categories, and how many labels would go if it could have one only."""
    session.ask(
        lambda library: (library.store.several(), len(nomina.surplus_labels(library))),
        done=done,
        failed=session.notices.failed,
    )


def allow_several(session: Session, several: bool) -> None:
    """Let a picture have several categories, or one: then of several labels one stays."""
    session.act(lambda library: nomina.allow_several(library, several, drop=True), tell=True)


def merge(session: Session, source: int, target: int) -> None:
    """Make one category of two: the target stays."""
    session.act(lambda library: nomina.merge_categories(library, source, target), tell=True)


def split(
    session: Session, category_id: int, name: str, ids: Sequence[int], *, done: Callback, failed: Callback
) -> None:
    """Make a second category of some examples of one."""
    chosen = tuple(ids)
    session.act(
        lambda library: nomina.split_category(library, category_id, name, chosen), done=done, failed=failed, tell=True
    )


def rehearse(session: Session, act: Verb, *, done: Callback, failed: Callback) -> None:
    """Find out what a short verb would change, without doing it: `done` gets a Preview."""
    session.ask(lambda library: nomina.preview(library, act), done=done, failed=failed)
