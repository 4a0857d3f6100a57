"""What a person does with categories."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from nomina_desktop.acts import categories, pictures
from nomina_desktop.commands.menu import Menu, Tools
from nomina_desktop.dialogs import WordsDialog
from nomina_desktop.words import tr


class CategoryCommands(Menu):
    """The actions of the menu Categories."""

    def __init__(self, tools: Tools) -> None:
        """Offer them for the current category too."""
        super().__init__(tools)
        self._window.categories.list.menu_for = self.category_menu

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
            categories.change(
                self._session,
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
        paths = self._files.pictures(tr("Show examples"))
        if paths:
            pictures.add_examples(self._session, category_id, paths)

    def remove(self) -> None:
        """Remove the current category."""
        category_id = self._window.categories.current()
        if category_id is not None:
            categories.remove(self._session, category_id)

    def category_menu(self) -> QMenu | None:
        """The context menu of the current category."""
        menu = QMenu()
        for id in ("rename", "words", "examples", "", "remove"):
            if id:
                menu.addAction(self._window.actions_[id])
            else:
                menu.addSeparator()
        return menu
