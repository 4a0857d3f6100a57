"""The map is laid out in another way."""

from __future__ import annotations

import nomina
from nomina_desktop.session import Session
from nomina_desktop.tasks import Callback
from nomina_desktop.words import tr


def unfold(session: Session, *, done: Callback, failed: Callback, stopped: Callback) -> None:
    """Pull the groups of the map apart, in the background; what was laid out before is at hand at once."""
    session.work(
        tr("Pulling groups apart"), nomina.unfolded_map, done=done, failed=failed, stopped=stopped, writes=False
    )
