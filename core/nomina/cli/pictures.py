"""Commands on single pictures of a library: show what is known of one, list those that were taken then and there."""

from __future__ import annotations

from datetime import datetime
from functools import reduce
from pathlib import Path

import click
import numpy as np

from nomina.cli import shell
from nomina.cli.libraries import FOLDER, Host
from nomina.domain import Facts, Image
from nomina.errors import BadInput, NotFound
from nomina.filters import Ids, all_facts, by_camera, facts_of, in_box, in_folder, taken_between
from nomina.images import read_file
from nomina.library import Library

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("library", type=FOLDER)
@click.argument("file", type=click.Path(path_type=Path))
@shell.encoder_options
@shell.json_option
def show(library: Path, file: Path, as_json: bool, host: Host) -> None:
    """Show what LIBRARY knows of the picture FILE: places, size, when, with what and where it was taken, labels.

    The encoder is not asked.
    """
    with shell.opened(library, host) as opened:
        image = _image(opened, file)
        (facts,) = facts_of(opened, [image.id])
        told = {
            "files": [str(path) for path in opened.store.places(image.id)],
            "pixels": f"{image.width} x {image.height}",
            **_facts(facts),
            "labels": _labels(opened, image),
        }
    if as_json:
        shell.print_json(told)
        return
    for name, value in told.items():
        for line in value if isinstance(value, list) else [value]:
            click.echo(f"{name:10}{shell.safe('' if line is None else line)}".rstrip())
    if facts is None:
        click.echo(f"When and where it was taken was not read yet: nomina add {library} {shell.safe(file)}", err=True)


def _image(library: Library, file: Path) -> Image:
    """The image at this path, or with these bytes."""
    place = library.store.place(file.absolute())
    found = place.image_id if place is not None else library.store.image_id(read_file(file).hash)
    if found is None:
        raise NotFound(f"“{file}” is not in this library.", "Add it: nomina add LIBRARY FILE.")
    return library.store.images([found])[0]


def _facts(facts: Facts | None) -> dict[str, str | None]:
    facts = facts or Facts()
    position = None if facts.latitude is None else f"{facts.latitude:.6f}, {facts.longitude:.6f}"
    return {"taken": facts.taken, "camera": facts.camera, "position": position}


def _labels(library: Library, image: Image) -> list[str]:
    names = {category.id: category.name for category in library.store.categories()}
    return [
        f"{'' if label.accepted else 'not '}{names[label.category_id]} ({label.origin})"
        for label in library.store.labels()
        if label.image_id == image.id
    ]


@click.command("list")
@click.argument("library", type=FOLDER)
@click.option("--since", type=DAY, metavar="DAY", help="Taken on this day or later, as 2026-01-31.")
@click.option("--until", type=DAY, metavar="DAY", help="Taken on this day or earlier.")
@click.option("--camera", metavar="WORDS", help="Taken with a camera of this name, or part of it.")
@click.option("--folder", type=click.Path(path_type=Path), help="In this folder or below it.")
@click.option("--box", metavar="S,W,N,E", help="Taken between these degrees: south, west, north, east.")
@shell.encoder_options
@shell.json_option
def list_(
    library: Path,
    since: datetime | None,
    until: datetime | None,
    camera: str | None,
    folder: Path | None,
    box: str | None,
    as_json: bool,
    host: Host,
) -> None:
    """List the pictures of LIBRARY, with when and with what they were taken; those that meet all conditions.

    A picture that does not tell when it was taken is in no span of days, and so on. The encoder is not asked.
    """
    with shell.opened(library, host) as opened:
        facts = all_facts(opened)
        chosen: list[Ids] = [facts.ids]
        if since is not None or until is not None:
            chosen.append(taken_between(facts, since.date() if since else None, until.date() if until else None))
        if camera is not None:
            chosen.append(by_camera(facts, camera))
        if folder is not None:
            chosen.append(in_folder(opened, folder.absolute()))
        if box is not None:
            chosen.append(in_box(facts, *_degrees(box)))
        ids = reduce(np.intersect1d, chosen)
        images = opened.store.images(ids.tolist())
        told = [_facts(each) for each in facts_of(opened, ids.tolist())]
    rows = [{"file": str(image.path or image.hash), **each} for image, each in zip(images, told, strict=True)]
    if as_json:
        shell.print_json(rows)
        return
    heads = ["file", "taken", "camera", "position"]
    shell.print_table(heads, [[row[head] for head in heads] for row in rows])


def _degrees(box: str) -> tuple[float, float, float, float]:
    try:
        south, west, north, east = (float(part) for part in box.split(","))
    except ValueError as error:
        raise BadInput(f"“{box}” is no box.", "Give south,west,north,east in degrees: 43.4,11.8,43.5,11.9.") from error
    return south, west, north, east
