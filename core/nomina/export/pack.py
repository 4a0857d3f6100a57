"""A category pack: words and example embeddings of the categories in one file, and no pictures (nomina/packs.py)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from nomina.domain import Category, Origin, Rows
from nomina.export.protocol import Kind, Option, Source
from nomina.library import Library
from nomina.packs import Pack, PackCategory, calibration_digest, write_pack
from nomina.records import name_key


class CategoryPack:
    """The format `pack`. Of the plan only the categories count: it holds those that are named, or all of them.

    Examples and rejects are a person's, and those that came in other packs; what has no embedding of the encoder at
    work is not in it.
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
    words = (category.name, category.synonyms, category.description, category.words, parent)
    own = [_own(library, category, accepted) for accepted in (True, False)]
    known = {row.tobytes() for rows in own for row in rows}
    given = library.store.given(library.spec.id).get(category.id, [])
    for i, wanted in enumerate((True, False)):
        ids = [row_id for row_id, accepted in given if accepted is wanted]
        more = library.store.given_rows(ids, library.spec.dimension)
        new = np.array([row.tobytes() not in known for row in more], bool)
        own[i] = np.concatenate([own[i], more[new]])[: None if with_rows else 0]
    return PackCategory(*words, accepted=own[0], rejected=own[1], unlike=category.unlike)


def _own(library: Library, category: Category, accepted: bool) -> Rows:
    """Rows of the pictures that a person labelled, shape (n, d)."""
    spec = library.spec
    labels = [
        label.image_id
        for label in library.store.labels(category_id=category.id)
        if label.origin is Origin.PERSON and label.accepted is accepted
    ]
    hashes = [image.hash for image in library.store.images(labels)]
    rows, found = library.embeddings.get(spec.id, hashes, spec.dimension)
    return rows[found]
