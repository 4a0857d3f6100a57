"""How fast work goes just now, and how long the rest of it will take."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window needs a rate before numpy is loaded
    from nomina.domain import Progress

WINDOW = 30.0
"""Seconds that are looked back."""
LEAST = 0.5
"""Seconds until there is something to say."""
SHORT = 0.2
"""Seconds: steps below are counted together, so that few are kept."""
BURST = 10.0
"""How many times faster than usual a step is that says nothing of the rest: files that are known are counted by the
thousand, and then one is read."""
FEW = 20
"""Of fewer things nobody asks how many are done in a minute."""


@dataclass(slots=True)
class _Stretch:
    """So much was done in so many seconds."""

    seconds: float
    done: int


class Rate:
    """Follows the progress of a long verb over the last half a minute, and not since its beginning."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Nothing was done yet."""
        self._clock = clock
        self._stretches: deque[_Stretch] = deque()
        self._at: float | None = None
        self._note, self._done, self._rest = "", 0, 0

    def take(self, progress: Progress) -> None:
        """Take note of progress. What comes under another note is other work, and begins anew."""
        now = self._clock()
        if progress.note != self._note or progress.done < self._done:
            self._stretches.clear()
            self._at = None
        self._rest = max(0, (progress.total or 0) - progress.done)
        if self._at is None:
            self._at = now
        elif progress.done > self._done:
            self._add(_Stretch(now - self._at, progress.done - self._done))
            self._at = now
        self._note, self._done = progress.note, progress.done

    def rest(self) -> None:
        """Leave out the time until progress is told the next time: nobody was at work."""
        self._at = None

    def _add(self, new: _Stretch) -> None:
        kept = self._stretches
        if kept and max(kept[-1].seconds, new.seconds) < SHORT:
            kept[-1].seconds += new.seconds
            kept[-1].done += new.done
        else:
            kept.append(new)
        seconds = sum(each.seconds for each in kept)
        while len(kept) > 1 and seconds - kept[0].seconds > WINDOW:
            seconds -= kept.popleft().seconds

    @property
    def a_second(self) -> float | None:
        """How much is done in a second; None as long as nobody can say, and of so few things that nobody would ask."""
        return self._pace() if self._done + self._rest >= FEW else None

    @property
    def left(self) -> float | None:
        """Seconds that the rest will take; None as long as nobody can say."""
        pace = self._pace()
        return self._rest / pace if pace and self._rest else None

    def _pace(self) -> float | None:
        known = [each for each in self._stretches if each.seconds > 0.0]
        since = 0.0 if self._at is None else self._clock() - self._at
        if known and since > max(each.seconds for each in known):  # it takes longer than ever
            known.append(_Stretch(since, 0))
        if sum(each.seconds for each in known) < LEAST:
            return None
        most = BURST * _usual(known)
        usual = [each for each in known if each.done <= most * each.seconds] if most else known
        return sum(each.done for each in usual) / sum(each.seconds for each in usual)


def _usual(stretches: list[_Stretch]) -> float:
    """What is done in a second for half of the time at least."""
    half = sum(each.seconds for each in stretches) / 2
    for each in sorted(stretches, key=lambda each: each.done / each.seconds):
        half -= each.seconds
        if half <= 0.0:
            break
    return each.done / each.seconds
