"""The groups of look-alikes of the question on the screen and of the next one, asked for ahead of time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from nomina_desktop.questions import Asked, Group, group_of
from nomina_desktop.session import Session

COUNT = 12


class Groups(QObject):
    """Finds groups, each once; they are forgotten when the library says something new.

    Attributes:
        wanted: whether groups are to be shown.
    """

    def __init__(self, parent: QObject, session: Session, arrived: Callable[[], None]) -> None:
        """`arrived` is called when a group that was asked for is there."""
        super().__init__(parent)
        self._session, self._arrived = session, arrived
        self._known: dict[int, Group] = {}
        self._asked: set[int] = set()
        self._shown: int | None = None
        self.wanted = False

    def of(self, asked: Asked, following: Asked | None = None) -> Group | None:
        """The group of a question, or None until it has arrived; that of the following one is looked for too."""
        self._shown = asked.image_id
        for each in (asked, following):
            if each is not None and each.image_id not in self._known and each.image_id not in self._asked:
                self._asked.add(each.image_id)
                verb = partial(group_of, image_id=each.image_id, count=COUNT)
                self._session.ask(verb, done=self._take, failed=partial(self._failed, each))
        return self._known.get(asked.image_id)

    def alone(self, asked: Asked) -> bool:
        """Whether it is known that no other picture goes with this one."""
        group = self._known.get(asked.image_id)
        return group is not None and len(group.pictures) == 1

    def forget(self) -> None:
        """Look again for all but the group on the screen, which does not change under the eyes."""
        self._known = {lead: group for lead, group in self._known.items() if lead == self._shown}
        self._asked.clear()

    def _take(self, group: Group) -> None:
        if group.lead in self._asked:
            self._asked.discard(group.lead)
            self._known[group.lead] = group
            if group.lead == self._shown:
                self._arrived()

    def _failed(self, asked: Asked, _: Exception) -> None:
        """A picture that is gone is asked about no more: the next batch says so."""
        self._asked.discard(asked.image_id)
