"""Another encoder is tried beside the one at work, compared on a person's labels, and put to work in one go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.core.helpers import add, category, columns, opened, truth

from nomina.answer import predict
from nomina.categories import add_category
from nomina.domain import Rows
from nomina.encoders.host import LocalHost
from nomina.encoders.protocol import Pixels
from nomina.errors import BadInput, EncoderError
from nomina.library import Library, open_library, temporary_library
from nomina.switch import compare_encoder, switch_encoder
from nomina.teach import label, unlabel
from nomina.testing import ColourEncoder, save_picture


class Grey(ColourEncoder):
    """Sees no colours, and so takes red for blue."""

    spec = replace(ColourEncoder.spec, id="grey@1", title="Grey")

    def encode_pixels(self, pixels: list[Pixels]) -> Rows:  # type: ignore[override]
        return super().encode_pixels([np.broadcast_to(each.mean(axis=0), each.shape) for each in pixels])


@pytest.fixture
def grey() -> Iterator[LocalHost]:
    host = LocalHost(Grey)
    yield host
    host.close()


@pytest.fixture
def labelled(library: Library, tmp_path: Path) -> Library:
    """Eight pictures, all of them labelled red or blue."""
    for first, colour in ((0, "red"), (4, "blue")):
        add(library, *(save_picture(tmp_path / f"{colour}-{i}.png", colour, seed=first + i) for i in range(4)))
        add_category(library, colour, words=False)
    ids = library.scores.ids.tolist()
    label(library, ids[:4], library.store.categories()[0].id)
    label(library, ids[4:], library.store.categories()[1].id)
    return library


def finish(verb):  # type: ignore[no-untyped-def]
    """Run a long verb to its end."""
    while True:
        try:
            next(verb)
        except StopIteration as end:
            return end.value


def test_two_encoders_are_asked_the_same_pictures_without_their_labels(labelled: Library, grey: LocalHost) -> None:
    before = predict(labelled).scores.copy()
    compared = finish(compare_encoder(labelled, grey))
    assert (compared.now, compared.then, compared.counted) == (ColourEncoder.spec.title, "Grey", 8)
    assert compared.right_now == 8
    assert compared.right_then < 8
    assert compared.only_now - compared.only_then == compared.right_now - compared.right_then
    assert np.array_equal(predict(labelled).scores, before)
    assert labelled.spec.id == ColourEncoder.spec.id


def test_a_switch_reads_what_is_missing_and_keeps_labels_and_the_old_rows(labelled: Library, grey: LocalHost) -> None:
    labels, old = labelled.store.labels(), labelled.scores.ids.copy()
    finish(compare_encoder(labelled, grey))
    encoder = grey._encoder
    assert isinstance(encoder, Grey)
    assert encoder.encoded == 8
    assert finish(switch_encoder(labelled, grey)) == []
    assert encoder.encoded == 8
    assert labelled.spec.id == "grey@1"
    assert labelled.store.labels() == labels
    assert np.array_equal(labelled.scores.ids, old)
    assert labelled.scores.read.all()
    back = LocalHost(ColourEncoder)
    finish(switch_encoder(labelled, back))
    assert back._encoder is not None
    assert back._encoder.encoded == 0  # type: ignore[attr-defined]


def test_until_all_is_read_the_old_one_answers_and_a_stop_keeps_what_was_read(
    labelled: Library, grey: LocalHost
) -> None:
    switching = switch_encoder(labelled, grey)
    with suppress(StopIteration):
        next(switching)
    assert labelled.spec.id == ColourEncoder.spec.id
    assert predict(labelled).states.size == 8
    switching.close()
    assert labelled.spec.id == ColourEncoder.spec.id
    finish(switch_encoder(labelled, grey))
    assert grey._encoder.encoded == 8  # type: ignore[union-attr]


def test_the_one_at_work_is_no_other_one(labelled: Library) -> None:
    same = LocalHost(ColourEncoder)
    with pytest.raises(BadInput, match="is at work already"):
        finish(compare_encoder(labelled, same))
    same.close()


def test_without_labels_nobody_can_say_which_is_better(library: Library, tmp_path: Path, grey: LocalHost) -> None:
    add(library, save_picture(tmp_path / "red.png", "red"))
    with pytest.raises(BadInput, match="Nothing is labelled yet"):
        finish(compare_encoder(library, grey))


def test_a_labelled_picture_that_is_gone_is_told_and_left_out(
    labelled: Library, grey: LocalHost, tmp_path: Path
) -> None:
    labelled.store.images()[0].path.unlink()  # type: ignore[union-attr]
    compared = finish(compare_encoder(labelled, grey))
    assert compared.counted == 7
    assert len(compared.skipped) == 1


def test_the_old_one_is_taken_away_only_when_nothing_else_is_under_way(labelled: Library, grey: LocalHost) -> None:
    busy = [True]
    switching = switch_encoder(labelled, grey, alone=lambda: not busy[0])
    while next(switching).note != "Waiting for other work":
        pass
    assert labelled.spec.id == ColourEncoder.spec.id
    busy.clear()
    busy.append(False)
    finish(switching)
    assert labelled.spec.id == "grey@1"


def test_while_the_encoder_of_a_library_is_gone_labels_are_kept_and_given(tmp_path: Path, pictures: list[Path]) -> None:
    def gone() -> ColourEncoder:
        raise EncoderError("The weights are gone.", "Fetch them.")

    with opened(tmp_path / "lib") as library:
        ids, kind = add(library, *pictures).new, category(library, "red")
        label(library, ids[:3], kind.id)
        said, scored = truth(library), columns(library)
    with closing(open_library(tmp_path / "lib", LocalHost(gone))) as library:
        with pytest.raises(EncoderError, match="weights are gone"):
            _ = library.scores
        assert truth(library) == said
        label(library, ids[3:4], kind.id)
        assert len(library.store.labels()) == 4
    with opened(tmp_path / "lib") as library:
        assert columns(library) != scored, "what was said meanwhile counts"
        unlabel(library, ids[3:4])
        assert (truth(library), columns(library)) == (said, scored)


def test_an_encoder_that_cannot_be_started_is_replaced_and_tried_again(tmp_path: Path) -> None:
    def gone() -> ColourEncoder:
        raise EncoderError("The weights are gone.", "Fetch them.")

    again = LocalHost(gone)
    with closing(temporary_library(LocalHost(gone))) as library, closing(again):
        with pytest.raises(EncoderError, match="weights are gone"):
            finish(switch_encoder(library, again))
        finish(switch_encoder(library, LocalHost(ColourEncoder)))
        assert library.spec.id == ColourEncoder.spec.id
