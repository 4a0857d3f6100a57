"""A shard as a Parquet file: a row for each file, with all that an add of the picture needs, or why it was left out."""

from __future__ import annotations

import dataclasses
import json
import os
import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from nomina.domain import Facts, Reading, Skipped
from nomina.errors import BadInput
from nomina.shards.plan import Plan
from nomina.shards.source import ListedFile
from nomina.shards.store import ShardStore

NOTE = b"nomina"
FACTS = ("taken", "camera", "latitude", "longitude", "look")


def file_of(shard: int) -> str:
    """The name of a shard's file in the store."""
    return f"shards/{shard:06}.parquet"


def done(store: ShardStore, plan: Plan) -> set[int]:
    """Shards whose file is there."""
    there = store.names("shards")
    return {shard for shard in range(plan.shards) if file_of(shard).removeprefix("shards/") in there}


def write_shard(
    store: ShardStore, plan: Plan, shard: int, files: Sequence[ListedFile], read: Sequence[Reading | Skipped]
) -> None:
    """Keep what became of the files of a shard, in their order; rows as float16, as a library keeps them.

    Raises:
        BadInput: it cannot be written.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [_row(file, item) for file, item in zip(files, read, strict=True)]
    table = pa.Table.from_pylist(rows, _schema(pa, plan))
    plain = ["thumbnail", "row"]  # bytes that no compression makes smaller
    packed: dict[str, str] = {name: "none" if name in plain else "zstd" for name in table.schema.names}
    packed["row.list.element"] = "none"
    with store.writing(file_of(shard)) as file:
        pq.write_table(table, file, compression=packed, use_dictionary=False, write_page_checksum=True)


def _schema(pa: Any, plan: Plan) -> Any:
    made = {"format": 1, "encoder": plan.encoder, "nomina": version("nomina"), "machine": platform.machine()}
    return pa.schema(
        [
            *(("name", pa.binary()), ("hash", pa.string()), ("size", pa.int64()), ("mtime_ns", pa.int64())),
            *(("width", pa.int32()), ("height", pa.int32()), ("taken", pa.string()), ("camera", pa.string())),
            *(("latitude", pa.float64()), ("longitude", pa.float64()), ("look", pa.uint64())),
            *(("thumbnail", pa.binary()), ("row", pa.list_(pa.float16(), plan.dimension)), ("reason", pa.string())),
        ],
        metadata={NOTE: json.dumps(made).encode()},
    )


def _row(file: ListedFile, item: Reading | Skipped) -> dict[str, Any]:
    if isinstance(item, Skipped):
        return {"name": file.name, "size": file.size, "mtime_ns": file.mtime_ns, "reason": item.reason}
    facts = dataclasses.asdict(item.facts or Facts())
    return {
        "name": file.name,
        **{each: getattr(item, each) for each in ("hash", "size", "mtime_ns", "width", "height", "thumbnail")},
        **facts,
        "row": None if item.row is None else item.row.astype(np.float16),
        "reason": None,
    }


def read_shard(store: ShardStore, plan: Plan, shard: int, root: Path) -> list[Reading | Skipped]:
    """What became of the files of a shard, in their order; a copy of another one in it has no row.

    Args:
        root: where the pictures lie on this machine.

    Raises:
        BadInput: the file is missing or damaged, or is of another encoder.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with store.reading(file_of(shard)) as file:
            table = pq.read_table(file, page_checksum_verification=True)
        if json.loads((table.schema.metadata or {})[NOTE])["encoder"] != plan.encoder:
            raise ValueError("of another encoder")
        rows = _matrix(table["row"], plan.dimension)
        return [_item(root, told, row) for told, row in zip(table.drop(["row"]).to_pylist(), rows, strict=True)]
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException) as error:
        raise BadInput(
            f"“{store.url}/{file_of(shard)}” is missing or damaged.",
            f"Remove it if it is there, then go on: nomina embed {plan.source} --to {store.url}",
        ) from error


def _matrix(column: Any, dimension: int) -> list[Any]:
    """The rows of a column, float32 of shape (d,) each, None where there is none."""
    chunk = column.combine_chunks()
    there = chunk.is_valid().to_numpy(zero_copy_only=False)
    flat = chunk.flatten().to_numpy(zero_copy_only=False).reshape(-1, dimension).astype(np.float32)
    rows = iter(flat)
    return [next(rows) if each else None for each in there]


def _item(root: Path, told: dict[str, Any], row: Any) -> Reading | Skipped:
    path = root / os.fsdecode(told["name"])
    if told["reason"] is not None:
        return Skipped(path, told["reason"])
    plain = {each: told[each] for each in ("hash", "size", "mtime_ns", "width", "height")}
    facts = Facts(*(told[each] for each in FACTS))
    return Reading(path, **plain, thumbnail=told["thumbnail"] or b"", row=row, facts=facts)
