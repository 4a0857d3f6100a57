"""Searches are kept under a name, and forgotten."""

from __future__ import annotations

import nomina
from nomina_desktop.session import Session


def save(session: Session, name: str) -> None:
    """Keep what is shown under a name."""
    show = session.show
    if show is not None:
        session.act(lambda library: nomina.save_search(library, name, show), tell=True)


def forget(session: Session, search_id: int) -> None:
    """Forget a saved search."""
    session.act(lambda library: nomina.forget_search(library, search_id), tell=True)
