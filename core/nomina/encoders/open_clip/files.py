"""Where the files of an open_clip model lie: in a folder, in the cache of the Hugging Face hub, or on the hub.

Nothing here imports torch, so that the window and the command line may ask what is at hand.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nomina.encoders import hub, weights
from nomina.encoders.cost import Cost, picture_cost
from nomina.errors import EncoderError

PREFIX = "open_clip:"
APACHE, MIT = "Apache 2.0", "MIT"
CONFIG = "open_clip_config.json"
_HUB_WEIGHTS = ("open_clip_model.safetensors", "open_clip_pytorch_model.bin")  # open_clip's names and order
_FOLDER_WEIGHTS = (
    "open_clip_model.safetensors",
    "open_clip_pytorch_model.safetensors",
    "open_clip_pytorch_model.bin",
    "open_clip_pytorch_model.pth",
    "model.safetensors",
    "pytorch_model.bin",
    "pytorch_model.pth",
    "model.pth",
)  # the order of open_clip's local-dir:
_VOCABULARIES = ("tokenizer.json", "tokenizer.model", "spiece.model", "sentencepiece.bpe.model", "vocab.txt")
_TOKENIZER_EXTRAS = ("special_tokens_map.json", "added_tokens.json", "config.json")
_TOKENIZER_CONFIG = "tokenizer_config.json"


@dataclass(frozen=True, slots=True)
class KnownModel:
    """A model of open_clip that is worth its download.

    Attributes:
        choice: what `load` takes.
        title: for a person.
        megabytes: of the download, about: four bytes a parameter.
        gmacs: billions of multiplications of the picture side for one picture.
        imagenet: zero-shot top-1 accuracy on ImageNet-1k in percent, as published.
        repo: where its weights are on the hub.
        licence: of its weights, as its page on the hub states it.
        tokenizer: where its tokenizer is on the hub; "" when open_clip brings it along.
    """

    choice: str
    title: str
    megabytes: int
    gmacs: float
    imagenet: float
    repo: str
    licence: str
    tokenizer: str = ""

    @property
    def cost(self) -> Cost:
        """What it needs."""
        return Cost(self.gmacs, self.megabytes)


def _siglip2(name: str, size: str, pixels: int, megabytes: int, gmacs: float, imagenet: float) -> KnownModel:
    title = f"SigLIP 2 {size}, {pixels} pixels"
    repo = f"timm/{name}"
    return KnownModel(f"{PREFIX}{name}/webli", title, megabytes, gmacs, imagenet, repo, APACHE, repo)


def _siglip(name: str, size: str, pixels: int, megabytes: int, gmacs: float, imagenet: float) -> KnownModel:
    title = f"SigLIP {size}, {pixels} pixels"
    return KnownModel(
        f"{PREFIX}{name}/webli", title, megabytes, gmacs, imagenet, f"timm/{name}", APACHE, "timm/ViT-B-16-SigLIP"
    )


def _clip(pair: str, title: str, megabytes: int, gmacs: float, imagenet: float, repo: str) -> KnownModel:
    licence = MIT if repo.startswith("laion/") else APACHE
    return KnownModel(PREFIX + pair, title, megabytes, gmacs, imagenet, repo, licence)


# Best first. Megabytes and GMACs: counted from open_clip 3.3's configs (torch.utils.flop_counter). ImageNet figures:
# SigLIP 2: google-research/big_vision, README_siglip2.md; PE-Core: open_clip's README;
# SigLIP and CLIP: open_clip's docs/openclip_results.csv (and its README for ViT-L-14 and larger).
RECOMMENDED: tuple[KnownModel, ...] = (
    _siglip2("ViT-gopt-16-SigLIP2-384", "giant", 384, 7490, 696.5, 85.0),
    _siglip2("ViT-gopt-16-SigLIP2-256", "giant", 256, 7490, 299.5, 84.5),
    _siglip2("ViT-SO400M-16-SigLIP2-512", "So400m", 512, 4550, 489.8, 84.3),
    _siglip2("ViT-SO400M-16-SigLIP2-384", "So400m", 384, 4540, 259.5, 84.1),
    _siglip2("ViT-SO400M-14-SigLIP2-378", "So400m/14", 378, 4540, 335.2, 84.1),
    _siglip2("ViT-L-16-SigLIP2-512", "large", 512, 3530, 363.7, 83.5),
    _clip("PE-Core-L-14-336/meta", "PE-Core large, 336 pixels", 2690, 192.2, 83.5, "timm/PE-Core-L-14-336"),
    _siglip2("ViT-SO400M-16-SigLIP2-256", "So400m", 256, 4540, 110.2, 83.4),
    _siglip2("ViT-SO400M-14-SigLIP2", "So400m/14", 224, 4540, 110.2, 83.2),
    _siglip2("ViT-L-16-SigLIP2-384", "large", 384, 3530, 191.9, 83.1),
    _siglip("ViT-SO400M-14-SigLIP-384", "So400m", 384, 3510, 335.2, 83.1),
    _siglip2("ViT-L-16-SigLIP2-256", "large", 256, 3530, 81.3, 82.5),
    _siglip("ViT-L-16-SigLIP-384", "large", 384, 2610, 191.9, 82.1),
    _siglip("ViT-SO400M-14-SigLIP", "So400m", 224, 3510, 110.2, 82.0),
    _siglip2("ViT-B-16-SigLIP2-512", "base", 512, 1500, 108.1, 81.2),
    _siglip2("ViT-B-16-SigLIP2-384", "base", 384, 1500, 56.1, 80.6),
    _siglip("ViT-L-16-SigLIP-256", "large", 256, 2610, 81.3, 80.5),
    _clip(
        "ViT-L-14/datacomp_xl_s13b_b90k",
        "CLIP large (DataComp)",
        1710,
        81.0,
        79.2,
        "laion/CLIP-ViT-L-14-DataComp.XL-s13B-b90K",
    ),
    _siglip2("ViT-B-16-SigLIP2-256", "base", 256, 1500, 23.4, 79.1),
    _siglip("ViT-B-16-SigLIP-512", "base", 512, 820, 108.1, 79.1),
    _siglip("ViT-B-16-SigLIP-384", "base", 384, 810, 56.1, 78.5),
    _siglip2("ViT-B-16-SigLIP2", "base", 224, 1500, 17.7, 78.2),
    _clip(
        "ViT-H-14/laion2b_s32b_b79k", "CLIP huge (LAION-2B)", 3940, 167.3, 78.0, "laion/CLIP-ViT-H-14-laion2B-s32B-b79K"
    ),
    _siglip("ViT-B-16-SigLIP-256", "base", 256, 810, 23.4, 76.5),
    _siglip("ViT-B-16-SigLIP", "base", 224, 810, 17.7, 76.0),
    _clip("ViT-L-14/openai", "CLIP large (OpenAI)", 1710, 81.0, 75.5, "timm/vit_large_patch14_clip_224.openai"),
    _clip(
        "ViT-L-14/laion2b_s32b_b82k", "CLIP large (LAION-2B)", 1710, 81.0, 75.3, "laion/CLIP-ViT-L-14-laion2B-s32B-b82K"
    ),
    _siglip2("ViT-B-32-SigLIP2-256", "base/32", 256, 1510, 5.7, 74.0),
    _clip(
        "ViT-B-16/datacomp_xl_s13b_b90k",
        "CLIP base (DataComp)",
        600,
        17.6,
        73.5,
        "laion/CLIP-ViT-B-16-DataComp.XL-s13B-b90K",
    ),
    _clip(
        "ViT-B-32-256/datacomp_s34b_b86k",
        "CLIP small, 256 pixels (DataComp)",
        610,
        5.8,
        72.8,
        "laion/CLIP-ViT-B-32-256x256-DataComp-s34B-b86K",
    ),
    _clip(
        "ViT-B-16/laion2b_s34b_b88k", "CLIP base (LAION-2B)", 600, 17.6, 70.2, "laion/CLIP-ViT-B-16-laion2B-s34B-b88K"
    ),
    _clip(
        "ViT-B-32/datacomp_xl_s13b_b90k",
        "CLIP small (DataComp)",
        610,
        4.4,
        69.2,
        "laion/CLIP-ViT-B-32-DataComp.XL-s13B-b90K",
    ),
    _clip("ViT-B-16/openai", "CLIP base (OpenAI)", 600, 17.6, 68.3, "timm/vit_base_patch16_clip_224.openai"),
    _clip(
        "ViT-B-32/laion2b_s34b_b79k", "CLIP small (LAION-2B)", 610, 4.4, 66.6, "laion/CLIP-ViT-B-32-laion2B-s34B-b79K"
    ),
    _clip("ViT-B-32/openai", "CLIP small (OpenAI)", 610, 4.4, 63.3, "timm/vit_base_patch32_clip_224.openai"),
)


def at_hand(models_dir: Path | None = None) -> list[str]:
    """Choices whose files already lie on this machine, best first; see `costs_at_hand`."""
    return list(costs_at_hand(models_dir))


def costs_at_hand(models_dir: Path | None = None) -> dict[str, Cost]:
    """What the models on this machine need, by choice, best first. Asks no network and imports no torch.

    First the models in subfolders of `models_dir` (a person put them there), largest weights first; then those of
    `RECOMMENDED` that are in the Hugging Face cache. A folder that is not whole is left out: `load` says what it lacks.
    """
    return _in_folder(models_dir) | {model.choice: model.cost for model in RECOMMENDED if _is_cached(model)}


def _in_folder(models_dir: Path | None) -> dict[str, Cost]:
    if models_dir is None or not models_dir.is_dir():
        return {}
    found = []
    for folder in models_dir.iterdir():
        if not (folder / CONFIG).is_file():
            continue
        try:
            config = read_config(folder / CONFIG)
            megabytes = weights_in(folder).stat().st_size / 1e6
        except EncoderError:
            continue
        if not tokenizer_name(config) or has_tokenizer(folder):
            found.append((-megabytes, f"{PREFIX}{folder.resolve()}", Cost(_gmacs(config, megabytes), megabytes)))
    return {choice: cost for _, choice, cost in sorted(found, key=lambda each: each[:2])}


def _gmacs(config: dict[str, Any], megabytes: float) -> float:
    """What a config says of the picture side; where it names a tower of timm, half of the weights for each token.

    That half is within a factor of two and a half for the models of RECOMMENDED, and rather too much than too little.
    """
    vision = config["model_cfg"]["vision_cfg"]
    side, patch, width, layers = (vision.get(key) for key in ("image_size", "patch_size", "width", "layers"))
    side = side if isinstance(side, int) else 224
    if all(isinstance(value, int) and value > 0 for value in (patch, width, layers)):
        return picture_cost(width, layers, (side // patch) ** 2)
    return megabytes / 4 / 2 * (side // 16) ** 2 / 1e3


def _is_cached(model: KnownModel) -> bool:
    found = hub.cached(model.repo, _HUB_WEIGHTS)
    return found is not None and (not model.tokenizer or _cached_tokenizer(model.tokenizer) is not None)


def read_config(path: Path) -> dict[str, Any]:
    """Read an open_clip_config.json: {"model_cfg": {...}, "preprocess_cfg": {...}}.

    Raises:
        EncoderError: it is not there, not JSON, or lacks what open_clip needs to build and feed the model.
    """
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise EncoderError(
            f"“{path.parent}” has no readable {CONFIG}, so it is not a model of open_clip.",
            "Choose the folder that holds that file and the weights.",
        ) from error
    except ValueError as error:
        raise EncoderError(f"“{path}” is not valid JSON.", "Fetch the model again.") from error
    model = config.get("model_cfg") if isinstance(config, dict) else None
    keys = {"embed_dim": int, "vision_cfg": dict, "text_cfg": dict}
    lacks = [key for key, kind in keys.items() if not isinstance(model, dict) or not isinstance(model.get(key), kind)]
    if lacks:
        raise EncoderError(f"“{path}” does not state {', '.join(lacks)} under model_cfg.", "Fetch the model again.")
    if not isinstance(config.get("preprocess_cfg"), dict):
        raise EncoderError(
            f"“{path}” does not state preprocess_cfg, so nobody knows how pictures are prepared for the model.",
            "Add the size, mean, std, interpolation and resize_mode that it was trained with.",
        )
    return dict(config)


def tokenizer_name(config: dict[str, Any]) -> str:
    """The Hugging Face tokenizer that a config names, or "" for the one that open_clip brings along."""
    return str(config["model_cfg"]["text_cfg"].get("hf_tokenizer_name") or "")


def weights_in(folder: Path) -> Path:
    """The weights file of a folder, as open_clip's local-dir: finds it, but never a guess among several.

    Raises:
        EncoderError: there is none, or several without one of the usual names.
    """
    return weights.weights_in(folder, _FOLDER_WEIGHTS)


def has_tokenizer(folder: Path) -> bool:
    """Whether a folder holds the files of a Hugging Face tokenizer."""
    return any((folder / name).is_file() for name in (*_VOCABULARIES, "vocab.json"))


def hub_weights(repo: str, name: str, title: str, revision: str | None = None) -> Path:
    """The weights of a repository: from the cache, else from the hub; safetensors are preferred, as in open_clip.

    Args:
        name: the file that open_clip names, or "" for its usual names.

    Raises:
        WeightsMissing: they are not in the cache and could not be fetched.
    """
    safe = f"{Path(name).stem}.safetensors"
    return hub.fetch(repo, (safe, name) if name else _HUB_WEIGHTS, title, revision)


def hub_tokenizer(repo: str, title: str) -> Path:
    """The folder of a tokenizer's files: from the cache, else from the hub.

    Raises:
        WeightsMissing: they are not in the cache and could not be fetched.
    """
    cached = _cached_tokenizer(repo)
    if cached is not None:
        return cached
    vocabulary = hub.fetch(repo, (*_VOCABULARIES, "vocab.json"), title)
    revision = vocabulary.parent.name
    names = [*_TOKENIZER_EXTRAS, *(["merges.txt"] if vocabulary.name == "vocab.json" else [])]
    for extra in names:
        hub.fetch_if_there(repo, (extra,), title, revision)
    # last, so that a cache that has it is whole
    return hub.fetch(repo, (_TOKENIZER_CONFIG,), title, revision).parent


def _cached_tokenizer(repo: str) -> Path | None:
    config = hub.cached(repo, (_TOKENIZER_CONFIG,))
    return config.parent if config and has_tokenizer(config.parent) else None
