"""Where the model lives: files go in, in order; rows come out; and whatever happens there is an error in words here."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from tests.core.helpers import CountingEncoder, add, category, host_of, in_memory, save_many
from tests.core.plugged_encoders import plug_in

from nomina import ProcessHost
from nomina.domain import Reading, Rows, Skipped
from nomina.encoders.host import BATCH
from nomina.encoders.protocol import Pixels
from nomina.errors import BadInput, EncoderError
from nomina.images import decode, hash_bytes
from nomina.samples import sample_pictures
from nomina.teach import label


def children() -> list[multiprocessing.process.BaseProcess]:
    return [child for child in multiprocessing.active_children() if child.name == "nomina encoder"]


def all_of(host: object, paths: list[Path], known: set[str] | None = None) -> list[Reading | Skipped]:
    with closing(host.read(paths, known or set())) as batches:  # type: ignore[attr-defined]
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

    with closing(local.read(paths(), set())) as batches:  # type: ignore[attr-defined]
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


# In a process of its own: the starter, started once ---------------------------------------------------------------


@pytest.fixture
def photographs() -> list[Path]:
    return [sample.path for sample in sample_pictures()]


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
    with closing(starter.read(paths, set())) as batches:
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
        batches = starter.read(photographs, set())
        next(batches)
        batches.close()
        assert starter.encode_texts(["a cat"]).shape == (1, 2280)
    assert len(all_of(starter, photographs[:1])) == 1


def test_two_reads_may_be_under_way_at_once(starter: ProcessHost, photographs: list[Path]) -> None:
    with closing(starter.read(photographs[:6], set())) as slow:
        next(slow)
        (fast,) = all_of(starter, photographs[10:11])
        assert isinstance(fast, Reading)
        rest = [item.path for batch in slow for item in batch]
    assert rest[-1] == photographs[5]


def test_an_empty_read_ends_at_once(starter: ProcessHost) -> None:
    assert all_of(starter, []) == []
    assert starter.encode_texts([]).shape == (0, 2280)


def test_an_error_in_loading_arrives_as_what_it_is() -> None:
    host = ProcessHost("no such encoder")
    for _ in range(2):
        with pytest.raises(BadInput, match="There is no encoder “no such encoder”") as caught:
            host.spec()
        assert "nomina encoders list" in caught.value.hint
    host.close()


def test_a_missing_folder_of_weights_arrives_as_an_error_of_the_encoder(tmp_path: Path) -> None:
    with closing(ProcessHost(f"open_clip:{tmp_path / 'nowhere'}", "cpu")) as host:
        with pytest.raises((EncoderError, BadInput)) as caught:
            host.encode_texts(["a cat"])
        assert caught.value.hint


ENDLESS = """
import threading
from nomina.testing import ColourEncoder

class Endless(ColourEncoder):
    '''An encoder of colours that comes to no end with its fourth batch.'''
    batches = 0

    def encode_pixels(self, pixels):
        self.batches += 1
        if self.batches == 4:
            threading.Event().wait()
        return super().encode_pixels(pixels)

def load(device):
    return Endless()
"""


@pytest.fixture
def endless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An encoder that is in the middle of something whenever its process is killed. It comes without torch."""
    return plug_in(tmp_path / "layer", "endless", ENDLESS, monkeypatch)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
def test_a_process_that_is_killed_is_said_in_a_sentence_and_the_next_call_starts_another(
    endless: str, tmp_path: Path
) -> None:
    """And reads that were under way end in words too, whichever call found out."""
    before = set(children())
    files = save_many(tmp_path / "pictures", 4 * BATCH)
    with closing(ProcessHost(endless, "cpu")) as host:
        finder, stale, closed = (host.read(files, set()) for _ in range(3))
        next(finder), next(stale), next(closed)  # which never wait for one another's pictures
        (child,) = set(children()) - before
        os.kill(child.pid or 0, signal.SIGKILL)
        with pytest.raises(EncoderError, match=r"stopped unexpectedly \(exit code -9\)") as caught:
            list(finder)
        assert "Try again" in caught.value.hint
        closed.close()
        assert host.encode_texts(["a cat"]).shape == (1, 48), "another process"
        with pytest.raises(EncoderError, match="stopped"):
            list(stale)
        last = host.read(files[:5], set())
        next(last)
    last.close()  # after its host
    assert set(children()) - before == set(), "nothing is left after close"


def test_closing_before_it_is_loaded_waits_for_nothing() -> None:
    before = set(children())
    host = ProcessHost("starter", "cpu")
    assert not host.ready()
    assert set(children()) - before
    host.close()
    host.close()
    assert set(children()) - before == set()
