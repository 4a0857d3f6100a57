"""Label Studio: tasks.json to import, and config.xml for the labelling interface they belong to.

A person's labels become annotations, automatic ones predictions. Sources: labelstud.io/guide/tasks and /predictions.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from nomina.domain import Origin
from nomina.export.plan import ExportPlan
from nomina.export.protocol import Kind, Option, Source
from nomina.export.row import Row, RowLabel
from nomina.export.text import as_json

ROWS_A_STEP = 500
CONTROL, OBJECT = "choice", "image"


class LabelStudio:
    """The format `labelstudio`. Pictures stay where they are: Label Studio finds them by the prefix and their path."""

    title = "Label Studio tasks"
    kind = Kind.FOLDER
    ending = ""
    options = (
        Option(
            "prefix",
            "/data/local-files/?d=",
            "Stands before each path, which is quoted as an address. The default is Label Studio's for local files,"
            " whose paths are relative to its document root.",
        ),
    )
    unlabelled = True

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """See Exporter."""
        (target / "config.xml").write_text(_config(source), encoding="utf-8")
        with (target / "tasks.json").open("w", encoding="utf-8", newline="") as file:
            between = "[\n"
            for done, row in enumerate(source.rows(), 1):
                if row.time is not None:
                    source.leave_out(row, "it is a moment of a video, which Label Studio cannot show")
                else:
                    file.write(between + as_json(_task(row, source.options["prefix"], source.plan)))
                    between = ",\n"
                if done % ROWS_A_STEP == 0:
                    yield done
            file.write("[]\n" if between == "[\n" else "\n]\n")


def _config(source: Source) -> str:
    choice = "multiple" if source.plan.multi else "single"
    names = "\n".join(f"    <Choice value={quoteattr(each.name)}/>" for each in source.categories)
    return (
        f'<View>\n  <Image name="{OBJECT}" value="$image"/>\n'
        f'  <Choices name="{CONTROL}" toName="{OBJECT}" choice="{choice}" showInline="true">\n{names}\n'
        "  </Choices>\n</View>\n"
    )


def _task(row: Row, prefix: str, plan: ExportPlan) -> dict[str, Any]:
    path = quote(row.file.replace(os.sep, "/"), safe="/:", errors="surrogateescape")
    data: dict[str, Any] = {"image": prefix + path, "nomina_hash": row.hash}
    if plan.provenance:
        data |= {"nomina_state": row.state, "nomina_best": row.best, "nomina_reference": row.reference}
    if plan.level is not None:
        data["nomina_set"] = row.set
    yours = [label for label in row.labels if label.origin == Origin.PERSON]
    theirs = [label for label in row.labels if label.origin != Origin.PERSON]
    task: dict[str, Any] = {"data": data, "annotations": [], "predictions": []}
    if yours:
        task["annotations"] = [{"result": [_result(row, yours)], "ground_truth": False}]
    if theirs:
        run = "" if theirs[0].run is None else f", run {theirs[0].run}"
        score = min(label.confidence for label in theirs)
        task["predictions"] = [
            {"model_version": f"{row.encoder}{run}", "score": score, "result": [_result(row, theirs)]}
        ]
    return task


def _result(row: Row, labels: list[RowLabel]) -> dict[str, Any]:
    return {
        "id": row.hash[:10],
        "from_name": CONTROL,
        "to_name": OBJECT,
        "type": "choices",
        "value": {"choices": [label.category for label in labels]},
    }
