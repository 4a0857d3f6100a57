"""The categories as the panel lists them: a tree laid flat, folded and filtered in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

import nomina
from nomina_desktop import drops
from nomina_desktop.models import Role
from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina import Category
    from nomina_desktop.verbs import Snapshot

Index = QModelIndex | QPersistentModelIndex
NEVER, LOOSE = 4, 3
"""How far a typed text is from a category: not at all like it, and only somewhere within its name."""


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """One category as the panel shows it.

    Attributes:
        key: the digit that labels with it, or "".
        evidence: "12 ✓  3 ×", or "words", or "no examples yet".
        count: pictures that are yours or likely of it, or None while nothing is known.
        depth: how many categories lie above it.
        folds: whether others lie under it.
        folded: whether those are hidden.
    """

    category: Category
    key: str
    evidence: str
    count: int | None
    depth: int = 0
    folds: bool = False
    folded: bool = False


class CategoriesModel(QAbstractListModel):
    """The categories of a page, each under the one it is a kind of, else in the order they were made.

    Attributes:
        rename: called with the id and the new name when one was edited in place.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `take`."""
        super().__init__(parent)
        self.rename: Callable[[int, str], None] = lambda *_: None
        self._all: list[CategoryRow] = []
        self._rows: list[CategoryRow] = []
        self._folded: set[int] = set()
        self._typed = ""

    def take(self, snapshot: Snapshot | None) -> None:
        """Show a snapshot."""
        self._all = [] if snapshot is None else list(_category_rows(snapshot))
        self._lay_flat()

    def filter(self, typed: str) -> None:
        """Show the categories that what was typed may mean, the likeliest first; all of them where none is."""
        if typed != self._typed:
            self._typed = typed
            self._lay_flat()

    def fold(self, category_id: int, folded: bool) -> None:
        """Hide or show what lies under a category."""
        (self._folded.add if folded else self._folded.discard)(category_id)
        self._lay_flat()

    def _lay_flat(self) -> None:
        fitting = fitting_rows(self._all, self._typed)
        rows = [replace(row, depth=0, folds=False) for _, row in fitting] or list(_unfolded(self._all, self._folded))
        if [row.category.id for row in rows] == [row.category.id for row in self._rows]:
            changed = [at for at, row in enumerate(rows) if row != self._rows[at]]
            self._rows = rows
            if changed:  # what is the same is not painted again: while pictures are added the window has little time
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def hit(self, typed: str) -> Category | None:
        """The category that a typed text most likely means: one with a name that begins so, or a word of it."""
        fitting = fitting_rows(self._all, typed)
        return fitting[0][1].category if fitting and fitting[0][0] < LOOSE else None

    def __len__(self) -> int:
        """How many categories there are, shown or not."""
        return len(self._all)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, Qt's signature
        """How many categories are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def row_of(self, category_id: int | None) -> int:
        """The row of a category, or -1."""
        return next((i for i, row in enumerate(self._rows) if row.category.id == category_id), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a view asks of one category."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role == Role.ID:
            return row.category.id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.category.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._in_words(row, "\n")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._in_words(row, ", ")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names can be edited, examples dropped, and categories dragged under others."""
        flags = super().flags(index)
        more = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsDragEnabled
        return flags | more if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        """A category is dragged as its id."""
        return [drops.CATEGORY]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """What is dragged."""
        return drops.of_category(indexes[0].data(Role.ID))

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; it is shown when the library has it."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        self.rename(self._rows[index.row()].category.id, str(value))
        return False

    def _in_words(self, row: CategoryRow, between: str) -> str:
        category = row.category
        words = [category.name]
        if category.parent is not None:
            by_id = {each.category.id: each.category.name for each in self._all}
            words.append(tr("under {name}").format(name=by_id.get(category.parent, "")))
        words += [tr("also {names}").format(names=", ".join(category.synonyms))] if category.synonyms else []
        words += [tr("not {names}").format(names=", ".join(category.unlike))] if category.unlike else []
        words += [category.description] if category.description else []
        words.append(
            tr("{examples} examples, {rejects} counter-examples").format(
                examples=number(category.accepted), rejects=number(category.rejected)
            )
        )
        words += [tr("{count} pictures").format(count=number(row.count))] if row.count is not None else []
        words += [tr("key {key}").format(key=row.key)] if row.key else []
        if row.folds:
            words.append(tr("folded") if row.folded else tr("unfolded"))
        return between.join(words)


def fitting_rows(rows: Iterable[CategoryRow], typed: str) -> list[tuple[int, CategoryRow]]:
    """(how far, row) of the categories that a typed text may mean, the nearest first; none for nothing typed."""
    wanted = " ".join(typed.split()).casefold()
    if not wanted:
        return []
    rated = [(_distance(row.category, wanted), row) for row in rows]
    fitting = (each for each in rated if each[0] < NEVER)
    return sorted(fitting, key=lambda each: (each[0], len(each[1].category.name)))


def _distance(category: Category, wanted: str) -> int:
    name = category.name.casefold()
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    names = [name, *(synonym.casefold() for synonym in category.synonyms)]
    if any(word.startswith(wanted) for each in names for word in (each, *each.split())):
        return 2
    return LOOSE if len(wanted) > 1 and any(wanted in each for each in names) else NEVER


def _unfolded(rows: Iterable[CategoryRow], folded: set[int]) -> Iterable[CategoryRow]:
    hidden_below: int | None = None
    for row in rows:
        if hidden_below is not None and row.depth > hidden_below:
            continue
        hidden_below = row.depth if row.folds and row.category.id in folded else None
        yield replace(row, folded=hidden_below is not None)


def _category_rows(snapshot: Snapshot) -> Iterable[CategoryRow]:
    categories = snapshot.page.categories
    parents = {category.parent for category in categories}
    counts = snapshot.page.counts if snapshot.known else None
    for depth, category in nomina.walk(categories):
        count = None if counts is None else counts.get(category.id)
        key = str(category.digit or "")
        yield CategoryRow(category, key, evidence(category), count, depth, category.id in parents)


def evidence(category: Category) -> str:
    """What a category is known by, in few signs."""
    signs = [f"{number(category.accepted)} ✓"] if category.accepted else []
    signs += [f"{number(category.rejected)} ×"] if category.rejected else []
    return "  ".join(signs) or (tr("words") if category.words else tr("no examples"))
