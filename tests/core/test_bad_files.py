"""Files that are written while they are read, and bombs: named or read whole, and the rest of the batch goes on."""

from __future__ import annotations

import sys
import threading
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tests.core.helpers import add, host_of, in_memory, save_many
from tests.core.plugged_encoders import plug_in

from nomina import ProcessHost
from nomina.domain import Reading, Skipped
from nomina.images import MOST_PIXELS, decode, hash_bytes
from nomina.testing import save_picture


@contextmanager
def written_over(path: Path, states: list[bytes]) -> Iterator[None]:
    """Meanwhile a file is written in halves, with one content after the other; at the end it has the last one."""
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            for data in states:
                with path.open("wb", buffering=0) as file:
                    file.write(data[: len(data) // 2])
                    file.write(data[len(data) // 2 :])

    writer = threading.Thread(target=write)
    writer.start()
    try:
        yield
    finally:
        stop.set()
        writer.join()


def test_a_file_that_changes_while_it_is_read_is_named_or_read_whole_in_one_of_its_states(tmp_path: Path) -> None:
    """Never with the hash of the one and the picture of the other; and the next add finds what it is in the end."""
    states = {
        hash_bytes(data): (name, data)
        for name, size in (("red", (8, 6)), ("blue", (60, 40)))
        for data in [save_picture(tmp_path / f"{name}.png", name, size=size).read_bytes()]
    }
    changing, still = tmp_path / "changing.png", save_picture(tmp_path / "still.png", "lime")
    changing.write_bytes(b"")
    host = host_of()
    with written_over(changing, [data for _, data in states.values()]):
        read = [item for batch in host.read([changing, still] * 100) for item in batch]
    host.close()
    assert all(isinstance(item, Reading) for item in read[1::2]), "its neighbours are read"
    for item in read[::2]:
        if isinstance(item, Skipped):
            assert item.reason
        elif item.row is not None:
            red, _, blue = decode(item.thumbnail).resize((1, 1)).getpixel((0, 0))
            assert ("red" if red > blue else "blue") == states[item.hash][0]
    with in_memory() as library:
        (image_id,) = add(library, changing).new
        assert library.store.images([image_id])[0].hash == list(states)[-1]


def bomb(path: Path) -> Path:
    """A valid PNG of half a megabyte that has 900 megapixels."""
    side = 30_000

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

    packer = zlib.compressobj(1)
    rows = b"".join([packer.compress(bytes(1 + side // 8) * 100) for _ in range(side // 100)]) + packer.flush()
    header = side.to_bytes(4) * 2 + bytes([1, 0, 0, 0, 0])
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return save_bytes(path, data)


def save_bytes(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="it looks into /proc")
def test_a_bomb_is_refused_by_its_size_before_it_is_decoded_and_the_rest_of_the_batch_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = "from nomina.testing import ColourEncoder\n\ndef load(device):\n    return ColourEncoder()\n"
    choice = plug_in(tmp_path / "plugins", "calm", source, monkeypatch)
    files = save_many(tmp_path, 20)
    files[5:5] = [bomb(tmp_path / "bomb.png"), save_bytes(tmp_path / "damaged.png", b"\x89PNG\r\n\x1a\nno more")]
    with closing(ProcessHost(choice, "cpu")) as host:
        list(host.read(files[:5]))
        assert host._process is not None
        process, before = host._process.pid, most_memory(host)
        read = [item for batch in host.read(files) for item in batch]
        assert host._process.pid == process, "it did not die of it"
        assert most_memory(host) < before + 50, "MB; decoded it has 900 at least"
    assert [item.path for item in read] == files
    refused = [item for item in read if isinstance(item, Skipped)]
    assert [item.path for item in refused] == files[5:7]
    assert refused[0].reason == f"it has too many megapixels; Nomina reads up to {MOST_PIXELS // 10**6}"


def most_memory(host: ProcessHost) -> float:
    """The most memory that the encoder's process ever held, MB."""
    assert host._process is not None
    lines = Path(f"/proc/{host._process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
