"""Commands on single pictures of a library: show what is known of one, list those that were taken then and there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import reduce
from pathlib import Path

import click
import numpy as np

from nomina.cli import shell
from nomina.cli.libraries import FOLDER, Host
from nomina.domain import Facts, Label, State
from nomina.errors import BadInput, NotFound
from nomina.filters import Ids, all_facts, by_camera, facts_of, in_box, in_folder, taken_between
from nomina.library import Library
from nomina.opening import hash_at
from nomina.particulars import about
from nomina.places import meant
from nomina.why import Vote, explain, opinion

MOST_RANKED, MOST_VOTES = 5, 5
DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("library", type=FOLDER)
@click.argument("file", type=click.Path(path_type=Path))
@shell.encoder_options
@click.option("--why", is_flag=True, help="Also what is believed of it, and what made it so; asks the encoder.")
@shell.json_option
def show(library: Path, file: Path, why: bool, as_json: bool, host: Host) -> None:
    """Show what LIBRARY knows of the picture FILE: places, size, when, with what and where it was taken, labels.

    The encoder is not asked, unless for --why.
    """
    with shell.opened(library, host) as opened:
        image_id = image_id_of(opened, file)
        found = about(opened, image_id)
        facts = found.facts
        told: dict[str, str | list[str] | None] = {
            "files": [str(path) for path in found.places],
            "pixels": f"{found.image.width} x {found.image.height}",
            **_facts(facts),
            "labels": _labels(opened, found.labels),
            **(_reasons(opened, image_id) if why else {}),
        }
    if as_json:
        shell.print_json(told)
        return
    for name, value in told.items():
        for line in value if isinstance(value, list) else [value]:
            click.echo(f"{name:10}{shell.safe('' if line is None else line)}".rstrip())
    if facts is None:
        click.echo(f"When and where it was taken was not read yet: nomina add {library} {shell.safe(file)}", err=True)


def image_id_of(library: Library, file: Path) -> int:
    """The image at this path, or with these bytes."""
    path = meant(file.absolute())
    place = library.store.place(path)
    found = place.image_id if place is not None else library.store.image_id(hash_at(path))
    if found is None:
        raise NotFound(f"“{file}” is not in this library.", "Add it: nomina add LIBRARY FILE.")
    return found


def _facts(facts: Facts | None) -> dict[str, str | None]:
    facts = facts or Facts()
    position = None if facts.latitude is None else f"{facts.latitude:.6f}, {facts.longitude:.6f}"
    return {"taken": facts.taken, "camera": facts.camera, "position": position}


def _labels(library: Library, labels: Sequence[Label]) -> list[str]:
    names = {category.id: category.name for category in library.store.categories()}
    return [f"{'' if label.accepted else 'not '}{names[label.category_id]} ({label.origin})" for label in labels]


def _reasons(library: Library, image_id: int) -> dict[str, str | list[str] | None]:
    """What is believed of a picture, which categories cannot be ruled out, what the score of the first is made of."""
    believed = opinion(library, image_id)
    likely = [f"{each.probability:.0%} {each.category.name}" for each in believed.ranking[:MOST_RANKED]]
    possible = " or ".join(each.category.name for each in believed.ranking if each.possible)
    told: dict[str, str | list[str] | None] = {
        "believed": [f"{believed.state}", *likely, f"{believed.none:.0%} none of these"]
    }
    if believed.enough:
        told[f"at {believed.level:.0%}"] = possible or "none of these"
    if believed.state is State.UNREAD or not believed.ranking:
        return told
    found = explain(library, image_id)
    reasons = [f"{found.score:+.2f} {found.category.name}; none of these has {found.none:+.2f}"]
    if found.words:
        reasons.append(f"{found.words:+.2f} words, best “{found.wordings[0][0]}”")
    reasons += [f"{found.unlike:+.2f} words that say what it is not"] if found.unlike else []
    for kind, votes in (("example", found.examples), ("reject", found.rejects)):
        reasons += [f"{vote.amount:+.2f} {kind} {_place(library, vote)}" for vote in votes[:MOST_VOTES]]
        if len(votes) > MOST_VOTES:
            left = votes[MOST_VOTES:]
            reasons.append(f"{sum(vote.amount for vote in left):+.2f} {len(left):,} other {kind}s")
    reasons += [
        f"{each.amount:+.2f} {each.kind} {each.value}: {each.among_examples} of {each.examples} examples,"
        f" {each.anywhere:.1%} of all pictures"
        for each in found.circumstances
    ]
    return {**told, "why": reasons}


def _place(library: Library, vote: Vote) -> str:
    if vote.image_id is None:
        return "that came in a pack"
    (image,) = library.store.images([vote.image_id])
    return str(image.path or image.hash)


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
