"""Every word that the window says, in the person's language.

`pyside6-lupdate` finds the calls of `tr` in the sources; the translations lie in assets/words.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale


def tr(text: str, comment: str | None = None, n: int = -1) -> str:
    """A text in the person's language.

    Args:
        text: in English; values are put in afterwards by name: tr("Add {what}").format(what=…). "%Ln" stands for n.
        comment: tells two equal texts apart, for the translator.
        n: a number that decides between singular and plural forms.
    """
    return QCoreApplication.translate("", text, comment, n)


def number(value: int) -> str:
    """A whole number with the language's separators."""
    return QLocale().toString(value)
