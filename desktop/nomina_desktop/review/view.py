"""The review: it asks, hears the answer, goes on. What is asked comes from the library's thread, ahead of time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nomina_desktop.acts import reviewing
from nomina_desktop.live import Live
from nomina_desktop.look import Look, make_place
from nomina_desktop.pictures_large import LargePictures
from nomina_desktop.questions import LABEL, Asked, Batch, next_batch
from nomina_desktop.review import offers
from nomina_desktop.review.answers import Choice
from nomina_desktop.review.beside import Nothing, Standing
from nomina_desktop.review.groups import Groups
from nomina_desktop.review.head import Head
from nomina_desktop.review.page import Page
from nomina_desktop.review.sitting import Answer, Item, Sitting
from nomina_desktop.session import Session
from nomina_desktop.thumbs import Thumbs

if TYPE_CHECKING:
    from nomina import Library

FEW = 8
"""Questions ahead below which more are asked for, after one was skipped."""
AHEAD = 4
"""Pictures that are read before they are looked at."""
LOW = 460
QUESTIONS, LABELS = "questions", "labels"


class Review(QWidget):
    """Asks about one picture or a group at a time.

    Attributes:
        does: what the actions of the table do here, by id; all others do here what they do everywhere.
        offer: triggers an action of the table.
        page: where a question is shown.
        sittings: what was asked in this sitting, by queue. queue: the one that is looked at.
    """

    def __init__(
        self, session: Session, look: Look, thumbs: Thumbs, large: LargePictures, offer: Callable[[str], None]
    ) -> None:
        """Follow the session; `offer` triggers an action of the table."""
        super().__init__()
        make_place(self, "review")
        self.offer = offer
        self._session, self._large = session, large
        self._folder: Path | None = None
        self._batch: Batch | None = None
        self._moved = 0
        self.sittings = {QUESTIONS: Sitting(), LABELS: Sitting()}
        self.queue = QUESTIONS
        self.groups = Groups(self, session, self._show)
        self.head = Head(look, self.turn_to, self.toggle_group)
        self.page = Page(look, thumbs, large)
        self.nothing = Nothing(look)
        self.standing = Standing(look)
        self._lay_out()
        self.does = self._handlers()
        self._live = Live(self, session, self._question, self._take)
        session.changed.connect(self.take)

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.page)
        self.pages.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.standing)

    def _handlers(self) -> dict[str, Callable[[], None]]:
        by_key = {f"label_{digit}": partial(self.label_at, digit) for digit in range(1, 10)}
        does = (self.accept, self.reject, self.none, self.forget, self.preview)
        return by_key | {each.__name__: each for each in does}

    # What is asked of the library --------------------------------------------------------------------------------

    def _question(self) -> Callable[[Library], Batch] | None:
        snapshot = self._session.snapshot
        if snapshot is None or not snapshot.known or not snapshot.page.categories:
            return None
        before, sittings = self._batch, self.sittings.values()
        seen = [image_id for sitting in sittings for image_id in sitting.seen]
        skipped = frozenset[int]().union(*(sitting.skipped for sitting in sittings))
        return lambda library: next_batch(library, before, seen, skipped)

    def _take(self, batch: Batch) -> None:
        if self._batch is None or batch.steps != self._batch.steps:
            self._moved = batch.moved
        self._batch = batch
        self.groups.forget()
        self.sittings[QUESTIONS].take(batch, batch.questions, shown=self.queue == QUESTIONS)
        self.sittings[LABELS].take(batch, batch.doubts, shown=self.queue == LABELS)
        self._show()

    def take(self, _: object = None) -> None:
        """Show the session's snapshot; another library begins another sitting."""
        if self._session.folder is not self._folder:
            self._folder = self._session.folder
            self._batch, self._moved, self.queue = None, 0, QUESTIONS
            self.sittings = {QUESTIONS: Sitting(), LABELS: Sitting()}
            self.groups.forget()
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask from now on."""
        super().showEvent(event)
        self._large.forget()
        self._live.look()
        self._show()
        self._take_keyboard()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask no longer."""
        super().hideEvent(event)
        self._live.look(False)

    # What is on the screen ---------------------------------------------------------------------------------------

    @property
    def sitting(self) -> Sitting:
        """Of the queue that is looked at."""
        return self.sittings[self.queue]

    @property
    def names(self) -> dict[int, str]:
        """Names of the categories, by id."""
        return {category.id: category.name for category in self._session.categories}

    @property
    def asked(self) -> Asked | None:
        """The question on the screen."""
        item = self.sitting.current
        return None if item is None else item.asked

    @property
    def path(self) -> Path | None:
        """The file of the picture on the screen, where it was last seen."""
        return None if self.asked is None else self.asked.path

    @property
    def grouped(self) -> bool:
        """Whether the question on the screen is about a group; a picture that has no look-alikes is alone."""
        item = self.sitting.current
        if not self.groups.wanted or item is None or item.answer is not None or item.asked.reason == LABEL:
            return False
        return not self.groups.alone(item.asked)

    def _show(self) -> None:
        item = self.sitting.current if self._can_ask() else None
        doubts = len(self._batch.doubts) if self._batch else 0
        self.head.take(self.queue == LABELS, doubts, self.groups.wanted)
        keyboard, before = self.isAncestorOf(self.focusWidget()), self.pages.currentIndex()
        self.pages.setCurrentIndex(0 if item is not None else 1)
        if item is None:
            self.nothing.offer(*self._why_nothing())
            self.page.picture.show_picture(None)
        else:
            self._show_item(item)
        looked_at = sum(sitting.looked_at for sitting in self.sittings.values())
        self.standing.take(self._session, self._batch, looked_at, self._moved)
        self.standing.setVisible(self._can_ask())
        if keyboard and self.pages.currentIndex() != before:
            self._take_keyboard()
        if self.isVisible():
            self._session.select(() if item is None else (item.asked.image_id,))

    def _show_item(self, item: Item) -> None:
        ahead, names, page = self.sitting.ahead[:AHEAD], self.names, self.page
        group = self.groups.of(item.asked, ahead[0] if ahead else None) if self.grouped else None
        page.grouped = self.grouped
        page.show_pictures(item.asked, ahead, group, names)
        page.ask(*offers.words(item, group, page.grouped, names), *offers.choices(self, item, group, page.grouped))

    def _can_ask(self) -> bool:
        snapshot = self._session.snapshot
        return snapshot is not None and snapshot.known and bool(snapshot.page.categories) and snapshot.total > 0

    def _why_nothing(self) -> tuple[str, str, Choice | None]:
        return offers.nothing(self._session, self.sitting, self.queue == LABELS, self._batch, self._act_instead)

    def _act_instead(self, what: str) -> None:
        """Do what the button says that stands in place of a question."""
        if what == "skipped":
            self.sitting.ask_skipped_again()
            self._live.ask()
            self._show()
        elif what == QUESTIONS:
            self.turn_to(False)
        else:
            self.offer(what)

    def _take_keyboard(self) -> None:
        if self.pages.currentIndex() == 0:
            self.page.take_keyboard()
        else:
            self.nothing.take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window leaves the numbers one line."""
        super().resizeEvent(event)
        self.standing.be_short(self.height() < LOW)

    def minimumSizeHint(self) -> QSize:
        """A narrow window leaves it little."""
        return QSize(320, 320)

    # What the person does ----------------------------------------------------------------------------------------

    def turn_to(self, labels: bool) -> None:
        """Look at the other queue."""
        self.queue = LABELS if labels else QUESTIONS
        self._show()
        self._take_keyboard()

    def toggle_group(self) -> None:
        """Ask about one picture, or about several that look alike."""
        self.groups.wanted = not self.groups.wanted
        self._show()
        self._take_keyboard()

    def accept(self) -> None:
        """Take the suggestion, or leave the answer that was given, and go on."""
        item = self.sitting.current
        if item is None:
            return
        suggested = offers.suggested(item.asked, self.names)
        if item.answer is not None and item.answer.kind != "skipped":
            self._go(self.sitting.forward)
        elif self.grouped:
            self._settle_group()
        elif suggested is None:
            self.none()
        else:
            self.say_is(suggested)

    def _settle_group(self) -> None:
        group = self.groups.of(self.asked) if self.asked else None
        kept, out = self.page.grid.pictures.kept, self.page.grid.pictures.out
        if group is None:
            return
        if group.category_id not in self.names:
            self.none() if kept else self.skip()
        elif kept:
            say = partial(reviewing.are_but, self._session, kept, out, group.category_id)
            self._say(Answer("is", group.category_id, len(kept) + len(out)), say, kept + out)
        else:
            say = partial(reviewing.is_not, self._session, out, group.category_id)
            self._say(Answer("not", group.category_id, len(out)), say, out)

    def reject(self) -> None:
        """Say that the picture is not what is suggested; in a group, take the current one out or put it back."""
        asked = self.asked
        if asked is None:
            return
        if self.grouped:
            self.page.grid.toggle_current()
            return
        not_this = asked.category_id if asked.category_id in self.names else None
        if not_this is not None:
            answer = Answer("kept" if asked.reason == LABEL else "not", not_this)
            self._say(answer, partial(reviewing.is_not, self._session, [asked.image_id], not_this))

    def none(self) -> None:
        """Say that the picture, or those of the group that were kept, is none of the categories."""
        ids = self._ids()
        if ids:
            self._say(Answer("none", count=len(ids)), partial(reviewing.is_none, self._session, ids), ids)

    def forget(self) -> None:
        """Take away what was said of the picture."""
        item = self.sitting.current
        if item is None or (item.answer is None and item.asked.reason != LABEL):
            return
        said = item.asked.said if item.answer is None else None
        self._say(Answer("removed"), partial(reviewing.forget, self._session, [item.asked.image_id], said))

    def label_at(self, digit: int) -> None:
        """Say that it is of the category that has this key."""
        category = next((each for each in self._session.categories if each.digit == digit), None)
        if category is not None:
            self.say_is(category.id)

    def say_is(self, category_id: int) -> None:
        """Say that the picture, or those of the group that were kept, is of a category."""
        ids = self._ids()
        if ids:
            answer = Answer("is", category_id, len(ids))
            self._say(answer, partial(reviewing.is_of, self._session, ids, category_id), ids)

    def say_new(self, name: str) -> None:
        """Make a category of the picture, or of those of the group that were kept."""
        ids = self._ids()
        if ids:
            self._say(Answer("new", count=len(ids)), partial(reviewing.is_new, self._session, ids, name), ids)

    def preview(self) -> None:
        """Look close at the picture, or at all of it again; of a group, at the current one."""
        if self.asked is not None and self.grouped:
            self.page.grid.look_close()
        elif self.asked is not None:
            self.page.picture.toggle()

    def skip(self) -> None:
        """Go on without an answer."""
        item = self.sitting.current
        if item is None:
            return
        if item.answer is None:
            self._go(lambda: self.sitting.say(Answer("skipped")))
            if len(self.sitting.ahead) < FEW:
                self._live.ask()
        else:
            self._go(self.sitting.forward)

    def back(self) -> None:
        """Go back to the question before."""
        self._go(self.sitting.back)

    def digit_of(self, category_id: int) -> str:
        """The digit that answers with a category, or ""."""
        digits = {category.id: category.digit for category in self._session.categories}
        return str(digits.get(category_id) or "")

    def _ids(self) -> list[int]:
        if self.asked is None:
            return []
        return self.page.grid.pictures.kept if self.grouped else [self.asked.image_id]

    def _say(self, answer: Answer, say: Callable[[reviewing.Written], None], ids: list[int] | None = None) -> None:
        sitting, written = self.sitting, self._written
        item = sitting.say(answer, frozenset(ids or ()))
        say(lambda step: written(sitting, item, step))
        self._show()
        self._take_keyboard()

    def _written(self, sitting: Sitting, item: Item, step: int | None) -> None:
        sitting.written(item, step)
        if step is None:
            self._show()

    def _go(self, where: Callable[[], object]) -> None:
        where()
        self._show()
        self._take_keyboard()
