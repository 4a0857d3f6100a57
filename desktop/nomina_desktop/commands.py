"""What each action does: it asks the person where that is needed, and calls the session."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from nomina import Settings
from nomina_desktop.actions import ACTIONS, Actions, keys_in_words
from nomina_desktop.dialogs import Files, LabelAllDialog, WordsDialog, show_pairs
from nomina_desktop.look import Look
from nomina_desktop.notices import Notices, count
from nomina_desktop.session import Session
from nomina_desktop.window import Window

ZOOM = 30


class Commands:
    """The handlers of the action table, a method each, named as the action."""

    def __init__(
        self, window: Window, session: Session, notices: Notices, settings: Settings, look: Look, files: Files
    ) -> None:
        """Handle the actions of this window."""
        self._window, self._session, self._notices = window, session, notices
        self._settings, self._look, self._files = settings, look, files
        window.gallery.grid.menu_for = self.pictures_menu
        window.categories.list.menu_for = self.category_menu
        session.changed.connect(self._allow)
        session.selected.connect(self._allow)
        window.actions_[settings.get("appearance")].setChecked(True)
        self._allow()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """What each action of the table does."""
        labels = {f"label_{digit}": lambda digit=digit: self.label_as(digit - 1) for digit in range(1, 10)}
        looks = {name: lambda name=name: self.appearance(name) for name in ("system", "light", "dark")}
        others = {action.id: getattr(self, action.id) for action in ACTIONS if action.id not in labels | looks}
        return {**labels, **looks, **others}

    def _allow(self, _: object = None) -> None:
        self._window.actions_.allow(self.facts())

    def facts(self) -> frozenset[str]:
        """What is so just now; an action is enabled when what it needs is among these."""
        snapshot = self._session.snapshot
        facts = {
            "library": snapshot is not None,
            "pictures": snapshot is not None and snapshot.total > 0,
            "categories": snapshot is not None and bool(snapshot.page.categories),
            "undo": snapshot is not None and bool(snapshot.undo),
            "redo": snapshot is not None and bool(snapshot.redo),
            "selection": bool(self._session.selection),
        }
        return frozenset(name for name, true in facts.items() if true)

    # File --------------------------------------------------------------------------------------------------------

    def new(self) -> None:
        """Make a library and open it."""
        folder = self._files.library_to_make("My pictures")
        if folder is not None:
            self._session.open(folder, create=True)

    def open(self) -> None:
        """Open a library."""
        folder = self._files.library_to_open()
        if folder is not None:
            self._session.open(folder)

    def samples(self) -> None:
        """Make a library of the sample pictures."""
        folder = self._files.library_to_make("Nomina samples")
        if folder is not None:
            self._session.open(folder, create=True, then=self._session.add_samples)

    def add_files(self) -> None:
        """Add picture files."""
        paths = self._files.pictures("Add pictures")
        if paths:
            self._session.add(paths)

    def add_folder(self) -> None:
        """Add a folder of pictures."""
        folder = self._files.folder_of_pictures()
        if folder is not None:
            self._session.add([folder])

    def export(self) -> None:
        """Write the labels to a file."""
        target = self._files.export_target(self._session.name)
        if target is not None:
            self._session.export(target, lambda rows: self._exported(target, rows))

    def _exported(self, target: Path, rows: int) -> None:
        self._notices.tell(
            f"{count(rows, 'picture')} written to “{target.name}”.",
            act_name="Show in folder",
            act=lambda: show_in_folder(target),
        )

    def close(self) -> None:
        """Close the library."""
        self._session.close()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    # Edit --------------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back."""
        self._session.undo()

    def redo(self) -> None:
        """Bring the last undone step again."""
        self._session.redo()

    def find(self) -> None:
        """Go to the search line."""
        self._window.topbar.search.setFocus()
        self._window.topbar.search.selectAll()

    def select_all(self) -> None:
        """Select all pictures that are shown."""
        self._window.gallery.grid.setFocus()
        self._window.gallery.grid.selectAll()

    # Pictures ----------------------------------------------------------------------------------------------------

    def label_as(self, position: int) -> None:
        """Label the selected pictures as the category at a position of the panel."""
        categories = self._session.categories
        if position >= len(categories):
            return
        if not self._session.selection:
            name = categories[position].name
            self._notices.tell("No picture is selected.", f"Select some, then press {position + 1} for {name}.")
            return
        self._session.label(categories[position].id)

    def reject(self) -> None:
        """Say that the selected pictures are not of the category that is shown for them."""
        grid, show = self._window.gallery.grid, self._session.show
        by_category: dict[int, list[int]] = {}
        for first, last in grid.selected_ranges():
            for row in range(first, last + 1):
                shown = grid.pictures.shown_category(row)
                category_id = show.category_id if show and show.category_id else shown.id if shown else None
                if category_id is not None:
                    by_category.setdefault(category_id, []).append(grid.pictures.id(row))
        self._session.reject(by_category)

    def forget(self) -> None:
        """Forget what was said of the selected pictures."""
        self._session.forget()

    def show_file(self) -> None:
        """Show the current picture's file in the file manager."""
        grid = self._window.gallery.grid
        ranges = grid.selected_ranges()
        path = grid.pictures.path(ranges[0][0]) if ranges else None
        if path is None or not path.exists():
            self._notices.tell("The file is not where it was.", "Add the folder it lies in now; its labels are kept.")
        else:
            show_in_folder(path)

    def label_all(self) -> None:
        """Ask how sure a label must be, then label all pictures."""
        LabelAllDialog(self._look, self._window, self._session.preview_label_all, self._session.label_all).open()

    def pictures_menu(self) -> QMenu | None:
        """The context menu of the selected pictures."""
        if not self._session.selection:
            return None
        menu = QMenu()
        menu.addAction("Label as").setEnabled(False)
        for position, category in enumerate(self._session.categories):
            key = f"\t{position + 1}" if position < 9 else ""
            act = menu.addAction(f"{category.name.replace('&', '&&')}{key}")
            act.triggered.connect(lambda _=False, id=category.id: self._session.label(id))
        menu.addSeparator()
        for id in ("reject", "forget", "show_file"):
            menu.addAction(self._actions[id])
        return menu

    @property
    def _actions(self) -> Actions:
        return self._window.actions_

    # Categories --------------------------------------------------------------------------------------------------

    def new_category(self) -> None:
        """Go to the type-in line."""
        self._window.categories.line.setFocus()

    def rename(self) -> None:
        """Edit the name of the current category."""
        self._window.categories.rename_current()

    def words(self) -> None:
        """Change the words of the current category."""
        category_id = self._window.categories.current()
        category = next((each for each in self._session.categories if each.id == category_id), None)
        if category is None:
            return

        def change(synonyms: list[str], description: str, words: bool) -> None:
            self._session.change_category(
                category.id,
                synonyms=synonyms,
                description=description,
                words=words,
                failed=self._window.categories.say_wrong,
            )

        WordsDialog(self._look, self._window, category, change).open()

    def examples(self) -> None:
        """Choose picture files as examples of the current category."""
        category_id = self._window.categories.current()
        if category_id is None:
            return
        paths = self._files.pictures("Show examples")
        if paths:
            self._session.show_examples(category_id, paths)

    def remove(self) -> None:
        """Remove the current category."""
        category_id = self._window.categories.current()
        if category_id is not None:
            self._session.remove_category(category_id)

    def category_menu(self) -> QMenu | None:
        """The context menu of the current category."""
        menu = QMenu()
        for id in ("rename", "words", "examples", "", "remove"):
            if id:
                menu.addAction(self._actions[id])
            else:
                menu.addSeparator()
        return menu

    # View and help -----------------------------------------------------------------------------------------------

    def all(self) -> None:
        """Show all pictures."""
        self._session.show_only()

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

    def keys(self) -> None:
        """List the keys."""
        show_pairs(self._look, self._window, "Keys", "", keys_in_words()).open()

    def about(self) -> None:
        """Say what this is."""
        rows = [("Nomina", version("nomina")), ("Licence", "Apache 2.0"), ("Font", "Inter, SIL Open Font License 1.1")]
        rows.append(("Window", "Qt for Python, LGPL 3"))
        show_pairs(self._look, self._window, "About Nomina", "All work stays on this computer.", rows).open()


def show_in_folder(path: Path) -> None:
    """Open the file manager at a file."""
    if sys.platform == "win32":
        subprocess.Popen(["explorer", "/select,", str(path)])
    elif sys.platform == "darwin":
        subprocess.Popen(["open", "-R", str(path)])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
