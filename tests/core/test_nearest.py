"""A search is for words, for pictures, or for both, and away from others."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import add

from nomina.errors import BadInput
from nomina.library import Library
from nomina.nearest import Sought, search, sought
from nomina.pages import Show, page
from nomina.saved import save_search, saved_searches
from nomina.testing import save_picture


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("heron", Sought(("heron",))),
        ("a bird in flight", Sought(("a bird in flight",))),
        ("heron +water -people", Sought(("heron", "water"), not_words=("people",))),
        ("heron + blue water - a person", Sought(("heron", "blue water"), not_words=("a person",))),
        ("T-shirt C++ 3-4", Sought(("T-shirt C++ 3-4",))),
        ("-people", Sought(not_words=("people",))),
        ("+", Sought(("+",))),
        ("  ", Sought()),
    ],
)
def test_plus_and_minus_after_a_space_part_what_is_typed(typed: str, parts: Sought) -> None:
    assert sought(typed) == parts


@given(st.text())
def test_whatever_is_typed_has_parts_and_none_is_empty(typed: str) -> None:
    parts = sought(typed)
    assert all(text.strip() for text in (*parts.words, *parts.not_words))
    assert bool(typed.strip()) == bool(parts.words or parts.not_words)


@pytest.fixture
def colours(library: Library, tmp_path: Path) -> Library:
    """Red, blue, and purple, which is between them; and a green."""
    add(library, *(save_picture(tmp_path / f"{name}.png", name) for name in ("red", "blue", "purple", "green")))
    return library


def found(library: Library, query: str | Path | Sought) -> list[str]:
    return [hit.path.stem for hit in search(library, query) if hit.path]


def test_words_and_a_picture_together_find_what_is_near_to_both(colours: Library, tmp_path: Path) -> None:
    red = save_picture(tmp_path / "other" / "red.png", "red", seed=1)
    both = found(colours, Sought(("blue",), (red,)))
    assert found(colours, red)[0] == "red"
    assert found(colours, "blue")[0] == "blue"
    assert both.index("purple") < both.index("green")
    assert both[-1] == "green"


def test_a_minus_moves_what_it_names_down(colours: Library) -> None:
    plain, without = found(colours, "blue +red"), found(colours, "blue +red -purple")
    assert set(plain) == set(without)
    assert without.index("purple") >= plain.index("purple")


def test_a_picture_may_be_what_is_not_sought(colours: Library, tmp_path: Path) -> None:
    purple = save_picture(tmp_path / "other" / "purple.png", "purple", seed=1)
    without = found(colours, Sought(("blue",), not_pictures=(purple,)))
    assert without[0] == "blue"
    assert without.index("purple") >= found(colours, "blue").index("purple")


def test_a_page_and_a_saved_search_take_it(colours: Library, tmp_path: Path) -> None:
    show = Show(search=Sought(("blue",), (tmp_path / "red.png",), ("green",)))
    assert page(colours, show).count == 4
    save_search(colours, "between", show)
    assert saved_searches(colours)[0].show.search == show.search


@pytest.mark.parametrize("query", ["-people", "", Sought(not_words=("people",))])
def test_only_what_is_not_sought_is_nothing_to_search_for(colours: Library, query: str | Sought) -> None:
    with pytest.raises(BadInput, match="There is nothing to search for"):
        search(colours, query)
