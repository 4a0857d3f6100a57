"""The command that measures accuracy on labelled folders."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from nomina.cli import shell
from nomina.domain import EncoderSpec
from nomina.encoders.host import EncoderHost
from nomina.errors import BadInput
from nomina.evaluate import Plan, evaluate_folder, plots, rivals
from nomina.evaluate.labelled import sub_folders
from nomina.evaluate.product import taken_back
from nomina.evaluate.report import least, means, report
from nomina.evaluate.results import SetResult
from nomina.files import check_target, replacing
from nomina.schema import DATABASE

METHODS = {
    "fused": "words and examples",
    "refined": "words and examples, refined",
    "words": "words only",
    "pictures": "pictures only",
    "text_cosine": "raw text cosine",
    "raw_fusion": "raw cosine to text and examples",
    "nearest_mean": "nearest mean",
    "knn": "k-NN",
    "logistic": "logistic regression",
    "logistic_both": "logistic regression, both stretches",
}
"""What the methods are called on a screen."""


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--shots", default="0,1,4", show_default=True, help="Numbers of pictures to show a category.")
@click.option("--seeds", default=5, show_default=True, type=click.IntRange(1), help="Random choices of them, averaged.")
@click.option("--mixed", is_flag=True, help="Also show a random number of pictures, 0 to 16, for each category.")
@click.option(
    "--rivals", "with_rivals", is_flag=True, help="Also ask nearest mean, k-NN, logistic regression and others."
)
@click.option(
    "--leave-out",
    default=0.5,
    show_default=True,
    type=click.FloatRange(0, 1, max_open=True),
    metavar="SHARE",
    help="Share of the categories whose pictures must be called none of these; 0 does not ask.",
)
@click.option(
    "--incremental", default=0, type=click.IntRange(0), metavar="STEP", help="Also let categories come STEP at a time."
)
@click.option("--refine", is_flag=True, help="Also refine with the labels, from 30 of them on.")
@click.option(
    "--json", "json_file", type=click.Path(path_type=Path, allow_dash=True), help="Write all to a file; - prints."
)
@click.option("--plots", "plots_folder", type=click.Path(path_type=Path), help="Draw plots into this folder.")
@click.option(
    "--keep",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Keep in this folder what is read of the pictures: the next run encodes none of them again.",
)
@shell.encoder_options
def evaluate(
    folders: tuple[Path, ...],
    shots: str,
    seeds: int,
    mixed: bool,
    with_rivals: bool,
    leave_out: float,
    incremental: int,
    refine: bool,
    json_file: Path | None,
    plots_folder: Path | None,
    keep: Path | None,
    host: Callable[[], EncoderHost],
) -> int:
    """Measure accuracy on FOLDERS whose sub-folders are the right answers.

    The names of the sub-folders are the categories; 0 examples is by words alone. Pictures that are shown as examples
    are not asked. docs/benchmarks.md says what each number means.
    """
    plan = Plan(_numbers(shots), seeds, mixed, with_rivals, leave_out, incremental, refine)
    _check(folders, plan, json_file, plots_folder, keep)
    try:
        results, spec = _results(folders, plan, host, keep)
    except shell.Stopped as stop:
        raise shell.Stopped(stop.progress, _after_a_stop(keep)) from stop
    if not results:
        return 1
    found = report(results, plan, spec)
    if json_file is not None and str(json_file) != "-":
        with replacing(json_file) as out:
            json.dump(found, out, ensure_ascii=False, indent=1)
    if plots_folder is not None:
        for path in plots.draw(results, plots_folder, METHODS):
            click.echo(f"plot: {shell.safe(path)}", err=True)
    if str(json_file) == "-":
        shell.print_json(found)
    else:
        _print(results)
    return 0 if len(results) == len(folders) else 1


def _numbers(shots: str) -> tuple[int, ...]:
    counts = [count.strip() for count in shots.split(",")]
    if not all(count.isdecimal() for count in counts):
        raise click.BadParameter(f"“{shots}” is not whole numbers like 0,1,4", param_hint="--shots")
    return tuple(sorted({int(count) for count in counts}))


def _after_a_stop(keep: Path | None) -> str:
    if keep is None:
        return "Nothing is kept. With --keep FOLDER what was read of the pictures is, for the next time."
    return f"What was read of the pictures is kept in “{shell.safe(keep)}”: the same command does not read it again."


def _check(
    folders: Sequence[Path], plan: Plan, json_file: Path | None, plots_folder: Path | None, keep: Path | None
) -> None:
    """Everything that can be wrong before minutes of reading, in the order that a person typed it."""
    for folder in folders:
        sub_folders(folder)
    if plan.rivals:
        rivals.check_installed()
    if json_file is not None and str(json_file) != "-":
        check_target(json_file)
    if plots_folder is not None:
        plots.check_installed()
        if plots_folder.exists() and not plots_folder.is_dir():
            raise BadInput(f"“{plots_folder}” is a file.", "Give a folder for the plots.")
    if keep is not None and (keep.is_file() or (keep / DATABASE).exists()):
        what = "a file" if keep.is_file() else "a library"
        raise BadInput(f"“{keep}” is {what}.", "Give a folder of its own for what is read of the pictures.")


def _results(
    folders: Sequence[Path], plan: Plan, host: Callable[[], EncoderHost], keep: Path | None
) -> tuple[list[SetResult], EncoderSpec]:
    """What each set gave, and the encoder. One that cannot be measured is told, and the others go on."""
    results: list[SetResult] = []
    with shell.temporary(host, keep) as library:
        shell.tell_encoder(library)
        for folder in folders:
            try:
                with taken_back(library):  # so that the encoder is started once for all sets
                    result = shell.follow(evaluate_folder(library, folder, plan))
            except BadInput as error:
                shell.complain(error.title, error.hint)
                continue
            shell.tell_skipped(result.skipped)
            for note in result.notes:
                click.echo(f"{shell.safe(result.name)}: {shell.safe(note)}", err=True)
            results.append(result)
        return results, library.spec


# Tables ----------------------------------------------------------------------------------------------------------


def _print(results: Sequence[SetResult]) -> None:
    counts = [row.shots for row in results[0].rows]
    heads = ["set", "pictures", "categories", *(_head(count) for count in counts)]
    lines: list[list[object]] = [
        [
            each.name,
            each.pictures,
            len(each.categories),
            *(_percent(row.methods["fused"].accuracy.mean) for row in each.rows),
        ]
        for each in results
    ]
    mean = means(results)
    if len(results) > 1:
        lines.append(["mean", "", "", *(_percent(row["methods"]["fused"]["accuracy"]) for row in mean["rows"])])
    shell.print_table(heads, lines)
    columns = [(_head(row.get("shots")), row) for row in [*mean["rows"], *([mean["mixed"]] if "mixed" in mean else [])]]
    click.echo("\naccuracy" + (", mean over the sets" if len(results) > 1 else ""))
    shell.print_table(["method", *(head for head, _ in columns)], _by_method([row for _, row in columns]))
    click.echo("\nwords and examples")
    shell.print_table(["", *(head for head, _ in columns)], _by_measure([row for _, row in columns]))
    if "worst_gap" in mean:
        worst = mean["worst_gap"]
        click.echo(
            f"\nwords and examples less the better of the two alone, at worst: {100 * worst['gap']:+.1f} points"
            f" ({shell.safe(worst['set'])}, {_head(worst['shots'])})"
        )


def _head(count: int | None) -> str:
    if count is None:
        return "mixed"
    return "words only" if count == 0 else f"{count} example{'s' if count > 1 else ''}"


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f} %"


def _by_method(rows: Sequence[dict[str, Any]]) -> Iterator[list[object]]:
    for name, title in METHODS.items():
        if any(name in row["methods"] for row in rows):
            yield [title, *(_of_sets(row["methods"], name) for row in rows)]


def _of_sets(methods: dict[str, Any], name: str) -> str:
    """A method's accuracy; where some sets could not be asked, of how many it is, because it compares with no other."""
    if name not in methods:
        return ""
    sets, share = methods[name]["sets"], _percent(methods[name]["accuracy"])
    return share if sets == methods["fused"]["sets"] else f"{share} ({sets} set{'s' if sets > 1 else ''})"


MEASURES = {
    "category_accuracy": "mean accuracy of the categories",
    "top_5": "right one among the best five",
    "answered": "not called none of these",
    "right_of_answered": "right, of those",
    "ece": "calibration error",
    "ece_debiased": "calibration error, debiased",
    "coverage": "prediction sets that hold the right one",
}
"""Shares that the command line shows; the JSON file holds all."""


def _by_measure(rows: Sequence[dict[str, Any]]) -> Iterator[list[object]]:
    for key, title in MEASURES.items():
        if any(key in row["methods"]["fused"] for row in rows):
            yield [title, *(_percent(row["methods"]["fused"].get(key)) for row in rows)]
    kept = [{each["examples"]: each["together"] for each in row["methods"]["fused"].get("kept", ())} for row in rows]
    for name in sorted({name for row in kept for name in row}, key=least):
        yield [
            f"the same, of all pictures of categories of {name} examples",
            *(_percent(row.get(name)) for row in kept),
        ]
    if any("worst_gap" in row for row in rows):
        gaps = [row.get("worst_gap", {}).get("gap") for row in rows]
        yield [
            "points above the better of words and pictures, worst set",
            *("" if gap is None else f"{100 * gap:+.1f}" for gap in gaps),
        ]
    if any("unknowns" in row for row in rows):
        yield ["unknown told from known (AUROC)", *(_percent(row.get("unknowns", {}).get("auroc")) for row in rows)]
    for key, title in (("average", "in turn: mean of the stages"), ("last", "in turn: at the end")):
        if any("incremental" in row for row in rows):
            yield [title, *(_percent(row.get("incremental", {}).get(key)) for row in rows)]
    if any("incremental" in row for row in rows):
        keys = ("changed_rankings", "changed_scores")
        changed = [sum(row.get("incremental", {}).get(key, 0) for key in keys) for row in rows]
        yield ["in turn: earlier answers that changed", *(f"{count:g}" for count in changed)]
