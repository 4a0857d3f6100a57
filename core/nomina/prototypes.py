"""From evidence to scores: the words of a category count as κ pictures, and each example picture as one.

    score = λ · gain_w · bend · asinh(⟨τ, x_w⟩ / bend)  +  (1 - λ) · gain_p · (⟨unit(Σ w·accepted), x_p⟩ - offset(n, a))
            - gain_p · β(m) · max(0, ⟨unit(Σ rejected), x_p⟩ - offset)
            - γ · max(0, words' score along υ - max(none, words' score along τ))

with τ the direction of the words, υ of those that say what it is not, n examples, m rejects, λ = κ/(κ + n) (0 without
words, 1 without examples), w what each example counts (weighing.py) and

    offset(n, a) = offset - offset_of_one / n + tightness · n / (n + 8) · (a - usually_alike)

because the mean of few examples is nearer to nothing, and because the pictures of a category whose examples are alike
(a, their mean cosine) lie nearer to it. κ is trusted more where the words know the category's own examples and less
where they do not. Sums are integers, so that the order in which evidence came leaves no trace. One category's evidence
touches its own scores alone.
"""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.directions import Direction, Prototype, words_score
from nomina.domain import Calibration
from nomina.fixedpoint import BLOCK, Quantised, quantise
from nomina.reference import Placed
from nomina.ring import followers
from nomina.weighing import FIXED_POINT, Weighing, alike, unit_sums, whole

MOST_REJECTION = 0.4
"""Weight of very many rejects. Three a category raise the mean average precision of nine sets by 1.6 points for words
alone, by 3 with one example; at 0.8 they cost accuracy (docs/decisions/0004-scores.md)."""

AGAINST = 0.5
"""Weight of the words that say what a category is not, where they know a picture better than its own words do and than
“none”: docs/decisions/0004-scores.md has what it is worth."""

LEARNING_TIGHTNESS = 8
"""Examples from which on it counts by half how alike they are: of two it is one cosine."""

DISBELIEF = 3.0
"""How slowly words lose their weight as they score the category's own examples lower: κ counts once where the mean is
that of "none", and towards nothing or twice as it falls or rises. Fitted to nine sets together with sets where half of
the words are another category's (docs/decisions/0005-reference.md)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a person gave for one category.

    Attributes:
        words: direction of its texts in the space of words, shape (w,), or None without words.
        accepted, rejected: placed rows of the images that a person labelled.
        unlike: direction of the texts that say what it is not, shape (w,), or None without.
    """

    words: NDArray[np.float32] | None
    accepted: Placed
    rejected: Placed
    unlike: NDArray[np.float32] | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """Evidence added up, in integers, so that one picture can be taken out again and leave no trace.

    Attributes:
        words: direction of the words, of weight 1; None without words.
        accepted, rejected: Σ rows · FIXED_POINT, shape (d,), int64.
        weighed: Σ accepted, each as much as it counts, shape (d,); see weighing.Weighing.of_all.
        recognised: Σ of the words' scores of the accepted · FIXED_POINT.
        unlike: direction of the words that say what it is not, with its weight; None without.
    """

    words: Direction | None
    accepted: NDArray[np.int64]
    weighed: NDArray[np.float64]
    examples: int
    recognised: int
    rejected: NDArray[np.int64]
    rejects: int
    unlike: Direction | None = None


def prototype(calibration: Calibration, evidence: Evidence) -> Prototype:
    """The prototype that the evidence gives."""
    return _prototype(calibration, _sums(calibration, evidence))


def left_out(calibration: Calibration, evidence: Evidence, others: int | None = None) -> NDArray[np.float32]:
    """The score that each accepted picture would have had it not been shown, shape (n,), float32.

    Exactly the score under the prototype of the other pictures. Of no others that is the score by words alone, -inf
    where there are none.

    Args:
        others: how many of the other pictures are shown (see ring.followers); all of them for None.
    """
    sums, accepted = _sums(calibration, evidence), evidence.accepted
    n = len(accepted)
    shown = max(0, n - 1 if others is None else min(others, n - 1))
    if shown == 0:
        nothing = dataclasses.replace(sums, examples=0, recognised=0)
        return _prototype(calibration, nothing).score(accepted)
    rows, recognised = whole(accepted.pictures), _recognised(calibration, sums.words, accepted)
    weighing, ring = Weighing(accepted.pictures), followers(n, 0 if shown == n - 1 else shown)
    scores = np.empty(n, np.float32)
    for start in range(0, n, BLOCK):
        block = np.arange(start, min(start + BLOCK, n))
        if shown == n - 1:
            totals, known = sums.accepted - rows[block], sums.recognised - recognised[block]
            counted = weighing.without(totals, block)
        else:
            totals = sum((rows[each] for each in ring[block].T), np.zeros((len(block), rows.shape[1]), np.int64))
            known = sum((recognised[each] for each in ring[block].T), np.zeros(len(block), np.int64))
            counted = weighing.of_few(totals, ring[block])
        scores[block] = _each_by_its_own(calibration, sums, (totals, counted), shown, known, accepted.take(block))
    return scores


def _each_by_its_own(
    calibration: Calibration,
    sums: Sums,
    totals: tuple[NDArray[np.int64], NDArray[np.float64]],
    shown: int,
    recognised: NDArray[np.int64],
    rows: Placed,
) -> NDArray[np.float32]:
    """The score of row i under a prototype whose examples add up to totals[.][i], shape (n,): as by Prototype.score.

    Args:
        sums: gives words and rejects. totals: plain and weighed, shape (n, d) each. shown: examples in each.
        recognised: their words' scores, shape (n,).
    """
    same = _prototype(calibration, dataclasses.replace(sums, examples=shown))
    share = np.array([_share_of_words(calibration, sums, shown, int(known)) for known in recognised])
    own, asked = quantise(unit_sums(totals[1])), rows.pictures
    along = np.einsum("ij,ij->i", asked.codes, own.codes, dtype=np.float64) * asked.scales * own.scales
    return same.fused(same.along(rows), share, along - _offsets(calibration, totals[0], shown))


def rejects_left_out(calibration: Calibration, evidence: Evidence) -> NDArray[np.float32]:
    """The score that each rejected picture would have had it not been rejected, shape (m,), float32."""
    sums, rejected = _sums(calibration, evidence), evidence.rejected
    rows = whole(rejected.pictures)
    scores = np.empty(len(rejected), np.float32)
    for i in range(len(rejected)):
        rest = dataclasses.replace(sums, rejected=sums.rejected - rows[i], rejects=len(rejected) - 1)
        scores[i] = _prototype(calibration, rest).score(rejected.take(np.array([i])))[0]
    return scores


@dataclass(frozen=True, slots=True)
class Votes:
    """What a picture's score is made of; it all adds up to the score.

    Attributes:
        words: what the words give.
        examples: what each accepted picture gives or takes, in the evidence's order, shape (n,), float64.
        rejects: what each rejected picture takes or gives back, shape (m,), float64; zeros where the picture is not
            near enough to the rejects for them to count.
        unlike: what the words that say what it is not take.
    """

    words: float
    examples: NDArray[np.float64]
    rejects: NDArray[np.float64]
    unlike: float

    @property
    def total(self) -> float:
        """The score."""
        return self.words + float(self.examples.sum()) + float(self.rejects.sum()) + self.unlike


def votes(made: Prototype, evidence: Evidence, picture: Placed) -> Votes:
    """Take apart the score that a prototype gives one picture: the directions are sums, so each row has its share.

    Args:
        evidence: what the prototype was made from. picture: one placed row.
    """
    constants, along, words = made.calibration, made.along(picture), 0.0
    examples, rejects = np.zeros(len(evidence.accepted)), np.zeros(len(evidence.rejected))
    known = None if along.words is None else words_score(constants, along.words)
    if made.words is not None and known is not None:
        words = made.words.weight * float(known[0])
    if made.examples is not None:
        gain, rows = made.examples.weight * constants.pictures_gain, evidence.accepted.pictures
        counts = Weighing(rows).counts(whole(rows).sum(axis=0))
        examples = gain * (_shares(made.examples, rows, counts, picture) - made.offset / len(examples))
    if made.rejects is not None and along.rejects is not None and along.rejects[0] > constants.offset:
        gain = made.rejects.weight * constants.pictures_gain
        rows, counts = evidence.rejected.pictures, np.ones(len(rejects))
        rejects = -gain * (_shares(made.rejects, rows, counts, picture) - constants.offset / len(rejects))
    return Votes(words, examples, rejects, -float(made.against(along, known)[0]))


def _shares(direction: Direction, rows: Quantised, counts: NDArray[np.float64], picture: Placed) -> NDArray[np.float64]:
    """What each row adds to the inner product of a picture and the rows' direction, shape (n,).

    The direction is held in whole numbers; what that rounds away is shared evenly, so that it adds up.
    """
    own = counts[:, None] * (whole(rows) / FIXED_POINT)
    length = max(float(np.sqrt(np.sum(own.sum(axis=0) ** 2))), 1e-12)
    shares = own @ picture.pictures.widened()[0].astype(np.float64) / length
    return np.asarray(shares + (float(direction.along(picture.pictures)[0]) - shares.sum()) / len(shares))


def _sums(calibration: Calibration, evidence: Evidence) -> Sums:
    words = None if evidence.words is None else _direction(evidence.words, 1.0)
    accepted = whole(evidence.accepted.pictures).sum(axis=0)
    return Sums(
        words,
        accepted,
        Weighing(evidence.accepted.pictures).of_all(accepted),
        len(evidence.accepted),
        int(_recognised(calibration, words, evidence.accepted).sum()),
        whole(evidence.rejected.pictures).sum(axis=0),
        len(evidence.rejected),
        None if evidence.unlike is None else _direction(evidence.unlike, AGAINST),
    )


def _prototype(calibration: Calibration, sums: Sums) -> Prototype:
    n, m = sums.examples, sums.rejects
    share = _share_of_words(calibration, sums, n, sums.recognised)
    return Prototype(
        calibration,
        None if sums.words is None else dataclasses.replace(sums.words, weight=share),
        _direction(sums.weighed, 1.0 - share) if n else None,
        _direction(sums.rejected, MOST_REJECTION * m / (m + 3)) if m else None,
        float(_offsets(calibration, sums.accepted[None], n)[0]),
        sums.unlike,
    )


def _offsets(calibration: Calibration, totals: NDArray[np.int64], examples: int) -> NDArray[np.float64]:
    """The offset of m categories with so many examples each, shape (m,), from their plain sums, shape (m, d)."""
    plain = calibration.offset - calibration.offset_of_one / max(1, examples)
    if examples < 2:
        return np.full(len(totals), plain)
    told = calibration.tightness * examples / (examples + LEARNING_TIGHTNESS)
    return plain + told * (alike(totals, examples) - calibration.usually_alike)


def _share_of_words(calibration: Calibration, sums: Sums, examples: int, recognised: int) -> float:
    """λ: how much the words count beside the examples, less where they do not know the examples for their own.

    Args:
        sums: says whether there are words. recognised: Σ of the words' scores of the examples · FIXED_POINT.
    """
    if sums.words is None:
        return 0.0
    if not examples:
        return 1.0
    mean = recognised / FIXED_POINT / examples
    trust = 2.0 / (1.0 + math.exp(min(700.0, (calibration.none - mean) / DISBELIEF)))
    kappa = calibration.kappa * trust
    return kappa / (kappa + examples)


def _recognised(calibration: Calibration, words: Direction | None, rows: Placed) -> NDArray[np.int64]:
    """The words' score of each row in fixed point, shape (n,)."""
    if words is None or rows.words is None:
        return np.zeros(len(rows), np.int64)
    return np.rint(words_score(calibration, words.along(rows.words)) * FIXED_POINT).astype(np.int64)


def _direction(total: NDArray[np.int64] | NDArray[np.floating], weight: float) -> Direction:
    held = quantise(unit_sums(total[None]))
    return Direction(held.codes[0], float(held.scales[0]), weight)
