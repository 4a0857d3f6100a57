"""Short verbs on categories themselves: what they are called, which is under which, and their marks."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Sequence

from nomina.domain import DIGITS, Category, Change
from nomina.errors import BadInput, NotFound
from nomina.hierarchy import above, walk
from nomina.library import Library
from nomina.records import name_key

LONGEST_NAME = 200
LONGEST_TEXT = 2000
NON_JOINER, JOINER = "\u200c", "\u200d"
"""Not printable to Python, but Persian and Hindi words need them, and so do emoji of families."""


def add_category(
    library: Library,
    name: str,
    *,
    synonyms: Iterable[str] = (),
    description: str = "",
    words: bool = True,
    parent: int | None = None,
    unlike: Iterable[str] = (),
) -> Change:
    """Add a category by its name; its texts are encoded and one column of scores is computed when next asked for.

    Args:
        words: False when its pictures alone define it and the name says nothing ("batch 7").
        parent: id of the category it is a kind of.
        unlike: names of what it is not.

    Raises:
        BadInput: the name is empty, too long, has control characters or is taken.
        NotFound: the parent is gone.
    """
    category = Category(0, "", (), "", words, parent=parent if parent is None else library.store.category(parent).id)
    with library.step(f"Add “{shown(name)}”") as step:
        library.store.put_category(checked(library, category, name, synonyms, description, unlike))
    return library.history.change(step)


def change_category(
    library: Library,
    category_id: int,
    *,
    name: str | None = None,
    synonyms: Iterable[str] | None = None,
    description: str | None = None,
    words: bool | None = None,
    unlike: Iterable[str] | None = None,
) -> Change:
    """Rename a category or change its wording; what is None stays. Labels and examples stay as they are.

    Raises:
        BadInput: see add_category.
        NotFound: the category is gone.
    """
    old = library.store.category(category_id)
    new = checked(
        library,
        dataclasses.replace(old, words=old.words if words is None else words),
        old.name if name is None else name,
        old.synonyms if synonyms is None else synonyms,
        old.description if description is None else description,
        old.unlike if unlike is None else unlike,
    )
    title = f"Rename “{old.name}” to “{new.name}”" if new.name != old.name else f"Change the words of “{old.name}”"
    with library.step(title) as step:
        library.store.put_category(new)
    return library.history.change(step)


def add_path(
    library: Library,
    names: Sequence[str],
    *,
    synonyms: Iterable[str] = (),
    description: str = "",
    unlike: Iterable[str] = (),
) -> Change:
    """Add the categories of a path like Bird, Heron that are missing, each under the one before, in one step.

    Args:
        synonyms, description, unlike: of the last one.

    Raises:
        BadInput: a name is no good, the last one is taken, or one lies elsewhere already.
    """
    if not names:
        raise BadInput("The name is empty.", "Type a word or two, like heron.")
    with library.step(f"Add “{shown(names[-1])}”") as step:
        parent: int | None = None
        for depth, name in enumerate(names):
            old, last = library.store.category_named(clean_name(name)), depth == len(names) - 1
            if old is None or last:
                own = (synonyms, description, unlike) if last else ((), "", ())
                parent = library.store.put_category(checked(library, Category(0, "", parent=parent), name, *own))
                continue
            if depth and old.parent != parent:
                over = category_named(library, names[depth - 1])
                raise BadInput(f"“{old.name}” does not lie under “{over.name}”.", "Move it there first.")
            parent = old.id
    return library.history.change(step)


def move_category(library: Library, category_id: int, parent: int | None) -> Change:
    """Put a category, and all that lies under it, under another one; to the top for None. No score changes.

    Raises:
        BadInput: the parent is the category itself, or lies under it.
        NotFound: one of the two is gone.
    """
    category = library.store.category(category_id)
    if parent is None:
        title = f"Move “{category.name}” to the top"
    else:
        title = f"Move “{category.name}” under “{_may_lie_under(library, category, parent).name}”"
    with library.step(title) as step:  # there it is the last
        library.store.put_category(dataclasses.replace(category, parent=parent, position=None))
    return library.history.change(step)


def order_category(
    library: Library, category_id: int, *, before: int | None = None, after: int | None = None
) -> Change:
    """Put a category, and all that lies under it, right before or after another one, beside it. No score changes.

    Raises:
        BadInput: not exactly one other is named, or it is the category itself or lies under it.
        NotFound: one of the two is gone.
    """
    other_id = after if before is None else before
    if other_id is None or None not in (before, after):
        raise BadInput("Where the category goes is not clear.", "Name one other category, before or after it.")
    category, other = library.store.category(category_id), library.store.category(other_id)
    if category_id == other_id:
        raise BadInput(f"“{category.name}” cannot lie beside itself.", "Choose another category.")
    if other.parent is not None:
        _may_lie_under(library, category, other.parent)
    others = [each for _, each in walk(library.store.categories()) if each.parent == other.parent]
    order = [each for each in others if each.id != category_id]
    order.insert([each.id for each in order].index(other_id) + (before is None), category)
    with library.step(f"Move “{category.name}” {'after' if before is None else 'before'} “{other.name}”") as step:
        for position, each in enumerate(order, 1):
            put = dataclasses.replace(each, parent=other.parent, position=position)
            if put != each:
                library.store.put_category(put)
    return library.history.change(step)


def _may_lie_under(library: Library, category: Category, parent: int) -> Category:
    """The parent.

    Raises:
        BadInput: it is the category itself, or lies under it.
        NotFound: it is gone.
    """
    target = library.store.category(parent)
    if category.id == parent:
        raise BadInput(f"“{category.name}” cannot lie under itself.", "Choose another category.")
    if category.id in [each.id for each in above(library.store.categories(), parent)]:
        raise BadInput(
            f"“{category.name}” cannot lie under “{target.name}”, which lies under it.",
            f"Move “{target.name}” out first, or choose another category.",
        )
    return target


def remove_category(library: Library, category_id: int) -> Change:
    """Remove a category and its labels; the images stay, and what lies under it comes to lie under its parent.

    Raises:
        NotFound: the category is gone.
    """
    category = library.store.category(category_id)
    with library.step(f"Remove “{category.name}”") as step:
        library.store.remove_category(category_id)
    return library.history.change(step)


def category_named(library: Library, name: str) -> Category:
    """The category of this name.

    Raises:
        NotFound: there is none; the hint names those there are.
    """
    category = library.store.category_named(name)
    if category is None:
        names = ", ".join(f"“{other.name}”" for other in library.store.categories()[:10])
        hint = f"There are {names}." if names else "There are none yet."
        raise NotFound(f"There is no category “{shown(name)}”.", hint)
    return category


def mark_category(library: Library, category_id: int, *, colour: str | None = None, digit: int | None = None) -> Change:
    """Give a category's mark another colour or key; what is None stays. Nothing that is believed changes.

    Args:
        colour: "#RRGGBB", or "" for the colour that the window chooses.
        digit: the key 1 to 9, which whatever had it gives up for the key of this one; 0 for none.

    Raises:
        BadInput: there is no such colour or key.
        NotFound: the category is gone.
    """
    old = library.store.category(category_id)
    if colour and not re.fullmatch("#[0-9A-Fa-f]{6}", colour):
        raise BadInput(f"“{shown(colour)}” is no colour.", "Write it like #E69F00.")
    if digit and digit not in DIGITS:
        raise BadInput(f"There is no key {digit}.", "Choose one of 1 to 9, or 0 for none.")
    new = dataclasses.replace(
        old,
        colour=old.colour if colour is None else colour.upper(),
        digit=old.digit if digit is None else digit or None,
    )
    taken = next((each for each in library.store.categories() if each.digit == new.digit and each.id != old.id), None)
    with library.step(f"Change the mark of “{old.name}”") as step:
        if taken is not None and new.digit is not None:
            library.store.put_category(dataclasses.replace(taken, digit=old.digit))
        library.store.put_category(new)
    return library.history.change(step)


def checked(
    library: Library,
    category: Category,
    name: str,
    synonyms: Iterable[str],
    description: str,
    unlike: Iterable[str] | None = None,
) -> Category:
    """The category with these words as they are kept; what it is not stays for None.

    Raises:
        BadInput: a word is no good, or the name is taken by another one.
    """
    name = clean_name(name)
    taken = library.store.category_named(name)
    if taken is not None and taken.id != category.id:
        raise BadInput(f"There is a category “{taken.name}” already.", "Choose another name, or change that one.")
    cleaned = dict.fromkeys(clean_name(synonym) for synonym in synonyms)
    cleaned.pop(name, None)
    description = " ".join(description.split())
    if len(description) > LONGEST_TEXT:
        raise BadInput(
            f"The description has {len(description):,} characters.", f"Keep it below {LONGEST_TEXT:,}: one sentence."
        )
    if "\0" in description:  # SQLite's quote(), which writes undo, ends a text there
        raise BadInput("The description has characters that cannot be shown.", "Type it again without them.")
    others = category.unlike if unlike is None else tuple(dict.fromkeys(clean_name(text) for text in unlike))
    own = {name_key(text) for text in (name, *cleaned)}
    wrong = next((text for text in others if name_key(text) in own), None)
    if wrong is not None:
        raise BadInput(f"“{wrong}” cannot be both a name of “{name}” and what it is not.", "Take one of the two away.")
    return dataclasses.replace(category, name=name, synonyms=tuple(cleaned), description=description, unlike=others)


def clean_name(name: str) -> str:
    """A name as it is kept: trimmed, runs of spaces made one.

    Raises:
        BadInput: it is empty, too long or has control characters.
    """
    cleaned = unicodedata.normalize("NFC", " ".join(name.split()))
    visible = cleaned.replace(NON_JOINER, "").replace(JOINER, "")
    if not visible.strip():
        raise BadInput("The name is empty.", "Type a word or two, like heron.")
    if len(cleaned) > LONGEST_NAME:
        raise BadInput(
            f"The name has {len(cleaned):,} characters.", f"Keep it below {LONGEST_NAME}; say more in the description."
        )
    if not visible.isprintable():
        raise BadInput("The name has characters that cannot be shown.", "Type it again without them.")
    return cleaned


def shown(name: str) -> str:
    """A name that nobody checked yet, short enough for a sentence."""
    short = " ".join(name.split())
    return short if len(short) <= 40 else short[:39] + "…"
