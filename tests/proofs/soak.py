"""Eight hours of a person's work in one sitting: whether memory, handles and threads stay as they are.

    .venv/bin/python -m tests.proofs.soak [--acts 5760] [--seed 0]

An act each five seconds of those hours, the acts of `acting.py` with pictures added in between, and one time in twenty
a fault: the encoder's process killed in mid-batch, an add that is closed midway, damaged and vanished files, an export
to nowhere. The library stays open all the time. Each hour its scores must be, to the last bit, those of a copy that is
opened afresh, and SQLite must find it whole. Ends with 1 where anything is wrong or grows.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.core.helpers import columns
from tests.core.plugged_encoders import write_plug_in
from tests.proofs.acting import act, digest_of, make_template, opened
from tests.proofs.mutation import damaged
from tests.proofs.tally import room

from nomina.encoders.process import ProcessHost
from nomina.errors import NominaError
from nomina.export import export_labels
from nomina.ingest import add_images
from nomina.library import Library, open_library
from nomina.testing import save_picture

ACTS = 5_760
AN_HOUR = 720
PICTURES = 400
ENCODER = "from nomina.testing import ColourEncoder\n\ndef load(device):\n    return ColourEncoder()\n"


@dataclass(frozen=True, slots=True)
class Held:
    """What this process and that of the encoder hold: bytes of memory, open files, threads."""

    memory: int
    files: int
    threads: int


@dataclass(slots=True)
class Soaked:
    """What came of it.

    Attributes:
        acts: how many acts and faults of each kind there were.
        held: what was held, each fifty acts.
        wrong: what went wrong, in words.
    """

    acts: Counter[str] = field(default_factory=Counter)
    held: list[Held] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


class Person:
    """Acts, and has bad luck now and then."""

    def __init__(self, library: Library, host: ProcessHost, folder: Path, seed: int) -> None:
        self._library, self._host, self._folder, self._random = library, host, folder, Random(seed)
        self._pictures = [save_picture(folder / f"{at:03}.png", "orange", seed=at) for at in range(PICTURES)]
        self._faults = [self._killed, self._closed_midway, self._damaged, self._vanished, self._to_nowhere]

    def do(self, number: int) -> str:
        """One act or fault; returns its kind."""
        if number % 20 == 19:
            fault = self._random.choice(self._faults)
            fault()
            return fault.__name__.strip("_").replace("_", " ")
        if number % 10 == 5:
            list(add_images(self._library, self._some()))
            return "add"
        act(self._library, number, 0)
        return "act"

    def _some(self) -> list[Path]:
        return self._random.sample(self._pictures, 20)

    def _killed(self) -> None:
        """The rest of the add goes on in another process; if nothing was new, the next add does."""
        adding = add_images(self._library, self._some())
        next(adding)
        process = self._host._process
        if process is not None:
            process.kill()
        with suppress(NominaError):
            list(adding)

    def _closed_midway(self) -> None:
        adding = add_images(self._library, self._some())
        next(adding)
        adding.close()

    def _damaged(self) -> None:
        path = self._folder / "damaged.png"
        path.write_bytes(damaged(self._pictures[0].read_bytes(), self._random.randrange(10**6)))
        with suppress(NominaError):
            list(add_images(self._library, [path]))

    def _vanished(self) -> None:
        with suppress(NominaError):
            list(add_images(self._library, [self._folder / "was here.png"]))

    def _to_nowhere(self) -> None:
        with suppress(NominaError):
            list(export_labels(self._library, "csv", Path("/proc/nowhere/labels.csv")))


@contextmanager
def steady_host(folder: Path) -> Iterator[ProcessHost]:
    """The encoder that knows colours as a plug-in, in a process of its own."""
    choice = write_plug_in(folder, "steady", ENCODER)
    sys.path.insert(0, str(folder))
    try:
        with closing(ProcessHost(choice, "cpu")) as host:
            yield host
    finally:
        sys.path.remove(str(folder))


def held(host: ProcessHost) -> Held:
    """What is held now, by both processes; threads of this one."""
    ids = ["self", *([str(host._process.pid)] if host._process is not None else [])]
    memory = sum(int(Path(f"/proc/{each}/statm").read_text().split()[1]) for each in ids) * os.sysconf("SC_PAGESIZE")
    return Held(memory, len(os.listdir("/proc/self/fd")), threading.active_count())


def soak(acts: int, seed: int = 0) -> Soaked:
    """Act so many times."""
    found = Soaked()
    with room() as folder, steady_host(folder / "plugins") as host:
        home = make_template(folder / "template")
        with closing(open_library(home, host)) as library:
            person = Person(library, host, folder / "more", seed)
            for number in range(acts):
                found.acts[person.do(number)] += 1
                if number % 50 == 49:
                    found.held.append(held(host))
                if number % AN_HOUR == AN_HOUR - 1 or number == acts - 1:
                    found.wrong += compared(library, folder / "copy")
        digest_of(home)
    return found


def compared(library: Library, folder: Path) -> list[str]:
    """How the open library differs from a copy that is opened afresh."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(library.folder, folder)
    with closing(opened(folder)) as copy:
        now, afresh = columns(library), columns(copy)
    return [
        f"the scores of “{name}” differ" for name in now.keys() | afresh.keys() if now.get(name) != afresh.get(name)
    ]


def grown(found: Soaked) -> list[str]:
    """What the last quarter holds more than the second one, when all there is to load is loaded."""
    quarter = len(found.held) // 4
    early, late = found.held[quarter : 2 * quarter], found.held[-quarter:]
    wrong = []
    for name in Held.__slots__:
        before, after = (statistics.median(getattr(each, name) for each in part) for part in (early, late))
        print(f"{name:8} {before:>14,.0f} in the second quarter {after:>14,.0f} in the last")
        if after > before * (1.05 if name == "memory" else 1.0):
            wrong.append(f"{name} grew")
    return wrong


def main() -> int:
    """Soak, and print what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--acts", type=int, default=ACTS)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    found = soak(asked.acts, asked.seed)
    print(", ".join(f"{count:,} x {kind}" for kind, count in found.acts.most_common()))
    wrong = found.wrong + grown(found)
    print("\n".join(wrong) or "nothing is wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
