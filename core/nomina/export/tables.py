"""What the tables share: their columns, and how a picture with several labels is told."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from nomina.export.plan import ExportPlan
from nomina.export.protocol import Source
from nomina.export.row import Row, RowLabel

PROVENANCE = frozenset({"confidence", "best", "best_score", "second", "encoder", "origin", "run", "state", "reference"})
COLUMNS = (
    *("file", "time", "category", "confidence", "best", "best_score", "encoder", "origin", "run", "state", "second"),
    *("reference", "set"),
)
WHOLE = (*COLUMNS, "hash", "width", "height")


def columns_of(columns: tuple[str, ...], source: Source) -> tuple[str, ...]:
    """Those of the columns that the plan asks for, in their order; the time only where there are moments of videos."""
    plan = source.plan
    unasked = (frozenset() if plan.provenance else PROVENANCE) | ({"set"} if plan.level is None else set())
    unasked |= set() if source.timed else {"time"}
    return tuple(column for column in columns if column not in unasked)


def each_label(row: Row) -> Iterator[Row]:
    """The row once for each of its labels; once where it has none."""
    if len(row.labels) < 2:
        yield row
        return
    for label in row.labels:
        yield row._replace(
            category=label.category, origin=label.origin, confidence=label.confidence, run=label.run, labels=(label,)
        )


def record(row: Row, columns: tuple[str, ...], plan: ExportPlan) -> dict[str, Any]:
    """A row as JSON holds it: one category, or in a plan of several labels a list of them."""
    values = dict(zip(columns, attrgetter(*columns)(row), strict=True))
    if plan.multi:
        for column in ("category", "origin", "run"):
            values.pop(column, None)
        values["labels"] = [label_record(label, plan) for label in row.labels]
    return values


def label_record(label: RowLabel, plan: ExportPlan) -> dict[str, Any]:
    """One label as JSON holds it."""
    return label._asdict() if plan.provenance else {"category": label.category}
