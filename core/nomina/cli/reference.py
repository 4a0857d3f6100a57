"""The command about what counts as near: learn, refine, go back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from nomina import adapt
from nomina.cli import shell
from nomina.cli.libraries import FOLDER, Host
from nomina.domain import Learned
from nomina.errors import BadInput
from nomina.library import Library
from nomina.rehearsal import Preview, preview

SHIPPED = "shipped"


@click.command()
@click.argument("library", type=FOLDER)
@click.option("--learn", is_flag=True, help="Learn from the pictures as they are now, without labels.")
@click.option("--refine", is_flag=True, help="Learn from all labels together; see what it is worth with --dry-run.")
@click.option("--use", metavar="VERSION", help="Go back to a version by its number, or to “shipped”.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@shell.encoder_options
@shell.json_option
def reference(
    library: Path, learn: bool, refine: bool, use: str | None, dry_run: bool, as_json: bool, host: Host
) -> None:
    """Show what counts as near in LIBRARY, learn it anew, or go back to an earlier version.

    A library learns by itself when it reaches 50, 100, 200 and 1,000 pictures. Other versions are asked for here. Each
    changes how all categories rank at once.
    """
    if learn + refine + (use is not None) > 1:
        raise BadInput("One thing at a time.", "Give one of --learn, --refine and --use.")
    act = _act(learn, refine, use)
    with shell.opened(library, host) as opened:
        told: dict[str, object] = {}
        if refine:
            measured = adapt.measure_refinement(opened)
            told |= {"before": measured.before, "after": measured.after, "labels": measured.labels}
        if act is not None:
            told |= _moved(preview(opened, act))
            if not dry_run:
                act(opened)
        versions = adapt.references(opened)
    if as_json:
        shell.print_json({**told, "changed": act is not None and not dry_run, "versions": versions})
        return
    _print(versions, told)


def _act(learn: bool, refine: bool, use: str | None) -> Callable[[Library], object] | None:
    if learn:
        return adapt.learn_reference
    if refine:
        return adapt.refine
    if use is None:
        return None
    if use != SHIPPED and not use.isdecimal():
        raise BadInput(f"“{use}” is no version.", "Give a number from the list, or “shipped”.")
    number = None if use == SHIPPED else int(use)
    return lambda opened: adapt.use_reference(opened, number)


def _moved(seen: Preview) -> dict[str, object]:
    moves = [{"from": before, "to": after, "pictures": count} for (before, after), count in seen.moved.items()]
    return {"moved": moves, "confirmed": seen.confirmed}


def _print(versions: list[Learned], told: dict[str, object]) -> None:
    if "before" in told:
        click.echo(
            f"On {told['labels']:,} labelled pictures, a fifth left out at a time: "
            f"{100 * float(str(told['before'])):.1f} % right now, {100 * float(str(told['after'])):.1f} % refined."
        )
    moves = told.get("moved")
    if isinstance(moves, list):
        shell.print_table(
            ["from", "to", "pictures"],
            [[move["from"] or "none of these", move["to"] or "none of these", move["pictures"]] for move in moves],
        )
        click.echo(f"{told['confirmed']} of the pictures you confirmed would change.")
    rows = [
        [each.id, each.made, each.images or "", each.labels or "", "at work" if each.active else ""]
        for each in versions
    ]
    shipped = [SHIPPED, "", "", "", "" if any(each.active for each in versions) else "at work"]
    shell.print_table(["version", "made", "pictures", "labels", ""], [*rows, shipped])
