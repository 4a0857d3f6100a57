"""Measuring on a folder whose sub-folders are the right answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.core.helpers import COLOURS, CountingEncoder, add, category, in_memory, result, save_many

from nomina.errors import BadInput
from nomina.evaluate import evaluate_folder
from nomina.library import Library
from nomina.testing import save_picture


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Four pictures for each of five colours, in folders of the colours' names."""
    for i, name in enumerate(COLOURS[:5]):
        for j in range(4):
            save_picture(tmp_path / name / f"{j}.png", name, seed=10 * i + j, size=(8, 6))
    (tmp_path / "README.txt").write_text("not a category")
    return tmp_path


def test_colours_are_named_right_by_words_and_by_examples(
    library: Library, encoder: CountingEncoder, answers: Path
) -> None:
    words, one, three = result(evaluate_folder(library, answers, examples=(0, 1, 3), draws=3))
    assert (words.examples, words.categories, words.images) == (0, 5, 20)
    assert words.accuracy == one.accuracy == three.accuracy == 1
    assert words.spread == 0
    assert words.answered == words.right_of_answered == 1
    assert encoder.encoded == 20, "each picture once"
    assert library.store.labels() == [], "what was shown is taken back"


def test_names_that_say_nothing_are_learned_from_examples(library: Library, answers: Path) -> None:
    for i, name in enumerate(COLOURS[:5]):
        (answers / name).rename(answers / f"thing {i}")
    words, two = result(evaluate_folder(library, answers, examples=(0, 2), draws=4))
    assert words.accuracy < 0.7
    assert two.accuracy > 0.9


def test_measuring_twice_gives_the_same_numbers(answers: Path) -> None:
    tables = []
    for _ in range(2):
        with in_memory() as library:
            tables.append(result(evaluate_folder(library, answers, examples=(0, 1), draws=2)))
    assert tables[0] == tables[1]


def test_one_picture_of_a_category_is_always_left_to_ask(library: Library, answers: Path) -> None:
    (many,) = result(evaluate_folder(library, answers, examples=(50,), draws=2))
    assert many.accuracy == 1


def test_what_cannot_be_measured_is_said_in_a_sentence(
    library: Library, answers: Path, tmp_path: Path, pictures: list[Path]
) -> None:
    for folder in (answers / "red", tmp_path / "nowhere", answers / "README.txt"):
        with pytest.raises(BadInput, match="has no sub-folders to be the categories"):
            result(evaluate_folder(library, folder))
    category(library, "red")
    with pytest.raises(BadInput, match="The library is not empty"):
        result(evaluate_folder(library, answers))
    with in_memory() as other:
        add(other, *pictures[:1])
        with pytest.raises(BadInput, match="The library is not empty"):
            result(evaluate_folder(other, answers))


def test_a_category_without_pictures_is_said_in_a_sentence(library: Library, answers: Path) -> None:
    (answers / "empty").mkdir()
    with pytest.raises(BadInput, match="There are no pictures in"):
        result(evaluate_folder(library, answers))


def test_the_same_picture_under_two_answers_is_right_under_one(library: Library, tmp_path: Path) -> None:
    for name in ("red", "blue"):
        save_many(tmp_path / name, 3)
    (words,) = result(evaluate_folder(library, tmp_path, examples=(0,)))
    assert words.images == 3
