"""The command about folder, date, camera and place as evidence."""

from __future__ import annotations

from pathlib import Path

import click

from nomina.cli import shell
from nomina.cli.libraries import FOLDER, Host
from nomina.errors import BadInput
from nomina.library import Library
from nomina.priors import (
    Worth,
    circumstances_counted,
    count_circumstances,
    ignore_circumstances,
    worth_of_circumstances,
)
from nomina.rehearsal import preview

ACTS = {"on": count_circumstances, "off": ignore_circumstances}


@click.command()
@click.argument("library", type=FOLDER)
@click.argument("switch", type=click.Choice([*ACTS]), required=False)
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@shell.encoder_options
@shell.json_option
def circumstances(library: Path, switch: str | None, dry_run: bool, as_json: bool, host: Host) -> None:
    """Let folder, date, time of day, camera and place of pictures count as evidence in LIBRARY (on) or not (off).

    They count for a category as far as they are more common among its examples than among all pictures. Without either
    it is told whether they do, and what they are worth for the labelled pictures. “on” again counts all pictures anew.
    """
    with shell.opened(library, host) as opened:
        told: dict[str, object] = {}
        if switch is not None:
            told["moved"] = len(preview(opened, ACTS[switch]).images)
            if not dry_run:
                ACTS[switch](opened)
        counted = circumstances_counted(opened)
        worth = _worth(opened)
    told |= {"on": counted is not None, "counted": counted, "worth": worth}
    if as_json:
        shell.print_json(told)
        return
    if switch is not None:
        moved = told["moved"]
        click.echo(f"{moved:,} pictures {'would get' if dry_run else 'got'} another best category.")
    if counted is None:
        click.echo("Folder, date, camera and place count for nothing.")
    else:
        click.echo(f"Folder, date, camera and place count, as common as they were among {counted.images:,} pictures.")
        if counted.uncounted:
            click.echo(
                f"{counted.uncounted:,} pictures tell something that nobody told then, and that says nothing."
                f" Count anew: nomina circumstances {shell.safe(library)} on"
            )
    _tell_worth(worth)


def _worth(library: Library) -> Worth | None:
    try:
        return worth_of_circumstances(library)
    except BadInput:
        return None


def _tell_worth(worth: Worth | None) -> None:
    if worth is None:
        click.echo("What they are worth cannot be told yet: that takes 30 labels in two or more categories.")
        return
    without, with_them = (f"{100 * count / worth.pictures:.1f} %" for count in (worth.without, worth.with_them))
    click.echo(
        f"Of {worth.pictures:,} labelled pictures, each asked as if it had not been shown, {without} are right without"
        f" them, {with_them} with them."
    )
