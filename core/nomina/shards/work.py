"""One shard: its files are read and encoded, and what they gave is kept. The same code on every machine."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from nomina.domain import Filmed, Reading, Skipped
from nomina.encoders.host import EncoderHost
from nomina.encoders.process import ProcessHost
from nomina.encoders.tuning import Wish
from nomina.errors import BadInput
from nomina.shards.parquet import write_shard
from nomina.shards.plan import Plan, listed_in
from nomina.shards.source import ListedFile, Source
from nomina.shards.store import ShardStore

THREADS = "OMP_NUM_THREADS"
StartHost = Callable[[str, str, str], EncoderHost]
"""Choice, device and precision to a host."""


@dataclass(frozen=True, slots=True)
class ShardDone:
    """What a shard gave."""

    shard: int
    pictures: int
    skipped: int


def plain_host(choice: str, device: str, precision: str) -> EncoderHost:
    """A host that runs the encoder as its family writes it, in this precision: what one machine finds fastest is not
    the same on all.
    """
    return ProcessHost(choice, device, wish=Wish(precision, as_written=True))


def usual_threads() -> int:
    """How many threads an encoder takes here unless it is told."""
    said = os.environ.get(THREADS, "")
    if said.isdigit() and int(said):
        return int(said)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def host_of(plan: Plan, device: str, start: StartHost = plain_host) -> Iterator[EncoderHost]:
    """The encoder of a plan in a process of its own, with the threads of the plan.

    Raises:
        EncoderError, BadInput: it cannot be had, or is another one than the plan names.
    """
    before = os.environ.get(THREADS)
    os.environ[THREADS] = str(plan.threads)  # Ray gives its actors one thread; and it must be the same everywhere
    try:
        with closing(start(plan.choice, device, plan.precision)) as host:
            plan.check(host.spec())
            yield host
    finally:
        os.environ.pop(THREADS)
        if before is not None:
            os.environ[THREADS] = before


def encode_shard(
    store: ShardStore, source: Source, plan: Plan, shard: int, host: EncoderHost
) -> Generator[int, None, ShardDone]:
    """Encode the files of a shard and keep what they gave; yields how many are done.

    Batches begin anew with each shard. So what a row is rounded to depends on the plan, not on who came to it.

    Raises:
        BadInput: the source is out of reach, or the shard cannot be written.
        EncoderError: the encoder stopped.
    """
    files = listed_in(store, plan, shard)
    wanted = [file for file in files if not file.reason]
    read: list[Reading | Skipped] = []
    with source.here(wanted) as paths:
        there = [path for path in paths if not isinstance(path, Skipped)]
        with closing(host.read(there)) as batches:
            for batch in batches:
                read.extend(item for item in batch if not isinstance(item, Filmed))  # of which a shard has none
                yield len(read)
        told = _in_order(files, paths, read, source.copies)
    skipped = sum(isinstance(item, Skipped) for item in told)
    if skipped and wanted and not any(source.has(file.name) for file in wanted):  # the disk went, not the pictures
        raise BadInput(f"The pictures of “{source.url}” cannot be reached.", "The same command goes on from there.")
    write_shard(store, plan, shard, files, told)
    return ShardDone(shard, len(told) - skipped, skipped)


def _in_order(
    files: Sequence[ListedFile], paths: Sequence[Path | Skipped], read: Sequence[Reading | Skipped], copies: bool
) -> list[Reading | Skipped]:
    """What became of each file: left out when it was listed, not to be had, or read.

    A copy has the time of its fetching: that of the original counts.
    """
    here, got = iter(paths), iter(read)
    told: list[Reading | Skipped] = []
    for file in files:
        path = Skipped(Path(os.fsdecode(file.name)), file.reason) if file.reason else next(here)
        item = path if isinstance(path, Skipped) else next(got)
        if copies and isinstance(item, Reading):
            item = dataclasses.replace(item, mtime_ns=file.mtime_ns)
        told.append(item)
    return told
