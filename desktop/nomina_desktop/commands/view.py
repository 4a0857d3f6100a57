"""What is looked at, and how it looks."""

from __future__ import annotations

from nomina_desktop.acts import pictures
from nomina_desktop.commands.menu import Menu

ZOOM = 30


class ViewCommands(Menu):
    """The actions of the menu View."""

    def all(self) -> None:
        """Show all pictures."""
        self._session.show_only()

    def view(self, id: str) -> None:
        """Look at another view of the centre."""
        self._session.go(id)

    def together(self) -> None:
        """Show near-duplicates as one picture, or each by itself again."""
        show = self._session.show
        if show is not None:
            pictures.together(self._session, not show.together)

    def unfold(self) -> None:
        """Look at the map with its groups pulled apart, or flat again."""
        self._session.go("map")
        self._window.map.unfold.click()

    def larger(self) -> None:
        """Make the pictures larger."""
        self._window.gallery.zoom.setValue(self._window.gallery.zoom.value() + ZOOM)

    def smaller(self) -> None:
        """Make the pictures smaller."""
        self._window.gallery.zoom.setValue(self._window.gallery.zoom.value() - ZOOM)

    def appearance(self, name: str) -> None:
        """Dress in other colours, and remember that."""
        self._settings.set("appearance", name)
        self._look.dress(name)

    def menu_bar(self) -> None:
        """Show or hide the menu bar."""
        self._window.menuBar().setVisible(not self._window.menuBar().isVisible())
