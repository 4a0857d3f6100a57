"""Two workers of a real Ray cluster, one of them killed: what they make is what one machine makes, to the last bit.

    python tests/proofs/cluster.py FOLDER [--encoder starter] [--shard 8] [--short]

needs the extra `cluster`. With --short that is all. Then all workers are killed: that is said in a sentence, and one
machine goes on from there. Last, a library that takes the shards in is compared with one that the folder was added to.
"""

from __future__ import annotations

import argparse
import filecmp
import os
import sys
import tempfile
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
os.environ["RAY_ENABLE_AUTO_CONNECT"] = "0"  # read when Ray is imported: work that was given up would connect anew

from nomina import (
    Cluster,
    EncoderError,
    ProcessHost,
    Progress,
    add_embeddings,
    add_images,
    create_library,
    embed_folder,
    open_library,
)

WORKER = {"num_cpus": 1, "object_store_memory": 80_000_000}


@contextmanager
def ray_cluster(workers: int) -> Iterator[tuple[Any, list[Any]]]:
    """A head that does no work, and machines (processes here) that do."""
    from ray.cluster_utils import Cluster as Machines

    machines = Machines(initialize_head=True, head_node_args={**WORKER, "num_cpus": 0})
    try:
        yield machines, [machines.add_node(**WORKER) for _ in range(workers)]
    finally:
        machines.shutdown()


def run(verb: Generator[Progress, None, Any], meanwhile: Any = None) -> Any:
    """To the end; `meanwhile` is called once, when the first shard is done."""
    while True:
        try:
            progress = next(verb)
        except StopIteration as stop:
            return stop.value
        if meanwhile is not None and progress.done:
            meanwhile()
            meanwhile = None


def same(one: Path, other: Path) -> int:
    """How many shards there are, all of them equal."""
    names, others = (sorted(file.name for file in (each / "shards").iterdir()) for each in (one, other))
    assert names == others, f"{names} and {others}"
    assert filecmp.cmpfiles(one / "shards", other / "shards", names, shallow=False)[0] == names, "they differ"
    return len(names)


def library_of(folder: Path, choice: str, verb: Any) -> bytes:
    """All rows of a library that was filled by a verb, in the order of its pictures."""
    create_library(folder)
    library = open_library(folder, ProcessHost(choice, "cpu"))
    try:
        run(verb(library))
        hashes = [hash for _, hash in library.store.image_keys()]
        rows, found = library.embeddings.get(library.spec.id, hashes, library.spec.dimension)
        assert found.all()
        return rows.tobytes()
    finally:
        library.close()


def main() -> None:
    """See the head of this file."""
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--encoder", default="starter")
    options.add_argument("--shard", type=int, default=8)
    options.add_argument("--short", action="store_true")
    asked = options.parse_args()
    source, size = str(asked.folder), asked.shard
    with tempfile.TemporaryDirectory(prefix="nomina-proof-") as folder:
        home = Path(folder)

        def embed(name: str, **how: Any) -> Generator[Progress, None, Any]:
            return embed_folder(source, str(home / name), asked.encoder, "cpu", size=size, **how)

        began = time.monotonic()
        done = run(embed("alone"))
        print(f"alone: {done.shards} shards, {done.pictures} pictures, {time.monotonic() - began:.0f} s", flush=True)

        began = time.monotonic()
        with ray_cluster(2) as (machines, workers):
            cluster = Cluster(machines.address)
            done = run(embed("two", cluster=cluster), lambda: machines.remove_node(workers[0], allow_graceful=False))
            assert done.shards > 1
        print(f"two workers, one killed: {done.shards} shards, {time.monotonic() - began:.0f} s", flush=True)
        print(f"  equal to the last bit: {same(home / 'alone', home / 'two')} shards", flush=True)
        if asked.short:
            return

        with ray_cluster(1) as (machines, workers):
            cluster = Cluster(machines.address)
            try:
                run(embed("none", cluster=cluster), lambda: machines.remove_node(workers[0], allow_graceful=False))
                sys.exit("the cluster had no worker left, and nobody said so")
            except EncoderError as error:
                print(f"all killed: {error}", flush=True)
        done = run(embed("none"))
        assert done.before, "what was done was kept"
        print(f"  one machine goes on: {done.before} shards were there, {done.shards} made", flush=True)
        print(f"  equal to the last bit: {same(home / 'alone', home / 'none')} shards", flush=True)

        taken = library_of(home / "taken", asked.encoder, lambda library: add_embeddings(library, str(home / "two")))
        added = library_of(home / "added", asked.encoder, lambda library: add_images(library, [asked.folder]))
        assert taken == added, "the rows of the two libraries differ"
        print(f"taken in and added: {len(taken):,} bytes of rows, equal to the last bit", flush=True)


if __name__ == "__main__":
    main()
