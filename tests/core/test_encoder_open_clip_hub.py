"""How the open_clip family finds files: names, the hub (one of our own on this machine), its cache, folders."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import huggingface_hub
import numpy as np
import pytest
from tests.core.local_hub import Hub, hub, nobody, point_at
from tests.core.tiny_open_clip import CLIP_CONFIG, TEXTS, changed, clip, clip_folder, siglip, siglip_folder

from nomina.encoders import hub as hubs
from nomina.encoders import open_clip as family
from nomina.encoders.open_clip import files, recipes
from nomina.encoders.open_clip.recipes import the_package
from nomina.encoders.protocol import Encoder
from nomina.errors import BadInput, WeightsMissing

open_clip = the_package()
__all__ = ["clip", "clip_folder", "hub", "nobody", "siglip", "siglip_folder"]  # fixtures

# Names, the hub and what is at hand --------------------------------------------------------------------------------


def test_a_hub_model_is_fetched_once(hub: Hub, clip: Encoder, clip_folder: Path) -> None:
    hub.serve("someone/tiny", clip_folder)
    encoder = family.load("open_clip:hf-hub:someone/tiny", "cpu")
    assert np.array_equal(encoder.encode_texts(TEXTS), clip.encode_texts(TEXTS))
    assert encoder.spec.id == clip.spec.id.replace("tiny-clip", "hf-hub:someone/tiny")
    hub.files.clear()
    hub.asked.clear()
    assert family.load("open_clip:hf-hub:someone/tiny", "cpu").spec == encoder.spec
    assert hub.asked == []


def test_the_tokenizer_comes_from_where_the_config_says(hub: Hub, siglip: Encoder, siglip_folder: Path) -> None:
    hub.serve("someone/tiny", siglip_folder)
    hub.files = {name: content for name, content in hub.files.items() if "token" not in name}
    with pytest.raises(WeightsMissing, match=r"The tokenizer of someone/tiny .* the hub knows no such model"):
        family.load("open_clip:hf-hub:someone/tiny", "cpu")
    hub.serve("nowhere/tiny", siglip_folder)
    encoder = family.load("open_clip:hf-hub:someone/tiny", "cpu")
    assert np.array_equal(encoder.encode_texts(TEXTS), siglip.encode_texts(TEXTS))
    hub.files.clear()
    assert family.load("open_clip:hf-hub:someone/tiny", "cpu").spec == encoder.spec


def test_a_repository_may_lack_weights(hub: Hub) -> None:
    hub.files["someone/tiny/open_clip_config.json"] = json.dumps(CLIP_CONFIG).encode()
    with pytest.raises(WeightsMissing, match=r"the hub has no open_clip_model.safetensors or open_clip_pytorch_model"):
        family.load("open_clip:hf-hub:someone/tiny", "cpu")


def test_pairs_have_open_clips_recipe(hub: Hub, siglip_folder: Path) -> None:
    hub.files["timm/vit_base_patch32_clip_224.openai/open_clip_model.safetensors"] = b"weights"
    recipe = recipes.recipe_of("ViT-B-32/openai")
    assert recipe.id == "open_clip:ViT-B-32/openai"
    assert recipe.weights.read_bytes() == b"weights"
    assert recipe.tokenizer is None
    assert recipe.config["model_cfg"] == open_clip.get_model_config("ViT-B-32-quickgelu")
    hub.serve("timm/ViT-B-16-SigLIP2", siglip_folder)
    recipe = recipes.recipe_of("ViT-B-16-SigLIP2/webli")
    assert recipe.config["preprocess_cfg"]["resize_mode"] == "squash"
    assert recipe.tokenizer is not None
    hub.files.clear()
    found = ["open_clip:ViT-B-16-SigLIP2/webli", "open_clip:ViT-B-32/openai"]
    assert family.at_hand() == found
    assert recipes.recipe_of("ViT-B-16-SigLIP2/webli") == recipe


@pytest.mark.usefixtures("nobody")
def test_an_unreachable_hub_says_so_at_once() -> None:
    start = time.monotonic()
    with pytest.raises(WeightsMissing) as caught:
        family.load("open_clip:ViT-B-16-SigLIP2/webli", "cpu")
    assert time.monotonic() - start < 3
    assert "SigLIP 2 base, 224 pixels is not on this machine" in caught.value.title
    assert "the hub cannot be reached" in caught.value.title
    for way_out in ("online", "open_clip:/path/to/folder", "starter"):
        assert way_out in caught.value.hint
    assert family.at_hand() == []


def test_a_silent_hub_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hubs, "PATIENCE_S", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        point_at(silent.getsockname()[1], tmp_path, monkeypatch)
        start = time.monotonic()
        with pytest.raises(WeightsMissing, match="cannot be reached"):
            family.load("open_clip:hf-hub:someone/tiny", "cpu")
        assert time.monotonic() - start < 3
        huggingface_hub.close_session()


def test_offline_is_honoured_and_at_hand_needs_no_torch(tmp_path: Path) -> None:
    code = """
import sys
from nomina.encoders import open_clip
from nomina.encoders import hub
from nomina.errors import WeightsMissing
assert open_clip.at_hand() == []
try:
    hub.fetch("someone/tiny", ["a.json"], "Tiny")
except WeightsMissing as error:
    assert "HF_HUB_OFFLINE" in error.title, error
else:
    raise SystemExit("fetched?")
assert "torch" not in sys.modules
"""
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "HF_HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, timeout=20)


def test_a_folder_of_models_is_at_hand(
    tmp_path: Path, clip_folder: Path, siglip_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path / "none"))
    models = tmp_path / "models"
    small, large = changed(siglip_folder, models), changed(clip_folder, models)
    (changed(siglip_folder, models / "x") / "tokenizer.json").unlink()
    shutil.move(models / "x" / "tiny-siglip", models / "lacks tokenizer")
    (models / "other").mkdir()
    choices = family.at_hand(models)
    assert choices == [f"open_clip:{large.resolve()}", f"open_clip:{small.resolve()}"]
    assert [family.load(choice, "cpu").spec.dimension for choice in choices] == [16, 64]
    assert family.at_hand(tmp_path / "none") == []


def test_the_costs_of_recommended_models_are_their_networks() -> None:
    """Counted on networks without weights; a plain vision transformer's follow from its config too."""
    import torch
    from torch.utils.flop_counter import FlopCounterMode

    costs = {model.choice.split(":")[1].split("/")[0]: model.cost for model in family.RECOMMENDED}
    for name in ("ViT-B-16", "ViT-L-14"):
        config = open_clip.get_model_config(name)
        with torch.device("meta"):
            model = open_clip.CLIP(**config)
            pixels = torch.zeros(1, 3, 224, 224)
        with FlopCounterMode(display=False) as counter:
            model.encode_image(pixels)
        assert counter.get_total_flops() / 2e9 == pytest.approx(costs[name].gmacs, abs=0.1)
        assert sum(each.numel() for each in model.parameters()) * 4e-6 == pytest.approx(costs[name].megabytes, rel=0.02)
        stated = files._gmacs({"model_cfg": config}, 0)
        assert stated == pytest.approx(costs[name].gmacs, rel=0.05)
    towers = files._gmacs({"model_cfg": {"vision_cfg": {"timm_model_name": "vit", "image_size": 256}}}, 1500)
    assert costs["ViT-B-16-SigLIP2-256"].gmacs <= towers <= 2.5 * costs["ViT-B-16-SigLIP2-256"].gmacs


def test_recommended_models_are_open_clips() -> None:
    listed = family.listed()
    assert len(listed) > 150
    assert len({model.choice for model in family.RECOMMENDED}) == len(family.RECOMMENDED)
    for model in family.RECOMMENDED:
        assert model.choice in listed
        name, tag = model.choice.removeprefix("open_clip:").split("/")
        assert open_clip.get_pretrained_cfg(name, tag)["hf_hub"].rstrip("/") == model.repo
        assert open_clip.get_model_config(name)["text_cfg"].get("hf_tokenizer_name", "") == model.tokenizer
    figures = [model.imagenet for model in family.RECOMMENDED]
    assert figures == sorted(figures, reverse=True)


@pytest.mark.parametrize(
    ("choice", "says", "hint"),
    [
        ("open_clip:ViT-B-23/openai", "knows no model “ViT-B-23”", "ViT-B-32/openai"),
        ("open_clip:vit-b-16-siglip2/webli", "knows no model", "ViT-B-16-SigLIP2/webli"),
        ("open_clip:ViT-B-32/opnai", "no weights “opnai” for ViT-B-32", "openai"),
        ("open_clip:ViT-B-32", "several weights", "ViT-B-32/"),
        ("open_clip:", "knows no model", "/"),
        ("open_clip:/no/such/folder", "no file or folder", "folder"),
        ("open_clip:ViT-B-32:/no/file.safetensors", "no weights file", "file"),
    ],
)
def test_unknown_names_are_bad_input(choice: str, says: str, hint: str) -> None:
    with pytest.raises(BadInput, match=says) as caught:
        family.load(choice, "cpu")
    assert hint in caught.value.hint


def test_lone_weights_need_a_recipe_without_doubt(tmp_path: Path) -> None:
    weights = tmp_path / "w.safetensors"
    weights.write_bytes(b"weights")
    with pytest.raises(BadInput, match="2 ways to prepare pictures for ViT-L-14,") as caught:
        recipes.recipe_of(f"ViT-L-14:{weights}")
    assert "open_clip:ViT-L-14/openai:/path/to/file" in caught.value.hint
    with pytest.raises(BadInput, match="no way"):
        recipes.recipe_of(f"ViT-B-32-plus-256:{weights}")
    recipe = recipes.recipe_of(f"ViT-L-14/laion2b_s32b_b82k:{weights}")
    assert list(recipe.config["preprocess_cfg"]["mean"]) == [0.5, 0.5, 0.5]
    assert recipe.id.startswith("open_clip:ViT-L-14/laion2b_s32b_b82k:w.safetensors@")
    assert recipes.recipe_of(f"ViT-B-32:{weights}").config["model_cfg"]["embed_dim"] == 512
