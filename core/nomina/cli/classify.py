"""Commands without a library: classify, demo, evaluate."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from pathlib import Path

import click
import numpy as np

from nomina import samples
from nomina.answer import predict
from nomina.cli import shell
from nomina.domain import Skipped, State
from nomina.encoders.host import EncoderHost
from nomina.errors import BadInput
from nomina.evaluate import Accuracy, evaluate_folder
from nomina.export import csv
from nomina.export.row import Row, rows_of
from nomina.files import check_target, replacing
from nomina.ingest import Added, add_examples, add_images
from nomina.library import Library
from nomina.teach import add_category, clean_name

Host = Callable[[], EncoderHost]


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--category", "-c", "given", multiple=True, metavar="NAME[=SYNONYM|SYNONYM]", help="A category; give it often."
)
@click.option("--categories", "file", type=click.Path(path_type=Path), help="A file with one category a line.")
@click.option("--examples", type=click.Path(path_type=Path), help="A folder with a folder of pictures per category.")
@click.option("--csv", "csv_file", type=click.Path(path_type=Path), help="Write the table to this CSV file.")
@shell.encoder_options
@shell.json_option
def classify(
    paths: tuple[Path, ...],
    given: tuple[str, ...],
    file: Path | None,
    examples: Path | None,
    csv_file: Path | None,
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
    with shell.temporary(host) as library:
        rows, added = _classified(library, paths, categories, shown)
    shell.tell_skipped(added.skipped)
    if csv_file is not None:
        with replacing(csv_file) as out:
            csv.write(rows, out, csv.CLASSIFY_COLUMNS)
        click.echo(f"{len(rows):,} pictures classified: {shell.safe(csv_file)}", err=True)
    if as_json:
        shell.print_json([{column: getattr(row, column) for column in csv.CLASSIFY_COLUMNS} for row in rows])
    elif csv_file is None:
        _print(rows)


@click.command()
@click.option("--csv", "csv_file", type=click.Path(path_type=Path), help="Write the table to this CSV file.")
@shell.encoder_options
@shell.json_option
def demo(csv_file: Path | None, as_json: bool, host: Host) -> None:
    """Classify the sample pictures that come with an installed package, to see it work."""
    pictures = samples.sample_pictures()
    names = samples.DEMO_CATEGORIES
    if not as_json:
        click.echo(f"{len(pictures)} sample pictures from scikit-image, {len(names)} categories by name alone:")
        click.echo(f"{', '.join(names)}\n")
    with shell.temporary(host) as library:
        rows, _ = _classified(library, [sample.path for sample in pictures], [(name, ()) for name in names], {})
    if csv_file is not None:
        with replacing(csv_file) as out:
            csv.write(rows, out, csv.CLASSIFY_COLUMNS)
    if as_json:
        shell.print_json([{column: getattr(row, column) for column in csv.CLASSIFY_COLUMNS} for row in rows])
        return
    _print(rows, [sample.shows for sample in pictures])
    click.echo(
        "\nNow with your own pictures:\n"
        "  nomina classify FOLDER --category heron --category “red kite=kite|milan”\n"
        "  nomina app            the window: drop pictures in, type a name, see everything re-ranked"
    )


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--shots", default="0,1,4", show_default=True, help="Numbers of pictures to show a category.")
@click.option("--seeds", default=5, show_default=True, type=click.IntRange(1), help="Random choices of them, averaged.")
@shell.encoder_options
@shell.json_option
def evaluate(folders: tuple[Path, ...], shots: str, seeds: int, as_json: bool, host: Host) -> None:
    """Measure accuracy on FOLDERS whose sub-folders are the right answers.

    The names of the sub-folders are the categories; 0 examples is by words alone. Pictures that are shown as examples
    are not asked.
    """
    counts = [int(count) for count in shots.split(",") if count.strip().isdigit()]
    if not counts:
        raise click.BadParameter(f"“{shots}” holds no numbers like 0,1,4", param_hint="--shots")
    table: dict[str, list[Accuracy]] = {}
    for folder in folders:
        with shell.temporary(host) as library:
            name = folder.resolve().name
            table[str(folder) if name in table else name] = shell.follow(
                evaluate_folder(library, folder, examples=counts, draws=seeds)
            )
    if as_json:
        shell.print_json({name: [dataclasses.asdict(line) for line in lines] for name, lines in table.items()})
        return
    heads = ["set", "pictures", "categories", *(f"{n} examples" if n else "words only" for n in counts)]
    rows = [
        [name, lines[0].images, lines[0].categories, *(f"{100 * line.accuracy:.1f} %" for line in lines)]
        for name, lines in table.items()
    ]
    if len(rows) > 1:
        means = np.mean([[line.accuracy for line in lines] for lines in table.values()], axis=0)
        rows.append(["mean", "", "", *(f"{100 * mean:.1f} %" for mean in means)])
    shell.print_table(heads, rows)


def _classified(
    library: Library, paths: Iterable[Path], categories: list[tuple[str, tuple[str, ...]]], examples: dict[str, Path]
) -> tuple[list[Row], Added]:
    """One row per file, in the order they were found."""
    paths = list(paths)
    shell.tell_encoder(library.spec)
    for name, synonyms in categories:
        add_category(library, name, synonyms=synonyms)
    added = shell.follow(add_images(library, paths))
    for name, folder in examples.items():
        if library.store.category_named(name) is None:
            add_category(library, name)
        category = library.store.category_named(name)
        assert category is not None
        try:
            added.skipped.extend(shell.follow(add_examples(library, category.id, [folder])).skipped)
        except BadInput:  # an empty folder still names a category
            added.skipped.append(Skipped(folder, f"it holds no picture, so “{category.name}” is known by name alone"))
    believed = predict(library)
    by_image = dict(zip(believed.ids.tolist(), rows_of(library, believed), strict=True))
    relative = not any(path.is_absolute() for path in paths)
    rows = [
        dataclasses.replace(by_image[image_id], file=str(_relative(file) if relative else file))
        for file, image_id in sorted(added.files.items())
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


def _example_folders(folder: Path | None) -> dict[str, Path]:
    if folder is None:
        return {}
    if not folder.is_dir():
        raise BadInput(f"“{folder}” is no folder.", "Give a folder that holds one folder of pictures per category.")
    found = {path.name: path for path in sorted(folder.iterdir()) if path.is_dir() and not path.name.startswith(".")}
    if not found:
        raise BadInput(f"“{folder}” has no folders in it.", "Make one per category, named after it, with pictures.")
    return found


def _print(rows: list[Row], shows: list[str] | None = None) -> None:
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
    return row.category or "none of these"
