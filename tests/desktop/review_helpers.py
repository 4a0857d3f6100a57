"""The review as a person uses it: what is asked, what keys do, what the library then has."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

KEY = Qt.Key


def press(desk, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """A key goes to what has the keyboard."""
    if QApplication.focusWidget() is None:  # a dialog has closed; without a window manager nobody else does this
        desk.window.activateWindow()
        desk.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    desk.qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def type_ahead(desk):
    """The line in which a name is typed, opened by its key."""
    press(desk, KEY.Key_R)
    dialog = QApplication.activeModalWidget()
    dialog.activateWindow()
    desk.qtbot.waitUntil(dialog.line.hasFocus)
    return dialog.line


def view(desk):
    return desk.window.review


def asked(desk):
    """Name of the picture that is asked about."""
    found = view(desk).asked
    return None if found is None else found.path.name


def colour(desk):
    return asked(desk).rpartition("-")[2].removesuffix(".png")


def wait_question(desk):
    desk.settle()
    desk.qtbot.waitUntil(lambda: view(desk).asked is not None)


def go_to(desk, name):
    """Skip until a picture of a colour is asked about."""
    for _ in range(30):
        if colour(desk) == name:
            return
        press(desk, KEY.Key_S)
        wait_question(desk)
    raise AssertionError(f"no {name} picture came")


def said(desk, *, rejected=False):
    """(file name, category) of all that a person said, read from the library."""
    names = {category.id: category.name for category in desk.session.categories}
    out = []

    def read(library):
        files = {image.id: image.path.name for image in library.store.images()}
        return [
            (files[each.image_id], names.get(each.category_id, "?"))
            for each in library.store.labels()
            if each.accepted != rejected
        ]

    desk.session.ask(read, done=out.append)
    desk.qtbot.waitUntil(lambda: bool(out))
    return out[0]


def buttons(desk):
    answers = view(desk).page.answers
    return [each.accessibleName() for each in (*answers.candidates, *answers.others) if each.isVisible()]


def said_files(desk):
    return [desk.grid.pictures.path(row).name for row in range(desk.grid.pictures.rowCount())]


def group(desk):
    """The group on the screen, once it has come."""
    desk.qtbot.waitUntil(lambda: view(desk).page.grid.pictures.rowCount() > 0)
    return view(desk).page.grid.pictures
