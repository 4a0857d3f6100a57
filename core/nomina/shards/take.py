"""Long verb: take pictures into a library that were encoded elsewhere, as if they had been added here."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator, Iterator, Sequence
from itertools import islice
from pathlib import Path

from nomina.domain import Progress, Reading, Skipped
from nomina.encoders.reading import Need, Needed
from nomina.errors import BadInput
from nomina.history import Step
from nomina.ingest import FILES_A_STEP, Added, Taking, finish, keep_batch, needed_by
from nomina.library import Library
from nomina.shards.parquet import done, read_shard
from nomina.shards.plan import Plan, read_plan
from nomina.shards.store import ShardStore, root_of


def add_embeddings(
    library: Library,
    source: str,
    *,
    root: Path | None = None,
    within: Step | None = None,
    so_far: Added | None = None,
    each_file: bool = True,
) -> Generator[Progress, None, Added]:
    """Take in what `embed_folder` wrote. The pictures themselves are not opened, and need not be there.

    A picture is known by its bytes, as in any add: what the library has keeps its row, its labels and its id, and all
    of it is one undo step. Closing the generator stops after the current batch.

    Args:
        source: the folder that was written, a path or a URL that fsspec knows.
        root: where the pictures lie on this machine; None for where they lay.
        within, so_far, each_file: as of `add_images`.

    Raises:
        BadInput: there is no such folder, it was not finished or is damaged, it is of another encoder, or its pictures
            lay in an object store and `root` is None.
    """
    store = ShardStore(source)
    plan = _finished_plan(store, library)
    place = _place_of(plan, root)
    taking = Taking(Added() if so_far is None else so_far, each_file)
    needed, step, read = needed_by(library), within, 0
    name = f"Add {plan.files:,} pictures"
    for shard in range(plan.shards):
        items = iter(read_shard(store, plan, shard, place))
        while batch := list(islice(items, FILES_A_STEP)):
            step = keep_batch(library, list(_unknown(library, batch, taking, needed)), name, taking, step)
            read += len(batch)
            yield Progress(read, plan.files, "Taking in pictures")
    if step is not None:
        finish(library, taking.added, step)
    return taking.added


def _finished_plan(store: ShardStore, library: Library) -> Plan:
    plan = read_plan(store)
    if plan is None:
        raise BadInput(f"“{store.url}” holds no embeddings.", "Give the folder that nomina embed wrote (--to).")
    plan.check(library.spec)
    missing = plan.shards - len(done(store, plan))
    if missing:
        raise BadInput(
            f"“{store.url}” is not finished: {missing:,} of {plan.shards:,} shards are missing.",
            f"Go on with it: nomina embed {plan.source} --to {store.url}",
        )
    return plan


def _place_of(plan: Plan, root: Path | None) -> Path:
    place = root.absolute() if root is not None else root_of(plan.source)
    if place is None:
        raise BadInput(
            f"The pictures lay in “{plan.source}”, which is no folder of this machine.",
            "Say where they lie here, mounted or copied: --root FOLDER",
        )
    return place


def _unknown(
    library: Library, batch: Sequence[Reading | Skipped], taking: Taking, needed: Needed
) -> Iterator[Reading | Skipped]:
    """What must be kept of a batch: a place that is known as it is needs nothing, and known bytes need no row."""
    hashes = list({item.hash for item in batch if isinstance(item, Reading)})
    needs = dict(zip(hashes, needed(hashes), strict=True))
    places = library.store.places_at([item.path for item in batch])
    for item in batch:
        if isinstance(item, Skipped):
            yield item
            continue
        need, place = needs[item.hash], places.get(item.path)
        state = item.hash, item.size, item.mtime_ns
        if need == Need.NOTHING and place is not None and (place.hash, place.bytes, place.mtime_ns) == state:
            taking.keep(item.path, place.image_id)
            continue
        needs[item.hash] = Need.NOTHING if item.row is not None else need  # a copy in the same batch
        yield item if need == Need.ALL else dataclasses.replace(item, row=None, thumbnail=b"")
