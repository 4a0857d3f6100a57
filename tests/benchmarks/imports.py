"""How long 100,000 labels take to come in: `python tests/benchmarks/imports.py [COUNT]`. No picture is read."""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from nomina.domain import Reading
from nomina.imports import Imported, ImportPlan, import_labels
from nomina.library import Library, temporary_library
from nomina.testing import colour_host


def filled(library: Library, count: int) -> None:
    """Images that are rows in the database and nothing else."""
    with library.step("Fill"):
        for i in range(count):
            reading = Reading(Path(f"/nowhere/{i:06}.jpg"), f"{i:032x}", 1, 1, 10, 10)
            library.store.put_place(library.store.put_image(reading), reading)


def timed(library: Library, plan: ImportPlan) -> tuple[Imported, float, float]:
    """What came of it, seconds in all, and seconds of the longest stretch without a sign of life."""
    started = last = time.perf_counter()
    longest, verb = 0.0, import_labels(library, plan)
    done: Any = None
    while done is None:
        try:
            next(verb)
        except StopIteration as stop:
            done = stop.value
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return done, last - started, longest


def main(count: int) -> None:
    library = temporary_library(colour_host())
    try:
        filled(library, count)
        with tempfile.TemporaryDirectory() as name:
            table, lines = Path(name) / "a.csv", Path(name) / "a.jsonl"
            rows = [(f"/nowhere/{i:06}.jpg", f"name {i % 50}", f"{i:032x}") for i in range(count)]
            table.write_text("file,category\n" + "".join(f"{file},{label}\n" for file, label, _ in rows))
            lines.write_text("".join(json.dumps({"category": c, "hash": h}) + "\n" for _, c, h in rows))
            print("| source | dry run | import | longest stretch | undo | memory |\n|---|---|---|---|---|---|")
            for source in (table, lines):
                _, dry, _ = timed(library, ImportPlan(source=source, dry_run=True))
                done, act, longest = timed(library, ImportPlan(source=source))
                assert sum(done.labels.values()) == count
                started = time.perf_counter()
                library.undo()
                undo, peak = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                print(f"| {source.name} | {dry:.1f} s | {act:.1f} s | {longest:.1f} s | {undo:.1f} s | {peak} MB |")
    finally:
        library.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
