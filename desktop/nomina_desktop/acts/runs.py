"""Pictures are labelled automatically."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import nomina
from nomina_desktop import verbs
from nomina_desktop.session import Session

if TYPE_CHECKING:
    from nomina import Labelled


def label_all(session: Session, at_least: float) -> None:
    """Label every picture whose best category is at least so likely."""
    session.work(
        "Labelling pictures",
        lambda library: nomina.label_images(library, at_least=at_least),
        done=session.notices.labelled,
    )


def preview_label_all(session: Session, at_least: float, done: Callable[[Labelled], None]) -> None:
    """Find out what `label_all` would do; errors are left for it to tell."""
    session.ask(
        verbs.when_ready(lambda library: nomina.label_images(library, at_least=at_least, dry_run=True)),
        done=done,
        failed=lambda _: None,
    )
