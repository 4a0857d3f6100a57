"""Which export formats there are: those that come with Nomina, and those that other packages plug in."""

from __future__ import annotations

from nomina import plugins
from nomina.errors import BadInput
from nomina.export.protocol import Exporter, Kind

OURS = {
    "csv": "nomina.export.csv:Csv",
    "json": "nomina.export.json:Json",
    "jsonl": "nomina.export.jsonl:JsonLines",
    "parquet": "nomina.export.parquet:Parquet",
    "folder": "nomina.export.folder:Folder",
    "yolo": "nomina.export.yolo:Yolo",
    "imagefolder": "nomina.export.imagefolder:ImageFolder",
    "coco": "nomina.export.coco:Coco",
    "labelstudio": "nomina.export.labelstudio:LabelStudio",
    "fiftyone": "nomina.export.fiftyone:FiftyOne",
    "cvat": "nomina.export.cvat:Cvat",
    "embeddings": "nomina.export.embeddings:EmbeddingRows",
    "xmp": "nomina.export.xmp:Xmp",
    "pack": "nomina.export.pack:CategoryPack",
}
"""Each format by name: "module:class"."""


def formats() -> dict[str, Exporter]:
    """All formats that work, by name."""
    return listed()[0]


def listed() -> tuple[dict[str, Exporter], list[plugins.Broken]]:
    """All formats by name, ours first, and the plug-ins that cannot be used."""
    found, unusable = plugins.find(plugins.EXPORTERS, OURS)
    loaded, broken = plugins.load_all(found.values(), check)
    return loaded, unusable + broken


def exporter(name: str) -> Exporter:
    """The format of this name; no other is imported.

    Raises:
        BadInput: there is none, or it is a plug-in that cannot be used.
    """
    found, _ = plugins.find(plugins.EXPORTERS, OURS)
    if name not in found:
        raise BadInput(f"There is no export format “{name}”.", f"There are {', '.join(found)}.")
    made: Exporter = plugins.load(found[name], check)
    return made


def failure(name: str, error: Exception) -> Exception:
    """What to raise when a format failed: a sentence that names the plug-in, or the error itself, which is our bug."""
    plugin = plugins.find(plugins.EXPORTERS, OURS)[0][name]
    if plugin.package == plugins.OURS:
        return error
    return BadInput(
        f"The format “{name}” of “{plugin.package}” failed: {type(error).__name__}: {error}".rstrip(". ") + ".",
        "Nothing of it was kept. Update the package, or tell its author.",
    )


def check(thing: object) -> str:
    """What an object lacks to be an Exporter, in half a sentence, or "" (see plugins.Check)."""
    missing = plugins.has("title", "kind", "ending", "options", "unlabelled", "write")(thing)
    if missing:
        return missing
    kind = getattr(thing, "kind", None)
    return "" if kind in set(Kind) else f"its kind is “{kind}”, which is none of {', '.join(Kind)}"
