"""The frozen reference of one encoder: where rows are centred, and what counts as near, before they are compared.

As shipped nothing is fitted to the pictures at hand. A library may learn what counts as near from its own pictures
(adapt.py); that makes a new version, frozen again, so the answer for one picture never depends on later ones.
"""

from __future__ import annotations

import dataclasses
import hashlib
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Calibration, EncoderSpec, Rows
from nomina.fixedpoint import Quantised, quantise
from nomina.metric import AS_SHIPPED, Metric, fingerprint

LOOSEST, USUAL, TIGHTEST = 0.4, 0.55, 0.8
"""How near pictures of a library lie to each other (metric.nearness): the shipped temperature is for the usual; beyond
what the nine development sets had nothing is known, so it changes no further."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Image rows where categories are compared: centred and quantised, n each.

    Attributes:
        words: in the space of words, not rescaled after centring; None for an encoder without texts.
        pictures: in the space of pictures, of unit length.
    """

    words: Quantised | None
    pictures: Quantised

    def __len__(self) -> int:
        return len(self.pictures)

    def take(self, index: NDArray[np.int64] | NDArray[np.bool_] | slice) -> Placed:
        """The rows of an index, a mask or, without a copy, a slice."""
        return Placed(None if self.words is None else self.words.take(index), self.pictures.take(index))

    def joined(self, other: Placed) -> Placed:
        """These rows and then the others."""
        if not len(other):
            return self
        n, kept = len(self), np.arange(len(self) + len(other)) < len(self)
        return self.merged(np.minimum(np.arange(len(kept)), max(n - 1, 0)), kept, other)

    def merged(self, at: NDArray[np.int64], kept: NDArray[np.bool_], fresh: Placed) -> Placed:
        """New rows, shape (len(kept),): own row `at[i]` where kept[i], else the next fresh one."""
        words = None
        if self.words is not None and fresh.words is not None:
            words = self.words.merged(at, kept, fresh.words)
        return Placed(words, self.pictures.merged(at, kept, fresh.pictures))


@dataclass(frozen=True, slots=True)
class Reference:
    """Places rows of one encoder in the space where categories are compared.

    Attributes:
        shipped: the encoder's own calibration.
        metric: what the library learned.
    """

    spec: EncoderSpec
    shipped: Calibration
    metric: Metric = AS_SHIPPED

    @property
    def calibration(self) -> Calibration:
        """The constants that hold where rows are placed, with the temperature that suits pictures so near."""
        constants, at_home = self.shipped, self.shipped.at_home
        if self.metric.mean is not None and at_home is not None:
            constants = dataclasses.replace(constants, **dataclasses.asdict(at_home))
        if self.metric.near is None or not constants.sharpening:
            return constants
        nearer = min(max(self.metric.near, LOOSEST), TIGHTEST) - USUAL
        temperature = constants.temperature * math.exp(-constants.sharpening * nearer)
        return dataclasses.replace(constants, temperature=temperature)

    @property
    def version(self) -> str:
        """Names what was learned: equal for equal metrics; "" as shipped."""
        return fingerprint(self.metric)

    @property
    def name(self) -> str:
        """Names how rows are placed, for a folder of them: BLAKE2b-128, 32 hex digits."""
        centres = [self.shipped.words_centre, self.shipped.pictures_centre]
        parts = (self.spec.id, self.version, *(centre.tobytes().hex() for centre in centres))
        return hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()

    def place(self, rows: Rows) -> Placed:
        """Centre and quantise image rows of shape (n, d)."""
        words = None
        if self.spec.words is not None:
            words = quantise(rows[:, slice(*self.spec.words)] - self.shipped.words_centre)
        return Placed(words, quantise(self.pressed(rows)))

    def pressed(self, rows: Rows) -> Rows:
        """Unit rows of shape (n, width) where pictures are compared, of image rows of shape (n, d)."""
        pictures = unit(rows[:, slice(*self.spec.pictures)] - self.metric.centre(self.shipped.pictures_centre))
        for layer in self.metric.layers:
            pictures = unit(layer.apply(pictures))
        return pictures

    def place_texts(self, rows: Rows) -> NDArray[np.float32]:
        """The direction that texts of shape (k, d) point to together, in the space of words; unit length."""
        assert self.spec.words is not None
        return np.asarray(unit(rows[:, slice(*self.spec.words)].mean(axis=0)[None])[0])


def unit(rows: Rows) -> Rows:
    """Rows of shape (n, d) at length 1; a row of zeros stays."""
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows, dtype=np.float64))[:, None]
    return np.asarray(rows / np.maximum(lengths, 1e-12), np.float32)
