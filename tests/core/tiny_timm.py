"""Small timm models with random weights, written to folders as timm and the hub lay them out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nomina.encoders.timm_models.recipes import the_package

FAMILIES = {
    "test_vit": {},
    "test_convnext": {},
    "test_efficientnet": {},
    "test_resnet": {},
    "mobilenetv3_small_050": {},
    "eva02_tiny_patch14_224": {"depth": 2},
}
"""Architectures, and what they are built with to be small."""
PREPARED: dict[str, Any] = {
    "input_size": [3, 96, 96],
    "crop_pct": 0.8,
    "crop_mode": "center",
    "interpolation": "bicubic",
    "mean": [0.1, 0.2, 0.3],
    "std": [0.9, 0.8, 0.7],
    "num_classes": 7,
    "classifier": "head",
}
"""What the config of a small model states; a model whose size is fixed states its own."""


def write_timm(folder: Path, architecture: str = "test_vit", seed: int = 7, **prepared: Any) -> Path:
    """A folder with config.json and model.safetensors; keyword arguments go into pretrained_cfg."""
    timm = the_package()
    import torch
    from safetensors.torch import save_file

    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    network = timm.create_model(architecture, num_classes=7, **FAMILIES[architecture])
    own = {key: network.pretrained_cfg[key] for key in ("classifier", "first_conv") if key in network.pretrained_cfg}
    if network.pretrained_cfg.get("fixed_input_size"):
        own["input_size"] = list(network.pretrained_cfg["input_size"])
    for name, each in network.named_parameters():  # zeros and ones of a fresh network hide what is left out
        if each.ndim == 1:
            torch.nn.init.normal_(each, 1.0 if name.endswith("weight") else 0.0, 0.1)
    save_file({key: value.contiguous() for key, value in network.state_dict().items()}, folder / "model.safetensors")
    config = {
        "architecture": architecture,
        "num_classes": 7,
        "pretrained_cfg": PREPARED | own | prepared,
        "model_args": FAMILIES[architecture],
    }
    (folder / "config.json").write_text(json.dumps(config))
    return folder


def change_config(folder: Path, **keys: Any) -> None:
    """Other keys at the top of a folder's config.json."""
    file = folder / "config.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | keys))
