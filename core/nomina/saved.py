"""Searches under a name. They are a person's own words about the library, so they are truth: undoable, backed up."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from nomina.categories import clean_name
from nomina.domain import Change, Origin, State
from nomina.errors import BadInput, NotFound
from nomina.library import Library
from nomina.nearest import Sought
from nomina.pages import Show


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search under a name; `show` says which pictures, and nothing of their order."""

    id: int
    name: str
    show: Show


def saved_searches(library: Library) -> tuple[SavedSearch, ...]:
    """All of them, in the order of their names."""
    return tuple(
        SavedSearch(search_id, name, replace(_read(wish), category_id=category_id))
        for search_id, name, category_id, wish in library.store.saved_searches()
    )


def save_search(library: Library, name: str, show: Show) -> Change:
    """Keep what is asked for under a name, in place of what that name meant before; the order is not kept.

    Raises:
        BadInput: the name is no good, the pictures were chosen one by one, or nothing is asked for.
        NotFound: the category is gone.
    """
    name = clean_name(name)
    if show.among is not None or show.copies_of is not None or show.run_id is not None:
        raise BadInput("These pictures are not what a search finds.", "Make a category of them, to find them again.")
    wish = _written(show)
    if not wish and show.category_id is None:
        raise BadInput("Nothing is searched for.", "Choose a folder, a state or a category, or type words; then save.")
    with library.step(f"Save the search “{name}”") as step:
        library.store.put_saved_search(name, show.category_id, wish)
    return library.history.change(step)


def forget_search(library: Library, search_id: int) -> Change:
    """Forget a saved search; no picture is touched.

    Raises:
        NotFound: it is gone.
    """
    name = next((each.name for each in saved_searches(library) if each.id == search_id), None)
    if name is None:
        raise NotFound("This search is not there any more.", "Undo brings it back.")
    with library.step(f"Forget the search “{name}”") as step:
        library.store.remove_saved_search(search_id)
    return library.history.change(step)


def _written(show: Show) -> dict[str, str]:
    """What is asked for beside the category, by the names of Show's fields; "picture" is a search by a file."""
    wish = {
        "state": show.state.value if show.state else "",
        "origin": show.origin.value if show.origin else "",
        "search": show.search if isinstance(show.search, str) else "",
        "picture": os.fspath(show.search) if isinstance(show.search, Path) else "",
        "sought": _sought_written(show.search) if isinstance(show.search, Sought) else "",
        "folder": os.fspath(show.folder) if show.folder else "",
        "since": show.since.isoformat() if show.since else "",
        "until": show.until.isoformat() if show.until else "",
        "name": show.name.strip(),
    }
    return {key: value for key, value in wish.items() if value}


def _read(wish: dict[str, str]) -> Show:
    picture, words, sought = wish.get("picture"), wish.get("search"), wish.get("sought")
    return Show(
        state=State(wish["state"]) if "state" in wish else None,
        search=_sought_read(sought) if sought else Path(picture) if picture else words,
        origin=Origin(wish["origin"]) if "origin" in wish else None,
        folder=Path(wish["folder"]) if "folder" in wish else None,
        since=date.fromisoformat(wish["since"]) if "since" in wish else None,
        until=date.fromisoformat(wish["until"]) if "until" in wish else None,
        name=wish.get("name", ""),
    )


def _sought_written(sought: Sought) -> str:
    """Its fields as a text: lists of words and of paths."""
    return json.dumps({key: [os.fspath(each) for each in parts] for key, parts in asdict(sought).items() if parts})


def _sought_read(text: str) -> Sought:
    parts = json.loads(text)
    return Sought(
        words=tuple(parts.get("words", ())),
        pictures=tuple(map(Path, parts.get("pictures", ()))),
        not_words=tuple(parts.get("not_words", ())),
        not_pictures=tuple(map(Path, parts.get("not_pictures", ()))),
    )
