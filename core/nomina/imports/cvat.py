"""CVAT: tags of whole pictures in “CVAT for images 1.1” XML; boxes and outlines are left out.

Source: docs.cvat.ai/docs/other/xml_format. The XML may have no document type, as in a sidecar (nomina/rdf.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nomina.domain import Origin
from nomina.errors import BadInput
from nomina.imports.files import glance, read_bytes
from nomina.imports.protocol import Found, FoundCategory, FoundLabel, Option, Source, Spoilt
from nomina.rdf import Node, parse

BY_PROGRAMS = ("auto", "semi-auto")


class Cvat:
    """The format `cvat`."""

    title = "CVAT for images 1.1"
    options: tuple[Option, ...] = ()

    def recognises(self, path: Path) -> bool:
        """See Importer."""
        return path.suffix.lower() == ".xml" and "<annotations" in glance(path)

    def read(self, source: Source) -> Iterator[Found]:
        """See Importer."""
        path = source.path
        try:
            root = parse(read_bytes(path))
        except BadInput as error:
            if error.title.startswith("“"):
                raise
            raise BadInput(f"“{path}” was not read: {error.title}.", "Export it again from CVAT.") from error
        if root.name != "annotations":
            raise BadInput(f"“{path}” is not of CVAT: its XML is <{root.name[:40]}>.", "Name another --format.")
        for label in _all(root, ["meta", "task", "labels", "label", "name"]):
            yield FoundCategory(label.text)
        for number, image in enumerate(_all(root, ["image"]), 1):
            file = image.attributes.get(("", "name"), "")
            for mark in _all(image, ["tag"]):
                name = mark.attributes.get(("", "label"), "")
                if not file:
                    yield Spoilt(f"image {number}", "it has no name")
                    break
                program = mark.attributes.get(("", "source")) in BY_PROGRAMS
                yield FoundLabel(name, file, origin=Origin.AUTO if program else Origin.PERSON)


def _all(node: Node, names: list[str]) -> Iterator[Node]:
    """The elements at the end of this way down."""
    for child in node.children:
        if child.name == names[0]:
            if len(names) == 1:
                yield child
            else:
                yield from _all(child, names[1:])
