"""The results as one value for JSON, with means over the sets. docs/benchmarks.md documents the keys."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

import numpy as np

from nomina.domain import EncoderSpec, Skipped
from nomina.evaluate import Plan, measures
from nomina.evaluate.measures import Bin
from nomina.evaluate.results import Continual, Kept, Measured, Row, SetResult, Spread, Unknowns

FORMAT = 1
"""Grows when a key changes its meaning or goes."""


def report(results: Sequence[SetResult], plan: Plan, spec: EncoderSpec) -> dict[str, Any]:
    """Everything that was found, as values that JSON knows; what was not measured has no key."""
    return {
        "format": FORMAT,
        "nomina": version("nomina"),
        "encoder": {"id": spec.id, "title": spec.title, "device": spec.device},
        "plan": _plain(plan),
        "ece_bins": measures.BINS,
        "sets": [_plain(each) for each in results],
        "mean": means(results),
    }


def means(results: Sequence[SetResult]) -> dict[str, Any]:
    """Means over the sets, which all count alike; of each number, those sets that have it."""
    names, count = [each.name for each in results], len(results[0].rows) if results else 0
    found: dict[str, Any] = {"rows": [_mean_row(names, [each.rows[i] for each in results]) for i in range(count)]}
    if results and results[0].mixed is not None:  # so have they all
        found["mixed"] = _mean_row(names, [each.mixed for each in results if each.mixed is not None])
    gaps = [(row.gap, each.name, row.shots) for each in results for row in each.rows if row.gap is not None]
    if gaps:
        gap, name, shots = min(gaps)
        found["worst_gap"] = {"gap": gap, "set": name, "shots": shots}
    return found


def _mean_row(sets: Sequence[str], rows: Sequence[Row]) -> dict[str, Any]:
    names = dict.fromkeys(name for row in rows for name in row.methods)
    methods = {name: _mean_method([row.methods[name] for row in rows if name in row.methods]) for name in names}
    found: dict[str, Any] = {"shots": rows[0].shots} if rows[0].shots is not None else {}
    found |= {"shown": float(np.mean([row.shown.mean for row in rows])), "methods": methods}
    gaps = [(row.gap, name) for name, row in zip(sets, rows, strict=True) if row.gap is not None]
    if gaps:
        found["worst_gap"] = dict(zip(("gap", "set"), min(gaps), strict=True))
    for key, kind in (("unknowns", Unknowns), ("incremental", Continual)):
        parts = [getattr(row, key) for row in rows if getattr(row, key) is not None]
        if parts:
            found[key] = _mean_of(parts, kind)
    return found


def _mean_method(parts: Sequence[Measured]) -> dict[str, Any]:
    found: dict[str, Any] = {"sets": len(parts)} | _mean_of(parts, Measured)
    kept: dict[str, list[Kept]] = {}
    for each in (bucket for part in parts for bucket in part.kept or ()):
        kept.setdefault(each.examples, []).append(each)
    if kept:
        found["kept"] = [{"examples": name, **_kept_together(kept[name])} for name in sorted(kept, key=least)]
    return found


def least(examples: str) -> int:
    """The fewest examples of a bucket by its name: 9 of “9+”."""
    return int(examples.split("-")[0].rstrip("+"))


def _kept_together(of: Sequence[Kept]) -> dict[str, Any]:
    """One bucket of several sets: the mean of them, and the share of all their pictures."""
    coverage, asked = [each.coverage for each in of], [each.asked for each in of]
    together = float(np.average(coverage, weights=asked))
    return {"coverage": float(np.mean(coverage)), "together": together, "asked": sum(asked), "sets": len(of)}


def _mean_of(parts: Sequence[Any], kind: type[Any]) -> dict[str, float]:
    """The mean of each plain number and of the mean of each Spread, by field name."""
    found = {}
    for field in dataclasses.fields(kind):
        values = [getattr(part, field.name) for part in parts]
        numbers = [value.mean if isinstance(value, Spread) else value for value in values]
        numbers = [value for value in numbers if isinstance(value, (int, float))]
        if numbers:
            found[field.name] = float(np.mean(numbers))
    return found


def _plain(value: Any) -> Any:
    """Records as dicts without what is None, tuples as lists, bins as [confidence, right, predictions]."""
    if isinstance(value, Bin):
        return [value.confidence, value.right, value.predictions]
    if isinstance(value, Skipped):
        return {"file": str(value.path), "reason": value.reason}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        pairs = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
        return {name: _plain(each) for name, each in pairs if each is not None}
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    return value
