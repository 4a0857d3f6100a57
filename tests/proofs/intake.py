"""Where bytes from elsewhere come in. A room reads them as the program does, and may say no only in words.

A room is made once in a process, with whole files to damage; whatever it then raises, other than a NominaError, is a
fault. `fuzz.py` gives it the damaged files.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.core.export_helpers import export, taught
from tests.core.helpers import in_memory
from tests.core.import_helpers import take
from tests.proofs.tally import room

from nomina import images, keywords, walking, xmp
from nomina.imports import import_formats
from nomina.looks import look
from nomina.packs import EXAMPLES, MANIFEST, read_pack
from nomina.settings import SETTINGS, Settings
from nomina.testing import save_picture

FORMATS = Path(__file__).parents[3] / "shared" / "data" / "formats"
LARGEST = 60_000
"""Bytes of a file to damage: what goes wrong with large ones does with small ones, a hundred times faster."""
TABLES = {"csv": ".csv", "json": ".json", "jsonl": ".jsonl", "coco": ".json", "cvat": ".xml", "labelstudio": ".json"}
TABLES |= {"names": ".txt", "parquet": ".parquet"}


@dataclass(frozen=True, slots=True)
class Room:
    """Whole files, and what reads a damaged one."""

    whole: list[bytes]
    read: Callable[[bytes], None]


@contextmanager
def pictures() -> Iterator[Room]:
    """What the encoder's process does with a file before the model sees it."""
    yield Room(_pictures(), _read_picture)


def _read_picture(data: bytes) -> None:
    images.size_upright(data)
    image = images.decode(data, at_least=2 * images.THUMBNAIL)
    assert image.mode == "RGB"
    images.facts(data)
    look(image)
    images.thumbnail(image)


@contextmanager
def metadata() -> Iterator[Room]:
    """Keywords of a picture and of its sidecar."""
    with room() as folder:
        picture = folder / "a.jpg"

        def read(data: bytes) -> None:
            picture.write_bytes(data)
            keywords.keywords_of(picture)

        yield Room(_pictures(), read)


@contextmanager
def sidecars() -> Iterator[Room]:
    """A sidecar of another program: read, edited in place, and what was ours taken out again."""
    yield Room(_sidecars(), _edit_sidecar)


def _edit_sidecar(data: bytes) -> None:
    xmp.read(data)
    labels = xmp.Labels(("heron & co",), ("owl",))
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return
    edited = xmp.merged(text, labels)
    assert xmp.read(edited.encode()).labels == labels, "what is written is read back"
    xmp.removed(edited)


@contextmanager
def category_packs() -> Iterator[Room]:
    """A pack from anywhere: damaged as a file, and in what it holds, where no checksum tells of it."""
    with room() as folder:
        path, whole = folder / "a.nomina-pack", _exported(folder, "pack")
        with zipfile.ZipFile(io.BytesIO(whole)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}

        def read(data: bytes) -> None:
            if data.startswith(b"PK"):
                path.write_bytes(data)
            else:
                damaged = MANIFEST if data.startswith(b"{") else EXAMPLES
                with zipfile.ZipFile(path, "w") as archive:
                    for name, member in (members | {damaged: data}).items():
                        archive.writestr(name, member)
            read_pack(path)

        yield Room([whole, *members.values()], read)


@contextmanager
def tables() -> Iterator[Room]:
    """Every format of one file that labels are taken from: read as what it says it is, and written to a library."""
    with room() as folder, in_memory() as library:
        taught(library, folder / "pictures")
        known = {_exported(folder, name): name for name in TABLES if name in import_formats()}
        turn = iter(range(10**9))

        def read(data: bytes) -> None:
            name = list(known.values())[next(turn) % len(known)]
            path = folder / f"a{TABLES[name]}"
            path.write_bytes(data)
            before = len(library.history.done)
            take(library, path, format=name, automatic=True, base=folder / "pictures", dry_run=next(turn) % 2 == 0)
            while len(library.history.done) > before:
                library.undo()

        yield Room(list(known), read)


@contextmanager
def preferences() -> Iterator[Room]:
    """The settings file."""
    with room() as folder:
        path = folder / "settings.json"

        def read(data: bytes) -> None:
            path.write_bytes(data)
            found = Settings(path)
            for setting in SETTINGS:
                assert isinstance(found.get(setting.key), str)
            found.set("language", "de")

        whole = {setting.key: setting.default for setting in SETTINGS} | {"last_library": "/a/ü", "keys": '{"a": "b"}'}
        yield Room([json.dumps(whole).encode()], read)


ROOMS = {
    "pictures": pictures,
    "keywords in pictures": metadata,
    "sidecars": sidecars,
    "category packs": category_packs,
    "tables of labels": tables,
    "settings": preferences,
}


def _pictures() -> list[bytes]:
    """The odd and broken files beside the repository; where it has none, pictures that are made here."""
    found = [path for path in sorted(FORMATS.rglob("*")) if path.suffix.lower() in walking.EXTENSIONS]
    small = [path.read_bytes() for path in found if 0 < path.stat().st_size <= LARGEST]
    return small or _made()


def _made() -> list[bytes]:
    with room() as folder:
        made = [
            save_picture(folder / f"a.{ending}", "orange", size=(40, 30)) for ending in ("png", "jpg", "webp", "gif")
        ]
        made += [
            save_picture(folder / f"b.{ending}", "blue", size=(40, 30)) for ending in ("tif", "bmp", "jp2", "avif")
        ]
        return [path.read_bytes() for path in made]


def _sidecars() -> list[bytes]:
    found = [path.read_bytes() for path in sorted(FORMATS.rglob("*.xmp"))]
    mine = xmp.merged(xmp.EMPTY, xmp.Labels(("heron", "red kite"), ("owl",)), above={"heron": ("bird",)})
    return [*found, mine.encode()]


def _exported(folder: Path, format: str) -> bytes:
    """What an export of a small library looks like."""
    if format == "names":
        return b"heron\nred kite = kite | milan\nowl\n"
    with in_memory() as library:
        taught(library, folder / "taught")
        target = folder / f"{format}{TABLES.get(format, '.nomina-pack')}"
        export(library, format, target)
        file = target if target.is_file() else next(target.rglob(f"*{TABLES[format]}"))  # beside copies of pictures
        return file.read_bytes()
