"""A full disk, a failing one, one that may only be read, and one that is gone, while a person labels, undoes, exports.

    .venv/bin/python -m tests.proofs.disk [--points 100] [--seed 0]

Each time a write is refused it must be said in a sentence, and truth must be what it was before that act. When the disk
is well again the same process goes on, and must end where a run ends that nobody harmed. Three ways to refuse:

- a file system in memory that is full at so many pages more than at the start (root, Linux),
- the system's limit on the size of a file, at so many bytes more,
- strace, which lets the Nth call of a kind on the library's files fail with EIO, ENOSPC or EROFS (needs strace).
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from typing import TextIO

from tests.proofs.acting import (
    ACTS,
    COLOURS,
    PICTURES,
    Line,
    digest_of,
    expected,
    in_a_sentence,
    make_template,
    opened,
    perform,
    said_in,
    say,
)
from tests.proofs.tally import Child, Tally, fresh, report, room

from nomina.ingest import add_images, needed_by
from nomina.testing import save_picture

ROOT = Path(__file__).parents[2]
ADDED = 64
"""Pictures that are added while the disk is full."""
CALLS = ("pwrite64", "fsync", "fdatasync", "ftruncate", "openat")
ERRORS = ("EIO", "ENOSPC", "EROFS")
CAN_MOUNT = sys.platform == "linux" and os.geteuid() == 0 and shutil.which("mount") is not None
CAN_TRACE = shutil.which("strace") is not None and not subprocess.run(["strace", "-o", "/dev/null", "true"]).returncode


def _judge(tally: Tally, said: list[Line], truth: list[str], found: str) -> None:
    """What was said while the disk refused, and what is there afterwards."""
    for line in said:
        tally.hear(line)
        if line.done and line.text != truth[line.number + 1]:
            tally.fail(f"after act {line.number} truth is another")
    tally.midway += any(not line.done for line in said)
    tally.judge(truth, max((line.number for line in said if line.done), default=-1), found)


# Full ------------------------------------------------------------------------------------------------------------


@contextmanager
def _mounted(folder: Path) -> Iterator[Callable[[str], None]]:
    """A file system in memory at a folder; gives a function that mounts it anew with other options."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(folder)], check=True)
    try:
        yield lambda options: subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True) and None
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def full(points: int, seed: int) -> Tally:
    """The disk is full a page later each time, and has room again after the refusal."""
    tally = Tally("disk full (tmpfs), then room again")
    with room() as folder:
        template = make_template(folder / "template")
        truth = expected(fresh(template, folder / "unharmed"), seed, ACTS)
        for point in range(points):
            with _mounted(folder / "disk") as mount:
                home = fresh(template, folder / "disk" / "it")
                used = shutil.disk_usage(home)
                mount(f"size={used.used + 4096 * (1 + 2 * point)}")

                def act(out: TextIO, home: Path = home, mount: Callable[[str], None] = mount) -> None:
                    perform(home, seed, ACTS, out, tries=2, mend=lambda: mount("size=64m"))

                said = Child.of(act).wait()
                tally.tried += 1
                mount("size=64m")
                _judge(tally, said, truth, digest_of(home))
                if not any(line.done and line.number == ACTS - 1 for line in said):
                    tally.fail(f"did not go on: {said[-1].text}")
            (folder / "disk").rmdir()
    return tally


def too_large(points: int, seed: int) -> Tally:
    """Files may not grow beyond a size: a kilobyte and a bit more each time."""
    tally = Tally("files may not grow (RLIMIT_FSIZE), then may")
    with room() as folder:
        template = make_template(folder / "template")
        truth = expected(fresh(template, folder / "unharmed"), seed, ACTS)
        for point in range(points):
            home = fresh(template, folder / "harmed")

            def act(out: TextIO, home: Path = home, limit: int = 34000 + 5003 * point) -> None:
                most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
                perform(
                    home, seed, ACTS, out, tries=2, mend=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
                )

            said = Child.of(act).wait()
            tally.tried += 1
            _judge(tally, said, truth, digest_of(home))
    return tally


def filling(points: int, seed: int) -> Tally:
    """Pictures are added while files may not grow beyond a size; then they may, and the same add goes on."""
    tally = Tally("files may not grow during an add, then may")
    with room() as folder:
        template = make_template(folder / "template")
        for at in range(ADDED):
            save_picture(
                folder / "more" / f"{at:03}.png", COLOURS[at % len(COLOURS)], seed=seed + 100 + at, size=(8, 6)
            )
        for point in range(points):
            home = fresh(template, folder / "harmed")
            said = Child.of(_add, home, folder / "more", 34000 + 9001 * point).wait()
            tally.tried += 1
            tally.midway += any(not line.done for line in said)
            for line in said:
                tally.hear(line)
            if not said or not said[-1].done:
                tally.fail("did not go on")
            digest_of(home)  # SQLite finds it whole
            tally.lost += _lacks(tally, home)
    return tally


def _add(out: TextIO, home: Path, pictures: Path, limit: int) -> None:
    most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    with closing(opened(home)) as library:
        for size in (limit, most):
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
            try:
                list(add_images(library, [pictures]))
            except Exception as error:
                say(out, 0, False, in_a_sentence(error))
            else:
                say(out, 0, True, "")
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            hashes = [hash for _, hash in library.store.image_keys()]
            if any(needed_by(library)(hashes)):
                say(out, 0, False, "BROKEN: a picture is in the library without what is derived of it")


def _lacks(tally: Tally, home: Path) -> int:
    with closing(opened(home)) as library:
        count = sum(1 for _ in library.store.image_keys())
    if count != PICTURES + ADDED:
        tally.wrong.append(f"{count} pictures instead of {PICTURES + ADDED}")
    return int(count != PICTURES + ADDED)


# Failing ---------------------------------------------------------------------------------------------------------


def failing(points: int, seed: int, *, persistent: bool) -> Tally:
    """The Nth call of a kind on one of the library's files fails: that one alone, or all from then on."""
    tally = Tally(f"write or sync fails, {'from then on' if persistent else 'once'} (strace)")
    random = Random(f"{seed} {persistent}")
    with room() as folder:
        template = make_template(folder / "template")
        truth = expected(fresh(template, folder / "unharmed"), seed, ACTS)
        for point in range(points):
            home = fresh(template, folder / "harmed")
            call, error = CALLS[point % len(CALLS)], ERRORS[point // len(CALLS) % len(ERRORS)]
            nth = random.randint(1, 6 if call in ("ftruncate", "openat") else 150)
            said = _traced(home, seed, f"{call}:error={error}:when={nth}{'+' if persistent else ''}")
            tally.tried += 1
            _judge(tally, said, truth, digest_of(home))
            if not persistent and said and said[0].done and not any(line.number == ACTS - 1 for line in said):
                tally.fail(f"{call} {error} {nth}: did not go on: {said[-1].text}")
    return tally


def _traced(home: Path, seed: int, fault: str) -> list[Line]:
    """Act in a process in which the fault is injected, as soon as it touches the library's database."""
    files = [str(home / "library.db") + suffix for suffix in ("", "-wal")]
    paths = [part for file in files for part in ("-P", file)]
    trace = ["strace", "-f", "-qq", "-o", "/dev/null", *paths, "-e", f"trace={fault.partition(':')[0]}", "-e"]
    acting = [sys.executable, "-m", "tests.proofs.acting", str(home), str(seed), str(ACTS), "3"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "core")))}
    done = subprocess.run(
        [*trace, f"inject={fault}", *acting], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    return list(said_in(done.stdout.splitlines()))


# Gone ------------------------------------------------------------------------------------------------------------


def gone(points: int, seed: int) -> Tally:
    """The library's folder is gone before an act, as a disk that is pulled out, and comes back after the refusal."""
    tally = Tally("library vanishes (moved away), then is back")
    with room() as folder:
        template = make_template(folder / "template")
        truth = expected(fresh(template, folder / "unharmed"), seed, ACTS)
        for point in range(points):
            home = fresh(template, folder / "harmed")
            away = folder / "away"

            def act(out: TextIO, home: Path = home, away: Path = away, at: int = point % ACTS) -> None:
                def before(number: int) -> None:
                    if number == at:
                        home.rename(away)

                perform(home, seed, ACTS, out, tries=2, mend=lambda: away.rename(home), before=before)

            said = Child.of(act).wait()
            tally.tried += 1
            if away.exists():  # no act asked the disk
                away.rename(home)
            _judge(tally, said, truth, digest_of(home))
            if not any(not line.done and "is no longer where it was" in line.text for line in said):
                tally.fail(f"act {point % ACTS} was done although the library was gone")
    return tally


def main() -> int:
    """Run those that this machine can."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--mount", action=argparse.BooleanOptionalAction, default=True, help="try real full disks")
    asked = parser.parse_args()
    tallies = [too_large(asked.points, asked.seed), filling(asked.points, asked.seed)]
    tallies += [gone(min(ACTS, asked.points), asked.seed)]
    if CAN_MOUNT and asked.mount:
        tallies.append(full(asked.points, asked.seed))
    if CAN_TRACE:
        tallies += [failing(asked.points, asked.seed, persistent=persistent) for persistent in (False, True)]
    return report(tallies)


if __name__ == "__main__":
    sys.exit(main())
