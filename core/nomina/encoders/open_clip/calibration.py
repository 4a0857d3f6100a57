"""The start of a fresh library for an encoder that no calibration was shipped for, made from what is on any machine.

The pictures are those that scikit-image brings along, the words are ImageNet's class names: the same everywhere, so
the numbers are too, up to the device's rounding. The constants are published or plausible, not measured.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import PIL.Image

from nomina.domain import Calibration, Rows
from nomina.encoders.protocol import Encoder
from nomina.errors import EncoderError

_PICTURES = (  # of anything: photographs, textures, cells, stars, print
    *("astronaut.png", "brick.png", "camera.png", "cell.png", "chelsea.png", "clock_motion.png", "coffee.png"),
    *("coins.png", "color.png", "grass.png", "gravel.png", "horse.png", "hubble_deep_field.jpg", "ihc.png"),
    *("moon.png", "motorcycle_left.png", "page.png", "retina.jpg", "rocket.jpg", "text.png"),
)
_NAMES = 64  # class names for the mean text; ImageNet lists them by kind, so evenly spaced ones are of all kinds
_KAPPA = 4.0  # zero-shot CLIP is worth about four pictures a class (Radford 2021, figure 6)
_BEND = 4.0  # spreads above which words count ever less
_TEMPERATURE = 0.7
_NONE = 2.5  # spreads above unrelated pictures


def calibrate(encoder: Encoder, names: Sequence[str]) -> Calibration:
    """The calibration of an encoder whose words and pictures share the whole row; encodes 20 pictures and 64 names.

    A score of 1 is one spread above what pictures and names get that have nothing to do with each other.

    Args:
        names: common nouns of all kinds, at least 64.

    Raises:
        EncoderError: scikit-image's pictures are not there.
    """
    images = np.concatenate([encoder.encode_images([picture]) for picture in _pictures()])
    centre = images.mean(axis=0)
    centred = images - centre
    words = float((_directions(encoder, names) @ centred.T).std())
    together = centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-12)
    others = ~np.eye(len(together), dtype=bool)
    return Calibration(
        words_centre=centre,
        words_gain=1.0 / max(words, 1e-6),
        words_bend=_BEND * max(words, 1e-6),
        pictures_centre=centre,
        pictures_gain=1.0 / max(float((together @ together.T)[others].std()), 1e-6),
        offset=0.0,  # that is where centred pictures of different things lie
        offset_of_one=0.0,
        kappa=_KAPPA,
        temperature=_TEMPERATURE,
        none=_NONE,
    )


def _directions(encoder: Encoder, names: Sequence[str]) -> Rows:
    """Evenly spaced names in the first template, shape (64, d); all templates would take five times as long."""
    nouns = names[:: max(1, len(names) // _NAMES)][:_NAMES]
    return encoder.encode_texts([encoder.spec.templates[0].format(noun) for noun in nouns])


def _pictures() -> list[PIL.Image.Image]:
    found = importlib.util.find_spec("skimage")  # its folder, without importing it
    folders = found.submodule_search_locations if found else None
    if not folders:
        raise EncoderError("scikit-image is not installed, so the encoder cannot be calibrated.", "Reinstall Nomina.")
    pictures = []
    for name in _PICTURES:
        try:
            with PIL.Image.open(Path(folders[0]) / "data" / name) as picture:
                pictures.append(picture.convert("RGB"))
        except OSError as error:
            raise EncoderError(f"The picture “{name}” of scikit-image is missing.", "Reinstall Nomina.") from error
    return pictures
