"""Commands on a library as a whole: init, add, label, runs, search, app."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from nomina.cli import shell
from nomina.confidence import sure_of
from nomina.domain import Progress
from nomina.encoders.host import EncoderHost
from nomina.errors import NominaError
from nomina.folders import pictures_at
from nomina.ingest import Added, add_images
from nomina.library import Library, create_library
from nomina.nearest import search as search_images
from nomina.nearest import sought
from nomina.runs import label_images, roll_back
from nomina.shards.take import add_embeddings
from nomina.video import Frames
from nomina.walking import Sieve

Host = Callable[[], EncoderHost]
FOLDER = click.Path(path_type=Path)


@click.command()
@click.argument("library", type=FOLDER)
@shell.json_option
def init(library: Path, as_json: bool) -> None:
    """Make an empty library in the folder LIBRARY."""
    create_library(library)
    if as_json:
        shell.print_json({"library": library})
    else:
        click.echo(f"Made the library {library}. Next: nomina add {library} PICTURES")


@click.command()
@click.argument("library", type=FOLDER)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--from-embeddings", "shards", metavar="DIR", help="Instead: what `nomina embed` wrote, a folder or URL.")
@click.option("--root", type=FOLDER, help="With it: where the pictures lie here, if not where they lay.")
@shell.sieve_options
@shell.frames_option
@shell.encoder_options
@shell.json_option
def add(
    library: Path,
    paths: tuple[Path, ...],
    shards: str | None,
    root: Path | None,
    sieve: Sieve,
    frames: Frames | None,
    as_json: bool,
    host: Host,
) -> None:
    """Add the pictures of PATHS, files and folders, to LIBRARY. Originals are never touched.

    Of videos, frames become pictures: by default one for each scene, one a second and 300 a video at most. That needs
    an extra: pip install 'nomina[video]'.

    What the library knows costs nothing: a file that was moved, renamed or copied keeps its labels. Of folders, hidden
    files and what systems put beside pictures (@eaDir, __MACOSX, ...) are left out, and what `nomina settings exclude`
    has.
    """
    if bool(paths) == bool(shards):
        raise click.UsageError("Give PATHS, or --from-embeddings DIR.")
    if root is not None and shards is None:
        raise click.UsageError("--root belongs to --from-embeddings.")
    with shell.opened(library, host) as opened:
        shell.tell_encoder(opened)
        if shards is None:
            added = _added(opened, paths, sieve, frames)
        else:
            so_far = Added()
            verb = add_embeddings(opened, shards, root=root, so_far=so_far, each_file=False)
            added = _followed(verb, so_far)
        total = len(opened.store.image_keys())
    shell.tell_skipped(added.skipped)
    known = added.found - len(added.new)
    if as_json:
        skipped = [{"file": str(item.path), "reason": item.reason} for item in added.skipped]
        shell.print_json(
            {"new": len(added.new), "known": known, "encoded": added.encoded, "images": total, "skipped": skipped}
        )
        return
    click.echo(
        f"{len(added.new):,} new pictures, {known:,} known, {added.encoded:,} encoded,"
        f" {len(added.skipped):,} skipped. The library has {total:,}."
    )


def _added(library: Library, paths: Sequence[Path], sieve: Sieve, frames: Frames | None) -> Added:
    so_far = Added()
    verb = add_images(library, paths, sieve=sieve, frames=frames, so_far=so_far, each_file=False)
    return _followed(verb, so_far)


def _followed(verb: Generator[Progress, None, Added], so_far: Added) -> Added:
    """Follow an add to its end; where it is stopped, tell what is kept."""
    try:
        return shell.follow(verb)
    except shell.Stopped as stop:
        shell.tell_skipped(so_far.skipped)
        total = stop.progress.total if stop.progress is not None else None
        of = "" if total is None else f" of {total:,}"
        words = f"{so_far.found:,}{of} pictures are in; the same command goes on from there."
        raise shell.Stopped(stop.progress, words) from stop


@click.command()
@click.argument("library", type=FOLDER)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--only", type=click.Path(path_type=Path), help="Only pictures in this folder, as they are known.")
@click.option("--at-least", type=float, show_default="0.8", help="The probability that a label needs, 0 to 1.")
@click.option("--at-most-wrong", type=float, metavar="N", help="Instead: at most 1 in N labels shall be wrong.")
@click.option("--dry-run", is_flag=True, help="Show the numbers, write nothing.")
@shell.sieve_options
@shell.frames_option
@shell.encoder_options
@shell.json_option
def label(
    library: Path,
    paths: tuple[Path, ...],
    only: Path | None,
    at_least: float | None,
    at_most_wrong: float | None,
    dry_run: bool,
    sieve: Sieve,
    frames: Frames | None,
    as_json: bool,
    host: Host,
) -> None:
    """Label pictures automatically, as a run that can be rolled back. Your own labels are left alone.

    Of PATHS, files and folders, what is new is added first, and theirs alone are labelled; without, all of LIBRARY.
    """
    if paths and (only is not None or dry_run):
        raise click.UsageError("--only and --dry-run are for what is in the library: give no PATHS with them.")
    if at_most_wrong is not None:
        if at_least is not None:
            raise click.UsageError("Give --at-least or --at-most-wrong, not both.")
        at_least = sure_of(at_most_wrong)
    at_least = 0.8 if at_least is None else at_least
    with shell.opened(library, host) as opened:
        among = None
        if paths:
            shell.tell_skipped(_added(opened, paths, sieve, frames).skipped)
            among = pictures_at(opened, paths, sieve).tolist()
        done = shell.follow(label_images(opened, only=only, among=among, at_least=at_least, dry_run=dry_run))
    if as_json:
        shell.print_json({"run": done.run_id, "labels": done.by_category, "yours": done.yours, "unsure": done.unsure})
        return
    shell.print_table(["category", "pictures"], sorted(done.by_category.items()))
    click.echo(f"{done.yours:,} pictures have your own label, {done.unsure:,} are not sure enough for one.")
    if done.run_id is not None:
        click.echo(f"This was run {done.run_id}. To take it back: nomina runs {library} --roll-back {done.run_id}")


@click.command()
@click.argument("library", type=FOLDER)
@click.option("--roll-back", "roll_back_run", type=int, metavar="RUN", help="Remove this run and its labels.")
@shell.encoder_options
@shell.json_option
def runs(library: Path, roll_back_run: int | None, as_json: bool, host: Host) -> None:
    """List the automatic labelling runs of LIBRARY, or roll one back."""
    with shell.opened(library, host) as opened:
        if roll_back_run is not None:
            roll_back(opened, roll_back_run)
        rows = [
            [run.id, run.started, run.encoder, run.at_least, run.labels, run.pictures, run.folder]
            for run in opened.store.runs()
        ]
    heads = ["run", "started", "encoder", "at_least", "labels", "pictures", "folder"]
    if as_json:
        shell.print_json([dict(zip(heads, row, strict=True)) for row in rows])
    else:
        shell.print_table(heads, rows)


@click.command()
@click.argument("library", type=FOLDER)
@click.argument("query", required=False, default="")
@click.option("--like", multiple=True, type=FOLDER, help="A picture that is to be near; may be given again.")
@click.option("--unlike", multiple=True, type=FOLDER, help="A picture that is to be far; may be given again.")
@click.option("--count", default=20, show_default=True, type=click.IntRange(1), help="How many to show.")
@shell.encoder_options
@shell.json_option
def search(
    library: Path, query: str, like: tuple[Path, ...], unlike: tuple[Path, ...], count: int, as_json: bool, host: Host
) -> None:
    """Find the pictures of LIBRARY nearest to QUERY: words, or a picture file.

    “heron +water -people” is near to heron and water, and far from people.
    """
    picture = Path(query)
    parts = sought(picture if query and picture.is_file() else query)
    parts = replace(parts, pictures=parts.pictures + like, not_pictures=parts.not_pictures + unlike)
    with shell.opened(library, host) as opened:
        hits = search_images(opened, parts, count)
    rows = [["" if hit.path is None else str(hit.path), round(hit.score, 3)] for hit in hits]
    if as_json:
        shell.print_json([{"file": file, "score": score} for file, score in rows])
    else:
        shell.print_table(["file", "score"], rows)


@click.command()
@click.argument("library", required=False, type=FOLDER)
def app(library: Path | None) -> int:
    """Open the window, with LIBRARY or the one that was open last."""
    try:
        (entry,) = importlib.metadata.entry_points(group="gui_scripts", name="nomina-app")
        window = entry.load()
    except (ValueError, ImportError) as error:
        raise NominaError(
            f"The window cannot be opened: {error}.", "Install Nomina whole: pip install nomina."
        ) from error
    return int(window([str(library)] if library else []))
