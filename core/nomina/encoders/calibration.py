"""The start of a fresh library for an encoder that no calibration was shipped for, made from what is on any machine.

The pictures are those that scikit-image brings along, the words are ImageNet's class names: the same everywhere, so
the numbers are too, up to the device's rounding. The constants are published or plausible, not measured.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import PIL.Image
import platformdirs
from numpy.typing import NDArray

from nomina import images
from nomina.domain import Calibration, Rows
from nomina.encoders.protocol import Encoder
from nomina.errors import NominaError
from nomina.files import replacing
from nomina.reference import unit
from nomina.samples import sample_pictures

_NAMES = 64  # class names for the mean text; ImageNet lists them by kind, so evenly spaced ones are of all kinds
_KAPPA = 4.0  # zero-shot CLIP is worth about four pictures a class (Radford 2021, figure 6)
_BEND = 4.0  # spreads above which words count ever less
_TEMPERATURE = 0.7
_NONE = 2.5  # spreads above unrelated pictures


def calibration_of(encoder: Encoder, names: Sequence[str] = ()) -> Calibration:
    """The calibration of an encoder, made once on a machine and kept in the user's cache; see `calibrate`."""
    file = _file_of(encoder.spec.id)
    kept = _read(file)
    if kept is None:
        kept = calibrate(encoder, names)
        _write(file, kept)
    return kept


def calibrate(encoder: Encoder, names: Sequence[str] = ()) -> Calibration:
    """The calibration of an encoder from 20 pictures, and 64 names if it knows words.

    A score of 1 is one spread above what pictures and names get that have nothing to do with each other.

    Args:
        names: common nouns of all kinds, at least 64; none for an encoder without words.

    Raises:
        NominaError: scikit-image's pictures are not there.
    """
    rows = np.concatenate([encoder.encode_images([picture]) for picture in _pictures()])
    words_centre, words = _words(encoder, rows, names)
    pictures = rows[:, slice(*encoder.spec.pictures)]
    together = unit(pictures - pictures.mean(axis=0))
    others = ~np.eye(len(together), dtype=bool)
    return Calibration(
        words_centre=words_centre,
        words_gain=1.0 / max(words, 1e-6),
        words_bend=_BEND * max(words, 1e-6),
        pictures_centre=pictures.mean(axis=0),
        pictures_gain=1.0 / max(float((together @ together.T)[others].std()), 1e-6),
        offset=0.0,  # that is where centred pictures of different things lie
        offset_of_one=0.0,
        kappa=_KAPPA,
        temperature=_TEMPERATURE,
        none=_NONE,
    )


def _words(encoder: Encoder, rows: Rows, names: Sequence[str]) -> tuple[NDArray[np.float32], float]:
    """The mean picture where words meet pictures, and the spread of names over the others; nothing without words."""
    part = encoder.spec.words
    if part is None:
        return np.zeros(0, np.float32), 1.0
    pictures = rows[:, slice(*part)]
    centre = pictures.mean(axis=0)
    return centre, float((_directions(encoder, names)[:, slice(*part)] @ (pictures - centre).T).std())


def _directions(encoder: Encoder, names: Sequence[str]) -> Rows:
    """Evenly spaced names in the first template, shape (64, d); all templates would take five times as long."""
    nouns = names[:: max(1, len(names) // _NAMES)][:_NAMES]
    return encoder.encode_texts([encoder.spec.templates[0].format(noun) for noun in nouns])


def _pictures() -> list[PIL.Image.Image]:
    return [images.decode(sample.path.read_bytes()) for sample in sample_pictures()]


def ground() -> str:
    """A mark of the sample pictures, 8 hex digits: what is made from them is made anew when they are others.

    Over names and sizes, which differ as soon as a file does, and cost nothing to look at.

    Raises:
        NominaError: scikit-image's pictures are not there.
    """
    listed = ";".join(f"{sample.path.name} {sample.path.stat().st_size}" for sample in sample_pictures())
    return hashlib.blake2b(listed.encode(), digest_size=4).hexdigest()


def _file_of(encoder_id: str) -> Path:
    """Where the calibration of an encoder is kept; the name changes with the recipe, its constants and pictures."""
    recipe = f"{encoder_id} {_NAMES} {_KAPPA} {_BEND} {_TEMPERATURE} {_NONE} {ground()}"
    name = hashlib.blake2b(recipe.encode(), digest_size=16).hexdigest()
    return platformdirs.user_cache_path("nomina", appauthor=False) / "calibrations" / f"{name}.json"


def _read(file: Path) -> Calibration | None:
    """What was kept, or None when there is nothing whole."""
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
        for name in ("words_centre", "pictures_centre"):
            values[name] = np.array(values[name], np.float32)
        values["at_home"] = None  # nothing was measured of models that none was shipped for
        return Calibration(**values)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _write(file: Path, calibration: Calibration) -> None:
    values = {
        name: value.tolist() if isinstance(value, np.ndarray) else value
        for name, value in dataclasses.asdict(calibration).items()
    }
    with contextlib.suppress(OSError, NominaError):  # a cache that cannot be written costs time, no more
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as out:
            json.dump(values, out)
