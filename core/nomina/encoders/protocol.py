"""What every encoder promises. A family is a file or folder beside this one; `catalog.py` finds and loads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from nomina.domain import Calibration, EncoderSpec, Rows

Pixels = NDArray[np.float32]
"""One picture as one model takes it, shape (3, height, width), float32, normalised."""

Prepared = Any
"""What `prepare` gives and `encode_pixels` of the same encoder takes: Pixels, or several of them. Nobody else looks."""


class Encoder(Protocol):
    """A frozen model that turns images, and usually texts, into embeddings.

    Every row is float32, and each of its parts (`spec.parts`) has unit length. The same input gives the same
    row up to rounding, whatever else is in the batch.
    """

    @property
    def spec(self) -> EncoderSpec:
        """What it is: id, dimension, parts, device."""
        ...

    def prepare(self, image: PIL.Image.Image) -> Prepared:
        """Resize, crop and normalise one upright RGB picture. Safe to call from several threads."""
        ...

    def encode_pixels(self, pixels: Sequence[Prepared]) -> Rows:
        """Encode prepared pictures; returns shape (len(pixels), d), (0, d) for none."""
        ...

    def encode_images(self, images: Sequence[PIL.Image.Image]) -> Rows:
        """Encode upright RGB pictures; returns shape (len(images), d). Same as prepare, then encode_pixels."""
        ...

    def encode_texts(self, texts: Sequence[str]) -> Rows:
        """Encode texts as they stand (templates are the caller's); returns shape (len(texts), d).

        Raises:
            EncoderError: the encoder knows no words (`spec.texts` is False).
        """
        ...

    def calibration(self) -> Calibration:
        """What a fresh library starts from: centres, cohort and constants of this encoder."""
        ...
