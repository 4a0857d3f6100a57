"""Encoders made of encoders: pairs, views, and the grammar of choices."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import COLOURS, add, category, host_of, result
from tests.core.tiny_timm import write_timm

from nomina.answer import predict
from nomina.domain import Calibration, Rows
from nomina.encoders import catalog
from nomina.encoders.choices import Choice, parse
from nomina.encoders.pair import Pair
from nomina.encoders.views import VIEWS, with_views
from nomina.errors import BadInput, EncoderError
from nomina.images import decode
from nomina.ingest import add_examples
from nomina.library import temporary_library
from nomina.nearest import search
from nomina.reference import Reference, unit
from nomina.samples import sample_pictures
from nomina.testing import ColourEncoder, save_picture

PICTURES = [decode(sample.path.read_bytes()) for sample in sample_pictures()[:8]]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Folders of two small encoders that know pictures only."""
    folder = tmp_path_factory.mktemp("timm")
    return write_timm(folder / "first"), write_timm(folder / "second", "test_resnet", seed=8)


@pytest.fixture(scope="module")
def tiny(models: tuple[Path, Path]) -> tuple[Any, Any]:
    return catalog.load(f"timm:{models[0]}", "cpu"), catalog.load(f"timm:{models[1]}", "cpu")


def cosines(encoder: Any) -> Rows:
    """Of each picture with each, as the program compares them."""
    placed = Reference(encoder.spec, encoder.calibration())
    rows = encoder.encode_images(PICTURES)[:, slice(*encoder.spec.pictures)]
    centred = unit(rows - placed.calibration.pictures_centre)
    return np.asarray(centred @ centred.T)


# Pairs -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("weight", [0.2, 0.5, 0.9])
def test_the_cosine_of_a_pair_is_the_weighted_sum_of_both(tiny: tuple[Any, Any], weight: float) -> None:
    first, second = ColourEncoder(), tiny[0]
    pair = Pair(first, second, weight)
    expected = weight * cosines(first) + (1 - weight) * cosines(second)
    assert np.abs(cosines(pair) - expected).max() < 1e-5
    rows = pair.encode_images(PICTURES)
    spec = pair.spec
    assert rows.shape == (len(PICTURES), spec.dimension)
    assert spec.words == (0, 48)
    for part in (spec.words, spec.pictures):
        assert np.allclose(np.linalg.norm(rows[:, slice(*part)], axis=1), 1, atol=1e-5)


def test_the_words_of_a_pair_are_the_first_ones(tiny: tuple[Any, Any]) -> None:
    first = ColourEncoder()
    pair = Pair(first, tiny[0])
    texts = pair.encode_texts(["red", "lime"])
    assert np.array_equal(texts[:, :48], first.encode_texts(["red", "lime"]))
    assert (texts[:, 48:] == 0).all()
    assert np.array_equal(pair.encode_images(PICTURES)[:, :48], first.encode_images(PICTURES))
    assert pair.spec.templates == first.spec.templates
    assert pair.encode_images([]).shape == pair.encode_texts([]).shape == (0, pair.spec.dimension)


def test_the_score_of_an_example_is_the_weighted_mean_of_both_scores(tiny: tuple[Any, Any]) -> None:
    first, second = ColourEncoder(), tiny[0]
    pair = Pair(first, second, 0.3)

    def scores(encoder: Any) -> Rows:
        constants: Calibration = encoder.calibration()
        return constants.pictures_gain * (cosines(encoder) - constants.offset)

    both = pair.calibration()
    share = 0.3 * both.pictures_gain / first.calibration().pictures_gain
    assert 0 < share < 1
    expected = share * scores(first) + (1 - share) * scores(second)
    assert np.abs(scores(pair) - expected).max() < 1e-3
    assert not both.pictures_centre.any(), "each half is centred already"


def test_the_id_of_a_pair_names_all_that_makes_its_rows(tiny: tuple[Any, Any]) -> None:
    first, second = tiny
    ids = {Pair(*each).spec.id for each in ((first, second), (second, first), (first, second, 0.4))}
    assert len(ids) == 3
    assert all(first.spec.id in each and second.spec.id in each for each in ids)
    assert Pair(first, second).spec.id == Pair(first, second, 0.5).spec.id


def test_two_encoders_without_words_are_a_pair(models: tuple[Path, Path]) -> None:
    pair = catalog.load(f"pair:timm:{models[0]}+timm:{models[1]}", "cpu")
    assert pair.spec.words is None
    assert pair.encode_images(PICTURES).shape == (len(PICTURES), pair.spec.dimension)
    with pytest.raises(EncoderError, match="know no words"):
        pair.encode_texts(["a cat"])


def test_a_pair_of_nonsense_is_refused_in_a_sentence(tiny: tuple[Any, Any]) -> None:
    with pytest.raises(BadInput, match="knows no words, and the words of a pair are the first one's") as caught:
        Pair(tiny[0], ColourEncoder())
    assert caught.value.hint == "Name Colours (for tests) first."
    with pytest.raises(BadInput, match="Both encoders of the pair are"):
        Pair(tiny[0], tiny[0])
    for weight in (0.0, 1.0, -1.0, 2.0, float("nan")):
        with pytest.raises(BadInput, match="A weight of"):
            Pair(*tiny, weight)


def test_a_pair_works_in_a_library(tiny: tuple[Any, Any], tmp_path: Path) -> None:
    pair = Pair(ColourEncoder(), tiny[0])
    files = [save_picture(tmp_path / f"{name}.png", name, seed=i) for i, name in enumerate(COLOURS[:4])]
    with closing(temporary_library(host_of(pair))) as library:  # type: ignore[arg-type]
        add(library, *files)
        red, thing = category(library, "red"), category(library, "thing", words=False)
        result(add_examples(library, thing.id, [save_picture(tmp_path / "x" / "lime.png", "lime", seed=50)]))
        believed = predict(library)
        first, second = (believed.best(row) for row in range(2))
        assert first is not None
        assert second is not None
        assert (first.name, second.name) == (red.name, thing.name)
        assert search(library, "blue", 1)[0].path == files[2]
        assert search(library, files[3], 1)[0].path == files[3]


@pytest.mark.slow
def test_the_starter_and_an_image_only_encoder_with_real_weights() -> None:
    pair = catalog.load("pair:starter+timm:tf_efficientnet_lite2?weight=0.4", "cpu")
    assert (pair.spec.words, pair.spec.dimension) == ((0, 1000), 1000 + 1280 + 1280)
    first, second = (catalog.load(name, "cpu") for name in ("starter", "timm:tf_efficientnet_lite2"))
    assert np.abs(cosines(pair) - (0.4 * cosines(first) + 0.6 * cosines(second))).max() < 1e-4


# Views -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "count"), [("flip", 2), ("crops", 5), ("both", 10)])
def test_a_row_is_the_mean_of_its_views(name: str, count: int) -> None:
    encoder = ColourEncoder()
    viewed = with_views(encoder, name)
    rows = viewed.encode_images(PICTURES)
    for image, row in zip(PICTURES, rows, strict=True):
        views = VIEWS[name][0](image)
        assert len(views) == count
        assert np.abs(unit(encoder.encode_images(views).mean(axis=0)[None])[0] - row).max() < 1e-5
    assert np.array_equal(viewed.encode_texts(["red"]), encoder.encode_texts(["red"]))
    assert viewed.encode_images([]).shape == (0, 48)


def test_a_mirrored_picture_has_the_row_of_the_picture() -> None:
    viewed = with_views(ColourEncoder(), "both")
    mirrored = [image.transpose(PIL.Image.Transpose.FLIP_LEFT_RIGHT) for image in PICTURES]
    rows, turned = viewed.encode_images(PICTURES), viewed.encode_images(mirrored)
    assert np.abs(rows - turned).max() < 0.01
    assert np.abs(ColourEncoder().encode_images(PICTURES) - ColourEncoder().encode_images(mirrored)).max() > 0.05


def test_views_have_ids_of_their_own(tiny: tuple[Any, Any]) -> None:
    encoders = [tiny[0], *(with_views(tiny[0], name) for name in VIEWS), with_views(Pair(*tiny), "flip"), Pair(*tiny)]
    assert len({encoder.spec.id for encoder in encoders}) == len(encoders)


@pytest.mark.parametrize("size", [(1, 1), (2, 3000), (3000, 1)])
def test_any_picture_has_views(size: tuple[int, int]) -> None:
    rows = with_views(ColourEncoder(), "both").encode_images([PIL.Image.new("RGB", size, "red")])
    assert np.isfinite(rows).all()


def test_each_part_of_a_viewed_row_has_length_one(tiny: tuple[Any, Any]) -> None:
    viewed = with_views(Pair(ColourEncoder(), tiny[0]), "flip")
    rows = viewed.encode_images(PICTURES)
    assert viewed.spec.words is not None
    for part in (viewed.spec.words, viewed.spec.pictures):
        assert np.allclose(np.linalg.norm(rows[:, slice(*part)], axis=1), 1, atol=1e-5)
    assert viewed.calibration().pictures_gain == Pair(ColourEncoder(), tiny[0]).calibration().pictures_gain


# Choices -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names", "options"),
    [
        ("starter", ("starter",), {}),
        (" starter?views=flip ", ("starter",), {"views": "flip"}),
        ("timm:/a/b+c?d", ("timm:/a/b+c?d",), {}),
        ("timm:/a/b+c?d?views=both", ("timm:/a/b+c?d",), {"views": "both"}),
        ("pair:starter+timm:/a/b+c", ("starter", "timm:/a/b+c"), {}),
        ("pair:starter+timm:x?weight=0.3&views=flip", ("starter", "timm:x"), {"weight": "0.3", "views": "flip"}),
        ("pair:starter?views=flip+timm:x", ("starter?views=flip", "timm:x"), {}),
        ("pair:open_clip:A-B/c+starter", ("open_clip:A-B/c", "starter"), {}),
    ],
)
def test_a_choice_is_taken_apart(text: str, names: tuple[str, ...], options: dict[str, str]) -> None:
    assert parse(text) == Choice(names, options)


@pytest.mark.parametrize(
    ("choice", "says"),
    [
        ("pair:starter", "is not a pair of two encoders"),
        ("pair:starter+", "is not a pair of two encoders"),
        ("pair:starter+timm:a+timm:b", "is not a pair of two encoders"),
        ("pair:starter+pair:starter+timm:a", "is not a pair of two encoders|cannot be part of a pair"),
        ("pair:pair:timm:a+starter", "cannot be part of a pair"),
        ("pair:starter?views=flip+timm:a?views=flip", "Views are asked for twice"),
        ("starter?views=flip&views=crops", "name one twice"),
        ("starter?zoom=2", "no option “zoom”"),
        ("starter?weight=0.3", "nothing to weigh"),
        ("pair:starter+timm:a?weight=half", "is no number"),
        ("nothing", "There is no encoder “nothing”"),
    ],
)
def test_nonsense_is_refused_before_anything_is_loaded(choice: str, says: str) -> None:
    with pytest.raises(BadInput, match=says) as caught:
        catalog.load(choice, "cpu")
    assert caught.value.hint


@given(st.text(max_size=40), st.sampled_from(["", "starter", "pair:starter+timm:", "timm:/"]))
def test_any_text_is_a_choice_or_refused(text: str, before: str) -> None:
    with suppress(BadInput):
        choice = parse(before + text)
        assert choice.is_pair == before.startswith("pair:")
        assert len(choice.names) == (2 if choice.is_pair else 1)
        assert set(choice.options) <= {"views", "weight"}


def test_views_that_are_not_there_are_refused() -> None:
    with pytest.raises(BadInput, match="There are no views “spin”"):
        with_views(ColourEncoder(), "spin")
