"""Questions to the person, and lists to read: a file a dialog.

Each is looked up on first use (PEP 562): the window is on the screen before any of them is loaded.
"""

from __future__ import annotations

import importlib
from typing import Any

_HOMES = {
    "backups": "BackupsDialog",
    "check": "CheckDialog",
    "circumstances": "CircumstancesDialog",
    "encoders": "EncodersDialog",
    "export": "ExportDialog",
    "files": "Files",
    "importing": "ImportDialog",
    "label": "LabelDialog",
    "lists": "show_list show_pairs show_skipped",
    "name": "NameDialog",
    "question": "Question",
    "reshape": "MarkDialog MergeDialog RemoveDialog SplitDialog",
    "runs": "RunsDialog",
    "several": "SeveralDialog",
    "watched": "WatchedDialog",
    "words": "WordsDialog",
}
_HOME_OF = {name: f"{__name__}.{home}" for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOME_OF[name]), name)
