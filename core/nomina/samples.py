"""Real pictures that come with an installed package: scikit-image's sample data, for the demo and as neutral ground."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from nomina.errors import NominaError


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample picture: its file and what it shows."""

    path: Path
    shows: str


_SHOWS = {
    "astronaut.png": "the astronaut Eileen Collins",
    "brick.png": "a brick wall",
    "camera.png": "a photographer with a camera",
    "cell.png": "a cell under the microscope",
    "chelsea.png": "Chelsea the cat",
    "clock_motion.png": "a clock, blurred by motion",
    "coffee.png": "a cup of coffee",
    "coins.png": "ancient coins",
    "grass.png": "grass",
    "gravel.png": "gravel",
    "horse.png": "the outline of a horse",
    "hubble_deep_field.jpg": "galaxies",
    "ihc.png": "stained tissue",
    "moon.png": "the surface of the moon",
    "motorcycle_left.png": "a motorcycle",
    "motorcycle_right.png": "a motorcycle from the right",
    "page.png": "a printed page",
    "retina.jpg": "a retina",
    "rocket.jpg": "a rocket at its launch",
    "text.png": "handwriting",
}

DEMO_CATEGORIES = ("cat", "cup of coffee", "rocket", "motorcycle", "printed page", "brick wall")
"""Names for the demo: most of them the pictures show, some pictures show none of them."""


def sample_pictures() -> list[Sample]:
    """The sample pictures of the installed scikit-image, some twenty.

    Raises:
        NominaError: the package is missing.
    """
    spec = importlib.util.find_spec("skimage")
    folder = Path(spec.origin).parent / "data" if spec and spec.origin else None
    samples = (
        [Sample(folder / name, shows) for name, shows in _SHOWS.items() if (folder / name).is_file()] if folder else []
    )
    if not samples:
        raise NominaError("The sample pictures are missing.", "Install them: pip install scikit-image.")
    return samples
