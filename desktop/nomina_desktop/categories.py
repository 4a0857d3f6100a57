"""The panel at the right: a line to type categories in, and the list of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from nomina_desktop.acts import categories
from nomina_desktop.category_list import CategoryDelegate, CategoryList
from nomina_desktop.category_model import CategoriesModel
from nomina_desktop.look import Look
from nomina_desktop.models import Role
from nomina_desktop.session import Session
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.type_in import TypeIn
from nomina_desktop.words import number, tr


class Categories(QWidget):
    """Type a category and everything re-ranks; click one and its pictures come first.

    Attributes:
        menu_for: makes the menu of the whole panel.
    """

    def __init__(self, session: Session, look: Look, thumbs: Thumbs) -> None:
        """Follow the session."""
        super().__init__()
        self._session, self._look = session, look
        self.menu_for: Callable[[], QMenu | None] = lambda: None
        self._number = look.words(tone="secondary")
        self.model = CategoriesModel(self)
        self.model.rename = self._rename
        self.typed = TypeIn(session, look, thumbs, self.model)
        self.line, self.said, self.say_wrong = self.typed.line, self.typed.said, self.typed.say_wrong
        self.list = CategoryList(session, look, self)
        self.list.setModel(self.model)
        self.typed.leave = self._into_the_list
        self.line.textChanged.connect(self._show_hint)
        self.more = QToolButton(toolTip=tr("What can be done with categories"))
        self.more.setAccessibleName(tr("Categories menu"))
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.set_icon(self.more, "more")
        self.more.clicked.connect(self._open_menu)
        self._lay_out()
        session.changed.connect(self.take)
        self.take()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 16, 0)
        head.addWidget(self._look.words(tr("Categories"), 15, QFont.Weight.DemiBold))
        head.addStretch(1)
        head.addWidget(self._number)
        head.addSpacing(4)
        head.addWidget(self.more)
        hint = self._look.words(
            tr(
                "A category is a word or two: type heron, press Return, and every picture is compared with it.\n\n"
                "Where words are not enough, drop a few pictures on the category."
            ),
            tone="secondary",
            wraps=True,
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        hint.setContentsMargins(24, 4, 24, 0)
        self._hint = hint
        self._pages = QStackedLayout()
        self._pages.addWidget(self.list)
        self._pages.addWidget(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 8)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.typed)
        layout.addLayout(self._pages, 1)

    def take(self, _: object = None) -> None:
        """Show the session's snapshot."""
        snapshot = self._session.snapshot
        delegate = self.list.itemDelegate()
        assert isinstance(delegate, CategoryDelegate)
        before, delegate.shown = delegate.shown, snapshot.show.category_id if snapshot else None
        at = self.list.currentIndex().data(Role.ID) if self.list.currentIndex().isValid() else None
        self.model.take(snapshot)
        if at is not None and not self.list.currentIndex().isValid():  # in another order the keyboard stays at its own
            self.list.setCurrentIndex(self.model.index(self.model.row_of(at)))
        count = len(self.model)
        self._number.setText(number(count) if count else "")
        self._show_hint()
        if delegate.shown != before:
            self.list.viewport().update()

    def _show_hint(self, _: str = "") -> None:
        """How it is done is told until somebody does it: what a name would do needs the room."""
        needed = not len(self.model) and not self.line.text()
        self._pages.setCurrentWidget(self._hint if needed else self.list)

    def current(self) -> int | None:
        """The category that the list's keyboard or context menu is at, or else the one whose card is shown."""
        index = self.list.currentIndex()
        return index.data(Role.ID) if index.isValid() else self._session.category

    def rename_current(self) -> None:
        """Edit the current category's name in place."""
        row = self.model.row_of(self.current())
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.edit(self.list.currentIndex())

    def _rename(self, category_id: int, name: str) -> None:
        self.said.hide()
        categories.change(self._session, category_id, name=name, failed=self.say_wrong)

    def _into_the_list(self) -> None:
        self.list.setFocus()
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))

    def _open_menu(self) -> None:
        menu = self.menu_for()
        if menu is not None:
            menu.setParent(self, menu.windowFlags())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
