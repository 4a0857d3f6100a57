"""Pictures come in: files and folders, the samples, examples of a category."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import nomina
from nomina_desktop import verbs
from nomina_desktop.session import Session
from nomina_desktop.words import tr


def add(session: Session, paths: Iterable[Path | str]) -> None:
    """Add picture files and folders."""
    names, so_far = list(paths), nomina.Added()  # made paths on the library's thread: of 100,000 that takes a second
    kinds = {"sieve": session.settings.sieve(), "frames": session.frames}
    work = session.work(
        tr("Adding pictures"),
        lambda library: nomina.add_images(library, map(Path, names), so_far=so_far, each_file=False, **kinds),
        done=session.notices.added,
        stopped=lambda _: session.notices.stopped(work, so_far),
    )


def add_samples(session: Session) -> None:
    """Add the sample pictures and the demo's categories."""
    session.work(tr("Adding sample pictures"), verbs.add_samples, done=session.notices.added)


def add_bare_samples(session: Session) -> None:
    """Add the sample pictures, and no category."""
    add(session, [sample.path for sample in nomina.sample_pictures()])


def add_examples(session: Session, category_id: int, paths: Iterable[Path]) -> None:
    """Add picture files as examples of a category."""
    paths, sieve = list(paths), session.settings.sieve()
    session.work(
        tr("Adding examples"),
        lambda library: nomina.add_examples(library, category_id, paths, sieve=sieve),
        done=session.notices.added,
    )


def together(session: Session, on: bool) -> None:
    """Show near-duplicates as one picture, or each by itself; they are looked for first where that was not done."""
    if not on:
        session.arrange(together=False)
        return
    session.work(
        tr("Looking for near-duplicates"),
        nomina.keep_duplicates,
        done=lambda _: session.arrange(together=True),
        writes=False,
    )


def copies_of(session: Session, image_id: int) -> None:
    """Show the near-duplicates of an image; they are looked for first where that was not done."""
    session.work(
        tr("Looking for near-duplicates"),
        nomina.keep_duplicates,
        done=lambda _: session.narrow(copies_of=image_id),
        writes=False,
    )


def read_again(session: Session) -> None:
    """Read the pictures that the encoder has not read, if there are any."""

    def begin(missing: int) -> None:
        if missing:
            session.work(tr("Reading pictures again"), verbs.read_again, done=session.notices.added)

    session.ask(verbs.unread, done=begin)
