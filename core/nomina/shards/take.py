"""Long verb: take pictures into a library that were encoded elsewhere, as if they had been added here."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator, Iterator, Sequence
from itertools import islice
from pathlib import Path

from nomina.domain import Progress, Reading, Skipped
from nomina.errors import BadInput
from nomina.history import Step
from nomina.ingest import Added, finish, keep_batch
from nomina.library import Library
from nomina.shards.parquet import done, read_shard
from nomina.shards.plan import Plan, read_plan
from nomina.shards.store import ShardStore, root_of

FILES_A_STEP = 256


def add_embeddings(
    library: Library, source: str, *, root: Path | None = None, within: Step | None = None
) -> Generator[Progress, None, Added]:
    """Take in what `embed_folder` wrote. The pictures themselves are not opened, and need not be there.

    A picture is known by its bytes, as in any add: what the library has keeps its row, its labels and its id, and all
    of it is one undo step. Closing the generator stops after the current batch.

    Args:
        source: the folder that was written, a path or a URL that fsspec knows.
        root: where the pictures lie on this machine; None for where they lay.
        within: the step of a longer act that this is a part of; see Library.step.

    Raises:
        BadInput: there is no such folder, it was not finished or is damaged, it is of another encoder, or its pictures
            lay in an object store and `root` is None.
    """
    store = ShardStore(source)
    plan = read_plan(store)
    if plan is None:
        raise BadInput(f"“{source}” holds no embeddings.", "Give the folder that nomina embed wrote (--to).")
    plan.check(library.spec)
    missing = plan.shards - len(done(store, plan))
    if missing:
        raise BadInput(
            f"“{source}” is not finished: {missing:,} of {plan.shards:,} shards are missing.",
            f"Go on with it: nomina embed {plan.source} --to {source}",
        )
    place = _place_of(plan, root)
    added, step, read = Added(), within, 0
    name = f"Add {plan.files:,} pictures"
    encoded = library.embeddings.keys(plan.encoder, plan.dimension) & library.thumbnails.hashes()
    for shard in range(plan.shards):
        items = iter(read_shard(store, plan, shard, place))
        while batch := list(islice(items, FILES_A_STEP)):
            step = keep_batch(library, _unknown(library, batch, added, encoded), name, added, step)
            read += len(batch)
            yield Progress(read, plan.files, "Taking in pictures")
    if step is not None:
        finish(library, added, step)
    return added


def _place_of(plan: Plan, root: Path | None) -> Path:
    place = root.absolute() if root is not None else root_of(plan.source)
    if place is None:
        raise BadInput(
            f"The pictures lay in “{plan.source}”, which is no folder of this machine.",
            "Say where they lie here, mounted or copied: --root FOLDER",
        )
    return place


def _unknown(
    library: Library, batch: Sequence[Reading | Skipped], added: Added, encoded: set[str]
) -> Iterator[Reading | Skipped]:
    """What must be kept of a batch: places that are known as they are need nothing, and known bytes need no row.

    Args:
        encoded: hashes of the pictures that have a row and a thumbnail; those of the batch are added.
    """
    for item in batch:
        if isinstance(item, Skipped):
            yield item
            continue
        place = library.store.place(item.path)
        known = item.hash in encoded
        state = item.hash, item.size, item.mtime_ns
        if known and place is not None and (place.hash, place.bytes, place.mtime_ns) == state:
            added.files[item.path] = place.image_id
            continue
        encoded.add(item.hash)
        yield dataclasses.replace(item, row=None, thumbnail=b"") if known else item
