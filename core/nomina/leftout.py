"""What a long work tells of its files, kept small: there may be a million pictures, and many that were left out."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import overload

from nomina.domain import Skipped


class LeftOut(Sequence[Skipped]):
    """A list of Skipped that holds bytes and numbers: a path once, and each reason once for all files that share it."""

    def __init__(self) -> None:
        """Begin with none."""
        self._names = bytearray()
        self._ends: array[int] = array("q", [0])
        self._why: array[int] = array("l")
        self._reasons: list[str] = []
        self._numbers: dict[str, int] = {}

    def append(self, item: Skipped) -> None:
        """One more."""
        self._names += os.fsencode(item.path)
        self._ends.append(len(self._names))
        number = self._numbers.setdefault(item.reason, len(self._reasons))
        if number == len(self._reasons):
            self._reasons.append(item.reason)
        self._why.append(number)

    def extend(self, items: Iterable[Skipped]) -> None:
        """Some more."""
        for item in items:
            self.append(item)

    def __len__(self) -> int:
        """How many files."""
        return len(self._why)

    @overload
    def __getitem__(self, at: int) -> Skipped: ...
    @overload
    def __getitem__(self, at: slice) -> list[Skipped]: ...
    def __getitem__(self, at: int | slice) -> Skipped | list[Skipped]:
        """One of them, or some."""
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        number = range(len(self))[at]
        name = bytes(self._names[self._ends[number] : self._ends[number + 1]])
        return Skipped(Path(os.fsdecode(name)), self._reasons[self._why[number]])

    def __repr__(self) -> str:
        """As a list shows itself."""
        return repr(self[:])

    def __eq__(self, other: object) -> bool:
        """Whether another sequence names the same files for the same reasons, in the same order."""
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # it grows


class Ids(Sequence[int]):
    """A list of ids in eight bytes each."""

    def __init__(self) -> None:
        """Begin with none."""
        self._ids: array[int] = array("q")

    def append(self, id: int) -> None:
        """One more."""
        self._ids.append(id)

    def __len__(self) -> int:
        """How many."""
        return len(self._ids)

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        """One of them, or some."""
        return self._ids[at].tolist() if isinstance(at, slice) else self._ids[at]

    def __repr__(self) -> str:
        """As a list shows itself."""
        return repr(self[:])

    def __eq__(self, other: object) -> bool:
        """Whether another sequence holds the same ids in the same order."""
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # it grows
