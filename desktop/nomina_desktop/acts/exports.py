"""Labels go out to other programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nomina
from nomina_desktop.session import Session


def write(session: Session, target: Path, then: Callable[[int], None]) -> None:
    """Write the labels to a file whose name says the format."""
    format = target.suffix.lstrip(".").lower()
    session.work(
        f"Writing {target.name}", lambda library: nomina.export_labels(library, format, target), done=then, writes=False
    )
