"""Folders are watched, or no longer."""

from __future__ import annotations

from pathlib import Path

import nomina
from nomina_desktop.session import Session
from nomina_desktop.tasks import Callback


def watch(session: Session, folder: Path, at_least: float | None = None, failed: Callback | None = None) -> None:
    """Watch a folder, or watch it otherwise: new pictures are labelled too where a category is so likely."""
    session.act(lambda library: nomina.watch_folder(library, folder, at_least), failed=failed)


def unwatch(session: Session, watched_id: int) -> None:
    """Watch a folder no longer; its pictures stay."""
    session.act(lambda library: nomina.unwatch_folder(library, watched_id), tell=True)
