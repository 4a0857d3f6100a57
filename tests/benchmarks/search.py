"""A search over many rows, exact and by sketches: `python tests/benchmarks/search.py [N] [--like FOLDER or ROWS.npy]`.

N rows of 512 numbers (1,000,000 by default): round clusters; and, with --like, rows that lie as those of real pictures
do (made_up.like_real), from a folder that the starter reads, or from unit rows in a file. Searches are new pictures,
and directions as words give them: far from all pictures, a little nearer to some. Recall is the share of the ten
nearest of all that are among the ten found. Milliseconds on the clock and of processors' time, beside a search that
looks at everything.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

import numpy as np
from growth import timed
from made_up import DIMENSION, clusters, like_real

from nomina import LocalHost, walking
from nomina.domain import Reading, Rows
from nomina.encoders import catalog
from nomina.fixedpoint import Quantised, direction_codes, quantise
from nomina.reference import unit
from nomina.searching import Searching
from nomina.sketches import Searched

AT_ONCE = 50_000


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--like", type=Path)
    parser.add_argument("--only-like", action="store_true")
    asked = parser.parse_args()
    if not asked.only_like:
        measure("clusters", clusters, asked.count)
    if asked.like:
        real = np.load(asked.like) if asked.like.suffix == ".npy" else real_rows(asked.like)
        measure("like real", lambda count, seed: like_real(real, count, seed), asked.count)


def measure(name: str, make, count: int) -> None:  # type: ignore[no-untyped-def]
    """Make rows and sketches, and search."""
    parts = [quantise(make(min(AT_ONCE, count - at), at + 1)) for at in range(0, count, AT_ONCE)]
    rows = Quantised(*(np.concatenate([getattr(part, each) for part in parts]) for each in ("codes", "scales")))
    del parts
    hashes = np.arange(count).astype("S32")
    searched = Searched(np.arange(count), hashes, rows, np.ones(count, bool))
    with tempfile.TemporaryDirectory() as folder:
        search = Searching(Path(folder) / "sketches")
        search.nearest(searched, direction_codes(make(1, 7)[0]), 10)
        taken, sketches = timed(search.finish)
        assert sketches is not None
        chosen = sketches.directions
        print(
            f"{name}: {count:,} rows have sketches of {len(chosen.along)} numbers after {taken:.0f} s of processors'"
            f" time; {chosen.candidates:,} are compared in full: {chosen.recall:.1%} of made-up searches' best found",
            flush=True,
        )
        _tell_all(search, searched, make)
        search.close()
    print(
        f"  most memory of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB", flush=True
    )


def _tell_all(search: Searching, searched: Searched, make) -> None:  # type: ignore[no-untyped-def]
    new = make(100, 7)
    noise = unit(np.random.default_rng(5).normal(size=(100, DIMENSION)).astype(np.float32))
    for kind, wanted in (("pictures", new), ("words", unit(np.float32(0.5) * new + np.float32(0.87) * noise))):
        tell(kind, search, searched, wanted)


def tell(kind: str, search: Searching, searched: Searched, wanted: Rows) -> None:
    """Search for each direction, by sketches and through everything."""
    found: list[float] = []
    taken: dict[str, list[tuple[float, float]]] = {"sketches": [], "everything": []}
    for direction in wanted:
        codes = direction_codes(direction)
        ways = {
            "sketches": lambda codes=codes: search.nearest(searched, codes, 10),
            "everything": lambda codes=codes: searched.best(codes, 10),
        }
        best = {}
        for name, way in ways.items():
            wall, processors = time.perf_counter(), time.process_time()
            best[name] = set(way().tolist())
            taken[name].append((1e3 * (time.perf_counter() - wall), 1e3 * (time.process_time() - processors)))
        found.append(len(best["sketches"] & best["everything"]) / 10)
    for name, costs in taken.items():
        (median, most), (own, own_most) = (np.quantile([each[i] for each in costs], [0.5, 0.99]) for i in (0, 1))
        recall = f", recall@10 {np.mean(found):.4f}" if name == "sketches" else ""
        print(
            f"  {kind:9} {name:10} median {median:6.1f} ms, p99 {most:6.1f} ms; of processors' time {own:6.1f}"
            f" and {own_most:6.1f} ms{recall}",
            flush=True,
        )


def real_rows(folder: Path) -> Rows:
    """Centred unit rows of the pictures of a folder by the starter, turned into their 512 strongest directions."""
    host = LocalHost(lambda: catalog.load("starter"))
    paths = [path for path in walking.walk([folder]) if isinstance(path, Path)]
    batches = host.read(paths)
    read = [item.row for batch in batches for item in batch if isinstance(item, Reading) and item.row is not None]
    rows = unit(np.stack(read)[:, slice(*host.spec().pictures)] - host.calibration().pictures_centre)
    host.close()
    return unit(rows @ np.linalg.svd(rows, full_matrices=False)[2][:DIMENSION].T)


if __name__ == "__main__":
    main()
