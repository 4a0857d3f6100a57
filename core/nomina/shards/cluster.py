"""The same shards on many machines, by Ray Data: it starts workers, hands out shards, repeats what a lost one had.

Ray is an extra (`nomina[cluster]`), imported here alone. What a worker needs of Nomina lies in the store: its plan.
"""

from __future__ import annotations

import importlib.util
import os
import queue
import socket
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from nomina.domain import Progress
from nomina.errors import BadInput, EncoderError, NominaError
from nomina.shards.plan import Plan, read_plan
from nomina.shards.source import source_of
from nomina.shards.store import ShardStore
from nomina.shards.work import ShardDone, encode_shard, host_of

LOOK = 1.0
"""Seconds between two looks at the cluster."""
NO_WORKERS = 60.0
"""Seconds for which a cluster may have no machine to work on: one that restarts takes less."""
SHARE = 0.9
"""Of the processors that a worker's arithmetic takes: Ray's own tasks would else wait for ever."""
CONNECT = 10.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where the work is done.

    Attributes:
        address: of Ray, "host:port", "ray://host:port", or "auto" for the one on this machine.
        workers: how many at most; None for as many as there is room for.
        cpus, gpus: what Ray sets aside for each; None for the plan's threads, and a GPU where there are any.
        patience: seconds for which no shard may be finished before it is given up.
    """

    address: str
    workers: int | None = None
    cpus: float | None = None
    gpus: float | None = None
    patience: float = 1800.0


class ShardWorker:
    """Runs the encoder on a machine of the cluster. Ray makes one a worker, and calls it with a shard at a time."""

    def __init__(self, target: str, device: str) -> None:
        """Take where the plan is. What cannot be had is told with the first shard: an error here would be retried."""
        self._target, self._device = target, device
        self._open = ExitStack()
        self._store: ShardStore | None = None

    def _settle(self) -> None:
        if self._store is not None:
            return
        store = ShardStore(self._target)
        plan = read_plan(store)
        if plan is None:
            raise BadInput(f"“{self._target}” is not there.", "Choose a folder that all machines of the cluster share.")
        self._source = source_of(plan.source)
        self._host = self._open.enter_context(host_of(plan, self._device))
        self._store, self._plan = store, plan

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[Any]]:
        """Encode the shards of a batch; one that fails says why."""
        told = [self._encoded(int(shard)) for shard in batch["shard"]]
        names = ("shard", "pictures", "skipped", "title", "hint", "fault")
        return {name: [each[name] for each in told] for name in names}

    def _encoded(self, shard: int) -> dict[str, Any]:
        told = {"shard": shard, "pictures": 0, "skipped": 0, "title": "", "hint": "", "fault": ""}
        try:
            done = self._twice(shard)
        except NominaError as error:
            fault = "encoder" if isinstance(error, EncoderError) else "input"
            return told | {"title": f"{error.title} (on {socket.gethostname()})", "hint": error.hint, "fault": fault}
        return told | {"pictures": done.pictures, "skipped": done.skipped}

    def _twice(self, shard: int) -> ShardDone:
        """An encoder that was killed, as when memory ran out, is started again, once a shard."""
        try:
            return self._once(shard)
        except EncoderError:
            return self._once(shard)

    def _once(self, shard: int) -> ShardDone:
        self._settle()
        assert self._store is not None
        return _last(encode_shard(self._store, self._source, self._plan, shard, self._host))


def _last(work: Generator[int, None, ShardDone]) -> ShardDone:
    while True:
        try:
            next(work)
        except StopIteration as stop:
            done: ShardDone = stop.value
            return done


def encode_on(
    cluster: Cluster, store: ShardStore, plan: Plan, missing: list[int], device: str
) -> Iterator[ShardDone | Progress]:
    """Have the missing shards encoded on a cluster; yields each as it is done, and Progress(0) meanwhile.

    Raises:
        BadInput: Ray is not installed, the cluster is not there or has no room, or its machines do not see the files.
        EncoderError: the encoder failed there, the cluster lost all workers, or nothing was finished for too long.
    """
    with _connected(cluster.address):
        results: queue.Queue[dict[str, Any] | BaseException | None] = queue.Queue()
        room = _room(cluster, plan)
        work = threading.Thread(
            target=_drain, args=(store.url, device, missing, room, results), name="ray data", daemon=True
        )
        work.start()
        yield from _watched(cluster, room, results)


@contextmanager
def _connected(address: str) -> Iterator[None]:
    if importlib.util.find_spec("ray") is None:
        raise BadInput("Ray is not installed.", "pip install 'nomina[cluster]', on all machines of the cluster.")
    _check_there(address)
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing of a person's work is told to anyone
    os.environ["RAY_ENABLE_AUTO_CONNECT"] = "0"  # work that was given up would else start a cluster to stop in
    os.environ.setdefault("RAY_DATA_LOG_LEVEL", "CRITICAL")  # what matters of it is said by an error
    import ray

    if ray.is_initialized():
        yield
        return
    try:
        ray.init(address=address, log_to_driver=False, configure_logging=False, logging_level="ERROR")
    except Exception as error:  # ConnectionError, RuntimeError, gRPC's own
        raise BadInput(_not_there(address), "Start it (ray start --head), or check the address.") from error
    try:
        yield
    finally:
        ray.shutdown()


def _check_there(address: str) -> None:
    """Ask for the port first: Ray itself waits for minutes, and ends the process."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if not host or not port.isdigit():
        return
    try:
        socket.create_connection((host, int(port)), timeout=CONNECT).close()
    except OSError as error:
        raise BadInput(_not_there(address), "Start it (ray start --head), or check the address.") from error


def _not_there(address: str) -> str:
    return f"There is no Ray cluster at “{address}”."


@dataclass(frozen=True, slots=True)
class _Room:
    """What each worker takes, and how many there are at most."""

    workers: int
    cpus: float
    gpus: float

    def fits(self, resources: dict[str, float]) -> int:
        """How many workers a machine with these resources has room for."""
        fits = [resources.get(name, 0.0) // each for name, each in (("CPU", self.cpus), ("GPU", self.gpus)) if each]
        return int(min(fits)) if fits else 1


def _room(cluster: Cluster, plan: Plan) -> _Room:
    nodes = _nodes()
    cores = [each["CPU"] for each in nodes if each.get("CPU")]
    gpus = cluster.gpus
    if gpus is None:
        gpus = 1.0 if any(each.get("GPU") for each in nodes) else 0.0
    cpus = cluster.cpus
    if cpus is None:
        cpus = SHARE * min([float(plan.threads), *cores])
    room = _Room(0, cpus, gpus)
    there = sum(room.fits(each) for each in nodes)
    if not there:
        raise BadInput(
            f"The cluster has no room for a worker that takes {cpus:g} processors and {gpus:g} GPUs.",
            "Add machines, or ask for less (--cpus, --gpus).",
        )
    return _Room(min(there, cluster.workers or there), cpus, gpus)


def _nodes() -> list[dict[str, float]]:
    """The resources of each machine that is there."""
    import ray

    return [node["Resources"] for node in ray.nodes() if node["Alive"]]


def _drain(
    target: str,
    device: str,
    missing: list[int],
    room: _Room,
    results: queue.Queue[dict[str, Any] | BaseException | None],
) -> None:
    """Let Ray Data run, and hand on what comes. On a thread of its own: it cannot be asked whether it still moves."""
    try:
        import ray.data

        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        shards = ray.data.from_items([{"shard": shard} for shard in missing], override_num_blocks=len(missing))
        encoded = shards.map_batches(
            ShardWorker,
            batch_size=1,
            fn_constructor_args=(target, device),
            compute=ray.data.ActorPoolStrategy(min_size=1, max_size=room.workers, max_tasks_in_flight_per_actor=2),
            num_cpus=room.cpus,
            num_gpus=room.gpus,
        )
        for batch in encoded.iter_batches(batch_size=1, prefetch_batches=0):
            results.put({name: values[0] for name, values in batch.items()})
        results.put(None)
    except BaseException as error:
        results.put(error)


def _watched(
    cluster: Cluster, room: _Room, results: queue.Queue[dict[str, Any] | BaseException | None]
) -> Iterator[ShardDone | Progress]:
    """What comes of the work, until it ends, nothing comes any more, or nobody is left to do it."""
    moved = seen = time.monotonic()
    while True:
        try:
            told = results.get(timeout=LOOK)
        except queue.Empty:
            now = time.monotonic()
            seen = now if any(room.fits(each) for each in _alive()) else seen
            if now - seen > min(NO_WORKERS, cluster.patience):
                raise _gave_up("The cluster has lost all its workers.", "Start machines again.") from None
            if now - moved > cluster.patience:
                title = f"The cluster has finished nothing for {cluster.patience:,.0f} seconds."
                raise _gave_up(title, "Look at it (ray status), or have more patience (--patience).") from None
            yield Progress(0)
            continue
        if told is None:
            return
        if isinstance(told, BaseException):
            raise _gave_up(f"The cluster stopped: {type(told).__name__}.", "Look at it (ray status).") from told
        if told["title"]:
            kind = EncoderError if told["fault"] == "encoder" else BadInput
            raise kind(str(told["title"]), str(told["hint"]))
        moved = seen = time.monotonic()
        yield ShardDone(int(told["shard"]), int(told["pictures"]), int(told["skipped"]))


def _alive() -> list[dict[str, float]]:
    with suppress(Exception):  # the head is gone, too
        return _nodes()
    return []


def _gave_up(title: str, hint: str) -> EncoderError:
    return EncoderError(title, f"{hint} The shards that are done are kept: the same command goes on from there.")
