"""Where the files of an open_clip model lie: in a folder, in the cache of the Hugging Face hub, or on the hub.

Nothing here imports torch, so that the window and the command line may ask what is at hand.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nomina.errors import EncoderError, WeightsMissing

PREFIX = "open_clip:"
CONFIG = "open_clip_config.json"
PATIENCE_S = 5.0  # for the first answer of the hub; a download that runs has huggingface_hub's own limits
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
_SUFFIXES = (".safetensors", ".bin", ".pth", ".pt")
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
        imagenet: zero-shot top-1 accuracy on ImageNet-1k in percent, as published.
        repo: where its weights are on the hub.
        tokenizer: where its tokenizer is on the hub; "" when open_clip brings it along.
    """

    choice: str
    title: str
    megabytes: int
    imagenet: float
    repo: str
    tokenizer: str = ""


def _siglip2(name: str, size: str, pixels: int, megabytes: int, imagenet: float) -> KnownModel:
    title = f"SigLIP 2 {size}, {pixels} pixels"
    repo = f"timm/{name}"
    return KnownModel(f"{PREFIX}{name}/webli", title, megabytes, imagenet, repo, repo)


def _siglip(name: str, size: str, pixels: int, megabytes: int, imagenet: float) -> KnownModel:
    title = f"SigLIP {size}, {pixels} pixels"
    return KnownModel(f"{PREFIX}{name}/webli", title, megabytes, imagenet, f"timm/{name}", "timm/ViT-B-16-SigLIP")


def _clip(pair: str, title: str, megabytes: int, imagenet: float, repo: str) -> KnownModel:
    return KnownModel(PREFIX + pair, title, megabytes, imagenet, repo)


# Best first. Megabytes: counted from the parameters of open_clip 3.3's configs. Zero-shot ImageNet figures:
# SigLIP 2: google-research/big_vision, README_siglip2.md; PE-Core: open_clip's README;
# SigLIP and CLIP: open_clip's docs/openclip_results.csv (and its README for ViT-L-14 and larger).
RECOMMENDED: tuple[KnownModel, ...] = (
    _siglip2("ViT-gopt-16-SigLIP2-384", "giant", 384, 7490, 85.0),
    _siglip2("ViT-gopt-16-SigLIP2-256", "giant", 256, 7490, 84.5),
    _siglip2("ViT-SO400M-16-SigLIP2-512", "So400m", 512, 4550, 84.3),
    _siglip2("ViT-SO400M-16-SigLIP2-384", "So400m", 384, 4540, 84.1),
    _siglip2("ViT-SO400M-14-SigLIP2-378", "So400m/14", 378, 4540, 84.1),
    _siglip2("ViT-L-16-SigLIP2-512", "large", 512, 3530, 83.5),
    _clip("PE-Core-L-14-336/meta", "PE-Core large, 336 pixels", 2690, 83.5, "timm/PE-Core-L-14-336"),
    _siglip2("ViT-SO400M-16-SigLIP2-256", "So400m", 256, 4540, 83.4),
    _siglip2("ViT-SO400M-14-SigLIP2", "So400m/14", 224, 4540, 83.2),
    _siglip2("ViT-L-16-SigLIP2-384", "large", 384, 3530, 83.1),
    _siglip("ViT-SO400M-14-SigLIP-384", "So400m", 384, 3510, 83.1),
    _siglip2("ViT-L-16-SigLIP2-256", "large", 256, 3530, 82.5),
    _siglip("ViT-L-16-SigLIP-384", "large", 384, 2610, 82.1),
    _siglip("ViT-SO400M-14-SigLIP", "So400m", 224, 3510, 82.0),
    _siglip2("ViT-B-16-SigLIP2-512", "base", 512, 1500, 81.2),
    _siglip2("ViT-B-16-SigLIP2-384", "base", 384, 1500, 80.6),
    _siglip("ViT-L-16-SigLIP-256", "large", 256, 2610, 80.5),
    _clip(
        "ViT-L-14/datacomp_xl_s13b_b90k",
        "CLIP large (DataComp)",
        1710,
        79.2,
        "laion/CLIP-ViT-L-14-DataComp.XL-s13B-b90K",
    ),
    _siglip2("ViT-B-16-SigLIP2-256", "base", 256, 1500, 79.1),
    _siglip("ViT-B-16-SigLIP-512", "base", 512, 820, 79.1),
    _siglip("ViT-B-16-SigLIP-384", "base", 384, 810, 78.5),
    _siglip2("ViT-B-16-SigLIP2", "base", 224, 1500, 78.2),
    _clip("ViT-H-14/laion2b_s32b_b79k", "CLIP huge (LAION-2B)", 3940, 78.0, "laion/CLIP-ViT-H-14-laion2B-s32B-b79K"),
    _siglip("ViT-B-16-SigLIP-256", "base", 256, 810, 76.5),
    _siglip("ViT-B-16-SigLIP", "base", 224, 810, 76.0),
    _clip("ViT-L-14/openai", "CLIP large (OpenAI)", 1710, 75.5, "timm/vit_large_patch14_clip_224.openai"),
    _clip("ViT-L-14/laion2b_s32b_b82k", "CLIP large (LAION-2B)", 1710, 75.3, "laion/CLIP-ViT-L-14-laion2B-s32B-b82K"),
    _siglip2("ViT-B-32-SigLIP2-256", "base/32", 256, 1510, 74.0),
    _clip(
        "ViT-B-16/datacomp_xl_s13b_b90k", "CLIP base (DataComp)", 600, 73.5, "laion/CLIP-ViT-B-16-DataComp.XL-s13B-b90K"
    ),
    _clip(
        "ViT-B-32-256/datacomp_s34b_b86k",
        "CLIP small, 256 pixels (DataComp)",
        610,
        72.8,
        "laion/CLIP-ViT-B-32-256x256-DataComp-s34B-b86K",
    ),
    _clip("ViT-B-16/laion2b_s34b_b88k", "CLIP base (LAION-2B)", 600, 70.2, "laion/CLIP-ViT-B-16-laion2B-s34B-b88K"),
    _clip(
        "ViT-B-32/datacomp_xl_s13b_b90k",
        "CLIP small (DataComp)",
        610,
        69.2,
        "laion/CLIP-ViT-B-32-DataComp.XL-s13B-b90K",
    ),
    _clip("ViT-B-16/openai", "CLIP base (OpenAI)", 600, 68.3, "timm/vit_base_patch16_clip_224.openai"),
    _clip("ViT-B-32/laion2b_s34b_b79k", "CLIP small (LAION-2B)", 610, 66.6, "laion/CLIP-ViT-B-32-laion2B-s34B-b79K"),
    _clip("ViT-B-32/openai", "CLIP small (OpenAI)", 610, 63.3, "timm/vit_base_patch32_clip_224.openai"),
)


def at_hand(models_dir: Path | None = None) -> list[str]:
    """Choices whose files already lie on this machine, best first. Asks no network and imports no torch.

    First the models in subfolders of `models_dir` (a person put them there), largest weights first; then those of
    `RECOMMENDED` that are in the Hugging Face cache. A folder that is not whole is left out: `load` says what it lacks.
    """
    cached = [model.choice for model in RECOMMENDED if _is_cached(model)]
    return [*_in_folder(models_dir), *cached]


def _in_folder(models_dir: Path | None) -> list[str]:
    if models_dir is None or not models_dir.is_dir():
        return []
    found = []
    for folder in models_dir.iterdir():
        if not (folder / CONFIG).is_file():
            continue
        try:
            config = read_config(folder / CONFIG)
            weights = weights_in(folder)
        except EncoderError:
            continue
        if not tokenizer_name(config) or has_tokenizer(folder):
            found.append((-weights.stat().st_size, f"{PREFIX}{folder.resolve()}"))
    return [choice for _, choice in sorted(found)]


def _is_cached(model: KnownModel) -> bool:
    weights = any(_cached(model.repo, name) for name in _HUB_WEIGHTS)
    return weights and (not model.tokenizer or _cached_tokenizer(model.tokenizer) is not None)


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
    for name in _FOLDER_WEIGHTS:
        if (folder / name).is_file():
            return folder / name
    found = sorted(path for path in folder.iterdir() if path.suffix in _SUFFIXES and path.is_file())
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(path.name for path in found)
        raise EncoderError(f"“{folder}” holds several weights files: {names}.", "Choose one of the files by its path.")
    raise EncoderError(
        f"“{folder}” holds no weights.", "Put open_clip_model.safetensors beside its open_clip_config.json."
    )


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
    return fetch(repo, (safe, name) if name else _HUB_WEIGHTS, title, revision)


def hub_tokenizer(repo: str, title: str) -> Path:
    """The folder of a tokenizer's files: from the cache, else from the hub.

    Raises:
        WeightsMissing: they are not in the cache and could not be fetched.
    """
    cached = _cached_tokenizer(repo)
    if cached is not None:
        return cached
    vocabulary = fetch(repo, (*_VOCABULARIES, "vocab.json"), title)
    revision = vocabulary.parent.name
    names = [*_TOKENIZER_EXTRAS, *(["merges.txt"] if vocabulary.name == "vocab.json" else [])]
    for extra in names:
        _fetch_first(repo, (extra,), title, revision)
    # last, so that a cache that has it is whole
    return fetch(repo, (_TOKENIZER_CONFIG,), title, revision).parent


def fetch(repo: str, names: Sequence[str], title: str, revision: str | None = None) -> Path:
    """The first of `names` that a repository has: one in the cache, else from the hub.

    Args:
        title: whose file it is, for the error.
        revision: a commit, or None for the newest one.

    Raises:
        WeightsMissing: none is in the cache, and the hub cannot be reached or has none.
    """
    found = _fetch_first(repo, names, title, revision)
    if found is None:
        raise _missing(title, repo, f"the hub has no {' or '.join(names)} there")
    return found


def _fetch_first(repo: str, names: Sequence[str], title: str, revision: str | None) -> Path | None:
    cached = (_cached(repo, name, revision) for name in names)
    return next((path for path in cached if path), None) or _download_first(repo, names, title, revision)


def _download_first(repo: str, names: Sequence[str], title: str, revision: str | None) -> Path | None:
    import huggingface_hub as hub

    for name in names:
        try:
            # hf_hub_download tries again for up to six minutes when nobody answers; this asks once
            hub.get_hf_file_metadata(hub.hf_hub_url(repo, name, revision=revision), timeout=PATIENCE_S)
            return Path(hub.hf_hub_download(repo, name, revision=revision, etag_timeout=PATIENCE_S))
        except hub.errors.LocalEntryNotFoundError as error:
            raise _missing(title, repo, "the hub cannot be reached") from error
        except hub.errors.EntryNotFoundError:
            continue
        except Exception as error:  # the errors of three HTTP libraries, by the version of huggingface_hub
            raise _missing(title, repo, _reason(error)) from error
    return None


def _cached(repo: str, name: str, revision: str | None = None) -> Path | None:
    from huggingface_hub import try_to_load_from_cache

    found = try_to_load_from_cache(repo, name, revision=revision)
    return Path(found) if isinstance(found, str) else None


def _cached_tokenizer(repo: str) -> Path | None:
    config = _cached(repo, _TOKENIZER_CONFIG)
    return config.parent if config and has_tokenizer(config.parent) else None


def _reason(error: Exception) -> str:
    from huggingface_hub import errors

    if isinstance(error, errors.OfflineModeIsEnabled):
        return "HF_HUB_OFFLINE forbids to ask the hub"
    if isinstance(error, errors.GatedRepoError):
        return "the hub gives them only to accounts that were let in"
    if isinstance(error, errors.RepositoryNotFoundError | errors.HFValidationError):
        return "the hub knows no such model"
    if isinstance(error, OSError) and error.errno is not None and error.strerror:
        return error.strerror
    return "the hub cannot be reached"


def _missing(title: str, repo: str, reason: str) -> WeightsMissing:
    return WeightsMissing(
        f"{title} is not on this machine and could not be fetched from “{repo}”: {reason}.",
        "Try again when this machine is online, or choose a folder that holds the model "
        "(open_clip:/path/to/folder), or use the starter that comes with Nomina.",
    )
