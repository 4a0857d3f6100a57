"""The command `export`: labels and pictures in the formats of other programs."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from nomina.cli import shell
from nomina.domain import State
from nomina.encoders.host import EncoderHost
from nomina.export import Exported, ExportPlan, WhichLabels, export_images, undo_moves
from nomina.export.formats import listed

Host = Callable[[], EncoderHost]
PATH = click.Path(path_type=Path)
MOST_SHOWN = 20
WHOSE = [str(which) for which in WhichLabels]


@click.command()
@click.argument("library", required=False, type=PATH)
@click.option("--format", "format_", default="csv", show_default=True, help="One of those that --list shows.")
@click.option("--to", "target", type=PATH, help="The file or folder to write.")
@click.option("--category", "-c", "categories", multiple=True, help="Only pictures of this category; repeatable.")
@click.option("--state", "states", multiple=True, type=click.Choice([*map(str, State)]), help="Only in it; repeatable.")
@click.option("--only", "folder", type=PATH, help="Only pictures in this folder.")
@click.option("--search", help="Only the pictures nearest to these words, or to this picture file.")
@click.option("--count", default=500, show_default=True, help="How many --search finds.")
@click.option("--labels", default="both", show_default=True, type=click.Choice(WHOSE), help="Whose labels.")
@click.option("--at-least", type=float, help="The probability that an automatic label needs, 0 to 1.")
@click.option(
    "--multi/--one",
    default=None,
    help="All labels of a picture that qualify, or the surest; else as the library has it.",
)
@click.option("--set", "level", type=float, help="Write what cannot be ruled out at this level, like 0.9.")
@click.option("--labelled-only", is_flag=True, help="Leave pictures without a label away.")
@click.option("--relative-to", type=PATH, help="Write paths relative to this folder.")
@click.option("--no-provenance", is_flag=True, help="Leave origin, run, confidence, encoder and state away.")
@shell.format_options
@click.option("--replace", is_flag=True, help="Write over an earlier export.")
@click.option("--move", is_flag=True, help="Let --option how=move move your originals. Look at --dry-run first.")
@click.option("--dry-run", is_flag=True, help="Show what would be written and what changed; write nothing.")
@click.option("--undo-move", "journal", type=PATH, help="Put moved originals back, by the journal of that export.")
@click.option("--list", "list_formats", is_flag=True, help="List the formats and their options.")
@shell.encoder_options
@shell.json_option
def export(
    library: Path | None,
    target: Path | None,
    journal: Path | None,
    list_formats: bool,
    as_json: bool,
    host: Host,
    **chosen: Any,
) -> None:
    """Write the labels and predictions of LIBRARY, and pictures, for other programs.

    The target is written whole or not at all. Originals are never changed.
    """
    if list_formats:
        _list(as_json)
        return
    if library is None:
        raise click.UsageError("Missing argument 'LIBRARY'.")
    if journal is not None:
        _undo(library, journal, as_json, host)
        return
    plan = _plan(target, chosen)
    with shell.opened(library, host) as opened:
        done = shell.follow(export_images(opened, plan))
    shell.tell_skipped(done.left_out)
    if as_json:
        shell.print_json(_facts(done, target))
    else:
        _tell(done, library, plan.format)


def _plan(target: Path | None, chosen: dict[str, Any]) -> ExportPlan:
    if target is None and _writes_a_target(chosen["format_"]):
        raise click.UsageError("Missing option '--to'.")
    search = chosen["search"]
    return ExportPlan(
        format=chosen["format_"],
        target=target,
        categories=chosen["categories"],
        states=tuple(State(state) for state in chosen["states"]),
        folder=chosen["folder"],
        search=Path(search) if search is not None and Path(search).is_file() else search,
        count=chosen["count"],
        labels=WhichLabels(chosen["labels"]),
        at_least=chosen["at_least"],
        multi=chosen["multi"],
        level=chosen["level"],
        unlabelled=not chosen["labelled_only"],
        relative_to=chosen["relative_to"],
        provenance=not chosen["no_provenance"],
        replace=chosen["replace"],
        move=chosen["move"],
        dry_run=chosen["dry_run"],
        options=shell.values_by_name(chosen["options"]),
    )


def _writes_a_target(format_: str) -> bool:
    made = listed()[0].get(format_)
    return made is None or made.kind != "beside"


def _tell(done: Exported, library: Path, format_: str) -> None:
    where = "beside the pictures" if done.target is None else f"to {shell.safe(done.target)}"
    did = "written" if done.written else "would be written"
    if format_ == "pack":  # there are no pictures in it
        click.echo(f"Words and examples {did} {where}")
        return
    click.echo(f"{done.pictures:,} pictures {did} {where}")
    shell.print_table(["category", "pictures"], sorted(done.by_category.items()))
    if done.without_label:
        click.echo(f"{done.without_label:,} pictures have no label, and are not in it.")
    if done.changes is not None:
        changes = done.changes
        click.echo(
            f"Since the last time: {changes.added:,} new, {changes.removed:,} gone, {changes.changed:,} changed,"
            f" {changes.same:,} as they were."
        )
    for here, there in done.moves[:MOST_SHOWN]:
        click.echo(f"{'moved' if done.written else 'would move'}: {shell.safe(here)} -> {shell.safe(there)}")
    if len(done.moves) > MOST_SHOWN:
        click.echo(f"and {len(done.moves) - MOST_SHOWN:,} more")
    if done.journal is not None:
        click.echo(f"To move them back: nomina export {shell.safe(library)} --undo-move {shell.safe(done.journal)}")


def _facts(done: Exported, target: Path | None) -> dict[str, Any]:
    return {
        "file": target,
        "images": done.pictures,
        "labels": done.by_category,
        "without_label": done.without_label,
        "left_out": [{"file": str(item.path), "reason": item.reason} for item in done.left_out],
        "changes": None if done.changes is None else dataclasses.asdict(done.changes),
        "moves": [{"from": str(here), "to": str(there)} for here, there in done.moves],
        "journal": done.journal,
        "written": done.written,
    }


def _undo(library: Path, journal: Path, as_json: bool, host: Host) -> None:
    with shell.opened(library, host) as opened:
        back = shell.follow(undo_moves(opened, journal))
    shell.tell_skipped(back.skipped)
    if as_json:
        skipped = [{"file": str(item.path), "reason": item.reason} for item in back.skipped]
        shell.print_json({"moved_back": back.pictures, "skipped": skipped})
    else:
        click.echo(f"{back.pictures:,} pictures lie where they were.")


def _list(as_json: bool) -> None:
    found, broken = listed()
    if as_json:
        formats = [
            {
                "format": name,
                "title": made.title,
                "kind": str(made.kind),
                "options": [dataclasses.asdict(option) for option in made.options],
            }
            for name, made in found.items()
        ]
        shell.print_json({"formats": formats, "broken": [each.reason for each in broken]})
        return
    shell.print_table(
        ["format", "writes", "title", "options"],
        [[name, made.kind, made.title, _options(made.options)] for name, made in found.items()],
    )
    for each in broken:
        shell.complain(each.reason)


def _options(options: tuple[Any, ...]) -> str:
    return ", ".join(f"{each.name}={'|'.join(each.choices) or each.default}" for each in options)
