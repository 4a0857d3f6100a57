"""Long verb: look through a library for damage, and mend what grows back. What a person decided is only looked at.

It needs no encoder, and works on the folder, because a library that is damaged may not open.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Collection, Generator
from contextlib import closing
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from sqlite_utils import Database

from nomina import kept, schema, soundness
from nomina.backups import FOLDER, Occasion, back_up, backups_of, look_into
from nomina.domain import Progress
from nomina.errors import BadPicture, NominaError, NotALibrary
from nomina.library import open_truth
from nomina.opening import hash_at
from nomina.pictured import Placed
from nomina.places import Place
from nomina.schema import DATABASE
from nomina.soundness import Looked
from nomina.sqlite import damage, open_cache, remove_cache
from nomina.store import Store

FILES_A_STEP = 64
Steps = Generator[Progress, None, None]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is not as it should be.

    Attributes:
        part: the file or folder that it is in, relative to the library.
        title: what is wrong, in a sentence.
        hint: what helps, or "".
        mended: whether it was mended: removed, so that it grows back, or made again of what is sound.
        truth: whether it is about what a person decided; that is never mended here.
    """

    part: str
    title: str
    hint: str = ""
    mended: bool = False
    truth: bool = False

    @property
    def mendable(self) -> bool:
        """Whether a check with `repair` would mend it."""
        return not self.mended and self.hint.endswith("--repair.")


@dataclass(slots=True)
class Checked:
    """What a check found.

    Attributes:
        facts: how many of what there is, by the part of the library, in words.
        troubles: what is wrong.
        to_read: whether something was removed that grows back when pictures are read again.
    """

    facts: dict[str, str] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    to_read: bool = False

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong, or no longer."""
        return all(trouble.mended for trouble in self.troubles)


def check_library(folder: Path, *, files: bool = False, repair: bool = False) -> Generator[Progress, None, Checked]:
    """Look through the truth, the derived data and the backups of a library, which nobody may have open.

    Truth: whether SQLite finds every page and index whole, and whether what it says can be. Derived data: whether its
    files are whole, rows are rows and thumbnails JPEGs. Backups: whether they could be restored.

    Args:
        files: read every picture file, too, and compare it with the hash by which it is known.
        repair: remove what is spoilt of derived data (it grows back when pictures are read), and make damaged indexes
            again after a backup. Nothing a person decided is ever changed.

    Raises:
        NotFound: there is no library.
        LibraryBusy, LibraryTooNew, LibraryError: it cannot be looked at.
    """
    checked = Checked()
    yield Progress(0, None, f"Checking {DATABASE}")
    try:
        db = open_truth(folder)
    except NotALibrary as error:
        checked.troubles.append(Trouble(DATABASE, error.title, _way_back(folder), truth=True))
        yield from _check_derived(folder, set(), checked, repair)
    else:
        with closing(db):
            store = Store(db) if _check_truth(db, folder, checked, repair) else None
            images = {hash for _, hash in store.image_keys()} if store else set[str]()
            yield from _check_derived(folder, images, checked, repair)
            if files and store:
                yield from _check_files(store.every_place(), checked)
    yield from _check_backups(folder, checked)
    return checked


def _way_back(folder: Path) -> str:
    """What to do about damaged truth: restore the latest backup that is whole."""
    for backup in backups_of(folder):
        try:
            look_into(backup.path)
        except NominaError:
            continue
        chosen = str(backup.number) if backup.number else f"“{backup.path}”"
        return f"Restore the backup of {backup.made:%Y-%m-%d %H:%M} UTC: nomina restore “{folder}” {chosen}"
    return f"There is no backup in “{folder / FOLDER}”; copy the library away before anything else."


def _check_truth(db: Database, folder: Path, checked: Checked, repair: bool) -> bool:
    """Look at truth; returns whether it can be read."""
    wrong = damage(db)
    if soundness.about_indexes_only(wrong):
        if repair:
            copy = back_up(db, folder, Occasion.REPAIR)
            soundness.make_indexes_again(db)
        mended = repair and not damage(db)
        hint = f"Copied before as “{copy.path.name}”." if mended else "Run it again with --repair."
        checked.troubles.append(Trouble(DATABASE, f"An index is damaged: {wrong[0]}.", hint, mended))
    elif wrong:
        checked.troubles.append(Trouble(DATABASE, f"It is damaged: {wrong[0]}.", _way_back(folder), truth=True))
        return False
    for sentence in soundness.what_truth_breaks(db):
        title = f"What it says cannot be: {sentence}."
        checked.troubles.append(Trouble(DATABASE, title, _way_back(folder), truth=True))
    pictures, categories, labels = schema.counts(db)
    checked.facts[DATABASE] = f"{pictures:,} pictures, {categories:,} categories, {labels:,} labels of yours"
    return True


# Derived data ----------------------------------------------------------------------------------------------------

_DERIVED: tuple[tuple[str, str, str, Callable[..., Generator[int, None, Looked]], Callable[..., None]], ...] = (
    ("embeddings.db", "embedding", "rows", soundness.look_at_embeddings, soundness.drop_embeddings),
    ("thumbnails.db", "thumbnail", "thumbnails", soundness.look_at_thumbnails, soundness.drop_thumbnails),
    ("facts.db", "facts", "facts", soundness.look_at_facts, soundness.drop_facts),
)


def _check_derived(folder: Path, images: Collection[str], checked: Checked, repair: bool) -> Steps:
    for name, table, many, look, drop in _DERIVED:
        part = f"cache/{name}"
        yield Progress(0, None, f"Checking {part}")
        file = folder / "cache" / name
        if not file.exists():
            checked.facts[part] = "not there; grows back when pictures are read"
            continue
        wrong = _damage_of(file)
        if wrong:
            if repair:
                remove_cache(file)
            _grows_back(checked, part, f"It is damaged: {wrong[0]}.", repair)
            continue
        with closing(open_cache(file)) as db:
            if not db.table(table).exists():
                checked.facts[part] = "empty; grows back when pictures are read"
                continue
            looked = yield from _looked(look(db, images), part)
            if looked.spoilt and repair:
                drop(db, looked.spoilt)
        if looked.spoilt:
            _grows_back(checked, part, f"{len(looked.spoilt):,} {many} are spoilt.", repair)
        each = [f"{many} of {of:,} pictures{f' by {encoder}' if encoder else ''}" for encoder, of in looked.of.items()]
        checked.facts[part] = "; ".join(sorted(each)) or "empty"
    yield from _check_kept(folder, checked, repair)


def _check_kept(folder: Path, checked: Checked, repair: bool) -> Steps:
    """Hold the placed rows that are kept in files against their checksums."""
    count = 0
    for where, rows, wrong in kept.look_at(folder / "cache"):
        yield Progress(0, None, "Checking cache/rows")
        count += rows
        if wrong:
            if repair:
                shutil.rmtree(where, ignore_errors=True)
            hint = "Removed; it is made again when it is needed." if repair else "Run it again with --repair."
            checked.troubles.append(Trouble("cache/rows", wrong, hint, repair))
    if count:
        checked.facts["cache/rows"] = f"{count:,} rows, placed"


def _damage_of(file: Path) -> list[str]:
    try:
        with closing(sqlite3.connect(file, timeout=0.2)) as connection:
            return damage(Database(connection))
    except sqlite3.Error as error:
        return [str(error)]


def _looked(look: Generator[int, None, Looked], part: str) -> Generator[Progress, None, Looked]:
    try:
        while True:
            yield Progress(next(look), None, f"Checking {part}")
    except StopIteration as stop:
        looked: Looked = stop.value
        return looked


def _grows_back(checked: Checked, part: str, title: str, repaired: bool) -> None:
    hint = "Removed; it grows back when pictures are read." if repaired else "Run it again with --repair."
    checked.to_read |= repaired
    checked.troubles.append(Trouble(part, title, hint, repaired))


# Picture files and backups ---------------------------------------------------------------------------------------


def _check_files(places: list[Placed], checked: Checked) -> Steps:
    """Compare files with the hashes by which they are known. One that is gone or was edited is no damage."""
    gone = edited = 0
    for number, place in enumerate(places, 1):
        found = _file_at(place)
        gone += found is _Found.GONE
        edited += found is _Found.EDITED
        if found is _Found.SPOILT:
            title = f"“{place.path}” has other bytes than when it was read, though its size and date are the same."
            checked.troubles.append(Trouble("pictures", title, "Compare it with a copy: the disk may be failing."))
        elif found is _Found.UNREADABLE:
            title = f"“{place.path}” is there and cannot be read."
            checked.troubles.append(Trouble("pictures", title, "Check its permissions, and the disk."))
        if number % FILES_A_STEP == 0 or number == len(places):
            yield Progress(number, len(places), "Checking picture files")
    there = f"{len(places) - gone:,} of {len(places):,} files are where they were"
    checked.facts["pictures"] = there + (f", {edited:,} were changed since they were read" if edited else "")


class _Found(Enum):
    SAME = auto()
    GONE = auto()
    EDITED = auto()
    SPOILT = auto()
    UNREADABLE = auto()


def _file_at(place: Placed) -> _Found:
    try:
        status = Place.of(place.path).file.stat()
    except OSError:
        return _Found.GONE
    if (status.st_size, status.st_mtime_ns) != (place.bytes, place.mtime_ns):
        return _Found.EDITED
    try:
        return _Found.SAME if hash_at(place.path) == place.hash else _Found.SPOILT
    except BadPicture:
        return _Found.UNREADABLE


def _check_backups(folder: Path, checked: Checked) -> Steps:
    whole = 0
    backups = backups_of(folder)
    for number, backup in enumerate(backups, 1):
        yield Progress(number, len(backups), "Checking backups")
        try:
            look_into(backup.path)
            whole += 1
        except NominaError as error:
            if backup.occasion is not Occasion.REPLACED:  # what was damaged when it was replaced may well be
                title, hint = f"{error.title}", "Delete it; it could not be restored."
                checked.troubles.append(Trouble(f"{FOLDER}/{backup.path.name}", title, hint))
    checked.facts[FOLDER] = f"{whole:,} that can be restored" if whole else "none yet"
