"""What the window asks of the library's thread beyond the core's own verbs: they run there, one after the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nomina
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import (
        About,
        Change,
        EncoderSpec,
        Explanation,
        Library,
        Opinion,
        Page,
        PictureMap,
        Progress,
        Run,
        Show,
        Watched,
    )

WAIT = 0.05
"""Seconds between two looks at an encoder that is getting ready."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that the views show, taken at one moment.

    Attributes:
        page: the pictures, in order.
        show: what was asked for.
        known: False while the encoder is not ready: then nothing is said of any picture.
        encoder: title and device, or "" while it is not ready.
        texts: whether the encoder knows words.
        undo, redo: names of the steps, or "".
        runs: the automatic runs, the latest first.
        spec: of the encoder at work; None while it is not ready.
        watched: the folders whose new pictures are added as they come.
        mended: what was found damaged and made again, in a sentence of the core, or "".
    """

    page: Page
    show: Show
    known: bool
    encoder: str
    texts: bool
    undo: str
    redo: str
    runs: tuple[Run, ...] = ()
    spec: EncoderSpec | None = None
    watched: tuple[Watched, ...] = ()
    mended: str = ""

    @property
    def total(self) -> int:
        """How many pictures the library has."""
        return sum(self.page.by_state.values())


def snapshot(library: Library, show: Show) -> Snapshot:
    """Take a snapshot; a category or a run that is gone is no longer asked for."""
    if show.category_id is not None and show.category_id not in {each.id for each in library.store.categories()}:
        show = replace(show, category_id=None)
    runs = library.store.runs()
    if show.run_id is not None and show.run_id not in {run.id for run in runs}:
        show = replace(show, run_id=None, called="")
    try:
        known = encoder_ready(library)
        spec = library.spec if known else None
        page = nomina.page(library, show) if known else nomina.unread_page(library, show)
    except nomina.EncoderError:  # who looks for the encoder tells of it; the pictures are there without it
        known, spec, page = False, None, nomina.unread_page(library, show)
    done, undone = library.history.done, library.history.undone
    return Snapshot(
        page,
        show,
        known,
        tr("{encoder} on {device}").format(encoder=spec.title, device=device_in_words(spec.device)) if spec else "",
        spec.texts if spec else True,
        done[-1].name if done else "",
        undone[-1].name if undone else "",
        tuple(runs),
        spec,
        tuple(library.store.watched()),
        library.mended,
    )


@dataclass(frozen=True, slots=True)
class Mapped:
    """Where the pictures lie on the map, and what is said of all of them.

    Attributes:
        unfolded: whether groups are pulled apart; else it is the plane.
    """

    map: PictureMap
    snapshot: Snapshot
    unfolded: bool = False


def mapped(library: Library, unfolded: bool = False) -> Generator[Progress, None, Mapped]:
    """Lay out the map, and take a snapshot of every picture in the order of their ids.

    Args:
        unfolded: whether one with its groups pulled apart is wanted, if it is at hand.
    """
    found = nomina.kept_unfolded_map(library) if unfolded else None
    made = found or (yield from nomina.picture_map(library))
    return Mapped(made, snapshot(library, nomina.Show()), found is not None)


def encoder_ready(library: Library) -> bool:
    """Whether the encoder can be asked without waiting.

    Raises:
        EncoderError: it cannot be loaded.
    """
    return library.host.ready() and bool(library.spec)


def device_in_words(name: str) -> str:
    """A device as a person calls it."""
    return {"cpu": "CPU", "cuda": "GPU", "mps": "Apple GPU", "xpu": "Intel GPU"}.get(name, name)


@dataclass(frozen=True, slots=True)
class Reasons:
    """All that the card of a picture says.

    Attributes:
        opinion, explanation: None while the encoder is not ready, and where nothing can be said.
        pictures: hash and file name of the examples and rejects that are shown, by image.
    """

    about: About
    opinion: Opinion | None
    explanation: Explanation | None
    pictures: dict[int | None, tuple[str, str]]


MOST_SHOWN = 4
"""Examples, and rejects, that a card shows."""


def reasons(library: Library, image_id: int, category_id: int | None) -> Reasons | None:
    """What is believed of a picture, and what made it so for a category, by default the first; None if it is gone."""
    try:
        about = nomina.about(library, image_id)
    except nomina.NotFound:
        return None
    if not encoder_ready(library):
        return Reasons(about, None, None, {})
    opinion = nomina.opinion(library, image_id)
    try:
        explanation = nomina.explain(library, image_id, category_id)
    except nomina.NominaError:  # not read, no category, or the category is gone: then there is nothing to explain
        return Reasons(about, opinion, None, {})
    votes = [*explanation.examples[:MOST_SHOWN], *explanation.rejects[:MOST_SHOWN]]
    images = library.store.images([vote.image_id for vote in votes if vote.image_id is not None])
    names = {image.id: (image.hash, image.path.name if image.path else "") for image in images}
    return Reasons(about, opinion, explanation, {**names})


def chosen(choice: str, device: str) -> str:
    """The encoder that a person chose; for "auto" the one that this means now."""
    return nomina.best_at_hand(device) if choice == "auto" else choice


def when_ready(
    verb: Callable[[Library], Generator[Progress, None, Any]],
) -> Callable[[Library], Generator[Progress, None, Any]]:
    """The long verb, begun when the encoder is ready: short verbs, and Cancel, need not wait for that."""

    def patient(library: Library) -> Generator[Progress, None, Any]:
        while not library.host.ready():
            at = library.host.preparing()
            yield at if at.total else nomina.Progress(0, None, tr("Waiting for the encoder"))
            time.sleep(WAIT)
        return (yield from verb(library))

    return patient


def unread(library: Library) -> int:
    """How many images the encoder has no embedding of, and has a file to read."""
    table, shelf = library.scores, library.shelf
    return int(((shelf.paths != "") & ~table.read).sum())


def get_ready(library: Library) -> None:
    """Find out now what a person may ask for at any time: the order of the names."""
    _ = library.shelf.by_name


def read_again(library: Library) -> Generator[Progress, None, Any]:
    """Read the images that the encoder has no embedding of."""
    return (yield from nomina.encode_missing(library))


def undo(library: Library) -> Change | None:
    """Take the last step back."""
    return library.undo()


def redo(library: Library) -> Change | None:
    """Bring the last undone step again."""
    return library.redo()


def add_samples(library: Library) -> Generator[Progress, None, Any]:
    """Add the sample pictures and the categories of the demo."""
    known = {category.name for category in library.store.categories()}
    for name in nomina.DEMO_CATEGORIES:
        if name not in known:
            nomina.add_category(library, name)
    paths: list[Path] = [sample.path for sample in nomina.sample_pictures()]
    return (yield from nomina.add_images(library, paths))
