"""The command without a library: classify."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from nomina.categories import add_category, clean_name
from nomina.cli import shell
from nomina.confidence import sure_of
from nomina.domain import Skipped, State
from nomina.encoders.host import EncoderHost
from nomina.errors import BadInput
from nomina.export import csv
from nomina.export.row import Row
from nomina.export.source import rows_of
from nomina.files import check_target, replacing
from nomina.ingest import Added, add_examples, add_images
from nomina.library import Library
from nomina.places import Place
from nomina.video import SCENES, Frames
from nomina.walking import AS_USUAL, Sieve

Host = Callable[[], EncoderHost]


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--category", "-c", "given", multiple=True, metavar="NAME[=SYNONYM|SYNONYM]", help="A category; give it often."
)
@click.option("--categories", "file", type=click.Path(path_type=Path), help="A file with one category a line.")
@click.option("--examples", type=click.Path(path_type=Path), help="A folder with a folder of pictures per category.")
@click.option("--csv", "csv_file", type=click.Path(path_type=Path), help="Write the table to this CSV file.")
@click.option("--at-most-wrong", type=float, metavar="N", help="Answer so that at most 1 in N answers is wrong.")
@shell.sieve_options
@shell.frames_option
@shell.encoder_options
@shell.json_option
def classify(
    paths: tuple[Path, ...],
    given: tuple[str, ...],
    file: Path | None,
    examples: Path | None,
    csv_file: Path | None,
    at_most_wrong: float | None,
    sieve: Sieve,
    frames: Frames | None,
    as_json: bool,
    host: Host,
) -> None:
    """Say which category each picture shows, without a library.

    PATHS are pictures and folders of pictures. A category is known by its name and synonyms, by the pictures of its
    folder under --examples, or by both; the names of those folders are categories too. The column `category` is empty
    where nothing stands out; `best` is always the top one.
    """
    shown = _example_folders(examples)
    categories = [*_parsed(given), *_parsed(_lines_of(file))]
    if not categories and not shown:
        raise click.UsageError("There are no categories. Give --category NAME, --categories FILE or --examples DIR.")
    if csv_file is not None:
        check_target(csv_file)
    at_least = 0.0 if at_most_wrong is None else sure_of(at_most_wrong)
    with shell.temporary(host) as library:
        rows, added = classified(library, paths, categories, shown, at_least, sieve, frames)
    shell.tell_skipped(added.skipped)
    if csv_file is not None:
        with replacing(csv_file) as out:
            csv.write(rows, out, csv.CLASSIFY_COLUMNS)
        click.echo(f"{len(rows):,} pictures classified: {shell.safe(csv_file)}", err=True)
    if as_json:
        shell.print_json([{column: getattr(row, column) for column in csv.CLASSIFY_COLUMNS} for row in rows])
    elif csv_file is None:
        print_rows(rows)


def classified(
    library: Library,
    paths: Iterable[Path],
    categories: list[tuple[str, tuple[str, ...]]],
    examples: dict[str, Path],
    at_least: float = 0.0,
    sieve: Sieve = AS_USUAL,
    frames: Frames | None = SCENES,
) -> tuple[list[Row], Added]:
    """Name and show categories, add the files, and give one row per file, in the order they were found."""
    paths = list(paths)
    shell.tell_encoder(library)
    for name, synonyms in categories:
        add_category(library, name, synonyms=synonyms)
    added = shell.follow(add_images(library, paths, sieve=sieve, frames=frames))
    for name, folder in examples.items():
        if library.store.category_named(name) is None:
            add_category(library, name)
        category = library.store.category_named(name)
        assert category is not None
        try:
            added.skipped.extend(shell.follow(add_examples(library, category.id, [folder], sieve=sieve)).skipped)
        except BadInput:  # an empty folder still names a category
            added.skipped.append(Skipped(folder, f"it holds no picture, so “{category.name}” is known by name alone"))
    by_image = {row.id: row for row in rows_of(library, at_least)}
    relative = not any(path.is_absolute() for path in paths)
    rows = [
        by_image[image_id]._replace(file=str(_relative(file) if relative else file))
        for file, image_id in sorted(added.files.items(), key=_by_file_and_time)
    ]
    return rows, added


def _relative(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _parsed(lines: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
    """“name=synonym|synonym” as a name and synonyms."""
    out = []
    for line in lines:
        name, _, rest = line.partition("=")
        out.append((clean_name(name), tuple(clean_name(text) for text in rest.split("|") if text.strip())))
    return out


def _lines_of(file: Path | None) -> list[str]:
    if file is None:
        return []
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"“{file}” could not be read as text.", "Give a text file with one name a line.") from error
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise BadInput(f"“{file}” holds no names.", "Write one name a line.")
    return list(dict.fromkeys(lines))


def _by_file_and_time(found: tuple[Path, int]) -> tuple[Path, int]:
    place = Place.of(found[0])
    return place.file, place.time or 0


def _example_folders(folder: Path | None) -> dict[str, Path]:
    if folder is None:
        return {}
    if not folder.is_dir():
        raise BadInput(f"“{folder}” is no folder.", "Give a folder that holds one folder of pictures per category.")
    found = {path.name: path for path in sorted(folder.iterdir()) if path.is_dir() and not path.name.startswith(".")}
    if not found:
        raise BadInput(f"“{folder}” has no folders in it.", "Make one per category, named after it, with pictures.")
    return found


def print_rows(rows: list[Row], shows: list[str] | None = None) -> None:
    """Print what each picture is taken for; `shows` tells beside it what it shows."""
    heads = ["file", "category", "confidence", "best", *(["it shows"] if shows else [])]
    lines = []
    for i, row in enumerate(rows):
        file = Path(row.file).name if shows else row.file
        confidence = "" if row.confidence is None else f"{100 * row.confidence:.0f} %"
        lines.append([file, _in_words(row), confidence, row.best, *([shows[i]] if shows else [])])
    shell.print_table(heads, lines)


def _in_words(row: Row) -> str:
    if row.state == State.UNSURE:
        return f"{row.best} or {row.second}?"
    if row.state == State.LIKELY and not row.category:
        return f"{row.best}?"
    return row.category or "none of these"
