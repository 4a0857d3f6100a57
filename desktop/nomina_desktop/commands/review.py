"""Going through the questions of the review."""

from __future__ import annotations

from nomina_desktop.commands.menu import Menu


class ReviewCommands(Menu):
    """The actions of the menu Review; answers are actions of the menu Pictures, which the review takes over."""

    def skip(self) -> None:
        """Go on without an answer."""
        self._window.review.skip()

    def back(self) -> None:
        """Go back to the question before."""
        self._window.review.back()

    def look_alikes(self) -> None:
        """Ask about one picture, or about several that look alike."""
        self._window.review.toggle_group()
