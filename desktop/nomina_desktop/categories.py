"""The panel at the right: a line to type categories in, and the list of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from nomina import NominaError
from nomina_desktop.acts import categories
from nomina_desktop.category_list import CategoryDelegate, CategoryList
from nomina_desktop.look import Look
from nomina_desktop.models import CategoriesModel, Role
from nomina_desktop.notices import error_notice
from nomina_desktop.session import Session


class Categories(QWidget):
    """Type a category and everything re-ranks; click one and its pictures come first."""

    def __init__(self, session: Session, look: Look) -> None:
        """Follow the session."""
        super().__init__()
        self._session, self._look = session, look
        self._number = look.words(tone="secondary")
        self.line = QLineEdit(placeholderText="Type a category, like heron")
        self.line.setAccessibleName("New category")
        self.line.setProperty("open", True)
        self.line.setFixedHeight(40)
        self.line.setFont(look.font(14))
        self.line.setAcceptDrops(False)  # files that are dropped here go to the window
        self.line.returnPressed.connect(self._add)
        self.line.textEdited.connect(self._typing)
        self._enter = look.words("↵ new category", 11, tone="secondary")
        self._enter.hide()
        self.said = look.words("", 12, tone="error", wraps=True)
        self.said.hide()
        self.list = CategoryList(session, look, self)
        self.model = CategoriesModel(self)
        self.model.rename = self._rename
        self.list.setModel(self.model)
        self._lay_out()
        session.changed.connect(self.take)
        self.take()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        head.addWidget(self._look.words("Categories", 15, QFont.Weight.DemiBold))
        head.addStretch(1)
        head.addWidget(self._number)
        inside = QHBoxLayout(self.line)
        inside.setContentsMargins(0, 0, 14, 0)
        inside.addStretch(1)
        inside.addWidget(self._enter)
        typed = QVBoxLayout()
        typed.setContentsMargins(24, 0, 24, 0)
        typed.setSpacing(6)
        typed.addWidget(self.line)
        typed.addWidget(self.said)
        hint = self._look.words(
            "A category is a word or two: type heron, press Return, and every picture is compared with it.\n\n"
            "Where words are not enough, drop a few pictures on the category.",
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
        layout.setContentsMargins(0, 14, 0, 8)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addLayout(typed)
        layout.addLayout(self._pages, 1)

    def take(self, _: object = None) -> None:
        """Show the session's snapshot."""
        snapshot = self._session.snapshot
        delegate = self.list.itemDelegate()
        assert isinstance(delegate, CategoryDelegate)
        delegate.shown = snapshot.show.category_id if snapshot else None
        self.model.take(snapshot)
        count = self.model.rowCount()
        self._number.setText(f"{count:,}" if count else "")
        self._pages.setCurrentWidget(self.list if count else self._hint)
        self.list.viewport().update()

    def current(self) -> int | None:
        """The category that the list's keyboard or context menu is at."""
        index = self.list.currentIndex()
        return index.data(Role.ID) if index.isValid() else None

    def rename_current(self) -> None:
        """Edit the current category's name in place."""
        if self.list.currentIndex().isValid():
            self.list.edit(self.list.currentIndex())

    # Names -------------------------------------------------------------------------------------------------------

    def _add(self) -> None:
        categories.add(self._session, self.line.text(), done=self._added, failed=self.say_wrong)

    def _added(self, _: object) -> None:
        self.line.clear()
        self._typing("")

    def _rename(self, category_id: int, name: str) -> None:
        self.said.hide()
        categories.change(self._session, category_id, name=name, failed=self.say_wrong)

    def _typing(self, text: str) -> None:
        self.said.hide()
        self._enter.setVisible(bool(text.strip()))

    def say_wrong(self, error: Exception) -> None:
        """Say under the line what is wrong with a name."""
        notice = error_notice(error)
        self.said.setText(f"{notice.text} {notice.hint}".strip() if isinstance(error, NominaError) else notice.text)
        self.said.show()
