"""How well wordings know a category's own examples from other pictures. A short verb that reads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.categories import clean_name
from nomina.domain import Category, Rows
from nomina.errors import BadInput
from nomina.hierarchy import below
from nomina.library import Library
from nomina.places import Place
from nomina.prompts import prompts
from nomina.prototypes import Evidence, prototype
from nomina.records import name_key

FEWEST_EXAMPLES, FEWEST_OTHERS, MOST_OTHERS = 3, 5, 2000
SHORTEST, LONGEST, MOST_TOLD = 3, 40, 5
CAMERAS = frozenset(("img", "dsc", "dscn", "dscf", "image", "photo", "picture", "pic", "scan", "screenshot", "dcim"))
"""What cameras and people call any picture."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording, and how often it puts one of the category's examples above another picture, 0..1; 0.5 is a guess.

    Attributes:
        own: whether it is one of the category's own wordings.
    """

    text: str
    worth: float
    own: bool


def rank_wordings(library: Library, category_id: int, candidates: Iterable[str] = ()) -> list[Wording]:
    """The name, synonyms and description of a category and other candidates, each by itself, the best first.

    The other pictures are the examples of other categories, less what lies above or below; where those are fewer than
    FEWEST_OTHERS, pictures that nobody labelled for this category.

    Args:
        candidates: further wordings. Each may be a name or a sentence.

    Raises:
        BadInput: the encoder knows no words, there are fewer than FEWEST_EXAMPLES examples or no other pictures, or a
            candidate is no good.
        NotFound: the category is gone.
    """
    category = library.store.category(category_id)
    if not library.spec.texts:
        raise BadInput(f"{library.spec.title} knows no words.", "Choose another encoder to compare wordings.")
    own, others = contrast(library, category)
    if len(own) < FEWEST_EXAMPLES or not len(others):
        raise BadInput(
            f"Too few pictures tell how good a wording of “{category.name}” is.",
            f"Give it {FEWEST_EXAMPLES} examples at least, and let there be other pictures.",
        )
    mine = [category.name, *category.synonyms, *([category.description] if category.description else [])]
    texts = dict.fromkeys([*mine, *(clean_name(text) for text in candidates)])
    library.text_rows([each for text in texts for each in _asked(library, category, text)])  # all at once
    out = [Wording(text, worth(library, _rows(library, category, text), own, others), text in mine) for text in texts]
    return sorted(out, key=lambda wording: -wording.worth)


def told_by_files(library: Library, category_id: int) -> list[str]:
    """Wordings that the names of a category's examples, and of the folders they lie in, propose; the commonest first.

    Raises:
        NotFound: the category is gone.
    """
    category = library.store.category(category_id)
    known = {name_key(text) for text in (category.name, *category.synonyms, *category.unlike)}
    found: Counter[str] = Counter()
    for image in library.store.images(library.scores.examples(category_id).tolist()):
        if image.path is not None:
            file = Place.of(image.path).file
            parts = (re.sub(r"[\W\d_]+", " ", part).strip().casefold() for part in (file.stem, file.parent.name))
            found.update({part for part in parts if len(part) >= SHORTEST and part not in CAMERAS})
    often = [text for text, count in found.most_common() if count >= 2 and name_key(text) not in known]
    return [text for text in often if len(text) <= LONGEST][:MOST_TOLD]


def contrast(library: Library, category: Category) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Image ids of the category's examples, and of other pictures that have a row."""
    table, categories = library.scores, library.store.categories()
    inside = below(categories)
    column = [each.id for each in categories].index(category.id)
    foreign = [each.id for each, kin in zip(categories, (inside | inside.T)[column], strict=True) if not kin]
    own = table.examples(category.id)
    others = np.unique(np.concatenate([np.zeros(0, np.int64), *(table.examples(each) for each in foreign)]))
    others = others[~np.isin(others, own)]
    if len(others) < FEWEST_OTHERS:
        said = [label.image_id for label in library.store.labels(category_id=category.id)]
        others = table.ids[table.read & ~np.isin(table.ids, np.array(said, np.int64))]
    if len(others) > MOST_OTHERS:
        others = others[np.linspace(0, len(others) - 1, MOST_OTHERS).astype(np.int64)]
    return own, others


def _rows(library: Library, category: Category, text: str) -> Rows:
    """Rows of one wording, shape (k, d)."""
    return library.text_rows(_asked(library, category, text))


def _asked(library: Library, category: Category, text: str) -> tuple[str, ...]:
    """What the encoder is asked for a wording: a name in its templates, the description as it stands."""
    return (text,) if text == category.description else prompts(Category(0, text), library.spec)


def worth(library: Library, texts: Rows, own: NDArray[np.int64], others: NDArray[np.int64]) -> float:
    """How often texts, shape (k, d), taken together put one of `own` above one of `others`; a tie is half."""
    table = library.scores
    reference = table.reference
    nothing = table.placed(np.zeros(0, np.int64))
    made = prototype(reference.calibration, Evidence(reference.place_texts(texts), nothing, nothing))
    return above(made.score(table.placed(own)), made.score(table.placed(others)))


def above(ones: NDArray[np.float32], others: NDArray[np.float32]) -> float:
    """How often one of `ones` is above one of `others`, 0..1; a tie is half."""
    order = np.sort(others)
    lower, upper = (np.searchsorted(order, ones, side=side).astype(np.float64) for side in ("left", "right"))
    return float((lower + upper).mean() / (2 * len(others)))
