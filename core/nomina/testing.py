"""For tests, ours and those of plug-in authors: a small real encoder that knows colours, and pictures to show it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import PIL.Image
from PIL import ImageColor

from nomina.domain import Calibration, EncoderSpec, Rows
from nomina.encoders.host import LocalHost
from nomina.encoders.protocol import Pixels
from nomina.reference import unit

SIDE = 4
DIMENSION = 3 * SIDE * SIDE


class ColourEncoder:
    """Encodes a picture as its 4 x 4 colours and a colour's name as that colour everywhere; other words as noise.

    Attributes:
        encoded: how many pictures it has encoded, which tests count.
    """

    spec = EncoderSpec(
        id="colours@1",
        title="Colours (for tests)",
        dimension=DIMENSION,
        words=(0, DIMENSION),
        pictures=(0, DIMENSION),
        device="cpu",
        templates=("{}",),
    )

    def __init__(self) -> None:
        """Nothing to load."""
        self.encoded = 0

    def prepare(self, image: PIL.Image.Image) -> Pixels:
        """See Encoder."""
        small = np.asarray(image.convert("RGB").resize((SIDE, SIDE), PIL.Image.Resampling.BOX), np.float32)
        return small.transpose(2, 0, 1) / 255.0

    def encode_pixels(self, pixels: Sequence[Pixels]) -> Rows:
        """See Encoder."""
        self.encoded += len(pixels)
        flat = np.array([each.reshape(-1) for each in pixels], np.float32).reshape(-1, DIMENSION)
        return unit(flat - 0.45)

    def encode_images(self, images: Sequence[PIL.Image.Image]) -> Rows:
        """See Encoder."""
        return self.encode_pixels([self.prepare(image) for image in images])

    def encode_texts(self, texts: Sequence[str]) -> Rows:
        """See Encoder."""
        return unit(np.array([_colour_row(text) for text in texts], np.float32).reshape(-1, DIMENSION))

    def calibration(self) -> Calibration:
        """See Encoder."""
        nothing = np.zeros(DIMENSION, np.float32)
        return Calibration(nothing, 10.0, 10.0, nothing, 10.0, 0.2, 0.0, 1.0, 1.0, 5.0)


def _colour_row(text: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    try:
        colour = np.array(ImageColor.getrgb(text.strip().lower())[:3], np.float32) / 255.0
    except ValueError:
        seed = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())
        return np.random.default_rng(seed).normal(size=DIMENSION).astype(np.float32)
    return np.repeat(colour - 0.45, SIDE * SIDE).astype(np.float32)


def colour_host() -> LocalHost:
    """A host that runs a ColourEncoder in this process."""
    return LocalHost(ColourEncoder)


def save_picture(path: Path, colour: str, *, seed: int = 0, size: tuple[int, int] = (64, 48)) -> Path:
    """Write a picture of one colour with a little noise of its own, so that no two seeds have the same bytes."""
    rng = np.random.default_rng(seed)
    base = np.array(ImageColor.getrgb(colour)[:3], np.float32)
    noise = rng.normal(0, 12, (size[1], size[0], 3))
    path.parent.mkdir(parents=True, exist_ok=True)
    PIL.Image.fromarray((base + noise).clip(0, 255).astype(np.uint8)).save(path)
    return path
