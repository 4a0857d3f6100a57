"""Category packs: what a library knows of its categories in one file that holds no pictures.

A pack is a zip with two members: manifest.json, and examples.safetensors with the embeddings of the examples and of the
rejects as float16. Both are read whole from memory with limits on their size; nothing is unpacked to disk, and nothing
in it can run. safetensors' format is a length, a JSON head and the bytes (github.com/huggingface/safetensors#format).
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Calibration, Rows
from nomina.errors import BadInput, reason_of

KIND, VERSION = "nomina category pack", 1
MANIFEST, EXAMPLES = "manifest.json", "examples.safetensors"
MOST_CATEGORIES = 100_000
LONGEST_MANIFEST = 64_000_000
LONGEST_EXAMPLES = 2_000_000_000
"""Bytes. A million examples of 768 numbers."""
MOST_TIMES, SLACK = 200, 1_000_000
"""How much larger than the file a member may be, and the bytes that any may have: a zip of zeros grows 1,000 times."""
_TENSORS = ("accepted", "rejected")
_WRITTEN = (1980, 1, 1, 0, 0, 0)
"""The time of each member: the same pack has the same bytes."""


@dataclass(frozen=True, slots=True)
class PackCategory:
    """One category of a pack.

    Attributes:
        words: False where its pictures alone define it.
        parent: the name of the category above it, or "".
        accepted, rejected: embeddings of its examples and rejects, shape (n, d), float16 values as float32.
        unlike: names of what it is not.
    """

    name: str
    synonyms: tuple[str, ...]
    description: str
    words: bool
    parent: str
    accepted: Rows
    rejected: Rows
    unlike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole pack.

    Attributes:
        encoder: the id of the encoder that made the rows.
        dimension: d, the length of a row.
        calibration: the digest of the constants the rows were used with.
    """

    encoder: str
    dimension: int
    calibration: str
    categories: tuple[PackCategory, ...]

    def rows_for(self, encoder: str, dimension: int) -> dict[str, tuple[Rows, Rows]] | None:
        """Examples and rejects by category name, shape (n, d) and (m, d); None where another encoder made them."""
        if (self.encoder, self.dimension) != (encoder, dimension):
            return None
        return {each.name: (each.accepted, each.rejected) for each in self.categories}


def calibration_digest(calibration: Calibration) -> str:
    """What names the constants of an encoder: 32 hex digits."""
    found = hashlib.blake2b(digest_size=16)
    for name in Calibration.__slots__:
        value = getattr(calibration, name)
        found.update(value.tobytes() if isinstance(value, np.ndarray) else repr(value).encode())
    return found.hexdigest()


def write_pack(pack: Pack, file: BinaryIO) -> None:
    """Write a pack; the same one gives the same bytes."""
    matrices = [_stacked([getattr(each, name) for each in pack.categories], pack.dimension) for name in _TENSORS]
    examples = _tensors(matrices)
    manifest = _manifest(pack, examples)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in ((MANIFEST, manifest), (EXAMPLES, examples)):
            archive.writestr(zipfile.ZipInfo(name, _WRITTEN), data, zipfile.ZIP_DEFLATED)


def is_pack(path: Path) -> bool:
    """Whether a file looks like a pack: a zip that has a manifest."""
    try:
        with zipfile.ZipFile(path) as archive:
            return MANIFEST in archive.namelist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError):
        return False


def read_pack(path: Path) -> Pack:
    """Read and check a pack.

    Raises:
        BadInput: it cannot be read, is damaged, too large, of a newer Nomina, or holds something else.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check_members(path, archive)
            manifest = json.loads(_read(path, archive, MANIFEST, LONGEST_MANIFEST))
            _check_kind(path, manifest)
            examples = _read(path, archive, EXAMPLES, LONGEST_EXAMPLES)
        return _checked(manifest, examples)
    except OSError as error:
        raise BadInput(f"“{path}” cannot be read: {reason_of(error)}.") from error
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise BadInput(f"“{path}” is no category pack, or is damaged: {error}.", _AGAIN) from error
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, NotImplementedError) as error:
        raise BadInput(f"“{path}” is a damaged category pack ({type(error).__name__}).", _AGAIN) from error
    except RuntimeError as error:  # zipfile: a member is encrypted
        raise BadInput(f"“{path}” cannot be read: {error}.", _AGAIN) from error


_AGAIN = "Get it again from where it came from."


def _manifest(pack: Pack, examples: bytes) -> bytes:
    said: dict[str, Any] = {
        "kind": KIND,
        "version": VERSION,
        "encoder": {"id": pack.encoder, "dimension": pack.dimension, "calibration": pack.calibration},
        "categories": [
            {
                "name": each.name,
                "synonyms": list(each.synonyms),
                "description": each.description,
                "words": each.words,
                "parent": each.parent,
                "accepted": len(each.accepted),
                "rejected": len(each.rejected),
                "unlike": list(each.unlike),
            }
            for each in pack.categories
        ],
        "examples": hashlib.blake2b(examples, digest_size=32).hexdigest(),
    }
    return _text(said | {"digest": _digest(said)})


def _text(said: dict[str, Any]) -> bytes:
    return json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _digest(said: dict[str, Any]) -> str:
    return hashlib.blake2b(_text(said), digest_size=32).hexdigest()


def _stacked(parts: Sequence[Rows], dimension: int) -> NDArray[np.float16]:
    nothing = np.zeros((0, dimension), np.float32)
    return np.concatenate([nothing, *parts]).astype("<f2")


def _tensors(matrices: Sequence[NDArray[np.float16]]) -> bytes:
    head: dict[str, Any] = {}
    at = 0
    for name, matrix in zip(_TENSORS, matrices, strict=True):
        head[name] = {"dtype": "F16", "shape": list(matrix.shape), "data_offsets": [at, at + matrix.nbytes]}
        at += matrix.nbytes
    text = json.dumps(head).encode()
    text = text.ljust(-(-len(text) // 8) * 8)
    return len(text).to_bytes(8, "little") + text + b"".join(matrix.tobytes() for matrix in matrices)


def _check_members(path: Path, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    plain = all(member.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in members)
    if sorted(member.filename for member in members) != sorted([MANIFEST, EXAMPLES]) or not plain:
        raise BadInput(f"“{path}” is no category pack: it holds other things.", "Choose a file that Nomina wrote.")


def _read(path: Path, archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """A member, never more than it may have, whatever its head says."""
    most = min(most, SLACK + MOST_TIMES * path.stat().st_size)
    with archive.open(name) as member:
        data = member.read(most + 1)
    if len(data) > most:
        raise BadInput(f"“{path}” is too large: its {name} grows beyond {most / 1e6:,.0f} MB.", _AGAIN)
    return data


def _check_kind(path: Path, manifest: Any) -> None:
    if not isinstance(manifest, dict) or manifest.get("kind") != KIND:
        raise BadInput(f"“{path}” is no category pack.", "Choose a file that Nomina wrote.")
    version = manifest.get("version")
    if isinstance(version, int) and version > VERSION:
        raise BadInput(f"“{path}” was written by a newer Nomina.", "Update Nomina to read it.")


def _checked(manifest: dict[str, Any], examples: bytes) -> Pack:
    """The pack that both members tell; ValueError and its kin for whatever does not fit."""
    said = {name: value for name, value in manifest.items() if name != "digest"}
    _must(manifest["version"] == VERSION and manifest["digest"] == _digest(said))
    _must(manifest["examples"] == hashlib.blake2b(examples, digest_size=32).hexdigest())
    encoder = manifest["encoder"]
    dimension = _whole(encoder["dimension"])
    accepted, rejected = _matrices(examples, dimension)
    _must(len(manifest["categories"]) <= MOST_CATEGORIES)
    categories = []
    for each in manifest["categories"]:
        yes, no = _whole(each["accepted"]), _whole(each["rejected"])
        _must(yes <= len(accepted) and no <= len(rejected))
        words = (_name(each["name"]), tuple(map(_name, each["synonyms"])), _name(each["description"]))
        unlike = tuple(map(_name, each.get("unlike", [])))
        parent = _name(each["parent"])
        categories.append(PackCategory(*words, bool(each["words"]), parent, accepted[:yes], rejected[:no], unlike))
        accepted, rejected = accepted[yes:], rejected[no:]
    _must(not len(accepted) and not len(rejected))
    return Pack(_name(encoder["id"]), dimension, _name(encoder["calibration"]), tuple(categories))


def _matrices(examples: bytes, dimension: int) -> list[Rows]:
    room = int.from_bytes(examples[:8], "little")
    _must(8 + room <= len(examples))
    head, body = json.loads(examples[8 : 8 + room]), examples[8 + room :]
    out = []
    for name in _TENSORS:
        start, stop = map(_whole, head[name]["data_offsets"])
        count, width = map(_whole, head[name]["shape"])
        _must(head[name]["dtype"] == "F16" and width == dimension and stop <= len(body))
        _must(stop - start == 2 * count * width)
        rows = np.frombuffer(body[start:stop], "<f2").reshape(count, width).astype(np.float32)
        _must(bool(np.isfinite(rows).all()))
        out.append(rows)
    return out


def _whole(value: Any) -> int:
    _must(isinstance(value, int) and not isinstance(value, bool) and value >= 0)
    return int(value)


def _name(value: Any) -> str:
    _must(isinstance(value, str))
    return str(value)


def _must(holds: bool) -> None:
    if not holds:
        raise ValueError("it does not fit together")
