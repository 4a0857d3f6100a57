"""Derived data on disk: rows by hash and encoder, thumbnails by hash. All of it may be lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nomina.embeddings import Embeddings, text_key
from nomina.reference import unit
from nomina.thumbnails import Thumbnails


@pytest.fixture
def embeddings(tmp_path: Path) -> Iterator[Embeddings]:
    with closing(Embeddings(tmp_path / "embeddings.db")) as embeddings:
        yield embeddings


def test_a_row_is_found_by_its_key_and_encoder_only(embeddings: Embeddings) -> None:
    embeddings.put("one@1", {"a": np.ones(3, np.float32), "b": np.zeros(3, np.float32)})
    embeddings.put("two@1", {"a": np.full(4, 2, np.float32)})
    rows, found = embeddings.get("one@1", ["b", "missing", "a"], 3)
    assert found.tolist() == [True, False, True]
    assert rows.tolist() == [[0, 0, 0], [0, 0, 0], [1, 1, 1]]
    assert embeddings.get("two@1", ["a"], 4)[0].tolist() == [[2, 2, 2, 2]]
    assert embeddings.keys("one@1", 3) == {"a", "b"}
    assert embeddings.keys("one@1", 4) == embeddings.keys("three@1", 3) == set()
    embeddings.drop(["a"])
    assert embeddings.keys("one@1", 3) == {"b"}
    assert embeddings.keys("two@1", 4) == set()


@given(st.integers(0, 2**32 - 1), st.integers(1, 700))
def test_a_row_comes_back_the_same_every_time_and_near_what_was_put(
    tmp_path_factory: pytest.TempPathFactory, seed: int, d: int
) -> None:
    row = unit(np.random.default_rng(seed).normal(size=(1, d)).astype(np.float32))[0]
    file = tmp_path_factory.mktemp("cache") / "embeddings.db"
    with closing(Embeddings(file)) as embeddings:
        embeddings.put("one@1", {"a": row})
        first = embeddings.get("one@1", ["a"], d)[0]
        embeddings.put("one@1", {"a": first[0]})
    with closing(Embeddings(file)) as embeddings:
        again = embeddings.get("one@1", ["a"], d)[0]
    assert again.tobytes() == first.tobytes()
    assert np.abs(again[0] - row).max() < 1e-3


@given(wanted=st.lists(st.integers(0, 40), max_size=60))
def test_rows_come_in_the_order_in_which_they_are_asked_for(
    tmp_path_factory: pytest.TempPathFactory, wanted: list[int]
) -> None:
    file = tmp_path_factory.mktemp("cache") / "embeddings.db"
    with closing(Embeddings(file)) as embeddings:
        embeddings.put("one@1", {f"{7 * i % 31:02}": np.full(2, 7 * i % 31, np.float32) for i in range(31)})
        rows, found = embeddings.get("one@1", [f"{i:02}" for i in wanted], 2)
    assert found.tolist() == [i < 31 for i in wanted]
    assert rows.tolist() == [[i, i] if i < 31 else [0, 0] for i in wanted]


def test_texts_and_pictures_never_share_a_key() -> None:
    assert text_key("heron") != text_key("Heron")
    assert text_key("heron").startswith("text:")


def test_thumbnails_may_be_asked_for_from_any_thread(tmp_path: Path) -> None:
    thumbnails = Thumbnails(tmp_path / "thumbnails.db")
    thumbnails.put({"a": b"jpeg", "b": b"other"})
    got: list[bytes | None] = []

    def ask() -> None:
        got.append(thumbnails.get("a"))
        got.append(thumbnails.get("missing"))
        thumbnails.put({"c": b"from a thread"})
        thumbnails.close()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert got == [b"jpeg", None]
    assert thumbnails.hashes() == {"a", "b", "c"}
    assert thumbnails.get("c") == b"from a thread"
    thumbnails.close()
    thumbnails.close()
