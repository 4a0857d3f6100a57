"""Prepare pictures as timm's own evaluation does, with Pillow and numpy: torchvision is not needed for it.

Equal to timm.data.create_transform(is_training=False) up to the rounding of one resize (tests/core/test_encoder_timm.py
compares them); what is cropped away is never resized.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import PIL.Image

from nomina.encoders.protocol import Pixels

FILTERS = {
    "nearest": PIL.Image.Resampling.NEAREST,
    "bilinear": PIL.Image.Resampling.BILINEAR,
    "bicubic": PIL.Image.Resampling.BICUBIC,
    "lanczos": PIL.Image.Resampling.LANCZOS,
    "box": PIL.Image.Resampling.BOX,
    "hamming": PIL.Image.Resampling.HAMMING,
}
MODES = ("center", "squash", "border")


@dataclass(frozen=True, slots=True)
class Preparation:
    """How a model takes its pictures; the words are timm's.

    Attributes:
        height, width: of what the model takes, in pixels.
        mean, std: of the colours, 0..1, three each.
        filter: a key of FILTERS.
        crop: the share of each side that is kept after resizing, 0 < crop <= 1.
        mode: "center" crops the middle, "squash" ignores the shape, "border" pads with the mean colour.
    """

    height: int
    width: int
    mean: tuple[float, ...]
    std: tuple[float, ...]
    filter: str
    crop: float
    mode: str

    def __post_init__(self) -> None:
        """Check what came from a foreign config.

        Raises:
            ValueError: it is not a preparation of colour pictures.
        """
        whole = self.height > 0 and self.width > 0 and 0 < self.crop <= 1
        colours = len(self.mean) == len(self.std) == 3 and min(self.std) > 0
        if not (whole and colours and self.filter in FILTERS and self.mode in MODES):
            raise ValueError(f"cannot prepare pictures as {self}")

    def __call__(self, image: PIL.Image.Image) -> Pixels:
        """One upright RGB picture as the model takes it, shape (3, height, width), float32. Thread safe."""
        pixels = np.asarray(self._cut(image)).astype(np.float32)
        pixels /= 255.0
        pixels -= np.array(self.mean, np.float32)
        pixels /= np.array(self.std, np.float32)
        return pixels.transpose(2, 0, 1)

    def _cut(self, image: PIL.Image.Image) -> PIL.Image.Image:
        large = (math.floor(self.width / self.crop), math.floor(self.height / self.crop))
        if self.mode == "squash":
            return self._window(image, large)
        ratios = (large[0] / image.width, large[1] / image.height)
        if self.mode == "center":
            scale = max(ratios)
            # the shorter side is met exactly, as torchvision does
            size = tuple(max(wish, int(side * scale)) for wish, side in zip(large, image.size, strict=True))
            return self._window(image, (size[0], size[1]))
        scale = min(ratios)
        small = image.resize(
            (max(1, round(image.width * scale)), max(1, round(image.height * scale))), FILTERS[self.filter]
        )
        fill = tuple(round(255 * value) for value in self.mean)
        canvas = PIL.Image.new("RGB", (self.width, self.height), fill)
        canvas.paste(small, (_beside(self.width, small.width), _beside(self.height, small.height)))
        return canvas

    def _window(self, image: PIL.Image.Image, size: tuple[int, int]) -> PIL.Image.Image:
        """The middle (width, height) of the picture resized to `size`."""
        left, top = _middle(size[0], self.width), _middle(size[1], self.height)
        across, down = image.width / size[0], image.height / size[1]
        corners = (left * across, top * down, (left + self.width) * across, (top + self.height) * down)
        return image.resize((self.width, self.height), FILTERS[self.filter], box=corners)


def _middle(outer: int, inner: int) -> int:
    return round((outer - inner) / 2)


def _beside(outer: int, inner: int) -> int:
    """Where something begins that is padded or cropped to the middle; timm rounds the one down, the other to even."""
    return (outer - inner) // 2 if inner < outer else -_middle(inner, outer)
