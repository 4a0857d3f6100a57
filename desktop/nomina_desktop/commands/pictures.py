"""What a person says of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

import nomina
from nomina_desktop import dialogs
from nomina_desktop.acts import categories, labels, pictures
from nomina_desktop.acts.runs import Scope, scopes_of
from nomina_desktop.commands.files import show_in_folder
from nomina_desktop.commands.menu import Menu, Tools
from nomina_desktop.palette import Command, Palette
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import Category


class PictureCommands(Menu):
    """The actions of the menu Pictures, and of the keys 1 to 9."""

    def __init__(self, tools: Tools) -> None:
        """Offer them for the selected pictures too."""
        super().__init__(tools)
        self._window.gallery.grid.menu_for = self.pictures_menu
        self._window.gallery.grid.open = self.preview
        self._window.label_files = lambda paths: self._label(scopes_of(self._session), paths)

    def label_as(self, digit: int) -> None:
        """Label the selected pictures as the category that has this key."""
        category = next((each for each in self._session.categories if each.digit == digit), None)
        if category is None:
            return
        if not self._session.selection:
            hint = tr("Select some, then press {key} for {category}.")
            self._notices.tell(tr("No picture is selected."), hint.format(key=digit, category=category.name))
            return
        labels.accept(self._session, category.id)

    def accept(self) -> None:
        """Take what is shown of the selected pictures as it is; a single one is followed by the next."""
        grid = self._window.gallery.grid
        by_category, none = grid.shown_of_selected()
        if len(self._session.selection) == 1:
            grid.step(1)
        labels.accept_shown(self._session, by_category, none)

    def reject(self) -> None:
        """Say that the selected pictures are not of the category that is shown for them."""
        on_map, show = self._session.view == "map", self._session.show
        shown = (self._window.map if on_map else self._window.gallery.grid).best_of_selected()
        if not on_map and show is not None and show.category_id is not None:
            shown = {show.category_id: list(self._session.selection)}
        labels.reject(self._session, shown)

    def none(self) -> None:
        """Say that the selected pictures are of none of the categories."""
        labels.none_of_these(self._session)

    def relabel(self) -> None:
        """Choose a category for the selected pictures by its name."""
        chosen = self._session.selection
        say = partial(labels.accept, self._session, ids=chosen)
        make = partial(categories.of_pictures, self._session, ids=chosen)
        if self._session.view == "review":
            say, make = self._window.review.say_is, self._window.review.say_new

        def as_known(category: Category, key: str) -> Command:
            return Command(category.name, "", key, partial(say, category.id))

        def as_new(name: str) -> Command:
            title = tr("New category “{name}”").format(name=name)
            return Command(title, "", tr("Shift+Return"), partial(make, name))

        known = [as_known(each, str(each.digit or "")) for each in self._session.categories]
        hint = tr("Label %Ln picture(s) as…", None, len(chosen))
        Palette(self._look, self._window, known, hint=hint, other=as_new).open()

    def forget(self) -> None:
        """Forget what was said of the selected pictures."""
        labels.forget(self._session)

    def preview(self) -> None:
        """Show the current picture large, or go back."""
        self._window.preview.open_for_selected()

    def copies(self) -> None:
        """Show the near-duplicates of the selected picture; they are looked for first where that was not done."""
        pictures.copies_of(self._session, self._session.selection[0])

    def alike(self) -> None:
        """Sort the pictures by how much they are like the selected one."""
        self._window.gallery.header.sort_by("most alike first")

    def show_file(self) -> None:
        """Show the current picture's file in the file manager."""
        grid = self._window.gallery.grid
        ranges = grid.selected_ranges()
        path = grid.pictures.path(ranges[0][0]) if ranges else None
        if self._session.view == "review":
            path = self._window.review.path
        file = None if path is None else nomina.Place.of(path).file
        if file is None or not file.exists():
            self._notices.tell(
                tr("The file is not where it was."), tr("Add the folder it lies in now; its labels are kept.")
            )
        else:
            show_in_folder(file)

    def label_all(self) -> None:
        """Label all pictures, the selected ones or others, when it was shown what that would do."""
        self._label(scopes_of(self._session))

    def label_folder(self) -> None:
        """Add a folder of pictures and label them."""
        folder = self._files.folder_of_pictures()
        if folder is not None:
            self._label(scopes_of(self._session), [folder])

    def _label(self, scopes: Sequence[Scope], add: Sequence[Path] = ()) -> None:
        dialogs.LabelDialog(
            self._look,
            self._window,
            self._session,
            self._thumbs,
            scopes,
            self._files.folder_of_pictures,
            lambda scope: self._label([scope, *scopes_of(self._session)]),
            add,
        ).open()

    def pictures_menu(self) -> QMenu | None:
        """The context menu of the selected pictures."""
        if not self._session.selection:
            return None
        menu = QMenu()
        menu.addAction(tr("Label as")).setEnabled(False)
        for category in self._session.categories:
            key = f"\t{category.digit}" if category.digit else ""
            act = menu.addAction(f"{category.name.replace('&', '&&')}{key}")
            act.triggered.connect(lambda _=False, id=category.id: labels.accept(self._session, id))
        menu.addSeparator()
        for id in ("accept", "reject", "none", "relabel", "forget", "", "preview", "copies", "alike", "show_file"):
            if not id:
                menu.addSeparator()
                continue
            menu.addAction(self._window.actions_[id])
        return menu
