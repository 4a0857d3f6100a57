"""One sitting of the review: what was asked, what was said, what comes next. It knows no widget and no library.

Questions that are on the screen never change by themselves; those that come after them are replaced by every batch.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from nomina_desktop.questions import Asked, Batch, Said

NOBODY = -1
"""The step of an answer that is still being written."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said of a picture.

    Attributes:
        kind: "is", "not", "none", "kept" or "removed" (of a label), or "skipped".
        category_id: what it is, or is not; None otherwise.
        count: pictures that were answered at once.
    """

    kind: str
    category_id: int | None = None
    count: int = 1


@dataclass(slots=True)
class Item:
    """A question of this sitting with its answers, the latest last.

    Attributes:
        answers: (answer, number of its step); NOBODY while it is being written, 0 for what writes nothing.
        undone: the answer that undo took back last, with what was said of the picture right after that.
        together: images that were answered with it at once.
    """

    asked: Asked
    answers: list[tuple[Answer, int]] = field(default_factory=list)
    undone: tuple[Answer, Said] | None = None
    together: frozenset[int] = frozenset()

    @property
    def answer(self) -> Answer | None:
        """The latest answer."""
        return self.answers[-1][0] if self.answers else None

    @property
    def pending(self) -> bool:
        """Whether an answer is still being written."""
        return any(step == NOBODY for _, step in self.answers)


class Sitting:
    """The questions of one of the two queues, in the order in which they were on the screen.

    Attributes:
        items: those that were or are on the screen. at: which one is; len(items) where none is.
        ahead: those that come next.
        loaded: whether any batch has come.
    """

    def __init__(self) -> None:
        """Nothing was asked yet."""
        self.items: list[Item] = []
        self.at = 0
        self.ahead: list[Asked] = []
        self.loaded = False

    @property
    def current(self) -> Item | None:
        """What is on the screen."""
        return self.items[self.at] if self.at < len(self.items) else None

    @property
    def looked_at(self) -> int:
        """How many pictures were answered."""
        answers = [item.answer for item in self.items]
        return sum(answer.count for answer in answers if answer is not None and answer.kind != "skipped")

    @property
    def seen(self) -> list[int]:
        """Images that were asked about."""
        return list(dict.fromkeys(item.asked.image_id for item in self.items))

    @property
    def skipped(self) -> frozenset[int]:
        """Images that are not to be asked about again in this sitting."""
        return frozenset(
            item.asked.image_id for item in self.items if item.answer is not None and item.answer.kind == "skipped"
        )

    # What the person does ----------------------------------------------------------------------------------------

    def say(self, answer: Answer, together: frozenset[int] = frozenset()) -> Item:
        """Answer the question on the screen and go on; its step is told by `written`.

        Args:
            together: images that are answered with it.
        """
        item = self.items[self.at]
        item.together = together
        self.ahead = [each for each in self.ahead if each.image_id not in together]
        if item.answer is not None and item.answer.kind == "skipped":
            item.answers.clear()
        item.answers.append((answer, 0 if answer.kind == "skipped" else NOBODY))
        item.undone = None
        self.forward()
        return item

    def forward(self) -> None:
        """Go to the next question that was on the screen before, or to a new one."""
        self.at = min(self.at + 1, len(self.items))
        self._fill()

    def back(self) -> bool:
        """Go to the question before; whether there is one."""
        if self.at == 0:
            return False
        self.at -= 1
        return True

    def ask_skipped_again(self) -> None:
        """Forget that questions were skipped."""
        gone = [item for item in self.items if item.answer is not None and item.answer.kind == "skipped"]
        before = sum(1 for item in self.items[: self.at] if item in gone)
        self.items = [item for item in self.items if item not in gone]
        self.at -= before

    # What the library says ---------------------------------------------------------------------------------------

    def written(self, item: Item, step: int | None) -> None:
        """The oldest answer that was being written is in the library, or for None could not be: it is asked again."""
        at = next((i for i, (_, number) in enumerate(item.answers) if number == NOBODY), None)
        if at is None:
            return
        if step is None:
            del item.answers[at]
            if item in self.items:
                self.at = self.items.index(item)
        else:
            item.answers[at] = (item.answers[at][0], step)

    def take(self, batch: Batch, questions: tuple[Asked, ...], *, shown: bool = True) -> None:
        """Take what comes next, and notice what was undone, done again or is gone.

        Args:
            shown: whether the question is on the screen; else another may take its place.
        """
        self.loaded = True
        if not shown and self.items and self.current is self.items[-1] and not self.current.answers:
            self.items.pop()
        self._drop_gone(batch)
        back_to = [item for item in self.items if self._undone(item, batch)]
        if back_to:
            self.at = self.items.index(back_to[-1])
        for item in self.items:
            if self._done_again(item, batch) and item is self.current:
                self.at += 1
        waiting = {item.asked.image_id for item in self.items if item.pending or item.answer is None} | self.skipped
        waiting = waiting.union(*(item.together for item in self.items if item.pending))
        self.ahead = [each for each in questions if each.image_id not in waiting]
        self._fill()

    def _fill(self) -> None:
        if self.at == len(self.items) and self.ahead:
            self.items.append(Item(self.ahead.pop(0)))

    def _drop_gone(self, batch: Batch) -> None:
        """Pictures that left the library are no longer asked about; those not looked for by this batch stay."""
        asked = set(batch.asked_for)
        gone = [item for item in self.items if item.asked.image_id in asked - batch.said.keys()]
        self.at -= sum(1 for item in self.items[: self.at] if item in gone)
        self.items = [item for item in self.items if item not in gone]

    def _undone(self, item: Item, batch: Batch) -> bool:
        """Take away answers whose steps undo has taken back; whether there were any."""
        if item.pending:
            return False
        kept = [(answer, step) for answer, step in item.answers if step == 0 or step in batch.steps]
        if len(kept) == len(item.answers):
            return False
        item.undone = (item.answers[-1][0], batch.said.get(item.asked.image_id, frozenset()))
        item.answers = kept
        return True

    def _done_again(self, item: Item, batch: Batch) -> bool:
        """Bring an answer again that redo has brought; whether it has."""
        said = batch.said.get(item.asked.image_id)
        if item.undone is None or item.pending or said is None or said == item.undone[1]:
            return False
        item.answers.append((item.undone[0], max(batch.steps, default=0)))
        item.undone = None
        return True
