"""Raw files of cameras: told by their bytes, their size, what they tell of the shot, and a picture of them.

LibRaw reads them, by the extra `raw`. Nearly every raw file holds the picture that its camera made of it, as a JPEG.
Where that is large enough it is taken: it has the colours the photographer saw, and costs a fraction of developing.
"""

from __future__ import annotations

import importlib.util
import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, cast

import PIL.Image

from nomina.errors import BadPicture

if TYPE_CHECKING:
    import rawpy

EXTENSIONS = frozenset(
    f".{name}"
    for name in (
        *("3fr", "arw", "cr2", "cr3", "crw", "dcr", "dng", "erf", "iiq", "kdc", "mos", "mrw", "nef", "nrw"),
        *("orf", "pef", "raf", "raw", "rw2", "rwl", "sr2", "srf", "srw", "x3f"),
    )
)
AT_HAND = importlib.util.find_spec("rawpy") is not None
"""Whether the extra is installed."""

_MARKS = (
    (0, (b"IIRO", b"IIRS", b"MMOR")),  # Olympus: TIFF by another name, and so is the next
    (0, (b"IIU\0",)),  # Panasonic, Leica
    (0, (b"FUJIFILMCCD-RAW",)),
    (0, (b"FOVb",)),  # Sigma
    (0, (b"\0MRM",)),  # Minolta
    (4, (b"ftypcrx ",)),  # Canon, CR3
    (6, (b"HEAPCCDR",)),  # Canon, CRW
    (8, (b"CR\2", b"IIII", b"MMMM")),  # Canon, CR2; Phase One
)
_TIFF = {b"II*\0": "<", b"MM\0*": ">"}
_PHOTOMETRIC, _SUB_IFDS, _DNG_VERSION = 262, 330, 50706
_OF_A_SENSOR = (32803, 34892)
"""Values of _PHOTOMETRIC: colour filter array, linear raw."""
_MOST_FOLDERS, _MOST_ENTRIES = 16, 512


def is_raw(data: bytes) -> bool:
    """Whether these bytes are a raw file. A TIFF is one where it says that it holds what a sensor saw, or is a DNG."""
    if any(data.startswith(marks, at) for at, marks in _MARKS):
        return True
    order = _TIFF.get(data[:4])
    return order is not None and _holds_sensor_values(data, order)


def _holds_sensor_values(data: bytes, order: str) -> bool:
    """Whether one of a TIFF's first directories is of raw values (TIFF 6.0, TIFF/EP, DNG 1.7)."""
    ahead, seen = [_number(data, 4, order)], set[int]()
    while ahead and len(seen) < _MOST_FOLDERS:
        at = ahead.pop(0)
        if at in seen or not 8 <= at <= len(data) - 2:
            continue
        seen.add(at)
        count = min(struct.unpack_from(order + "H", data, at)[0], _MOST_ENTRIES)
        for start in range(at + 2, min(at + 2 + 12 * count, len(data) - 11), 12):
            entry, kind, many = struct.unpack_from(order + "HHI", data, start)
            if entry == _DNG_VERSION:
                return True
            if entry == _PHOTOMETRIC and struct.unpack_from(order + "H", data, start + 8)[0] in _OF_A_SENSOR:
                return True
            if entry == _SUB_IFDS and kind in (4, 13):
                value = start + 8 if many == 1 else _number(data, start + 8, order)
                ahead += [_number(data, value + 4 * n, order) for n in range(min(many, _MOST_FOLDERS))]
        ahead.append(_number(data, at + 2 + 12 * count, order))
    return False


def _number(data: bytes, at: int, order: str) -> int:
    """Four bytes as a number; 0, where no directory lies, if they are not there."""
    return int(struct.unpack_from(order + "I", data, at)[0]) if 0 <= at <= len(data) - 4 else 0


class RawFile:
    """A raw file that is open."""

    def __init__(self, raw: rawpy.RawPy) -> None:
        """See `opened`."""
        self._raw = raw
        self._turn = raw.sizes.flip

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels as a person sees the picture."""
        sizes = self._raw.sizes
        return (sizes.height, sizes.width) if self._turn & 4 else (sizes.width, sizes.height)

    def preview(self) -> bytes | None:
        """The largest JPEG inside, or None. Where it does not say how the camera was held LibRaw adds that."""
        import rawpy

        try:
            inside = self._raw.extract_thumb()
        except rawpy.LibRawError:  # none, or one that it cannot read
            return None
        return cast(bytes, inside.data) if inside.format == rawpy.ThumbFormat.JPEG else None

    def upright(self, preview: PIL.Image.Image) -> PIL.Image.Image:
        """A decoded preview, turned where its own header did not say how the camera was held."""
        width, height = self.size
        lies = (preview.width > preview.height) != (width > height) and width != height
        turn = {5: PIL.Image.Transpose.ROTATE_90, 6: PIL.Image.Transpose.ROTATE_270}.get(self._turn)
        return preview.transpose(turn) if lies and turn is not None else preview

    def develop(self, at_least: int | None) -> PIL.Image.Image:
        """The picture from the sensor's values: upright, sRGB in mode "RGB", in the white balance of the camera.

        Args:
            at_least: the shorter side in pixels that is needed; where a half of the whole has it, that is made.
        """
        half = at_least is not None and at_least <= min(self.size) // 2
        pixels = self._raw.postprocess(use_camera_wb=True, half_size=half, output_bps=8)
        # a sensor without colour filters gives one channel
        return PIL.Image.fromarray(pixels[:, :, :3] if pixels.shape[2] >= 3 else pixels[:, :, 0]).convert("RGB")

    def taken(self) -> str | None:
        """ISO 8601 of the time of the shot as LibRaw found it, by the camera's clock."""
        with suppress(ValueError, OSError, OverflowError):
            when = self._raw.other.timestamp
            return when.isoformat() if when.year > 1970 else None
        return None


@contextmanager
def opened(data: bytes) -> Iterator[RawFile]:
    """Open a raw file. Whatever goes wrong with it meanwhile is a BadPicture.

    Raises:
        BadPicture: the extra is not installed; the file is damaged, or of a camera that LibRaw does not know.
    """
    if not AT_HAND:
        raise BadPicture("it is a raw file of a camera, which needs an extra: pip install 'nomina[raw]'")
    import rawpy

    try:
        with rawpy.imread(io.BytesIO(data)) as raw:
            yield RawFile(raw)
    except rawpy.LibRawFileUnsupportedError as error:
        raise BadPicture("it is a raw file of a kind that LibRaw does not know") from error
    except MemoryError as error:
        raise BadPicture("there is not enough memory to decode it") from error
    except rawpy.LibRawError as error:
        raise BadPicture(f"it is damaged ({_in_words(error)})") from error


def exif(data: bytes) -> PIL.Image.Exif:
    """What a raw file built like a TIFF tells of the shot; empty where it is built otherwise."""
    found = PIL.Image.Exif()
    if data[:2] in (b"II", b"MM"):
        mark = b"II*\0" if data[:2] == b"II" else b"MM\0*"
        with suppress(Exception):  # whatever damage makes of Pillow's parser
            found.load(data if data[:4] == mark else mark + data[4:])
    return found


def _in_words(error: Exception) -> str:
    said = error.args[0] if error.args else type(error).__name__
    return said.decode("ascii", "replace") if isinstance(said, bytes) else str(said)
