"""Questions to the person, and lists to read: a file a dialog."""

from __future__ import annotations

from nomina_desktop.dialogs.backups import BackupsDialog
from nomina_desktop.dialogs.check import CheckDialog
from nomina_desktop.dialogs.circumstances import CircumstancesDialog
from nomina_desktop.dialogs.encoders import EncodersDialog
from nomina_desktop.dialogs.export import ExportDialog
from nomina_desktop.dialogs.files import Files
from nomina_desktop.dialogs.importing import ImportDialog
from nomina_desktop.dialogs.label import LabelDialog
from nomina_desktop.dialogs.lists import show_list, show_pairs, show_skipped
from nomina_desktop.dialogs.name import NameDialog
from nomina_desktop.dialogs.question import Question
from nomina_desktop.dialogs.reshape import MarkDialog, MergeDialog, RemoveDialog, SplitDialog
from nomina_desktop.dialogs.runs import RunsDialog
from nomina_desktop.dialogs.watched import WatchedDialog
from nomina_desktop.dialogs.words import WordsDialog

__all__ = [
    "BackupsDialog",
    "CheckDialog",
    "CircumstancesDialog",
    "EncodersDialog",
    "ExportDialog",
    "Files",
    "ImportDialog",
    "LabelDialog",
    "MarkDialog",
    "MergeDialog",
    "NameDialog",
    "Question",
    "RemoveDialog",
    "RunsDialog",
    "SplitDialog",
    "WatchedDialog",
    "WordsDialog",
    "show_list",
    "show_pairs",
    "show_skipped",
]
