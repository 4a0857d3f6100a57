"""From what a person chose to what it takes to build it: config, weights, tokenizer."""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nomina.encoders import hub
from nomina.encoders.open_clip import files
from nomina.encoders.open_clip.files import RECOMMENDED
from nomina.encoders.torchvision_shim import import_torchvision
from nomina.encoders.weights import digest
from nomina.errors import BadInput, EncoderError


def the_package() -> Any:
    """The open_clip package, imported on first use; it brings torch along, which takes seconds."""
    import_torchvision()
    import open_clip

    return open_clip


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that it takes to build one encoder.

    Attributes:
        config: as in an open_clip_config.json: model_cfg and preprocess_cfg.
        tokenizer: folder of the Hugging Face tokenizer's files, or None for the one that open_clip brings along.
        text_config: folder with the config of a Hugging Face text tower, or None.
    """

    id: str
    title: str
    config: dict[str, Any] = field(repr=False)
    weights: Path
    tokenizer: Path | None
    text_config: Path | None


def listed() -> list[str]:
    """All pairs that open_clip lists, as choices, in its order. Imports torch."""
    return [f"{files.PREFIX}{model}/{tag}" for model, tag in the_package().list_pretrained()]


def recipe_of(choice: str) -> Recipe:
    """The recipe of a choice without its "open_clip:"; files that are not on this machine are fetched.

    Raises:
        BadInput, WeightsMissing, EncoderError: as for `nomina.encoders.open_clip.load`.
    """
    if choice.startswith("hf-hub:"):
        return _hub_recipe(choice.removeprefix("hf-hub:"))
    path = Path(choice.removeprefix("local-dir:")).expanduser()
    if choice.startswith(("local-dir:", "~", ".")) or path.is_absolute():
        return _local_recipe(path)
    name, _, weights = choice.partition(":")
    if weights:
        return _lone_recipe(name, Path(weights).expanduser())
    return _pair_recipe(name)


def _pair_recipe(pair: str) -> Recipe:
    model, tag = _known_pair(pair)
    config, source = _pair_config(model, tag)
    repo, _, file = source["hf_hub"].rpartition("/")
    title = next((m.title for m in RECOMMENDED if m.choice == f"{files.PREFIX}{model}/{tag}"), f"{model} ({tag})")
    weights = files.hub_weights(repo, file, title)
    return Recipe(f"{files.PREFIX}{model}/{tag}", title, config, weights, *_hub_parts(config, title))


def _hub_recipe(repo: str) -> Recipe:
    path = hub.fetch(repo, (files.CONFIG,), repo)
    config = files.read_config(path)
    weights = files.hub_weights(repo, "", repo, revision=path.parent.name)
    mark = f"{digest(weights)}-{_config_mark(config)}"
    return Recipe(f"{files.PREFIX}hf-hub:{repo}@{mark}", repo, config, weights, *_hub_parts(config, repo))


def _local_recipe(path: Path) -> Recipe:
    if not path.exists():
        raise BadInput(f"There is no file or folder “{path}”.", "Choose the folder of a model.")
    folder = path if path.is_dir() else path.parent
    config = files.read_config(folder / files.CONFIG)
    weights = files.weights_in(folder) if path.is_dir() else path
    name = folder.resolve().name
    tokenizer = folder if files.tokenizer_name(config) else None
    if tokenizer and not files.has_tokenizer(folder):
        raise EncoderError(
            f"“{folder}” lacks the tokenizer that its {files.CONFIG} asks for.",
            f"Put tokenizer.json and tokenizer_config.json of “{files.tokenizer_name(config)}” into the folder.",
        )
    mark = f"{digest(weights)}-{_config_mark(config)}"
    return Recipe(f"{files.PREFIX}{name}@{mark}", name, config, weights, tokenizer, _hub_tower(config, name))


def _lone_recipe(name: str, weights: Path) -> Recipe:
    if not weights.is_file():
        raise BadInput(f"There is no weights file “{weights}”.", "Choose a file by its whole path.")
    config = _pair_config(*_known_pair(name))[0] if "/" in name else _only_config(_known_model(name))
    title = f"{weights.name} ({name})"
    mark = f"{name}:{weights.name}@{digest(weights)}"
    return Recipe(files.PREFIX + mark, title, config, weights, *_hub_parts(config, title))


def _hub_parts(config: dict[str, Any], title: str) -> tuple[Path | None, Path | None]:
    """The folders of the tokenizer and of the text tower's config, where the config names them on the hub."""
    repo = files.tokenizer_name(config)
    tokenizer = files.hub_tokenizer(repo, f"The tokenizer of {title}") if repo else None
    return tokenizer, _hub_tower(config, title)


def _hub_tower(config: dict[str, Any], title: str) -> Path | None:
    repo = config["model_cfg"]["text_cfg"].get("hf_model_name")
    return hub.fetch(repo, ("config.json",), f"The text tower of {title}").parent if repo else None


def _known_model(name: str) -> str:
    models = the_package().list_models()
    model = name.replace("/", "-")  # open_clip takes ViT-B/32 for ViT-B-32
    if model not in models:
        raise BadInput(f"open_clip knows no model “{name}”.", _nearest(name, models))
    return model


def _known_pair(pair: str) -> tuple[str, str]:
    open_clip = the_package()
    pairs = [choice.removeprefix(files.PREFIX) for choice in listed()]
    models = open_clip.list_models()
    if pair in models:
        raise BadInput(f"{pair} may have several weights; say which ones.", _nearest(f"{pair}/", pairs))
    name, _, tag = pair.rpartition("/")
    model, tag = name.replace("/", "-"), tag.lower().replace("-", "_")  # as open_clip reads them
    if model not in models:
        raise BadInput(f"open_clip knows no model “{name or pair}”.", _nearest(pair, pairs))
    tags = open_clip.list_pretrained_tags_by_model(model)
    if tag not in tags:
        raise BadInput(f"open_clip has no weights “{tag}” for {model}.", _nearest(tag, tags) or "It lists none for it.")
    return model, tag


def _nearest(name: str, names: Sequence[str]) -> str:
    spelled = {known.lower(): known for known in names}
    near = difflib.get_close_matches(name.lower(), list(spelled), n=4, cutoff=0.3)
    return f"Did you mean {' or '.join(spelled[known] for known in near)}?" if near else ", ".join(names[:8])


def _pair_config(model: str, tag: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The config of a listed pair, and its line in open_clip's registry."""
    open_clip = the_package()
    source: dict[str, Any] = open_clip.get_pretrained_cfg(model, tag)
    config = open_clip.get_model_config(model)
    # open_clip only warns when weights that were trained with QuickGELU are put into a model without it
    config["quick_gelu"] = bool(source.get("quick_gelu", False))
    return {"model_cfg": config, "preprocess_cfg": _preprocess(source)}, source


def _only_config(model: str) -> dict[str, Any]:
    """The config of a built-in model whose weights were all trained on pictures prepared alike."""
    open_clip = the_package()
    tags = open_clip.list_pretrained_tags_by_model(model)
    ways = {json.dumps(_preprocess(open_clip.get_pretrained_cfg(model, tag))) for tag in tags}
    if len(ways) != 1:
        why = "no way" if not ways else f"{len(ways)} ways"
        raise BadInput(
            f"open_clip states {why} to prepare pictures for {model}, so the file alone is not enough.",
            f"Say whose recipe it is, as in open_clip:{model}/{tags[0]}:/path/to/file."
            if tags
            else f"Put an {files.CONFIG} beside the file and choose the file by its path.",
        )
    return {"model_cfg": open_clip.get_model_config(model), "preprocess_cfg": json.loads(ways.pop())}


def _preprocess(source: dict[str, Any]) -> dict[str, Any]:
    return {key: source[key] for key in ("mean", "std", "interpolation", "resize_mode")}


def _config_mark(config: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(config, sort_keys=True).encode()).hexdigest()[:6]
