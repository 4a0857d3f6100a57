"""The insights: how the library stands, how true its confidence is, what it confuses; each number says of what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

import nomina
from nomina_desktop.empty import Empty
from nomina_desktop.insights import sentences
from nomina_desktop.insights.bars import Bar, BarList
from nomina_desktop.insights.charts import Range, Reliability
from nomina_desktop.live import Live
from nomina_desktop.look import Look, make_place
from nomina_desktop.session import Session
from nomina_desktop.tasks import Verb
from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina import Insights, State, Tally

NARROW = 620
"""Width below which cards stand below each other."""
LIKELY, UNSURE = 0.55, 0.25
"""Share of its colour that a bar has for likely pictures, and for those in doubt."""

HEAD = 30
"""Height of the head: the other views have buttons in it."""


class InsightsView(QWidget):
    """Cards that are asked for while they can be seen."""

    def __init__(self, session: Session, look: Look, act: Callable[[str], None]) -> None:
        """Follow the session; `act` runs an action of the table by its id."""
        super().__init__()
        make_place(self, "insights")
        self._session, self._look, self._act = session, look, act
        self._found: Insights | None = None
        self._live = Live(self, session, self._question, self._take)
        self.empty = Empty(look)
        self._make_parts()
        self._rows = [
            _row(
                _card(look, tr("How often it is right"), self.figure, self.range, self.accuracy, self.review_more),
                _card(look, tr("Pictures by state"), self.states),
            ),
            _row(_card(look, tr("Pictures by category"), self.categories, self.key)),
            _row(
                _card(look, tr("How true the confidence is"), self.chart, self.verdict, self.review),
                _card(look, tr("What is confused"), self.confusions, self.no_confusions),
            ),
            _row(
                _card(look, tr("Labels that look wrong"), self.suspects, self.show_suspects),
                _card(look, tr("Sets that hold the right category"), self.sets, self.about_sets),
            ),
        ]
        self._lay_out()
        session.changed.connect(self._follow)

    def _make_parts(self) -> None:
        look = self._look
        self.figure = look.words("", 26, QFont.Weight.DemiBold)
        self.range = Range(look)
        self.accuracy = look.words(tone="secondary", wraps=True)
        self.states = BarList(look, tr("Pictures by state"))
        self.categories = BarList(look, tr("Pictures by category"))
        self.key = look.words(
            tr("Full colour: yours. Lighter: likely. Pale: unsure."), 12, tone="secondary", wraps=True
        )
        self.chart = Reliability(look)
        self.verdict = look.words(tone="secondary", wraps=True)
        self.confusions = BarList(look, tr("What is confused"))
        self.no_confusions = look.words(tone="secondary", wraps=True)
        self.suspects = look.words(tone="secondary", wraps=True)
        self.sets = BarList(look, tr("Sets that hold the right category"))
        self.about_sets = look.words(tone="secondary", wraps=True)
        self.review, self.review_more, self.show_suspects = (
            QPushButton(text) for text in (tr("Review pictures"), tr("Review pictures"), tr("Show them"))
        )
        for button in (self.review, self.review_more):
            button.clicked.connect(lambda _=False: self._act("review"))
        self.show_suspects.clicked.connect(lambda _=False: self._show_suspects())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 10, 24, 6)
        head.setSpacing(12)
        head.addStrut(HEAD)
        head.addWidget(self._look.words(tr("Insights"), 15, QFont.Weight.DemiBold))
        self._rests_on = self._look.words("", 13, tone="secondary")
        head.addWidget(self._rests_on)
        head.addStretch(1)
        inside = QWidget()
        make_place(inside, "insights_inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 6, 24, 24)
        column.setSpacing(16)
        for row in self._rows:
            column.addLayout(row)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(self._pages, 1)

    # What is asked and shown -------------------------------------------------------------------------------------

    def _question(self) -> Verb | None:
        snapshot = self._session.snapshot
        wanted = snapshot is not None and snapshot.known and snapshot.total and snapshot.page.categories
        return nomina.insights if wanted else None

    def _take(self, found: Insights) -> None:
        self._found = found
        self._show()
        self._follow()

    def _follow(self, _: object = None) -> None:
        """Say why there is nothing to tell, or show it."""
        snapshot = self._session.snapshot
        total = snapshot.total if snapshot is not None else 0
        categories = bool(snapshot is not None and snapshot.page.categories)
        if not total or not categories:
            self._found = None
        self._pages.setCurrentIndex(1 if self._found is not None else 0)
        self._rests_on.setVisible(self._found is not None)
        if not total:
            words = tr("Insights need pictures."), tr("Here you will see how they are sorted, and how far to trust it.")
            self.empty.say(*words, tr("Add pictures…"), lambda: self._act("add_files"))
        elif not categories:
            words = tr("Insights need categories."), tr("Type one, and every picture is sorted at once.")
            self.empty.say(*words, tr("New category"), lambda: self._act("new_category"))
        elif snapshot is not None and not snapshot.known:
            self.empty.say(tr("Insights will be here as soon as the encoder is ready."))
        elif self._found is None:
            self.empty.say(tr("The labels are being checked."))

    def _show(self) -> None:
        """Put what was found on the cards."""
        found = self._found
        if found is None:
            return
        self._rests_on.setText(tr("from %Ln labelled picture(s)", None, found.judged))
        self._show_accuracy(found)
        self.states.take([bar for bar in map(self._state_bar, found.by_state.items()) if bar is not None])
        most = max((each.yours + each.likely + each.unsure for each in found.tallies), default=0)
        self.categories.take([self._category_bar(each, max(1, most)) for each in found.tallies])
        self._show_reliability(found)
        self._show_confusions(found)
        self.suspects.setText(sentences.suspects(len(found.suspects), found.accuracy.counted))
        self.show_suspects.setVisible(bool(found.suspects))
        self._show_sets(found)

    def _show_accuracy(self, found: Insights) -> None:
        figure, between, rests = sentences.accuracy(found.accuracy)
        self.figure.setText(figure)
        self.range.take(found.accuracy.share, found.accuracy.low, found.accuracy.high)
        self.accuracy.setText(f"{between} {rests}".strip())
        self.review_more.setVisible(found.accuracy.few)

    def _show_reliability(self, found: Insights) -> None:
        self.chart.take(found.bins)
        self.chart.setVisible(bool(found.bins))
        self.verdict.setText(sentences.reliability(found) if found.bins else sentences.missing(found))
        self.review.setVisible(not found.bins)

    def _show_confusions(self, found: Insights) -> None:
        names = {each.category.id: each.category.name for each in found.tallies}
        bars = []
        for each in found.confusions:
            title, figure = sentences.confusion(each, names)
            bars.append(
                Bar(title, (), figure, show=lambda ids=each.image_ids, title=title: self._show_them(ids, title))
            )
        self.confusions.take(bars)
        self.no_confusions.setVisible(not bars)
        nothing = tr("Nothing: every labelled picture would have been named right.")
        self.no_confusions.setText(
            nothing if found.judged else tr("Label pictures, and this says what is taken for what.")
        )

    def _show_sets(self, found: Insights) -> None:
        colour = self._look.colours.accent
        bars = []
        for each in found.coverage:
            title, figure, detail = sentences.sets(each)
            share = each.covered / each.counted if each.told else 0.0
            bars.append(Bar(title, ((colour, share),) if each.told else (), figure, detail))
        self.sets.take(bars)
        about = tr("A set of answers shall hold the right category {level} % of the time.").format(
            level=sentences.LEVEL
        )
        nothing = tr("Label pictures, and this says how often a set of answers holds the right category.")
        self.about_sets.setText(about if bars else nothing)

    def _state_bar(self, item: tuple[State, int]) -> Bar | None:
        state, count = item
        titles = {"yours": tr("Yours"), "likely": tr("Likely"), "unsure": tr("Unsure"), "none": tr("None of these")}
        colours = {"yours": "good", "likely": "accent", "unsure": "warn", "none": "hint"}
        if state.value not in titles:
            return None
        assert self._found is not None
        share = count / max(1, self._found.pictures)
        colour = getattr(self._look.colours, colours[state.value])
        detail = tr("%Ln picture(s)", None, count)
        title = titles[state.value]
        return Bar(title, ((colour, share),), number(count), detail, show=lambda: self._session.show_only(state=state))

    def _category_bar(self, tally: Tally, most: int) -> Bar:
        mark = self._look.mark(tally.category.id)
        ground = self._look.colour("surface")
        counts = ((1.0, tally.yours), (LIKELY, tally.likely), (UNSURE, tally.unsure))
        parts = tuple((_over(mark, ground, share), count / most) for share, count in counts if count)
        detail = tr("{yours} yours, {likely} likely, {unsure} unsure").format(
            yours=number(tally.yours), likely=number(tally.likely), unsure=number(tally.unsure)
        )
        id = tally.category.id
        figure = number(tally.yours + tally.likely)
        return Bar(
            tally.category.name, parts, figure, detail, mark.name(), lambda: self._session.show_only(category_id=id)
        )

    def _show_them(self, ids: tuple[int, ...], called: str) -> None:
        self._session.show_only(among=ids, called=called)

    def _show_suspects(self) -> None:
        if self._found is not None and self._found.suspects:
            self._show_them(self._found.suspects, tr("Labels that look wrong"))

    # How it is laid out ------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what has changed."""
        super().showEvent(event)
        self._live.look(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask no more."""
        super().hideEvent(event)
        self._live.look(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards stand beside each other where there is room."""
        super().resizeEvent(event)
        wide = QBoxLayout.Direction.LeftToRight if self.width() >= NARROW else QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            row.setDirection(wide)

    def changeEvent(self, event: QEvent) -> None:
        """Another palette has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_found", None) is not None:
            self._show()


def _row(*cards: QWidget) -> QBoxLayout:
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(16)
    for card in cards:
        row.addWidget(card, 1)
    return row


def _card(look: Look, title: str, *parts: QWidget) -> QFrame:
    """A card with a title over its parts."""
    card = QFrame()
    card.setProperty("card", True)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(8, 14, 8, 16)
    layout.setSpacing(10)
    for part in (look.words(title, 13, QFont.Weight.DemiBold), *parts):
        if isinstance(part, BarList):  # its rows have a ground of their own
            layout.addWidget(part)
            continue
        inset = QHBoxLayout()
        inset.setContentsMargins(8, 0, 8, 0)
        inset.addWidget(part, 0 if isinstance(part, QPushButton) else 1)
        if isinstance(part, QPushButton):
            inset.addStretch(1)
        layout.addLayout(inset)
    layout.addStretch(1)
    return card


def _over(colour: QColor, ground: QColor, share: float) -> str:
    parts = zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)
    return QColor(*(round(under + (over - under) * share) for over, under in parts)).name()
