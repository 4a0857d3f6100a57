"""Every action of the window as data: menus, keys, buttons and the list of keys are all made from one table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TR_NOOP, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from nomina_desktop.words import tr


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    Attributes:
        title: in English; `text` is what the person reads.
        menu: title of the menu it stands in, in English, or "" for none.
        keys: the first is shown in menus.
        needs: the fact without which it is disabled (see Commands.facts), or "".
        group: actions of one menu are separated where the group changes.
        choice: name of the choice that it is one of, or "".
        here: its keys work where pictures have the keyboard, and nowhere else (see Actions.give).
    """

    id: str
    title: str
    menu: str = ""
    keys: tuple[str, ...] = ()
    needs: str = ""
    group: int = 0
    choice: str = ""
    here: bool = False

    @property
    def text(self) -> str:
        """Its title in the person's language."""
        return tr(self.title).format(key=self.keys[0] if self.keys else "")

    @property
    def place(self) -> str:
        """The title of its menu in the person's language."""
        return tr(self.menu) if self.menu else ""


KEYS = tuple(
    Action(f"label_{digit}", QT_TR_NOOP("Label the selected pictures as category {key}"), "", (str(digit),), "library")
    for digit in range(1, 10)
)

ACTIONS = (
    Action("new", QT_TR_NOOP("New library…"), "File", ("Ctrl+N",)),
    Action("open", QT_TR_NOOP("Open library…"), "File", ("Ctrl+O",)),
    Action("samples", QT_TR_NOOP("Try with sample pictures…"), "File"),
    Action("add_files", QT_TR_NOOP("Add pictures…"), "File", ("Ctrl+I",), "library", 1),
    Action("add_folder", QT_TR_NOOP("Add a folder of pictures…"), "File", ("Ctrl+Shift+I",), "library", 1),
    Action("watch", QT_TR_NOOP("Watched folders…"), "File", (), "library", 1),
    Action("import", QT_TR_NOOP("Import labels…"), "File", ("Ctrl+Shift+E",), "library", 2),
    Action("export", QT_TR_NOOP("Export labels…"), "File", ("Ctrl+E",), "pictures", 2),
    Action("backups", QT_TR_NOOP("Backups…"), "File", (), "library", 3),
    Action("check", QT_TR_NOOP("Check the library…"), "File", (), "library", 3),
    Action("close", QT_TR_NOOP("Close library"), "File", ("Ctrl+W",), "library", 3),
    Action("quit", QT_TR_NOOP("Quit"), "File", ("Ctrl+Q",), "", 3),
    Action("undo", QT_TR_NOOP("Undo"), "Edit", ("Ctrl+Z",), "undo"),
    Action("redo", QT_TR_NOOP("Redo"), "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    Action("palette", QT_TR_NOOP("All commands…"), "Edit", ("Ctrl+K",), "", 1),
    Action("find", QT_TR_NOOP("Search"), "Edit", ("Ctrl+F",), "library", 1),
    Action("save_search", QT_TR_NOOP("Save this search…"), "Edit", ("Ctrl+S",), "library", 1),
    Action("filter", QT_TR_NOOP("Filter by name or date"), "Edit", ("Ctrl+Shift+F",), "library", 1),
    Action("select_all", QT_TR_NOOP("Select all pictures"), "Edit", (), "pictures", 1),
    Action("roll_back", QT_TR_NOOP("Roll back the last run"), "Edit", (), "runs", 2),
    Action("runs", QT_TR_NOOP("Automatic runs…"), "Edit", (), "library", 2),
    Action("encoders", QT_TR_NOOP("Encoders…"), "Edit", ("Ctrl+Shift+M",), "", 3),
    Action("preferences", QT_TR_NOOP("Settings…"), "Edit", ("Ctrl+,",), "", 3),
    Action("accept", QT_TR_NOOP("Accept as shown"), "Pictures", ("Return", "Enter"), "selection", here=True),
    Action("reject", QT_TR_NOOP("Not this category"), "Pictures", ("X",), "selection"),
    Action("none", QT_TR_NOOP("None of these"), "Pictures", ("U",), "selection"),
    Action("relabel", QT_TR_NOOP("Label as…"), "Pictures", ("R",), "selection"),
    Action("forget", QT_TR_NOOP("Forget what I said of it"), "Pictures", ("Del",), "selection", here=True),
    Action("preview", QT_TR_NOOP("Look at it large"), "Pictures", ("Space",), "selection", 1, here=True),
    Action("copies", QT_TR_NOOP("Show its near-duplicates"), "Pictures", ("Ctrl+D",), "selection", 1),
    Action("alike", QT_TR_NOOP("Sort by likeness to it"), "Pictures", ("Ctrl+Shift+A",), "selection", 1),
    Action("show_file", QT_TR_NOOP("Show file in folder"), "Pictures", ("Ctrl+Shift+O",), "selection", 1),
    Action("label_all", QT_TR_NOOP("Label all…"), "Pictures", ("Ctrl+L",), "categories", 2),
    Action("label_folder", QT_TR_NOOP("Label a folder…"), "Pictures", ("Ctrl+Shift+L",), "categories", 2),
    Action("new_category", QT_TR_NOOP("New category"), "Categories", ("Ctrl+T",), "library"),
    Action("category_of", QT_TR_NOOP("Make a category of these…"), "Categories", ("Ctrl+Shift+T",), "library"),
    Action("category_of_folder", QT_TR_NOOP("Make a category of a folder…"), "Categories", (), "library"),
    Action("rename", QT_TR_NOOP("Rename"), "Categories", ("F2",), "categories", 1),
    Action("mark", QT_TR_NOOP("Change colour and key…"), "Categories", (), "categories", 1),
    Action("words", QT_TR_NOOP("Change words…"), "Categories", (), "categories", 1),
    Action("examples", QT_TR_NOOP("Show examples…"), "Categories", (), "categories", 1),
    Action("nest", QT_TR_NOOP("Put under…"), "Categories", (), "categories", 2),
    Action("move_up", QT_TR_NOOP("Move up"), "Categories", ("Alt+Up",), "categories", 2),
    Action("move_down", QT_TR_NOOP("Move down"), "Categories", ("Alt+Down",), "categories", 2),
    Action("merge", QT_TR_NOOP("Merge into…"), "Categories", (), "categories", 2),
    Action("split", QT_TR_NOOP("Split…"), "Categories", (), "categories", 2),
    Action("remove", QT_TR_NOOP("Remove category…"), "Categories", (), "categories", 3),
    Action("several", QT_TR_NOOP("Several categories a picture…"), "Categories", (), "library", 4),
    Action("circumstances", QT_TR_NOOP("Folder, date and place as evidence…"), "Categories", (), "categories", 4),
    Action("skip", QT_TR_NOOP("Skip"), "Review", ("S", "Right"), "question", here=True),
    Action("back", QT_TR_NOOP("Go back to the one before"), "Review", ("Left", "Backspace"), "question", here=True),
    Action("look_alikes", QT_TR_NOOP("Look-alikes together"), "Review", ("G",), "question", 1, here=True),
    Action("pictures", QT_TR_NOOP("Pictures"), "View", ("Ctrl+1",), "library", 0, "view"),
    Action("review", QT_TR_NOOP("Review"), "View", ("Ctrl+2",), "library", 0, "view"),
    Action("map", QT_TR_NOOP("Map"), "View", ("Ctrl+3",), "library", 0, "view"),
    Action("insights", QT_TR_NOOP("Insights"), "View", ("Ctrl+4",), "library", 0, "view"),
    Action("all", QT_TR_NOOP("All pictures"), "View", ("Ctrl+0",), "library", 1),
    Action("together", QT_TR_NOOP("Near-duplicates as one"), "View", ("Ctrl+G",), "pictures", 1),
    Action("unfold", QT_TR_NOOP("Pull the map’s groups apart"), "View", ("Ctrl+Shift+G",), "pictures", 1),
    Action("larger", QT_TR_NOOP("Larger pictures"), "View", ("Ctrl++", "Ctrl+="), "library", 1),
    Action("smaller", QT_TR_NOOP("Smaller pictures"), "View", ("Ctrl+-",), "library", 1),
    Action("system", QT_TR_NOOP("Colours of the system"), "View", (), "", 2, "appearance"),
    Action("light", QT_TR_NOOP("Light"), "View", (), "", 2, "appearance"),
    Action("dark", QT_TR_NOOP("Dark"), "View", (), "", 2, "appearance"),
    Action("menu_bar", QT_TR_NOOP("Show the menu bar"), "View", ("Ctrl+M",), "", 3),
    Action("tutorial", QT_TR_NOOP("Tutorial"), "Help", ("Shift+F1",)),
    Action("keys", QT_TR_NOOP("Keys…"), "Help", ("F1",)),
    Action("about", QT_TR_NOOP("About Nomina"), "Help"),
    *KEYS,
)
VIEWS = tuple(action for action in ACTIONS if action.choice == "view")
"""The views of the centre, in order; each has an icon of its name."""
MENUS = (
    QT_TR_NOOP("File"),
    QT_TR_NOOP("Edit"),
    QT_TR_NOOP("Pictures"),
    QT_TR_NOOP("Categories"),
    QT_TR_NOOP("Review"),
    QT_TR_NOOP("View"),
    QT_TR_NOOP("Help"),
)


class Actions:
    """The table as QActions that work in a whole window."""

    def __init__(self, parent: QObject) -> None:
        """Make them with the table's keys; `bind` says what they do."""
        self._made: dict[str, QAction] = {}
        choices: dict[str, QActionGroup] = {}
        for action in ACTIONS:
            made = QAction(action.text, parent)
            made.setObjectName(action.id)
            made.setShortcuts([QKeySequence(key) for key in action.keys])
            made.setEnabled(not action.needs)
            if action.here:
                made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if action.choice:
                made.setCheckable(True)
                choices.setdefault(action.choice, QActionGroup(parent)).addAction(made)
            self._made[action.id] = made

    def __getitem__(self, id: str) -> QAction:
        """The action of this id."""
        return self._made[id]

    def __iter__(self) -> Iterator[QAction]:
        """All of them, in the table's order."""
        return iter(self._made.values())

    def everywhere(self) -> Iterator[QAction]:
        """Those whose keys work in the whole window."""
        return (self._made[action.id] for action in ACTIONS if not action.here)

    def give(self, widget: QWidget) -> None:
        """Let the keys of the others work in a widget that shows pictures."""
        widget.addActions([self._made[action.id] for action in ACTIONS if action.here])

    def bind(self, handlers: Mapping[str, Callable[[], None]]) -> None:
        """Connect each action with its handler; each must have one."""
        for id, action in self._made.items():
            action.triggered.connect(lambda _=False, handler=handlers[id]: handler())

    def allow(self, facts: frozenset[str]) -> None:
        """Enable those whose need is a fact, and disable the others."""
        for action in ACTIONS:
            self._made[action.id].setEnabled(not action.needs or action.needs in facts)

    def use_keys(self, changed: Mapping[str, tuple[str, ...]]) -> None:
        """Give the actions the keys that a person chose, and the others those of the table."""
        for action in ACTIONS:
            keys = changed.get(action.id, action.keys)
            self._made[action.id].setShortcuts([QKeySequence(key) for key in keys])

    def of_menu(self, title: str) -> Iterator[QAction | None]:
        """The actions of a menu in order; None where a line separates groups."""
        group = 0
        for action in ACTIONS:
            if action.menu == title:
                if action.group != group:
                    yield None
                group = action.group
                yield self._made[action.id]


def changed_keys(written: str) -> dict[str, tuple[str, ...]]:
    """The keys that differ from the table's, by action, as `write_keys` wrote them; what makes no sense is left out."""
    try:
        read = json.loads(written or "{}")
    except ValueError:
        return {}
    known = {action.id for action in ACTIONS}
    pairs = read.items() if isinstance(read, dict) else ()
    return {id: tuple(map(str, keys)) for id, keys in pairs if id in known and isinstance(keys, list)}


def write_keys(changed: Mapping[str, tuple[str, ...]]) -> str:
    """The keys that differ from the table's, for the settings; "" for none."""
    table = {action.id: action.keys for action in ACTIONS}
    different = {id: list(keys) for id, keys in changed.items() if tuple(keys) != table[id]}
    return json.dumps(different, sort_keys=True) if different else ""
