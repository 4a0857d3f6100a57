"""Every word that the window says, in the person's language.

`pyside6-lupdate` finds the calls of `tr` in the sources; the translations lie in assets/words. What the core says comes
in English, with its values in it, and is looked up among the sentences that packaging/words.py found in its sources.
"""

from __future__ import annotations

import functools
import json
import re
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator

from nomina_desktop.resources import assets

VALUE = re.compile(r"\{\d+\}")
"""Where a value stands in a sentence of the core."""
THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+")
"""A number as the core writes it."""
ENGLISH = QLocale(QLocale.Language.English)


def speak(app: QCoreApplication, language: str) -> None:
    """Say everything in another language from now on: what is said already stays as it is.

    Args:
        language: a code like "de", or "system"; where there are no words of it, English is spoken.
    """
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    locale = QLocale.system() if language == "system" else QLocale(language)
    folder = assets() / "words"
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


def decimal(value: float, places: int) -> str:
    """A number with decimal places and the language's separators."""
    return QLocale().toString(float(value), "f", places)


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
    return QLocale().toString(QDate(then.year, then.month, then.day), tr("d MMM yyyy"))


def said(sentence: str) -> str:
    """What the core said, in the person's language; as it is where nobody translated it."""
    if QLocale().language() == QLocale.Language.English or not sentence:
        return sentence
    for pattern, text in _sentences():
        found = pattern.fullmatch(sentence)
        if found is not None and (translated := tr(text)) != text:
            # what stands in quotation marks is a name, and no word of the core
            names = (text[: value.start()].endswith("“") for value in VALUE.finditer(text))
            values = zip(found.groups(), names, strict=True)
            return translated.format(*(value if name else _value(value) for value, name in values))
    return sentence


def _value(value: str) -> str:
    """A number or a clause of the core, in the person's language."""
    return number(int(value.replace(",", ""))) if THOUSANDS.fullmatch(value) else said(value)


@functools.cache
def _sentences() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The core's sentences, the most definite first: those with the most letters of their own."""
    texts = json.loads((assets() / "words" / "core.json").read_text(encoding="utf-8"))
    texts.sort(key=lambda text: -len(VALUE.sub("", text)))
    return tuple((re.compile("(.*)".join(map(re.escape, VALUE.split(text))), re.DOTALL), text) for text in texts)


def clock(seconds: float) -> str:
    """A time in a video as players show it: "1:05", "0:12.5", "1:02:03"."""
    whole, parts = divmod(round(seconds * 1000), 1000)
    minutes, left = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    shown = f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
    return f"{shown}.{parts:03}".rstrip("0") if parts else shown
