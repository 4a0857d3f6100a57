"""The keywords that pictures have already: in their XMP sidecars, and embedded in them as XMP and IPTC.

Of a keyword with others above it the last part is its category, unless the whole path is asked for. What Nomina itself
wrote into sidecars comes back as it was: a person's labels, and automatic ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nomina import walking, xmp
from nomina.domain import Origin, Skipped
from nomina.errors import BadInput
from nomina.imports.protocol import Found, FoundCategory, FoundLabel, Option, Source, Spoilt
from nomina.keywords import keywords_of
from nomina.places import Place

OF_PROGRAMS = frozenset({"_Digikam_Internal_Tags_", "darktable"})
"""Keywords under which programs keep notes of their own."""


class KeywordsOfPictures:
    """The format `keywords`: a folder of pictures, or one picture."""

    title = "Keywords of pictures (XMP, IPTC)"
    options = (
        Option(
            "name",
            "last",
            "Of “animals|birds|heron”: the last part, or all of it.",
            ("last", "path"),
            ("The last part", "All of it"),
        ),
        Option("tree", "no", "Whether those above become categories too, and stand above it.", ("no", "yes")),
        Option("auto", "auto", "The keyword that automatic labels stand under; empty for none."),
    )

    def recognises(self, path: Path) -> bool:
        """See Importer. A folder of pictures may be meant in other ways, so this format has to be named."""
        return path.suffix.lower() in walking.EXTENSIONS and path.is_file()

    def read(self, source: Source) -> Iterator[Found]:
        """See Importer."""
        path, options = source.path, source.options
        if not path.exists():
            raise BadInput(f"There is no “{path}”.", "Give a folder of pictures.")
        for picture in walking.walk([path]):
            if isinstance(picture, Skipped):
                yield Spoilt(str(picture.path), picture.reason)
                continue
            found = keywords_of(Place.of(picture).file)
            if options["tree"] == "yes":
                yield from _tree(found.paths, options["auto"])
            yield from (Spoilt(str(each.path), each.reason) for each in found.damaged)
            for name, origin in labels_of(found.paths, found.labels, options):
                yield FoundLabel(name, str(picture), origin=origin)


def _tree(paths: tuple[xmp.Path, ...], auto: str) -> Iterator[FoundCategory]:
    for path in paths:
        for i, name in enumerate(path):
            if path[0] not in OF_PROGRAMS | {auto}:
                yield FoundCategory(name, parent=path[i - 1] if i else "")


def labels_of(paths: tuple[xmp.Path, ...], ours: xmp.Labels, options: dict[str, str]) -> dict[tuple[str, Origin], None]:
    """(category, who said it) of a picture's keywords, each once, those that Nomina wrote first."""
    out = dict.fromkeys((name, Origin.PERSON) for name in ours.confirmed)
    out |= dict.fromkeys((name, Origin.AUTO) for name in ours.automatic)
    for path in paths:
        automatic = bool(options["auto"]) and len(path) > 1 and path[0] == options["auto"]
        parts = path[1:] if automatic else path
        if parts[0] not in OF_PROGRAMS:
            name = parts[-1] if options["name"] == "last" else "/".join(parts)
            out[name, Origin.AUTO if automatic else Origin.PERSON] = None
    return out
