"""What an export of 100,000 pictures costs: seconds and memory, against writing the same bytes.

    python tests/benchmarks/export.py [ROWS [FORMAT...]]

Each format runs in a process of its own on a library whose scores and paths are in memory, as they are in the window.
"Work" is the processor's time, which depends little on who else is at work. "Bare" is the work of writing the very same
records again with the plainest program there is (csv, json, pyarrow or numpy over a list that lies in memory), and
"times" how many times that the export takes, which ranks, reads and compares as well. "Memory" is by how much the
process grew during the export, looked at between its steps; for a tenth of the pictures too, to tell what grows with
the rows from what does not. Parquet's is pyarrow, which is loaded then.
Linux only. Folders are hard links.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from nomina.categories import add_category
from nomina.domain import Label, Origin, Reading
from nomina.export import ExportPlan, export_images
from nomina.library import Library, create_library, open_library
from nomina.testing import DIMENSION, colour_host

FORMATS = ("csv", "json", "jsonl", "parquet", "coco", "cvat", "labelstudio", "embeddings")
LINKED = ("folder", "imagefolder")
NAMES = ("red", "lime", "blue", "yellow", "magenta", "cyan", "white", "black", "orange", "purple")


def make(folder: Path, count: int) -> None:
    """A library of `count` pictures with embeddings, ten categories, and a label for every third."""
    create_library(folder / "library")
    library = open_library(folder / "library", colour_host())
    for name in NAMES:
        add_category(library, name)
    rng = np.random.default_rng(0)
    ids = [each.id for each in library.store.categories()]
    with library.step("Make"):
        for i in range(count):
            reading = Reading(_path(folder, i), _hash(i), 1000, 1, 640, 480)
            image = library.store.put_image(reading)
            library.store.put_place(image, reading)
            if i % 3 == 0:
                library.store.put_label(Label(image, ids[i % 10], True, Origin.PERSON))
    for start in range(0, count, 5000):
        rows = rng.normal(size=(min(5000, count - start), DIMENSION)).astype(np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        library.put_derived({_hash(start + i): row for i, row in enumerate(rows)}, {}, {})
    library.close()


def _path(folder: Path, i: int) -> Path:
    return folder / "pictures" / f"{i // 1000:03}" / f"IMG_{i:06}.jpg"


def _hash(i: int) -> str:
    return hashlib.blake2b(str(i).encode(), digest_size=16).hexdigest()


def measure(folder: Path, format: str) -> None:
    """Export once, and print what it took."""
    library: Library = open_library(folder / "library", colour_host())
    _ = library.scores, library.shelf
    target = folder / f"out-{format}"
    options = {"how": "hardlink"} if format in LINKED else {}
    for _ in export_images(library, ExportPlan(format="csv", target=folder / "warm", ids=(1,), replace=True)):
        pass
    before = most = _memory()
    started, worked = time.perf_counter(), time.process_time()
    for _ in export_images(library, ExportPlan(format=format, target=target, options=options)):
        most = max(most, _memory())
    seconds, work = time.perf_counter() - started, time.process_time() - worked
    library.close()
    files = [path for path in target.rglob("*") if path.is_file()] if target.is_dir() else [target]
    size = 0 if options else sum(map(os.path.getsize, files))
    bare = float("nan") if options else bare_work(format, target)
    print(json.dumps([seconds, work, (most - before) / 1e6, size, bare]))


def _memory() -> int:
    """Bytes this process has in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def bare_work(format: str, target: Path) -> float:
    """Seconds of processor that writing the records of this export takes, once they lie in memory."""
    records = READ[format](target)
    again = target.with_name(f"bare-{target.name}")
    started = time.process_time()
    WRITE.get(format, _write_lines)(records, again)
    return time.process_time() - started


def _write_lines(records: list[object], path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def _write_table(records: list[object], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(records)


def _write_parquet(records: list[object], path: Path) -> None:
    pq.write_table(pa.Table.from_pylist(records), path, compression="zstd")


def _write_xml(records: list[object], path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for name, labels in records:
            marks = "".join(f"<tag label={quoteattr(label)}></tag>" for label in labels)
            file.write(f"<image name={quoteattr(name)}>{marks}</image>\n")


def _write_rows(records: tuple[object, list[object]], path: Path) -> None:
    path.mkdir()
    np.save(path / "rows.npy", records[0])
    _write_lines(records[1], path / "rows.jsonl")


def _read_lines(path: Path) -> list[object]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def _read_coco(path: Path) -> list[object]:
    whole = json.loads(path.read_text())
    return whole["images"] + whole["annotations"]


def _read_xml(path: Path) -> list[object]:
    return [(each.get("name"), [tag.get("label") for tag in each]) for each in ElementTree.parse(path).iter("image")]


READ = {
    "csv": lambda path: list(csv.reader(path.open(encoding="utf-8", newline=""))),
    "json": lambda path: json.loads(path.read_text()),
    "jsonl": _read_lines,
    "parquet": lambda path: pq.read_table(path).to_pylist(),
    "coco": _read_coco,
    "cvat": _read_xml,
    "labelstudio": lambda path: json.loads((path / "tasks.json").read_text()),
    "embeddings": lambda path: (np.load(path / "embeddings.npy"), _read_lines(path / "rows.jsonl")),
}
WRITE = {"csv": _write_table, "parquet": _write_parquet, "cvat": _write_xml, "embeddings": _write_rows}


def run(folder: Path, format: str) -> list[float]:
    """`measure` in a process of its own."""
    command = [sys.executable, __file__, "--measure", str(folder), format]
    found: list[float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def main(count: int, formats: list[str]) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as small, tempfile.TemporaryDirectory() as large:
        for folder, rows in ((small, count // 10), (large, count)):
            make(Path(folder), rows)
            for i in range(rows):
                path = _path(Path(folder), i)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.touch()
        print(f"{count:,} pictures")
        heads = ("seconds", "work, s", "bare, s", "times", "MB", "memory, MB", "of a tenth")
        print(f"{'format':12}" + "".join(f"{head:>12}" for head in heads))
        for format in formats or (*FORMATS, *LINKED):
            seconds, work, memory, size, bare = run(Path(large), format)
            tenth = run(Path(small), format)[2]
            values = (seconds, work, bare, work / bare, size / 1e6, memory, tenth)
            print(f"{format:12}" + "".join(f"{value:12.2f}" for value in values), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        copies(Path(folder), 400)


def copies(folder: Path, count: int) -> None:
    """A folder export of `count` pictures of a megabyte, against copying the folder they lie in."""
    make(folder, count)
    for i in range(count):
        path = _path(folder, i)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(os.urandom(1_000_000))
    library = open_library(folder / "library", colour_host())
    plan = ExportPlan(format="folder", target=folder / "out", at_least=0.0)
    started = time.perf_counter()
    for _ in export_images(library, plan):
        pass
    ours = time.perf_counter() - started
    placed = sum(1 for _ in (folder / "out").glob("*/*.jpg"))
    library.close()
    started = time.perf_counter()
    shutil.copytree(folder / "pictures", folder / "plain")
    plain = (time.perf_counter() - started) * placed / count
    print(f"copies: {placed} MB in {ours:.2f} s, {ours / plain:.2f} times what copying them takes")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]), sys.argv[3])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, sys.argv[2:])
