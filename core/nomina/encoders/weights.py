"""Weights files: read only what is safe to read, known by their bytes; and what to say when a model fails."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from nomina.domain import EncoderSpec, Rows
from nomina.errors import EncoderError

SUFFIXES = (".safetensors", ".bin", ".pth", ".pt")
FETCH_AGAIN = "Fetch the model again, or choose another one."
_UNSAFE = "Ask for the same model as safetensors, which holds numbers only."


def check_readable(weights: Path) -> None:
    """Refuse what cannot be read without running code from the file, before a library of models sees it.

    Some of them read again without `weights_only` after an error, so nothing that fails here may get there.

    Raises:
        EncoderError: it is a pickle of something else than tensors, a TorchScript program, broken, or another kind.
    """
    import torch
    from safetensors import safe_open

    if weights.suffix not in SUFFIXES:
        raise EncoderError(f"“{weights.name}” is not a kind of weights file that Nomina reads.", _UNSAFE)
    try:
        if weights.suffix == ".safetensors":
            with safe_open(weights, framework="pt") as tensors:
                tensors.keys()
            return
        if _is_torchscript(weights):
            raise EncoderError(f"“{weights.name}” is a TorchScript program, not plain weights.", _UNSAFE)
        torch.load(weights, map_location="meta", weights_only=True)
    except EncoderError:
        raise
    except Exception as error:
        raise EncoderError(f"“{weights.name}” cannot be read safely as weights.", _UNSAFE) from error


def _is_torchscript(path: Path) -> bool:
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return any(name.endswith("/constants.pkl") for name in archive.namelist())


def weights_in(folder: Path, usual: Sequence[str]) -> Path:
    """The weights file of a folder: the first of the usual names, else the only one; never a guess among several.

    Raises:
        EncoderError: there is none, or several without one of the usual names.
    """
    for name in usual:
        if (folder / name).is_file():
            return folder / name
    found = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.is_file())
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(path.name for path in found)
        raise EncoderError(f"“{folder}” holds several weights files: {names}.", "Choose one of the files by its path.")
    raise EncoderError(f"“{folder}” holds no weights.", f"Put {usual[0]} beside its config.")


def digest(path: Path) -> str:
    """The first 12 hex digits of the sha256 of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:12]


def check_rows(spec: EncoderSpec, rows: Rows, count: int) -> None:
    """Refuse rows that a healthy model cannot give.

    Raises:
        EncoderError: they have another shape than (count, d), or numbers that are not finite.
    """
    if rows.shape != (count, spec.dimension) or not np.isfinite(rows).all():
        raise EncoderError(f"{spec.title} does not give the numbers that its config states.", FETCH_AGAIN)


def failed(spec: EncoderSpec, error: Exception) -> EncoderError:
    """What a model that failed at work is told as."""
    if "out of memory" in str(error).lower():
        return EncoderError(
            f"{spec.title} does not fit into the memory of {spec.device}.", "Choose a smaller model or the CPU."
        )
    return EncoderError(f"{spec.title} failed on {spec.device}: {first_line(error)}", FETCH_AGAIN)


def first_line(error: Exception) -> str:
    """The beginning of an error's text, in one line."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return " ".join(lines[:2])[:300] if lines else type(error).__name__
