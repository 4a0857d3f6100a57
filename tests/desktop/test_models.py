"""The models tell the truth about snapshots."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.properties import examples

from nomina import STATES, Category, Page, Show, State
from nomina_desktop.category_model import CategoriesModel
from nomina_desktop.models import Caption, PicturesModel, Role
from nomina_desktop.verbs import Snapshot


def snapshot(ids, states=None, *, known=True, names=("fox", "dog")):
    count = len(ids)
    states = [STATES.index(State(state)) for state in states or ["likely"] * count]
    page = Page(
        np.array(ids, np.int64),
        [f"hash{i}" for i in ids],
        [f"/pictures/{i}.jpg" for i in ids],
        np.full(count, 0 if names else -1, np.int64),
        np.full(count, 1 if names else -1, np.int64),
        np.full(count, 0.87, np.float32),
        np.array(states, np.int8),
        tuple(Category(n, name, digit=n if n < 10 else None) for n, name in enumerate(names, 1)),
        {number + 1: count for number in range(len(names))},
        {State.LIKELY: count},
    )
    return Snapshot(page, Show(), known, "Colours on CPU", True, "", "")


@pytest.mark.parametrize("kind", [PicturesModel, CategoriesModel])
def test_models_keep_the_rules_of_qt_while_snapshots_change(kind, qapp):
    model = kind()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for ids in ([], [1, 2, 3], [1, 2, 3], [3, 2], [], list(range(1, 200))):
        model.take(snapshot(ids))
    model.take(None)
    model.take(snapshot([1], names=()))
    assert tester.model() is model  # what it finds is logged as a warning, which fails the test


@pytest.mark.parametrize(
    ("state", "caption"),
    [
        ("yours", Caption("fox", "✓ yours", (1,), "good")),
        ("likely", Caption("fox", "likely", (1,))),
        ("unsure", Caption("fox or dog", "unsure", (1, 2), "warn")),
        ("none", Caption("none of these")),
        ("unread", Caption("7.jpg", "reading…")),
    ],
)
def test_a_caption_says_the_state_in_words(state, caption):
    model = PicturesModel()
    model.take(snapshot([7], [state]))
    assert model.index(0).data(Role.CAPTION) == caption


def test_nothing_is_said_of_a_picture_before_the_encoder_is_ready():
    model = PicturesModel()
    model.take(snapshot([7], ["unread"], known=False))
    assert model.index(0).data(Role.CAPTION) == Caption("7.jpg")


def test_words_for_the_ear_and_the_tooltip():
    model = PicturesModel()
    model.take(snapshot([7]))
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "fox, likely, 87 % fox, 7.jpg"
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) == "fox, likely\n87 % fox\n7.jpg"


def test_the_same_pictures_in_the_same_order_are_no_reset(qtbot):
    model = PicturesModel()
    model.take(snapshot([1, 2, 3]))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.take(snapshot([1, 2, 3], ["none"] * 3))
    with qtbot.waitSignal(model.modelReset):
        model.take(snapshot([1, 3, 2]))


def test_a_category_has_its_own_key_or_none():
    model = CategoriesModel()
    model.take(snapshot([1], names=[f"category {i}" for i in range(11)]))
    keys = [model.index(row).data(Role.ROW).key for row in range(11)]
    assert keys == [*"123456789", "", ""]


@examples(50)
@given(st.lists(st.integers(1, 30), unique=True), st.sets(st.integers(1, 40)))
def test_rows_are_found_by_their_images(ids, wanted):
    model = PicturesModel()
    model.take(snapshot(ids))
    assert model.rows_of(wanted) == model.rows_of(tuple(wanted)) == [i for i, each in enumerate(ids) if each in wanted]
