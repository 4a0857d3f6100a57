"""The command that watches folders: what comes to them is added as it comes."""

from __future__ import annotations

import threading
from pathlib import Path

import click

from nomina.cli import shell
from nomina.cli.libraries import FOLDER, Host
from nomina.domain import Watched
from nomina.errors import BadInput
from nomina.library import Library
from nomina.settings import Settings
from nomina.video import Frames
from nomina.watch import take_in, unwatch_folder, watch_folder
from nomina.watching import FolderLook, Watcher

PATIENCE = 0.5
"""Seconds after which it is looked whether the command was stopped."""


@click.command()
@click.argument("library", type=FOLDER)
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@click.option("--at-least", type=float, metavar="P", help="Label new pictures too, where that is so likely, 0 to 1.")
@click.option("--forget", is_flag=True, help="Watch FOLDERS no longer, and stop.")
@click.option("--list", "only_list", is_flag=True, help="List the folders that are watched, and stop.")
@click.option("--once", is_flag=True, help="Add what is there now, and stop.")
@shell.frames_option
@shell.encoder_options
@shell.json_option
def watch(
    library: Path,
    folders: tuple[Path, ...],
    at_least: float | None,
    forget: bool,
    only_list: bool,
    once: bool,
    frames: Frames | None,
    as_json: bool,
    host: Host,
) -> None:
    """Watch FOLDERS and add the pictures that come to them to LIBRARY, until Ctrl+C.

    The library remembers its folders: without FOLDERS those are watched that it knows. A file is added when it has
    stopped changing.
    """
    with shell.opened(library, host) as opened:
        _remember(opened, folders, at_least, forget)
        if forget or only_list:
            _tell_watched(opened, as_json)
            return
        if not opened.store.watched():
            raise BadInput("No folder is watched.", f"Name one: nomina watch {library} FOLDER.")
        try:
            _follow(opened, once, as_json, frames)
        except KeyboardInterrupt:
            click.echo("Stopped watching. What was added stays.", err=True)


def _remember(library: Library, folders: tuple[Path, ...], at_least: float | None, forget: bool) -> None:
    known = {each.path: each.id for each in library.store.watched()}
    for folder in folders:
        whole = folder.absolute()
        if not forget:
            watch_folder(library, whole, at_least)
        elif whole in known:
            unwatch_folder(library, known[whole])
        else:
            raise BadInput(f"“{folder}” is not watched.", "See those that are with --list.")


def _tell_watched(library: Library, as_json: bool) -> None:
    rows = [[str(each.path), each.at_least] for each in library.store.watched()]
    if as_json:
        shell.print_json([{"folder": folder, "at_least": at_least} for folder, at_least in rows])
    else:
        shell.print_table(["folder", "at_least"], rows)


def _follow(library: Library, once: bool, as_json: bool, frames: Frames | None) -> None:
    watched = {each.path: each for each in library.store.watched()}
    if once:
        sieve = Settings().sieve()
        for folder, each in watched.items():
            look = FolderLook(folder, settled=0.0)
            look.look(0.0, sieve)
            _take(library, each, look.look(0.0, sieve), as_json, frames)
        return
    arrived = threading.Event()
    watcher = Watcher(arrived.set, sieve=Settings().sieve)
    watcher.watch(watched)
    told: dict[Path, str] = {}
    try:
        while True:
            if not arrived.wait(PATIENCE):
                continue
            arrived.clear()
            for folder, files in watcher.take().items():
                _take(library, watched[folder], files, as_json, frames)
            for folder, why in watcher.trouble.items():
                if told.get(folder) != why:
                    click.echo(f"{shell.safe(folder)} cannot be looked at now: {why}.", err=True)
            told = watcher.trouble
    finally:
        watcher.close()


def _take(library: Library, watched: Watched, files: list[Path], as_json: bool, frames: Frames | None) -> None:
    done = shell.follow(take_in(library, files, watched.at_least, frames))
    shell.tell_skipped(done.added.skipped)
    labels = sum(done.labelled.by_category.values()) if done.labelled else 0
    if as_json:
        shell.print_json({"folder": watched.path, "new": len(done.added.new), "labels": labels})
    elif done.added.new:
        click.echo(f"{shell.safe(watched.path)}: {len(done.added.new):,} new pictures, {labels:,} labels.")
