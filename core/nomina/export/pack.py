"""A category pack: words and example embeddings of the categories in one file, and no pictures (nomina/packs.py)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from nomina.domain import Category, Origin, Rows
from nomina.export.protocol import Kind, Option, Source
from nomina.library import Library
from nomina.packs import Pack, PackCategory, calibration_digest, write_pack
from nomina.store import name_key


class CategoryPack:
    """The format `pack`. Of the plan only the categories count: it holds those that are named, or all of them.

    Examples and rejects are a person's; those without an embedding of the encoder at work are not in it.
    """

    title = "Category pack"
    kind = Kind.FILE
    ending = ".nomina-pack"
    options = (Option("examples", "yes", "Whether the embeddings of the examples are in it.", ("yes", "no")),)
    unlabelled = True

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """See Exporter."""
        wanted = {name_key(name) for name in source.plan.categories}
        chosen = [each for each in source.categories if not wanted or name_key(each.name) in wanted]
        with_rows = source.options["examples"] == "yes"
        parents: dict[int | None, str] = {each.id: each.name for each in source.categories}
        packed = []
        for category in chosen:
            packed.append(_packed(source.library, category, parents.get(category.parent, ""), with_rows))
            yield 0
        encoder = source.encoder
        digest = calibration_digest(source.library.host.calibration())
        with target.open("wb") as file:
            write_pack(Pack(encoder.id, encoder.dimension, digest, tuple(packed)), file)
        yield sum(1 for _ in source.rows())


def _packed(library: Library, category: Category, parent: str, with_rows: bool) -> PackCategory:
    rows = [_rows(library, category, accepted, with_rows) for accepted in (True, False)]
    words = (category.name, category.synonyms, category.description, category.words, parent)
    return PackCategory(*words, accepted=rows[0], rejected=rows[1])


def _rows(library: Library, category: Category, accepted: bool, with_rows: bool) -> Rows:
    spec = library.spec
    if not with_rows:
        return np.zeros((0, spec.dimension), np.float32)
    labels = [
        label.image_id
        for label in library.store.labels(category_id=category.id)
        if label.origin is Origin.PERSON and label.accepted is accepted
    ]
    hashes = [image.hash for image in library.store.images(labels)]
    rows, found = library.embeddings.get(spec.id, hashes, spec.dimension)
    return rows[found]
