"""The only wiring: everything is made here and handed to those who need it."""

from __future__ import annotations

import gc
import itertools
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import nomina
from nomina_desktop import dialogs
from nomina_desktop.acts import history, pictures
from nomina_desktop.commands import Commands, Tools
from nomina_desktop.dialogs.files import Files
from nomina_desktop.encoders import Encoders
from nomina_desktop.keeping import Keeping
from nomina_desktop.look import Look
from nomina_desktop.notices import Notices
from nomina_desktop.pictures_large import LargePictures
from nomina_desktop.session import Session
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.watching import Watching
from nomina_desktop.window import Window
from nomina_desktop.words import speak

if TYPE_CHECKING:
    from nomina import EncoderHost

COLLECT_EVERY, ALL_EVERY = 1000, 15
"""Milliseconds between two collections of young cyclic garbage; at every so many of them old garbage goes, too."""
DESKTOP_FILE = "io.github.nomina.Nomina"
"""Name of the file in packaging/linux by which a desktop finds the window's icon."""
SWITCH_INTERVAL = 0.001
"""Seconds after which a busy thread lets the UI thread run."""


@dataclass(frozen=True, slots=True)
class App:
    """What was built: the window, and what a test wants to talk to."""

    window: Window
    session: Session
    encoders: Encoders
    notices: Notices
    look: Look
    thumbs: Thumbs
    large: LargePictures
    commands: Commands
    watching: Watching
    keeping: Keeping

    def open(self, folder: Path) -> None:
        """Show that a library is being opened, and open it."""
        self.session.open(folder)
        self.window.show_opening()

    def close(self) -> None:
        """End all work: within two seconds no thread and no process of ours is left."""
        self.watching.close()
        self.thumbs.use(None)
        self.large.close()
        self.session.close()
        self.encoders.close()


def build(
    app: QApplication,
    settings: nomina.Settings,
    start_host: Callable[[], EncoderHost] | None = None,
    files: Files | None = None,
) -> App:
    """Make the window, with no library open.

    Args:
        start_host: gives the encoder's host of each library; by default the one that the settings name.
        files: asks for files; by default with the system's dialogs.
    """
    speak(app, settings.get("language"))
    look = Look(app, settings.get("appearance"))
    notices = Notices()
    session = Session(notices, settings, start_host or (lambda: _host_of(settings)))
    session.changed.connect(partial(_choose_marks, look, session))  # before the views hear of it
    thumbs, large = Thumbs(), LargePictures()
    encoders = Encoders(notices, settings, lambda: session.encoder.choice or settings.get("encoder"))
    window = Window(session, encoders, look, thumbs, large)
    commands = Commands(Tools(window, session, encoders, notices, settings, look, files or Files(window), thumbs))
    look.dress(settings.get("appearance"))
    session.changed.connect(partial(_look_for_encoders, session, encoders))
    session.encoder.when_ready = partial(pictures.read_again, session)
    notices.attach(
        window.toast.say,
        window.status.show_work,
        lambda skipped: dialogs.show_skipped(look, window, skipped).open(),
        partial(history.undo, session),
    )
    built = App(window, session, encoders, notices, look, thumbs, large, commands, Watching(session), Keeping(session))
    window.closing = built.close
    return built


def _choose_marks(look: Look, session: Session, _: object = None) -> None:
    look.marks = {category.id: category.colour for category in session.categories if category.colour}


def _look_for_encoders(session: Session, encoders: Encoders, _: object = None) -> None:
    """Where nothing is in the library yet, it is said which encoder is at work."""
    empty = session.snapshot is not None and session.snapshot.known and not session.snapshot.total
    if empty and encoders.at_work != session.encoder.choice and not encoders.looking:
        encoders.look()


def _host_of(settings: nomina.Settings) -> EncoderHost:
    chosen, device = settings.get("encoder"), settings.get("device")
    return nomina.start_host(chosen, device, precision=settings.get("precision"))


def run(arguments: list[str]) -> int:
    """Run the application until its window is closed; a library may be given, else the last one is opened."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Nomina")
    app.setOrganizationName("Nomina")
    app.setDesktopFileName(DESKTOP_FILE)
    settings = nomina.Settings()
    built = build(app, settings)
    collect_on_this_thread(app)
    _report_surprises(built.notices)
    built.window.show()
    last = settings.get("last_library")
    folder = library_at(Path(arguments[0])) if arguments else Path(last) if last else None
    if folder is not None:
        built.window.show_opening()
        QTimer.singleShot(0, lambda: built.open(folder))  # after the first paint
    else:
        QTimer.singleShot(0, built.encoders.look)
    return app.exec()


def library_at(path: Path) -> Path:
    """The library's folder, of which a file manager opens the database that is in it."""
    path = path.absolute()
    return path.parent if path.is_file() and path.name == "library.db" else path


def collect_on_this_thread(app: QApplication) -> QTimer:
    """Python collects garbage on whichever thread allocates; a widget that dies on another one crashes Qt.

    What is there already, the window and the modules, stays to the end and is not gone through every time, and all that
    the library's thread has in memory is not gone through every second: with a library of 100,000 pictures open and 300
    more being read that took 15 to 43 milliseconds each time. Opening the last library imports most modules there are;
    they stay, too: to go through them for the first time took 17 milliseconds while the pictures came up.
    """
    gc.disable()
    gc.freeze()
    young, everything = partial(gc.collect, 1), partial(gc.collect, 2)
    turns = itertools.chain([gc.freeze], itertools.cycle([*[young] * (ALL_EVERY - 1), everything]))

    def take_turn() -> None:
        next(turns)()

    timer = QTimer(app, interval=COLLECT_EVERY)
    timer.timeout.connect(take_turn)
    timer.start()
    return timer


def _report_surprises(notices: Notices) -> None:
    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        sys.__excepthook__(kind, error, trace)
        notices.failed(error)

    sys.excepthook = report
