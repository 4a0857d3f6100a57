"""Category packs: their words, and the embeddings of their examples where the same encoder is at work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nomina.imports.protocol import Found, FoundCategory, FoundRows, Note, Option, Source
from nomina.packs import is_pack, read_pack


class CategoryPack:
    """The format `pack`."""

    title = "Category pack"
    options = (Option("examples", "yes", "Whether its examples count as evidence here.", ("yes", "no")),)

    def recognises(self, path: Path) -> bool:
        """See Importer."""
        return path.is_file() and is_pack(path)

    def read(self, source: Source) -> Iterator[Found]:
        """See Importer."""
        path = source.path
        pack = read_pack(path)
        for each in pack.categories:
            yield FoundCategory(each.name, each.synonyms, each.description, each.words, each.parent, each.unlike)
        count = sum(len(each.accepted) + len(each.rejected) for each in pack.categories)
        here = source.library.spec
        rows = pack.rows_for(here.id, here.dimension)
        if not count or source.options["examples"] == "no":
            return
        if rows is None:
            yield Note(
                f"The {count:,} examples in the pack were left out, because “{pack.encoder}” read them and"
                f" “{here.id}” is at work here; the words were taken."
            )
            return
        for name, (accepted, rejected) in rows.items():
            yield FoundRows(name, accepted, rejected)
