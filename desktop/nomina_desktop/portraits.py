"""What the card of a category shows, asked of the library's thread: what is known, and then what the doctor says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import nomina
from nomina_desktop.strip import Small, small_pictures

if TYPE_CHECKING:
    from nomina import Category, Diagnosis, Library

MOST = 60
"""Examples that are handed over; a card shows fewer."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """A category as a person knows it.

    Attributes:
        above: names of the categories above it, the highest first.
        examples, rejects: pictures a person said are, or are not, of it; the latest first, MOST at most.
        example_ids, reject_ids: all of them.
    """

    category: Category
    above: tuple[str, ...]
    examples: tuple[Small, ...]
    rejects: tuple[Small, ...]
    example_ids: tuple[int, ...]
    reject_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What the doctor says, and wordings that the files of the examples propose."""

    diagnosis: Diagnosis
    names: dict[int, str]


def portrait(library: Library, category_id: int, most: int | None = MOST) -> Portrait | None:
    """What is known of a category, with so many examples and rejects at most; None when it is gone."""
    categories = library.store.categories()
    category = next((each for each in categories if each.id == category_id), None)
    if category is None:
        return None
    by_kind: dict[bool, list[int]] = {True: [], False: []}
    for label in library.store.labels(category_id=category_id):
        if label.origin is nomina.Origin.PERSON:
            by_kind[label.accepted].append(label.image_id)
    yes, no = (ids[::-1] for ids in (by_kind[True], by_kind[False]))
    return Portrait(
        category,
        tuple(each.name for each in reversed(nomina.above(categories, category_id))),
        small_pictures(library.store.images(yes[:most])),
        small_pictures(library.store.images(no[:most])),
        tuple(yes),
        tuple(no),
    )


def advice(library: Library, category_id: int) -> Advice | None:
    """What the doctor says of a category; None when it is gone."""
    names = {each.id: each.name for each in library.store.categories()}
    if category_id not in names:
        return None
    return Advice(nomina.diagnose(library, category_id, nomina.told_by_files(library, category_id)), names)


def wording_worth(library: Library, category_id: int, text: str) -> float:
    """How often a wording by itself puts one of the examples above another picture.

    Raises:
        BadInput: too little tells, or the wording is no good.
    """
    found = {each.text.casefold(): each.worth for each in nomina.rank_wordings(library, category_id, [text])}
    return found[" ".join(text.split()).casefold()]
