"""Every word that the window says, in the person's language.

`pyside6-lupdate` finds the calls of `tr` in the sources; the translations lie in assets/words.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator

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


def when(stamp: str, now: datetime | None = None) -> str:
    """A moment as a person says it: "Today 14:02", "Yesterday 09:15", "Monday 18:30", "3 Nov 2026".

    Args:
        stamp: ISO 8601 with its offset from UTC; it is told in the time of this computer.
        now: the present moment; the clock's by default.
    """
    then = datetime.fromisoformat(stamp).astimezone()
    now = (now or datetime.now(UTC)).astimezone()
    days, clock = (now.date() - then.date()).days, f"{then:%H:%M}"
    if days == 0:
        return tr("Today {time}").format(time=clock)
    if days == 1:
        return tr("Yesterday {time}").format(time=clock)
    if 1 < days < 7:
        return f"{QLocale().dayName(then.isoweekday())} {clock}"
    return QLocale().toString(QDate(then.year, then.month, then.day), "d MMM yyyy")
