"""How what Nomina does grows with the library: `python tests/benchmarks/growth.py [N ...] [--keep FOLDER]`.

One library grows through the sizes (1,000, 10,000, 100,000 and 1,000,000 by default) by made-up pictures of 512
numbers, CLIP's shape, that come the way read ones come: history, places, embeddings, facts, thumbnails. At each size it
is closed and opened again, and each act is done as a window does it. Seconds of processors' time, which others on the
machine hardly change, and the exponent of a power of the size that fits them; 1 is as fast as the pictures come.

add          a thousand more pictures, of a library that is this large
open         from the folder to the first scores of one category
category     a new category of words ranks everything
page         the first pictures again, nothing has changed; after a label: brought up to date
search       words, the best fifty; sketches: what making those takes that the first search began
duplicates   near-duplicates (up to 100,000 unless --all)
"""

from __future__ import annotations

import argparse
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
from made_up import DIMENSION, MadeUpHost, clusters, take_in

from nomina import Show, add_category, create_library, label, near_duplicates, open_library, page, search
from nomina.library import Library
from nomina.nearest import Sought

SIZES = (1_000, 10_000, 100_000, 1_000_000)
MORE = 1_000
T = TypeVar("T")
Row = dict[str, float]


def main() -> None:
    """Grow, measure, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--keep", type=Path, help="grow the library in this folder, and leave it there")
    parser.add_argument("--all", action="store_true", help="look for near-duplicates at every size")
    asked = parser.parse_args()
    folder = asked.keep or Path(tempfile.mkdtemp(prefix="growth-"))
    found: dict[int, Row] = {}
    try:
        for size in asked.sizes:
            found[size] = at(folder, size, duplicates=asked.all or size <= 100_000)
            print(f"{size:>9,} " + ", ".join(f"{name} {value:.4g}" for name, value in found[size].items()), flush=True)
        tell(found)
    finally:
        if asked.keep is None:
            shutil.rmtree(folder)


def at(folder: Path, size: int, *, duplicates: bool) -> Row:
    """Let the library grow to a size, and measure what it takes there."""
    out: Row = {}
    opened, host = _opened(folder)
    first = _count(opened)
    fill = timed(lambda: _fill(opened, host, first, size - MORE))[0]
    out["fill ms/picture"] = 1e3 * fill / max(1, size - MORE - first)
    if not opened.store.categories():
        for number in range(20):
            add_category(opened, f"subject {number}")
    opened.scores.column(1)
    out["add 1,000"] = timed(lambda: _fill(opened, host, _count(opened), size))[0]
    out["follow"] = timed(lambda: opened.scores.column(1))[0]
    opened.close()
    opened, out["open"] = _measured_open(folder)
    out["anonymous MB"], out["mapped MB"] = memory()
    out["page first"] = timed(lambda: page(opened))[0]
    out["page again"] = timed(lambda: page(opened))[0]
    category = opened.store.categories()[0].id
    label(opened, [size // 2], category)
    out["page after label"] = timed(lambda: page(opened, Show(category_id=category)))[0]
    out["category"], _ = timed(lambda: _new_category(opened, f"subject {20 + len(opened.store.categories())}"))
    out |= _searches(opened)
    if duplicates:
        out["duplicates"] = timed(lambda: [0 for _ in near_duplicates(opened)])[0]
    out["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    opened.close()
    for name, used in on_disk(folder).items():
        out[f"{name} B/picture"] = used / size
    return out


def _opened(folder: Path) -> tuple[Library, MadeUpHost]:
    if not (folder / "library.db").exists():
        create_library(folder)
    host = MadeUpHost()
    return open_library(folder, host), host


def _measured_open(folder: Path) -> tuple[Library, float]:
    def open_and_ask() -> Library:
        opened, _ = _opened(folder)
        opened.scores.column(1)
        return opened

    taken, opened = timed(open_and_ask)
    return opened, taken


def _count(opened: Library) -> int:
    return int(opened._db.execute("select count(*) from image").fetchone()[0])


def _fill(opened: Library, host: MadeUpHost, first: int, until: int) -> None:
    for start in range(first, until, 10_000):
        take_in(opened, host, start, clusters(min(10_000, until - start), seed=start))


def _new_category(opened: Library, name: str) -> object:
    add_category(opened, name)
    return opened.scores.column(opened.store.categories()[-1].id)


def _searches(opened: Library) -> Row:
    """The first search may begin sketches, and looks at everything; then many searches, on the clock."""
    out = {"search first": timed(lambda: search(opened, "subject 500"))[0]}
    out["sketches"] = timed(opened.scores._searching[True].finish)[0]
    taken = []
    for number in range(100):
        started = time.perf_counter()
        assert len(search(opened, Sought((f"subject {number}",)))) == 50
        taken.append(time.perf_counter() - started)
    out["search p50 ms"], out["search p99 ms"] = (1e3 * float(np.quantile(taken, q)) for q in (0.5, 0.99))
    return out


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of processors' time, and what came of it."""
    started = time.process_time()
    done = work()
    return time.process_time() - started, done


def memory() -> tuple[float, float]:
    """MB of this process that are its own, and that are files it looks at, which the system may take back."""
    said = dict(line.split(":") for line in Path("/proc/self/status").read_text().splitlines() if ":" in line)
    return tuple(int(said[name].split()[0]) / 1024 for name in ("RssAnon", "RssFile"))  # type: ignore[return-value]


def on_disk(folder: Path) -> dict[str, int]:
    """Bytes of each file or folder of a library."""
    parts = [folder / "library.db", *sorted((folder / "cache").iterdir())]
    return {
        part.name: sum(each.stat().st_size for each in (part.rglob("*") if part.is_dir() else [part]))
        for part in parts
        if part.suffix not in (".db-wal", ".db-shm")
    }


def tell(found: dict[int, Row]) -> None:
    """The exponent of each number: over all sizes, and over the last two, where what is constant weighs least."""
    sizes = list(found)
    for name in found[sizes[-1]]:
        known = [size for size in sizes if found[size].get(name)]
        if len(known) > 1:
            x, y = np.log(known), np.log([found[size][name] for size in known])
            last = (y[-1] - y[-2]) / (x[-1] - x[-2])
            print(f"{name:24} exponent {np.polyfit(x, y, 1)[0]:.2f}, of the last step {last:.2f}")


if __name__ == "__main__":
    assert DIMENSION == 512
    main()
