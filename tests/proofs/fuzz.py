"""Damaged files by the hundred thousand: `python tests/proofs/fuzz.py [--room NAME] [--count N] [--first NUMBER]`.

Each room of `intake.py` reads in a process with a limit on its memory, so that a fault inside a decoder costs that
process: it is told, with the number that makes the same file again, and another one goes on behind it. So are files
that take too long. Ends with 1 where anything was found.
"""

from __future__ import annotations

import argparse
import contextlib
import multiprocessing
import os
import resource
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.proofs.intake import ROOMS, Room
from tests.proofs.mutation import damaged

from nomina.errors import NominaError

MEMORY = 6_000_000_000
"""Bytes that a process may take, libraries and all."""
PATIENCE = 30.0
"""Seconds for one file."""


@dataclass
class Found:
    """What came of a room's files.

    Attributes:
        refused: files that were told of in words; the others were read.
        faults: number of a file -> what went wrong.
    """

    tried: int = 0
    refused: int = 0
    slowest: float = 0.0
    faults: dict[int, str] = field(default_factory=dict)


def version(room: Room, number: int) -> bytes:
    """The file with this number."""
    return damaged(room.whole[number % len(room.whole)], number, room.whole)


def read_all(name: str, numbers: range, pipe: Connection | None = None) -> Found:
    """Read the files with these numbers here; tell the pipe which one is next."""
    found = Found()
    with ROOMS[name]() as room:
        for number in numbers:
            if pipe is not None:
                pipe.send((number, None))
            started = time.perf_counter()
            try:
                room.read(version(room, number))
            except NominaError:
                found.refused += 1
            except Exception:
                found.faults[number] = traceback.format_exc()
            found.tried += 1
            found.slowest = max(found.slowest, time.perf_counter() - started)
    return found


def _work(name: str, numbers: range, pipe: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for stream in (1, 2):  # C libraries complain there of each file
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    pipe.send((numbers.stop, read_all(name, numbers, pipe)))


def read_apart(name: str, numbers: range) -> Found:
    """Read them in processes of their own, one after the other: another one for what lies behind each fault."""
    whole, slow = Found(), set[int]()
    context = multiprocessing.get_context("spawn")
    while numbers:
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(name, numbers, theirs))
        process.start()
        theirs.close()
        at, part = None, None
        with contextlib.suppress(EOFError):
            while part is None and ours.poll(PATIENCE if at is not None else 10 * PATIENCE):
                at, part = ours.recv()
        if part is None and process.is_alive():
            process.kill()
        process.join()
        if at is None:
            raise RuntimeError(f"the room “{name}” could not be made (exit code {process.exitcode})")
        if part is None and process.exitcode == -9 and at not in slow:
            slow.add(at)  # once more: the machine may have been busy
            whole.tried += at - numbers.start
            numbers = range(at, numbers.stop)
        elif part is None:
            how = "took too long" if at in slow else f"ended the process (exit code {process.exitcode})"
            whole.faults[at] = how
            whole.tried += at + 1 - numbers.start
            numbers = range(at + 1, numbers.stop)
        else:
            _join(whole, part)
            return whole
    return whole


def _join(whole: Found, part: Found) -> None:
    whole.tried += part.tried
    whole.refused += part.refused
    whole.slowest = max(whole.slowest, part.slowest)
    whole.faults |= part.faults


def main() -> int:
    """Fuzz, and print what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--room", choices=list(ROOMS), action="append", help="only this one; may be given again")
    parser.add_argument("--count", type=int, default=100_000, help="files in each room")
    parser.add_argument("--first", type=int, default=0, help="the number of the first one")
    asked = parser.parse_args()
    wrong = 0
    for name in asked.room or ROOMS:
        found = Found()
        for start in range(asked.first, asked.first + asked.count, 10_000):
            part = range(start, min(start + 10_000, asked.first + asked.count))
            _join(found, read_apart(name, part))
        print(
            f"{name:22} {found.tried:>8,} tried  {found.refused:>8,} refused in words  {len(found.faults):>4} faults  "
            f"slowest {found.slowest:.1f} s",
            flush=True,
        )
        for last, count in Counter(each.strip().splitlines()[-1] for each in found.faults.values()).most_common(20):
            first = next(n for n, each in found.faults.items() if each.strip().splitlines()[-1] == last)
            print(f"  {count:>5} x {last[:150]}   (first: --room '{name}' --first {first} --count 1)")
            if asked.count == 1:
                print(found.faults[first])
        wrong += len(found.faults)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
