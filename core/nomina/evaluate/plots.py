"""Draws what was found: accuracy against examples, reliability, confusion. matplotlib is imported here alone."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from nomina.errors import BadInput, reason_of
from nomina.evaluate.results import Measured, Row, SetResult

OURS = ("fused", "words", "pictures")
INK, GRID = "#1f2430", "#d9dce3"
COLOURS = {
    "fused": "#0b5fff",
    "words": "#7aa7ff",
    "pictures": "#12a594",
    "refined": "#7b3fa0",
    "text_cosine": "#8d8d8d",
    "raw_fusion": "#b07cd8",
    "nearest_mean": "#e5484d",
    "knn": "#c88a04",
    "logistic": "#3d3d3d",
    "logistic_both": "#a05a2c",
}
NUMBERS_UP_TO = 12
"""Categories whose confusion is written into the cells."""


def check_installed() -> None:
    """Raises BadInput when matplotlib is missing."""
    if importlib.util.find_spec("matplotlib") is None:
        raise BadInput("Plots need matplotlib, which is not installed.", 'Install it: pip install "nomina[evaluate]".')


def draw(results: Sequence[SetResult], folder: Path, titles: Mapping[str, str]) -> list[Path]:
    """Write PNG files into a folder, which is made if need be; returns their paths.

    Args:
        results: one set at least.
        titles: what the methods are called.

    Raises:
        BadInput: matplotlib is missing, or the folder cannot be written.
    """
    check_installed()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files = [_save(_confusion(each), folder / name) for each, name in _confusion_files(results)]
        if results[0].rows:  # there are none when only mixed evidence could be measured
            files.append(_save(_accuracy(results, titles), folder / "accuracy.png"))
            files.append(_save(_reliability(results), folder / "reliability.png"))
        return files
    except OSError as error:
        raise BadInput(
            f"The plots cannot be written to “{folder}”: {reason_of(error)}.", "Choose another folder."
        ) from error


def _confusion_files(results: Sequence[SetResult]) -> list[tuple[SetResult, str]]:
    found: dict[str, SetResult] = {}
    for each in results:
        name = re.sub(r"[^\w.-]+", "_", each.name) or "set"
        while f"confusion-{name}.png" in found:
            name += "_"
        found[f"confusion-{name}.png"] = each
    return [(each, name) for name, each in found.items()]


def _save(figure: Any, path: Path) -> Path:
    figure.savefig(path, dpi=130, facecolor="white")
    return path


def _figure(width: float, height: float, **panels: Any) -> tuple[Any, Any]:
    """An own figure, of no global state; text is laid out so that nothing is cut off."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure, figure.subplots(**panels)


def _plain(axes: Any, title: str, across: str, up: str) -> None:
    axes.set_title(title, loc="left", fontsize=11, color=INK)
    axes.set_xlabel(across, color=INK)
    axes.set_ylabel(up, color=INK)
    axes.grid(color=GRID, linewidth=0.7)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


# Accuracy against examples ---------------------------------------------------------------------------------------


def _accuracy(results: Sequence[SetResult], titles: Mapping[str, str]) -> Any:
    """The mean over the sets for every method, and ours for each set."""
    figure, (left, right) = _figure(12.5, 6, ncols=2, sharey=True)
    shots = [row.shots or 0 for row in results[0].rows]
    for name in titles:
        curve = _curve(results, name)
        if curve:
            left.plot(
                *zip(*curve, strict=True),
                label=titles[name],
                color=COLOURS[name],
                linewidth=2.4 if name == "fused" else 1.4,
                linestyle="-" if name in OURS else "--",
                marker="o",
                markersize=4,
            )
    for i, each in enumerate(results):
        curve = _curve([each], "fused")
        colour = f"C{i % 10}"
        right.plot(
            *zip(*curve, strict=True), label=_short(each.name), color=colour, linewidth=1.6, marker="o", markersize=4
        )
        spreads = [row.methods["fused"].accuracy for row in each.rows]
        low, high = ([100 * min(1.0, s.mean + sign * s.spread) for s in spreads] for sign in (-1, 1))
        right.fill_between(range(len(shots)), low, high, color=colour, alpha=0.12, linewidth=0)
    title = "Accuracy" if len(results) == 1 else f"Accuracy, mean over {len(results)} sets"
    _plain(left, title, "examples a category", "right, %")
    _plain(right, "Words and examples, each set (band: ± one standard deviation)", "examples a category", "")
    for axes in (left, right):
        axes.set_xticks(range(len(shots)), [str(count) for count in shots])
        axes.set_ylim(0, 102)
        axes.legend(fontsize=8, frameon=False, loc="upper center", bbox_to_anchor=(0.5, -0.12), ncols=3)
    return figure


def _curve(results: Sequence[SetResult], name: str) -> list[tuple[int, float]]:
    """(place of the number of examples, mean accuracy in %), where every set has the method."""
    curve = []
    for place, rows in enumerate(zip(*(each.rows for each in results), strict=True)):
        if all(name in row.methods for row in rows):
            curve.append((place, 100 * float(np.mean([row.methods[name].accuracy.mean for row in rows]))))
    return curve


# Reliability -----------------------------------------------------------------------------------------------------


def _reliability(results: Sequence[SetResult]) -> Any:
    """Confidence against the share that is right, a panel for each number of examples; a line for each set."""
    rows = list(zip(*(each.rows for each in results), strict=True))
    columns = min(3, len(rows))
    lines = -(-len(rows) // columns)
    figure, panels = _figure(
        4.1 * columns, 4.4 * lines + 0.6, nrows=lines, ncols=columns, squeeze=False, sharex=True, sharey=True
    )
    for place, (axes, of_sets) in enumerate(zip(panels.flat, rows, strict=False)):
        axes.plot([0, 100], [0, 100], color=INK, linewidth=1, linestyle=":")
        errors = [row.methods["fused"].ece for row in of_sets]
        for i, (each, row) in enumerate(zip(results, of_sets, strict=True)):
            bins = row.methods["fused"].reliability or ()
            points = [(100 * bin.confidence, 100 * bin.right) for bin in bins]
            axes.plot(*zip(*points, strict=True), label=_short(each.name), color=f"C{i % 10}", marker="o", markersize=3)
        error = 100 * float(np.mean([each for each in errors if each is not None]))
        _plain(
            axes,
            f"{_examples(of_sets[0])}, error {error:.1f} %",
            "confidence, %",
            "" if place % columns else "right, %",
        )
        axes.set_xlim(0, 102)
        axes.set_ylim(-2, 102)
        axes.set_box_aspect(1)
    for axes in list(panels.flat)[len(rows) :]:
        axes.set_visible(False)
    handles, labels = panels.flat[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=min(5, len(labels)), fontsize=8, frameon=False)
    return figure


def _examples(row: Row) -> str:
    return "Words only" if row.shots == 0 else f"{row.shots} example{'s' if row.shots != 1 else ''}"


# Confusion -------------------------------------------------------------------------------------------------------


def _confusion(result: SetResult) -> Any:
    """Right categories down, answers across, with the most examples that were measured."""
    row = result.rows[-1] if result.rows else result.mixed
    assert row is not None
    names = [_short(name) for name in result.categories]
    shares = _shares(row.methods["fused"])
    side = 2.6 + 0.36 * max(len(names), 6)
    figure, axes = _figure(side + 1.2, side)
    shown = axes.imshow(100 * shares, cmap="Blues", vmin=0, vmax=100)
    axes.set_xticks(range(len(names)), names, rotation=90, fontsize=8)
    axes.set_yticks(range(len(names)), names, fontsize=8)
    axes.tick_params(length=0)
    for i, j in zip(*np.nonzero(shares >= 0.005), strict=True):
        if len(names) <= NUMBERS_UP_TO:
            colour = "white" if shares[i, j] > 0.6 else INK
            axes.text(j, i, f"{100 * shares[i, j]:.0f}", ha="center", va="center", fontsize=8, color=colour)
    axes.set_xlabel("best category", color=INK)
    axes.set_ylabel("right category", color=INK)
    axes.set_title(f"{_short(result.name)}: {_examples(row).lower()}", loc="left", fontsize=11, color=INK)
    figure.colorbar(shown, ax=axes, label="% of the category's pictures", shrink=0.8)
    return figure


def _shares(measured: Measured) -> np.ndarray[Any, np.dtype[np.float64]]:
    counts = np.array(measured.confusion, float)
    return np.asarray(counts / np.maximum(counts.sum(axis=1, keepdims=True), 1))


def _short(name: str) -> str:
    """A name that fits, with nothing in it that matplotlib would read as a formula."""
    cut = name if len(name) <= 24 else name[:23] + "…"
    return cut.replace("$", r"\$").lstrip("_")
