"""Pictures are labelled automatically, and runs are rolled back."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nomina
from nomina_desktop import verbs
from nomina_desktop.session import Session
from nomina_desktop.tasks import Callback, Verb
from nomina_desktop.words import number, tr, when

if TYPE_CHECKING:
    from nomina import Foreseen, Library, Progress
    from nomina_desktop.notices import Work


@dataclass(frozen=True, slots=True)
class Scope:
    """Which pictures a run looks at.

    Attributes:
        title: what a person reads.
        only: a folder; None for anywhere.
        among: ids of images; None for all.
    """

    title: str
    only: Path | None = None
    among: tuple[int, ...] | None = None

    @property
    def arguments(self) -> dict[str, Any]:
        """What the core's verbs take."""
        return {"only": self.only, "among": self.among}


def scopes_of(session: Session) -> list[Scope]:
    """All pictures; those that are selected, and those that are shown, where these are fewer."""
    if session.snapshot is None or session.page is None:
        return []
    total, chosen, shown = session.snapshot.total, session.selection, session.page.count
    scopes = [Scope(tr("All pictures ({number})").format(number=number(total)))]
    if 0 < len(chosen) < total:
        scopes.append(Scope(tr("Selected ({number})").format(number=number(len(chosen))), None, chosen))
    if 0 < shown < total:
        title = tr("Shown now ({number})").format(number=number(shown))
        scopes.append(Scope(title, None, tuple(session.page.ids.tolist())))
    return scopes


def label(session: Session, scope: Scope, at_least: float) -> None:
    """Label every picture of the scope whose best category is at least so likely."""
    session.work(
        tr("Labelling pictures"),
        lambda library: nomina.label_images(library, at_least=at_least, **scope.arguments),
        done=session.notices.labelled,
    )


def foresee(scope: Scope, at_least: float) -> Verb:
    """The question what `label` would do; its answer is a nomina.Foreseen."""

    def foreseen(library: Library) -> Generator[Progress, None, Foreseen]:
        yield nomina.Progress(0, None, tr("Ranking pictures"))
        return nomina.foresee_run(library, at_least=at_least, **scope.arguments)

    return verbs.when_ready(foreseen)


def add_first(session: Session, paths: Sequence[Path], *, progress: Callback, **callbacks: Callback) -> Work | None:
    """Add the pictures that are to be labelled then."""
    sieve, frames = session.settings.sieve(), session.frames
    return session.work(
        tr("Adding pictures"),
        lambda library: nomina.add_images(library, list(paths), sieve=sieve, frames=frames),
        progress=progress,
        **callbacks,
    )


def roll_back(session: Session, run_id: int) -> None:
    """Take a run and its labels back, but for those that were confirmed since."""
    session.act(lambda library: nomina.roll_back(library, run_id), tell=True)


def show(session: Session, run_id: int) -> None:
    """Show the pictures that a run labelled."""
    runs = session.snapshot.runs if session.snapshot else ()
    run = next((run for run in runs if run.id == run_id), None)
    if run is not None:
        session.show_only(run_id=run_id, called=tr("Run: {when}").format(when=when(run.started)))
