"""A switch: whether folder, date, camera and place of pictures count as evidence, and what that is worth here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nomina_desktop.acts.circumstances import Weighed
from nomina_desktop.dialogs.question import Question
from nomina_desktop.look import Look
from nomina_desktop.words import decimal, number, tr


class CircumstancesDialog(Question):
    """Says what the switch does and would change, and turns it."""

    def __init__(self, look: Look, parent: QWidget, weighed: Weighed, turn: Callable[[], None]) -> None:
        """`turn` turns it."""
        title = tr("Folder, date and place count") if weighed.on else tr("Let folder, date and place count?")
        sentence = tr(
            "As a rule only what a picture shows counts. With this a category learns from the folder, the day, the "
            "time of day, the camera and the place of its examples, too. It helps where pictures of one event lie "
            "together, and misleads where they do not."
        )
        act = tr("Let them count no more") if weighed.on else tr("Let them count")
        super().__init__(look, parent, title, sentence, act)
        for words in (_worth(weighed), _moved(weighed)):
            self.fields.addWidget(look.words(words, wraps=True))
        self.accepted.connect(turn)


def _worth(weighed: Weighed) -> str:
    worth = weighed.worth
    if worth is None:
        return tr("What it is worth here can be told as soon as 30 pictures of two or more categories are confirmed.")
    without, with_them = (decimal(100 * count / worth.pictures, 1) for count in (worth.without, worth.with_them))
    return tr(
        "Of {pictures} confirmed pictures, each asked as if nobody had confirmed it, {without} % are right without it "
        "and {with_them} % with it."
    ).format(pictures=number(worth.pictures), without=without, with_them=with_them)


def _moved(weighed: Weighed) -> str:
    return tr("%Ln picture(s) would get another best category.", None, weighed.moved)
