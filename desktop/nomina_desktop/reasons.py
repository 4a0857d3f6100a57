"""What is believed of a picture and why, as rows that a card shows, each with a bar and in words."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt

from nomina_desktop.rows import RowsModel
from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina import Explanation, Opinion, Spoken, Vote
    from nomina_desktop.verbs import Reasons

MOST_RANKED, LEAST = 5, 0.005
"""Categories that are listed, and the probability from which on one is, but for the first two."""
MOST_EXAMPLES, MOST_REJECTS = 4, 2


@dataclass(frozen=True, slots=True)
class RankRow:
    """A category, or none of these, as it stands for a picture; or how many of several are said to be of it.

    Attributes:
        category_id: None for none of these, and for a state.
        share: length of the bar, 0..1.
        text: at the right: a percentage or a number.
        strong: whether it is what is said of the picture.
        note: in words: "you said so", "you said no", or "".
    """

    title: str
    category_id: int | None
    share: float
    text: str
    strong: bool = False
    note: str = ""

    @property
    def words(self) -> str:
        """For those who cannot see it."""
        return ", ".join(part for part in (self.title, self.text, self.note) if part)


@dataclass(frozen=True, slots=True)
class VoteRow:
    """What speaks for or against a category.

    Attributes:
        share: length of the bar, -1..1; less than 0 against.
        amount: what it adds to the score.
        hash: of the picture, or "".
        image_id: of the picture, or None.
    """

    title: str
    share: float
    amount: float
    hash: str = ""
    image_id: int | None = None

    @property
    def words(self) -> str:
        """For those who cannot see it, and those who want the number."""
        side = tr("for it") if self.amount > 0 else tr("against it") if self.amount < 0 else tr("no difference")
        return f"{self.title}, {side}: {self.amount:+.2f}"


R = TypeVar("R", RankRow, VoteRow)


class ReasonsModel(RowsModel[R]):
    """Rows of a card."""

    def key(self, row: R) -> Hashable:
        """All of it: a card with other reasons is another one."""
        return row

    def said(self, row: R, role: int) -> str | None:
        """See RowsModel."""
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.words
        return None


# Rows of a picture -----------------------------------------------------------------------------------------------


def ranked(opinion: Opinion) -> list[RankRow]:
    """The likeliest categories and none of these, the best first; what a person said stands first."""
    state, rows = opinion.state.value, []
    for place, each in enumerate(opinion.ranking[:MOST_RANKED]):
        if place > 1 and each.probability < LEAST and not each.yours:
            break
        note = tr("you said so") if each.yours else tr("you said no") if each.ruled_out else ""
        said = each.yours or (state == "likely" and place == 0) or (state == "unsure" and place < 2)
        share = each.probability
        rows.append(RankRow(each.category.name, each.category.id, share, _percent(share), said, note))
    none = RankRow(tr("none of these"), None, opinion.none, _percent(opinion.none), state == "none")
    first = sum(row.note != "" and row.strong for row in rows)
    at = next((place for place, row in enumerate(rows) if place >= first and row.share < none.share), len(rows))
    return [*rows[:at], none, *rows[at:]] if opinion.ranking and state != "unread" else []


def in_words(opinion: Opinion) -> str:
    """What is said of the picture, in a sentence."""
    names = [each.category.name for each in opinion.ranking]
    if opinion.state.value == "yours":
        yours = [each.category.name for each in opinion.ranking if each.yours] or names[:1]
        return tr("✓ yours: {category}").format(category=", ".join(yours))
    if opinion.state.value == "likely":
        return tr("likely {category}").format(category=names[0])
    if opinion.state.value == "unsure" and len(names) > 1:
        return tr("unsure: {first} or {second}").format(first=names[0], second=names[1])
    if opinion.state.value == "unread":
        return tr("not read yet")
    if not names or any(each.ruled_out for each in opinion.ranking):
        return tr("none of these")
    return tr("none of these: nothing stands out")  # however the shares compare


def possible(opinion: Opinion) -> str:
    """Which categories cannot be ruled out: "At 90 %: fox or dog"; "" where nothing can be said."""
    if not opinion.ranking or opinion.state.value in ("yours", "unread"):
        return ""
    level = _percent(opinion.level)
    if not opinion.enough:
        return tr("Too few labels yet to say which categories are ruled out at {level}.").format(level=level)
    names = [each.category.name for each in opinion.ranking if each.possible]
    if not names:
        return tr("At {level}: none of your categories.").format(level=level)
    return tr("At {level}: {categories}").format(level=level, categories=tr(" or ").join(names))


def voted(explanation: Explanation, reasons: Reasons) -> list[VoteRow]:
    """What made the score: the words, the examples and rejects that count most, and the rest of them together."""
    rows = []
    if explanation.wordings:
        title = tr("the words “{words}”").format(words=explanation.wordings[0][0])
        rows.append(VoteRow(title, 0.0, explanation.words))
    more = max(0, len(explanation.examples) - MOST_EXAMPLES)
    rows += _pictures(explanation.examples, MOST_EXAMPLES, reasons, tr("%Ln other example(s)", None, more))
    if explanation.unlike:
        rows.append(VoteRow(tr("the words for what it is not"), 0.0, explanation.unlike))
    rows += [VoteRow(_circumstance(each), 0.0, each.amount) for each in explanation.circumstances]
    against = [vote for vote in explanation.rejects if vote.amount]
    rest = tr("%Ln other reject(s)", None, max(0, len(against) - MOST_REJECTS))
    rows += _pictures(against, MOST_REJECTS, reasons, rest)
    largest = max((abs(row.amount) for row in rows), default=0.0) or 1.0
    return [VoteRow(row.title, row.amount / largest, row.amount, row.hash, row.image_id) for row in rows]


def _circumstance(spoken: Spoken) -> str:
    """A circumstance in words: “the folder “herons””."""
    title = {
        "folder": tr("the folder “{value}”"),
        "day": tr("the day {value}"),
        "month": tr("the month {value}"),
        "time of day": tr("the time of day"),
        "camera": tr("the camera {value}"),
        "place": tr("the place"),
    }[spoken.kind.value]
    value = os.path.basename(spoken.value) if spoken.kind.value == "folder" else spoken.value
    return title.format(value=value)


def _pictures(votes: Sequence[Vote], most: int, reasons: Reasons, rest: str) -> list[VoteRow]:
    rows = []
    for vote in votes[:most]:
        hash, name = reasons.pictures.get(vote.image_id, ("", tr("an example from a pack")))
        own = vote.image_id == reasons.about.image.id
        rows.append(VoteRow(tr("this picture itself") if own else name, 0.0, vote.amount, hash, vote.image_id))
    if len(votes) > most:
        rows.append(VoteRow(rest, 0.0, sum(vote.amount for vote in votes[most:])))
    return rows


def counted(captions: Iterable[tuple[str, int | None]]) -> list[RankRow]:
    """How many of several pictures are said to be what, the most frequent first."""
    counts: dict[tuple[str, int | None], int] = {}
    for caption in captions:
        counts[caption] = counts.get(caption, 0) + 1
    total = sum(counts.values()) or 1
    ordered = sorted(counts.items(), key=lambda each: -each[1])
    return [RankRow(title, mark, count / total, number(count), True) for (title, mark), count in ordered]


def _percent(share: float) -> str:
    return tr("{number} %").format(number=round(100 * share))
