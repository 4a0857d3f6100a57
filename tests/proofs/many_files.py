"""A hundred thousand small files in nested folders, ten thousand of them damaged, added and labelled.

    .venv/bin/python -m tests.proofs.many_files [--count 100000]

One in ten is damaged, some names are no UTF-8, hold line breaks or are as long as names can be, and links lead back up.
Every picture must be in the library once, every damaged one be told of with its reason, and all be labelled. Prints
what both processes hold on the way. Ends with 1 where anything is wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from tests.proofs.soak import held, steady_host
from tests.proofs.tally import room

from nomina.categories import add_category
from nomina.domain import Progress
from nomina.encoders.process import ProcessHost
from nomina.ingest import add_images
from nomina.library import create_library, open_library
from nomina.runs import label_images
from nomina.testing import save_picture

COUNT = 100_000
IN_A_FOLDER = 250
DAMAGED_EVERY = 10
COLOURS = ("red", "lime", "blue")
SPOILT = (b"", b"no picture", b"\x89PNG\r\n\x1a\n" + bytes(40), b"\xff\xd8\xff\xe0" + b"JFIF" * 9, b"GIF89a" + bytes(3))
T = TypeVar("T")


@dataclass(slots=True)
class Taken:
    """What came of it.

    Attributes:
        reasons: of what was left out, with how often.
        memory: bytes that both processes held, at a twentieth of the way each.
        wrong: what is wrong, in words.
    """

    new: int = 0
    labelled: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    memory: list[int] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def plant(folder: Path, count: int) -> None:
    """Make the files. Pictures differ in what stands behind their end, which no decoder minds."""
    folder.mkdir()
    whole = [save_picture(folder / f"{name}.png", name, size=(8, 6)).read_bytes() for name in COLOURS]
    for name in COLOURS:
        (folder / f"{name}.png").unlink()
    for at in range(count):
        number = at // IN_A_FOLDER
        inside = folder / f"{number % 20:02}" / f"süd {number % 7}" / f"{number}"
        if at % IN_A_FOLDER == 0:
            inside.mkdir(parents=True)
            (inside / "up again").symlink_to(folder, target_is_directory=True)
        bad = at % DAMAGED_EVERY == 0
        data = SPOILT[at // DAMAGED_EVERY % len(SPOILT)] if bad else whole[at % len(whole)] + at.to_bytes(8)
        with open(os.path.join(os.fsencode(inside), _name(at)), "wb") as file:
            file.write(data)


def _name(at: int) -> bytes:
    """Mostly plain, and one in a hundred as odd as file systems allow."""
    odd = (b"caf\xe9 %d.png", b"two\nlines %d.png", "日本 %d.png".encode(), b"a" * 200 + b"%d.png", b" '\"%%25 %d.PNG")
    return (odd[at // 100 % len(odd)] if at % 100 == 7 else b"%d.png") % at


def take_in(count: int) -> Taken:
    """Plant the files, add them and label them."""
    taken = Taken()
    with room() as folder, steady_host(folder / "plugins") as host:
        plant(folder / "pictures", count)
        create_library(folder / "library")
        with closing(open_library(folder / "library", host)) as library:
            adding = add_images(library, [folder / "pictures"], each_file=False)  # as the program and the window do
            added = _followed(adding, host, count // 20, taken)
            taken.new = len(added.new)
            taken.reasons.update(each.reason for each in added.skipped)
            for name in COLOURS:
                add_category(library, name)
            run = _followed(label_images(library, at_least=0.0), host, count, taken)
            taken.labelled = sum(run.by_category.values())
            again = _followed(add_images(library, [folder / "pictures"], each_file=False), host, count, taken)
            if again.new or again.encoded:
                taken.wrong.append(f"{again.encoded} were encoded again by the next add")
    _judge(taken, count)
    return taken


def _followed(verb: Generator[Progress, None, T], host: ProcessHost, every: int, taken: Taken) -> T:
    told = 0
    while True:
        try:
            progress = next(verb)
        except StopIteration as stop:
            result: T = stop.value
            return result
        if progress.done // every > told:
            told = progress.done // every
            taken.memory.append(held(host).memory)


def _judge(taken: Taken, count: int) -> None:
    damaged = len(range(0, count, DAMAGED_EVERY))
    for what, found, wanted in (
        ("are in the library", taken.new, count - damaged),
        ("are labelled", taken.labelled, count - damaged),
        ("were told of", taken.reasons.total(), damaged),
    ):
        if found != wanted:
            taken.wrong.append(f"{found:,} {what}, not {wanted:,}")


def main() -> int:
    """Do it, and print what came of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=COUNT)
    taken = take_in(parser.parse_args().count)
    print(f"{taken.new:,} pictures are in the library, {taken.labelled:,} labelled; left out, with a reason each:")
    for reason, count in taken.reasons.most_common():
        print(f"  {count:>7,} x {reason}")
    print("memory on the way, MB:", " ".join(f"{each / 1e6:.0f}" for each in taken.memory))
    print("\n".join(taken.wrong) or "nothing is wrong")
    return 1 if taken.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
