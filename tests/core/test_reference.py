"""What counts as near is learned once, frozen, kept with the library, and gone back from; never without being told."""

from __future__ import annotations

import dataclasses
import io
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import CountingEncoder, add, category, columns, in_memory, opened, result, save_many, truth
from tests.properties import examples

from nomina.adapt import (
    FEWEST_LABELS,
    LAYER_AT,
    STAGES,
    learn_reference,
    measure_refinement,
    references,
    refine,
    use_reference,
    wants_learning,
)
from nomina.domain import Calibration, Levels, Rows
from nomina.errors import BadInput, NotFound
from nomina.ingest import add_images
from nomina.library import Library
from nomina.metric import (
    TOWARDS,
    Layer,
    Metric,
    distinct,
    fingerprint,
    from_bytes,
    labelled_layer,
    local_layer,
    nearness,
    to_bytes,
)
from nomina.reference import Reference, unit
from nomina.teach import label, unlabel
from nomina.testing import ColourEncoder


def things(count: int, kinds: int, seed: int = 0, width: int = 40) -> tuple[Rows, np.ndarray]:
    """Rows of some kinds of things that differ in ten coordinates, under much noise in five others."""
    rng = np.random.default_rng(seed)
    kind = np.arange(count) % kinds
    rows = rng.normal(size=(count, width)) * 0.05
    rows[:, :10] += rng.normal(size=(kinds, 10))[kind]
    rows[:, 10:15] += rng.normal(size=(count, 5)) * 2
    return unit(rows.astype(np.float32)), kind


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Each with a right half of its own: plain ones of a colour are all but the same picture."""
    files = save_many(tmp_path_factory.mktemp("many"), STAGES[1] + 20)
    for seed, file in enumerate(files):
        with PIL.Image.open(file) as picture:
            pixels = np.array(picture)
        pixels[:, 4:] = np.random.default_rng(seed).choice([0, 255], (3, 2, 3)).repeat(2, axis=0).repeat(2, axis=1)
        PIL.Image.fromarray(pixels).save(file)
    return files


# The layers ------------------------------------------------------------------------------------------------------


def right_by_one(rows: Rows, kind: np.ndarray) -> float:
    """Share that is right by the one example a kind that comes first."""
    return float((kind[(rows @ rows[: kind.max() + 1].T).argmax(axis=1)] == kind).mean())


def test_without_any_label_things_come_nearer_to_their_kind() -> None:
    rows, kind = things(1200, 12)
    assert right_by_one(unit(local_layer(rows).apply(rows)), kind) > right_by_one(rows, kind) + 0.05


def test_with_labels_those_never_shown_come_nearer_too() -> None:
    rows, kind = things(600, 6)
    layer = labelled_layer(rows[:300], kind[:300])
    assert right_by_one(unit(layer.apply(rows[300:])), kind[300:]) > right_by_one(rows[300:], kind[300:]) + 0.05


def test_few_pictures_are_trusted_less_than_many() -> None:
    rows, _ = things(1200, 12)
    few, most = (local_layer(rows[:count]).presses.max() for count in (100, 1200))
    assert 0 < few < most < 1


@given(st.integers(1, 60), st.integers(0, 2**32 - 1))
def test_where_a_row_lands_does_not_depend_on_those_beside_it(cut: int, seed: int) -> None:
    rows, _ = things(61, 5, seed)
    layer = local_layer(rows)
    parts = [layer.apply(rows[:cut]), layer.apply(rows[cut:])]
    assert np.concatenate(parts).tobytes() == layer.apply(rows).tobytes()


def test_a_layer_is_the_formula() -> None:
    rows, _ = things(200, 5)
    layer = local_layer(rows)
    directions = layer.directions / 4000.0
    expected = rows - (rows @ directions.T * layer.presses) @ directions
    assert np.abs(layer.apply(rows) - expected).max() < 2e-3


def test_layers_are_kept_to_the_last_bit() -> None:
    layers = (local_layer(things(50, 5)[0]), labelled_layer(*things(60, 3)))
    metric = Metric(things(50, 5)[0].mean(axis=0), layers, 0.571)
    kept = from_bytes(to_bytes(metric))
    assert fingerprint(kept) == fingerprint(metric)
    assert kept.mean is not None
    assert metric.mean is not None
    assert kept.mean.tobytes() == metric.mean.tobytes()
    assert kept.near == metric.near
    others = (Metric(None, layers), Metric(metric.mean, layers[:1]), Metric(metric.mean, layers))
    assert len({fingerprint(each) for each in (metric, *others)}) == 4
    assert fingerprint(Metric()) == ""


def test_layers_of_an_older_library_are_read_without_a_mean() -> None:
    """Such a library places its pictures as it always did."""
    layers = (local_layer(things(50, 5)[0]),)
    stream = io.BytesIO()
    np.savez_compressed(stream, directions0=layers[0].directions, presses0=layers[0].presses)
    assert fingerprint(from_bytes(stream.getvalue())) == fingerprint(Metric(None, layers))


@pytest.mark.parametrize(
    "rows", [np.zeros((5, 8), np.float32), np.ones((5, 8), np.float32), np.eye(8, dtype=np.float32)[:1]]
)
def test_rows_that_tell_nothing_press_nothing(rows: Rows) -> None:
    layer: Layer = local_layer(rows)
    assert np.isfinite(layer.apply(rows)).all()
    assert np.allclose(layer.presses, 0, atol=1e-6)


def test_what_is_near_to_nothing_presses_nothing() -> None:
    """A lonely picture has nearest ones, too, but they have nearer ones: what parts them says nothing of a category."""
    rows, _ = things(200, 5)
    lonely = unit(np.random.default_rng(1).normal(size=(40, rows.shape[1])).astype(np.float32))
    assert (lonely @ rows.T).max() < 0.55 < np.sort(rows @ rows.T, axis=1)[:, -4].min(), "no row has one nearby"
    among, alone = (local_layer(each).directions[:5] / 4000.0 for each in (np.concatenate([rows, lonely]), rows))
    assert (np.linalg.norm(among @ alone.T, axis=1) > 0.99).all()


def test_near_is_what_lies_in_tight_groups_and_bursts_do_not_make_a_library_tight() -> None:
    rng = np.random.default_rng(0)
    kinds = rng.normal(size=(8, 40))[np.arange(80) % 8]
    loose, tight = (unit((kinds + spread * rng.normal(size=kinds.shape)).astype(np.float32)) for spread in (1, 0.3))
    assert nearness(tight) > nearness(loose) + 0.2
    burst = unit(np.repeat(loose, 3, axis=0) + np.float32(0.01) * rng.normal(size=(240, 40)).astype(np.float32))
    assert distinct(loose).all()
    assert distinct(burst).tolist() == [True, False, False] * 80
    assert nearness(burst[distinct(burst)]) == pytest.approx(nearness(loose), abs=0.02)
    assert np.isfinite(nearness(loose[:1]))


def test_the_nearer_pictures_lie_the_surer_a_score_and_no_further_than_was_measured() -> None:
    home = Levels(0.1, 0.2, 0.8, 0.9, 2.5, sharpening=2.0)
    shipped = dataclasses.replace(ColourEncoder().calibration(), at_home=home)

    def constants(near: float | None) -> Calibration:
        return Reference(ColourEncoder.spec, shipped, Metric(shipped.pictures_centre, near=near)).calibration

    assert constants(None).temperature == constants(0.55).temperature == 0.9
    assert constants(0.6).temperature == pytest.approx(0.9 * math.exp(-0.1))
    assert constants(-2.0).temperature == constants(0.4).temperature > 0.9
    assert constants(1.0).temperature == constants(0.8).temperature < 0.9
    assert dataclasses.replace(constants(0.8), temperature=0.9) == constants(None), "scores stay as they are"


# In a library ----------------------------------------------------------------------------------------------------


def test_a_library_learns_once_when_it_has_enough_pictures_and_undo_takes_it_back(many: list[Path]) -> None:
    with in_memory() as library:
        add(library, *many[:49])
        assert references(library) == []
        with pytest.raises(BadInput, match="too few to learn from"):
            learn_reference(library)
        add(library, *many[49 : LAYER_AT - 1])
        (learned,) = references(library)
        assert (learned.images, learned.labels, learned.active) == (LAYER_AT - 1, 0, True)
        assert library.reference.version == learned.version != ""
        assert library.reference.metric.layers == (), "their scatter says little yet"
        add(library, *many[LAYER_AT - 1 : 99])
        assert references(library) == [learned], "what was learned is frozen: later pictures do not change it"
        add(library, *many[99:])
        second, first = references(library)
        assert (second.images, second.active, first.version, first.active) == (120, True, learned.version, False)
        assert len(library.reference.metric.layers) == 1
        library.undo()
        assert references(library) == [learned]
        for _ in range(2):
            library.undo()
        assert references(library) == []
        assert library.reference.version == ""
        assert not wants_learning(library)


@pytest.mark.parametrize("act", [lambda library: use_reference(library, None), refine])
def test_a_person_s_choice_stands_when_the_library_grows(many: list[Path], act: Callable[[Library], object]) -> None:
    with in_memory() as library:
        ids = add(library, *many[: STAGES[0]]).new
        for i in range(10):
            label(library, ids[i::10], category(library, f"kind {i}", words=False).id)
        act(library)
        chosen = references(library)
        add(library, *many[STAGES[0] :])
        assert references(library) == chosen


def test_the_centre_is_most_of_the_way_to_the_mean_of_the_library(many: list[Path]) -> None:
    with in_memory() as library:
        ids = np.array(add(library, *many[:60]).new, np.int64)
        hashes = dict(library.store.image_keys())
        rows, _ = library.embeddings.get(library.spec.id, [hashes[i] for i in ids.tolist()], library.spec.dimension)
        shipped = library.host.calibration().pictures_centre
        start, stop = library.spec.pictures
        centre = shipped + TOWARDS * (rows.mean(axis=0)[start:stop] - shipped)
        placed = library.scores.placed(ids).pictures.widened()
        assert np.abs(placed - unit(rows[:, start:stop] - centre)).max() < 0.01


def test_it_is_there_after_a_restart_and_scores_are_the_same(tmp_path: Path, many: list[Path]) -> None:
    with opened(tmp_path / "lib") as library:
        ids = add(library, *many).new
        label(library, ids[:3], category(library, "red", words=False).id)
        before, version = columns(library), library.reference.version
    with opened(tmp_path / "lib") as library:
        assert library.reference.version == version
        assert columns(library) == before


def test_one_goes_back_to_any_version_and_scores_are_as_they_were(many: list[Path]) -> None:
    with in_memory() as library:
        ids = add(library, *many).new
        label(library, ids[:5], category(library, "red", words=False).id)
        (first,) = references(library)
        learned = columns(library)
        use_reference(library, None)
        shipped = columns(library)
        assert shipped != learned
        use_reference(library, first.id)
        assert columns(library) == learned
        library.undo()
        assert columns(library) == shipped
        with pytest.raises(NotFound, match="no version 99"):
            use_reference(library, 99)


def test_another_encoder_has_versions_of_its_own(tmp_path: Path, many: list[Path]) -> None:
    class Other(CountingEncoder):
        spec = dataclasses.replace(CountingEncoder.spec, id="other@1")

    with opened(tmp_path / "lib") as library:
        add(library, *many)
        assert len(references(library)) == 1
    with opened(tmp_path / "lib", Other()) as library:
        assert references(library) == []
        assert library.reference.version == "", "what one encoder taught says nothing of another"
        with pytest.raises(NotFound, match="no version 1"):
            use_reference(library, 1)
    with opened(tmp_path / "lib") as library:
        assert [each.active for each in references(library)] == [True], "it waits for the encoder that it is of"


def labelled_by_tens(library: Library, pictures: list[Path]) -> None:
    ids = add(library, *pictures).new
    for i in range(10):
        label(library, ids[i::10], category(library, f"kind {i}", words=False).id)


def test_refining_tells_what_it_is_worth_and_is_undone_exactly(tmp_path: Path) -> None:
    with in_memory() as library:
        labelled_by_tens(library, save_many(tmp_path, 100))
        measured = measure_refinement(library)
        assert measured.labels == 100
        assert 0 <= measured.before <= 1
        assert measured.after >= 0.99, "ten plain colours"
        state, scores = truth(library), columns(library)
        change = refine(library)
        assert change.name == "Refine"
        learned = references(library)[0]
        assert (learned.images, learned.labels) == (0, 100)
        assert columns(library) != scores
        layers = len(library.reference.metric.layers)
        again = refine(library)
        assert len(library.reference.metric.layers) == layers, "a second one replaces the first, not on top of it"
        assert again.tables == {"reference"}
        library.undo()
        library.undo()
        assert (truth(library), columns(library)) == (state, scores)


def test_refining_needs_labels(many: list[Path]) -> None:
    with in_memory() as library:
        ids = add(library, *many[:40]).new
        one = category(library, "one")
        label(library, ids, one.id)
        for verb in (refine, measure_refinement):
            with pytest.raises(BadInput, match="All 40 labels are of one category") as caught:
                verb(library)
            assert str(FEWEST_LABELS) in caught.value.hint
        label(library, ids[12:], category(library, "two").id)
        unlabel(library, ids[:11])
        for verb in (refine, measure_refinement):
            with pytest.raises(BadInput, match="29 labels are too few to refine with"):
                verb(library)


@examples(4)
@given(st.lists(st.sampled_from(["learn", "refine", "shipped", "undo", "redo"]), max_size=6))
def test_in_any_order_one_comes_back_to_where_one_was(many: list[Path], acts: list[str]) -> None:
    with in_memory() as library:
        labelled_by_tens(library, many)
        state, scores, steps = truth(library), columns(library), len(library.history.done)
        for act in acts:
            if act in ("undo", "redo"):
                if act == "redo" or len(library.history.done) > steps:
                    getattr(library, act)()
            else:
                {"learn": learn_reference, "refine": refine, "shipped": lambda lib: use_reference(lib, None)}[act](
                    library
                )
        while len(library.history.done) > steps:
            library.undo()
        assert (truth(library), columns(library)) == (state, scores)


def test_learning_is_told_while_pictures_are_added(many: list[Path]) -> None:
    with in_memory() as library:
        notes = [progress.note for progress in add_images(library, many)]
        assert notes[-1] == "Learning what counts as near"
        assert not result(add_images(library, many)).new
