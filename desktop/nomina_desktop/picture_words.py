"""What is known of a picture's file, in words: when, with what and where it was taken, its size, where it lies."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

import nomina
from nomina_desktop.words import clock, tr

if TYPE_CHECKING:
    from nomina import About, Facts

SI = QLocale.DataSizeFormat.DataSizeSIFormat


def facts_in_words(about: About) -> list[tuple[str, str]]:
    """(what, value) of all that is told, in the order a person looks for it."""
    facts, rows = about.facts, []
    if facts is not None:
        rows += [(tr("Taken"), _moment(facts.taken))] if facts.taken else []
        rows += [(tr("Camera"), facts.camera)] if facts.camera else []
        rows += [(tr("Place"), position(facts))] if facts.latitude is not None else []
    moment = _moment_of(about)
    rows += [] if moment is None else [(tr("Time"), tr("{time} of a video").format(time=clock(moment)))]
    rows.append((tr("Size"), size_in_words(about)))
    places = about.places or ()
    titles = [tr("File"), *[tr("Also at")] * (len(places) - 1)]
    rows += [(title, str(place)) for title, place in zip(titles, places, strict=False)]
    return rows if places else [*rows, (tr("File"), tr("no place is known"))]


def size_in_words(about: About) -> str:
    """Pixels, and bytes where the file is there: "4,032 × 3,024, 3.2 MB"."""
    locale, image = QLocale(), about.image
    pixels = f"{locale.toString(image.width)} × {locale.toString(image.height)}"
    if not about.bytes or _moment_of(about) is not None:  # those of a video say nothing of a moment
        return pixels
    return f"{pixels}, {locale.formattedDataSize(about.bytes, 1, SI)}"


def _moment_of(about: About) -> float | None:
    """Seconds from the start of the video that it is a moment of; None for a picture file."""
    return nomina.Place.of(about.places[0]).seconds if about.places else None


def position(facts: Facts) -> str:
    """Degrees with hemispheres: 43.4674° N 11.8851° E."""
    assert facts.latitude is not None
    assert facts.longitude is not None
    north = tr("N") if facts.latitude >= 0 else tr("S")
    east = tr("E") if facts.longitude >= 0 else tr("W")
    return f"{abs(facts.latitude):.4f}° {north} {abs(facts.longitude):.4f}° {east}"


def missing(about: About) -> str:
    """What to say where the file is at none of its places; "" where it is there."""
    if about.file is not None:
        return ""
    return tr("Its file is not where it was; its labels are kept. Add the folder it lies in now, to see it again.")


def _moment(taken: str) -> str:
    try:
        then = datetime.fromisoformat(taken)
    except ValueError:
        return taken
    return QLocale().toString(then.replace(tzinfo=None), tr("d MMM yyyy, HH:mm"))
