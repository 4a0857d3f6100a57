"""Folders whose new pictures are added as they come. A library remembers them: short verbs say which.

`watching.Watcher` finds what is new; the long verb here takes it in.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nomina.domain import Change, Progress, Skipped
from nomina.errors import BadInput, NotFound
from nomina.ingest import Added, add_images
from nomina.library import Library
from nomina.places import Place
from nomina.runs import Labelled, label_images
from nomina.video import SCENES, Frames, is_video, why_not


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of files of a watched folder.

    Attributes:
        added: what was added.
        labelled: the run over what is new; None where none was asked for, or nothing was new.
    """

    added: Added
    labelled: Labelled | None


def watch_folder(library: Library, folder: Path, at_least: float | None = None) -> Change:
    """Remember that a folder is watched; one that is watched already is watched otherwise from now on.

    Args:
        at_least: 0..1; new pictures are labelled too, where a category is so likely. None for no labels.

    Raises:
        BadInput: it is no folder, holds the library, lies in it, or at_least is out of range.
    """
    if at_least is not None and not 0.0 <= at_least <= 1.0:
        raise BadInput(f"A confidence of {at_least:g} is not between 0 and 1.", "Give one like 0.8.")
    whole = Path(os.path.abspath(folder))
    if not whole.is_dir():
        raise BadInput(f"“{folder}” is no folder.", "Choose a folder that is there now.")
    home, real = Path(os.path.realpath(library.folder)), Path(os.path.realpath(whole))
    if real == home or real.is_relative_to(home):
        raise BadInput(f"“{folder}” is the library's own folder.", "Choose the folder that your pictures come to.")
    with library.step(f"Watch “{whole.name or whole}”") as step:
        library.store.put_watched(whole, at_least)
    return library.history.change(step)


def unwatch_folder(library: Library, watched_id: int) -> Change:
    """Watch a folder no longer. Its pictures stay.

    Raises:
        NotFound: it is not watched.
    """
    found = next((each for each in library.store.watched() if each.id == watched_id), None)
    if found is None:
        raise NotFound("This folder is not watched.", "The list of watched folders has those that are.")
    with library.step(f"Watch “{found.path.name}” no longer") as step:
        library.store.remove_watched(watched_id)
    return library.history.change(step)


def take_in(
    library: Library, files: Sequence[Path], at_least: float | None = None, frames: Frames | None = SCENES
) -> Generator[Progress, None, TakenIn]:
    """Add files that a watcher found, and label what is new of them where that was asked for: one undo step.

    Videos that cannot be read here are left out with a word, as in any folder; where no frames are wanted, without.
    """
    there = [file for file in files if Place.of(file).is_there()]  # others went again
    added, why = Added(), why_not()
    if frames is not None and why:
        added.skipped.extend(Skipped(file, why) for file in there if is_video(file))
    if frames is None or why:
        there = [file for file in there if not is_video(file)]
    if not there:
        return TakenIn(added, None)
    name = "Take in one new picture" if len(there) == 1 else f"Take in {len(there):,} new pictures"
    with library.step(name) as step:
        pass
    yield from add_images(library, there, frames=frames, within=step, so_far=added)
    labelled = None
    if at_least is not None and added.new and library.store.categories():
        labelled = yield from label_images(library, among=added.new, at_least=at_least, within=step)
    return TakenIn(added, labelled)
