"""Where, when and with what a picture was taken, as evidence for a category: closed-form odds from its own labels.

Off unless a person switches it on. A circumstance is a value of one kind: a folder, a day, a month, a time of day, a
camera, a cell of the map. What counts is how much more often a category's examples tell it than pictures anywhere do,
shrunk towards “as often” where they are few: (examples that tell it + DOUBT) to (those that would by chance + DOUBT),
the gamma-Poisson shrinker (DuMouchel 1999). How often pictures anywhere tell it is counted once and kept, the backdrop:
so a category's odds depend on its own labels and on nothing that changes by itself. They come from whole numbers, in
any order the same. A circumstance speaks for a category or not at all, since nobody labels folders evenly
(docs/decisions/0014-circumstances.md).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from nomina.ring import followers


class Circumstance(StrEnum):
    """What a circumstance tells."""

    FOLDER = "folder"
    DAY = "day"
    MONTH = "month"
    HOUR = "time of day"
    CAMERA = "camera"
    PLACE = "place"


KINDS = tuple(Circumstance)
Told = tuple[str | None, ...]
"""What one picture tells, by KINDS; None where it does not."""

HOURS = 6
"""A time of day is a quarter of a day."""
CELL = 0.05
"""Degrees of a cell of the map: some 5 km from north to south."""
DOUBT = 2.0
"""Examples that "as often as anywhere" is worth: one alone in its folder speaks with odds of 3 to 2 at most."""
MOST = 1.5
"""Odds count up to e to this power together, 4.5 to 1: what a picture shows can always stand against them."""


def tell(folder: str, taken: str | None, camera: str | None, latitude: float | None, longitude: float | None) -> Told:
    """The circumstances of a picture: the folder that it lies in, and what its file tells (see domain.Facts)."""
    hour = None if taken is None or len(taken) < 13 else f"{int(taken[11:13]) // HOURS * HOURS:02}"
    place = None
    if latitude is not None and longitude is not None:
        place = f"{int(latitude // CELL)},{int(longitude // CELL)}"
    day = (taken[:10], taken[5:7]) if taken else (None, None)
    return folder or None, *day, hour, camera or None, place


@dataclass(frozen=True)
class Backdrop:
    """How many of all pictures each circumstance was told by when they were counted.

    Attributes:
        counts: by kind, pictures by value.
    """

    counts: tuple[dict[str, int], ...]

    @classmethod
    def of(cls, told: Iterable[Told]) -> Backdrop:
        """Count."""
        counts: tuple[Counter[str], ...] = tuple(Counter() for _ in KINDS)
        for each in told:
            for own, value in zip(counts, each, strict=True):
                if value is not None:
                    own[value] += 1
        return cls(tuple(dict(sorted(own.items())) for own in counts))

    def to_text(self) -> str:
        """As it is kept."""
        return json.dumps(dict(zip(KINDS, self.counts, strict=True)))

    @classmethod
    def from_text(cls, text: str) -> Backdrop:
        """What `to_text` made."""
        found = json.loads(text)
        return cls(tuple(found.get(kind, {}) for kind in KINDS))


@dataclass(frozen=True, eq=False)
class Circumstances:
    """The circumstances of n pictures, before a backdrop.

    Attributes:
        values: by kind, those that were counted.
        shares: by kind, which share of the pictures that told this kind had each value, shape (v,), float64.
        codes: index into values by kind, shape (n, k), int32; -1 where it is not told, or was not counted.
    """

    values: tuple[tuple[str, ...], ...]
    shares: tuple[NDArray[np.float64], ...]
    codes: NDArray[np.int32]

    @classmethod
    def of(cls, backdrop: Backdrop, told: Sequence[Told]) -> Circumstances:
        """Those of these pictures."""
        values = tuple(tuple(own) for own in backdrop.counts)
        shares = tuple(np.array(list(own.values()), np.float64) / max(1, sum(own.values())) for own in backdrop.counts)
        known = [{value: code for code, value in enumerate(own)} for own in values]
        codes = [[own.get(value, -1) if value else -1 for own, value in zip(known, each, strict=True)] for each in told]
        return cls(values, shares, np.array(codes, np.int32).reshape(-1, len(KINDS)))

    def of_one(self, told: Told) -> NDArray[np.int32]:
        """The codes of a picture that is not among them, shape (1, k)."""
        codes = [own.index(value) if value in own else -1 for own, value in zip(self.values, told, strict=True)]
        return np.array([codes], np.int32)

    def uncounted(self, told: Sequence[Told]) -> int:
        """How many of these pictures tell something that was not counted."""
        heard = np.array([[value is not None for value in each] for each in told], bool).reshape(self.codes.shape)
        return int(((self.codes < 0) & heard).any(axis=1).sum())


def amounts(
    shares: Sequence[NDArray[np.float64]], examples: NDArray[np.int32], asked: NDArray[np.int32]
) -> NDArray[np.float64]:
    """What each circumstance of the pictures asked adds, as logarithms of odds, shape (n, k): 0 where it says nothing.

    Args:
        shares: see Circumstances.
        examples: codes of a category's examples, shape (m, k).
        asked: codes of the pictures that are asked, shape (n, k).
    """
    out = np.zeros(asked.shape)
    for kind, share in enumerate(shares):
        own, here = examples[:, kind], asked[:, kind] >= 0
        at = asked[here, kind]
        counts = np.bincount(own[own >= 0], minlength=len(share))[at]
        out[here, kind] = _log_odds(counts, np.full(len(at), (own >= 0).sum()), share[at])
    return _bounded(out)


def amounts_left_out(
    shares: Sequence[NDArray[np.float64]], examples: NDArray[np.int32], given: int, others: int | None
) -> NDArray[np.float64]:
    """What `amounts` would be for each example had it not been shown, shape (m, k); see prototypes.left_out.

    Args:
        given: how many further examples there are that tell nothing.
        others: how many of the others are shown (see ring.followers); all of them for None.
    """
    m, out = len(examples), np.zeros(examples.shape)
    shown = m + given - 1 if others is None else min(others, m + given - 1)
    all_others = shown == m + given - 1
    ring = followers(m + given, 0 if all_others else shown)[:m]
    for kind, share in enumerate(shares):
        own = examples[:, kind]
        here = own >= 0
        if all_others:
            counts = np.bincount(own[here], minlength=len(share))[own[here]] - 1
            total = np.full(here.sum(), here.sum() - 1)
        else:
            seen = np.append(own, np.full(given, -1, own.dtype))[ring[here]]
            counts, total = (seen == own[here, None]).sum(axis=1), (seen >= 0).sum(axis=1)
        out[here, kind] = _log_odds(counts, total, share[own[here]])
    return _bounded(out)


def _log_odds(counts: NDArray[np.int64], total: NDArray[np.int64], share: NDArray[np.float64]) -> NDArray[np.float64]:
    """How much more often than anywhere, of `counts` among `total` examples; 1 to 1 where it is not more often."""
    return np.maximum(0.0, np.log((counts + DOUBT) / (total * share + DOUBT)))


def _bounded(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """The odds of each row, shrunk together where their sum is beyond MOST: several may tell the same event."""
    return odds * np.minimum(1.0, MOST / np.maximum(together(odds), 1e-12))[:, None]


def together(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """The sum of each row of (n, k), shape (n,), added in the order of the kinds: the same for a row alone."""
    out = np.zeros(len(odds))
    for kind in range(odds.shape[1]):
        out += odds[:, kind]
    return out


@dataclass(frozen=True, slots=True)
class Spoken:
    """A circumstance of a picture that speaks for a category.

    Attributes:
        value: the folder, the day 2026-01-31, the month 01, the hour that the time of day begins with, the camera, or
            the cell of the map, south and west in degrees.
        amount: what it adds to the score.
        among_examples, examples: how many of the category's examples that tell this kind share it.
        anywhere: the share of all pictures that did when they were counted, 0..1.
    """

    kind: Circumstance
    value: str
    amount: float
    among_examples: int
    examples: int
    anywhere: float


def speaking(
    known: Circumstances, examples: NDArray[np.int32], asked: NDArray[np.int32], weight: float
) -> tuple[Spoken, ...]:
    """What adds to a score, the most telling first; asked has shape (k,)."""
    odds = amounts(known.shares, examples, asked[None])[0]
    out = []
    for kind in np.flatnonzero(odds).tolist():
        own, code = examples[:, kind], int(asked[kind])
        counts = int((own == code).sum()), int((own >= 0).sum())
        value = known.values[kind][code]
        out.append(Spoken(KINDS[kind], value, weight * float(odds[kind]), *counts, float(known.shares[kind][code])))
    return tuple(sorted(out, key=lambda each: -each.amount))
