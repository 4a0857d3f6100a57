"""Derives the starter's constants for libraries that learned their centre (Calibration.at_home, prototypes.DISBELIEF).

    python tests/benchmarks/constants.py ../shared/data/dev/* [--draws 4] [--keep ROWS.npz] [--heat]

Each folder is a labelled set, a folder a category; `--keep` saves the encoded rows, so that the next time takes a
minute. The constants make the right category most likely over all sets and regimes at once: 0 to 16 examples, mixed,
half of the categories by words and half by eight examples, and half of the words another category's. The temperature
and its sharpening are then fitted to the regimes with examples and right words. “none” is not fitted: how many pictures
are of nothing known is a matter of the library, so it is a choice (decision 9). Told are the constants by all sets and
by all but one, and what each set gets by those of the other eight, beside the shipped: accuracy, gap to the better of
words and pictures, calibration error before any label is used for it, with its floor, and how well unknown pictures are
told from known ones. docs/decisions/0005-reference.md says more.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from nomina.adapt import learned
from nomina.domain import Calibration, EncoderSpec, Levels
from nomina.encoders import catalog
from nomina.encoders.host import LocalHost
from nomina.evaluate import draws
from nomina.evaluate.labelled import read_labelled
from nomina.evaluate.measures import auroc, calibration_error
from nomina.evaluate.rivals import material
from nomina.library import create_library, open_library
from nomina.prototypes import DISBELIEF, LEARNING_TIGHTNESS
from nomina.reference import LOOSEST, TIGHTEST, USUAL, Reference, unit
from nomina.weighing import EVEN, EVEN_OF_FEW

Floats = NDArray[np.float64]
SHOTS: tuple[int | str, ...] = (0, 1, 2, 4, 8, 16, "mixed", "half")
WRONG, UNKNOWN = ("wrong 1", "wrong 2", "wrong 4", "wrong 8"), ("unknown 0", "unknown 1", "unknown 4", "unknown 16")
RARE = 0.3
"""Weight of a regime with wrong words: they are rarer than libraries that are as they seem."""
EXAMPLES = (1, 2, 4, 8, 16, "mixed")
NAMES = (
    "offset",
    "offset_of_one",
    "kappa",
    "temperature",
    "none",
    "sharpening",
    "tightness",
    "usually_alike",
    "disbelief",
)
FITTED = ("offset", "offset_of_one", "kappa", "disbelief", "temperature", "tightness")


@dataclass(frozen=True)
class Labelled:
    """A set: rows of shape (n, d), one text row a category of shape (k, d), right columns of shape (n,)."""

    name: str
    rows: NDArray[np.float32]
    texts: NDArray[np.float32]
    right: NDArray[np.int64]


@dataclass(frozen=True)
class Asked:
    """One draw: all that the constants make a score of.

    Attributes:
        words, along: the words' score, and the cosine to the examples, shape (m, k).
        known: examples of each category. recognised: mean words' score of them. alike: their mean cosine to each
            other. Shape (k,) each.
        right: column, shape (m,); k for a picture of no category that is there.
        pictures: which are asked, shape (m,). near: of the library.
    """

    words: Floats
    along: Floats
    known: Floats
    recognised: Floats
    alike: Floats
    right: NDArray[np.int64]
    pictures: NDArray[np.int64]
    near: float


# Sets and draws --------------------------------------------------------------------------------------------------


def read(folder: Path, encoder: Any) -> Labelled:
    """Encode a labelled folder."""
    with tempfile.TemporaryDirectory() as base:
        create_library(Path(base) / "lib")
        library = open_library(Path(base) / "lib", LocalHost(lambda: encoder))
        reading = read_labelled(library, folder)
        while True:
            try:
                next(reading)
            except StopIteration as stop:
                given = material(library, stop.value)
                library.close()
                return Labelled(folder.name, given.rows, given.texts, given.right)


def kept(folders: list[Path], encoder: Any, file: Path | None) -> list[Labelled]:
    """The sets, from the file where it has them all."""
    names = [folder.name for folder in folders]
    if file is not None and file.exists():
        with np.load(file) as found:
            if {f"{name} rows" for name in names} <= set(found.files):
                parts = ("rows", "texts", "right")
                return [Labelled(name, *(found[f"{name} {part}"] for part in parts)) for name in names]
    sets = [read(folder, encoder) for folder in folders]
    if file is not None:
        named = {f"{each.name} {part}": getattr(each, part) for each in sets for part in ("rows", "texts", "right")}
        np.savez_compressed(file, **named)
    return sets


def shown(of: Any, regime: int | str, seed: int) -> NDArray[np.bool_]:
    """Which pictures are examples, shape (n,)."""
    count = regime if isinstance(regime, int) else regime.split()[-1]
    if count == "mixed":
        return draws.mixed(of, seed).shown
    if count == "half":
        rng, k = random.Random(f"half {seed}"), len(of.categories)
        eight = np.array([place < k / 2 for place in rng.sample(range(k), k)])
        return draws.same_for_all(of, 8, seed).shown & eight[of.right]
    return draws.same_for_all(of, int(count), seed).shown


def drawn(each: Labelled, spec: EncoderSpec, shipped: Calibration, count: int) -> dict[int | str, list[Asked]]:
    """So many draws of every regime."""
    reference = Reference(spec, shipped, learned(spec, shipped, each.rows))
    rows, near = reference.pressed(each.rows).astype(np.float64), reference.metric.near
    centred = each.rows[:, slice(*spec.words)] - shipped.words_centre
    bend = shipped.words_bend
    words = shipped.words_gain * bend * np.arcsinh(centred @ unit(each.texts[:, slice(*spec.words)]).T / bend)
    k = len(each.texts)
    of = SimpleNamespace(
        categories=range(k), ids=np.arange(len(rows)), right=each.right, sizes=np.bincount(each.right, minlength=k)
    )
    found: dict[int | str, list[Asked]] = {}
    for regime in (*SHOTS, *WRONG, *UNKNOWN):
        once = regime == 0
        for seed in range(1 if once else count):
            said = _swapped(words, seed) if regime in WRONG else words
            one = _asked(of, rows, said.astype(np.float64), shown(of, regime, seed), near or USUAL)
            found.setdefault(regime, []).append(_without_half(one, seed) if regime in UNKNOWN else one)
    return found


def _swapped(words: NDArray[np.float32], seed: int) -> NDArray[np.float32]:
    """Half of the categories have another's words."""
    k = words.shape[1]
    some = np.random.default_rng(seed).choice(k, max(2, k // 2), replace=False)
    columns = np.arange(k)
    columns[some] = np.roll(some, 1)
    return words[:, columns]


def _asked(of: Any, rows: Floats, words: Floats, examples: NDArray[np.bool_], near: float) -> Asked:
    members = np.zeros((len(of.categories), len(rows)))
    members[of.right[examples], np.flatnonzero(examples)] = 1
    known, asked = members.sum(axis=1), np.flatnonzero(~examples)
    recognised = (members * words.T).sum(axis=1) / np.maximum(known, 1)
    sums = members @ rows
    alike = ((sums**2).sum(axis=1) - known) / np.maximum(known * (known - 1), 1)
    evenly = (EVEN + EVEN_OF_FEW / np.maximum(known, 1))[:, None]
    counts = members * (evenly - unit(sums.astype(np.float32)) @ rows.T)
    directions = unit((counts @ rows).astype(np.float32)).astype(np.float64)
    return Asked(words[asked], rows[asked] @ directions.T, known, recognised, alike, of.right[asked], asked, near)


def _without_half(one: Asked, seed: int) -> Asked:
    """Half of the categories are not there; pictures of theirs are unknown."""
    gone = draws.left_out(one.words.shape[1], 0.5, seed)
    stay = np.flatnonzero(~gone)
    column = np.full(len(gone), len(stay))
    column[stay] = np.arange(len(stay))
    return Asked(
        one.words[:, stay],
        one.along[:, stay],
        one.known[stay],
        one.recognised[stay],
        one.alike[stay],
        column[one.right],
        one.pictures,
        one.near,
    )


# Constants -------------------------------------------------------------------------------------------------------


def logits(values: Floats, one: Asked, gain: float) -> Floats:
    """What the softmax sees, “none” last, shape (m, k + 1): prototypes.Prototype.fused and reference.calibration."""
    kappa, temperature, none, sharpening, _, _, disbelief = values[2:]
    trust = 2.0 / (1.0 + np.exp((none - one.recognised) / disbelief))
    n = np.maximum(one.known, 1)
    share = np.where(one.known > 0, kappa * trust / (kappa * trust + n), 1.0)
    scores = share * one.words + (1.0 - share) * gain * (one.along - offsets(values, one))
    nearer = min(max(one.near, LOOSEST), TIGHTEST) - USUAL
    scores = np.concatenate([scores, np.full((len(scores), 1), none)], axis=1)
    return scores / (temperature * np.exp(-sharpening * nearer))


def offsets(values: Floats, one: Asked) -> Floats:
    """Of each category, shape (k,): see prototypes.py."""
    offset, of_one, _, _, _, _, tightness, usually_alike, _ = values
    told = np.where(one.known > 1, tightness * one.known / (one.known + LEARNING_TIGHTNESS), 0.0)
    return np.asarray(offset - of_one / np.maximum(one.known, 1) + told * (one.alike - usually_alike))


def surprise(values: Floats, sets: list[dict[int | str, list[Asked]]], gain: float, regimes: Sequence[Any]) -> float:
    """Mean negative log-likelihood of what is right, given that it is one of the categories."""
    total = weight = 0.0
    for found in sets:
        for regime in regimes:
            counts = RARE if regime in WRONG else 1.0
            weight += counts
            for one in found[regime]:
                z = logits(values, one, gain)[:, :-1]
                z -= z.max(axis=1, keepdims=True)
                own = z[np.arange(len(z)), one.right]
                total += counts * float((np.log(np.exp(z).sum(axis=1)) - own).mean()) / len(found[regime])
    return total / weight


def fitted(start: Floats, sets: list[dict[int | str, list[Asked]]], gain: float, *, heat: bool = False) -> Floats:
    """The constants that surprise least; with `heat` the temperature and its sharpening alone."""
    scores = start if heat else _freed(start, FITTED, sets, gain, SHOTS + WRONG)
    return _freed(scores, ("temperature", "sharpening"), sets, gain, EXAMPLES)


def _freed(
    start: Floats, names: Sequence[str], sets: list[dict[int | str, list[Asked]]], gain: float, regimes: Sequence[Any]
) -> Floats:
    """With these fitted and the others as they are; what must be positive stays so."""
    free = [NAMES.index(name) for name in names]
    positive = np.array([name in ("kappa", "temperature", "disbelief") for name in names])

    def values(by: Floats) -> Floats:
        out = start.copy()
        out[free] = np.where(positive, start[free] * np.exp(np.where(positive, by, 0.0)), start[free] + by)
        return out

    found = minimize(
        lambda by: surprise(values(by), sets, gain, regimes), np.zeros(len(free)), method="L-BFGS-B", tol=1e-5
    )
    return values(found.x)


# What they are worth ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Worth:
    """Of one set and regime: accuracy, gap to the better of words and pictures, calibration error and its floor."""

    accuracy: float
    gap: float
    error: float
    floor: float


def worth(values: Floats, some: list[Asked], gain: float) -> Worth:
    scores = [logits(values, one, gain)[:, :-1] for one in some]
    right = [each.argmax(axis=1) == one.right for each, one in zip(scores, some, strict=True)]
    words = [one.words.argmax(axis=1) == one.right for one in some]
    alone = [np.where(one.known > 0, one.along - offsets(values, one), -9).argmax(axis=1) == one.right for one in some]
    accuracy, better = _mean(right), max(_mean(words), _mean(alone))
    believed = [np.exp(each.max(axis=1) - np.log(np.exp(each).sum(axis=1))) for each in scores]
    pictures = np.concatenate([one.pictures for one in some])
    calibrated = calibration_error(np.concatenate(believed), np.concatenate(right), pictures)
    return Worth(accuracy, accuracy - better, calibrated.error, calibrated.floor)


def _mean(parts: list[NDArray[np.bool_]]) -> float:
    return float(np.mean([part.mean() for part in parts]))


def told_apart(values: Floats, some: list[Asked], gain: float) -> float:
    """How often an unknown picture has the higher probability of “none”."""
    found = []
    for one in some:
        z = logits(values, one, gain)
        none = -np.log(np.exp(z - z[:, -1:]).sum(axis=1))
        unknown = one.right == one.words.shape[1]
        found.append(auroc(none[~unknown], none[unknown]))
    return float(np.mean(found))


def tell(name: str, by_set: list[Floats], sets: list[dict[int | str, list[Asked]]], gain: float) -> None:
    """Means over the sets, each by its own constants."""
    print(name)
    rows = {regime: [worth(v, each[regime], gain) for v, each in zip(by_set, sets, strict=True)] for regime in SHOTS}
    for regime, found in rows.items():
        accuracy, error, floor = (
            100 * float(np.mean([getattr(each, key) for each in found])) for key in ("accuracy", "error", "floor")
        )
        gap = 100 * min(each.gap for each in found)
        print(f"  {regime}: accuracy {accuracy:.1f}, worst gap {gap:+.1f}, calibration error {error:.1f} ({floor:.1f})")
    apart = [
        100 * np.mean([told_apart(v, each[regime], gain) for v, each in zip(by_set, sets, strict=True)])
        for regime in UNKNOWN
    ]
    print(
        "  none told apart:", ", ".join(f"{regime} {value:.1f}" for regime, value in zip(UNKNOWN, apart, strict=True))
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--draws", type=int, default=4)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--heat", action="store_true", help="fit the temperature and its sharpening alone")
    options = parser.parse_args()
    encoder = catalog.load("starter")
    spec, shipped = encoder.spec, encoder.calibration()
    labelled = kept(options.folders, encoder, options.keep)
    sets = [drawn(each, spec, shipped, options.draws) for each in labelled]
    gain, home = shipped.pictures_gain, shipped.at_home
    assert isinstance(home, Levels)
    now = np.array([*(getattr(home, name) for name in NAMES[:-1]), DISBELIEF])
    best = fitted(now, sets, gain, heat=options.heat)
    out = [fitted(best, sets[:i] + sets[i + 1 :], gain, heat=options.heat) for i in range(len(sets))]
    print("shipped     ", ", ".join(f"{name} {value:.3f}" for name, value in zip(NAMES, now, strict=True)))
    print("fitted      ", ", ".join(f"{name} {value:.3f}" for name, value in zip(NAMES, best, strict=True)))
    for each, values in zip(labelled, out, strict=True):
        print(f"  without {each.name}:", ", ".join(f"{v:.3f}" for v in values))
    told = (surprise(values, sets, gain, SHOTS + WRONG) for values in (now, best))
    print("surprise: shipped {:.4f}, fitted {:.4f}".format(*told))
    tell("as shipped", [now] * len(sets), sets, gain)
    tell("fitted to all", [best] * len(sets), sets, gain)
    tell("each set by the constants of the others", out, sets, gain)


if __name__ == "__main__":
    main()
