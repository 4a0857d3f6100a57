"""What a person decided is copied, and gone back to."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from nomina_desktop.session import Session
from nomina_desktop.tasks import Callback
from nomina_desktop.words import tr, when

if TYPE_CHECKING:
    from nomina import Backup


def back_up(session: Session, done: Callback) -> None:
    """Copy the open library now."""
    session.ask(lambda library: library.back_up(), done=done, failed=session.notices.failed)


def restore(session: Session, folder: Path, backup: Backup) -> None:
    """Close the library, put a backup in its place, and open it again."""
    if folder == session.folder:
        session.close()
    session.open(folder, restore=backup.path, then=partial(_restored, session, backup))


def _restored(session: Session, backup: Backup) -> None:
    moment = when(backup.made.isoformat())
    session.notices.tell(
        tr("The library is as it was: {moment}.").format(moment=moment),
        tr("What it was before is kept: the latest of its backups."),
    )
