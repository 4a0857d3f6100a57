"""Labels, examples and names come in from other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import nomina
from nomina_desktop import verbs
from nomina_desktop.notices import count
from nomina_desktop.session import Session
from nomina_desktop.tasks import Callback, Task
from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina import Imported, ImportPlan
    from nomina_desktop.notices import Work


def formats(session: Session, done: Callback) -> None:
    """Find out which formats there are, by name."""
    session.ask(lambda _: nomina.import_formats(), done=done, failed=session.notices.failed)


def foresee(session: Session, plan: ImportPlan, **callbacks: Callback) -> Task | None:
    """Find out what `take` would do: the plan is a dry run; the answer is a nomina.Imported."""
    return session.ask(verbs.when_ready(lambda library: nomina.import_labels(library, plan)), **callbacks)


def take(session: Session, plan: ImportPlan, **callbacks: Callback) -> Work | None:
    """Take what the plan asks for."""
    title = tr("Importing {name}").format(name=plan.source.name)
    return session.work(title, lambda library: nomina.import_labels(library, plan), **callbacks)


def in_words(imported: Imported) -> str:
    """What an import did, or would do."""
    labels = sum(imported.labels.values()) + sum(imported.automatic.values())
    words = [count(labels, "label")] if labels else []
    if imported.new:
        one = tr("1 new category")
        more = tr("{number} new categories").format(number=number(len(imported.new)))
        words.append(one if len(imported.new) == 1 else more)
    words += [tr("{pictures} added").format(pictures=count(imported.added, "picture"))] if imported.added else []
    words += [tr("more words for {number}").format(number=len(imported.changed))] if imported.changed else []
    return (", ".join(words) or tr("Nothing new")) + "."
