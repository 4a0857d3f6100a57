"""Labels a folder, or what else is chosen: it says what would be done, with which pictures, before it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QSlider, QSplitter, QVBoxLayout, QWidget

import nomina
from nomina_desktop.acts import runs
from nomina_desktop.acts.runs import Scope
from nomina_desktop.dialogs.outcome_lists import OutcomeGrid, OutcomeList
from nomina_desktop.dialogs.working import Working
from nomina_desktop.live import Live
from nomina_desktop.look import Look
from nomina_desktop.notices import added_words, count
from nomina_desktop.outcomes import outcomes
from nomina_desktop.session import Session
from nomina_desktop.tasks import Verb
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina import Added, Foreseen

STEPS = (2, 3, 4, 5, 7, 10, 20, 50, 100)
"""What the slider offers: at most 1 label in so many is wrong."""
USUAL = STEPS.index(5)


class LabelDialog(Working):
    """Which pictures, how sure a label must be, and what that would do.

    Attributes:
        scope: the box that says which pictures.
        sure: the slider.
        table, pictures: what would become of them, and the pictures of its current row.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        session: Session,
        thumbs: Thumbs,
        scopes: Sequence[Scope],
        choose_folder: Callable[[], Path | None],
        again: Callable[[Scope], None],
        add: Sequence[Path] = (),
    ) -> None:
        """Offer the scopes, the first of them chosen; where `add` names something, add that first.

        Args:
            choose_folder: asks for another folder, whose pictures are added first.
            again: asks once more, when it was closed before the pictures were added.
        """
        super().__init__(
            look,
            parent,
            session,
            tr("Label pictures"),
            tr(
                "Each picture gets its best category where that is sure enough. What you labelled stays. Nothing is"
                " written before you say so, and one Undo takes all of it back."
            ),
            tr("Label pictures"),
        )
        self._choose_folder, self._again = choose_folder, again
        self._scopes = list(scopes)
        self._foreseen: Foreseen | None = None
        self._added = self._why_not = ""
        self._make_fields(look)
        self._make_lists(look, thumbs)
        self._live = Live(self, session, self._question, self._take, self._refused)
        self.accepted.connect(self._label)
        self.fit(920, 660)
        if add:
            self._add(list(add))
        else:
            self._ask()

    def _make_fields(self, look: Look) -> None:
        self.scope = QComboBox()
        self.scope.setAccessibleName(tr("Which pictures"))
        self._fill_scopes(0)
        self.scope.activated.connect(self._scope_chosen)
        self.sure = QSlider(Qt.Orientation.Horizontal)
        self.sure.setAccessibleName(tr("How sure a label must be"))
        self.sure.setRange(0, len(STEPS) - 1)
        self.sure.setPageStep(1)
        self.sure.setValue(USUAL)
        self.sure.valueChanged.connect(lambda _: self._ask())
        self._promise, self._number = look.words(), look.words("", 12, tone="secondary")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.addWidget(look.words(tr("Which pictures"), 12, tone="secondary"), 0, 0)
        grid.addWidget(look.words(tr("How sure a label must be"), 12, tone="secondary"), 0, 1)
        grid.addWidget(self.scope, 1, 0)
        grid.addWidget(self.sure, 1, 1)
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._promise)
        words.addWidget(self._number)
        words.addStretch(1)
        grid.addLayout(words, 2, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self.fields.addLayout(grid)
        self.fields.addSpacing(8)

    def _make_lists(self, look: Look, thumbs: Thumbs) -> None:
        self.table, self.pictures = OutcomeList(look, thumbs, self), OutcomeGrid(look, thumbs, self)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_pictures())
        self._which = look.words("", 12, tone="secondary")
        self._which.setContentsMargins(4, 0, 0, 0)
        side = QWidget()
        inside = QVBoxLayout(side)
        inside.setContentsMargins(12, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self._which)
        inside.addWidget(self.pictures, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(side)
        split.setStretchFactor(1, 1)
        split.setSizes([400, 480])
        self.fields.addWidget(split, 1)

    # Which pictures ----------------------------------------------------------------------------------------------

    def _fill_scopes(self, chosen: int) -> None:
        self.scope.clear()
        self.scope.addItems([each.title for each in self._scopes])
        self.scope.addItem(tr("A folder…"))
        self.scope.setCurrentIndex(chosen)
        self._chosen = chosen

    def _scope_chosen(self, number: int) -> None:
        if number < len(self._scopes):
            self._chosen = number
            self._ask()
            return
        folder = self._choose_folder()
        self.scope.setCurrentIndex(self._chosen)
        if folder is not None:
            self._add([folder])

    def _add(self, paths: list[Path]) -> None:
        """Add pictures; the question follows when they are there."""
        self._live.look(False)
        self._forget()
        self.complain("")
        self._say_promise()
        self.scope.setItemText(self._chosen, paths[0].name)
        for widget in (self.scope, self.sure):
            widget.setEnabled(False)
        self.say(tr("The pictures are being added. You can close this: Nomina goes on, and tells you."))
        runs.add_first(
            self._session,
            paths,
            progress=self.show_work,
            done=partial(self._was_added, paths),
            failed=self._not_added,
            stopped=lambda _: self._not_added(None),
        )

    def _was_added(self, paths: list[Path], added: Added) -> None:
        scope = _scope_of(paths, added)
        if self.gone:
            self._tell_later(scope, added)
            return
        self.show_work(None)
        for widget in (self.scope, self.sure):
            widget.setEnabled(True)
        self._added = added_words(added)
        self._scopes.append(scope)
        self._fill_scopes(len(self._scopes) - 1)
        self._ask()

    def _tell_later(self, scope: Scope, added: Added) -> None:
        notices = self._session.notices
        if added.skipped:
            notices.added(added)
        else:
            notices.tell(added_words(added), act_name=tr("Label them…"), act=partial(self._again, scope))

    def _not_added(self, error: Exception | None) -> None:
        if self.gone:
            if error is not None:
                self._session.notices.failed(error)
            return
        self.show_work(None)
        for widget in (self.scope, self.sure):
            widget.setEnabled(True)
        self._fill_scopes(self._chosen)
        self._ask()
        if error is not None:
            self.refuse(error)

    # What would be done ------------------------------------------------------------------------------------------

    @property
    def at_least(self) -> float:
        """The probability that a label needs."""
        return nomina.sure_of(STEPS[self.sure.value()])

    def _ask(self) -> None:
        self._say_promise()
        self.agree.setEnabled(False)
        self._live.ask()
        self._live.look()

    def _say_promise(self) -> None:
        one_in = STEPS[self.sure.value()]
        self._promise.setText(tr("At most about 1 label in {number} wrong").format(number=one_in))
        self._number.setText(tr("each at least {percent} % likely").format(percent=round(100 * self.at_least)))
        self.sure.setAccessibleDescription(f"{self._promise.text()}, {self._number.text()}")

    def _question(self) -> Verb:
        if self._foreseen is None:
            self.say(tr("Looking at the pictures…"))
        return runs.foresee(self._scopes[self._chosen], self.at_least)

    def _take(self, foreseen: Foreseen) -> None:
        if self.gone:
            return
        if self.wrong.text() == self._why_not:
            self.complain("")
        self._foreseen = foreseen
        before = self.table.outcomes.outcome(self.table.currentIndex().row())
        self.table.outcomes.take(outcomes(foreseen))
        self.table.setCurrentIndex(self.table.outcomes.index(self.table.outcomes.row_like(before)))
        self._show_pictures()
        labelled = foreseen.pictures
        self.agree.setEnabled(labelled > 0)
        self.agree.setText(
            tr("Label {pictures}").format(pictures=count(labelled, "picture")) if labelled else tr("Label pictures")
        )
        words = [self._added] if self._added else []
        words.append(
            tr("{some} of {all} would get a label.").format(
                some=number(labelled), all=count(len(foreseen.ids), "picture")
            )
        )
        if foreseen.replaced:
            replaced = tr("They take the place of {number} of earlier runs.")
            words.append(replaced.format(number=number(foreseen.replaced)))
        self.say(" ".join(words))

    def _refused(self, error: Exception) -> None:
        if not self.gone:
            self._forget()
            self.say("")
            self.refuse(error)
            self._why_not = self.wrong.text()

    def _forget(self) -> None:
        self._foreseen = None
        self.agree.setEnabled(False)
        self.table.outcomes.take([])
        self._show_pictures()

    def _show_pictures(self) -> None:
        outcome = self.table.outcomes.outcome(self.table.currentIndex().row())
        self.pictures.outcome_pictures.take(self._foreseen, outcome)
        if outcome is None:
            self._which.setText("")
        elif outcome.kind == "label":
            self._which.setText(tr("{name}, the least sure first").format(name=outcome.title))
        else:
            self._which.setText(tr("{name}: left alone").format(name=outcome.title))

    def _label(self) -> None:
        runs.label(self._session, self._scopes[self._chosen], self.at_least)


def _scope_of(paths: Sequence[Path], added: Added) -> Scope:
    """The pictures that were just added, or were there already."""
    ids = tuple(sorted(set(added.files.values())))
    if len(paths) > 1:
        return Scope(tr("What was dropped ({number})").format(number=number(len(ids))), None, ids)
    title = f"{paths[0].name} ({number(len(ids))})"
    return Scope(title, paths[0]) if paths[0].is_dir() else Scope(title, None, ids)
