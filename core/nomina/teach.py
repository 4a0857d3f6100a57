"""Short verbs that write: one transaction, one undo step, one Change each."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from nomina.domain import Category, Change, Label, Origin
from nomina.errors import BadInput, NotFound
from nomina.library import Library

LONGEST_NAME = 200
LONGEST_TEXT = 2000
NON_JOINER, JOINER = "\u200c", "\u200d"
"""Not printable to Python, but Persian and Hindi words need them, and so do emoji of families."""


def add_category(
    library: Library, name: str, *, synonyms: Iterable[str] = (), description: str = "", words: bool = True
) -> Change:
    """Add a category by its name; its texts are encoded and one column of scores is computed when next asked for.

    Args:
        words: False when its pictures alone define it and the name says nothing ("batch 7").

    Raises:
        BadInput: the name is empty, too long, has control characters or is taken.
    """
    category = Category(0, "", (), "", words)
    with library.step(f"Add “{_shown(name)}”") as step:
        library.store.put_category(_checked(library, category, name, synonyms, description))
    return library.history.change(step)


def change_category(
    library: Library,
    category_id: int,
    *,
    name: str | None = None,
    synonyms: Iterable[str] | None = None,
    description: str | None = None,
    words: bool | None = None,
) -> Change:
    """Rename a category or change its wording; what is None stays. Labels and examples stay as they are.

    Raises:
        BadInput: see add_category.
        NotFound: the category is gone.
    """
    old = library.store.category(category_id)
    new = _checked(
        library,
        dataclasses.replace(old, words=old.words if words is None else words),
        old.name if name is None else name,
        old.synonyms if synonyms is None else synonyms,
        old.description if description is None else description,
    )
    title = f"Rename “{old.name}” to “{new.name}”" if new.name != old.name else f"Change the words of “{old.name}”"
    with library.step(title) as step:
        library.store.put_category(new)
    return library.history.change(step)


def remove_category(library: Library, category_id: int) -> Change:
    """Remove a category and its labels; the images stay.

    Raises:
        NotFound: the category is gone.
    """
    category = library.store.category(category_id)
    with library.step(f"Remove “{category.name}”") as step:
        library.store.remove_category(category_id)
    return library.history.change(step)


def label(library: Library, image_ids: Sequence[int], category_id: int, *, accepted: bool = True) -> Change:
    """Say that images are (or are not) of a category. It teaches at once, and stays whatever the scores say.

    Raises:
        NotFound: the category is gone.
    """
    category = library.store.category(category_id)
    relation = "" if accepted else "not "
    with library.step(f"Label {_pictures(len(image_ids))} {relation}“{category.name}”") as step:
        for image_id in image_ids:
            library.store.put_label(Label(int(image_id), category_id, accepted, Origin.PERSON))
    return library.history.change(step)


def reject(library: Library, by_category: Mapping[int, Sequence[int]]) -> Change:
    """Say of images, by category id, that they are not of that category; all in one step.

    Raises:
        NotFound: a category is gone.
    """
    names = [library.store.category(category_id).name for category_id in by_category]
    what = f"“{names[0]}”" if len(names) == 1 else "what they seemed"
    count = sum(len(image_ids) for image_ids in by_category.values())
    with library.step(f"Label {_pictures(count)} not {what}") as step:
        for category_id, image_ids in by_category.items():
            for image_id in image_ids:
                library.store.put_label(Label(int(image_id), category_id, False, Origin.PERSON))
    return library.history.change(step)


def unlabel(library: Library, image_ids: Sequence[int], category_id: int | None = None) -> Change:
    """Forget what a person said of images: of one category, or of all for None.

    Raises:
        NotFound: the category is gone.
    """
    only = f" “{library.store.category(category_id).name}”" if category_id is not None else ""
    with library.step(f"Forget the labels{only} of {_pictures(len(image_ids))}") as step:
        for image_id in image_ids:
            library.store.drop_labels_of_person(int(image_id), category_id)
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
        raise NotFound(f"There is no category “{_shown(name)}”.", hint)
    return category


def _checked(library: Library, category: Category, name: str, synonyms: Iterable[str], description: str) -> Category:
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
    return dataclasses.replace(category, name=name, synonyms=tuple(cleaned), description=description)


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


def _shown(name: str) -> str:
    short = " ".join(name.split())
    return short if len(short) <= 40 else short[:39] + "…"


def _pictures(count: int) -> str:
    return "one picture" if count == 1 else f"{count:,} pictures"
