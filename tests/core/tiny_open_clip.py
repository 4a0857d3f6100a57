"""Small open_clip models with random weights, written to folders as open_clip and the hub lay them out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from nomina.encoders import open_clip as family
from nomina.encoders.open_clip.recipes import the_package
from nomina.encoders.protocol import Encoder

TEXTS = ["a photo of a heron.", "Two DOGS, asleep", "", "a very long sentence " * 20, "überall ein 🦊"]
CLIP_CONFIG: dict[str, Any] = {
    "model_cfg": {
        "embed_dim": 16,
        "vision_cfg": {"image_size": 48, "layers": 2, "width": 32, "patch_size": 16, "head_width": 16},
        "text_cfg": {"context_length": 12, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 2},
    },
    "preprocess_cfg": {
        "mean": [0.1, 0.2, 0.3],
        "std": [0.9, 0.8, 0.7],
        "interpolation": "bilinear",
        "resize_mode": "shortest",
    },
}
SIGLIP_CONFIG: dict[str, Any] = {
    "model_cfg": {
        "embed_dim": 64,
        "init_logit_bias": -10,
        "custom_text": True,
        "vision_cfg": {"image_size": 160, "timm_model_name": "test_vit", "timm_pool": "map", "timm_proj": "none"},
        "text_cfg": {
            "context_length": 9,
            "vocab_size": 40,
            "hf_tokenizer_name": "nowhere/tiny",
            "tokenizer_kwargs": {"clean": "canonicalize"},
            "width": 32,
            "heads": 2,
            "layers": 2,
            "no_causal_mask": True,
            "proj_bias": True,
            "pool_type": "last",
            "norm_kwargs": {"eps": 1e-6},
            "act_kwargs": {"approximate": "tanh"},
        },
    },
    "preprocess_cfg": {"mean": [0.5] * 3, "std": [0.5] * 3, "interpolation": "bicubic", "resize_mode": "squash"},
}


def write_model(folder: Path, config: dict[str, Any], name: str = "open_clip_model.safetensors") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "open_clip_config.json").write_text(json.dumps(config))
    model = json.loads(json.dumps(config["model_cfg"]))
    open_clip = the_package()
    import torch
    from safetensors.torch import save_file

    torch.manual_seed(7)
    kind = open_clip.CustomTextCLIP if model.pop("custom_text", False) else open_clip.CLIP
    state = {key: value.contiguous() for key, value in kind(**model).state_dict().items()}
    if name.endswith(".safetensors"):
        save_file(state, folder / name)
    else:
        torch.save(state, folder / name)
    if config["model_cfg"]["text_cfg"].get("hf_tokenizer_name"):
        write_tokenizer(folder)
    return folder


def write_tokenizer(folder: Path) -> None:
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    words = ["<pad>", "</s>", "<unk>", *("a", "photo", "of", "heron", "two", "dogs", "asleep", "very", "long")]
    tokens = Tokenizer(models.WordLevel({word: i for i, word in enumerate(words)}, unk_token="<unk>"))
    tokens.pre_tokenizer = pre_tokenizers.Whitespace()
    tokens.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    PreTrainedTokenizerFast(
        tokenizer_object=tokens, pad_token="<pad>", eos_token="</s>", unk_token="<unk>"
    ).save_pretrained(folder)


def changed(folder: Path, to: Path, **keys: Any) -> Path:
    """A copy of a model's folder with other keys in its config; None takes a key away."""
    target = shutil.copytree(folder, to / folder.name)
    config = json.loads((target / "open_clip_config.json").read_text()) | keys
    config = {key: value for key, value in config.items() if value is not None}
    (target / "open_clip_config.json").write_text(json.dumps(config))
    return target


@pytest.fixture(scope="session")
def clip_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("models") / "tiny-clip", CLIP_CONFIG)


@pytest.fixture(scope="session")
def siglip_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("models") / "tiny-siglip", SIGLIP_CONFIG)


@pytest.fixture(scope="session")
def clip(clip_folder: Path) -> Encoder:
    return family.load(f"open_clip:{clip_folder}", "cpu")


@pytest.fixture(scope="session")
def siglip(siglip_folder: Path) -> Encoder:
    return family.load(f"open_clip:{siglip_folder}", "cpu")
