"""What was derived last, kept until what it was derived from has changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Memo:
    """One value for each name, with the key it was made for. Everything in it may be forgotten at any time."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._kept: dict[str, tuple[Hashable, Any]] = {}

    def get(self, name: str, key: Hashable, make: Callable[[], T]) -> T:
        """The value of this name, made anew where it was made for another key."""
        if name not in self._kept or self._kept[name][0] != key:
            self._kept[name] = (key, make())
        value: T = self._kept[name][1]
        return value

    def put(self, name: str, value: object) -> None:
        """Keep a value that took long to make, until another is put in its place."""
        self._kept[name] = (None, value)

    def forget(self, name: str) -> None:
        """Let go of the value of this name."""
        self._kept.pop(name, None)

    def kept(self, name: str) -> tuple[Any, Any]:
        """The key that the value of this name was made for, and the value; None and None where there is none."""
        return self._kept.get(name, (None, None))

    def last(self, name: str) -> Any:
        """The value of this name, whatever it was made for; None where there is none."""
        return self.kept(name)[1]
