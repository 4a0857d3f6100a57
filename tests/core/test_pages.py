"""Pages of pictures: filters that narrow together, orders, near-duplicates as one, folders with counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import COLOURS, add, category, in_memory, result

from nomina.domain import Origin, State
from nomina.duplicates import keep_duplicates
from nomina.folders import folders_of
from nomina.library import Library
from nomina.pages import Order, Page, Show, page, unread_page
from nomina.runs import label_images
from nomina.teach import label
from nomina.testing import save_picture


def shot(path: Path, colour: str, seed: int, taken: str = "") -> Path:
    """A picture that may tell when it was taken."""
    save_picture(path.with_suffix(".png"), colour, seed=seed, size=(24, 18))
    with PIL.Image.open(path.with_suffix(".png")) as image:
        exif = image.getexif()
        if taken:
            exif.get_ifd(0x8769)[0x9003] = taken
        image.save(path, exif=exif, quality=95)
    path.with_suffix(".png").unlink()
    return path


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Twelve pictures of three colours in three folders, taken on twelve days but for two that do not tell."""
    folder = tmp_path_factory.mktemp("shots")
    with in_memory() as made:
        for number in range(12):
            colour = COLOURS[number % 3]
            day = "" if number in (4, 5) else f"2020:{12 - number:02}:10 08:00:00"
            place = folder / ("top", "top/inner", "other")[number % 3]
            add(made, shot(place / f"IMG {number} {colour}.jpg", colour, number, day))
        for name in COLOURS[:3]:
            category(made, name)
        result(label_images(made, at_least=0.9, only=folder / "other"))
        label(made, [1, 2], 1)
        yield made


def names(shown: Page) -> list[int]:
    return [int(Path(path).name.split()[1]) for path in shown.paths]


def root(library: Library) -> Path:
    return Path(library.shelf.paths[0]).parents[1]


def test_names_sort_as_a_person_counts(library: Library) -> None:
    assert names(page(library, Show(order=Order.NAME))) == list(range(12))
    assert names(page(library, Show(order=Order.NAME, reverse=True))) == list(range(11, -1, -1))


def test_dates_sort_and_what_does_not_tell_its_day_stays_at_the_end(library: Library) -> None:
    assert names(page(library, Show(order=Order.TAKEN)))[:3] == [11, 10, 9]
    assert names(page(library, Show(order=Order.TAKEN)))[-2:] == [4, 5]
    assert names(page(library, Show(order=Order.TAKEN, reverse=True)))[-2:] == [4, 5]
    assert names(page(library, Show(order=Order.TAKEN, reverse=True)))[0] == 0


def test_the_closest_calls_come_first_and_what_is_settled_last(library: Library) -> None:
    shown = page(library, Show(order=Order.CLOSEST))
    assert set(shown.ids[-2:].tolist()) == {1, 2}
    open_ = page(library, Show(order=Order.CLOSEST, state=State.LIKELY))
    assert (np.diff(open_.confidence) > -0.5).all()


def test_pictures_like_one_come_first(library: Library) -> None:
    shown = page(library, Show(order=Order.ALIKE, like=4))
    assert shown.ids[0] == 4
    assert {number % 3 for number in names(shown)[:4]} == {0}
    gone = page(library, Show(order=Order.ALIKE, like=999))
    assert gone.count == 12


def test_a_category_is_sorted_by_fit_unless_another_order_is_asked_for(library: Library) -> None:
    by_name = page(library, Show(category_id=3, order=Order.NAME, by_fit=False))
    assert names(by_name) == sorted(names(by_name))
    assert set(by_name.ids.tolist()) == set(page(library, Show(category_id=3)).ids.tolist())


def test_chosen_pictures_come_in_the_order_they_were_chosen(library: Library) -> None:
    ids = library.shelf.ids.tolist()
    chosen = (ids[7], 10**9, ids[2], -1, ids[4])
    for asked in (page, unread_page):
        assert asked(library, Show(among=chosen, called="those I like")).ids.tolist() == [ids[7], ids[2], ids[4]]
        assert asked(library, Show(among=())).count == 0
    assert page(library, Show(among=chosen, order=Order.ADDED, by_fit=False)).ids.tolist() == [ids[2], ids[4], ids[7]]
    assert page(library, Show(among=chosen, name="IMG 7")).ids.tolist() == [ids[7]]
    with in_memory() as empty:
        assert page(empty, Show(among=chosen)).count == 0


def test_folders_dates_names_and_origins_choose(library: Library) -> None:
    assert names(page(library, Show(folder=root(library) / "top"))) == [0, 1, 3, 4, 6, 7, 9, 10]
    assert names(page(library, Show(folder=root(library) / "to"))) == []
    assert names(page(library, Show(since=date(2020, 10, 1)))) == [0, 1, 2]
    assert names(page(library, Show(since=date(2020, 10, 1), until=date(2020, 11, 30)))) == [1, 2]
    assert names(page(library, Show(name="LIME"))) == [1, 4, 7, 10]
    assert names(page(library, Show(origin=Origin.PERSON))) == [0, 1]
    automatic = page(library, Show(origin=Origin.AUTO))
    assert automatic.count == automatic.automatic == 4
    assert {number % 3 for number in names(automatic)} == {2}


FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "category_id": st.sampled_from([1, 2, 3]),
        "state": st.sampled_from(list(State)),
        "origin": st.sampled_from(list(Origin)),
        "name": st.sampled_from(["1", "red", "img"]),
        "since": st.just(date(2020, 5, 1)),
        "search": st.sampled_from(["red", "blue"]),
    },
)


@given(FILTERS, st.sampled_from(list(Order)), st.booleans(), st.booleans())
def test_filters_narrow_together_and_orders_lose_nothing(
    library: Library, wish: dict[str, object], order: Order, reverse: bool, by_fit: bool
) -> None:
    shown = page(library, Show(order=order, reverse=reverse, by_fit=by_fit, like=3, **wish))  # type: ignore[arg-type]
    expected = set(range(1, 13))
    for key, value in wish.items():
        expected &= set(page(library, Show(**{key: value})).ids.tolist())  # type: ignore[arg-type]
    assert set(shown.ids.tolist()) == expected
    assert len(set(shown.ids.tolist())) == shown.count
    assert list(shown.paths) == [library.shelf.paths[i - 1] for i in shown.ids.tolist()]


def test_a_page_that_is_asked_for_again_is_the_same_until_something_changes(library: Library) -> None:
    shown = page(library, Show(search="red"))
    assert page(library, Show(search="red")) is shown
    label(library, [3], 1)
    assert page(library, Show(search="red")) is not shown
    library.undo()


def test_a_page_follows_every_change(library: Library) -> None:
    assert page(library, Show(state=State.YOURS)).count == 2
    label(library, [3], 3)
    assert page(library, Show(state=State.YOURS)).count == 3
    library.undo()
    assert page(library, Show(state=State.YOURS)).count == 2
    with library.history.rehearsal():
        label(library, [5], 1)
        assert page(library, Show(state=State.YOURS)).count == 3
    assert page(library, Show(state=State.YOURS)).count == 2


def test_before_the_encoder_is_ready_what_files_tell_is_there(library: Library) -> None:
    shown = unread_page(library, Show(folder=root(library) / "top", order=Order.NAME, reverse=True, state=State.LIKELY))
    assert names(shown) == [10, 9, 7, 6, 4, 3, 1, 0]
    assert shown.by_state == {State.UNREAD: 12}


# Near-duplicates -------------------------------------------------------------------------------------------------


def patterned(path: Path, seed: int, size: int) -> Path:
    """A picture of coarse blotches: the same for the same seed, whatever its size."""
    blotches = np.random.default_rng(seed).integers(0, 255, (6, 6, 3), dtype=np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    PIL.Image.fromarray(blotches).resize((size, size), PIL.Image.Resampling.BICUBIC).save(path)
    return path


def test_one_picture_stands_for_its_near_duplicates(tmp_path: Path) -> None:
    with in_memory() as library:
        sizes = {0: (90, 200, 120), 1: (80,), 2: (60, 64)}
        paths = [patterned(tmp_path / f"{seed} {size}.png", seed, size) for seed in sizes for size in sizes[seed]]
        add(library, *paths)
        assert page(library, Show(together=True)).count == 6, "nothing was looked for yet"
        result(keep_duplicates(library))
        shown = page(library, Show(together=True))
        assert [Path(path).name for path in shown.paths] == ["0 200.png", "1 80.png", "2 64.png"]
        assert shown.copies == {2: 3, 6: 2}
        group = page(library, Show(copies_of=3))
        assert [Path(path).name for path in group.paths] == ["0 90.png", "0 200.png", "0 120.png"]
        without_best = page(library, Show(together=True, name="0 9"))
        assert [Path(path).name for path in without_best.paths] == ["0 90.png"]
        assert without_best.copies == {}
        add(library, patterned(tmp_path / "9 70.png", 9, 70))
        assert page(library, Show(together=True)).count == 4, "one that came later stands for itself"


# Folders ---------------------------------------------------------------------------------------------------------


def test_folders_are_listed_a_level_at_a_time(library: Library) -> None:
    listed = [(each.path.name, each.depth, each.count) for each in folders_of(library)]
    assert listed == [("other", 0, 4), ("top", 0, 8)]
    inside = [(each.path.name, each.depth, each.count) for each in folders_of(library, root(library) / "top")]
    assert inside == [("other", 0, 4), ("top", 0, 8), ("inner", 1, 4)]
    opened = folders_of(library, opened=[root(library) / "top"])
    assert opened == folders_of(library, root(library) / "top")
    assert [(each.path.name, each.folds) for each in opened] == [("other", False), ("top", True), ("inner", False)]


def test_one_folder_with_pictures_stands_at_the_top(tmp_path: Path) -> None:
    with in_memory() as library:
        assert folders_of(library) == ()
        add(
            library, save_picture(tmp_path / "a" / "1.png", "red"), save_picture(tmp_path / "a" / "b" / "2.png", "blue")
        )
        assert [(each.path.name, each.count) for each in folders_of(library)] == [("a", 2)]
        (tmp_path / "a" / "b" / "copy.png").write_bytes((tmp_path / "a" / "1.png").read_bytes())
        add(library, tmp_path / "a" / "b" / "copy.png")
        listed = folders_of(library, tmp_path / "a")
        assert [(each.path.name, each.depth, each.count) for each in listed] == [("a", 0, 2), ("b", 1, 2)]
