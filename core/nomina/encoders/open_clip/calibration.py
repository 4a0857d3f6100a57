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

from nomina import images
from nomina.domain import Calibration, Rows
from nomina.encoders.protocol import Encoder
from nomina.errors import NominaError
from nomina.files import replacing
from nomina.samples import sample_pictures

_NAMES = 64  # class names for the mean text; ImageNet lists them by kind, so evenly spaced ones are of all kinds
_KAPPA = 4.0  # zero-shot CLIP is worth about four pictures a class (Radford 2021, figure 6)
_BEND = 4.0  # spreads above which words count ever less
_TEMPERATURE = 0.7
_NONE = 2.5  # spreads above unrelated pictures


def calibration_of(encoder: Encoder, names: Sequence[str]) -> Calibration:
    """The calibration of an encoder, made once on a machine and kept in the user's cache; see `calibrate`."""
    file = _file_of(encoder.spec.id)
    kept = _read(file)
    if kept is None:
        kept = calibrate(encoder, names)
        _write(file, kept)
    return kept


def calibrate(encoder: Encoder, names: Sequence[str]) -> Calibration:
    """The calibration of an encoder whose words and pictures share the whole row; encodes 20 pictures and 64 names.

    A score of 1 is one spread above what pictures and names get that have nothing to do with each other.

    Args:
        names: common nouns of all kinds, at least 64.

    Raises:
        NominaError: scikit-image's pictures are not there.
    """
    rows = np.concatenate([encoder.encode_images([picture]) for picture in _pictures()])
    centre = rows.mean(axis=0)
    centred = rows - centre
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
    return [images.decode(sample.path.read_bytes()) for sample in sample_pictures()]


def _file_of(encoder_id: str) -> Path:
    """Where the calibration of an encoder is kept; the name changes with the recipe and its constants."""
    recipe = f"{encoder_id} {_NAMES} {_KAPPA} {_BEND} {_TEMPERATURE} {_NONE}"
    name = hashlib.blake2b(recipe.encode(), digest_size=16).hexdigest()
    return platformdirs.user_cache_path("nomina", appauthor=False) / "calibrations" / f"{name}.json"


def _read(file: Path) -> Calibration | None:
    """What was kept, or None when there is nothing whole."""
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
        for name in ("words_centre", "pictures_centre"):
            values[name] = np.array(values[name], np.float32)
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
