"""The command `import`: labels, examples and names from other programs and other libraries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from nomina.cli import shell
from nomina.domain import Skipped
from nomina.encoders.host import EncoderHost
from nomina.imports import Imported, ImportPlan, SameName, Several, Take, import_labels
from nomina.imports.formats import listed

Host = Callable[[], EncoderHost]
PATH = click.Path(path_type=Path)
MOST_SHOWN = 20


@click.command("import")
@click.argument("library", required=False, type=PATH)
@click.argument("source", required=False, type=PATH)
@click.option("--format", "format_", default="", help="One of those that --list shows; found by itself where possible.")
@click.option(
    "--as",
    "take",
    default="labels",
    show_default=True,
    type=click.Choice([*map(str, Take)]),
    help="Labels of pictures that are there; examples, which are added; or the names alone.",
)
@click.option("--category", "-c", "categories", multiple=True, help="Only this category; repeatable.")
@click.option(
    "--same-name",
    default="join",
    show_default=True,
    type=click.Choice([*map(str, SameName)]),
    help="What becomes of a category that is there already.",
)
@click.option(
    "--several",
    default="skip",
    show_default=True,
    type=click.Choice([*map(str, Several)]),
    help="What becomes of a picture that is given several categories.",
)
@click.option("--automatic", is_flag=True, help="Take automatic labels too, as a run that can be rolled back.")
@click.option("--add", is_flag=True, help="Add the pictures that are not in the library.")
@click.option("--base", type=PATH, help="The folder where relative paths start; else that of SOURCE.")
@click.option("--by-name", is_flag=True, help="Where a path leads nowhere, go by the file's name if there is but one.")
@click.option("--overrule", is_flag=True, help="Let SOURCE take the place of your own labels where they differ.")
@click.option("--strict", is_flag=True, help="Import nothing if anything cannot be taken as it is.")
@shell.format_options
@click.option("--dry-run", is_flag=True, help="Show what would be done; do nothing.")
@click.option("--list", "list_formats", is_flag=True, help="List the formats and their options.")
@shell.encoder_options
@shell.json_option
def import_(
    library: Path | None, source: Path | None, list_formats: bool, as_json: bool, host: Host, **chosen: Any
) -> None:
    """Take labels, examples or names from SOURCE, a file or a folder, into LIBRARY: all of it or nothing.

    Your own labels stand, and what cannot be taken is named. Originals are never changed.
    """
    if list_formats:
        _list(as_json)
        return
    if library is None or source is None:
        raise click.UsageError(f"Missing argument '{'LIBRARY' if library is None else 'SOURCE'}'.")
    plan = _plan(source, chosen)
    with shell.opened(library, host) as opened:
        done = shell.follow(import_labels(opened, plan))
    if as_json:
        shell.print_json(_facts(done))
        return
    _tell(done, library)


def _plan(source: Path, chosen: dict[str, Any]) -> ImportPlan:
    return ImportPlan(
        source=source,
        format=chosen["format_"],
        take=Take(chosen["take"]),
        same_name=SameName(chosen["same_name"]),
        several=Several(chosen["several"]),
        categories=chosen["categories"],
        automatic=chosen["automatic"],
        add=chosen["add"],
        base=chosen["base"],
        by_name=chosen["by_name"],
        overrule=chosen["overrule"],
        strict=chosen["strict"],
        dry_run=chosen["dry_run"],
        options=shell.values_by_name(chosen["options"]),
    )


def _tell(done: Imported, library: Path) -> None:
    _complain(done)
    names = sorted({*done.new, *done.changed, *done.labels, *done.automatic, *done.given})
    state = {**dict.fromkeys(done.changed, "more words"), **dict.fromkeys(done.new, "new")}
    rows = [[name, state.get(name, ""), done.labels.get(name, 0), done.automatic.get(name, 0)] for name in names]
    if rows:
        shell.print_table(["category", "", "labels", "automatic"], rows)
    did = "" if done.written else "would be "
    click.echo(
        f"{_counted(sum(done.labels.values()), 'label')} {did}made, {done.already:,} there already,"
        f" {_counted(done.added, 'picture')} {did}added, {_counted(done.left_out, 'automatic label')} left out."
    )
    if done.given:
        click.echo(
            f"{_counted(sum(done.given.values()), 'example')} without a picture {did}made: they count as evidence"
            " while the encoder of the pack is at work."
        )
    if done.run_id is not None:
        click.echo(
            f"The automatic ones are run {done.run_id}. nomina runs {shell.safe(library)} --roll-back {done.run_id}"
        )


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _complain(done: Imported) -> None:
    """On stderr what was not taken, and why."""
    for note in done.notes:
        click.echo(f"note: {shell.safe(note)}", err=True)
    for word, items in (("clash", done.clashes), ("skipped", done.spoilt)):
        _some(word, [f"{item.path}: {item.reason.rstrip('.')}" for item in items])
    _some("not there", [str(path) for path in done.missing])
    _some("not in the library", [str(path) for path in done.unknown])


def _some(word: str, lines: list[str]) -> None:
    for line in lines[:MOST_SHOWN]:
        click.echo(f"{word}: {shell.safe(line)}", err=True)
    if len(lines) > MOST_SHOWN:
        click.echo(f"{word}: {len(lines) - MOST_SHOWN:,} more", err=True)


def _facts(done: Imported) -> dict[str, Any]:
    def told(items: list[Skipped]) -> list[dict[str, str]]:
        return [{"what": str(item.path), "reason": item.reason} for item in items]

    return {
        "format": done.format,
        "new": done.new,
        "changed": done.changed,
        "labels": done.labels,
        "automatic": done.automatic,
        "run": done.run_id,
        "given": done.given,
        "already": done.already,
        "added": done.added,
        "left_out": done.left_out,
        "clashes": told(done.clashes),
        "missing": [str(path) for path in done.missing],
        "unknown": [str(path) for path in done.unknown],
        "skipped": told(done.spoilt),
        "notes": done.notes,
        "written": done.written,
    }


def _list(as_json: bool) -> None:
    found, broken = listed()
    rows = [[name, made.title, ", ".join(each.name for each in made.options)] for name, made in found.items()]
    if as_json:
        formats = [dict(zip(("format", "title", "options"), row, strict=True)) for row in rows]
        shell.print_json({"formats": formats, "broken": [each.reason for each in broken]})
        return
    shell.print_table(["format", "title", "options"], rows)
    for each in broken:
        shell.complain(each.reason)
