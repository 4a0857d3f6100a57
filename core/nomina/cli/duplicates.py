"""The command that finds near-duplicates and offers their labels to the group."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from nomina.cli import shell
from nomina.cli.libraries import FOLDER, Host
from nomina.domain import Image
from nomina.duplicates import Disagreement, labels_to_spread, near_duplicates, spread_labels
from nomina.ingest import encode_missing
from nomina.library import Library


@click.command()
@click.argument("library", type=FOLDER)
@click.option("--spread-labels", "spread", is_flag=True, help="Give the others of a group the labels you gave to one.")
@shell.encoder_options
@shell.json_option
def duplicates(library: Path, spread: bool, as_json: bool, host: Host) -> None:
    """Find the pictures of LIBRARY that show the same shot: rescaled, recompressed, brightened, mirrored copies.

    The best copy of each group comes first. No file is touched; without --spread-labels nothing is written.
    """
    with shell.opened(library, host) as opened:
        shell.tell_skipped(shell.follow(encode_missing(opened)).skipped)
        found = shell.follow(near_duplicates(opened))
        offered = labels_to_spread(opened, found.groups)
        if spread and offered.labels:
            spread_labels(opened, found.groups)
        groups = [opened.store.images(group.image_ids) for group in found.groups]
        disagreements = [_told(opened, each) for each in offered.disagreements]
    if as_json:
        shell.print_json(
            {
                "groups": [[_entry(image) for image in group] for group in groups],
                "left_out": found.left_out,
                "labels": len(offered.labels),
                "written": spread,
                "disagreements": disagreements,
            }
        )
        return
    _print(groups, disagreements)
    left_out = f", {found.left_out:,} could not be compared" if found.left_out else ""
    click.echo(f"{len(groups):,} groups of {sum(map(len, groups)):,} pictures{left_out}.")
    if offered.labels and spread:
        click.echo(f"{len(offered.labels):,} labels were given to near-duplicates.")
    elif offered.labels:
        click.echo(f"{len(offered.labels):,} labels could be given: nomina duplicates {library} --spread-labels")


def _entry(image: Image) -> dict[str, object]:
    return {"file": None if image.path is None else str(image.path), "width": image.width, "height": image.height}


def _told(library: Library, disagreement: Disagreement) -> dict[str, list[str]]:
    images = library.store.images(disagreement.image_ids)
    names = [library.store.category(category_id).name for category_id in disagreement.category_ids]
    return {"files": [str(image.path or image.hash) for image in images], "categories": names}


def _print(groups: Iterable[list[Image]], disagreements: Iterable[dict[str, list[str]]]) -> None:
    rows = [
        [number, f"{image.width} x {image.height}", image.path or image.hash]
        for number, group in enumerate(groups, 1)
        for image in group
    ]
    if rows:
        shell.print_table(["group", "pixels", "file"], rows)
    for each in disagreements:
        names = " and ".join(f"“{shell.safe(name)}”" for name in each["categories"])
        click.echo(f"labelled differently ({names}): {', '.join(map(shell.safe, each['files']))}", err=True)
