"""Short verbs on one picture: what is believed of it, and what made it so."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.answer import Predictions, latest, not_ruled_out
from nomina.calibrate import thresholds
from nomina.circumstances import Spoken
from nomina.domain import Category, State
from nomina.embeddings import text_key
from nomina.errors import BadInput, NotFound
from nomina.library import Library
from nomina.prompts import prompts
from nomina.prototypes import Evidence, prototype
from nomina.reference import Placed


@dataclass(frozen=True, slots=True)
class Ranked:
    """A category as it stands for one picture.

    Attributes:
        probability: calibrated; of a category that others lie under, of it or any of them.
        yours: whether a person said that the picture is of it.
        ruled_out: whether a person said that it is not, or not of one above it.
        possible: whether it is among those that cannot be ruled out at the opinion's level.
    """

    category: Category
    probability: float
    yours: bool
    ruled_out: bool
    possible: bool


@dataclass(frozen=True, slots=True)
class Opinion:
    """What is believed of one picture.

    Attributes:
        state: in one word.
        ranking: every category, the best first: what a person accepted, then by score.
        none: probability of none of these.
        level: how often the right category is among the possible ones.
        enough: whether there are labels enough to rule categories out at that level; else all are possible.
    """

    image_id: int
    state: State
    ranking: tuple[Ranked, ...]
    none: float
    level: float
    enough: bool


def opinion(library: Library, image_id: int, level: float = 0.9) -> Opinion:
    """What is believed of one picture, as of every other; see answer.predict and answer.prediction_sets.

    Raises:
        NotFound: the picture is gone. BadInput: level is not between 0.5 and 0.999.
    """
    believed = latest(library)
    row = _row(believed, image_id)
    scores = believed.scores[row]
    possible = not_ruled_out(library, scores[None], level)[0]
    yours = np.zeros(len(scores), bool)
    yours[believed.accepted[believed.accepted[:, 0] == row, 1]] = True
    if yours.any():
        possible = yours
    read = bool(library.scores.read[row])
    order = np.lexsort((-scores, ~yours))
    ranking = tuple(
        Ranked(
            believed.categories[column],
            float(believed.beliefs[row, column]),
            bool(yours[column]),
            read and bool(np.isneginf(scores[column])) and _has_evidence(library, believed.categories[column]),
            bool(possible[column]),
        )
        for column in order.tolist()
    )
    enough = bool(np.isfinite(thresholds(library, level).scores).all())
    return Opinion(image_id, believed.state(row), ranking, float(believed.none[row]), level, enough)


def _has_evidence(library: Library, category: Category) -> bool:
    made = library.scores.prototype(category.id)
    return made.words is not None or made.examples is not None


@dataclass(frozen=True, slots=True)
class Vote:
    """What one example or reject adds to a score; less than 0 where it takes from it.

    Attributes:
        image_id: the picture; None for a row that came without one, in a pack.
    """

    image_id: int | None
    amount: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a picture has its score for a category. All that words, examples, rejects and circumstances add makes it up.

    Attributes:
        score: as `ScoreTable.column` has it, before what a person said of this very picture.
        none: the score of “none of these”.
        words: what the words add.
        wordings: each name and sentence of the category, with the score it would give alone; the best first.
        examples, rejects: what each adds; the most telling first.
        unlike: what the words take that say what the category is not.
        circumstances: what folder, date, camera and place add, where they count.
    """

    image_id: int
    category: Category
    score: float
    none: float
    words: float
    wordings: tuple[tuple[str, float], ...]
    examples: tuple[Vote, ...]
    rejects: tuple[Vote, ...]
    unlike: float
    circumstances: tuple[Spoken, ...]


def explain(library: Library, image_id: int, category_id: int | None = None) -> Explanation:
    """Take apart the score of one picture for a category, by default the one that stands first for it.

    Raises:
        NotFound: the picture or the category is gone.
        BadInput: the encoder has not read the picture, or the category is known by nothing.
    """
    believed, table = latest(library), library.scores
    row = _row(believed, image_id)
    if not table.read[row]:
        raise BadInput("This picture was not read by the encoder yet.", "Wait until it is read, then look again.")
    category = believed.best(row) if category_id is None else library.store.category(category_id)
    if category is None or not _has_evidence(library, category):
        raise BadInput("No category is known by anything yet.", "Give one a word, or show examples.")
    votes, examples, rejects = table.votes(category.id, image_id)
    picture = table.placed(np.array([image_id], np.int64))
    return Explanation(
        image_id,
        category,
        float(table.column(category.id)[row]),
        table.reference.calibration.none,
        votes.words,
        _wordings(library, category, picture) if votes.words else (),
        _ranked(examples, votes.examples),
        _ranked(rejects, votes.rejects, reverse=False),
        votes.unlike,
        table.spoken(category.id, image_id),
    )


def _row(believed: Predictions, image_id: int) -> int:
    row = int(np.searchsorted(believed.ids, image_id))
    if row >= len(believed.ids) or believed.ids[row] != image_id:
        raise NotFound("This picture is not in the library any more.", "Undo brings it back.")
    return row


def _ranked(ids: tuple[int, ...], amounts: NDArray[np.float64], *, reverse: bool = True) -> tuple[Vote, ...]:
    """Votes by their amount, the largest first if reverse; those beyond the ids came without a picture."""
    whose: list[int | None] = [*ids, *[None] * (len(amounts) - len(ids))]
    order = np.argsort(-amounts if reverse else amounts, kind="stable")
    return tuple(Vote(whose[i], float(amounts[i])) for i in order.tolist())


def _wordings(library: Library, category: Category, picture: Placed) -> tuple[tuple[str, float], ...]:
    """Each wording with the score it would give alone, the best first."""
    spec = library.spec
    wordings = [(name, prompts(Category(0, name), spec)) for name in (category.name, *category.synonyms)]
    wordings += [(category.description, (category.description,))] if category.description else []
    scored = [(wording, _score_of_texts(library, texts, picture)) for wording, texts in wordings]
    return tuple(sorted(scored, key=lambda each: -each[1]))


def _score_of_texts(library: Library, texts: tuple[str, ...], picture: Placed) -> float:
    spec, reference = library.spec, library.scores.reference
    rows, _ = library.embeddings.get(spec.id, [text_key(text) for text in texts], spec.dimension)
    nothing = picture.take(np.zeros(0, np.int64))
    alone = prototype(reference.calibration, Evidence(reference.place_texts(rows), nothing, nothing))
    return float(alone.score(picture)[0])
