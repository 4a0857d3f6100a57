"""A person who labels, rejects, undoes, exports and more, always in the same order, and says after each act what is so.

The proofs harm the program while it acts. Because the order is always the same, a run that nobody harms tells what
truth must be after each act: after a fault it must be what was confirmed last, or that with the act under way.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TextIO

from nomina import schema
from nomina.categories import add_category, change_category, remove_category
from nomina.domain import Origin
from nomina.encoders.host import LocalHost
from nomina.errors import NominaError, NotFound, of_the_machine
from nomina.export import export_labels
from nomina.ingest import add_images
from nomina.library import Library, create_library, open_library
from nomina.nothing import none_of_these
from nomina.reshape import merge_categories
from nomina.runs import label_images, roll_back
from nomina.teach import label, unlabel
from nomina.testing import ColourEncoder, save_picture

ACTS, PICTURES = 60, 24
COLOURS = ("red", "lime", "blue", "yellow", "magenta", "cyan", "white", "black")
TIMES = {"added", "started", "made"}
"""Columns that hold when something was done, which no two runs share."""


def make_template(folder: Path, pictures: int = PICTURES) -> Path:
    """A library with pictures and two categories in a folder; returns where it lies."""
    paths = [
        save_picture(folder / "pictures" / f"{at:02}.png", COLOURS[at % len(COLOURS)], seed=at, size=(8, 6))
        for at in range(pictures)
    ]
    create_library(folder / "library")
    with closing(opened(folder / "library")) as library:
        list(add_images(library, paths))
        for name in COLOURS[:2]:
            add_category(library, name)
    return folder / "library"


def opened(home: Path) -> Library:
    """The library in a folder, with the encoder that knows colours in this process."""
    return open_library(home, LocalHost(ColourEncoder))


def digest(library: Library) -> str:
    """What a person decided, but for when: the same for the same truth."""
    told = hashlib.blake2b(digest_size=12)
    for table in schema.TRUTH:
        for row in library.store._rows(f"select * from {table} order by id"):
            told.update(repr([table, *[(name, row[name]) for name in sorted(row) if name not in TIMES]]).encode())
    return told.hexdigest()


def digest_of(home: Path) -> str:
    """What was decided in a closed library, which SQLite must find whole."""
    with closing(opened(home)) as library:
        assert library._db.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert library._db.execute("pragma foreign_key_check").fetchall() == []
        return digest(library)


def act(library: Library, number: int, seed: int) -> None:
    """Do the act of this number, whatever it is: it depends on the seed and on truth alone."""
    random = Random(f"{seed} {number}")
    choices = [_label, _label, _label, _reject, _forget, _new, _rename, _remove, _merge, _run, _roll_back, _none, _undo]
    choices += [_undo, _redo, _export]
    while True:
        try:
            random.choice(choices)(library, random)
            return
        except NotFound:  # nothing to undo, no run to roll back: another act then
            continue


def _some(library: Library, random: Random) -> list[int]:
    ids = [image_id for image_id, _ in library.store.image_keys()]
    return sorted(random.sample(ids, random.randint(1, 6)))


def _one(library: Library, random: Random) -> int:
    categories = library.store.categories()
    if not categories:
        raise NotFound("none")
    return random.choice(categories).id


def _label(library: Library, random: Random) -> None:
    label(library, _some(library, random), _one(library, random))


def _reject(library: Library, random: Random) -> None:
    label(library, _some(library, random), _one(library, random), accepted=False)


def _forget(library: Library, random: Random) -> None:
    unlabel(library, _some(library, random))


def _none(library: Library, random: Random) -> None:
    none_of_these(library, _some(library, random)[:2])


def _new(library: Library, random: Random) -> None:
    name = f"{random.choice(COLOURS)} {random.randint(0, 10**9)}"
    add_category(library, name, description="words " * random.randint(0, 300))


def _rename(library: Library, random: Random) -> None:
    change_category(library, _one(library, random), name=f"renamed {random.randint(0, 10**9)}")


def _remove(library: Library, random: Random) -> None:
    if len(library.store.categories()) > 4:
        remove_category(library, _one(library, random))
    else:
        _new(library, random)


def _merge(library: Library, random: Random) -> None:
    if len(library.store.categories()) < 4:
        raise NotFound("too few")
    first, second = random.sample(library.store.categories(), 2)
    merge_categories(library, first.id, second.id)


def _run(library: Library, random: Random) -> None:
    list(label_images(library, at_least=random.choice((0.2, 0.5, 0.9))))


def _roll_back(library: Library, random: Random) -> None:
    runs = library.store.runs()
    if not runs:
        raise NotFound("none")
    roll_back(library, random.choice(runs).id)


def _undo(library: Library, random: Random) -> None:
    if library.undo() is None:
        raise NotFound("none")


def _redo(library: Library, random: Random) -> None:
    if library.redo() is None:
        raise NotFound("none")


def _export(library: Library, random: Random) -> None:
    if not library.store.images_labelled_by(Origin.PERSON):
        raise NotFound("none")
    list(export_labels(library, "jsonl", library.folder.parent / "labels.jsonl"))


# A run -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """What the person said: that an act is done (with the digest), or was refused (with the sentence)."""

    number: int
    done: bool
    text: str

    @staticmethod
    def of(text: str) -> Line | None:
        """The line of a text; None for a half one."""
        try:
            number, done, said = json.loads(text)
        except ValueError:
            return None
        return Line(number, done, said)


def perform(
    home: Path,
    seed: int,
    acts: int,
    out: TextIO,
    *,
    tries: int = 1,
    mend: Callable[[], None] | None = None,
    before: Callable[[int], None] | None = None,
) -> None:
    """Act, and say so after each act. One that is refused is tried again, `tries` times in all, after `mend`."""

    library = _opened(home, out)
    if library is None and mend is not None:
        mend()
        library = _opened(home, out)
    if library is None:
        return
    with closing(library):
        say(out, -1, True, digest(library))
        for number in range(acts):
            if before is not None:
                before(number)
            for attempt in range(tries + 1):
                if attempt == tries:
                    return
                known = digest(library)
                try:
                    act(library, number, seed)
                except Exception as error:
                    say(out, number, False, in_a_sentence(error))
                    if digest(library) != known:
                        say(out, number, False, "BROKEN: a refused act changed something")
                    if mend is not None:
                        mend()
                else:
                    say(out, number, True, digest(library))
                    break


def say(out: TextIO, number: int, done: bool, text: str) -> None:
    """Write the line that `Line.of` reads."""
    out.write(json.dumps([number, done, text]) + "\n")
    out.flush()


def _opened(home: Path, out: TextIO) -> Library | None:
    try:
        return opened(home)
    except Exception as error:
        say(out, -1, False, in_a_sentence(error))
        return None


def in_a_sentence(error: Exception) -> str:
    """What a person is told; “BROKEN” where that is no sentence."""
    known = error if isinstance(error, NominaError) else of_the_machine(error)
    return f"BROKEN: no sentence: {error!r}" if known is None else f"{known.title} {known.hint}"


def expected(home: Path, seed: int, acts: int) -> list[str]:
    """Digests at the start and after each act of a run that nobody harms; the library is used up."""
    read, write = os.pipe()
    with open(write, "w", encoding="utf-8") as out, open(read, encoding="utf-8") as lines:
        child = os.fork()
        if child == 0:
            perform(home, seed, acts, out)
            out.flush()
            os._exit(0)
        out.close()
        said = list(said_in(lines))
        os.waitpid(child, 0)
    assert len(said) == acts + 1, said[-1]
    return [line.text for line in said]


def said_in(lines: Iterable[str]) -> Iterator[Line]:
    """Everything that was said."""
    for text in lines:
        line = Line.of(text)
        if line is not None:
            yield line


if __name__ == "__main__":
    perform(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.stdout, tries=int(sys.argv[4]))
