"""What a view asks for, in words: each condition by itself, so that it can be shown and taken away."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nomina
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import Category, Show, Sought


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition that the shown pictures meet.

    Attributes:
        text: in a few words.
        without: what of the Show is another value when it is taken away.
        title: in words that may stand over the pictures; "" where it only narrows something else.
        category_id: of the category whose mark stands before it, or None.
    """

    text: str
    without: dict[str, Any] = field(default_factory=dict)
    title: str = ""
    category_id: int | None = None


def conditions(show: Show, categories: Iterable[Category]) -> list[Condition]:
    """All conditions of a Show, the most telling first."""
    found = [_chosen(show), _searched(show), _of_category(show, categories), _copies(show), _stated(show), _run(show)]
    if show.folder is not None:
        name = show.folder.name or str(show.folder)
        found.append(Condition(tr("in {folder}").format(folder=name), {"folder": None}, name))
    if show.since is not None or show.until is not None:
        days = span(show.since, show.until)
        found.append(Condition(days, {"since": None, "until": None}, days))
    if show.name.strip():
        text = tr("“{letters}” in the name").format(letters=show.name.strip())
        found.append(Condition(text, {"name": ""}, text))
    return [condition for condition in found if condition is not None]


def _chosen(show: Show) -> Condition | None:
    if show.among is None:
        return None
    return Condition(show.called, {"among": None, "called": ""}, show.called)


def _searched(show: Show) -> Condition | None:
    if show.search is None:
        return None
    wanted = searched_in_words(show.search)
    return Condition(f"“{wanted}”", {"search": None}, tr("Nearest to “{wanted}”").format(wanted=wanted))


def searched_in_words(search: str | Path | Sought) -> str:
    """What is searched for, as a person would type it; pictures by their names."""
    if isinstance(search, str):
        return search
    parts = nomina.sought(search)
    near = [*parts.words, *(path.name for path in parts.pictures)]
    far = [*parts.not_words, *(path.name for path in parts.not_pictures)]
    return " ".join([" + ".join(near), *(f"- {each}" for each in far)]).strip()


def _of_category(show: Show, categories: Iterable[Category]) -> Condition | None:
    name = next((each.name for each in categories if each.id == show.category_id), None)
    return None if name is None else Condition(name, {"category_id": None}, name, show.category_id)


def _copies(show: Show) -> Condition | None:
    if show.copies_of is None:
        return None
    return Condition(tr("near-duplicates of one"), {"copies_of": None}, tr("Near-duplicates"))


def _stated(show: Show) -> Condition | None:
    if show.origin is not None:
        title = state_title("auto" if show.origin.value == "auto" else "yours")
        return Condition(title, {"origin": None}, title)
    if show.state is not None:
        title = state_title(show.state.value)
        return Condition(title, {"state": None}, title)
    return None


def _run(show: Show) -> Condition | None:
    if show.run_id is None:
        return None
    text = show.called or tr("Run {number}").format(number=show.run_id)
    return Condition(text, {"run_id": None, "called": ""}, text)


def state_title(state: str) -> str:
    """A place of the rail: the value of a State, "auto" for what a run labelled, or "" for all pictures."""
    titles = {
        "": tr("All pictures"),
        "yours": tr("Yours"),
        "auto": tr("Automatic"),
        "likely": tr("Likely"),
        "unsure": tr("Unsure"),
        "none": tr("None of these"),
        "unread": tr("Being read"),
    }
    return titles[state]


def span(since: date | None, until: date | None) -> str:
    """The days from one to another in few words: a whole year or month is named as such."""
    if since is not None and until is not None:
        for form in ("%Y", "%Y-%m"):
            if (since, until) == (first_day(since.strftime(form)), last_day(since.strftime(form))):
                return since.strftime(form)
        return since.isoformat() if since == until else f"{since.isoformat()} – {until.isoformat()}"
    if since is not None:
        return tr("since {day}").format(day=since.isoformat())
    return tr("until {day}").format(day=until.isoformat() if until else "")


def first_day(text: str) -> date | None:
    """The first day of "2019", "2019-05" or "2019-05-31"; None where it is none of them."""
    return _day(text, first=True)


def last_day(text: str) -> date | None:
    """The last day of it; see first_day."""
    return _day(text, first=False)


def _day(text: str, *, first: bool) -> date | None:
    parts = re.fullmatch(r"\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\s*", text)
    if parts is None:
        return None
    year = int(parts[1])
    month = int(parts[2] or (1 if first else 12))
    try:
        days = calendar.monthrange(year, month)[1]
        return date(year, month, int(parts[3] or (1 if first else days)))
    except (ValueError, IndexError):
        return None
