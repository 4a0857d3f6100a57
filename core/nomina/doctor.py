"""What is wrong with a category, and what would help it most. A short verb that reads and changes nothing.

Bounds are set on nine labelled sets: docs/decisions/0008-review.md says how often each finding is a false alarm there,
and how often a planted fault is found.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from nomina.calibrate import LeftOut, leave_one_out
from nomina.domain import Category, Origin, Rows
from nomina.library import Library
from nomina.mislabelled import compared
from nomina.prompts import prompts
from nomina.reference import unit
from nomina.review import Question, review_queue
from nomina.wording import FEWEST_EXAMPLES, FEWEST_OTHERS, Wording, contrast, rank_wordings, worth

ENOUGH = 4
"""Examples from which accuracy rises slowly: nine sets, 72 % with one, 83 % with four."""
FEWEST_PEERS, FAR = 5, 3.5
"""An outlier lies so many deviations (1.4826 · median absolute) below its peers' median (Iglewicz, Hoaglin 1993)."""
FEWEST_TO_SPLIT, PARTED = 8, 0.1
"""Two kinds: an example is by so much nearer to the others of its own half than to all others, on average."""
CONFUSED = 0.3
"""Two categories overlap if so large a share of their examples, two at least, looks more like the other one."""
SAME_WORDS = 0.8
"""Likeness of words, 0 for unrelated nouns and 1 for the same: sofa and couch 0.9, street and road 0.8, of different
categories of nine sets at most 0.6 (milk carton, yoghurt carton), with the starter."""
NOUNS = ("house", "river", "chair", "engine", "bread", "cloud", "shoe", "violin", "tiger", "letter")
BLIND = 0.6
"""Words that put an example above another picture less often than this disagree with the examples; 0.5 is a guess."""
NEXT = 10


class Fault(StrEnum):
    """What can be wrong with a category."""

    FEW = "too few examples"
    OUTLIER = "an example unlike the others"
    TWO_KINDS = "two kinds"
    OVERLAP = "overlap"
    WORDS = "words that do not fit"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        value, bound: what was measured, and where it becomes a finding. FEW: examples. OUTLIER: deviations of the
            worst. TWO_KINDS: how much nearer to its half. OVERLAP: share confused, or how alike the words are where
            that alone is it. WORDS: how often they put an example above another picture.
        images: FEW: none. OUTLIER: the outliers, the worst first. TWO_KINDS: the smaller kind, to be split off.
            OVERLAP: the examples of both that look like the other one; none where only the words are alike.
            WORDS: none.
        other: OVERLAP: id of the other category; with the larger overlap first where there are several.
        words: OVERLAP: whether their words are nearly the same.
    """

    fault: Fault
    value: float
    bound: float
    images: NDArray[np.int64]
    other: int | None = None
    words: bool = False


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found.

    Attributes:
        examples: how many examples with a row there are.
        findings: what is wrong, in the order of Fault.
        wordings: its wordings and the candidates, the best first; empty where too little tells.
        next: the pictures most worth a look for this category.
        asked: examples that could be asked as if they had not been shown; right: how many of them look more like it
            than like any other category.
    """

    category_id: int
    examples: int
    findings: tuple[Finding, ...]
    wordings: tuple[Wording, ...]
    next: tuple[Question, ...]
    asked: int = 0
    right: int = 0


def diagnose(library: Library, category_id: int, candidates: Iterable[str] = ()) -> Diagnosis:
    """Examine a category.

    Args:
        candidates: wordings to compare with its own.

    Raises:
        BadInput: a candidate is no good.
        NotFound: the category is gone.
    """
    category = library.store.category(category_id)
    left = leave_one_out(library)
    examples = library.scores.examples(category_id)
    findings = [
        *_few(examples, library.scores.known_by(category_id)),
        *_outliers(library, category, left),
        *_two_kinds(library, examples),
    ]
    findings += [*_overlaps(library, category, left), *_words(library, category)]
    own, others = contrast(library, category)
    told = library.spec.texts and len(own) >= FEWEST_EXAMPLES and len(others) > 0
    wordings = rank_wordings(library, category_id, candidates) if told else []
    asked, right = _recognised(library, category, left)
    next_ones = _next(library, category)
    return Diagnosis(category_id, len(examples), tuple(findings), tuple(wordings), next_ones, asked, right)


def _recognised(library: Library, category: Category, left: LeftOut) -> tuple[int, int]:
    """How many of its examples could be asked, and how many of those are known for its own."""
    own, other, _ = compared(library, left)
    mine = (left.truth == left.categories.index(category.id)) & np.isfinite(own)
    return int(mine.sum()), int((own[mine] >= other[mine]).sum())


def _few(examples: NDArray[np.int64], known_by: int) -> list[Finding]:
    return [Finding(Fault.FEW, known_by, ENOUGH, examples[:0])] if known_by < ENOUGH else []


def _outliers(library: Library, category: Category, left: LeftOut) -> list[Finding]:
    """Examples far below their peers that look more like another category."""
    own, other, _ = compared(library, left)
    mine = np.flatnonzero(left.truth == left.categories.index(category.id))
    mine = mine[np.isfinite(own[mine])]
    if len(mine) < FEWEST_PEERS:
        return []
    scores = own[mine].astype(np.float64)
    middle = np.median(scores)
    spread = 1.4826 * np.median(np.abs(scores - middle))
    far = (middle - scores) / max(float(spread), 1e-6)
    alone = not np.isfinite(other).any()
    found = np.flatnonzero((far > FAR) & (alone | (other[mine] > own[mine])))
    found = found[np.argsort(-far[found], kind="stable")]
    if not len(found):
        return []
    return [Finding(Fault.OUTLIER, float(far[found[0]]), FAR, left.ids[mine[found]])]


def _two_kinds(library: Library, examples: NDArray[np.int64]) -> list[Finding]:
    if len(examples) < FEWEST_TO_SPLIT:
        return []
    rows = unit(np.nan_to_num(library.scores.placed(examples).pictures.widened()))
    half = two_means(rows)
    smaller = np.flatnonzero(half == (half.mean() < 0.5))
    gain = parted(rows, half) if len(smaller) >= 2 else 0.0
    return [Finding(Fault.TWO_KINDS, gain, PARTED, examples[smaller])] if gain > PARTED else []


def two_means(rows: Rows) -> NDArray[np.bool_]:
    """Which of two halves each unit row of shape (n, d) is in, by spherical 2-means; all False where all are alike.

    It starts from the row farthest from the mean and the one farthest from that, so that it is the same each time.
    """
    first = rows[np.argmin(rows @ rows.mean(axis=0))]
    centres = np.stack([first, rows[np.argmin(rows @ first)]])
    half = np.zeros(len(rows), bool)
    for _ in range(20):
        likeness = rows @ centres.T
        now = likeness[:, 1] > likeness[:, 0]
        if now.all() or not now.any():
            return np.zeros(len(rows), bool)
        if (now == half).all():
            break
        half = now
        centres = unit(np.stack([rows[~half].sum(axis=0), rows[half].sum(axis=0)]))
    return half


def parted(rows: Rows, half: NDArray[np.bool_]) -> float:
    """By how much a unit row is nearer to the mean of the others of its half than to that of all others, on average."""
    whole = rows.sum(axis=0) - rows
    side = np.where(half[:, None], rows[half].sum(axis=0), rows[~half].sum(axis=0)) - rows
    return float((np.einsum("ij,ij->i", rows, unit(side)) - np.einsum("ij,ij->i", rows, unit(whole))).mean())


def _overlaps(library: Library, category: Category, left: LeftOut) -> list[Finding]:
    """Categories whose examples are taken for each other, or whose words are nearly the same; the largest first."""
    own, other, best = compared(library, left)
    column, alike = left.categories.index(category.id), _likeness_of_words(library, category)
    swapped = np.isfinite(own) & (other > own)
    out = []
    for against, other_id in enumerate(left.categories):
        if against == column:
            continue
        pair = (left.truth == column) & (best == against) | (left.truth == against) & (best == column)
        confused = np.flatnonzero(swapped & pair)
        share = len(confused) / max(1, int(np.isin(left.truth, (column, against)).sum()))
        words = alike.get(other_id, 0.0)
        same = words >= SAME_WORDS
        if len(confused) >= 2 and share >= CONFUSED:
            out.append(Finding(Fault.OVERLAP, share, CONFUSED, np.unique(left.ids[confused]), other_id, same))
        elif same:
            out.append(Finding(Fault.OVERLAP, words, SAME_WORDS, left.ids[:0], other_id, True))
    return sorted(out, key=lambda finding: -finding.value)


def _likeness_of_words(library: Library, category: Category) -> dict[int, float]:
    """How alike the words of each other category are, by its id: 0 as unrelated nouns are, 1 for the same."""
    directions = {each.id: _words_of(library, each) for each in library.store.categories()}
    own = directions.pop(category.id)
    if own is None:
        return {}
    asked = [prompts(Category(0, noun), library.spec) for noun in NOUNS]
    library.text_rows([text for texts in asked for text in texts])  # all at once, where they are not known yet
    bank = [library.text_rows(texts) for texts in asked]
    nouns = np.stack([library.scores.reference.place_texts(rows) for rows in bank])
    unrelated = float(np.median((nouns @ nouns.T)[np.triu_indices(len(nouns), 1)]))
    return {
        other: (float(own @ each) - unrelated) / max(1e-6, 1.0 - unrelated)
        for other, each in directions.items()
        if each is not None
    }


def _words_of(library: Library, category: Category) -> NDArray[np.float32] | None:
    """The direction of a category's words, unit length; None without words."""
    words = library.scores.prototype(category.id).words if prompts(category, library.spec) else None
    return None if words is None else unit(words.codes[None].astype(np.float32))[0]


def _words(library: Library, category: Category) -> list[Finding]:
    texts = prompts(category, library.spec)
    own, others = contrast(library, category)
    if not texts or len(own) < FEWEST_EXAMPLES or len(others) < FEWEST_OTHERS:
        return []
    value = worth(library, library.text_rows(texts), own, others)
    return [Finding(Fault.WORDS, value, BLIND, own[:0])] if value < BLIND else []


def _next(library: Library, category: Category) -> tuple[Question, ...]:
    """Of the pictures nearest to the category that nobody labelled, those most worth a look."""
    table = library.scores
    said = np.array([label.image_id for label in library.store.labels() if label.origin is Origin.PERSON], np.int64)
    scores = np.where(np.isin(table.ids, said), -np.inf, table.column(category.id))
    near = np.flatnonzero(np.isfinite(scores))
    near = near[np.argsort(-scores[near], kind="stable")[: 20 * NEXT]]
    return tuple(review_queue(library, NEXT, among=table.ids[near].tolist()))
