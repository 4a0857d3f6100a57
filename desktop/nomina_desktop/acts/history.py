"""The last step is taken back, or brought again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nomina_desktop import verbs
from nomina_desktop.session import Session
from nomina_desktop.words import said, tr

if TYPE_CHECKING:
    from nomina import Change


def undo(session: Session) -> None:
    """Take the last step back; work that is still writing is stopped first."""
    session.stop_writing()
    session.act(verbs.undo, done=partial(_undone, session, tr("Undone")))


def redo(session: Session) -> None:
    """Bring the last undone step again."""
    session.act(verbs.redo, done=partial(_undone, session, tr("Done again")))


def _undone(session: Session, word: str, change: Change | None) -> None:
    if change is not None:
        session.notices.tell(f"{word}: {said(change.name)}.")
