"""Another encoder is compared on the labelled pictures, and put to work; one that stopped is tried again."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

import nomina
from nomina_desktop.encoders import Encoders
from nomina_desktop.notices import Act, Work, count, nothing
from nomina_desktop.session import Session
from nomina_desktop.tasks import Callback
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import Library, Progress, Settings, Skipped


def compare(session: Session, encoders: Encoders, choice: str, **callbacks: Callback) -> Work | None:
    """Ask the encoder at work and another one about the labelled pictures; the answer is a nomina.Comparison."""

    def compared(library: Library) -> Generator[Progress, None, Any]:
        with closing(encoders.start(choice)) as host:
            return (yield from nomina.compare_encoder(library, host))

    title = tr("Comparing with {encoder}").format(encoder=encoders[choice].title)
    return session.work(title, compared, writes=False, **callbacks)


def use(session: Session, encoders: Encoders, settings: Settings, choice: str) -> None:
    """Put an encoder to work: in the open library when it has read all pictures, in others when they are opened."""
    if session.folder is None:
        _choose(session, encoders, settings, choice)
        session.notices.tell(
            tr("{encoder} will be at work in the next library that you open.").format(encoder=_title(encoders, choice))
        )
        return
    before, spec = session.encoder.choice, session.snapshot.spec if session.snapshot else None

    def done(switched: tuple[str, list[Skipped]]) -> None:
        title, skipped = switched
        session.encoder.switched(choice)
        _choose(session, encoders, settings, choice)
        text = tr("{encoder} is at work now.").format(encoder=title)
        if skipped:
            text = f"{text} {tr('It could not read {files}.').format(files=count(len(skipped), 'picture'))}"
        hint = tr("Your labels and categories stay. Undo does not take this back, but what each encoder read is kept.")
        back: Act = partial(use, session, encoders, settings, before) if spec is not None else nothing
        session.notices.tell(text, hint, tr("Back to {encoder}").format(encoder=spec.title) if spec else "", back)

    _bring(session, encoders, choice, done)


def try_again(session: Session, encoders: Encoders) -> None:
    """Do once more what the encoder died of; start it anew where it could not be started."""
    encoder = session.encoder
    if not encoder.try_again():
        _bring(session, encoders, encoder.choice, lambda _: encoder.switched(encoder.choice))


def _bring(session: Session, encoders: Encoders, choice: str, done: Callback) -> None:
    """Let the encoder of a choice read what it has not read, then answer in place of the one at work.

    `done` gets its title and the pictures that it could not read.
    """

    def switched(library: Library) -> Generator[Progress, None, Any]:
        host = encoders.start(choice)
        try:
            skipped = yield from nomina.switch_encoder(library, host, lambda: session.alone)
            return host.spec().title, skipped
        finally:
            if library.host is not host:
                host.close()

    title = tr("Reading with {encoder}").format(encoder=_title(encoders, choice))
    session.work(title, switched, done=done, writes=False, patient=False)


def _choose(session: Session, encoders: Encoders, settings: Settings, choice: str) -> None:
    try:
        settings.set("encoder", choice)
    except (nomina.NominaError, OSError) as error:
        session.notices.failed(error)
    encoders.look()


def _title(encoders: Encoders, choice: str) -> str:
    """What a choice is called, where it was looked up already."""
    wanted = encoders.at_work if choice == "auto" else choice
    return next((each.title for each in encoders.listed if each.choice == wanted), tr("the encoder"))
