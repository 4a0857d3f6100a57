"""The open_clip family, against open_clip itself, on small models with random weights."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import pickle
import re
import shutil
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import pytest
import torch
from tests.conftest import ROOT
from tests.core.tiny_open_clip import (
    CLIP_CONFIG,
    SIGLIP_CONFIG,
    TEXTS,
    changed,
    clip,
    clip_folder,
    siglip,
    siglip_folder,
    write_model,
)

from nomina.encoders import open_clip as family
from nomina.encoders.devices import choose_device, describe_devices
from nomina.encoders.open_clip.recipes import listed, the_package
from nomina.encoders.protocol import Encoder
from nomina.errors import EncoderError

open_clip = the_package()
__all__ = ["clip", "clip_folder", "siglip", "siglip_folder"]  # fixtures


@pytest.fixture(scope="session")
def pictures() -> list[PIL.Image.Image]:
    spec = importlib.util.find_spec("skimage")
    assert spec is not None
    assert spec.submodule_search_locations
    data = Path(spec.submodule_search_locations[0]) / "data"
    opened = [PIL.Image.open(data / name) for name in ("chelsea.png", "coffee.png", "rocket.jpg", "page.png")]
    noise = np.random.default_rng(3).integers(0, 256, (7, 300, 3), np.uint8)
    return [*(image.convert("RGB") for image in opened), PIL.Image.fromarray(noise), PIL.Image.new("RGB", (1, 1))]


class Reference:
    """What open_clip's own front door gives for a folder."""

    def __init__(self, folder: Path) -> None:
        model, _, self.prepare = open_clip.create_model_and_transforms(f"local-dir:{folder}")
        self.model = model.eval()
        self.tokenize = open_clip.get_tokenizer(f"local-dir:{folder}")

    @torch.inference_mode()
    def images(self, pictures: list[PIL.Image.Image]) -> np.ndarray:
        batch = torch.stack([self.prepare(picture) for picture in pictures])
        return torch.nn.functional.normalize(self.model.encode_image(batch), dim=-1).numpy()

    @torch.inference_mode()
    def texts(self, texts: list[str]) -> np.ndarray:
        return torch.nn.functional.normalize(self.model.encode_text(self.tokenize(texts)), dim=-1).numpy()


# Equal to open_clip ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["clip", "siglip"])
def test_rows_are_open_clips_bit_for_bit(
    name: str, request: pytest.FixtureRequest, pictures: list[PIL.Image.Image]
) -> None:
    encoder, reference = request.getfixturevalue(name), Reference(request.getfixturevalue(f"{name}_folder"))
    for picture in pictures:
        assert np.array_equal(encoder.prepare(picture), reference.prepare(picture).numpy())
    images, texts = encoder.encode_images(pictures), encoder.encode_texts(TEXTS)
    assert np.array_equal(images, reference.images(pictures))
    assert np.array_equal(texts, reference.texts(TEXTS))
    for rows, count in ((images, len(pictures)), (texts, len(TEXTS))):
        assert rows.shape == (count, encoder.spec.dimension)
        assert rows.dtype == np.float32
        assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)
    assert len(np.unique(texts[:2], axis=0)) == 2
    assert np.array_equal(encoder.encode_pixels([encoder.prepare(picture) for picture in pictures]), images)


def test_specs(clip: Encoder, siglip: Encoder, clip_folder: Path) -> None:
    assert clip.spec.words == clip.spec.pictures == (0, 16)
    assert siglip.spec.dimension == 64
    assert clip.spec.texts
    assert clip.spec.device == "cpu"
    digest = hashlib.sha256((clip_folder / "open_clip_model.safetensors").read_bytes()).hexdigest()
    assert clip.spec.id.startswith(f"open_clip:tiny-clip@{digest[:12]}-")
    assert clip.spec.templates[0] == "a photo of a {}."
    assert siglip.spec.templates[0] == "This is a photo of {}."
    assert all(template.count("{}") == 1 for template in (*clip.spec.templates, *siglip.spec.templates))


def test_nothing_gives_no_rows(clip: Encoder) -> None:
    assert clip.encode_images([]).shape == clip.encode_pixels([]).shape == clip.encode_texts([]).shape == (0, 16)


def test_a_row_does_not_depend_on_its_batch(clip: Encoder, pictures: list[PIL.Image.Image]) -> None:
    one_by_one = np.concatenate([clip.encode_images([picture]) for picture in pictures])
    assert np.allclose(one_by_one, clip.encode_images(pictures), atol=1e-6)
    texts = [f"a photo of a thing {i}" for i in range(150)]
    assert np.allclose(clip.encode_texts(texts)[140:], clip.encode_texts(texts[140:]), atol=1e-6)


@pytest.mark.parametrize("name", ["clip", "siglip"])
def test_threads_may_prepare_and_tokenize(
    name: str, request: pytest.FixtureRequest, pictures: list[PIL.Image.Image]
) -> None:
    encoder: Encoder = request.getfixturevalue(name)
    with ThreadPoolExecutor(8) as pool:
        prepared = list(pool.map(encoder.prepare, pictures * 8))
        rows = list(pool.map(encoder.encode_texts, [TEXTS] * 16))
    for pixels, picture in zip(prepared, pictures * 8, strict=True):
        assert np.array_equal(pixels, encoder.prepare(picture))
    assert all(np.array_equal(row, rows[0]) for row in rows)


@pytest.mark.parametrize("mode", ["shortest", "longest", "squash"])
@pytest.mark.parametrize("interpolation", ["bicubic", "bilinear"])
def test_preprocessing_is_the_configs(
    tmp_path: Path, clip_folder: Path, pictures: list[PIL.Image.Image], mode: str, interpolation: str
) -> None:
    stated = {"mean": [0.3, 0.1, 0.6], "std": [0.2, 0.5, 1], "interpolation": interpolation, "resize_mode": mode}
    folder = changed(clip_folder, tmp_path, preprocess_cfg=stated | {"fill_color": 200})
    encoder, reference = family.load(f"open_clip:{folder}", "cpu"), Reference(folder)
    assert encoder.prepare(pictures[0]).shape == (3, 48, 48)
    for picture in pictures:
        assert np.array_equal(encoder.prepare(picture), reference.prepare(picture).numpy())


def test_pictures_need_not_be_square(tmp_path: Path, pictures: list[PIL.Image.Image]) -> None:
    config = json.loads(json.dumps(CLIP_CONFIG))
    config["model_cfg"]["vision_cfg"]["image_size"] = [32, 64]
    folder = write_model(tmp_path / "wide", config)
    encoder, reference = family.load(str(folder), "cpu"), Reference(folder)
    assert encoder.prepare(pictures[0]).shape == (3, 32, 64)
    assert np.array_equal(encoder.encode_images(pictures), reference.images(pictures))


def test_the_config_may_state_templates(tmp_path: Path, clip_folder: Path) -> None:
    folder = changed(clip_folder, tmp_path, templates=["a scan of a {}."])
    assert family.load(str(folder), "cpu").spec.templates == ("a scan of a {}.",)
    with pytest.raises(EncoderError, match="templates"):
        family.load(str(changed(clip_folder, tmp_path / "b", templates=["no place"])), "cpu")


def test_calibration_is_in_spreads(clip: Encoder) -> None:
    calibration = clip.calibration()
    assert calibration.words_centre.shape == calibration.pictures_centre.shape == (16,)
    assert clip.calibration() is calibration
    assert np.isfinite([calibration.words_gain, calibration.pictures_gain, calibration.kappa]).all()


# Files -------------------------------------------------------------------------------------------------------------


def test_bin_and_lone_files_load_alike(tmp_path: Path, clip: Encoder, clip_folder: Path) -> None:
    folder = write_model(tmp_path / "old", CLIP_CONFIG, "open_clip_pytorch_model.bin")
    other = shutil.copy(folder / "open_clip_pytorch_model.bin", folder / "mine.pt")
    for choice in (f"open_clip:{folder}", f"open_clip:local-dir:{folder}", f"open_clip:{other}"):
        assert np.array_equal(family.load(choice, "cpu").encode_texts(TEXTS), clip.encode_texts(TEXTS))
    assert family.load(f"open_clip:{other}", "cpu").spec.id.startswith("open_clip:old@")


class Payload:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[str, ...]]:
        return os.mkdir, (str(self.path),)


@pytest.mark.parametrize("zipped", [True, False])
def test_a_pickle_is_refused_and_not_run(tmp_path: Path, clip_folder: Path, zipped: bool) -> None:
    folder = changed(clip_folder, tmp_path)
    (folder / "open_clip_model.safetensors").unlink()
    bad, ran = folder / "open_clip_pytorch_model.bin", tmp_path / "ran"
    if zipped:
        torch.save({"state_dict": Payload(ran)}, bad)
    else:
        bad.write_bytes(pickle.dumps(Payload(ran), protocol=2))
    with pytest.raises(EncoderError, match="cannot be read safely") as caught:
        family.load(str(folder), "cpu")
    assert "safetensors" in caught.value.hint
    assert not ran.exists()
    torch.load(bad, weights_only=False) if zipped else pickle.loads(bad.read_bytes())
    assert ran.exists()  # so it would have run


def test_torchscript_and_other_kinds_are_refused(tmp_path: Path, clip_folder: Path) -> None:
    folder = changed(clip_folder, tmp_path)
    with zipfile.ZipFile(folder / "program.pt", "w") as archive:  # as torch.jit.save lays it out
        for name in ("data.pkl", "constants.pkl", "code/__torch__.py"):
            archive.writestr(f"program/{name}", b"")
    with pytest.raises(EncoderError, match="TorchScript"):
        family.load(str(folder / "program.pt"), "cpu")
    numpy_file = folder / "weights.npz"
    numpy_file.write_bytes(b"x")
    with pytest.raises(EncoderError, match="not a kind of weights file"):
        family.load(str(numpy_file), "cpu")


def test_code_beside_a_tokenizer_is_not_run(tmp_path: Path, siglip_folder: Path) -> None:
    config = json.loads(json.dumps(SIGLIP_CONFIG["model_cfg"]))
    config["text_cfg"]["tokenizer_kwargs"] |= {"trust_remote_code": True}
    folder = changed(siglip_folder, tmp_path, model_cfg=config)
    (folder / "tokenizer_config.json").write_text(
        json.dumps({"auto_map": {"AutoTokenizer": ["evil.Evil", None]}, "tokenizer_class": "Evil"})
    )
    (folder / "evil.py").write_text(f"import os; os.mkdir({str(tmp_path / 'ran')!r})\nclass Evil: ...\n")
    with pytest.raises(EncoderError, match="tokenizer"):
        family.load(str(folder), "cpu")
    assert not (tmp_path / "ran").exists()


def remove(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def write(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(text)


CONFIG, WEIGHTS = "open_clip_config.json", "open_clip_model.safetensors"


@pytest.mark.parametrize(
    ("breaks", "says"),
    [
        (remove(CONFIG), "no readable open_clip_config.json"),
        (remove(WEIGHTS), "holds no weights"),
        (remove("tokenizer.json"), "lacks the tokenizer"),
        (write(CONFIG, "{"), "not valid JSON"),
        (write(CONFIG, "[]"), "does not state embed_dim, vision_cfg, text_cfg"),
        (write(CONFIG, json.dumps({"model_cfg": SIGLIP_CONFIG["model_cfg"]})), "preprocess_cfg"),
        (write(CONFIG, json.dumps(SIGLIP_CONFIG | {"preprocess_cfg": {"resize_mode": "?"}})), "preprocess_cfg"),
        (write(CONFIG, json.dumps(SIGLIP_CONFIG | {"model_cfg": CLIP_CONFIG["model_cfg"]})), "do not fit the config"),
        (write(CONFIG, json.dumps(SIGLIP_CONFIG).replace("test_vit", "vit_of_nobody")), "cannot be built"),
        (write(CONFIG, json.dumps(SIGLIP_CONFIG).replace('"layers"', '"depth"')), "cannot be built"),
        (write(CONFIG, json.dumps(SIGLIP_CONFIG).replace('"width": 32', '"width": 64')), "do not fit the config"),
        (write(WEIGHTS, "not weights"), "cannot be read safely"),
        (write("tokenizer.json", "{}"), "tokenizer of tiny-siglip cannot be read"),
    ],
)
def test_a_broken_folder_is_one_sentence(
    tmp_path: Path, siglip_folder: Path, breaks: Callable[[Path], object], says: str
) -> None:
    folder = changed(siglip_folder, tmp_path)
    breaks(folder)
    with pytest.raises(EncoderError, match=says) as caught:
        family.load(str(folder), "cpu")
    assert "\n" not in str(caught.value)
    assert caught.value.hint


# Devices -----------------------------------------------------------------------------------------------------------


def test_devices() -> None:
    there = describe_devices()
    assert there[-1].name == choose_device("cpu") == "cpu"
    assert there[-1].memory is None or there[-1].memory > 2**28
    assert choose_device() == choose_device(" AUTO ") == there[0].name.partition(":")[0]
    for wanted in ("tpu", "cuda:99", ""):
        with pytest.raises(EncoderError, match="no device") as caught:
            choose_device(wanted)
        assert "cpu" in caught.value.hint


def test_the_guide_recommends_encoders_that_there_are():
    guide = (ROOT / "docs" / "encoders.md").read_text(encoding="utf-8")
    choices = set(re.findall(r"open_clip:[\w.-]+/[\w.-]+", guide))
    assert len(choices) > 8
    assert choices <= set(listed())
