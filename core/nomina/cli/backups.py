"""Commands that keep a library safe: backup, restore, check."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, astuple
from pathlib import Path
from typing import Any

import click

from nomina.backups import Backup, Occasion, back_up, backups_of, look_into, restore_backup
from nomina.check import Checked, check_library
from nomina.cli import shell
from nomina.encoders.host import EncoderHost
from nomina.errors import NominaError, NotFound
from nomina.ingest import encode_missing
from nomina.library import open_truth

FOLDER = click.Path(path_type=Path)
HEADS = ("number", "made", "because", "pictures", "categories", "labels", "MB", "file")


@click.command()
@click.argument("library", type=FOLDER)
@shell.json_option
def backup(library: Path, as_json: bool) -> None:
    """Copy what you decided in LIBRARY: categories, labels, runs. It lies in LIBRARY/backups until you delete it.

    Nomina makes such copies by itself, too: once a day where something changed, and before a new version changes the
    tables. Pictures are not copied; they are never touched.
    """
    db = open_truth(library)
    try:
        made = back_up(db, library, Occasion.ASKED)
    finally:
        db.close()
    if as_json:
        shell.print_json(_as_json(made))
    else:
        click.echo(f"Backup {made.number}: {made.path}. To go back to it: nomina restore {library} {made.number}")


@click.command()
@click.argument("library", type=FOLDER)
@click.argument("backup", required=False)
@shell.json_option
def restore(library: Path, backup: str | None, as_json: bool) -> None:
    """List the backups of LIBRARY, or go back to BACKUP: its number, or a file.

    What was there is kept as a backup of its own, so that going back can be taken back.
    """
    if backup is None:
        _list(library, as_json)
        return
    source = _chosen(library, backup)
    contents, kept = look_into(source), restore_backup(library, source)
    if as_json:
        shell.print_json({"restored": source, **asdict(contents), "replaced": _as_json(kept) if kept else None})
        return
    click.echo(
        f"Restored {source.name}: {contents.pictures:,} pictures, {contents.categories:,} categories,"
        f" {contents.labels:,} labels of yours."
    )
    if kept is not None:
        click.echo(f"To take it back: nomina restore {library} {kept.number}")


def _chosen(library: Path, backup: str) -> Path:
    """The file of a backup: of the library's by its number, else any by its path."""
    if not backup.isdecimal():
        return Path(backup)
    found = [each.path for each in backups_of(library) if each.number == int(backup)]
    if not found:
        raise NotFound(f"“{library}” has no backup {backup}.", f"See which there are: nomina restore {library}")
    return found[0]


def _list(library: Path, as_json: bool) -> None:
    backups = backups_of(library)
    if as_json:
        shell.print_json([_as_json(each) for each in backups])
        return
    shell.print_table(HEADS, (_row(each) for each in backups))
    if not backups:
        click.echo(f"There is none yet. To make one: nomina backup {library}")


def _row(backup: Backup) -> tuple[object, ...]:
    counts: tuple[object, ...] = ("damaged", "", "")
    with suppress(NominaError):
        counts = astuple(look_into(backup.path))
    made = backup.made.astimezone().strftime("%Y-%m-%d %H:%M")
    return (backup.number or "", made, backup.occasion, *counts, f"{backup.bytes / 1e6:.1f}", backup.path.name)


def _as_json(backup: Backup) -> dict[str, Any]:
    try:
        contents: dict[str, Any] = {"whole": True, **asdict(look_into(backup.path))}
    except NominaError as error:
        contents = {"whole": False, "error": error.title}
    return {**asdict(backup), "made": backup.made.isoformat(), **contents}


@click.command()
@click.argument("library", type=FOLDER)
@click.option("--files", is_flag=True, help="Read every picture file too, and compare it with its hash.")
@click.option("--repair", is_flag=True, help="Mend what grows back. What you decided is never changed.")
@shell.encoder_options
@shell.json_option
def check(library: Path, files: bool, repair: bool, as_json: bool, host: Callable[[], EncoderHost]) -> int:
    """Look through LIBRARY for damage: the database, what is derived from pictures, the backups.

    Exit code 0: all is sound, or was mended. 1: something is wrong; what helps is said.
    """
    checked = shell.follow(check_library(library, files=files, repair=repair))
    if checked.to_read and checked.sound:
        _read_again(library, checked, host)
    if as_json:
        shell.print_json(
            {"sound": checked.sound, "facts": checked.facts, "troubles": list(map(asdict, checked.troubles))}
        )
    else:
        _tell(checked)
    return 0 if checked.sound else 1


def _read_again(library: Path, checked: Checked, host: Callable[[], EncoderHost]) -> None:
    """Let what was removed grow back at once."""
    with shell.opened(library, host) as opened:
        added = shell.follow(encode_missing(opened))
    shell.tell_skipped(added.skipped)
    checked.facts["read again"] = f"{len(added.files):,} pictures"


def _tell(checked: Checked) -> None:
    shell.print_table(["", ""], checked.facts.items())
    click.echo()
    for trouble in checked.troubles:
        if trouble.mended:
            click.echo(f"mended: {shell.safe(trouble.part)}: {shell.safe(trouble.title)} {shell.safe(trouble.hint)}")
        else:
            shell.complain(f"{trouble.part}: {trouble.title}", trouble.hint)
    if not checked.troubles:
        click.echo("Nothing is wrong.")
    elif checked.sound:
        click.echo("All is sound now.")
