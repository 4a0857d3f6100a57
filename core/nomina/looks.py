"""How a picture looks in 64 bits: a perceptual hash that scaling, compression and light leave nearly as it was.

The signs of the lowest frequencies of the grey picture, as in pHash (Zauner, "Implementation and Benchmarking of
Perceptual Image Hash Functions", 2010), but against zero instead of their median: then mirroring the picture turns
over those bits alone whose frequency is odd across, and the hash of the mirrored picture needs no picture.
"""

from __future__ import annotations

import numpy as np
import PIL.Image
from numpy.typing import NDArray

Looks = NDArray[np.uint64]
"""Hashes, shape (n,), dtype uint64."""

SIDE = 32
"""Pixels a side of the grey picture whose frequencies are taken."""
BITS = 64
LEAST_CONTRAST = 1.5
"""Grey levels of 255: a picture that differs less from its own mean has nothing to be told by."""

_STEPS = np.arange(SIDE)
_COSINES = np.cos(np.pi * (2 * _STEPS[None] + 1) * _STEPS[:, None] / (2 * SIDE))
"""The DCT-II, shape (SIDE, SIDE): row k is frequency k."""
_LOWEST = sorted(((u, v) for u in range(SIDE) for v in range(SIDE) if u + v), key=lambda at: (sum(at), at))[:BITS]
_DOWN, _ACROSS = (np.array(axis) for axis in zip(*_LOWEST, strict=True))
_ODD_ACROSS = np.uint64(sum(1 << bit for bit, (_, v) in enumerate(_LOWEST) if v % 2))


def look(image: PIL.Image.Image) -> int | None:
    """The hash of an upright RGB picture, 64 bits; None for one that is all of one grey."""
    grey = np.asarray(image.convert("L").resize((SIDE, SIDE), PIL.Image.Resampling.BOX), np.float64)
    if grey.std() < LEAST_CONTRAST:
        return None
    signs = (_COSINES @ grey @ _COSINES.T)[_DOWN, _ACROSS] > 0
    return int(np.packbits(signs, bitorder="little").view("<u8")[0])


def mirrored(looks: Looks) -> Looks:
    """The hashes of the pictures mirrored left to right."""
    return np.asarray(looks ^ _ODD_ACROSS, np.uint64)


def differing_bits(one: Looks, other: Looks) -> NDArray[np.uint8]:
    """In how many bits hashes differ, 0 to 64, elementwise."""
    return np.asarray(np.bitwise_count(one ^ other), np.uint8)
