"""What the handlers of every menu act with."""

from __future__ import annotations

from dataclasses import dataclass

from nomina import Settings
from nomina_desktop.dialogs.files import Files
from nomina_desktop.encoders import Encoders
from nomina_desktop.look import Look
from nomina_desktop.notices import Notices
from nomina_desktop.session import Session
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.window import Window


@dataclass(frozen=True, slots=True)
class Tools:
    """The window and all that stands behind it."""

    window: Window
    session: Session
    encoders: Encoders
    notices: Notices
    settings: Settings
    look: Look
    files: Files
    thumbs: Thumbs


class Menu:
    """The handlers of one menu: a method an action, named as its id."""

    def __init__(self, tools: Tools) -> None:
        """Act with these."""
        self._window, self._session, self._notices = tools.window, tools.session, tools.notices
        self._encoders = tools.encoders
        self._settings, self._look, self._files = tools.settings, tools.look, tools.files
        self._thumbs = tools.thumbs
