"""The fastest way to run an encoder: tried, refused where its rows differ, kept; and precisions that never mix."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from tests.core.helpers import add, save_many
from tests.core.tiny_open_clip import clip, clip_folder

from nomina.domain import Rows
from nomina.encoders import open_clip as family
from nomina.encoders import tuning
from nomina.encoders.catalog import load
from nomina.encoders.forward import Forward, Way
from nomina.encoders.host import LocalHost, loading
from nomina.encoders.process import ProcessHost
from nomina.encoders.protocol import Encoder, Pixels
from nomina.encoders.tuning import Tuned, Wish, tune, tuned, tunings
from nomina.library import create_library, open_library
from nomina.testing import ColourEncoder

__all__ = ["clip", "clip_folder"]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A batch of each, and a cache of its own."""
    monkeypatch.setattr(tuning, "A_MOMENT", 0.0)
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")


@pytest.fixture
def own(clip_folder: Path) -> Encoder:
    """A model that nobody else has set up."""
    return family.load(f"open_clip:{clip_folder}", "cpu")


class Odd(Forward):
    """A network that cannot be frozen, and whose rows are others in channels last; which it runs ever so fast."""

    def set_up(self, way: Way, example: Sequence[Pixels]) -> None:
        if way.form == "frozen":
            raise RuntimeError("a layer that nobody can freeze")
        super().set_up(way, example)

    def __call__(self, pixels: Sequence[Pixels]) -> tuple[Rows, ...]:
        (rows,) = super().__call__(pixels)
        return (rows[:, ::-1].copy() if self.way.channels_last else rows,)


def test_all_ways_are_tried_on_real_pictures_and_give_the_same_rows(own: Encoder) -> None:
    pixels = tuning._sample(own)
    before = own.encode_pixels(pixels)
    told: list[tuple[int, int]] = []
    found = tune(own, own.forward, pixels, told=lambda *how_far: told.append(how_far))  # type: ignore[attr-defined]
    assert [done for done, _ in told] == list(range(told[-1][1] + 1)), "who waits hears how far it is"
    assert {each.way.form for each in found.tried if not each.why_not} == {"eager", "frozen"}
    streams = {(each.way.batch, each.way.streams) for each in found.tried}
    processors = own.forward.processors  # type: ignore[attr-defined]
    assert streams == ({(8, 1), (16, 1)} if processors == 1 else streams | {(8, 1), (4, processors)})
    assert min(each.cosine for each in found.tried) > 0.99999
    assert found.way in [each.way for each in found.tried]
    assert own.encode_pixels(pixels).tobytes() == before.tobytes(), "it is left as it is written"


@pytest.mark.slow  # it imports torch in another process, and tries each way for its moment
def test_who_waits_for_the_first_start_sees_what_it_is_about_and_how_far(clip_folder: Path, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch, closing(ProcessHost(f"open_clip:{clip_folder}", wish=Wish())) as host:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        seen = {(each.note, each.total) for each in loading(host)}
        assert {note for note, total in seen if total} == {
            "Finding the fastest way to run the encoder (once, half a minute)"
        }
        assert ("Loading the encoder", None) in seen


def test_a_way_with_other_rows_is_refused_and_one_that_fails_is_left_out_and_both_are_said(own: Encoder) -> None:
    own.forward = odd = Odd(own.forward._network, "cpu", Way())  # type: ignore[attr-defined]
    found = tune(own, odd, tuning._sample(own))
    assert found.way.channels_last is False
    reasons = {each.way.form: each.why_not for each in found.tried if each.why_not}
    assert reasons["frozen"] == "RuntimeError: a layer that nobody can freeze"
    assert reasons["eager"].startswith("its rows have a cosine of ")


def test_what_was_found_is_kept_and_not_measured_again_and_a_spoilt_cache_is(own: Encoder, tmp_path: Path) -> None:
    first = tuned(own, Wish())
    ((key, kept),) = tunings().items()
    assert own.spec.id in key
    assert "torch" in key
    fixed = dataclasses.replace(kept, way=dataclasses.replace(kept.way, batch=5))
    tuning._keep(key, fixed)
    again = tuned(own, Wish())
    assert isinstance(again, Tuned)
    assert again.batch == 5
    assert again.spec == first.spec == own.spec
    (tmp_path / "cache" / f"tuning-{tuning.RECIPE}.json").write_text("{")
    assert tuned(own, Wish()).spec == own.spec
    assert len(tunings()) == 1


def test_rows_of_another_precision_are_those_of_another_encoder(own: Encoder) -> None:
    pixels = tuning._sample(own)
    exact = own.encode_pixels(pixels)
    half = tuned(own, Wish("bf16"))
    assert half.spec == dataclasses.replace(own.spec, id=f"{own.spec.id}~bf16")
    rows = half.encode_pixels(pixels)
    assert rows.tobytes() != exact.tobytes()
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=0.01)


def test_a_library_keeps_to_the_precision_of_its_rows(own: Encoder, clip_folder: Path, tmp_path: Path) -> None:
    """Whatever is fastest, and on whatever machine: else all its pictures would have to be read again."""
    for kept, now in (([f"{own.spec.id}~bf16"], "~bf16"), ([own.spec.id], ""), (["starter@1"], "")):
        assert tuned(own, Wish(kept=tuple(kept))).spec.id == own.spec.id + now
    views = load(f"open_clip:{clip_folder}?views=flip", "cpu", tuned=lambda each: tuned(each, Wish("bf16")))
    assert f"{own.spec.id}~bf16?views" in views.spec.id
    assert tuning._kept_precision(own.spec.id, [views.spec.id]) == "bf16"

    class Listening(LocalHost):
        def keep_to(self, encoders: Collection[str]) -> None:
            told.append(list(encoders))

    told: list[list[str]] = []
    create_library(tmp_path / "library")
    for _ in range(2):
        library = open_library(tmp_path / "library", Listening(ColourEncoder))
        add(library, *save_many(tmp_path / "pictures", 3))
        library.close()
    assert told == [[], ["colours@1"]]


def test_an_encoder_that_can_be_run_in_one_way_only_is_as_it_is() -> None:
    encoder = ColourEncoder()
    assert tuned(encoder, Wish()) is encoder
