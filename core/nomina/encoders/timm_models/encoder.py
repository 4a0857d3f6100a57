"""Load and run one model of timm: pooled features of pictures, no words.

Weights are read from safetensors, or by torch's weights-only reader; they must fit the architecture as timm itself
demands it. Nothing is fetched unless a person asked for it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

import numpy as np
import PIL.Image

from nomina.domain import Calibration, EncoderSpec, Rows
from nomina.encoders.calibration import calibration_of
from nomina.encoders.devices import choose_device
from nomina.encoders.forward import Forward, Way
from nomina.encoders.lite import fill_lite
from nomina.encoders.protocol import Encoder, Pixels
from nomina.encoders.timm_models.files import PREFIX
from nomina.encoders.timm_models.pictures import Preparation
from nomina.encoders.timm_models.recipes import Recipe, recipe_of, the_package
from nomina.encoders.weights import FETCH_AGAIN, check_readable, check_rows, digest, failed, first_line
from nomina.errors import EncoderError
from nomina.reference import unit


def load(choice: str, device: str, *, fetch: bool = False) -> Encoder:
    """Load an encoder; no network is asked unless `fetch` says so.

    Args:
        choice: see the head of recipes.py; the leading "timm:" may be left out.
        device: as for `choose_device`.

    Raises:
        BadInput: timm knows no such model or weights; the hint names the nearest ones.
        WeightsMissing: its files are not on this machine.
        EncoderError: files are broken, do not fit each other or are not safe to read; or there is no such device.
    """
    device = choose_device(device)
    recipe = recipe_of(choice.strip().removeprefix(PREFIX), fetch=fetch)
    network = _build(recipe)
    prepare = _preparation(network, recipe)
    return _TimmEncoder(network.to(device), prepare, _spec(recipe, prepare, _width(network, prepare, recipe), device))


class _TimmEncoder:
    """A model of timm behind the Encoder protocol; rows are its pooled features, scaled to unit length."""

    def __init__(self, network: Any, prepare: Preparation, spec: EncoderSpec) -> None:
        self._prepare, self._spec = prepare, spec
        self.forward = Forward(network, spec.device, Way(channels_last=True))
        self._calibration: Calibration | None = None

    @property
    def spec(self) -> EncoderSpec:
        """What it is: id, dimension, parts, device."""
        return self._spec

    def prepare(self, image: PIL.Image.Image) -> Pixels:
        """The model's own preparation; returns shape (3, height, width), float32. Thread safe."""
        return self._prepare(image)

    def encode_pixels(self, pixels: Sequence[Pixels]) -> Rows:
        """Encode prepared pictures; returns shape (len(pixels), d), float32, rows of unit length."""
        if not len(pixels):
            return np.zeros((0, self._spec.dimension), np.float32)
        try:
            (rows,) = self.forward(pixels)
        except (RuntimeError, IndexError) as error:
            raise failed(self._spec, error) from error
        check_rows(self._spec, rows, len(pixels))
        return unit(rows)

    def encode_images(self, images: Sequence[PIL.Image.Image]) -> Rows:
        """Encode upright RGB pictures; returns shape (len(images), d), float32, rows of unit length."""
        return self.encode_pixels([self.prepare(image) for image in images])

    def encode_texts(self, texts: Sequence[str]) -> Rows:
        """Refuse: a model of timm knows no words; no texts give no rows.

        Raises:
            EncoderError: there are texts.
        """
        if len(texts):
            raise EncoderError(
                f"{self._spec.title} knows no words.",
                f"Give examples instead, or use it beside an encoder that does: pair:starter+{PREFIX}NAME.",
            )
        return np.zeros((0, self._spec.dimension), np.float32)

    def calibration(self) -> Calibration:
        """Made on first use from scikit-image's pictures, then kept."""
        if self._calibration is None:
            self._calibration = calibration_of(self)
        return self._calibration


def _build(recipe: Recipe) -> Any:
    """The network in float32 with its weights and without its classifier, ready for inference, on the CPU."""
    if recipe.packaged:
        network = fill_lite(the_package().create_model(recipe.architecture, pretrained=False), recipe.architecture)
    else:
        check_readable(recipe.weights)
        network = _filled(recipe)
    network.reset_classifier(0)
    return network.eval()


_FACTORYS_OWN = {"model_name", "checkpoint_path", "cache_dir", "scriptable", "exportable", "no_jit", "features_only"}


def _filled(recipe: Recipe) -> Any:
    """The network with its classifier, because timm demands that all weights are there only where no layer changes."""
    arguments = {
        key: value
        for key, value in recipe.arguments.items()
        if key not in _FACTORYS_OWN and not key.startswith("pretrained")
    }
    config = {**recipe.config, "file": str(recipe.weights)}
    try:
        return the_package().create_model(recipe.architecture, pretrained=True, pretrained_cfg=config, **arguments)
    except Exception as error:  # foreign files can fail anywhere in timm
        raise EncoderError(
            f"The weights “{recipe.weights.name}” do not fit {recipe.architecture} of {recipe.title}: "
            f"{first_line(error)}",
            FETCH_AGAIN,
        ) from error


def _preparation(network: Any, recipe: Recipe) -> Preparation:
    the_package()
    from timm.data import resolve_model_data_config

    try:
        config = resolve_model_data_config(network)
        channels, height, width = config["input_size"]
        mean, std = (tuple(map(float, config[key])) for key in ("mean", "std"))
        if channels != 3:
            raise ValueError(f"it takes {channels} channels, and pictures have 3")
        return Preparation(height, width, mean, std, config["interpolation"], config["crop_pct"], config["crop_mode"])
    except (AssertionError, KeyError, TypeError, ValueError) as error:
        raise EncoderError(
            f"{recipe.title} does not state how pictures are prepared for it: {first_line(error)}", FETCH_AGAIN
        ) from error


def _width(network: Any, prepare: Preparation, recipe: Recipe) -> int:
    """The number of features, from one grey picture: it also shows weights that are not numbers."""
    import torch

    pixels = torch.from_numpy(prepare(PIL.Image.new("RGB", (prepare.width, prepare.height), "grey"))[None])
    try:
        with torch.inference_mode():
            row = network(pixels)
    except Exception as error:
        raise EncoderError(f"{recipe.title} cannot take a picture: {first_line(error)}", FETCH_AGAIN) from error
    if not isinstance(row, torch.Tensor) or row.ndim != 2 or row.shape[0] != 1:
        raise EncoderError(f"{recipe.title} does not give one row of features a picture.", "Choose another model.")
    if not bool(torch.isfinite(row).all()):
        raise EncoderError(f"The weights of {recipe.title} hold something else than numbers.", FETCH_AGAIN)
    return int(row.shape[1])


def _spec(recipe: Recipe, prepare: Preparation, dimension: int, device: str) -> EncoderSpec:
    stated = json.dumps([recipe.architecture, recipe.arguments, repr(prepare)], sort_keys=True)
    mark = hashlib.sha256(stated.encode()).hexdigest()[:6]
    name = f"{PREFIX}{recipe.name}@{digest(recipe.weights)}-{mark}"
    return EncoderSpec(name, recipe.title, dimension, None, (0, dimension), device, ())
