"""Commands on the categories of a library."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from nomina.categories import add_path, category_named, change_category, move_category, order_category, remove_category
from nomina.cli import shell
from nomina.cli.libraries import FOLDER
from nomina.domain import Category, Origin
from nomina.encoders.host import EncoderHost
from nomina.hierarchy import above, path_of, walk
from nomina.ingest import add_examples
from nomina.library import Library
from nomina.settings import Settings
from nomina.teach import allow_several, forget_given, surplus_labels

Host = Callable[[], EncoderHost]


@dataclass(frozen=True, slots=True)
class Given:
    """What a command line says of a category besides its name."""

    also: tuple[str, ...]
    describe: str | None
    examples: tuple[Path, ...]
    rejects: tuple[Path, ...]
    unlike: tuple[str, ...]


def evidence_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --also, --describe, --not, --example and --reject, handed on as one argument `given`."""
    picture = click.Path(path_type=Path)

    @click.option("--also", multiple=True, metavar="TEXT", help="Another name for it; give it often.")
    @click.option("--describe", metavar="TEXT", help="One sentence on how it looks.")
    @click.option("--not", "unlike", multiple=True, metavar="TEXT", help="A name of what it is not; give it often.")
    @click.option("--example", "examples", multiple=True, type=picture, help="A picture, or a folder, that is of it.")
    @click.option("--reject", "rejects", multiple=True, type=picture, help="A picture, or a folder, that is not of it.")
    @functools.wraps(command)
    def wrapped(*args: Any, also: Any, describe: Any, examples: Any, rejects: Any, unlike: Any, **options: Any) -> Any:
        return command(*args, given=Given(also, describe, examples, rejects, unlike), **options)

    return wrapped


@click.group()
def category() -> None:
    """Categories of a library: add, change, forget, list, merge, move, rename, remove, several, show, split."""


@category.command()
@click.argument("library", type=FOLDER)
@click.argument("name")
@click.option("--under", metavar="NAME", help="The category it is a kind of.")
@click.option("--as-is", is_flag=True, help="Take > and / in NAME for parts of the name.")
@evidence_options
@shell.encoder_options
@shell.json_option
def add(library: Path, name: str, under: str | None, as_is: bool, given: Given, as_json: bool, host: Host) -> None:
    """Add the category NAME to LIBRARY, known by its words, by example pictures, or by both.

    “Bird > Heron” or “Bird/Heron” adds Heron under Bird, and Bird too if it is not there.
    """
    names = [name] if as_is else re.split("[>/]", name)
    with shell.opened(library, host) as opened:
        if under is not None:
            parent = category_named(opened, under)
            over = [parent, *above(opened.store.categories(), parent.id)]
            names = [each.name for each in reversed(over)] + names
        add_path(opened, names, synonyms=given.also, description=given.describe or "", unlike=given.unlike)
        _show_pictures(opened, names[-1], given)
        _tell(opened, category_named(opened, names[-1]), as_json)


@category.command()
@click.argument("library", type=FOLDER)
@click.argument("name")
@click.option("--under", metavar="NAME", help="The category it shall lie under.")
@click.option("--top", is_flag=True, help="Under none.")
@click.option("--before", metavar="NAME", help="The category it shall stand before, under the same one.")
@click.option("--after", metavar="NAME", help="The category it shall stand after, under the same one.")
@shell.encoder_options
@shell.json_option
def move(
    library: Path,
    name: str,
    under: str | None,
    top: bool,
    before: str | None,
    after: str | None,
    as_json: bool,
    host: Host,
) -> None:
    """Put the category NAME, and all that lies under it, under another one, or beside it. Its labels stay."""
    if sum([under is not None, top, before is not None, after is not None]) != 1:
        raise click.UsageError("Give one of --under NAME, --top, --before NAME and --after NAME.")
    with shell.opened(library, host) as opened:
        moved = category_named(opened, name).id
        other = None if top else category_named(opened, under or before or after or "").id
        if before is not None:
            order_category(opened, moved, before=other)
        elif after is not None:
            order_category(opened, moved, after=other)
        else:
            move_category(opened, moved, other)
        _tell(opened, category_named(opened, name), as_json)


@category.command()
@click.argument("library", type=FOLDER)
@click.argument("switch", type=click.Choice(["on", "off"]), required=False)
@click.option("--drop", is_flag=True, help="Agree that labels go where a picture has several (with off).")
@shell.encoder_options
@shell.json_option
def several(library: Path, switch: str | None, drop: bool, as_json: bool, host: Host) -> None:
    """Let a picture of LIBRARY have several categories (on) or one (off); without either, tell which."""
    with shell.opened(library, host) as opened:
        gone = len(surplus_labels(opened)) if switch == "off" else 0
        if switch is not None:
            allow_several(opened, switch == "on", drop=drop)
        now = opened.store.several()
    if as_json:
        shell.print_json({"several": now, "dropped": gone})
        return
    click.echo(f"A picture may have {'several categories' if now else 'one category'}.")
    if gone:
        click.echo(f"{gone:,} labels went.")


@category.command()
@click.argument("library", type=FOLDER)
@click.argument("name")
@evidence_options
@shell.encoder_options
@shell.json_option
def change(library: Path, name: str, given: Given, as_json: bool, host: Host) -> None:
    """Give the category NAME further synonyms, another description, more examples or rejects."""
    with shell.opened(library, host) as opened:
        old = category_named(opened, name)
        if given.also or given.unlike or given.describe is not None:
            synonyms, unlike = [*old.synonyms, *given.also], [*old.unlike, *given.unlike]
            change_category(opened, old.id, synonyms=synonyms, description=given.describe, unlike=unlike)
        _show_pictures(opened, name, given)
        _tell(opened, category_named(opened, name), as_json)


@category.command("list")
@click.argument("library", type=FOLDER)
@shell.encoder_options
@shell.json_option
def list_(library: Path, as_json: bool, host: Host) -> None:
    """List the categories of LIBRARY, each under the one it is a kind of."""
    with shell.opened(library, host) as opened:
        categories = opened.store.categories()
    if as_json:
        shell.print_json([_as_json(each, categories) for each in categories])
        return
    rows = [
        ["  " * depth + each.name, ", ".join(each.synonyms), each.accepted, each.rejected]
        for depth, each in walk(categories)
    ]
    shell.print_table(["category", "also", "examples", "rejects"], rows)


@category.command()
@click.argument("library", type=FOLDER)
@click.argument("name")
@click.argument("new_name")
@shell.encoder_options
@shell.json_option
def rename(library: Path, name: str, new_name: str, as_json: bool, host: Host) -> None:
    """Rename the category NAME; its examples and labels stay."""
    with shell.opened(library, host) as opened:
        change_category(opened, category_named(opened, name).id, name=new_name)
        _tell(opened, category_named(opened, new_name), as_json)


@category.command()
@click.argument("library", type=FOLDER)
@click.argument("name")
@shell.encoder_options
@shell.json_option
def remove(library: Path, name: str, as_json: bool, host: Host) -> None:
    """Remove the category NAME and its labels; the pictures stay, and what lay under it moves one up."""
    with shell.opened(library, host) as opened:
        gone = category_named(opened, name)
        lifted = [each.name for each in opened.store.categories() if each.parent == gone.id]
        remove_category(opened, gone.id)
    if as_json:
        shell.print_json({"removed": gone.name})
    else:
        click.echo(f"Removed “{gone.name}” and {gone.accepted + gone.rejected:,} of your labels.")
        if lifted:
            click.echo(f"What lay under it has moved one up: {', '.join(lifted)}.")


@category.command()
@click.argument("library", type=FOLDER)
@click.argument("name")
@shell.encoder_options
@shell.json_option
def forget(library: Path, name: str, as_json: bool, host: Host) -> None:
    """Forget the examples of the category NAME that came in a pack; your own labels stay."""
    with shell.opened(library, host) as opened:
        forget_given(opened, category_named(opened, name).id)
        _tell(opened, category_named(opened, name), as_json)


@category.command()
@click.argument("library", type=FOLDER)
@click.argument("name")
@shell.encoder_options
@shell.json_option
def show(library: Path, name: str, as_json: bool, host: Host) -> None:
    """Show the words, examples and rejects of the category NAME."""
    with shell.opened(library, host) as opened:
        _tell(opened, category_named(opened, name), as_json)


def _show_pictures(library: Library, name: str, given: Given) -> None:
    category_id, sieve = category_named(library, name).id, Settings().sieve()
    for paths, accepted in ((given.examples, True), (given.rejects, False)):
        if paths:
            added = shell.follow(add_examples(library, category_id, paths, accepted=accepted, sieve=sieve))
            shell.tell_skipped(added.skipped)


def _tell(library: Library, category: Category, as_json: bool) -> None:
    categories = library.store.categories()
    files = {True: [], False: []}  # type: dict[bool, list[str]]
    labels = [label for label in library.store.labels(category_id=category.id) if label.origin is Origin.PERSON]
    for label, image in zip(labels, library.store.images([label.image_id for label in labels]), strict=True):
        files[label.accepted].append(str(image.path or image.hash))
    given = library.store.given_counts(category.id)
    if as_json:
        packed = [{"encoder": encoder, "examples": yes, "rejects": no} for encoder, yes, no in given]
        pictures = {"examples": files[True], "rejects": files[False], "without_pictures": packed}
        shell.print_json(_as_json(category, categories) | pictures)
        return
    click.echo(f"{category.name}{'' if category.words else '  (by its pictures alone)'}")
    under = "" if category.parent is None else path_of(categories, category.parent)
    also, unlike = ", ".join(category.synonyms), ", ".join(category.unlike)
    for title, text in (("under", under), ("also", also), ("looks", category.description), ("not", unlike)):
        if text:
            click.echo(f"  {title}: {text}")
    for title, paths in (("example", files[True]), ("reject", files[False])):
        for path in paths:
            click.echo(f"  {title}: {shell.safe(path)}")
    for encoder, yes, no in given:
        click.echo(f"  without pictures: {yes:,} examples, {no:,} rejects by “{encoder}”")


def _as_json(category: Category, categories: list[Category]) -> dict[str, Any]:
    return {
        "name": category.name,
        "synonyms": list(category.synonyms),
        "description": category.description,
        "unlike": list(category.unlike),
        "words": category.words,
        "accepted": category.accepted,
        "rejected": category.rejected,
        "parent": next((each.name for each in categories if each.id == category.parent), None),
    }
