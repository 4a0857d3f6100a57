"""What the tutorial asks a person to do, one step after another: where it points, and how it sees that it was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TR_NOOP, QRect
from PySide6.QtWidgets import QWidget

from nomina_desktop.session import Session
from nomina_desktop.window import Window

SHOWN, FOLLOWS = "motorcycle_left.png", "motorcycle_right.png"
"""Two of the sample pictures: one is shown as an example, and the other is found by it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: a widget, and what of it is meant."""

    widget: QWidget
    rect: QRect


@dataclass(frozen=True, slots=True)
class Then:
    """How things stood when a step began.

    Attributes:
        categories: how many there were.
        undo: name of what Undo would have taken back.
    """

    categories: int
    undo: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do.

    Attributes:
        title, text: in English. “{accept}” stands for the key of the action of that id.
        done: whether the person did it.
        at: where to point; None where there is nothing to point at just now.
        row: which picture of the grid to point at instead; -1 where it is not there.
    """

    title: str
    text: str
    done: Callable[[Window, Session, Then], bool]
    at: Callable[[Window], Place | None] = lambda _: None
    row: Callable[[Window], int] | None = None

    def place(self, window: Window) -> Place | None:
        """Where to point."""
        return self.at(window) if self.row is None else _picture(window, self.row(window))

    def reveal(self, window: Window) -> None:
        """Scroll to the picture that is pointed at."""
        grid = window.gallery.grid
        if self.row is not None and 0 <= self.row(window) < len(grid.pictures):
            grid.scrollTo(grid.pictures.index(self.row(window)))


def whole(widget: QWidget) -> Place:
    """All of a widget."""
    return Place(widget, widget.rect())


def _picture(window: Window, row: int) -> Place | None:
    grid = window.gallery.grid
    if not 0 <= row < len(grid.pictures):
        return None
    seen = grid.visualRect(grid.pictures.index(row)) & grid.viewport().rect()
    return Place(grid.viewport(), seen) if seen.isValid() else whole(grid)


def _named(name: str) -> Callable[[Window], int]:
    """Where a sample picture is."""

    def row_of(window: Window) -> int:
        model = window.gallery.grid.pictures
        paths = ((row, model.path(row)) for row in range(len(model)))
        return next((row for row, path in paths if path is not None and path.name == name), -1)

    return row_of


def _best(window: Window) -> int:
    """A picture that a category was found for; the first where there is none."""
    model = window.gallery.grid.pictures
    return next((row for row in range(len(model)) if model.state(row) in ("likely", "yours")), 0)


def _read(_: Window, session: Session, __: Then) -> bool:
    return session.snapshot is not None and session.snapshot.known and session.snapshot.total > 0 and not session.busy


def _foretold(window: Window, session: Session, then: Then) -> bool:
    return window.categories.typed.would.isVisible() or _one_more(window, session, then)


def _one_more(_: Window, session: Session, then: Then) -> bool:
    return len(session.categories) > then.categories


def _named_by_pictures(window: Window, session: Session, then: Then) -> bool:
    return window.categories.typed.of.isVisible() or _one_more(window, session, then)


def _selected(_: Window, session: Session, __: Then) -> bool:
    return bool(session.selection)


def _told(_: Window, session: Session, then: Then) -> bool:
    return session.snapshot is not None and session.snapshot.undo != then.undo


def _undone(_: Window, session: Session, __: Then) -> bool:
    return session.snapshot is not None and bool(session.snapshot.redo)


def _never(_: Window, __: Session, ___: Then) -> bool:
    return False


STEPS = (
    Step(
        QT_TR_NOOP("Pictures come in"),
        QT_TR_NOOP("Nomina brings a few. It looks at each one once, on this computer. That takes some seconds."),
        _read,
        lambda window: whole(window.status),
    ),
    Step(
        QT_TR_NOOP("Type a name: cat"),
        QT_TR_NOOP("Go to this line, by a click or {new_category}, and type it. Do not press Return yet."),
        _foretold,
        lambda window: whole(window.categories.line),
    ),
    Step(
        QT_TR_NOOP("This is what would happen"),
        QT_TR_NOOP("So many pictures would move, and these fit best. Press Return to make the category."),
        _one_more,
        lambda window: whole(window.categories.typed),
    ),
    Step(
        QT_TR_NOOP("That is your first category"),
        QT_TR_NOOP("Each picture was compared with it. What does not stand out is none of these. Select this one."),
        _selected,
        row=_best,
    ),
    Step(
        QT_TR_NOOP("Is it right?"),
        QT_TR_NOOP(
            "Here you see why. Press {accept} for yes, {reject} for no. Only what you say teaches; guesses never do."
        ),
        _told,
        lambda window: whole(window.cards),
    ),
    Step(
        QT_TR_NOOP("No good word? Show it"),
        QT_TR_NOOP("Select this motorcycle, and press {category_of}: a category of what you selected."),
        _named_by_pictures,
        row=_named(SHOWN),
    ),
    Step(
        QT_TR_NOOP("Give it any name"),
        QT_TR_NOOP("Mine, for example: the picture says what you mean. Then press Return."),
        _one_more,
        lambda window: whole(window.categories.typed),
    ),
    Step(
        QT_TR_NOOP("The other one followed"),
        QT_TR_NOOP("One example was enough to find it. And all can be taken back: press {undo}."),
        _undone,
        row=_named(FOLLOWS),
    ),
    Step(
        QT_TR_NOOP("Now your own pictures"),
        QT_TR_NOOP(
            "Drop a folder of them on this window. {label_all} labels all, {export} takes the labels elsewhere, "
            "{palette} finds every command."
        ),
        _never,
    ),
)
"""The last one says what may come next, and is not counted."""
