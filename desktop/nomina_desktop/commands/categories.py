"""What a person does with categories."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMenu

import nomina
from nomina_desktop import dialogs
from nomina_desktop.acts import categories, pictures
from nomina_desktop.commands.menu import Menu, Tools
from nomina_desktop.palette import Command, Palette
from nomina_desktop.portraits import portrait
from nomina_desktop.sayings import Remedy
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import Category
    from nomina_desktop.portraits import Portrait

OF_ONE = ("rename", "mark", "words", "examples", "", "nest", "move_up", "move_down", "merge", "split", "", "remove")
OF_ALL = ("new_category", "category_of", "category_of_folder", "", "import", "", "several", "circumstances")


class CategoryCommands(Menu):
    """The actions of the menu Categories."""

    def __init__(self, tools: Tools) -> None:
        """Offer them for the current category too, and on its card."""
        super().__init__(tools)
        panel, card = self._window.categories, self._window.category_card
        panel.list.menu_for = partial(self._menu, OF_ONE)
        panel.menu_for = partial(self._menu, OF_ALL)
        card.mark, card.split, card.merge = self.mark, self._split, self._merge_with

    def _current(self) -> Category | None:
        return self._of_id(self._window.categories.current())

    def _of_id(self, category_id: int | None) -> Category | None:
        return next((each for each in self._session.categories if each.id == category_id), None)

    # New ones ----------------------------------------------------------------------------------------------------

    def new_category(self) -> None:
        """Go to the type-in line."""
        self._window.categories.typed.begin()

    def category_of(self) -> None:
        """Name a category for the selected pictures, or for the words that are searched for."""
        show = self._session.show
        words = show.search if show is not None and isinstance(show.search, str) else ""
        self._window.categories.typed.begin(words, self._session.selection)

    def category_of_folder(self) -> None:
        """Name a category for the pictures of a folder."""
        folder = self._files.folder_of_pictures()
        if folder is not None:
            self._window.categories.typed.begin(folder.name, folder=folder)

    # Names and marks ---------------------------------------------------------------------------------------------

    def rename(self) -> None:
        """Edit the name of the current category."""
        self._window.categories.rename_current()

    def mark(self) -> None:
        """Choose colour and key of the current category."""
        category = self._current()
        if category is not None:
            taken = {each.digit: each.name for each in self._session.categories if each.digit}
            change: Callable[[str | None, int | None], None] = lambda colour, digit: categories.mark(  # noqa: E731
                self._session, category.id, colour=colour, digit=digit
            )
            dialogs.MarkDialog(self._look, self._window, category, taken, change).open()

    def words(self) -> None:
        """Change the words of the current category."""
        category = self._current()
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

        dialogs.WordsDialog(self._look, self._window, category, change).open()

    def examples(self) -> None:
        """Choose picture files as examples of the current category."""
        category = self._current()
        paths = self._files.pictures(tr("Show examples")) if category is not None else []
        if category is not None and paths:
            pictures.add_examples(self._session, category.id, paths)

    # Shape -------------------------------------------------------------------------------------------------------

    def nest(self) -> None:
        """Choose what the current category lies under."""
        category = self._current()
        if category is None:
            return
        move = partial(categories.move, self._session, category.id)
        top = [Command(tr("At the top"), "", "", partial(move, None))] if category.parent is not None else []
        others = [each for each in self._session.categories if each.id not in (category.id, category.parent)]
        hint = tr("Put {name} under…").format(name=category.name)
        self._choose(hint, others, lambda other: move(other.id), top)

    def move_up(self) -> None:
        """Let the current category and the one before it change places."""
        self._step(-1)

    def move_down(self) -> None:
        """Let the current category and the one after it change places."""
        self._step(1)

    def _step(self, by: int) -> None:
        category = self._current()
        if category is not None:
            categories.step(self._session, category.id, by)

    def merge(self) -> None:
        """Choose what the current category becomes a part of."""
        category = self._current()
        if category is not None:
            others = [each for each in self._session.categories if each.id != category.id]
            hint = tr("Merge {name} into…").format(name=category.name)
            self._choose(hint, others, partial(self._ask_merge, category))

    def _merge_with(self, remedy: Remedy) -> None:
        category, other = self._current_of_card(), self._of_id(remedy.other)
        if category is not None and other is not None:
            self._ask_merge(category, other)

    def _choose(
        self, hint: str, others: list[Category], act: Callable[[Category], None], first: list[Command] | None = None
    ) -> None:
        known = {each.id: each.name for each in self._session.categories}
        rows = [Command(each.name, known.get(each.parent or 0, ""), "", partial(act, each)) for each in others]
        Palette(self._look, self._window, [*(first or []), *rows], hint=hint).open()

    def _ask_merge(self, source: Category, target: Category) -> None:
        verb = lambda library: nomina.merge_categories(library, source.id, target.id)  # noqa: E731
        merge = partial(categories.merge, self._session, source.id, target.id)
        dialogs.MergeDialog(self._look, self._window, source, target, partial(self._rehearse, verb), merge).open()

    def _rehearse(self, verb: Callable[[Any], Any], told: Callable[[Any], None], wrong: Callable[[Any], None]) -> None:
        categories.rehearse(self._session, verb, done=told, failed=wrong)

    def _current_of_card(self) -> Category | None:
        return self._of_id(self._session.category)

    def split(self) -> None:
        """Choose which examples of the current category make a second one."""
        category = self._current()
        if category is not None:
            self._ask_split(category.id, ())

    def _split(self, remedy: Remedy) -> None:
        category = self._current_of_card()
        if category is not None:
            self._ask_split(category.id, remedy.images)

    def _ask_split(self, category_id: int, part: tuple[int, ...]) -> None:
        def ask(known: Portrait | None) -> None:
            if known is None:
                return
            if len(known.example_ids) < 2:
                sentence = tr("{name} has too few examples to split.").format(name=known.category.name)
                self._notices.tell(sentence, tr("Show it some of both kinds first."))
                return
            dialogs.SplitDialog(
                self._look,
                self._window,
                self._window.thumbs,
                known.category.name,
                known.examples,
                part,
                lambda name, ids, told, wrong: self._rehearse(
                    lambda library: nomina.split_category(library, category_id, name, ids), told, wrong
                ),
                lambda name, ids, done, failed: categories.split(
                    self._session, category_id, name, ids, done=done, failed=failed
                ),
            ).open()

        self._session.ask(lambda library: portrait(library, category_id, most=None), done=ask)

    def remove(self) -> None:
        """Remove the current category; one that has labels or others under it tells first what that would do."""
        category = self._current()
        if category is None:
            return
        remove = partial(categories.remove, self._session, category.id)
        if not (category.accepted or category.rejected):
            remove()
            return
        verb = lambda library: nomina.remove_category(library, category.id)  # noqa: E731
        dialogs.RemoveDialog(self._look, self._window, category, partial(self._rehearse, verb), remove).open()

    def several(self) -> None:
        """Tell what it means that a picture has several categories, and turn it when that is wanted."""

        def ask(told: tuple[bool, int]) -> None:
            on, surplus = told
            turn = partial(categories.allow_several, self._session, not on)
            dialogs.SeveralDialog(self._look, self._window, on, surplus, turn).open()

        categories.how_many(self._session, ask)

    def _menu(self, ids: tuple[str, ...]) -> QMenu | None:
        """A menu of these actions, as far as there are such."""
        menu, there = QMenu(), {action.objectName() for action in self._window.actions_}
        for id in ids:
            if not id:
                menu.addSeparator()
            elif id in there:
                menu.addAction(self._window.actions_[id])
        return menu
