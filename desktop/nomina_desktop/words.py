"""Every word that the window says, in the person's language.

`pyside6-lupdate` finds the calls of `tr` in the sources; the translations lie in assets/words.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

ENGLISH = QLocale(QLocale.Language.English)


def speak(app: QCoreApplication, language: str, folder: Path) -> None:
    """Say everything in another language from now on: what is said already stays as it is.

    Args:
        language: a code like "de", or "system"; where there are no words of it, English is spoken.
        folder: where the translations lie.
    """
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    locale = QLocale.system() if language == "system" else QLocale(language)
    if not _load(app, locale, "nomina", folder):
        locale = ENGLISH
        _load(app, locale, "nomina", folder)
    QLocale.setDefault(locale)
    _load(app, locale, "qtbase", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))


def _load(app: QCoreApplication, locale: QLocale, name: str, folder: Path) -> bool:
    translator = QTranslator(app)
    if not translator.load(locale, name, "_", str(folder)):
        translator.deleteLater()
        return False
    return app.installTranslator(translator)


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
