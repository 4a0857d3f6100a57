"""Where the model lives: files go in, in order; rows come out; and whatever happens there is an error in words here."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import shutil
import signal
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from tests.core.helpers import CountingEncoder, add, category, host_of, in_memory, save_many
from tests.core.plugged_encoders import plug_in

from nomina import ProcessHost
from nomina.domain import Reading, Rows, Skipped
from nomina.encoders import process
from nomina.encoders.hands import BATCH
from nomina.encoders.protocol import Pixels
from nomina.encoders.reading import Need
from nomina.errors import BadInput, EncoderError
from nomina.images import decode, hash_bytes
from nomina.samples import sample_pictures
from nomina.teach import label


def children() -> list[multiprocessing.process.BaseProcess]:
    return [child for child in multiprocessing.active_children() if child.name == "nomina encoder"]


def all_of(host: object, paths: list[Path], known: Collection[str] = ()) -> list[Reading | Skipped]:
    def needed(hashes: Sequence[str]) -> list[Need]:
        return [Need.NOTHING if hash in known else Need.ALL for hash in hashes]

    with closing(host.read(paths, needed)) as batches:  # type: ignore[attr-defined]
        return [item for batch in batches for item in batch]


# In this process -------------------------------------------------------------------------------------------------


@pytest.fixture
def local(encoder: CountingEncoder) -> Iterator[object]:
    host = host_of(encoder)
    yield host
    host.close()


class NotANumber(CountingEncoder):
    """Gives no numbers for pictures that are purely blue, as a model may for what overflows it; zeros for black."""

    def encode_pixels(self, pixels: Sequence[Pixels]) -> Rows:
        rows = super().encode_pixels(pixels)
        for row, each in zip(rows, pixels, strict=True):
            if each[:2].max() < 0.4 and each[2].min() > 0.6:
                row[3] = np.nan
            if each.max() < 0.3:
                row[:] = 0
        return rows


def test_a_picture_that_the_encoder_makes_no_numbers_of_is_left_out_with_a_word(tmp_path: Path) -> None:
    files = save_many(tmp_path / "a", 10)
    copy = Path(shutil.copy(files[2], tmp_path / "copy.png"))
    with in_memory(NotANumber()) as library:
        added = add(library, *files, copy)
        assert {skipped.path for skipped in added.skipped} == {files[2], copy}
        assert {skipped.reason for skipped in added.skipped} == {"the encoder gave no usable numbers for it"}
        assert len(added.new) == 9
        black = category(library, "black", words=False)
        label(library, [added.files[files[7]]], black.id)
        assert np.isfinite(library.scores.column(black.id)).all(), "a row of zeros is as far from everything"
        assert library.scores.left_out(black.id)[0] == -np.inf


def test_what_is_read_comes_back_in_order(local: object, tmp_path: Path) -> None:
    files = save_many(tmp_path, 3 * BATCH + 5)
    files.insert(7, tmp_path / "missing.png")
    read = all_of(local, files)
    assert [item.path for item in read] == files
    assert isinstance(read[7], Skipped)
    for item in read[:7]:
        assert isinstance(item, Reading)
        data = item.path.read_bytes()
        assert (item.hash, item.size, item.mtime_ns) == (hash_bytes(data), len(data), item.path.stat().st_mtime_ns)
        assert (item.width, item.height) == (8, 6)
        assert decode(item.thumbnail).size == (8, 6)
        assert item.row is not None
        assert item.row.shape == (48,)


def test_what_is_known_is_hashed_and_no_more(local: object, encoder: CountingEncoder, tmp_path: Path) -> None:
    files = save_many(tmp_path, 4)
    known = {hash_bytes(files[1].read_bytes()), hash_bytes(files[2].read_bytes())}
    read = all_of(local, files, known)
    assert [item.row is None for item in read if isinstance(item, Reading)] == [False, True, True, False]
    assert encoder.encoded == 2


def test_files_are_asked_for_no_further_ahead_than_needed(local: object, tmp_path: Path) -> None:
    asked = []

    def paths() -> Iterator[Path]:
        for path in save_many(tmp_path, 300):
            asked.append(path)
            yield path

    with closing(local.read(paths())) as batches:  # type: ignore[attr-defined]
        next(batches)
        assert len(asked) <= 100
    assert len(asked) <= 100, "closing it asks for no more"


def test_the_encoder_is_loaded_when_it_is_first_needed_and_its_error_is_told() -> None:
    def load() -> CountingEncoder:
        raise EncoderError("The weights are gone.", "Fetch them.")

    host = host_of()
    host._load = load  # type: ignore[method-assign]
    with pytest.raises(EncoderError, match="weights are gone"):
        host.spec()
    host.close()


class SideBySide(NotANumber):
    """Likes three batches of two side by side, and waits until it has three."""

    batch, streams = 2, 3

    def __init__(self) -> None:
        super().__init__()
        self._together = threading.Barrier(self.streams)

    def encode_pixels(self, pixels: Sequence[Pixels]) -> Rows:
        self._together.wait(timeout=60)
        return super().encode_pixels(pixels)


def test_batches_that_are_encoded_side_by_side_come_back_in_order_each_picture_encoded_once(tmp_path: Path) -> None:
    files = save_many(tmp_path, 16)
    files[3:3] = [Path(shutil.copy(files[1], tmp_path / "copy.png"))]  # in the batch after it
    files[5:5] = [Path(shutil.copy(files[2], tmp_path / "spoilt.png"))]
    host = host_of(encoder := SideBySide())
    read = all_of(host, files)
    assert [item.path for item in read] == files
    assert {item.path for item in read if isinstance(item, Skipped)} >= {files[2], files[5]}, "blue ones"
    assert [item.row is None for item in read if isinstance(item, Reading)][:4] == [False, False, True, False]
    assert encoder.encoded == 16
    host.close()


class FailsOnBatches(CountingEncoder):
    """Has memory for two pictures at once, and none for one that is purely blue."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[int] = []

    def encode_pixels(self, pixels: Sequence[Pixels]) -> Rows:
        self.sizes.append(len(pixels))
        if len(pixels) > 2 or any(each[:2].max() < 0.4 and each[2].min() > 0.6 for each in pixels):
            raise RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB")
        return super().encode_pixels(pixels)


def test_a_batch_that_fails_is_halved_and_the_next_ones_are_as_small(tmp_path: Path) -> None:
    files = save_many(tmp_path, 40)
    host = host_of(encoder := FailsOnBatches())
    read = all_of(host, files)
    assert [item.path for item in read] == files
    assert {item.path.name[5:] for item in read if isinstance(item, Skipped)} == {"blue.png"}
    assert encoder.sizes[:6] == [8, 4, 2, 2, 1, 1], "the third picture is blue"
    assert max(encoder.sizes[-12:]) <= 2
    host.close()


def test_an_encoder_that_fails_on_everything_is_said_to_be_at_fault(tmp_path: Path) -> None:
    files = [file for file in save_many(tmp_path, 200) if "blue" in file.name]
    host = host_of(FailsOnBatches())
    with pytest.raises(RuntimeError, match="out of memory"):
        all_of(host, files)
    assert all(isinstance(item, Skipped) for item in all_of(host, files[:3])), "few pictures prove nothing"
    host.close()


# In a process of its own: the starter, started once ---------------------------------------------------------------


@pytest.fixture
def photographs() -> list[Path]:
    """Eleven, which are two batches."""
    return [sample.path for sample in sample_pictures()][:11]


def test_the_process_says_what_its_encoder_is(starter: ProcessHost) -> None:
    spec = starter.spec()
    assert starter.ready()
    assert (spec.title, spec.device, spec.dimension, spec.texts) == ("Starter", "cpu", 2280, True)
    assert starter.calibration().temperature == pytest.approx(0.6)


def test_the_process_reads_files_in_order_and_texts_go_between(
    starter: ProcessHost, photographs: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "bad.jpg").write_text("no picture")
    paths = [*photographs[:2], tmp_path / "bad.jpg", *photographs[2:], *photographs[:1]]
    alone = starter.encode_texts(["a cat", "a rocket"])
    seen: list[Reading | Skipped] = []
    between = []
    with closing(starter.read(paths)) as batches:
        for batch in batches:
            seen.extend(batch)
            if len(between) < 3:
                between.append(starter.encode_texts(["a cat", "a rocket"]))
    assert [item.path for item in seen] == paths
    assert isinstance(seen[2], Skipped)
    assert all(np.allclose(rows, alone, atol=1e-6) for rows in between)
    *_, first_again = seen
    assert isinstance(first_again, Reading)
    assert first_again.row is None, "a copy is not encoded again"


def test_closing_a_read_stops_the_work_and_the_process_goes_on(starter: ProcessHost, photographs: list[Path]) -> None:
    for _ in range(2):
        batches = starter.read(photographs)
        next(batches)
        batches.close()
        assert starter.encode_texts(["a cat"]).shape == (1, 2280)
    assert len(all_of(starter, photographs[:1])) == 1


def test_two_reads_may_be_under_way_at_once(starter: ProcessHost, photographs: list[Path]) -> None:
    with closing(starter.read(photographs[:6])) as slow:
        next(slow)
        (fast,) = all_of(starter, photographs[10:11])
        assert isinstance(fast, Reading)
        rest = [item.path for batch in slow for item in batch]
    assert rest[-1] == photographs[5]


def test_an_empty_read_ends_at_once(starter: ProcessHost) -> None:
    assert all_of(starter, []) == []
    assert starter.encode_texts([]).shape == (0, 2280)


def test_an_error_in_loading_arrives_as_what_it_is_whatever_is_asked() -> None:
    with closing(ProcessHost("no such encoder")) as host:
        for ask in (host.spec, host.spec, lambda: host.encode_texts(["a cat"])):
            with pytest.raises(BadInput, match="There is no encoder “no such encoder”") as caught:
                ask()
            assert "nomina encoders list" in caught.value.hint


FRAIL = """
import os
import signal
import threading
from nomina.testing import ColourEncoder

class Frail(ColourEncoder):
    '''An encoder of colours whose process dies of what is purely blue, and that fails on what is black.'''

    def encode_pixels(self, pixels):
        if any(each[:2].max() < 0.4 and each[2].min() > 0.6 for each in pixels):
            os.kill(os.getpid(), signal.SIGKILL)
        if any(each.max() < 0.3 for each in pixels):
            raise RuntimeError("out of memory")
        return super().encode_pixels(pixels)

def load(device):
    return Frail()
"""
killing = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")


@pytest.fixture
def frail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An encoder that dies of one picture and fails on another. It comes without torch."""
    return plug_in(tmp_path / "layer", "frail", FRAIL, monkeypatch)


@killing
def test_the_picture_that_ends_the_process_is_found_and_left_out_and_the_rest_goes_on(
    frail: str, tmp_path: Path
) -> None:
    """The batch is halved until it is alone. What was on its way beside it is read by the next process."""
    files = save_many(tmp_path / "pictures", 30)
    files = [files[5], *(file for file in files if "blue" not in file.name), files[2], *files[:2]]
    before = set(children())
    with closing(ProcessHost(frail, "cpu")) as host:
        read = all_of(host, files)
        assert [item.path for item in read] == files
        reasons = {item.path.name[:4]: item.reason for item in read if isinstance(item, Skipped)}
        assert reasons == {
            "0002": "the encoder stopped over it (exit code -9), twice",
            **{f"00{n}7": "the encoder failed on it (RuntimeError: out of memory)" for n in range(3)},
        }
        assert host.encode_texts(["a cat"]).shape == (1, 48)
    assert set(children()) - before == set(), "nothing is left after close"


ENDLESS = """
import threading
from nomina.testing import ColourEncoder

class Endless(ColourEncoder):
    '''Never comes to an end of what is purely blue.'''

    def prepare(self, image):
        if image.getpixel((1, 1))[2] > 200 > 100 > max(image.getpixel((1, 1))[:2]):
            threading.Event().wait()
        return super().prepare(image)

def load(device):
    return Endless()
"""


@killing
def test_a_picture_that_never_comes_to_its_end_is_found_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nomina.encoders.process.SILENCE", 0.5)
    choice = plug_in(tmp_path / "layer", "endless", ENDLESS, monkeypatch)
    files = save_many(tmp_path / "pictures", 3)
    with closing(ProcessHost(choice, "cpu")) as host:
        read = all_of(host, files)
    assert [item.path for item in read] == files
    assert [item.path.name for item in read if isinstance(item, Skipped)] == ["0002-blue.png"]


@killing
def test_a_process_that_is_killed_costs_nothing_but_time(frail: str, tmp_path: Path) -> None:
    """Whichever call finds out: each read goes on with another process from where it was."""
    before = set(children())
    files = [file for file in save_many(tmp_path / "pictures", 80) if "bl" not in file.name]
    with closing(ProcessHost(frail, "cpu")) as host:
        finder, other, closed = (host.read(files) for _ in range(3))
        begun = [[*next(read)] for read in (finder, other, closed)]
        (child,) = set(children()) - before
        os.kill(child.pid or 0, signal.SIGKILL)
        begun[0] += [item for batch in finder for item in batch]
        closed.close()
        assert host.encode_texts(["a cat"]).shape == (1, 48)
        begun[1] += [item for batch in other for item in batch]
        for read in begun[:2]:
            assert [item.path for item in read if isinstance(item, Reading)] == files
        last = host.read(files)
        next(last)
    last.close()  # after its host
    assert set(children()) - before == set()


@killing
def test_an_encoder_that_dies_of_every_picture_is_said_to_be_at_fault(
    frail: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "GIVES_UP", 1)  # each costs two starts
    files = [file for file in save_many(tmp_path / "pictures", 30) if "blue" in file.name]
    with closing(ProcessHost(frail, "cpu")) as host:
        with pytest.raises(EncoderError, match=r"stopped unexpectedly \(exit code -9\)") as caught:
            all_of(host, files)
        assert "Try again" in caught.value.hint
        assert host.encode_texts(["a cat"]).shape == (1, 48), "another process"


@killing
def test_work_that_is_interrupted_is_not_begun_again(frail: str, tmp_path: Path) -> None:
    files = save_many(tmp_path / "pictures", 2)
    with closing(ProcessHost(frail, "cpu")) as host:
        read = host.read(itertools.chain(files, itertools.repeat(None)))
        next(read)
        host.interrupt()
        with pytest.raises(EncoderError, match="stopped"):
            list(read)


def test_closing_before_it_is_loaded_waits_for_nothing() -> None:
    before = set(children())
    host = ProcessHost("starter", "cpu")
    assert not host.ready()
    assert set(children()) - before
    host.close()
    host.close()
    assert set(children()) - before == set()
