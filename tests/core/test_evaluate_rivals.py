"""The rivals: each against the few lines that define it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from tests.core.helpers import COLOURS, result

from nomina.errors import BadInput
from nomina.evaluate import Plan, draws, evaluate_folder, rivals
from nomina.evaluate.labelled import read_labelled
from nomina.evaluate.rivals import Material
from nomina.library import Library
from nomina.testing import save_picture

NAMES = COLOURS[:4]


@pytest.fixture
def given() -> Material:
    """Thirty rows of three categories with a stretch for words and one for pictures, and one text a category."""
    rng = np.random.default_rng(0)
    right = np.repeat(np.arange(3), 10)

    def unit(rows: NDArray[np.float64]) -> NDArray[np.float64]:
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    words, pictures = (unit(rng.normal(0, 1, (3, d))[right] + rng.normal(0, 0.7, (30, d))) for d in (8, 40))
    texts = np.hstack([unit(rng.normal(0, 1, (3, 8))), np.zeros((3, 40))]).astype(np.float32)
    return Material(np.hstack([words, pictures]).astype(np.float32), texts, (0, 8), (8, 48), right)


@pytest.fixture
def shown() -> NDArray[np.bool_]:
    """Three of each category."""
    return np.arange(30) % 10 < 3


def test_what_can_be_asked_depends_on_the_encoder(given: Material) -> None:
    both = {"text_cosine", "raw_fusion", "nearest_mean", "knn", "logistic", "logistic_both"}
    assert set(rivals.rivals(given)) == both
    joint = Material(given.rows[:, :8], given.texts, (0, 8), (0, 8), given.right)
    assert set(rivals.rivals(joint)) == both - {"logistic_both"}
    wordless = Material(given.rows, None, None, (8, 48), given.right)
    assert set(rivals.rivals(wordless)) == {"nearest_mean", "knn", "logistic"}


def test_the_cosines_are_those_of_the_definition(given: Material, shown: NDArray[np.bool_]) -> None:
    found = rivals.rivals(given)
    assert given.texts is not None
    words, texts = given.rows[:, :8], given.texts[:, :8]
    cosine = words @ texts.T / np.linalg.norm(words, axis=1)[:, None] / np.linalg.norm(texts, axis=1)
    np.testing.assert_allclose(found["text_cosine"](shown).scores, cosine, atol=1e-6)
    pictures = given.rows[:, 8:]
    means = np.array([pictures[shown & (given.right == c)].mean(axis=0) for c in range(3)])
    cosine = pictures @ means.T / np.linalg.norm(pictures, axis=1)[:, None] / np.linalg.norm(means, axis=1)
    np.testing.assert_allclose(found["nearest_mean"](shown).scores, cosine, atol=1e-6)
    rows = given.rows / np.sqrt(2)  # two stretches of unit length each
    means = np.array([np.vstack([given.texts[c], rows[shown & (given.right == c)]]).mean(axis=0) for c in range(3)])
    cosine = rows @ means.T / np.linalg.norm(means, axis=1)
    np.testing.assert_allclose(found["raw_fusion"](shown).scores, cosine, atol=1e-6)


def test_logistic_regression_is_that_of_scikit_learn_on_the_plain_rows(
    given: Material, shown: NDArray[np.bool_]
) -> None:
    for name, stretch in (("logistic", slice(8, 48)), ("logistic_both", slice(0, 48))):
        rows = given.rows[:, stretch].astype(float)
        plain = LogisticRegression(C=rivals.INVERSE_PENALTY, max_iter=5000, tol=1e-8)
        plain.fit(rows[shown], given.right[shown])
        said = rivals.rivals(given)[name](shown)
        assert said.beliefs is not None
        np.testing.assert_allclose(said.beliefs[0], plain.predict_proba(rows), atol=2e-3)


def test_one_example_a_category_makes_the_nearest_neighbour_the_nearest_mean(given: Material) -> None:
    shown = np.arange(30) % 10 == 0
    found = rivals.rivals(given)
    assert (found["knn"](shown).first == found["nearest_mean"](shown).first).all()


@pytest.mark.parametrize("known", [[], [1], [0, 2]])
def test_a_category_without_examples_is_never_named_by_those_who_need_them(given: Material, known: list[int]) -> None:
    shown = np.isin(given.right, known) & (np.arange(30) % 10 < 2)
    for name, rival in rivals.rivals(given).items():
        said = rival(shown)
        if name in {"nearest_mean", "knn", "logistic", "logistic_both"}:
            assert set(said.first.tolist()) <= set(known or [-1])
            assert np.isneginf(np.delete(said.scores, known, axis=1)).all()
        else:
            assert (said.first >= 0).all()


def test_the_rivals_see_the_encoders_own_rows_and_the_same_draws(library: Library, tmp_path: Path) -> None:
    for i, name in enumerate(NAMES):
        for j in range(5):
            save_picture(tmp_path / name / f"{j}.png", name, seed=10 * i + j, size=(8, 6))
    found = result(evaluate_folder(library, tmp_path, Plan((0, 2), 2, rivals=True, mixed=True, leave_out=0)))
    words, two = found.rows
    assert set(words.methods) == {"fused", "words", "text_cosine"}
    assert set(two.methods) == {"fused", "words", "pictures"} | {
        *("text_cosine", "raw_fusion", "nearest_mean", "knn", "logistic")
    }
    assert all(measured.accuracy.mean == 1 for measured in two.methods.values())
    assert two.methods["logistic"].ece is not None, "it has probabilities"
    assert two.methods["knn"].answered is None, "it always answers"
    assert found.mixed is not None
    assert found.mixed.methods.keys() == two.methods.keys()


def test_material_has_the_rows_in_the_order_of_the_set(library: Library, tmp_path: Path) -> None:
    for i, name in enumerate(NAMES):
        save_picture(tmp_path / name / "a.png", name, seed=i, size=(8, 6))
    labelled = result(read_labelled(library, tmp_path))
    material = rivals.material(library, labelled)
    assert material.texts is not None
    assert ((material.rows @ material.texts.T).argmax(axis=1) == labelled.right).all()
    assert draws.same_for_all(labelled, 1, 0).asked.all(), "one picture a category: none can be shown"


def test_without_scikit_learn_it_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(BadInput, match="The rivals need scikit-learn") as error:
        rivals.check_installed()
    assert "nomina[evaluate]" in error.value.hint
