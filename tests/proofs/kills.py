"""Kill -9 at random points while a person labels, undoes, exports; while a library is migrated, read again, restored.

    .venv/bin/python -m tests.proofs.kills [--points 200] [--seed 0]

After each, SQLite must find the library whole and hold what was confirmed, an export must be whole or absent, and what
is derived must grow back to the same bytes. Adding pictures has a proof of its own (tests/proofs/kill.py).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import TextIO

from tests.proofs.acting import ACTS, digest, digest_of, expected, make_template, opened, perform, said_in
from tests.proofs.tally import Child, Tally, fresh, report, room

from nomina import schema
from nomina.backups import backups_of, look_into, restore_backup
from nomina.ingest import encode_missing
from nomina.library import Library
from nomina.sqlite import open_database


def _seconds(work: Callable[[TextIO], None]) -> float:
    """How long the work takes when nobody harms it."""
    started = time.monotonic()
    Child.of(work).wait()
    return time.monotonic() - started


def _killed(work: Callable[[TextIO], None], after: float) -> tuple[bool, int]:
    """Begin, and kill after so many seconds; whether it was still at work, and the last act that it confirmed."""
    child = Child.of(work)
    timer = threading.Timer(after, os.kill, (child.pid, signal.SIGKILL))
    timer.start()
    with open(child.read, encoding="utf-8") as lines:
        said = [line for line in said_in(lines) if line.done]
    _, status = os.waitpid(child.pid, 0)
    timer.cancel()
    timer.join()
    return os.WIFSIGNALED(status), max((line.number for line in said), default=-1)


def while_acting(points: int, seed: int) -> Tally:
    """Label, reject, undo, redo, merge, run, roll back, export."""
    tally, random = Tally("kill -9 during label, undo, runs, export"), Random(seed)
    with room() as folder:
        template = make_template(folder / "template")
        truth = expected(fresh(template, folder / "unharmed"), seed, ACTS)
        home = fresh(template, folder / "harmed")

        def act(out: TextIO) -> None:
            perform(home, seed, ACTS, out)

        whole = _seconds(act)
        for _ in range(points):
            fresh(template, folder / "harmed")
            midway, last = _killed(act, random.uniform(0, whole))
            tally.tried += 1
            tally.midway += midway
            tally.judge(truth, last, digest_of(home))
            _judge_export(tally, home.parent / "labels.jsonl")
    return tally


def _judge_export(tally: Tally, target: Path) -> None:
    if not target.exists():
        return
    text = target.read_text(encoding="utf-8")
    try:
        assert text.endswith("\n")
        [json.loads(line) for line in text.splitlines()]
    except (AssertionError, ValueError):
        tally.fail("half an export")


def while_migrating(points: int, seed: int) -> Tally:
    """A library of the first version is opened: copied, then brought up to date, a transaction a migration."""
    tally, random = Tally("kill -9 during a migration"), Random(seed)
    with room() as folder:
        template = _of_the_first_version(folder / "template")
        truth = digest_of(fresh(template, folder / "unharmed"))
        home = fresh(template, folder / "harmed")

        def open_it(out: TextIO) -> None:
            opened(home).close()

        whole = _seconds(open_it)
        for _ in range(points):
            fresh(template, folder / "harmed")
            tally.tried += 1
            tally.midway += _killed(open_it, random.uniform(0, whole))[0]
            if digest_of(home) != truth:
                tally.fail("truth is another")
            _judge_backups(tally, home)
    return tally


def _of_the_first_version(folder: Path) -> Path:
    home = folder / "library"
    home.mkdir(parents=True)
    db = open_database(home / schema.DATABASE, durable=True)
    schema.migrations.apply(db, stop_before="0002_references")
    with db.atomic():
        images = [(number, f"{number:032x}", 8, 6, "2026-01-01") for number in range(1, 3001)]
        db.conn.executemany("insert into image values (?, ?, ?, ?, ?)", images)
        categories = [(number, f"c{number}", f"c{number}") for number in range(1, 21)]
        db.conn.executemany("insert into category(id, name, key) values (?, ?, ?)", categories)
        labels = [(number, number % 20 + 1) for number in range(1, 3001, 2)]
        db.conn.executemany(
            "insert into label(image_id, category_id, accepted, origin) values (?, ?, 1, 'person')", labels
        )
    db.close()
    return home


def _judge_backups(tally: Tally, home: Path) -> None:
    for backup in backups_of(home):
        try:
            look_into(backup.path)
        except Exception as error:
            tally.fail(f"a backup that is none: {error}")


def while_reading_again(points: int, seed: int) -> Tally:
    """The cache is lost, and every picture is read again."""
    tally, random = Tally("kill -9 while pictures are read again"), Random(seed)
    with room() as folder:
        template = make_template(folder / "template", pictures=96)
        with closing(opened(template)) as library:
            truth, scores = digest(library), _scores(library)
        shutil.rmtree(template / "cache")
        home = fresh(template, folder / "harmed")

        def read(out: TextIO) -> None:
            with closing(opened(home)) as library:
                list(encode_missing(library))

        whole = _seconds(read)
        for _ in range(points):
            fresh(template, folder / "harmed")
            tally.tried += 1
            tally.midway += _killed(read, random.uniform(0, whole))[0]
            with closing(opened(home)) as library:
                list(encode_missing(library))
                if (digest(library), _scores(library)) != (truth, scores):
                    tally.fail("truth or scores are others")
    return tally


def _scores(library: Library) -> list[bytes]:
    return [library.scores.column(each.id).tobytes() for each in library.store.categories()]


def while_restoring(points: int, seed: int) -> Tally:
    """Two backups are restored in turn, again and again; each keeps what was there."""
    tally, random = Tally("kill -9 while a backup is made or restored"), Random(seed)
    with room() as folder:
        template = make_template(folder / "template")
        truths = []
        for number in range(2):
            Child.of(lambda out: perform(template, seed + number, 10, out)).wait()  # noqa: B023
            with closing(opened(template)) as library:
                truths.append(digest(library))
                library.back_up()
        sources = [backup.path.name for backup in backups_of(template)]
        home = fresh(template, folder / "harmed")

        def restore(out: TextIO) -> None:
            for turn in range(8):
                restore_backup(home, home / "backups" / sources[turn % 2])

        whole = _seconds(restore)
        for _ in range(points):
            fresh(template, folder / "harmed")
            tally.tried += 1
            tally.midway += _killed(restore, random.uniform(0, whole))[0]
            if digest_of(home) not in truths:
                tally.fail("neither the one nor the other")
            _judge_backups(tally, home)
    return tally


PROOFS = (while_acting, while_migrating, while_reading_again, while_restoring)


def main() -> int:
    """Run them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    return report([proof(asked.points, asked.seed) for proof in PROOFS])


if __name__ == "__main__":
    sys.exit(main())
