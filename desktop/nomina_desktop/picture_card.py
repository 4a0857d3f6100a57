"""The card of the selected picture: what it is believed to be, why, and what its file tells. Of several: the acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from nomina_desktop import verbs
from nomina_desktop.actions import Actions
from nomina_desktop.flow import FlowLayout
from nomina_desktop.live import Live
from nomina_desktop.look import Look
from nomina_desktop.models import Role
from nomina_desktop.picture_grid import PictureGrid
from nomina_desktop.picture_words import facts_in_words, missing
from nomina_desktop.reason_lists import RANK, VOTE, RankDelegate, ReasonList, VoteDelegate
from nomina_desktop.reasons import RankRow, ReasonsModel, VoteRow, counted, in_words, possible, ranked, voted
from nomina_desktop.session import Session
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina_desktop.verbs import Reasons

ACTS = ("accept", "relabel", "reject", "none", "forget")
MOST_COUNTED = 2000
"""Selected pictures that are counted one by one; of more only the number is told."""


class PictureCard(QWidget):
    """Follows the selection of the pictures."""

    def __init__(self, session: Session, look: Look, thumbs: Thumbs, grid: PictureGrid, actions: Actions) -> None:
        """Follow the session; the acts are actions of the table."""
        super().__init__()
        self._session, self._grid = session, grid
        self.one = _OnePicture(session, look, thumbs)
        self.many = _ManyPictures(look, actions)
        self._nothing = look.words(tr("Select a picture to see what it may be, and why."), tone="secondary", wraps=True)
        self._nothing.setContentsMargins(24, 8, 24, 0)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedWidget()
        for page in (self._nothing, self.one, self.many):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        session.selected.connect(self._follow)
        session.changed.connect(self._follow)

    def _follow(self, _: object = None) -> None:
        chosen = self._session.selection
        if len(chosen) == 1:
            self._pages.setCurrentWidget(self.one)
        elif len(chosen) > 1:
            rows = self._grid.pictures.rows_of(chosen) if len(chosen) <= MOST_COUNTED else []
            captions = [self._grid.pictures.caption(row) for row in rows]
            said = [(each.name, each.marks[0] if len(each.marks) == 1 else None) for each in captions]
            self.many.take(len(chosen), counted(said))
            self._pages.setCurrentWidget(self.many)
        else:
            self._pages.setCurrentWidget(self._nothing)
        self.one.look(len(chosen) == 1 and self.isVisible())

    def showEvent(self, event: object) -> None:
        """Ask what is shown, now that it can be seen."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._follow()

    def hideEvent(self, event: object) -> None:
        """Ask nothing while it cannot be seen."""
        super().hideEvent(event)  # type: ignore[arg-type]
        self.one.look(False)


class _OnePicture(QScrollArea):
    """What one picture is believed to be, why, and what its file tells."""

    def __init__(self, session: Session, look: Look, thumbs: Thumbs) -> None:
        super().__init__()
        self._session, self._look = session, look
        self._asked: tuple[int, int | None] = (0, None)
        self.state = look.words("", 14, QFont.Weight.Medium, wraps=True)
        self.gone = look.words("", 12, tone="error", wraps=True)
        self.rank = ReasonsModel[RankRow](self)
        self.ranking = ReasonList(tr("What it may be"), self.rank, RANK)
        self.ranking.setItemDelegate(RankDelegate(look, self.ranking))
        self.ranking.clicked.connect(self._explain)
        self.ranking.activated.connect(self._explain)
        self.set = look.words("", 12, tone="secondary", wraps=True)
        self.why = look.words("", 11, QFont.Weight.Medium, tone="secondary")
        self.votes = ReasonsModel[VoteRow](self)
        self.voting = ReasonList(tr("Why"), self.votes, VOTE)
        self.voting.setItemDelegate(VoteDelegate(look, thumbs, self.voting))
        self.voting.activated.connect(self._show)
        thumbs.arrived.connect(lambda _: self.voting.viewport().update())
        self._file = look.words(tr("FILE"), 11, QFont.Weight.Medium, tone="secondary")
        self._facts = QGridLayout()
        self._facts.setContentsMargins(24, 0, 24, 12)
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(1, 1)
        self._live = Live(self, session, self._question, self._take)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        for label in (self.state, self.gone, self.set, self.why, self._file):
            label.setContentsMargins(24, 0, 24, 0)
        for widget in (self.state, self.gone, self.ranking, self.set):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(self.why)
        column.addWidget(self.voting)
        column.addSpacing(6)
        column.addWidget(self._file)
        column.addLayout(self._facts)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def look(self, looked_at: bool) -> None:
        """Whether it can be seen; another picture is asked for anew."""
        chosen = self._session.selection
        if looked_at and chosen and chosen[0] != self._asked[0]:
            self._asked = (chosen[0], None)
            self._live.ask()
        self._live.look(looked_at)

    def _question(self) -> object:
        image_id, category_id = self._asked
        return (lambda library: verbs.reasons(library, image_id, category_id)) if image_id else None

    def _explain(self, index: QModelIndex) -> None:
        """Say why it may be another category."""
        row: RankRow = index.data(Role.ROW)
        if row.category_id is not None:
            self._asked = (self._asked[0], row.category_id)
            self._live.ask()

    def _show(self, index: QModelIndex) -> None:
        """Show an example or a reject among the pictures."""
        row: VoteRow = index.data(Role.ROW)
        if row.image_id is not None:
            self._session.show_only(among=(row.image_id,), called=row.title)

    def _take(self, reasons: Reasons | None) -> None:
        if reasons is None or reasons.about.image.id != self._asked[0]:
            return
        opinion, explanation = reasons.opinion, reasons.explanation
        gone = missing(reasons.about)
        self.gone.setText(gone)
        self.gone.setVisible(bool(gone))
        self.state.setText(tr("Getting the encoder ready…") if opinion is None else in_words(opinion))
        self.rank.take([] if opinion is None else ranked(opinion))
        told = "" if opinion is None else possible(opinion)
        self.set.setText(told)
        self.set.setVisible(bool(told))
        self.votes.take([] if explanation is None else voted(explanation, reasons))
        self.why.setVisible(explanation is not None)
        if explanation is not None:
            self.why.setText(tr("WHY {category}?").format(category=explanation.category.name.upper()))
        self._take_facts(reasons)

    def _take_facts(self, reasons: Reasons) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            item.widget().deleteLater()
        for row, (what, value) in enumerate(facts_in_words(reasons.about)):
            name = self._look.words(what, 12, tone="secondary")
            told = self._look.words(_breakable(value), 12, wraps=True)
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(told, row, 1)


class _ManyPictures(QWidget):
    """How many pictures are selected, what they are said to be, and what can be done with them."""

    def __init__(self, look: Look, actions: Actions) -> None:
        super().__init__()
        self.title = look.words("", 14, QFont.Weight.Medium)
        self.title.setContentsMargins(24, 4, 24, 0)
        self.rank = ReasonsModel[RankRow](self)
        self.said = ReasonList(tr("What they are said to be"), self.rank, RANK)
        self.said.setItemDelegate(RankDelegate(look, self.said))
        scroll = QScrollArea()
        scroll.setWidget(self.said)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        acts = QWidget()
        flow = FlowLayout(acts)
        flow.setContentsMargins(24, 4, 24, 12)
        for id in ACTS:
            action = actions[id]
            button = QPushButton(action.text().rstrip("…"))
            button.setFont(look.font(12))
            button.setToolTip(action.shortcut().toString())
            button.clicked.connect(action.trigger)
            flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addWidget(scroll, 1)
        layout.addWidget(acts)

    def take(self, count: int, said: list[RankRow]) -> None:
        """Show these."""
        self.title.setText(tr("%Ln picture(s) selected", None, count))
        self.rank.take(said)


def _breakable(text: str) -> str:
    """A path may be broken after each of its folders."""
    return text.replace("/", "/\u200b").replace("\\", "\\\u200b")
