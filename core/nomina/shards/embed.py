"""Long verb: encode a folder of pictures a shard at a time, on this machine or on many."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass

from nomina.domain import EncoderSpec, Progress
from nomina.encoders.forward import PRECISIONS
from nomina.errors import BadInput
from nomina.shards.cluster import Cluster, encode_on
from nomina.shards.parquet import done
from nomina.shards.plan import SIZE, Plan, list_new, read_plan
from nomina.shards.source import Source, source_of
from nomina.shards.store import ShardStore
from nomina.shards.work import ShardDone, StartHost, encode_shard, host_of, plain_host, usual_threads
from nomina.walking import AS_USUAL, Sieve


@dataclass(slots=True)
class Embedded:
    """What became of the pictures.

    Attributes:
        plan: what was to be done.
        before: shards that were there before.
        shards, pictures, skipped: how many shards were made now, and what they hold.
    """

    plan: Plan
    before: int = 0
    shards: int = 0
    pictures: int = 0
    skipped: int = 0


def embed_folder(
    source: str,
    target: str,
    choice: str,
    device: str = "auto",
    *,
    size: int = SIZE,
    threads: int | None = None,
    precision: str | None = None,
    sieve: Sieve = AS_USUAL,
    cluster: Cluster | None = None,
    start: StartHost = plain_host,
) -> Generator[Progress, None, Embedded]:
    """Encode the pictures of a folder or an object store into Parquet files, one a shard, for `add_embeddings`.

    A second run encodes what is missing: shards that were not finished, and pictures that came or changed since.
    Closing the generator stops the work; a shard that is not finished then begins anew.

    Args:
        source, target: a path or a URL that fsspec knows. With a cluster, all of its machines must see both.
        choice: of the encoder, as `nomina.start_host` takes it, but not "auto".
        size: pictures a shard, and `threads` of the arithmetic; those of an earlier run stand.
        precision: of the encoder's numbers, one of forward.PRECISIONS, on all machines; None for that of an earlier
            run, or fp32.
        sieve: what is left out of the source. What an earlier run listed stays.
        cluster: where the work is done; None for this machine.
        start: starts an encoder's host, for tests.

    Raises:
        BadInput: source or target is no good, or the target is of another source or encoder.
        EncoderError: the encoder, or the cluster, stopped; the same call goes on from there.
    """
    store, pictures = ShardStore(target), source_of(source)
    store.make()
    plan = _planned(store, pictures, choice, size, threads, precision, device, start)
    plan = yield from list_new(store, plan, pictures, sieve)
    if not plan.files:
        raise BadInput(f"There are no pictures in “{source}”.", "Give a folder that holds some.")
    missing = sorted(set(range(plan.shards)) - done(store, plan))
    embedded = Embedded(plan, plan.shards - len(missing))
    if missing:
        work = _alone(store, pictures, plan, missing, device, start)
        if cluster is not None:
            work = encode_on(cluster, store, plan, missing, device)
        yield from _followed(work, plan, missing, embedded)
        _check_all_there(store, plan, missing)
    store.sweep("shards")
    return embedded


def _planned(
    store: ShardStore,
    source: Source,
    choice: str,
    size: int,
    threads: int | None,
    precision: str | None,
    device: str,
    start: StartHost,
) -> Plan:
    """The plan that is there, if it is of this source and encoder; else a new one."""
    plan = read_plan(store)
    if plan is None:
        named = precision or PRECISIONS[0]
        spec = _spec_of(choice, device, named, start)
        return Plan(
            source.url,
            choice,
            spec.id,
            spec.title,
            spec.dimension,
            threads or usual_threads(),
            max(8, size - size % 8),
            precision=named,
        )
    if plan.source != source.url:
        raise BadInput(f"“{store.url}” holds embeddings of “{plan.source}”.", "Choose another folder for these.")
    if plan.choice != choice:
        plan.check(_spec_of(choice, device, plan.precision, start))
    if precision not in (None, plan.precision):
        raise BadInput(
            f"“{store.url}” holds embeddings in {plan.precision}.", "Choose another folder for these, or leave it so."
        )
    return plan


def _spec_of(choice: str, device: str, precision: str, start: StartHost) -> EncoderSpec:
    with closing(start(choice, device, precision)) as host:
        return host.spec()


Work = Iterator[ShardDone | Progress]


def _alone(store: ShardStore, source: Source, plan: Plan, missing: list[int], device: str, start: StartHost) -> Work:
    """One shard after the other, on this machine."""
    with host_of(plan, device, start) as host:
        for shard in missing:
            work = encode_shard(store, source, plan, shard, host)
            while True:
                try:
                    yield Progress(next(work))
                except StopIteration as stop:
                    yield stop.value
                    break


def _followed(work: Work, plan: Plan, missing: list[int], embedded: Embedded) -> Generator[Progress, None, None]:
    """Count what is done of the shards that are missing."""
    total, finished = sum(plan.count(shard) for shard in missing), 0
    close: Callable[[], None] = getattr(work, "close", lambda: None)
    try:
        for item in work:
            now = item.done if isinstance(item, Progress) else 0
            if isinstance(item, ShardDone):
                finished += plan.count(item.shard)
                embedded.shards += 1
                embedded.pictures += item.pictures
                embedded.skipped += item.skipped
            yield Progress(finished + now, total, "Reading pictures")
    finally:
        close()


def _check_all_there(store: ShardStore, plan: Plan, missing: list[int]) -> None:
    lost = set(missing) - done(store, plan)
    if lost:
        raise BadInput(
            f"{len(lost):,} shards were made, and are not in “{store.url}”.",
            "Choose a folder that all machines of the cluster share.",
        )
