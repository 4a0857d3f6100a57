"""The demo: the sample pictures sorted by a few names, then by whatever a person types."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from nomina import samples
from nomina.categories import add_category, category_named
from nomina.cli import shell
from nomina.cli.classify import classified, print_rows
from nomina.encoders.host import EncoderHost
from nomina.errors import NominaError, NotFound
from nomina.export import csv
from nomina.export.source import rows_of
from nomina.files import check_target, replacing
from nomina.library import Library
from nomina.teach import label

MOST = 5
"""Pictures that are printed of a category of one's own."""


@click.command()
@click.option("--csv", "csv_file", type=click.Path(path_type=Path), help="Write the table to this CSV file.")
@shell.encoder_options
@shell.json_option
def demo(csv_file: Path | None, as_json: bool, host: Callable[[], EncoderHost]) -> None:
    """Classify the sample pictures that come with an installed package, to see it work.

    On a terminal it then asks for categories of your own: a name, or NAME=PICTURE to show one by a picture.
    """
    if csv_file is not None:
        check_target(csv_file)
    pictures, names = samples.sample_pictures(), samples.DEMO_CATEGORIES
    if not as_json:
        click.echo(f"{len(pictures)} sample pictures from scikit-image, {len(names)} categories by name alone:")
        click.echo(f"{', '.join(names)}\n")
    with shell.temporary(host) as library:
        rows, _ = classified(library, [sample.path for sample in pictures], [(name, ()) for name in names], {})
        if csv_file is not None:
            with replacing(csv_file) as out:
                csv.write(rows, out, csv.CLASSIFY_COLUMNS)
        if as_json:
            shell.print_json([{column: getattr(row, column) for column in csv.CLASSIFY_COLUMNS} for row in rows])
            return
        print_rows(rows, [sample.shows for sample in pictures])
        if sys.stdin.isatty() and sys.stdout.isatty():
            _ask(library)
    click.echo(
        "\nNow with your own pictures:\n"
        "  nomina classify FOLDER --category heron --category “red kite=kite|milan”\n"
        "  nomina app            the window: drop pictures in, type a name, see everything re-ranked"
    )


def _ask(library: Library) -> None:
    """Take categories from the person, one after another, until an empty line."""
    click.echo(
        "\nNow one of your own. Type a name, like photographer; or show one by a picture, like "
        "bike=motorcycle_left.png.\nReturn alone ends."
    )
    while line := click.prompt("category", default="", show_default=False).strip():
        name, _, picture = (part.strip() for part in line.partition("="))
        try:
            _tell(library, _made(library, name, picture))
        except NominaError as error:
            shell.complain(error.title, error.hint)


def _made(library: Library, name: str, picture: str) -> str:
    """Add a category, shown by a sample picture where one is given; its name as it is kept."""
    shown = [image.id for image in library.store.images() if image.path is not None and image.path.name == picture]
    if picture and not shown:
        raise NotFound(f"None of the sample pictures is called “{picture}”.", "Give a name from the first column.")
    with library.step(f"Add “{name}”"):
        add_category(library, name)
        category = category_named(library, name)
        if shown:
            label(library, shown, category.id)
    return category.name


def _tell(library: Library, name: str) -> None:
    """Print the pictures that are taken for a category, the surest first."""
    rows = [row for row in rows_of(library) if row.category == name]
    if not rows:
        click.echo("No picture stands out for it. Another wording may help, or a picture: name=picture.png.")
        return
    rows.sort(key=lambda row: -(row.confidence or 0.0))
    print_rows(rows[:MOST], _shows([row.file for row in rows[:MOST]]))


def _shows(files: Sequence[str]) -> list[str]:
    known = {sample.path.name: sample.shows for sample in samples.sample_pictures()}
    return [known[Path(file).name] for file in files]
