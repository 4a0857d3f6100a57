"""Several programs at once on one library, a clock that goes backwards, and a host that runs out of memory.

.venv/bin/python -m tests.proofs.together [--points 100] [--seed 0]
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from random import Random
from typing import TextIO

import numpy as np
import PIL.Image
from tests.proofs.acting import ACTS, digest_of, expected, make_template, opened, perform
from tests.proofs.tally import Child, Tally, fresh, report, room

from nomina import automatic, backups
from nomina.categories import add_category
from nomina.encoders.process import ProcessHost
from nomina.errors import EncoderError, LibraryBusy
from nomina.ingest import Added, add_images
from nomina.library import Library, create_library, open_library
from nomina.testing import save_picture

PROCESSES = 4


def several_at_once(points: int, seed: int) -> Tally:
    """Four processes open the library in turn, each as soon as it can, and add a category each time."""
    tally = Tally(f"{PROCESSES} processes on one library")
    with room() as folder:
        home = fresh(make_template(folder / "template"), folder / "shared")

        def add_some(out: TextIO, who: int) -> None:
            random = Random(f"{seed} {who}")
            for number in range(points // PROCESSES):
                while True:
                    try:
                        with closing(opened(home)) as library:
                            add_category(library, f"of {who}, {number}")
                        break
                    except LibraryBusy as busy:
                        out.write(json.dumps([number, False, f"{busy.title} {busy.hint}"]) + "\n")
                        threading.Event().wait(random.uniform(0, 0.02))
                out.write(json.dumps([number, True, f"of {who}, {number}"]) + "\n")

        children = [Child.of(lambda out, who=who: add_some(out, who)) for who in range(PROCESSES)]
        said = [line for child in children for line in child.wait()]
        with closing(opened(home)) as library:
            known = {category.name for category in library.store.categories()}
        for line in said:
            tally.hear(line)
            tally.tried += line.done
            tally.midway += not line.done
            if line.done and line.text not in known:
                tally.fail(f"{line.text} is not there")
        if tally.tried != PROCESSES * (points // PROCESSES):
            tally.fail("a process ended early")
    return tally


class _Backwards(datetime):
    """A clock that shows an hour less whenever it is looked at."""

    looks = 0

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        cls.looks += 1
        return datetime(2026, 6, 1, tzinfo=tz or UTC) - timedelta(hours=cls.looks)


def clock_backwards(points: int, seed: int) -> Tally:
    """Every act happens an hour before the one before it, and so do backups."""
    tally = Tally("clock goes back an hour at each look")
    with room() as folder:
        template = make_template(folder / "template")
        for number in range(max(1, points // ACTS)):
            truth = expected(fresh(template, folder / "unharmed"), seed + number, ACTS)
            home = fresh(template, folder / "harmed")

            def act(out: TextIO, home: Path = home, seed: int = seed + number) -> None:
                automatic.datetime = backups.datetime = _Backwards  # type: ignore[misc, attr-defined]
                perform(home, seed, ACTS, out)
                with closing(opened(home)) as library:
                    for _ in range(3):
                        library.back_up()

            said = Child.of(act).wait()
            tally.tried += ACTS
            for line in said:
                if not line.done or line.text != truth[line.number + 1]:
                    tally.fail(f"after act {line.number} truth is another")
            tally.judge(truth, max(line.number for line in said), digest_of(home))
            numbers = [each.number for each in backups.backups_of(home)]
            if numbers != sorted(numbers, reverse=True) or len(numbers) < 3:
                tally.fail(f"backups are out of order: {numbers}")
    return tally


# Memory ----------------------------------------------------------------------------------------------------------

SMALL, LARGE, SIDE = 20, 4, 9000
MEGABYTE = 1 << 20


def out_of_memory(points: int, seed: int) -> Tally:
    """The starter's process may take so many megabytes more, while small pictures and some of 81 megapixels come in."""
    tally = Tally("host out of memory (RLIMIT_AS)")
    with room() as folder:
        paths = [save_picture(folder / "pictures" / f"{at:02}.png", "red", seed=at) for at in range(SMALL)]
        for at in range(LARGE):
            paths.insert(5 * at, folder / "pictures" / f"large {at}.png")
            PIL.Image.fromarray(np.full((SIDE, SIDE, 3), 40 * at, np.uint8)).save(paths[5 * at], compress_level=1)
        for more in np.linspace(0, 700, points).astype(int).tolist():
            home = folder / f"library {more}"
            create_library(home)
            tally.tried += 1
            with closing(open_library(home, ProcessHost("starter", "cpu"))) as library:
                _add_with(library, paths, more * MEGABYTE, tally)
            digest_of(home)
    return tally


def _add_with(library: Library, paths: list[Path], more: int, tally: Tally) -> None:
    """Add pictures while the host may take so much more memory; then without a limit."""
    library.spec  # noqa: B018  (it is loaded before the limit counts)
    pid = library.host._process.pid  # type: ignore[attr-defined]
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[0])
    resource.prlimit(pid, resource.RLIMIT_AS, (pages * resource.getpagesize() + more,) * 2)
    try:
        added = _added(library, paths)
    except EncoderError as error:
        tally.sentences[error.title] = tally.sentences.get(error.title, 0) + 1
        tally.midway += 1
    else:
        for skipped in added.skipped:
            tally.sentences[skipped.reason] = tally.sentences.get(skipped.reason, 0) + 1
        tally.midway += bool(added.skipped)
        if len(added.files) + len(added.skipped) != len(paths):
            tally.fail("a picture was neither taken nor left out with a word")
    library.interrupt()  # the next host has no limit
    rest = _added(library, paths)
    if len(rest.files) != len(paths):
        tally.fail(f"{len(paths) - len(rest.files)} pictures could not be added afterwards")


def _added(library: Library, paths: list[Path]) -> Added:
    verb = add_images(library, paths)
    while True:
        try:
            next(verb)
        except StopIteration as stop:
            added: Added = stop.value
            return added


def main() -> int:
    """Run them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    tallies = [several_at_once(asked.points, asked.seed), clock_backwards(asked.points, asked.seed)]
    if sys.platform == "linux" and asked.points >= 10:
        tallies.append(out_of_memory(asked.points // 10, asked.seed))
    return report(tallies)


if __name__ == "__main__":
    sys.exit(main())
