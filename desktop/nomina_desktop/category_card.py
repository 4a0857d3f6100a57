"""The card of a category: its words, its pictures, and what the doctor says of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nomina import NominaError
from nomina_desktop import portraits
from nomina_desktop.acts import categories, labels
from nomina_desktop.chips import Chips
from nomina_desktop.live import Live
from nomina_desktop.look import Look, make_place
from nomina_desktop.notices import error_notice
from nomina_desktop.portraits import Advice, Portrait
from nomina_desktop.sayings import Remedy, Saying, sayings
from nomina_desktop.session import Session
from nomina_desktop.strip import Small, Strip
from nomina_desktop.tasks import Verb
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.words import number, tr

PAUSE = 300
"""Milliseconds of quiet after which the doctor is asked, and a wording is tried."""
FEWEST = 4
"""Examples below which a share of them would say little."""
NAME_BESIDE = 24 + 20 + 6 + 6 + 22
"""Pixels of the card's width that its name does not have: edges, mark, and room between."""


class CategoryCard(QWidget):
    """Follows the category that was chosen last.

    Attributes:
        split, merge: called with the remedy that the person chose. mark: called to choose colour and key.
    """

    def __init__(self, session: Session, look: Look, thumbs: Thumbs) -> None:
        """Say that nothing is chosen yet."""
        super().__init__()
        self._session, self._look = session, look
        self.split: Callable[[Remedy], None] = lambda _: None
        self.merge: Callable[[Remedy], None] = lambda _: None
        self.mark: Callable[[], None] = lambda: None
        self._portrait: Portrait | None = None
        self._shown: int | None = None
        self._make_head(look)
        self._make_words(look)
        self._make_pictures(look, thumbs)
        self._lay_out(look)
        self._facts = Live(self, session, self._ask_facts, self.take)
        self._doctor = Live(self, session, self._ask_doctor, self.advise, lambda _: None)
        self._quiet = QTimer(self, interval=PAUSE, singleShot=True)
        self._quiet.timeout.connect(self._try_wording)
        session.changed.connect(self._follow)

    # What it is made of ------------------------------------------------------------------------------------------

    def _make_head(self, look: Look) -> None:
        self.name = look.words("", 15, QFont.Weight.DemiBold)
        self.right = look.words("", 12, tone="secondary")
        self.above = look.words("", 12, tone="secondary", wraps=True)
        self.marked = QToolButton(toolTip=tr("Change colour and key"))
        self.marked.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.marked.setFixedSize(20, 28)  # its mark begins where all else of the card does
        self.marked.setProperty("mark", True)
        self.marked.clicked.connect(self._choose_mark)
        self.said = look.words("", 12, tone="error", wraps=True)
        self.said.hide()

    def _make_words(self, look: Look) -> None:
        self.also = Chips(look, tr("+ wording"), tr("Another name for it"))
        self.also.change = lambda words: self._change(synonyms=words)
        self.also.typed = lambda _: self._quiet.start()
        self.fits = look.words("", 12, tone="secondary", wraps=True)
        self.fits.hide()
        self.unlike = Chips(look, tr("+ what it is not"), tr("What it is not"))
        self.unlike.written = lambda word: tr("not {word}").format(word=word)
        self.unlike.change = lambda words: self._change(unlike=words)
        self.looks = Sentence(tr("How it looks, in a sentence"), lambda text: self._change(description=text))
        self.looks.setFont(look.font(12))

    def _make_pictures(self, look: Look, thumbs: Thumbs) -> None:
        self.examples = Strip(look, thumbs, tr("Examples"), rows=2)
        self.rejects = Strip(look, thumbs, tr("Counter-examples"))
        for strip in (self.examples, self.rejects):
            strip.show_picture = self._show_one
            strip.take_away = self._forget
        self.all_examples, self.all_rejects = (QPushButton() for _ in range(2))
        self.all_examples.clicked.connect(lambda: self._show_all(accepted=True))
        self.all_rejects.clicked.connect(lambda: self._show_all(accepted=False))
        for link in (self.all_examples, self.all_rejects):
            link.setProperty("link", True)
            link.setProperty("flush", True)
            link.setFont(look.font(12))

    def _lay_out(self, look: Look) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.marked)
        head.addWidget(self.name, 1)
        head.addWidget(self.right)
        inside = self._inside = QWidget()
        make_place(inside, "card")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(24, 4, 22, 16)
        rows.setSpacing(8)
        rows.addLayout(head)
        for widget in (self.above, self.said, self.also, self.fits, self.unlike, self.looks):
            rows.addWidget(widget)
        for strip, link in ((self.examples, self.all_examples), (self.rejects, self.all_rejects)):
            rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            rows.addWidget(strip)
        self.advice = QVBoxLayout()
        self.advice.setSpacing(4)
        rows.addLayout(self.advice)
        rows.addStretch(1)
        scrolls = QScrollArea(widgetResizable=True)
        scrolls.setFrameShape(QFrame.Shape.NoFrame)
        scrolls.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolls.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolls.setWidget(inside)
        nothing = look.words(tr("Choose a category to see its words and pictures here."), tone="secondary", wraps=True)
        nothing.setContentsMargins(24, 8, 24, 8)
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(nothing)
        self._pages.addWidget(scrolls)

    # What it asks ------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Ask only while it can be seen."""
        super().showEvent(event)
        for live in (self._facts, self._doctor):
            live.look(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing needs to be known now."""
        super().hideEvent(event)
        for live in (self._facts, self._doctor):
            live.look(False)

    def _follow(self, _: object = None) -> None:
        """Show another category as soon as another is chosen."""
        chosen = self._session.category
        if chosen == self._shown:
            return
        self._shown, self._portrait = chosen, None
        self.said.hide()
        self.right.clear()
        self._tell([])
        if chosen is None:
            self._pages.setCurrentIndex(0)
        for live in (self._facts, self._doctor):
            live.ask()

    def _ask_facts(self) -> Verb | None:
        category_id = self._session.category
        return None if category_id is None else (lambda library: portraits.portrait(library, category_id))

    def _ask_doctor(self) -> Verb | None:
        category_id, snapshot = self._session.category, self._session.snapshot
        if category_id is None or snapshot is None or not snapshot.known:
            return None
        return lambda library: portraits.advice(library, category_id)

    def take(self, portrait: Portrait | None) -> None:
        """Show what is known of the category; where it is gone, that none is chosen."""
        self._portrait = portrait
        self._pages.setCurrentIndex(0 if portrait is None else 1)
        if portrait is None:
            return
        category = portrait.category
        self.name.setToolTip(category.name)
        self._fit_name()
        key = tr("key {key}").format(key=category.digit) if category.digit else tr("no key")
        self.marked.setAccessibleName(tr("Colour and key of {name}, {key}").format(name=category.name, key=key))
        self.marked.setIcon(self._look.mark_icon(category.id, str(category.digit or "")))
        self.above.setText(tr("under {path}").format(path=" › ".join(portrait.above)))
        self.above.setVisible(bool(portrait.above))
        self.also.take(category.synonyms)
        self.unlike.take(category.unlike)
        self.looks.take(category.description)
        self._take_pictures(
            self.examples, self.all_examples, portrait.examples, len(portrait.example_ids), tr("Examples")
        )
        self._take_pictures(
            self.rejects, self.all_rejects, portrait.rejects, len(portrait.reject_ids), tr("Counter-examples")
        )

    def _fit_name(self) -> None:
        """A long name ends where the share that is right begins."""
        if self._portrait is not None:
            room = self._inside.width() - NAME_BESIDE - self.right.sizeHint().width()
            name = self._portrait.category.name
            self.name.setText(self.name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name may have more room now, or less."""
        super().resizeEvent(event)
        self._fit_name()

    def _take_pictures(self, strip: Strip, link: QPushButton, rows: Sequence[Small], total: int, title: str) -> None:
        strip.take(rows)
        link.setText(f"{title}  {number(total)}")
        link.setAccessibleName(tr("Show all: {title}, {number}").format(title=title, number=number(total)))
        link.setVisible(total > 0)

    def advise(self, advice: Advice | None) -> None:
        """Show what the doctor says."""
        if advice is None or self._portrait is None or advice.diagnosis.category_id != self._portrait.category.id:
            return
        asked, right = advice.diagnosis.asked, advice.diagnosis.right
        enough = asked >= FEWEST
        self.right.setText(tr("{percent} % right").format(percent=number(round(100 * right / asked))) if enough else "")
        sentence = tr(
            "Asked as if they had not been shown, {right} of {asked} examples look more like it than like others."
        )
        self.right.setToolTip(sentence.format(right=number(right), asked=number(asked)))
        self._fit_name()
        self._tell(sayings(advice, self._portrait.category.name))

    def _tell(self, said: Sequence[Saying]) -> None:
        while (item := self.advice.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for saying in said:
            self.advice.addWidget(Told(self._look, saying, self._help))

    # What it does ------------------------------------------------------------------------------------------------

    def _choose_mark(self) -> None:
        self.mark()

    def _change(self, **words: Any) -> None:
        self.said.hide()
        if self._portrait is not None:
            categories.change(self._session, self._portrait.category.id, failed=self._say_wrong, **words)

    def _say_wrong(self, error: Exception) -> None:
        notice = error_notice(error)
        self.said.setText(f"{notice.text} {notice.hint}".strip() if isinstance(error, NominaError) else notice.text)
        self.said.show()

    def _try_wording(self) -> None:
        """Tell how well the words in the line know the examples."""
        text, portrait = self.also.line.text().strip(), self._portrait
        self.fits.hide()
        if not text or portrait is None:
            return

        def told(worth: float) -> None:
            if text == self.also.line.text().strip():
                sentence = tr("“{word}” puts an example above another picture {times} times in 100")
                self.fits.setText(sentence.format(word=text, times=number(round(100 * worth))))
                self.fits.show()

        category_id = portrait.category.id
        verb = lambda library: portraits.wording_worth(library, category_id, text)  # noqa: E731
        self._session.ask(verb, done=told, failed=lambda _: None)

    def _show_one(self, image_id: int) -> None:
        self._session.show_only(among=(image_id,), called=self._named(tr("an example of {name}")))

    def _show_all(self, *, accepted: bool) -> None:
        if self._portrait is not None:
            ids = self._portrait.example_ids if accepted else self._portrait.reject_ids
            called = self._named(tr("examples of {name}") if accepted else tr("not {name}, you said"))
            self._session.show_only(among=ids, called=called)

    def _named(self, sentence: str) -> str:
        return sentence.format(name=self._portrait.category.name if self._portrait else "")

    def _forget(self, image_id: int) -> None:
        if self._portrait is not None:
            labels.forget_of(self._session, self._portrait.category.id, [image_id])

    def _help(self, remedy: Remedy) -> None:
        """Do what a saying offers."""
        category_id = self._session.category
        if category_id is None:
            return
        if remedy.kind == "show":
            self._session.show_only(among=remedy.images, called=remedy.word or self._named(tr("examples of {name}")))
        elif remedy.kind == "take_away":
            labels.forget_of(self._session, category_id, remedy.images)
        elif remedy.kind == "word":
            self.also.begin()
        elif remedy.kind == "put":
            self.also.put(remedy.word)
        elif remedy.kind == "split":
            self.split(remedy)
        else:
            self.merge(remedy)


class Told(QWidget):
    """A sentence of the doctor with a dot before it, and below it what can be done."""

    def __init__(self, look: Look, saying: Saying, act: Callable[[Remedy], None]) -> None:
        """`act` does what is chosen."""
        super().__init__()
        dot = QLabel("●" if saying.wrong else "○")
        dot.setFont(look.font(9))
        dot.setProperty("tone", "warn" if saying.wrong else "secondary")
        dot.setFixedWidth(14)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(look.words(saying.text, 12, wraps=True), 1)
        acts = QHBoxLayout()
        acts.setContentsMargins(12, 0, 0, 0)
        acts.setSpacing(4)
        for remedy in saying.remedies:
            link = QPushButton(remedy.title)
            link.setProperty("link", True)
            link.setFont(look.font(12))
            link.setAccessibleName(f"{remedy.title}: {saying.text}")
            link.clicked.connect(lambda _=False, remedy=remedy: act(remedy))
            acts.addWidget(link)
        acts.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addLayout(acts)


class Sentence(QPlainTextEdit):
    """A sentence that is kept when the keyboard leaves it, or by Return."""

    def __init__(self, hint: str, keep: Callable[[str], None]) -> None:
        """`keep` gets another sentence than before."""
        super().__init__(tabChangesFocus=True)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setFixedHeight(52)
        self._keep, self._kept = keep, ""

    def take(self, text: str) -> None:
        """Show the sentence there is; what is being typed stays."""
        typing = self.hasFocus() and self.toPlainText() != self._kept
        self._kept = text
        if not typing and self.toPlainText() != text:
            self.setPlainText(text)

    def _done(self) -> None:
        if " ".join(self.toPlainText().split()) != self._kept:
            self._keep(self.toPlainText())

    def keyPressEvent(self, event: Any) -> None:
        """Return keeps it, Escape brings back what was there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._done()
        elif event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self._kept)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: Any) -> None:
        """Keep it."""
        super().focusOutEvent(event)
        self._done()
