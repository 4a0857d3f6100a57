"""A list of names: a category a line, with its synonyms behind a “=” and “|” between them: `red kite=kite|milan`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nomina.errors import BadInput
from nomina.export.protocol import Option
from nomina.imports.files import read_text
from nomina.imports.protocol import Found, FoundCategory, Source

LONGEST_LINE = 10_000


class Names:
    """The format `names`."""

    title = "List of names"
    options: tuple[Option, ...] = ()

    def recognises(self, path: Path) -> bool:
        """See Importer."""
        return path.suffix.lower() in (".txt", ".list", ".names")

    def read(self, source: Source) -> Iterator[Found]:
        """See Importer."""
        path = source.path
        lines = [line for line in read_text(path).splitlines() if line.strip()]
        if not lines:
            raise BadInput(f"“{path}” holds no names.", "Write one name a line.")
        for line in lines:
            name, _, rest = line[:LONGEST_LINE].partition("=")
            yield FoundCategory(name.strip(), tuple(text.strip() for text in rest.split("|") if text.strip()))
