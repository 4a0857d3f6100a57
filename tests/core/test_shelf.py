"""The shelf: names as a person orders them, and what it grows to is what it would be if it were read anew."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import category, in_memory

from nomina.domain import Reading
from nomina.library import Library
from nomina.pictured import Keys, Places
from nomina.shelf import Shelf, natural, read_shelf

FOLDERS = ("b", "a/x", "c")


@given(st.lists(st.text("ab01 .é", max_size=6), max_size=20))
def test_numbers_in_names_count_as_numbers(names: list[str]) -> None:
    filled = [re.sub(r"\d+", lambda digits: digits[0].zfill(12), name) for name in names]
    array = np.array([name.encode() for name in names] or np.zeros(0), np.bytes_)
    assert [name.decode() for name in natural(array).tolist()] == filled


@given(
    st.lists(st.text(st.characters(exclude_characters="\0/\\", exclude_categories=["Cs"]), min_size=1), min_size=1),
    st.text(max_size=2),
)
def test_names_are_found_and_sorted_in_every_script(names: list[str], part: str) -> None:
    def plain(text: str) -> str:
        return re.sub(r"\d", lambda digit: str(int(digit[0])), text.casefold())

    named = Named(names)
    shelf = read_shelf(named, named.keys_after(0))  # type: ignore[arg-type]
    assert shelf.named(part).tolist() == [plain(part) in plain(name) for name in names]
    filled = [re.sub(r"\d+", lambda digits: digits[0].zfill(12), plain(name)) for name in names]
    assert [filled[row] for row in np.argsort(shelf.by_name)] == sorted(filled)


class Named:
    """Pictures of these names, without a library."""

    def __init__(self, names: list[str]) -> None:
        self.names = names

    def keys_after(self, after: int) -> Keys:
        numbers = range(after, len(self.names))
        return np.array(numbers, np.int64) + 1, np.array([f"{number:032x}" for number in numbers], "S32")

    def places_after(self, after: int) -> Places:
        paths = [f"{at % 3}{os.sep}{self.names[at]}" for at in range(after, len(self.names))]
        return Places(np.arange(after, len(self.names)) + 1, paths, len(self.names))


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with in_memory() as made:
        yield made


def look_and_fail(library: Library) -> None:
    with library.step("Fail"):
        put(library, 20, "b", 9)
        assert "img 9.jpg" in [os.path.basename(path) for path in library.shelf.paths.tolist()]
        raise ZeroDivisionError


ACTS = st.one_of(
    st.tuples(st.just("put"), st.integers(0, 11), st.sampled_from(FOLDERS), st.integers(0, 5)),
    st.tuples(st.sampled_from(["undo", "redo", "look", "fail", "rehearse"])),
)


def put(library: Library, picture: int, folder: str, name: int) -> None:
    path = Path(os.sep, folder, f"img {name}.jpg")
    library.store.put_place(library.store.put_image(reading := Reading(path, f"{picture:032x}", 1, 1, 8, 8)), reading)


@given(st.lists(ACTS, max_size=30))
def test_a_shelf_that_grew_is_as_one_that_was_read_anew(library: Library, acts: list[tuple[object, ...]]) -> None:
    for act, *what in acts:
        if act == "put":
            with library.step("Add"):
                put(library, *what)  # type: ignore[arg-type]
        elif act == "fail":
            with pytest.raises(ZeroDivisionError):
                look_and_fail(library)
        elif act == "rehearse":
            with library.history.rehearsal(), library.step("Rehearse"):
                put(library, 21, "a/x", 9)
                assert library.shelf.by_name is not None
        elif act == "look":
            same(library.shelf, read_shelf(library.store, library.store.keys_after(0)))
        else:
            library.undo() if act == "undo" else library.redo()
    same(library.shelf, read_shelf(library.store, library.store.keys_after(0)))
    while library.undo():
        pass


def same(grown: Shelf, anew: Shelf) -> None:
    for name in ("ids", "hashes", "paths", "place_row", "names", "by_name"):
        assert getattr(grown, name).tolist() == getattr(anew, name).tolist(), name
    assert grown.folders == anew.folders
    assert grown.place_folder.tolist() == anew.place_folder.tolist()


def test_what_is_only_added_is_all_that_is_read_again(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    with library.step("Add"):
        put(library, 1, "b", 1)
    first, asked, keys = library.shelf, [], library.store.keys_after
    monkeypatch.setattr(library.store, "keys_after", lambda after: asked.append(after) or keys(after))
    with library.history.rehearsal():
        category(library, "heron")
    assert library.shelf is first, "what is rehearsed of categories tells nothing of pictures"
    with library.step("Add"):
        put(library, 2, "c", 1)
    assert len(library.shelf.ids) == 2
    assert asked == [first.ids[-1]]
