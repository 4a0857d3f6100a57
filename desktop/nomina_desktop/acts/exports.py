"""Labels go out to other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import nomina
from nomina_desktop import verbs
from nomina_desktop.notices import count
from nomina_desktop.session import Session
from nomina_desktop.tasks import Callback, Task
from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina import Exported, ExportPlan, MovedBack
    from nomina_desktop.notices import Work


def formats(session: Session, done: Callback) -> None:
    """Find out which formats there are, by name: some packages behind them take a moment to load."""
    session.ask(lambda _: nomina.formats(), done=done, failed=session.notices.failed)


def foresee(session: Session, plan: ExportPlan, *, whole: bool, **callbacks: Callback) -> Task | None:
    """Find out what `write` would do, at once or (whole) by trying all of it; the answer is a nomina.ExportPreview."""
    return session.ask(verbs.when_ready(lambda library: nomina.preview_export(library, plan, whole=whole)), **callbacks)


def write(session: Session, plan: ExportPlan, **callbacks: Callback) -> Work | None:
    """Write what the plan asks for."""
    title = tr("Writing {name}").format(name=plan.target.name if plan.target else tr("sidecars"))
    return session.work(title, lambda library: nomina.export_images(library, plan), writes=plan.move, **callbacks)


def move_back(session: Session, journal: Path) -> None:
    """Put originals that an export moved back where they were."""

    def told(back: MovedBack) -> None:
        words = tr("{pictures} moved back.").format(pictures=count(back.pictures, "picture"))
        if back.skipped:
            show = session.notices.show_skipped
            session.notices.tell(words, act_name=tr("See what was not"), act=lambda: show(back.skipped))
        else:
            session.notices.tell(words)

    session.work(tr("Moving pictures back"), lambda library: nomina.undo_moves(library, journal), done=told)


def in_words(exported: Exported) -> str:
    """What an export holds, or would hold."""
    words = [
        tr("{pictures} in {categories}.").format(
            pictures=count(exported.pictures, "picture"), categories=_categories(len(exported.by_category))
        )
    ]
    if exported.without_label:
        words.append(tr("{number} without a label are not in it.").format(number=number(exported.without_label)))
    if exported.left_out:
        words.append(tr("{files} cannot be written.").format(files=count(len(exported.left_out), "picture")))
    changes = exported.changes
    if changes is not None:
        words.append(
            tr("Since the last time: {added} new, {changed} changed, {removed} gone.").format(
                added=number(changes.added), changed=number(changes.changed), removed=number(changes.removed)
            )
        )
    return " ".join(words)


def _categories(many: int) -> str:
    return tr("1 category") if many == 1 else tr("{number} categories").format(number=number(many))
