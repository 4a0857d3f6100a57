"""The placed rows of a library, as one encoder and one reference place them: derived data, of the size of the library.

Few are in memory. Many lie in files of the cache folder that are memory-mapped: they are there at once when a library
is opened, and the system takes their memory back when it needs it. Files may be deleted, cut short, spoilt or left
behind by another state of the library at any time: what is kept says of which pictures it is, and has a checksum for
every block of rows; what does not fit is read and placed again, and `KeptRows.wrong` says so. `look_at` is for those
who only want to know.
"""

from __future__ import annotations

import json
import os
import shutil
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nomina.fixedpoint import Quantised
from nomina.reference import Placed

ON_DISK = 20_000
"""Rows from which they are kept in files: fewer are read and placed again in a third of a second."""
BLOCK = 4096
"""Rows under one checksum."""
RECIPE = 1
FOLDERS = 2
"""Folders that stay side by side: that of the encoder at work and the one before, so that going back is free; of
sketches those of words and those of pictures."""
ABOUT = "about.json"
Arrays = dict[str, NDArray[Any]]


class KeptRows:
    """n rows in the order of their images' ids, and of which images they are.

    Attributes:
        wrong: what was found wrong with the files when they were opened, in a sentence; "" for nothing.
    """

    def __init__(self, folder: Path | None, like: Placed, mark: str = "") -> None:
        """Take what is whole of the files in a folder; nothing where there are none.

        Args:
            folder: named by encoder and reference; None keeps everything in memory.
            like: says which rows there are, and how long they are.
            mark: of the embeddings that rows are placed from; those of others do not count.
        """
        self._folder, self._mark, self._shapes = folder, mark, _shapes(like)
        self._count, self._generation, self._on_disk = 0, 0, False
        self._checksums: list[int] = []
        self._changed: set[int] = set()
        self._arrays = self._in_memory(0)
        self.wrong = ""
        if folder is not None and (folder / ABOUT).exists():
            self.wrong = self._take_over(folder)

    def __len__(self) -> int:
        return self._count

    @property
    def ids(self) -> NDArray[np.int64]:
        """Image ids, shape (n,), ascending."""
        return self._arrays["ids"][: self._count]

    @property
    def hashes(self) -> NDArray[np.bytes_]:
        """The images' hashes, shape (n,)."""
        return self._arrays["hashes"][: self._count]

    @property
    def read(self) -> NDArray[np.bool_]:
        """Which images have a row, shape (n,); the row of another is zeros."""
        return self._arrays["read"][: self._count]

    @property
    def placed(self) -> Placed:
        """The rows, as views."""
        return Placed(self._quantised("words") if "words" in self._shapes else None, self._quantised("pictures"))

    def _quantised(self, name: str) -> Quantised:
        return Quantised(self._arrays[name][: self._count], self._arrays[f"{name}_scales"][: self._count])

    # Changing ----------------------------------------------------------------------------------------------------

    def follow(self, ids: NDArray[np.int64], hashes: NDArray[np.bytes_]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Become the rows of these images; those that are new have none yet.

        Args:
            ids: ascending, shape (m,). hashes: shape (m,).

        Returns:
            where each was before, and whether it has a row from before, both of shape (m,).
        """
        old, n = self.ids, self._count
        if n <= len(ids) and (old == ids[:n]).all() and (self.hashes == hashes[:n]).all():
            self.grow(ids[n:], hashes[n:])
            return np.minimum(np.arange(len(ids)), max(n - 1, 0)), self.read.copy()
        if 0 < len(ids) < n and (old[: len(ids)] == ids).all() and (self.hashes[: len(ids)] == hashes).all():
            self._count = len(ids)  # an add was undone: nothing moves
            self._touch(np.array([len(ids) - 1]))
            return np.arange(len(ids)), self.read.copy()
        at = np.minimum(np.searchsorted(old, ids), max(n - 1, 0))
        same = (old[at] == ids) & (self.hashes[at] == hashes) if n else np.zeros(len(ids), bool)
        kept = same & self.read[at] if n else same
        self._rearrange(at, kept, ids, hashes)
        return at, kept

    def grow(self, ids: NDArray[np.int64], hashes: NDArray[np.bytes_]) -> None:
        """Put images at the end that have no row yet; their ids are greater than all others."""
        if not len(ids):
            return
        start, stop = self._count, self._count + len(ids)
        if stop > len(self._arrays["ids"]) or (self._wants_disk(stop) and not self._on_disk):
            self._make_room(stop)
        for name, array in self._arrays.items():
            array[start:stop] = {"ids": ids, "hashes": hashes}.get(name, 0)
        self._count = stop
        self._touch(np.arange(start, stop, BLOCK // 2))
        self._touch(np.array([stop - 1]))

    def put(self, at: NDArray[np.int64], fresh: Placed, found: NDArray[np.bool_]) -> None:
        """Put rows where they belong, shape (len(at),); those that were not found stay zeros."""
        for name, rows in (("words", fresh.words), ("pictures", fresh.pictures)):
            if rows is not None and name in self._shapes:
                self._arrays[name][at], self._arrays[f"{name}_scales"][at] = rows.codes, rows.scales
        self._arrays["read"][at] = found
        self._touch(at)

    def keep(self) -> None:
        """Write down what is whole now. A crash before it costs the rows that came since."""
        if self._folder is None or not self._on_disk or not self._changed:
            return
        count = -(-self._count // BLOCK)
        changed = sorted(block for block in self._changed if block < count)
        self._checksums = (self._checksums + [0] * count)[:count]
        for block, checksum in zip(changed, _checksums(self._arrays, self._count, changed), strict=True):
            self._checksums[block] = checksum
        about: dict[str, Any] = {
            "recipe": RECIPE,
            "mark": self._mark,
            "generation": self._generation,
            "count": self._count,
        }
        about["widths"] = _widths(self._shapes)
        part = self._folder / f"{ABOUT}.part"
        with suppress(OSError):  # then the next time begins anew
            part.write_text(json.dumps({**about, "checksums": self._checksums}), encoding="utf-8")
            os.replace(part, self._folder / ABOUT)
        self._changed.clear()

    def _touch(self, rows: NDArray[np.int64]) -> None:
        self._changed.update(np.unique(rows // BLOCK).tolist())

    def _rearrange(
        self, at: NDArray[np.int64], kept: NDArray[np.bool_], ids: NDArray[np.int64], hashes: NDArray[np.bytes_]
    ) -> None:
        """Row i becomes row at[i] of now where kept[i], else one that is not read yet."""
        before, self._count = self._arrays, 0
        self._begin_anew(len(ids))
        for start in range(0, len(ids), BLOCK):
            block = slice(start, min(start + BLOCK, len(ids)))
            for name, array in self._arrays.items():
                array[block] = 0
                array[block][kept[block]] = before[name][at[block][kept[block]]]
            self._arrays["ids"][block], self._arrays["hashes"][block] = ids[block], hashes[block]
        self._count = len(ids)
        self._touch(np.arange(0, len(ids), BLOCK))
        self._remove_before()

    # Where it lies -----------------------------------------------------------------------------------------------

    def _wants_disk(self, count: int) -> bool:
        return self._folder is not None and count >= ON_DISK

    def _in_memory(self, count: int) -> Arrays:
        return {name: np.zeros((count, *shape), dtype) for name, (dtype, shape) in self._shapes.items()}

    def _begin_anew(self, count: int) -> None:
        """Room for so many rows, all of them to be written; in files of a new generation, or in memory."""
        self._generation += 1
        self._on_disk = False
        room = -(-count // BLOCK) * BLOCK
        if self._folder is not None and self._wants_disk(count):
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._arrays = self._mapped(self._folder, room, make=True)
                self._on_disk = True
                self._checksums, self._changed = [], set()
                _forget_others(self._folder)
                return
            except OSError as error:
                self.wrong = f"Rows could not be kept on disk ({error.strerror}); they are kept in memory."
        self._arrays = self._in_memory(count)

    def _make_room(self, count: int) -> None:
        """Room for more rows than now behind those that are there."""
        if self._on_disk and self._folder is not None:
            with suppress(OSError):  # a full disk: the rows go on in memory
                self._arrays = self._mapped(self._folder, -(-count // BLOCK) * BLOCK, make=True)
                return
        before = self._arrays
        self._begin_anew(count if self._wants_disk(count) else count + count // 4)
        for name, array in self._arrays.items():
            array[: self._count] = before[name][: self._count]
        self._touch(np.arange(0, self._count, BLOCK))
        self._remove_before()

    def _mapped(self, folder: Path, room: int, *, make: bool) -> Arrays:
        """The files as arrays of so many rows.

        Raises:
            OSError: the disk is full, or a file is missing or too short.
        """
        out: Arrays = {}
        for name, (dtype, shape) in self._shapes.items():
            file, size = folder / f"{name}.{self._generation}", room * _widths(self._shapes)[name]
            if make:
                _reserve(file, size)
            elif file.stat().st_size < size:
                raise OSError(0, "a file is too short")
            out[name] = np.asarray(np.memmap(file, dtype, "r+", shape=(room, *shape))) if size else np.zeros(0, dtype)
        return out

    def _remove_before(self) -> None:
        """Write down the generation that is whole, then remove the files of others."""
        self.keep()
        if self._folder is not None and not self._on_disk:
            shutil.rmtree(self._folder, ignore_errors=True)
        elif self._folder is not None:
            for file in self._folder.glob("*.*"):
                if file.suffix != f".{self._generation}" and file.name != ABOUT and file.stem in self._shapes:
                    with suppress(OSError):  # Windows: still mapped; it goes the next time
                        file.unlink()

    def _take_over(self, folder: Path) -> str:
        """Take the rows that are whole; returns what was wrong with others, in a sentence, or ""."""
        again = "They are read again."
        try:
            about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
            self._generation, count = int(about["generation"]), int(about["count"])
            if (about["recipe"], about["mark"], about["widths"]) != (RECIPE, self._mark, _widths(self._shapes)):
                return f"The rows that were kept belong to other embeddings. {again}"
            arrays = self._mapped(folder, count, make=False)
        except (OSError, ValueError, KeyError, TypeError) as error:
            return f"The rows that were kept cannot be used ({error}). {again}"
        blocks = range(-(-count // BLOCK))
        found = _checksums(arrays, count, blocks)
        damaged = [block for block in blocks if [found[block]] != about["checksums"][block : block + 1]]
        self._arrays, self._count, self._on_disk, self._checksums = arrays, count, True, found
        if not damaged:
            return ""
        whole = ~np.isin(np.arange(count) // BLOCK, damaged)
        lost = int((~whole).sum())
        at = np.flatnonzero(whole)
        self._rearrange(at, np.ones(len(at), bool), self.ids[at].copy(), self.hashes[at].copy())
        return f"{lost:,} of the rows that were kept are damaged. {again}"


def look_at(cache: Path) -> Iterator[tuple[Path, int, str]]:
    """Check what is kept in a cache folder against its checksums, for those who check a library.

    Nothing is changed. A folder with something wrong may be removed as a whole: its rows are placed again from the
    embeddings when the library is opened, and lose nothing that a person made.

    Yields:
        the folder of one encoder and reference, or of the sketches of its rows, how many are kept there, and what is
            wrong, "" for nothing.
    """
    for folder in sorted(each.parent for each in (cache / "rows").rglob(ABOUT)):
        try:
            about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
            count, blocks = int(about["count"]), range(-(-int(about["count"]) // BLOCK))
            arrays = _as_bytes(folder, about, count)
            damaged = [block for block in blocks if _checksum(arrays, count, block) != about["checksums"][block]]
        except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
            yield folder, 0, f"It cannot be read: {error}."
        else:
            yield folder, count, f"{len(damaged)} of {len(blocks)} blocks are damaged." if damaged else ""


def _as_bytes(folder: Path, about: dict[str, Any], count: int) -> Arrays:
    """The files of what is kept as bytes of so many rows, whatever is in them."""
    out: Arrays = {}
    for name, width in about["widths"].items():
        file = folder / f"{name}.{about['generation']}"
        out[name] = np.asarray(np.memmap(file, np.uint8, "r", shape=(count, width)))
    return out


_KEYS: dict[str, tuple[np.dtype[Any], tuple[int, ...]]] = {
    "hashes": (np.dtype("S32"), ()),
    "ids": (np.dtype("<i8"), ()),
    "read": (np.dtype("?"), ()),
}


def _shapes(like: Placed) -> dict[str, tuple[np.dtype[Any], tuple[int, ...]]]:
    """Type and shape of one row of each array, by name, in the order of the names."""
    out = dict(_KEYS)
    for name, rows in (("words", like.words), ("pictures", like.pictures)):
        if rows is not None:
            out[name] = np.dtype("i1"), (rows.codes.shape[1],)
            out[f"{name}_scales"] = np.dtype("<f4"), ()
    return dict(sorted(out.items()))


def _widths(shapes: dict[str, tuple[np.dtype[Any], tuple[int, ...]]]) -> dict[str, int]:
    """Bytes of a row of each array, by name."""
    return {name: int(np.prod(shape, initial=dtype.itemsize)) for name, (dtype, shape) in shapes.items()}


def _checksum(arrays: Arrays, count: int, block: int) -> int:
    """Of the rows of one block, of all arrays in the order of their names: CRC-32."""
    out = 0
    for _, array in sorted(arrays.items()):
        out = zlib.crc32(np.ascontiguousarray(array[block * BLOCK : min((block + 1) * BLOCK, count)]).data, out)
    return out


def _checksums(arrays: Arrays, count: int, blocks: range | list[int]) -> list[int]:
    """Those of some blocks; a gigabyte takes 0.4 seconds of a processor, and they share it."""
    if len(blocks) < 4:
        return [_checksum(arrays, count, block) for block in blocks]
    with ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="checksum") as threads:
        return list(threads.map(lambda block: _checksum(arrays, count, block), blocks))


def _reserve(file: Path, size: int) -> None:
    """Make a file at least so long, with room on the disk: a page that has none would end the program when written."""
    with file.open("ab") as stream:
        if stream.tell() >= size:
            return
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(stream.fileno(), 0, size)
        else:
            stream.write(bytes(size - stream.tell()))


def _forget_others(folder: Path) -> None:
    """Remove what other references and encoders left, but for the latest."""
    others = [each for each in folder.parent.iterdir() if each.is_dir() and each != folder]
    for each in sorted(others, key=lambda other: other.stat().st_mtime)[: -(FOLDERS - 1)]:
        shutil.rmtree(each, ignore_errors=True)
