"""Encoders as rows of a list, and in words: what each is worth, what it costs, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from nomina_desktop.rows import RowsModel
from nomina_desktop.verbs import device_in_words
from nomina_desktop.words import decimal, number, said, tr

if TYPE_CHECKING:
    from nomina import Listed, Pace

STARTER = "starter"


@dataclass(frozen=True, slots=True)
class EncoderRow:
    """One encoder as the list shows it.

    Attributes:
        choice: tells it from the others.
        worth, cost, state: in words.
        in_use: whether it is at work.
    """

    choice: str
    title: str
    worth: str
    cost: str
    state: str
    in_use: bool = False


class EncoderRowsModel(RowsModel[EncoderRow]):
    """The encoders that are shown."""

    def key(self, row: EncoderRow) -> str:
        """Its choice."""
        return row.choice

    def said(self, row: EncoderRow, role: int) -> str | None:
        """See RowsModel."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(words for words in (row.title, row.state, row.worth, row.cost) if words)
        return None


def worth_of(listed: Listed) -> str:
    """What it is worth, in a few words."""
    if listed.imagenet is not None:
        return tr("Names {percent} % of ImageNet right").format(percent=decimal(listed.imagenet, 0))
    if listed.choice == STARTER:
        return tr("Everyday words; most things by examples")
    return tr("Knows words") if listed.words else tr("Pictures only: examples define categories")


def size_of(listed: Listed) -> str:
    """How large its weights are; "" where that is not known."""
    if listed.megabytes is None:
        return tr("Comes with Nomina") if listed.choice == STARTER else ""
    return tr("{megabytes} MB").format(megabytes=number(round(listed.megabytes)))


def pace_of(listed: Listed, pace: Pace | None) -> str:
    """How fast it is on this machine: measured, or else about; "" where nobody knows."""
    if pace is not None:
        if pace.a_second >= 1:
            return tr("{pictures} pictures a second").format(pictures=decimal(pace.a_second, 0))
        return tr("{seconds} s a picture").format(seconds=decimal(1 / pace.a_second, 1))
    if listed.seconds is None:
        return ""
    return tr("about {seconds} s a picture").format(seconds=decimal(listed.seconds, 1))


def facts_of(listed: Listed, pace: Pace | None) -> list[tuple[str, str]]:
    """All that is known of it, as (what, words)."""
    percent = decimal(listed.imagenet, 1) if listed.imagenet is not None else ""
    worth = tr("Names {percent} % of the ImageNet pictures right by words alone, as published").format(percent=percent)
    device = device_in_words(pace.device) if pace else ""
    measured = tr("{pace}, measured on {device}").format(pace=pace_of(listed, pace), device=device)
    guess = pace_of(listed, None)
    if guess and not listed.bearable:
        guess = tr("{pace}: long for this machine").format(pace=guess)
    words = tr("Names define categories, and examples sharpen them")
    weights = [] if listed.choice == STARTER else [(tr("Weights"), listed.repo or said(listed.note))]
    return [
        (tr("Worth"), worth if percent else listed.worth or worth_of(listed)),
        (tr("Words"), words if listed.words else tr("None: a category begins with its first example")),
        (tr("Size"), size_of(listed) or tr("Not known")),
        (tr("Pace here"), measured if pace else guess or tr("Not measured yet")),
        (tr("Licence"), listed.licence or tr("Not known")),
        *weights,
    ]


def in_one_line(at_work: Listed | None, better: Listed | None) -> str:
    """Which encoder is at work, and what a better one would cost; "" while that is not known."""
    if at_work is None:
        return ""
    said = tr("The encoder that looks at your pictures: {encoder}.").format(encoder=at_work.title)
    if better is None:
        return said
    cost = [better.title, tr("{size} to fetch").format(size=size_of(better)), pace_of(better, None)]
    offer = tr("A better one for this machine: {costs}.").format(costs=", ".join(words for words in cost if words))
    return f"{said} {offer}"
