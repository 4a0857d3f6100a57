"""Category packs: their words. Their examples are embeddings without pictures, which a library does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nomina.imports.protocol import Found, FoundCategory, Note, Option, Source
from nomina.packs import is_pack, read_pack


class CategoryPack:
    """The format `pack`."""

    title = "Category pack"
    options: tuple[Option, ...] = ()

    def recognises(self, path: Path) -> bool:
        """See Importer."""
        return path.is_file() and is_pack(path)

    def read(self, source: Source) -> Iterator[Found]:
        """See Importer."""
        path = source.path
        pack = read_pack(path)
        for each in pack.categories:
            yield FoundCategory(each.name, each.synonyms, each.description, each.words, each.parent)
        count = sum(len(each.accepted) + len(each.rejected) for each in pack.categories)
        here = source.library.spec
        if count and pack.rows_for(here.id, here.dimension) is None:
            yield Note(
                f"The {count:,} examples in the pack were left out, because “{pack.encoder}” read them and"
                f" “{here.id}” is at work here; the words were taken."
            )
        elif count:
            yield Note(f"The {count:,} examples in the pack were left out: a library takes the words of a pack alone.")
