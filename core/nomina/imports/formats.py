"""Which import formats there are: those that come with Nomina, and those that other packages plug in."""

from __future__ import annotations

from pathlib import Path

from nomina import plugins
from nomina.errors import BadInput
from nomina.imports.protocol import Importer

OURS = {
    "pack": "nomina.imports.pack:CategoryPack",
    "labelstudio": "nomina.imports.labelstudio:LabelStudio",
    "fiftyone": "nomina.imports.fiftyone:FiftyOne",
    "imagefolder": "nomina.imports.imagefolder:ImageFolder",
    "coco": "nomina.imports.coco:Coco",
    "cvat": "nomina.imports.cvat:Cvat",
    "parquet": "nomina.imports.parquet:Parquet",
    "jsonl": "nomina.imports.json:JsonLines",
    "json": "nomina.imports.json:Json",
    "csv": "nomina.imports.csv:Csv",
    "names": "nomina.imports.names:Names",
    "folder": "nomina.imports.folder:Folder",
    "keywords": "nomina.imports.keywords:KeywordsOfPictures",
}
"""Each format by name: "module:class". Where none is named they are asked in this order."""


def listed() -> tuple[dict[str, Importer], list[plugins.Broken]]:
    """All formats by name, ours first, and the plug-ins that cannot be used."""
    found, unusable = plugins.find(plugins.IMPORTERS, OURS)
    loaded, broken = plugins.load_all(found.values(), check)
    return loaded, unusable + broken


def importer(name: str, path: Path) -> tuple[str, Importer]:
    """The format of this name; or, for "", the first that recognises the path. Its name, and itself.

    Raises:
        BadInput: there is none, or it is a plug-in that cannot be used.
    """
    found, _ = plugins.find(plugins.IMPORTERS, OURS)
    if name:
        if name not in found:
            raise BadInput(f"There is no import format “{name}”.", f"There are {', '.join(found)}.")
        made: Importer = plugins.load(found[name], check)
        return name, made
    for each, one in listed()[0].items():
        if one.recognises(path):
            return each, one
    raise BadInput(f"It is not clear what “{path}” is.", f"Name its --format: {', '.join(found)}.")


def check(thing: object) -> str:
    """What an object lacks to be an Importer, in half a sentence, or "" (see plugins.Check)."""
    return plugins.has("title", "options", "recognises", "read")(thing)
