"""The videos of a library: which are known, with all their moments, so that nothing of them has to be decoded again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from nomina.domain import Filmed, Reading, Skipped
from nomina.encoders.reading import Need, Needed
from nomina.history import Step
from nomina.library import Library
from nomina.pictured import Placed
from nomina.places import Place
from nomina.video import Frames, hash_of_moment

AT_ONCE = 256
"""Moments that are looked up at once."""


class Footage:
    """Videos that are read by one rule."""

    def __init__(self, library: Library, frames: Frames | None, pictures: Needed) -> None:
        """Take the rule; None where videos are passed by.

        Args:
            pictures: what is still needed of pictures, by hash.
        """
        self._library, self._pictures = library, pictures
        self._rule = "" if frames is None else frames.id

    def needed(self, hashes: Sequence[str]) -> list[Need]:
        """What is still needed of pictures and of videos, by hash: nothing of a video whose moments are all there."""
        needs = list(self._pictures(hashes))
        for at, need in enumerate(needs):
            if need == Need.ALL and self._rule:
                film = self._library.films.whole(Filmed(Path(), hashes[at], 0, 0), self._rule)
                needs[at] = Need.NOTHING if self._is_complete(film) else need
        return needs

    def _is_complete(self, film: Filmed) -> bool:
        """Whether it is known which its moments are, and all is at hand that is derived of them."""
        if film.times is None:
            return False
        hashes = [hash_of_moment(film.hash, time) for time in film.times]
        return all(need == Need.NOTHING for some in _sliced(hashes) for need in self._pictures(some))

    def moments_at(self, path: Path) -> list[Placed] | None:
        """The images of an unchanged video; None where it has to be read."""
        film = self._library.films.at(path, self._rule)
        if film is None or film.trouble or not unchanged(path, film.size, film.mtime_ns) or not self._is_complete(film):
            return None
        hashes = {hash_of_moment(film.hash, time) for time in film.times or ()}
        found = [each for each in self._library.store.moments(Place.of(path).file) if each.hash in hashes]
        return found if len(found) == len(hashes) else None

    def whole(self, films: Sequence[Filmed]) -> Iterator[Reading | Skipped]:
        """Remember videos that were read. Of those that were known, the pictures; of damaged ones, what is wrong."""
        for each in films:
            self._library.films.put(each, self._rule)
            film = self._library.films.whole(each, self._rule)
            if each.times is None:
                yield from (_reading(film, time) for time in film.times or ())
            if film.trouble:
                yield Skipped(film.path, film.trouble)

    def settle(self, films: Sequence[Filmed], name: str, step: Step | None) -> Step | None:
        """Forget what lay at the place of a video before it was another one; in a step, if there is anything."""
        for film in films:
            store = self._library.store
            before = [each.path for each in store.moments(film.path) if not _is_of(film, each)]
            if before:
                with self._library.step(name, step) as step:
                    for path in before:
                        store.forget_place(path)
        return step


def _is_of(film: Filmed, moment: Placed) -> bool:
    time = Place.of(moment.path).time
    return time is not None and hash_of_moment(film.hash, time) == moment.hash


def _reading(film: Filmed, time: int) -> Reading:
    path, hash = Place(film.path, time).path, hash_of_moment(film.hash, time)
    return Reading(path, hash, film.size, film.mtime_ns, film.width, film.height)


def unchanged(path: Path, size: int, mtime_ns: int) -> bool:
    """Whether the file at a place is there, and of this size and time of change."""
    try:
        status = Place.of(path).file.stat()
    except OSError:
        return False
    return status.st_size == size and status.st_mtime_ns == mtime_ns


def _sliced(hashes: Sequence[str]) -> Iterator[Sequence[str]]:
    return (hashes[start : start + AT_ONCE] for start in range(0, len(hashes), AT_ONCE))
