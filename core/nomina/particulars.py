"""A short verb that tells all a person may want to know of one picture beside what it shows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from nomina.domain import Facts, Image, Label
from nomina.errors import NotFound
from nomina.library import Library
from nomina.places import Place


@dataclass(frozen=True, slots=True)
class About:
    """One picture of a library.

    Attributes:
        places: every known place, the latest first.
        file: the file at the first of them where one lies now; None where it is at none of them.
        bytes: size of that file; 0 where there is none.
        facts: what the file tells; None where it was not read for it yet.
        labels: all that was said of the picture, by anyone.
    """

    image: Image
    places: tuple[Path, ...]
    file: Path | None
    bytes: int
    facts: Facts | None
    labels: tuple[Label, ...]


def about(library: Library, image_id: int) -> About:
    """Look up a picture and whether its file is there.

    Raises:
        NotFound: the picture is gone.
    """
    found = library.store.images([image_id])
    if not found:
        raise NotFound("This picture is not in the library any more.", "Undo brings it back.")
    places = tuple(library.store.places(image_id))
    file = next((place.file for place in map(Place.of, places) if place.is_there()), None)
    size = 0 if file is None else os.path.getsize(file)
    labels = tuple(library.store.labels(image_id=image_id))
    return About(found[0], places, file, size, library.facts.get(found[0].hash), labels)
