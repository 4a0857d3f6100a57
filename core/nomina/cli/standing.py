"""The command that says how a library stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from nomina.calibrate import Coverage
from nomina.cli import shell
from nomina.cli.libraries import FOLDER, Host
from nomina.insight import Insights, insights
from nomina.library import Library


@click.command("insights")
@click.argument("library", type=FOLDER)
@shell.encoder_options
@shell.json_option
def insights_(library: Path, as_json: bool, host: Host) -> None:
    """Say how LIBRARY stands: counts, how true its confidence is, what it confuses, by your labels."""
    with shell.opened(library, host) as opened:
        found = shell.follow(insights(opened))
        told = _told(opened, found)
    if as_json:
        shell.print_json(told)
    else:
        _print(found, told)


def _told(library: Library, found: Insights) -> dict[str, Any]:
    names = {category.id: category.name for category in library.store.categories()}
    paths = {image.id: str(image.path or "") for image in library.store.images()}
    seen = found.accuracy
    return {
        "pictures": found.pictures,
        "states": {state.value: count for state, count in found.by_state.items()},
        "categories": [
            {"name": each.category.name, "yours": each.yours, "likely": each.likely, "unsure": each.unsure}
            for each in found.tallies
        ],
        "accuracy": {"right": seen.right, "counted": seen.counted, "low": seen.low, "high": seen.high},
        "reliability": [
            {"confidence": each.confidence, "right": each.right, "pictures": each.pictures} for each in found.bins
        ],
        "missing": found.missing,
        "confused": [
            {
                "said": names[each.said],
                "looks_like": names[each.looks_like],
                "of": each.of,
                "files": [paths[id] for id in each.image_ids],
            }
            for each in found.confusions
        ],
        "suspects": [paths[id] for id in found.suspects],
        "sets": [
            {"examples": _examples(each), "covered": each.covered, "counted": each.counted, "size": each.size}
            for each in found.coverage
        ],
    }


def _examples(each: Coverage) -> str:
    if each.most is None:
        return f"{each.least}+"
    return str(each.least) if each.least == each.most else f"{each.least}-{each.most}"


def _print(found: Insights, told: dict[str, Any]) -> None:
    rows = [(each["name"], each["yours"], each["likely"], each["unsure"]) for each in told["categories"]]
    shell.print_table(("category", "yours", "likely", "unsure"), rows)
    seen = found.accuracy
    if not seen.counted:
        click.echo("\nLabel a few pictures, and this says how often the best category is right.")
        return
    click.echo(
        f"\nRight without their label: {seen.right:,} of {seen.counted:,} labelled pictures; "
        f"so between {100 * seen.low:.0f} and {100 * seen.high:.0f} %."
    )
    for each in found.bins:
        click.echo(f"Where it says {100 * each.confidence:.0f} %, it is right {100 * each.right:.0f} % of the time.")
    if not found.bins:
        click.echo(f"How true its confidence is takes at least {found.missing:,} more labelled pictures to say.")
    for confused in told["confused"]:
        click.echo(
            f"{confused['said']} taken for {confused['looks_like']}: {len(confused['files'])} of {confused['of']}"
        )
