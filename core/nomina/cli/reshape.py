"""Commands that make one category of two, and two of one; each can be previewed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from nomina.categories import category_named
from nomina.cli import shell
from nomina.cli.categories import Host
from nomina.cli.libraries import FOLDER
from nomina.doctor import Fault, diagnose
from nomina.errors import BadInput
from nomina.library import Library
from nomina.places import meant
from nomina.rehearsal import preview
from nomina.reshape import merge_categories, split_category

DRY = click.option("--dry-run", is_flag=True, help="Tell what would change, and change nothing.")


@click.command()
@click.argument("library", type=FOLDER)
@click.argument("source")
@click.argument("target")
@DRY
@shell.encoder_options
@shell.json_option
def merge(library: Path, source: str, target: str, dry_run: bool, as_json: bool, host: Host) -> None:
    """Make one category of SOURCE and TARGET: TARGET gets all that SOURCE is known by, and SOURCE goes."""
    with shell.opened(library, host) as opened:
        one, other = category_named(opened, source), category_named(opened, target)
        done = f"“{one.name}” is now part of “{other.name}”."
        _do(opened, lambda library: merge_categories(library, one.id, other.id), dry_run, as_json, done)


@click.command()
@click.argument("library", type=FOLDER)
@click.argument("name")
@click.argument("new_name")
@click.argument("pictures", nargs=-1, type=click.Path(path_type=Path))
@DRY
@shell.encoder_options
@shell.json_option
def split(
    library: Path, name: str, new_name: str, pictures: tuple[Path, ...], dry_run: bool, as_json: bool, host: Host
) -> None:
    """Make the category NEW_NAME of some examples of NAME: of PICTURES, or else of the two kinds that the category
    doctor finds in it, the smaller one.
    """
    with shell.opened(library, host) as opened:
        old = category_named(opened, name)
        part = [_known(opened, path) for path in pictures] if pictures else _smaller_kind(opened, old.id, old.name)
        count = "one example" if len(part) == 1 else f"{len(part):,} examples"
        done = f"{count} of “{old.name}” made “{new_name}”."
        _do(opened, lambda library: split_category(library, old.id, new_name, part), dry_run, as_json, done)


def _known(library: Library, path: Path) -> int:
    place = library.store.place(meant(path.absolute()))
    if place is None:
        raise BadInput(f"“{path}” is not in the library.", "Name pictures that it has, as `nomina category show` does.")
    return place.image_id


def _smaller_kind(library: Library, category_id: int, name: str) -> list[int]:
    found = [each for each in diagnose(library, category_id).findings if each.fault is Fault.TWO_KINDS]
    if not found:
        raise BadInput(f"The examples of “{name}” are of one kind.", "Name the pictures that shall go.")
    return [int(each) for each in found[0].images]


def _do(library: Library, act: Callable[[Library], object], dry_run: bool, as_json: bool, done: str) -> None:
    told = preview(library, act)
    if not dry_run:
        act(library)
    moves = [{"from": old, "to": new, "pictures": count} for (old, new), count in told.moved.items()]
    if as_json:
        shell.print_json({"done": not dry_run, "moved": moves, "confirmed": told.confirmed})
        return
    if not dry_run:
        click.echo(done)
    for each in moves:
        click.echo(f"  {each['pictures']:,}: {each['from'] or 'none of these'} -> {each['to'] or 'none of these'}")
    if dry_run and not moves:
        click.echo("No picture would get another category.")
