"""Where the files of a timm model lie: in a folder, in the hub's cache, or in a Python package. No torch here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nomina.encoders import hub, weights
from nomina.encoders.cost import Cost
from nomina.encoders.lite import ARCHITECTURES, lite_weights
from nomina.errors import EncoderError

PREFIX = "timm:"
CONFIG = "config.json"
USUAL = ("model.safetensors", "pytorch_model.bin")  # timm's names on the hub, and its order


@dataclass(frozen=True, slots=True)
class KnownModel:
    """A model of timm that is worth its download.

    Attributes:
        choice: what `load` takes.
        title: for a person.
        megabytes: of the download, about: four bytes a parameter.
        gmacs: billions of multiplications for one picture.
        worth: what was published about it.
        repo: where its weights are on the hub.
        licence: of its weights, as its page on the hub states it.
    """

    choice: str
    title: str
    megabytes: int
    gmacs: float
    worth: str
    repo: str
    licence: str

    @property
    def cost(self) -> Cost:
        """What it needs."""
        return Cost(self.gmacs, self.megabytes)


def _dinov2(size: str, title: str, megabytes: int, gmacs: float, neighbours: float) -> KnownModel:
    name = f"vit_{size}_patch14_dinov2.lvd142m"
    worth = f"knows ImageNet by its nearest pictures {neighbours:.1f} % right"
    return KnownModel(PREFIX + name, f"DINOv2 {title}", megabytes, gmacs, worth, f"timm/{name}", "Apache 2.0")


def _dinov3(size: str, title: str, megabytes: int, gmacs: float) -> KnownModel:
    name = f"vit_{size}_patch16_dinov3.lvd1689m"
    worth = "newer than DINOv2"
    return KnownModel(PREFIX + name, f"DINOv3 {title}", megabytes, gmacs, worth, f"timm/{name}", "DINOv3 (Meta)")


# Megabytes and GMACs: counted from timm 1.0's architectures at the size that timm states. Nearest pictures: the k-NN
# column of DINOv2's README.
RECOMMENDED: tuple[KnownModel, ...] = (
    _dinov3("large", "large", 1212, 82.4),
    _dinov3("base", "base", 343, 23.6),
    _dinov3("small", "small", 86, 6.2),
    _dinov2("large", "large", 1217, 506.8, 83.5),
    _dinov2("base", "base", 346, 151.6, 82.1),
    _dinov2("small", "small", 88, 46.7, 79.0),
)


def at_hand(models_dir: Path | None = None) -> list[str]:
    """Choices whose files already lie on this machine: a person's own folders, the cache, Python packages.

    Asks no network and imports no torch. A folder that is not whole is left out: `load` says what it lacks.
    """
    own = sorted(_in_folder(models_dir))
    known = [model.choice for model in RECOMMENDED if hub.cached(model.repo, USUAL)]
    return [*own, *known, *(PREFIX + name for name in ARCHITECTURES if lite_weights(name))]


def _in_folder(models_dir: Path | None) -> list[str]:
    if models_dir is None or not models_dir.is_dir():
        return []
    found = []
    for folder in models_dir.iterdir():
        try:
            if (folder / CONFIG).is_file():
                read_config(folder / CONFIG)
                weights_in(folder)
                found.append(f"{PREFIX}{folder.resolve()}")
        except EncoderError:
            continue
    return found


def weights_in(folder: Path) -> Path:
    """The weights file of a folder.

    Raises:
        EncoderError: there is none, or several without one of the usual names.
    """
    return weights.weights_in(folder, USUAL)


def read_config(path: Path) -> dict[str, Any]:
    """Read timm's config.json: {"architecture": ..., "pretrained_cfg": {...}, "model_args": {...}}.

    The older form, where all of pretrained_cfg lies at the top, is given back in the newer one.

    Raises:
        EncoderError: it is not there, not JSON, or not of a timm model.
    """
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise EncoderError(
            f"There is no readable {path.name} in “{path.parent}”.",
            f"A folder of a timm model holds {CONFIG} and {USUAL[0]}, as the hub stores them.",
        ) from error
    except ValueError as error:
        raise EncoderError(f"“{path}” is not valid JSON.", weights.FETCH_AGAIN) from error
    if not isinstance(config, dict) or not isinstance(config.get("architecture"), str):
        raise EncoderError(f"“{path}” does not state a timm architecture.", "Choose the folder of a timm model.")
    prepared = config.get("pretrained_cfg", config)
    arguments = config.get("model_args") or {}
    if not isinstance(prepared, dict) or not isinstance(arguments, dict):
        raise EncoderError(f"“{path}” does not state pretrained_cfg as timm writes it.", weights.FETCH_AGAIN)
    classes = {"num_classes": config["num_classes"]} if isinstance(config.get("num_classes"), int) else {}
    return {"architecture": config["architecture"], "pretrained_cfg": {**prepared, **classes}, "model_args": arguments}
