"""Small things that the tests of the core share: no mocks, only short ways to make and to look at real things."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import numpy as np

from nomina import schema
from nomina.categories import add_category, category_named
from nomina.domain import Category, Progress, Rows
from nomina.encoders.host import LocalHost
from nomina.ingest import Added, add_images
from nomina.library import Library, create_library, open_library, temporary_library
from nomina.testing import ColourEncoder, save_picture

T = TypeVar("T")

COLOURS = ("red", "lime", "blue", "yellow", "magenta", "cyan", "white", "black", "orange", "purple")


class CountingEncoder(ColourEncoder):
    """A ColourEncoder that counts texts as well as pictures.

    Attributes:
        texts: every text it was given, in order.
    """

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def encode_texts(self, texts: Sequence[str]) -> Rows:
        self.texts.extend(texts)
        return super().encode_texts(texts)


def result(verb: Generator[Progress, None, T]) -> T:
    """Run a long verb to its end."""
    while True:
        try:
            assert isinstance(next(verb), Progress)
        except StopIteration as stop:
            return stop.value


@contextmanager
def in_memory(encoder: ColourEncoder | None = None) -> Iterator[Library]:
    """A library in memory, closed at the end."""
    library = temporary_library(host_of(encoder))
    try:
        yield library
    finally:
        library.close()


@contextmanager
def opened(folder: Path, encoder: ColourEncoder | None = None) -> Iterator[Library]:
    """The library in a folder, which is made when it is not there; closed at the end."""
    if not folder.exists():
        create_library(folder)
    library = open_library(folder, host_of(encoder))
    try:
        yield library
    finally:
        library.close()


def host_of(encoder: ColourEncoder | None = None) -> LocalHost:
    """A host in this process for this very encoder."""
    return LocalHost(lambda: encoder or ColourEncoder())


def add(library: Library, *paths: Path) -> Added:
    """Add pictures, to the end."""
    return result(add_images(library, paths))


def category(library: Library, name: str, **words: object) -> Category:
    """Add a category and return it."""
    add_category(library, name, **words)  # type: ignore[arg-type]
    return category_named(library, name)


def save_many(folder: Path, count: int, *, first: int = 0) -> list[Path]:
    """Pictures of the colours in turn, each with bytes of its own."""
    return [
        save_picture(folder / f"{i:04}-{COLOURS[i % len(COLOURS)]}.png", COLOURS[i % len(COLOURS)], seed=i, size=(8, 6))
        for i in range(first, first + count)
    ]


def truth(library: Library) -> bytes:
    """All that a person made, to the last byte: every row of every truth table."""
    dump = []
    for table in schema.TRUTH:
        for row in library.store._rows(f"select * from {table} order by id"):
            dump.append(f"{table} {row!r}")
    return "\n".join(dump).encode("utf-8", "surrogateescape")


def columns(library: Library) -> dict[str, bytes]:
    """The scores of all images for each category by name, to the last bit."""
    return {each.name: library.scores.column(each.id).tobytes() for each in library.store.categories()}


def score(library: Library, image_id: int, category_id: int) -> float:
    """The score of one image for one category."""
    return float(library.scores.column(category_id)[np.searchsorted(library.scores.ids, image_id)])
