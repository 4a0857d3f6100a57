"""What shards weigh, and how fast they are written and taken in, with made-up rows as long as the starter's.

    python tests/benchmarks/shards.py [--pictures 8192] [--dimension 2280]

Thumbnails are 9,000 bytes of noise each, which is what those of photographs take. Prints seconds of processor time.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from nomina import LocalHost, add_embeddings, create_library, open_library
from nomina.domain import Calibration, Facts, Reading, Rows
from nomina.shards.parquet import file_of, read_shard, write_shard
from nomina.shards.plan import Plan, list_new
from nomina.shards.source import ListedFile
from nomina.shards.store import ShardStore
from nomina.testing import ColourEncoder

SIZE = 1024
THUMBNAIL = 9000


class Wide(ColourEncoder):
    """An encoder with rows of any length, which encodes nothing."""

    def __init__(self, dimension: int) -> None:
        super().__init__()
        self.spec = replace(
            ColourEncoder.spec, id="wide@1", dimension=dimension, words=(0, dimension), pictures=(0, dimension)
        )

    def calibration(self) -> Calibration:
        nothing = np.zeros(self.spec.dimension, np.float32)
        return replace(super().calibration(), words_centre=nothing, pictures_centre=nothing)


class Found:
    """A source of files that are nowhere."""

    url, copies = "/nowhere", False

    def __init__(self, count: int) -> None:
        self.listed = [ListedFile(f"folder{i // 500}/picture{i:09}.jpg".encode(), 1_000_000, 1) for i in range(count)]

    def files(self, _: object) -> object:
        return iter(self.listed)


def readings(files: list[ListedFile], rows: Rows, seed: int) -> list[Reading]:
    """What a worker would have read."""
    noise = np.random.default_rng(seed)
    facts = Facts("2026-01-31T12:00:00", "A camera", 48.1, 11.6, 1 << 63)
    return [
        Reading(
            *(Path(file.name.decode()), noise.bytes(16).hex(), file.size, file.mtime_ns, 4000, 3000),
            thumbnail=noise.bytes(THUMBNAIL),
            row=row,
            facts=facts,
        )
        for file, row in zip(files, rows, strict=True)
    ]


def timed(name: str, count: int, began: float) -> None:
    """Say how long a picture took."""
    took = time.process_time() - began
    print(f"{name:28} {1e6 * took / count:8.0f} µs a picture, {count / took:9,.0f} a second", flush=True)


def main() -> None:
    """See the head of this file."""
    options = argparse.ArgumentParser()
    options.add_argument("--pictures", type=int, default=8192)
    options.add_argument("--dimension", type=int, default=2280)
    asked = options.parse_args()
    count, dimension = asked.pictures, asked.dimension
    with tempfile.TemporaryDirectory(prefix="nomina-shards-") as folder:
        store, source = ShardStore(folder + "/shards"), Found(count)
        store.make()
        plan = Plan(source.url, "wide", "wide@1", "Wide", dimension, 1, SIZE)
        began = time.process_time()
        verb = list_new(store, plan, source)  # type: ignore[arg-type]
        while True:
            try:
                next(verb)
            except StopIteration as stop:
                plan = stop.value
                break
        timed("listed", count, began)
        rows = np.random.default_rng(0).normal(size=(SIZE, dimension)).astype(np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        spent = 0.0
        for shard in range(plan.shards):
            files = source.listed[shard * SIZE : (shard + 1) * SIZE]
            read = readings(files, rows[: len(files)], shard)
            began = time.process_time()
            write_shard(store, plan, shard, files, read)
            spent += time.process_time() - began
        timed("written", count, time.process_time() - spent)
        size = sum((Path(folder) / "shards" / file_of(shard)).stat().st_size for shard in range(plan.shards))
        lists = (Path(folder) / "shards" / plan.lists[0].file).stat().st_size
        print(f"a picture takes {size / count:,.0f} bytes in its shard and {lists / count:.1f} in the list")
        began = time.process_time()
        for shard in range(plan.shards):
            read_shard(store, plan, shard, Path("/nowhere"))
        timed("read", count, began)
        create_library(Path(folder) / "library")
        library = open_library(Path(folder) / "library", LocalHost(lambda: Wide(dimension)))
        began = time.process_time()
        for _ in add_embeddings(library, store.url, each_file=False):
            pass
        timed("taken in (with reading)", count, began)
        library.close()
        kept = sum(file.stat().st_size for file in (Path(folder) / "library").rglob("*") if file.is_file())
        print(f"a picture takes {kept / count:,.0f} bytes in the library")


if __name__ == "__main__":
    main()
