"""What is to be done: which pictures, in which shards, by which encoder. Written before the work, and never changed but
for pictures that come later.

    plan.json            the source, the encoder, the threads it has, and the lists
    files-0001.parquet   the files that one run found, a row group a shard
    shards/000000.parquet ...  see parquet.py
"""

from __future__ import annotations

import dataclasses
import json
import struct
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nomina.domain import EncoderSpec, Progress
from nomina.errors import BadInput
from nomina.shards.source import ListedFile, Source
from nomina.shards.store import ShardStore
from nomina.walking import AS_USUAL, Sieve

FILE = "plan.json"
FORMAT = 1
SIZE = 1024
"""Pictures a shard, unless a person says otherwise: a minute's work of two cores, ten megabytes and more."""


@dataclass(frozen=True, slots=True)
class FileList:
    """The files that one run found.

    Attributes:
        file: its name in the store; row group i of it is shard first + i.
    """

    file: str
    first: int
    shards: int
    files: int


@dataclass(frozen=True, slots=True)
class Plan:
    """See the head of this file.

    Attributes:
        source: address of the pictures.
        choice: what loads the encoder; `encoder`, `title` and `dimension` are what it must turn out to be.
        threads: of the arithmetic. With another number, or batches of another size, sums are rounded otherwise.
        size: pictures a shard.
        precision: of the encoder's numbers, one of forward.PRECISIONS.
    """

    source: str
    choice: str
    encoder: str
    title: str
    dimension: int
    threads: int
    size: int
    lists: tuple[FileList, ...] = ()
    precision: str = "fp32"

    @property
    def shards(self) -> int:
        """How many there are."""
        return sum(each.shards for each in self.lists)

    @property
    def files(self) -> int:
        """How many files they hold, those that are left out among them."""
        return sum(each.files for each in self.lists)

    def count(self, shard: int) -> int:
        """How many files a shard holds."""
        listed = self.list_of(shard)
        return min(self.size, listed.files - (shard - listed.first) * self.size)

    def list_of(self, shard: int) -> FileList:
        """The list that a shard is of."""
        return next(each for each in reversed(self.lists) if each.first <= shard)

    def check(self, spec: EncoderSpec) -> None:
        """Refuse another encoder.

        Raises:
            BadInput: it is another one.
        """
        if (spec.id, spec.dimension) != (self.encoder, self.dimension):
            raise BadInput(
                f"These embeddings are by “{self.title}” ({self.encoder}), and the encoder at work is “{spec.title}”"
                f" ({spec.id}).",
                f"Use that one (--encoder {self.choice}), or embed the pictures again.",
            )


def read_plan(store: ShardStore) -> Plan | None:
    """The plan of a store; None where there is none yet.

    Raises:
        BadInput: it cannot be read, or a newer Nomina wrote it.
    """
    data = store.read(FILE)
    if data is None:
        return None
    try:
        said = json.loads(data)
        if said.pop("format") != FORMAT:
            raise BadInput(f"“{store.url}” was written by another Nomina.", "Update Nomina on all machines.")
        return Plan(**{**said, "lists": tuple(FileList(**each) for each in said["lists"])})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(f"“{store.url}/{FILE}” is damaged.", "Choose another folder, and embed again.") from error


def _write_plan(store: ShardStore, plan: Plan) -> None:
    text = json.dumps({"format": FORMAT, **dataclasses.asdict(plan)}, ensure_ascii=False, indent=1)
    with store.writing(FILE) as file:
        file.write(text.encode())


def list_new(store: ShardStore, plan: Plan, source: Source, sieve: Sieve = AS_USUAL) -> Generator[Progress, None, Plan]:
    """Look for pictures that the plan does not have, as they are now, and add a list of them."""
    fresh = _Fresh(_known(store, plan), source.files(sieve))
    name = f"files-{len(plan.lists) + 1:04}.parquet"
    first = next(fresh, None)
    if first is not None:
        yield from _write_list(store, name, plan.size, first, fresh)
        listed = FileList(name, plan.shards, -(-fresh.count // plan.size), fresh.count)
        plan = dataclasses.replace(plan, lists=(*plan.lists, listed))
    _write_plan(store, plan)
    return plan


class _Fresh:
    """Files that are not known, counted."""

    def __init__(self, known: NDArray[np.uint64], files: Iterator[ListedFile]) -> None:
        self._known, self._files, self.count = known, files, 0

    def __iter__(self) -> _Fresh:
        return self

    def __next__(self) -> ListedFile:
        for file in self._files:
            if not _among(_mark(file), self._known):
                self.count += 1
                return file
        raise StopIteration


def _mark(file: ListedFile) -> np.uint64:
    """Eight bytes for a file in the state it is in: of a hundred million 800 MB, where names are many times that."""
    state = struct.pack("<qq", file.size, file.mtime_ns)
    return np.uint64(int.from_bytes(blake2b(file.name + b"\0" + state, digest_size=8).digest()))


def _among(mark: np.uint64, known: NDArray[np.uint64]) -> bool:
    at = int(np.searchsorted(known, mark))
    return at < len(known) and known[at] == mark


def _known(store: ShardStore, plan: Plan) -> NDArray[np.uint64]:
    marks = [_mark(file) for shard in range(plan.shards) for file in listed_in(store, plan, shard)]
    return np.sort(np.array(marks, np.uint64))


def _write_list(
    store: ShardStore, name: str, size: int, first: ListedFile, rest: _Fresh
) -> Generator[Progress, None, None]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([("name", pa.binary()), ("size", pa.int64()), ("mtime_ns", pa.int64()), ("reason", pa.string())])
    with store.writing(name) as file, pq.ParquetWriter(file, schema, compression="zstd") as writer:
        chunk = [first, *islice(rest, size - 1)]
        while chunk:
            writer.write_table(pa.Table.from_pylist([dataclasses.asdict(each) for each in chunk], schema), size)
            yield Progress(0, None, f"Found {rest.count:,} pictures")
            chunk = list(islice(rest, size))


def listed_in(store: ShardStore, plan: Plan, shard: int) -> list[ListedFile]:
    """The files of a shard.

    Raises:
        BadInput: their list cannot be read.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    listed = plan.list_of(shard)
    try:
        with store.reading(listed.file) as file:
            rows: Iterable[dict[str, Any]] = pq.ParquetFile(file).read_row_group(shard - listed.first).to_pylist()
    except (OSError, ValueError, pa.ArrowException) as error:
        raise BadInput(
            f"“{store.url}/{listed.file}” cannot be read.", "Choose another folder, and embed again."
        ) from error
    return [ListedFile(**row) for row in rows]
