"""What a person asks of an export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from nomina.domain import State
from nomina.errors import BadInput


class WhichLabels(StrEnum):
    """Which labels are written."""

    CONFIRMED = "confirmed"  # a person's alone
    AUTOMATIC = "automatic"  # those of runs, and what is predicted, where they are sure enough
    BOTH = "both"  # a person's, and automatic ones for the other pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPlan:
    """All that decides what an export writes.

    Attributes:
        format: a name of `formats`.
        target: the file or folder to write; None for a format that writes beside the pictures.
        categories: only pictures with a label of one of these names (see `labels`); () for all.
        states: only pictures in one of these states; () for all.
        ids: only the images of these ids, whatever chose them; None for all.
        folder: only pictures in this folder or below it.
        search: only the `count` pictures nearest to these words or this picture, best first.
        labels: which labels are written.
        at_least: the probability, 0..1, that an automatic one needs. With None those of runs are written as they are,
            and a prediction must be likely (see State).
        multi: write all labels of a picture that qualify (True), or only the surest (False); None for all where the
            library lets a picture have several categories.
        level: write the categories that cannot be ruled out at this level, 0.5..0.999 (see answer.prediction_sets).
        unlabelled: write pictures without a label too, where the format has a place for them.
        relative_to: write paths relative to this folder; None for absolute ones.
        provenance: write origin, run, confidence, encoder, reference and state.
        replace: write over what an earlier export left at the target.
        move: allow a format to move originals; see moves.py.
        dry_run: find out what would be written and what changed, and write nothing.
        options: the format's own, as text by name.
    """

    format: str
    target: Path | None = None
    categories: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    ids: tuple[int, ...] | None = None
    folder: Path | None = None
    search: str | Path | None = None
    count: int = 500
    labels: WhichLabels = WhichLabels.BOTH
    at_least: float | None = None
    multi: bool | None = None
    level: float | None = None
    unlabelled: bool = True
    relative_to: Path | None = None
    provenance: bool = True
    replace: bool = False
    move: bool = False
    dry_run: bool = False
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        """Check the numbers.

        Raises:
            BadInput: `at_least` is no probability, or `count` is below 1.
        """
        if self.at_least is not None and not 0.0 <= self.at_least <= 1.0:
            raise BadInput(f"A confidence of {self.at_least:g} is not between 0 and 1.", "Give one like 0.8.")
        if self.count < 1:
            raise BadInput(f"A search for {self.count} pictures finds none.", "Ask for one or more.")
