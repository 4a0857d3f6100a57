"""`nomina add` against the network alone: `python tests/benchmarks/pipeline.py [MODEL ...] [--pictures 2000]`.

Real pictures are taken in, in turns: some are added to a library, then the tuned network encodes as many that lie
prepared in memory, then the next are added. So other work on the machine slows both. What is compared is the whole
add (walk, read, hash, decode, thumbnail, facts, encode, three caches, truth, what counts as near) with nothing but the
network, run as the encoder's process runs it. A model of open_clip has random weights: what it knows does not matter
here. After each turn it says how the two compare so far, and the most memory that both processes ever held.

The pictures are those of FOLDER, each copy with other bytes behind its end, which no decoder minds; without a folder
those of an installed package, which are larger than most.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from encoding import open_clip, saved

from nomina import add_images, create_library, images, open_library, sample_pictures, walking
from nomina.encoders import catalog
from nomina.encoders.allocator import keep_freed_memory
from nomina.encoders.process import ProcessHost
from nomina.encoders.tuning import Wish, tuned

IN_MEMORY = 64
A_TURN = 100


@dataclass(slots=True)
class Taken:
    """What one side took: seconds, and seconds of processors' time, a turn each."""

    wall: list[float] = field(default_factory=list)
    processors: list[float] = field(default_factory=list)

    def put(self, wall: float, processors: float) -> None:
        """Another turn."""
        self.wall.append(wall)
        self.processors.append(processors)


def main() -> None:
    """Measure each model, and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="*", default=["starter", "ViT-B-32"], metavar="MODEL")
    parser.add_argument("--pictures", type=int, default=400)
    parser.add_argument("--folder", type=Path, help="real pictures that are repeated")
    parser.add_argument("--turn", type=int, default=A_TURN)
    asked = parser.parse_args()
    for name in asked.models:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["XDG_CACHE_HOME"] = folder + "/cache"  # tuned anew, and for this run alone
            turns = list(plant(Path(folder) / "pictures", asked.folder, asked.pictures, asked.turn))
            choice = name
            if name != "starter":
                choice = saved(name, open_clip.create_model_and_transforms(name)[0].eval(), Path(folder) / "model")
            compare(name, choice, Path(folder) / "library", turns)


def plant(folder: Path, source: Path | None, count: int, a_turn: int) -> Iterator[list[Path]]:
    """Copies of real pictures, each with bytes of its own, in a folder a turn."""
    found = [sample.path for sample in sample_pictures()] if source is None else walking.walk([source])
    originals = [path.read_bytes() for path in found if isinstance(path, Path)]
    step = max(1, round(0.382 * len(originals))) | 1  # so that each turn has some of every kind
    for start in range(0, count, a_turn):
        inside = folder / f"{start:06}"
        inside.mkdir(parents=True)
        for at in range(start, min(start + a_turn, count)):
            (inside / f"{at:06}.jpg").write_bytes(originals[at * step % len(originals)] + at.to_bytes(8))
        yield sorted(inside.iterdir())


def compare(name: str, choice: str, folder: Path, turns: list[list[Path]]) -> None:
    """Adds and the bare network in turn."""
    own, network = Taken(), Taken()
    create_library(folder)
    host = ProcessHost(choice, wish=Wish())
    with closing(open_library(folder, host)) as library, bare(choice, turns[0]) as run:
        host.calibration()  # derived once of a network that no constants were shipped for, and no part of an add
        assert host._process is not None
        processes = [os.getpid(), host._process.pid or 0]
        run(len(turns[0]))
        done = 0
        for turn in turns:
            before, started = spent(processes), time.perf_counter()
            for _ in add_images(library, [turn[0].parent], each_file=False):
                pass
            own.put(time.perf_counter() - started, spent(processes) - before)
            network.put(*run(len(turn)))
            done += len(turn)
            tell(name, done, own, network, [peak(each) for each in processes])
        assert sum(1 for _ in library.store.image_keys()) == done


def spent(processes: list[int]) -> float:
    """Seconds of processors' time that they took."""
    stats = [Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split() for each in processes]
    return sum(int(stat[11]) + int(stat[12]) for stat in stats) / os.sysconf("SC_CLK_TCK")


def peak(process: int) -> float:
    """The most memory that a process ever held, MB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


@contextmanager
def bare(choice: str, paths: list[Path]) -> Iterator[partial[tuple[float, float]]]:
    """The network in a process of its own; what is given encodes so many pictures and says what that took."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=network_alone, args=(theirs, choice, paths[:IN_MEMORY]), daemon=True)
    process.start()

    def run(count: int) -> tuple[float, float]:
        ours.send(count)
        taken: tuple[float, float] = ours.recv()
        return taken

    yield partial(run)
    ours.send(0)
    process.join()


def network_alone(pipe: Connection, choice: str, paths: list[Path]) -> None:
    """Encode what lies in memory, as many at once and as many batches side by side as was found to be the fastest."""
    keep_freed_memory()
    os.nice(10)
    encoder = catalog.load(choice, tuned=partial(tuned, wish=Wish()))
    pixels = [encoder.prepare(images.decode(path.read_bytes())) for path in paths]
    size = getattr(encoder, "batch", 8)
    with ThreadPoolExecutor(getattr(encoder, "streams", 1)) as threads:
        while count := pipe.recv():
            started, processors = time.perf_counter(), time.process_time()
            order = [pixels[at % len(pixels)] for at in range(count)]
            batches = [order[at : at + size] for at in range(0, count, size)]
            assert sum(map(len, threads.map(encoder.encode_pixels, batches))) == count
            pipe.send((time.perf_counter() - started, time.process_time() - processors))


def tell(name: str, count: int, own: Taken, network: Taken, most: list[float]) -> None:
    """Print how the two compare so far, and the most memory that the command and its encoder ever held."""
    (wall, spent), (bare_wall, bare_spent) = (
        [sum(each) / count for each in (side.wall, side.processors)] for side in (own, network)
    )
    print(
        f"{name:10} {count:6,} files: add {1 / wall:.1f} a second, {1e3 * spent:.1f} ms of processors' time each;"
        f" the network alone {1 / bare_wall:.1f}, {1e3 * bare_spent:.1f} ms:"
        f" {bare_wall / wall:.2f} x, {bare_spent / spent:.2f} x by processors;"
        f" most memory {most[0]:.0f} and {most[1]:.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()
