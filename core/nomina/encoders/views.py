"""Several views of each picture, averaged: test-time augmentation for an encoder of any family.

    starter?views=flip      the picture and its mirror image
    starter?views=crops     the picture and its four corners, each of 3/4 of both sides
    starter?views=both      those five and their mirror images

A row is the mean of the views' rows, each part of it scaled to unit length again. Texts are as they were. Off by
default: docs/decisions/0006-encoders.md has what it gains and what it costs.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

import numpy as np
import PIL.Image
import PIL.ImageOps

from nomina.domain import Calibration, EncoderSpec, Rows
from nomina.encoders.protocol import Encoder, Prepared
from nomina.errors import BadInput
from nomina.reference import unit

CORNER = 0.75
"""Share of each side that a corner keeps."""
AT_ONCE = 8
"""Views in one batch of the encoder, so that ten views of eight pictures need no more memory than eight pictures."""

Views = Callable[[PIL.Image.Image], list[PIL.Image.Image]]


def with_views(encoder: Encoder, name: str) -> Encoder:
    """The encoder with every picture seen in several views.

    Args:
        name: "flip", "crops" or "both".

    Raises:
        BadInput: there are no such views.
    """
    if name not in VIEWS:
        raise BadInput(f"There are no views “{name}”.", f"There are: {', '.join(VIEWS)}; as in starter?views=flip.")
    return Viewed(encoder, name)


class Viewed:
    """An encoder whose rows are means over views; speaks the protocol Encoder.

    Attributes:
        streams: how many batches it likes side by side.
    """

    def __init__(self, encoder: Encoder, name: str) -> None:
        """Take an encoder that is loaded and the name of the views."""
        self._encoder = encoder
        self._views, described = VIEWS[name]
        self.streams = int(getattr(encoder, "streams", 1))
        spec = encoder.spec
        # the id names the cut of the corners by its version: @2 when CORNER changes
        self._spec = dataclasses.replace(spec, id=f"{spec.id}?views={name}@1", title=f"{spec.title}, {described}")

    @property
    def spec(self) -> EncoderSpec:
        """See Encoder."""
        return self._spec

    def calibration(self) -> Calibration:
        """See Encoder: that of the encoder itself, because a mean of views lies where its views do."""
        return self._encoder.calibration()

    def prepare(self, image: PIL.Image.Image) -> list[Prepared]:
        """See Encoder: all views of one picture."""
        return [self._encoder.prepare(view) for view in self._views(image)]

    def encode_pixels(self, pixels: Sequence[list[Prepared]]) -> Rows:
        """See Encoder."""
        views = [view for picture in pixels for view in picture]
        if not views:
            return self._encoder.encode_pixels([])
        rows = [self._encoder.encode_pixels(views[i : i + AT_ONCE]) for i in range(0, len(views), AT_ONCE)]
        return self._means(np.concatenate(rows).reshape(len(pixels), -1, self._spec.dimension))

    def encode_images(self, images: Sequence[PIL.Image.Image]) -> Rows:
        """See Encoder."""
        return self.encode_pixels([self.prepare(image) for image in images])

    def encode_texts(self, texts: Sequence[str]) -> Rows:
        """See Encoder."""
        return self._encoder.encode_texts(texts)

    def _means(self, rows: Rows) -> Rows:
        """Rows of shape (n, views, d) to (n, d), each part of unit length."""
        means = rows.mean(axis=1)
        whole: Rows = np.array(means, np.float32)
        for part in {self._spec.words, self._spec.pictures} - {None}:
            assert part is not None
            whole[:, slice(*part)] = unit(means[:, slice(*part)])
        return whole


def _flip(image: PIL.Image.Image) -> list[PIL.Image.Image]:
    return [image, PIL.ImageOps.mirror(image)]


def _crops(image: PIL.Image.Image) -> list[PIL.Image.Image]:
    width, height = (max(1, round(CORNER * side)) for side in image.size)
    right, bottom = image.width - width, image.height - height
    corners = [(0, 0), (right, 0), (0, bottom), (right, bottom)]
    return [image, *(image.crop((left, top, left + width, top + height)) for left, top in corners)]


def _both(image: PIL.Image.Image) -> list[PIL.Image.Image]:
    return [view for crop in _crops(image) for view in _flip(crop)]


VIEWS: dict[str, tuple[Views, str]] = {
    "flip": (_flip, "mirrored too"),
    "crops": (_crops, "with its corners"),
    "both": (_both, "with its corners, mirrored too"),
}
"""By name: what cuts a picture into views, and how the encoder is then called."""
