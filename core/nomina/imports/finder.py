"""Which image of the library a source means: by the hash of its bytes, by its path, by the bytes at that path."""

from __future__ import annotations

import os
import re
from pathlib import Path

from nomina.errors import BadPicture
from nomina.imports.protocol import FoundLabel
from nomina.library import Library
from nomina.opening import hash_at
from nomina.places import Place, meant

_HASH = re.compile(r"[0-9a-f]{32}")


class Finder:
    """Looks pictures up, each once.

    Attributes:
        unreadable: why the file at a path could not be read.
    """

    def __init__(self, library: Library, base: Path, *, by_name: bool) -> None:
        """Nothing was looked up.

        Args:
            base: the folder that relative paths start from.
        """
        self._library, self._base = library, os.path.abspath(base)
        self._places: dict[str, int] | None = None
        self._known: dict[str, int | None] = {}
        self._names = self._unique_names() if by_name else {}
        self.unreadable: dict[Path, str] = {}

    def image(self, found: FoundLabel) -> int | Path | None:
        """Its id; or the path of a file that is not in the library; or None where there is no such file."""
        if _HASH.fullmatch(found.hash):
            image_id = self._library.store.image_id(found.hash)
            if image_id is not None:
                return image_id
        if not found.file or not _possible(found.file):
            return None
        path = self._absolute(found.file)
        if path not in self._known:
            self._known[path] = self._at(path)
        image_id = self._known[path]
        if image_id is not None:
            return image_id
        return Path(path) if Place.of(Path(path)).is_there() else self._names.get(os.path.basename(path))

    def _absolute(self, file: str) -> str:
        """The place, absolute, that a source names; Windows' separators are understood everywhere."""
        whole = os.path.abspath(os.path.join(self._base, file))
        if os.sep == "/" and "\\" in file and not os.path.lexists(whole):
            whole = os.path.abspath(os.path.join(self._base, file.replace("\\", "/")))
        return os.fspath(meant(Path(whole)))

    def path_or_name(self, found: FoundLabel) -> Path:
        """What to call a picture that was not found."""
        if found.file and _possible(found.file):
            return Path(self._absolute(found.file))
        return Path((found.file or found.hash).encode("utf-8", "backslashreplace").decode().replace("\0", "\\0"))

    def _at(self, text: str) -> int | None:
        """The image at a path: as the library remembers it, else by the bytes that lie there."""
        if self._places is None:
            shelf = self._library.shelf
            self._places = dict(zip(shelf.paths.tolist(), shelf.ids.tolist(), strict=True))
        known = self._places.get(text)
        if known is not None:
            return known
        path = Path(text)
        place = self._library.store.place(path)  # an earlier place of an image that has several
        if place is not None:
            return place.image_id
        if not Place.of(path).is_there():
            return None
        try:
            return self._library.store.image_id(hash_at(path))
        except BadPicture as error:
            self.unreadable[path] = error.title
            return None

    def _unique_names(self) -> dict[str, int]:
        """The image of each name of a file that one image alone has."""
        shelf = self._library.shelf
        found: dict[str, int] = {}
        twice = set()
        for image_id, path in zip(shelf.ids.tolist(), shelf.paths.tolist(), strict=True):
            name = os.path.basename(path)
            if found.setdefault(name, image_id) != image_id:
                twice.add(name)
        return {name: image_id for name, image_id in found.items() if name and name not in twice}


def _possible(file: str) -> bool:
    """Whether a text can be a path at all."""
    try:
        return b"\0" not in os.fsencode(file)
    except UnicodeEncodeError:
        return False
