"""Short verbs that give a view its pictures: filtered, sorted, grouped, and with what is believed of them.

All of it is comparisons of arrays: a filter or an order of 100,000 pictures adds less than predicting them takes
(`python tests/benchmarks/pages.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.answer import LIKELY, NOTHING, UNREAD, YOURS, Predictions, latest
from nomina.confidence import STATES
from nomina.domain import Category, Origin, State
from nomina.duplicates import Duplicates, kept_duplicates
from nomina.filters import AllFacts, all_facts, taken_between
from nomina.hierarchy import below
from nomina.library import Library
from nomina.nearest import Sought, nearest, nearness
from nomina.ordering import Key, Rows, Texts, by_key
from nomina.searching import SCANNED

Mask = NDArray[np.bool_]
"""Which of all images, shape (n,)."""
MOST_FOUND = 500
"""Pictures that a search shows."""
PICTURES_KEPT = 1_000_000
"""Pictures of the last pages, which are at hand when they are asked for again (45 MB); the last one always is."""


class Order(StrEnum):
    """How a page is sorted."""

    ADDED = "added"
    LEAST_SURE = "least sure first"
    MOST_SURE = "most sure first"
    NAME = "name"
    TAKEN = "date taken"
    CLOSEST = "closest call first"
    ALIKE = "most alike first"


@dataclass(frozen=True)
class Page:
    """A snapshot of the pictures a view shows, in its order.

    Attributes:
        ids: image ids, shape (n,).
        hashes: to find thumbnails by.
        paths: where the files were last seen; "" when unknown.
        first, second, confidence, states: as in Predictions, for these images.
        categories: the categories that first and second point into.
        counts: by category id, how many of all images are yours or likely of it, or of one below it.
        by_state: how many of all images are in each state.
        automatic: how many of all images have an accepted label that a run made.
        copies: by id of an image that stands for a group of near-duplicates, how many they are on this page.
    """

    ids: NDArray[np.int64]
    hashes: Sequence[str]
    paths: Sequence[str]
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    confidence: NDArray[np.float32]
    states: NDArray[np.int8]
    categories: tuple[Category, ...]
    counts: dict[int, int]
    by_state: dict[State, int]
    automatic: int = 0
    copies: dict[int, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many pictures it shows."""
        return len(self.ids)


@dataclass(frozen=True)
class Show:
    """What a page shows: the pictures that meet all of these.

    Attributes:
        category_id: only pictures whose best category it is, or one below it, and stands out. Where a picture may be
            of several: all that are likely of it.
        state: only pictures in this state.
        run_id: only pictures that this run labelled.
        search: words, a picture or both; the pictures nearest to it, MOST_FOUND at most.
        order: see by_fit.
        origin: only pictures with an accepted label of this origin.
        folder: only pictures with a place in this folder or below it.
        since, until: only pictures taken from the first day to the last, by the camera's own time.
        name: only pictures with these letters in their file name.
        copies_of: only near-duplicates of this image, and itself, as `duplicates.keep_duplicates` found them.
        among: only these images; those that are gone are left out.
        called: what those of `among` are, in words for a person: "fox taken for dog".
        by_fit: a category's pictures and those of a search come best first, those of `among` in their own order,
            whatever the order is.
        reverse: the last come first; those of which the order's key is not known stay at the end.
        like: the image that Order.ALIKE compares with.
        together: one picture stands for each group of near-duplicates, the best copy of those that are shown.
    """

    category_id: int | None = None
    state: State | None = None
    search: str | Path | Sought | None = None
    order: Order = Order.ADDED
    run_id: int | None = None
    origin: Origin | None = None
    folder: Path | None = None
    since: date | None = None
    until: date | None = None
    name: str = ""
    copies_of: int | None = None
    by_fit: bool = True
    reverse: bool = False
    like: int | None = None
    together: bool = False
    among: tuple[int, ...] | None = None
    called: str = ""


def page(library: Library, show: Show | None = None) -> Page:
    """The pictures that a view shows, with what is believed of them now.

    A view that asks again while nothing has changed gets what it got; only picture files that are searched for are
    looked at anew, because they may be others.

    Raises:
        BadInput: the search cannot be made, or the last day is before the first.
    """
    show = show or Show()
    if not isinstance(show.search, str | None):
        return _page(library, show)
    key = (library.revision, library.facts.revision, kept_duplicates(library))
    known: dict[Show, Page] = library.memo.get("pages", key, dict)
    if show not in known:
        made = _page(library, show)
        while known and made.count + sum(each.count for each in known.values()) > PICTURES_KEPT:
            del known[next(iter(known))]
        known[show] = made
    return known[show]


def _page(library: Library, show: Show) -> Page:
    believed = latest(library)
    counts = library.memo.get("counts", library.revision, lambda: _counted(library, believed))
    rows = _found(library, show) if _only_sought(library, show) else _shown(library, show, believed)
    rows, copies = _one_of_each_group(library, rows) if show.together and show.copies_of is None else (rows, {})
    shelf = library.shelf
    return Page(
        believed.ids[rows],
        Texts(shelf.hashes, rows),
        Texts(shelf.paths, rows),
        believed.first[rows],
        believed.second[rows],
        believed.confidence[rows],
        believed.states[rows],
        believed.categories,
        *counts,
        copies,
    )


def unread_page(library: Library, show: Show | None = None) -> Page:
    """The pictures that a view shows, before an encoder can say anything of them.

    What only the encoder could answer (category, state, search, being alike) is left out of the question.
    """
    show, shelf = show or Show(), library.shelf
    rows = np.flatnonzero(_meets_facts(library, show))
    rows = by_key(rows, _key_of_facts(library, show, rows), _reversed(show))
    nobody, count = np.full(len(rows), -1, np.int64), len(shelf.ids)
    return Page(
        shelf.ids[rows],
        Texts(shelf.hashes, rows),
        Texts(shelf.paths, rows),
        nobody,
        nobody,
        np.zeros(len(rows), np.float32),
        np.full(len(rows), UNREAD, np.int8),
        tuple(library.store.categories()),
        {},
        {State.UNREAD: count},
    )


def _counted(library: Library, believed: Predictions) -> tuple[dict[int, int], dict[State, int], int]:
    """See Page: counts, by_state and automatic."""
    inside = below(believed.categories)
    likely = np.bincount(believed.first[believed.states == LIKELY], minlength=len(believed.categories))

    def count(members: NDArray[np.bool_]) -> int:
        if believed.several:
            return int(_under(believed, members, believed.given).sum())
        yours = np.unique(believed.accepted[members[believed.accepted[:, 1]], 0])
        return int(likely[members].sum()) + len(yours)

    by_category = {each.id: count(members) for each, members in zip(believed.categories, inside, strict=True)}
    by_state = dict(zip(STATES, np.bincount(believed.states, minlength=len(STATES)).tolist(), strict=True))
    return by_category, by_state, library.store.count_labelled_by(Origin.AUTO)


def _under(believed: Predictions, members: NDArray[np.bool_], test: Callable[[int], Mask]) -> Mask:
    """Which images pass a test for any of the columns that `members`, shape (k,), marks."""
    out = np.zeros(len(believed.ids), bool)
    for column in np.flatnonzero(members):
        out |= test(int(column))
    return out


# Filters ---------------------------------------------------------------------------------------------------------


def _wanted(library: Library, show: Show, believed: Predictions) -> Mask:
    """Which images meet every condition."""
    wanted = _meets_facts(library, show)
    if show.state is not None:
        wanted &= believed.states == STATES.index(show.state)
    column = _column(believed, show.category_id)
    if column is not None:
        members = below(believed.categories)[column]
        wanted &= _under(believed, members, lambda each: _stands_out(believed, each))
    if show.search is not None:
        wanted &= library.scores.read
    return wanted


def _meets_facts(library: Library, show: Show) -> Mask:
    """Which images meet the conditions that need no encoder."""
    shelf = library.shelf
    wanted = np.ones(len(shelf.ids), bool)
    if show.origin is not None:
        wanted &= np.isin(shelf.ids, library.store.images_labelled_by(show.origin))
    if show.run_id is not None:
        wanted &= np.isin(shelf.ids, library.store.images_of_run(show.run_id))
    if show.folder is not None:
        wanted &= shelf.under(show.folder)
    if show.since is not None or show.until is not None:
        wanted &= np.isin(shelf.ids, taken_between(_facts(library), show.since, show.until))
    if show.name.strip():
        wanted &= shelf.named(show.name.strip())
    if show.among is not None:
        wanted &= np.isin(shelf.ids, np.array(show.among, np.int64))
    if show.copies_of is not None:
        group, _ = _groups(library)
        row = int(np.searchsorted(shelf.ids, show.copies_of))
        wanted &= group == (group[row] if row < len(shelf.ids) else -1)
    return wanted


def _column(believed: Predictions, category_id: int | None) -> int | None:
    """The column of a category; None for one that is gone, which shows everything."""
    return next((column for column, each in enumerate(believed.categories) if each.id == category_id), None)


def _stands_out(believed: Predictions, column: int) -> Mask:
    best = (believed.first == column) & (believed.states != NOTHING)
    return np.asarray(best | believed.given(column)) if believed.several else best


def _facts(library: Library) -> AllFacts:
    key = (library.history.revision("image"), library.facts.revision)
    return library.memo.get("facts", key, lambda: all_facts(library))


# Orders ----------------------------------------------------------------------------------------------------------


def _shown(library: Library, show: Show, believed: Predictions) -> Rows:
    """Rows of the page, in its order: what is not shown is not sorted."""
    rows = np.flatnonzero(_wanted(library, show, believed))
    if show.search is not None and show.by_fit:
        rows = by_key(rows, -nearness(library, show.search)[rows])
    elif (column := _column(believed, show.category_id)) is not None and show.by_fit:
        rows = by_key(rows, -_best_score(believed, below(believed.categories)[column], rows))
    else:
        rows = by_key(rows, _key(library, show, believed, rows), _reversed(show))
    return rows if show.search is None else rows[:MOST_FOUND]


def _best_score(believed: Predictions, members: NDArray[np.bool_], rows: Rows) -> NDArray[np.float32]:
    """The best score of these rows for any of the columns that `members` marks."""
    return np.asarray(np.maximum.reduce([believed.scores[rows, column] for column in np.flatnonzero(members)]))


def _only_sought(library: Library, show: Show) -> bool:
    """Whether a page shows what is found among very many pictures, and nothing else: then they are not all sorted."""
    alone = Show(search=show.search, order=show.order, reverse=show.reverse, like=show.like, together=show.together)
    return show.search is not None and show == alone and len(library.scores.ids) > SCANNED


def _found(library: Library, show: Show) -> Rows:
    assert show.search is not None
    ids, _ = nearest(library, show.search, MOST_FOUND)
    return np.searchsorted(library.shelf.ids, ids)


def _key(library: Library, show: Show, believed: Predictions, rows: Rows) -> Key | None:
    """By what these rows are sorted; None for the order in which they came."""
    if show.order is Order.LEAST_SURE:
        return believed.confidence[rows]
    if show.order is Order.MOST_SURE:
        return -believed.confidence[rows]
    if show.order is Order.CLOSEST:
        return _margin(believed)[rows]
    if show.order is Order.ALIKE and show.like is not None:
        return -library.scores.alike(show.like)[rows]
    return _key_of_facts(library, show, rows)


def _key_of_facts(library: Library, show: Show, rows: Rows) -> Key | None:
    """By what rows are sorted, where that needs no encoder."""
    if show.among is not None and show.by_fit:
        return _places(library.shelf.ids, show.among)[rows]
    if show.order is Order.NAME:
        return library.shelf.by_name[rows]
    if show.order is Order.TAKEN:
        taken = _facts(library).taken[rows]
        return np.where(np.isnat(taken), np.inf, taken.astype(np.int64).astype(np.float64))
    return None


def _reversed(show: Show) -> bool:
    """Whether the last come first; those of `among` keep their own order."""
    return show.reverse and not (show.among is not None and show.by_fit)


def _places(ids: Rows, among: tuple[int, ...]) -> NDArray[np.float64]:
    """Where each image stands among those that were chosen, shape (n,); inf for the others."""
    chosen, out = np.array(among, np.int64), np.full(len(ids), np.inf)
    known = np.flatnonzero(np.isin(chosen, ids))
    out[np.searchsorted(ids, chosen[known])] = known
    return out


def _margin(believed: Predictions) -> NDArray[np.float32]:
    """How far the best category of each image is above the next, shape (n,); inf where nothing is open."""
    rows = np.arange(len(believed.ids))
    open_ = (believed.first >= 0) & (believed.second >= 0) & (believed.states != YOURS) & (believed.states != UNREAD)
    if not len(believed.categories):
        return np.full(len(rows), np.inf, np.float32)
    apart = believed.confidence - believed.beliefs[rows, believed.second]
    return np.where(open_, apart, np.float32(np.inf))


# Near-duplicates -------------------------------------------------------------------------------------------------


def _groups(library: Library) -> tuple[Rows, Rows]:
    """Of each image the row of its group's best copy, and its place in the group, -1 in none; both shape (n,)."""
    found = kept_duplicates(library)
    key = (id(found), library.history.revision("image"))
    return library.memo.get("groups", key, lambda: _grouped(library, found))


def _grouped(library: Library, found: Duplicates | None) -> tuple[Rows, Rows]:
    ids = library.shelf.ids
    group, rank = np.arange(len(ids)), np.full(len(ids), -1, np.int64)
    groups = found.groups if found else ()
    members = np.array([image_id for each in groups for image_id in each.image_ids], np.int64)
    number = np.repeat(np.arange(len(groups)), [len(each.image_ids) for each in groups])
    known = np.isin(members, ids)  # others are gone since
    rows, number = np.searchsorted(ids, members[known]), number[known]
    first = np.append(True, number[1:] != number[:-1])[: len(number)]
    begins = np.flatnonzero(first)[np.cumsum(first) - 1]
    group[rows], rank[rows] = rows[begins], np.arange(len(rows)) - begins
    return group, rank


def _one_of_each_group(library: Library, rows: Rows) -> tuple[Rows, dict[int, int]]:
    """Of these rows the best copy of each group, in their order; and how many it stands for, by its id."""
    group, rank = _groups(library)
    at = np.flatnonzero(rank[rows] >= 0)
    members = rows[at]
    best_first = np.lexsort((rank[members], group[members]))
    _, first, count = np.unique(group[members][best_first], return_index=True, return_counts=True)
    chosen = at[best_first[first]]
    kept, many = np.ones(len(rows), bool), count > 1
    kept[at], kept[chosen] = False, True
    copies = dict(zip(library.shelf.ids[rows[chosen[many]]].tolist(), count[many].tolist(), strict=True))
    return rows[kept], copies
