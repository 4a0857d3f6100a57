"""The encoders as a list, and what can be done with each: fetched, measured, compared, put to work, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

import nomina
from nomina_desktop.acts import encoders as acts
from nomina_desktop.dialogs.encoder_detail import EncoderDetail
from nomina_desktop.dialogs.encoder_list import EncoderList
from nomina_desktop.dialogs.files import Files
from nomina_desktop.dialogs.working import Working
from nomina_desktop.encoder_rows import EncoderRow, pace_of, size_of, worth_of
from nomina_desktop.encoders import Encoders
from nomina_desktop.look import Look
from nomina_desktop.models import Role
from nomina_desktop.notices import Work
from nomina_desktop.session import Session
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import Comparison, Listed, Settings

WIDE, HIGH = 920, 600


class EncodersDialog(Working):
    """Lists the encoders, tells all of the current one, and does what can be done with it.

    Attributes:
        list: the view, with its model `rows`.
        with_words, bearable: what the list leaves out.
        detail: all of the current one, and its buttons.
        from_folder: asks for a model of the person's own.
    """

    def __init__(
        self, look: Look, parent: QWidget, session: Session, encoders: Encoders, settings: Settings, files: Files
    ) -> None:
        """Look what there is, and show it."""
        sentence = tr("An encoder is what looks at your pictures. A better one sorts them better, and takes longer.")
        super().__init__(look, parent, session, tr("Encoders"), sentence, "")
        self._encoders, self._settings, self._files = encoders, settings, files
        self._compared: dict[str, Comparison] = {}
        self._wanted = ""
        self._comparing: tuple[str, Work] | None = None
        self.list = EncoderList(look)
        self.with_words = QCheckBox(tr("Knows words"))
        self.bearable = QCheckBox(tr("Light enough for this machine"))
        self.bearable.setChecked(True)
        self.bearable.setToolTip(tr("At most half a second a picture, and a quarter of the memory"))
        self.from_folder = QPushButton(tr("From a folder…"))
        self.from_folder.clicked.connect(lambda _: self._ask_folder())
        self.detail = EncoderDetail(look)
        self._lay_out()
        for box in (self.with_words, self.bearable):
            box.toggled.connect(lambda _: self.take())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._went())
        self.detail.bind(
            self._current,
            {
                "fetch": self._encoders.fetch,
                "resume": self._encoders.fetch,
                "use": self._use,
                "compare": self._compare,
                "measure": self._encoders.measure,
                "remove": self._encoders.remove,
                "keep": self._keep,
            },
        )
        self._encoders.changed.connect(self.take)
        self._encoders.watched = True
        self._encoders.look()
        self.take()
        self.list.setFocus()

    def _lay_out(self) -> None:
        boxes = QHBoxLayout()
        boxes.setSpacing(16)
        boxes.addWidget(self.with_words)
        boxes.addWidget(self.bearable)
        boxes.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(boxes)
        left.addWidget(self.list, 1)
        left.addWidget(self.from_folder, alignment=Qt.AlignmentFlag.AlignLeft)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addLayout(left, 6)
        across.addWidget(self.detail, 5)
        self.fields.addLayout(across, 1)
        self.fit(WIDE, HIGH)

    # What is shown -----------------------------------------------------------------------------------------------

    def take(self) -> None:
        """Show the encoders as they stand; the current one stays."""
        if self.gone:
            return
        self.list.rows.take([self._row(each) for each in self._shown()])
        row = max(self.list.rows.row_of(self._wanted or self._encoders.at_work), 0)
        if self.list.rows.rowCount() and self.list.currentIndex().row() != row:
            wanted = self._wanted
            self.list.setCurrentIndex(self.list.rows.index(row))
            self._wanted = wanted  # it may be hidden for now
        self._show_current()

    def _shown(self) -> list[Listed]:
        """Those that the boxes let through: the one at work, those on this machine, then the others."""
        at_work = self._encoders.at_work
        shown = [
            each
            for each in self._encoders.listed
            if each.choice == at_work
            or (
                (each.words or not self.with_words.isChecked())
                and (each.bearable or each.at_hand or not self.bearable.isChecked())
            )
        ]
        return sorted(shown, key=lambda each: (each.choice != at_work, not each.at_hand))

    def _row(self, listed: Listed) -> EncoderRow:
        pace = self._encoders.paces.get(listed.choice)
        cost = "  ·  ".join(words for words in (size_of(listed), pace_of(listed, pace)) if words)
        in_use = listed.choice == self._encoders.at_work
        return EncoderRow(listed.choice, listed.title, worth_of(listed), cost, self._state(listed), in_use)

    def _state(self, listed: Listed) -> str:
        work = self._encoders.works.get(listed.choice)
        if work is not None:
            return tr("{percent} %").format(percent=work.line.percent) if work.line.percent else tr("under way")
        if listed.choice == self._encoders.at_work:
            return tr("in use")
        if listed.at_hand:
            return tr("on this machine")
        return tr("paused") if listed.choice in self._encoders.paused else ""

    def _current(self) -> str:
        """The choice of the current row, or ""."""
        index = self.list.currentIndex()
        return self.list.rows.data(index, Role.ROW).choice if index.isValid() else ""

    def _went(self) -> None:
        self._wanted = self._current()
        self._show_current()

    def _show_current(self) -> None:
        choice = self._current()
        if self.gone or not choice:
            self.detail.setVisible(False)
            self.say("" if self._encoders.listed else tr("Looking what there is…"))
            return
        encoders, listed = self._encoders, self._encoders[choice]
        work = encoders.works.get(choice)
        self.say("")
        self.detail.setVisible(True)
        self.detail.show_facts(listed, encoders.paces.get(choice))
        self.detail.show_comparison(self._compared.get(choice))
        compared = self._comparing[1] if self._comparing is not None and self._comparing[0] == choice else None
        self.detail.offer(self._offers(listed, bool(work or compared)))
        trouble = encoders.troubles.get(choice)
        self.complain(f"{trouble.text} {trouble.hint}".strip() if trouble is not None else "")
        self._stop.setText(tr("Stop") if listed.at_hand else tr("Pause"))
        self.show_work(work or compared)

    def _offers(self, listed: Listed, busy: bool) -> list[str]:
        """What can be done with it now, the likeliest first."""
        if busy:
            return []
        if not listed.at_hand:
            return ["resume" if listed.choice in self._encoders.paused else "fetch"]
        in_use = listed.choice == self._encoders.at_work
        if in_use:
            return ["measure"]
        compared = self._compared.get(listed.choice)
        if compared is not None:
            return ["use", "keep"] if compared.right_then > compared.right_now else ["keep", "use"]
        compare = ["compare"] if self._session.snapshot is not None and self._session.snapshot.known else []
        return ["use", *compare, "measure", *(["remove"] if listed.repo else [])]

    # What is done ------------------------------------------------------------------------------------------------

    def _use(self, choice: str) -> None:
        self.accept()
        acts.use(self._session, self._encoders, self._settings, choice)

    def _keep(self, choice: str) -> None:
        self._compared.pop(choice, None)
        self._show_current()
        self.list.setFocus()

    def _compare(self, choice: str) -> None:
        def ended(result: Comparison | Exception | None) -> None:
            self._comparing = None
            if self.gone:
                return
            if isinstance(result, nomina.Comparison):
                self._compared[choice] = result
            self._show_current()
            if isinstance(result, Exception):
                self.refuse(result)
            self.detail.take_focus()

        self.complain("")
        work = acts.compare(
            self._session,
            self._encoders,
            choice,
            done=ended,
            failed=ended,
            stopped=lambda _: ended(None),
            progress=lambda _: self._show_current(),
        )
        if work is not None:
            self._comparing = (choice, work)
            self._show_current()

    def _ask_folder(self) -> None:
        folder = self._files.folder_of_model()
        if folder is not None:
            self._encoders.add_folder(folder, self._go_to, self.refuse)

    def _go_to(self, choice: str) -> None:
        """Make an encoder that was just added the current one, as soon as it is listed."""
        self._wanted = choice
        self.take()

    def done(self, result: int) -> None:
        """Close. Downloads go on; a comparison, which was for this dialog, ends."""
        self._encoders.watched = False
        if self._comparing is not None:
            self._comparing[1].cancel()
        super().done(result)
