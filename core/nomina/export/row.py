"""What an export says of one image, whatever the format."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from nomina.places import MARK, Place


class RowLabel(NamedTuple):
    """One category that an image is given by an export.

    Attributes:
        category: its name.
        origin: "person", "auto" (a run labelled it) or "" (a prediction that nobody wrote down).
        confidence: probability, 0..1; 1 where a person said so.
        run: id of the run.
    """

    category: str
    origin: str
    confidence: float
    run: int | None = None


class Row(NamedTuple):
    """One image. A tuple, because a frozen dataclass of so many fields takes five times as long to make.

    Attributes:
        file: where it was last seen, absolute or relative as the plan asks, or "".
        category, origin, run: of the first of `labels`, or empty.
        confidence: probability of the first label, else of the best category; None where nothing is known.
        best: the best category, even where nothing stands out.
        second: the next best category, or "".
        best_score: how far the best stands out from pictures of anything.
        encoder: id of the encoder that made the scores.
        reference: version of what counted as near for them; "" as shipped.
        set: the categories that cannot be ruled out at the plan's level, the likeliest first; () without a level.
        state: yours, likely, unsure, none or unread.
        hash: of the bytes.
        labels: all that the plan asks for, the surest first; at most one unless it asks for several.
        path: where it was last seen, absolute, or "".
        width, height: upright pixels.
        id: of the image in the library.
    """

    file: str
    category: str
    confidence: float | None
    best: str
    best_score: float | None
    encoder: str
    origin: str = ""
    run: int | None = None
    state: str = ""
    second: str = ""
    hash: str = ""
    labels: tuple[RowLabel, ...] = ()
    path: str = ""
    width: int = 0
    height: int = 0
    id: int = 0
    reference: str = ""
    set: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """What `path` says."""
        return Place.of(Path(self.path))

    @property
    def time(self) -> float | None:
        """Seconds from the start of the video that it is a moment of; None for a picture file."""
        return self.place.seconds if MARK in self.path else None  # a million rows are asked

    @property
    def name(self) -> str:
        """What its file is called, or that of a moment of a video when it is written as a picture; or its hash."""
        place = self.place
        return (place.file.name or self.hash) if place.time is None else f"{place.path.name}.jpg"
