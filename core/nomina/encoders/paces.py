"""How fast encoders were when a person had them measured on this machine: derived, in the user's cache folder."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

import platformdirs

from nomina.errors import NominaError
from nomina.files import replacing


@dataclass(frozen=True, slots=True)
class Pace:
    """What was measured.

    Attributes:
        a_second: pictures, from file to row.
        device: where the encoder ran, as torch names it.
    """

    a_second: float
    device: str


def measured_paces() -> dict[str, Pace]:
    """The latest pace of each encoder that was measured, by its choice."""
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
        return {choice: Pace(float(pace["a_second"]), str(pace["device"])) for choice, pace in kept.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}  # a cache: what cannot be read is measured again


def keep_pace(choice: str, pace: Pace) -> None:
    """Keep the pace of an encoder in place of the one before."""
    kept = {each: asdict(known) for each, known in (measured_paces() | {choice: pace}).items()}
    with contextlib.suppress(OSError, NominaError):  # a cache that cannot be written costs time, no more
        _file().parent.mkdir(parents=True, exist_ok=True)
        with replacing(_file()) as out:
            json.dump(kept, out, indent=1, sort_keys=True)


def _file() -> Path:
    return platformdirs.user_cache_path("nomina", appauthor=False) / "paces.json"
