"""Long verb: how well the words and a few examples sort a folder whose sub-folders are the right answers."""

from __future__ import annotations

import random
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nomina.answer import predict
from nomina.confidence import STATES
from nomina.domain import Label, Origin, Progress, State
from nomina.errors import BadInput
from nomina.ingest import add_images
from nomina.library import Library
from nomina.teach import add_category

NOTHING = STATES.index(State.NONE)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """One line of the table.

    Attributes:
        examples: pictures shown for each category; the rest are asked.
        accuracy: share of the asked pictures whose best category is right, mean over the draws, 0..1.
        spread: standard deviation over the draws.
        answered: share of the asked pictures that are not called "none of these".
        right_of_answered: share of those that is right.
    """

    examples: int
    accuracy: float
    spread: float
    answered: float
    right_of_answered: float
    categories: int
    images: int


def evaluate_folder(
    library: Library, folder: Path, *, examples: Sequence[int] = (0, 1, 4), draws: int = 5
) -> Generator[Progress, None, list[Accuracy]]:
    """Add a labelled folder to an empty (temporary) library and measure, for each number of examples a category.

    Each picture is encoded once. Which pictures are shown is drawn at random, with fixed seeds.

    Raises:
        BadInput: the folder has fewer than two sub-folders with pictures, or the library is not empty.
    """
    if library.store.image_keys() or library.store.categories():
        raise BadInput("The library is not empty.", "Evaluate in a temporary one.")
    truth = yield from _add_labelled(library, folder)
    table = []
    for count in examples:
        table.append((yield from _measure(library, truth, count, draws if count else 1)))
    return table


def _add_labelled(library: Library, folder: Path) -> Generator[Progress, None, dict[int, int]]:
    """Add pictures and categories; returns the right category id by image id."""
    names = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    if len(names) < 2:
        raise BadInput(f"“{folder}” has no sub-folders to be the categories.", "Give a folder with one a category.")
    truth: dict[int, int] = {}
    for name in names:
        added = yield from add_images(library, [folder / name])
        add_category(library, name)
        category = library.store.category_named(name)
        assert category is not None
        truth |= dict.fromkeys(added.files.values(), category.id)
    return truth


def _measure(library: Library, truth: dict[int, int], count: int, draws: int) -> Generator[Progress, None, Accuracy]:
    rates, answered, right = [], [], []
    for seed in range(draws):
        shown = _draw(truth, count, seed)
        if shown:
            with library.step("Show examples"):
                for image_id in shown:
                    library.store.put_label(Label(image_id, truth[image_id], True, Origin.PERSON))
        believed = predict(library)
        asked = np.array([int(i) not in shown for i in believed.ids])
        ids = np.array([category.id for category in believed.categories])
        correct = (ids[believed.first] == np.array([truth[int(i)] for i in believed.ids])) & (believed.first >= 0)
        sure = believed.states != NOTHING
        rates.append(float(correct[asked].mean()))
        answered.append(float(sure[asked].mean()))
        right.append(float(correct[asked & sure].mean()) if (asked & sure).any() else 0.0)
        if shown:
            library.undo()
        yield Progress(seed + 1, draws, f"{count} examples a category")
    return Accuracy(
        count,
        float(np.mean(rates)),
        float(np.std(rates)),
        float(np.mean(answered)),
        float(np.mean(right)),
        len(set(truth.values())),
        len(truth),
    )


def _draw(truth: dict[int, int], count: int, seed: int) -> set[int]:
    rng = random.Random(f"nomina {count} {seed}")
    shown: set[int] = set()
    for category_id in sorted(set(truth.values())):
        members = sorted(image_id for image_id, right in truth.items() if right == category_id)
        shown |= set(rng.sample(members, min(count, max(0, len(members) - 1))))
    return shown
