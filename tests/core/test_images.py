"""Pictures of any kind, as a person sees them: upright, in sRGB, on white. What is no picture says so, and no more."""

from __future__ import annotations

import contextlib
import csv
import faulthandler
import io
import os
import struct
import warnings
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageCms, ImageDraw
from tests.properties import examples

from nomina.domain import Skipped
from nomina.errors import BadPicture
from nomina.images import HEIF, MOST_PIXELS, THUMBNAIL, decode, hash_bytes, read_file, size_upright, thumbnail
from nomina.walking import AS_USUAL, LEFT_OUT, Sieve, walk

Pixels = PIL.Image.Image


@pytest.fixture(autouse=True)
def _no_picture_takes_for_ever() -> Iterator[None]:
    """A decoder that hangs ends the run, and says where it was."""
    faulthandler.dump_traceback_later(120, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


def saved(image: Pixels, format: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def scene(width: int = 96, height: int = 64) -> Pixels:
    """A picture that looks different in all eight orientations."""
    image = PIL.Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width // 2, height // 4), fill="red")
    draw.rectangle((0, height // 2, width // 4, height), fill="blue")
    return image


def like(one: Pixels, other: Pixels) -> float:
    """Mean difference of two pictures, in steps of 255."""
    return float(np.abs(np.asarray(one, np.float64) - np.asarray(other, np.float64)).mean())


def colour(image: Pixels) -> tuple[int, int, int]:
    pixel = image.getpixel((image.width // 2, image.height // 2))
    assert isinstance(pixel, tuple)
    return pixel  # type: ignore[return-value]


# Upright ---------------------------------------------------------------------------------------------------------

STORED_AS = {  # how a camera stores the upright picture for each orientation
    2: PIL.Image.Transpose.FLIP_LEFT_RIGHT,
    3: PIL.Image.Transpose.ROTATE_180,
    4: PIL.Image.Transpose.FLIP_TOP_BOTTOM,
    5: PIL.Image.Transpose.TRANSPOSE,
    6: PIL.Image.Transpose.ROTATE_90,
    7: PIL.Image.Transpose.TRANSVERSE,
    8: PIL.Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_looks_the_same_however_the_camera_was_held(orientation: int, format: str) -> None:
    upright = scene()
    stored = upright.transpose(STORED_AS[orientation]) if orientation > 1 else upright
    exif = PIL.Image.Exif()
    exif[0x0112] = orientation
    data = saved(stored, format, exif=exif)
    seen = decode(data)
    assert seen.size == size_upright(data) == (96, 64)
    assert like(seen, upright) < 6
    assert like(seen.transpose(PIL.Image.Transpose.ROTATE_180), upright) > 30


def test_the_eight_landscapes_look_the_same(shared: Path) -> None:
    first, *others = [decode((shared / f"formats/library/landscape_{i}.jpg").read_bytes()) for i in range(1, 9)]
    for other in others:  # each of them with a colour profile, which the first has not
        assert other.size == first.size == (600, 450)
        assert like(first, other) < 8


@pytest.mark.parametrize("value", [0, 9, 77])
def test_an_orientation_that_makes_no_sense_is_none(value: int) -> None:
    exif = PIL.Image.Exif()
    exif[0x0112] = value
    assert decode(saved(scene(), "PNG", exif=exif)).size == (96, 64)


# Colours ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["PNG", "WEBP", "TIFF"])
def test_what_is_transparent_becomes_white(format: str) -> None:
    image = PIL.Image.new("RGBA", (8, 8), (255, 0, 0, 0))
    assert colour(decode(saved(image, format))) == (255, 255, 255)
    half = PIL.Image.new("RGBA", (8, 8), (0, 0, 0, 128))
    assert colour(decode(saved(half, "PNG"))) == (127, 127, 127)


def test_transparency_of_grey_and_palette_pictures_becomes_white_too() -> None:
    assert colour(decode(saved(PIL.Image.new("LA", (8, 8), (0, 0))))) == (255, 255, 255)
    palette = PIL.Image.new("P", (8, 8), 1)
    palette.putpalette([0, 0, 0, 255, 0, 0])
    assert colour(decode(saved(palette))) == (255, 0, 0)
    assert colour(decode(saved(palette, transparency=1))) == (255, 255, 255)
    assert colour(decode(saved(palette, "GIF", transparency=1))) == (255, 255, 255)
    assert colour(decode(saved(PIL.Image.new("RGB", (8, 8), "red"), transparency=(255, 0, 0)))) == (255, 255, 255)


def test_deep_pictures_keep_their_tones() -> None:
    ramp = np.linspace(0, 65535, 256, dtype=np.uint16)[None].repeat(4, 0)
    grey = np.asarray(decode(saved(PIL.Image.fromarray(ramp))))[0, :, 0]
    assert abs(grey.astype(int) - np.arange(256)).max() <= 1
    dark = PIL.Image.fromarray(np.full((4, 4), 25 * 257, np.uint16))
    assert colour(decode(saved(dark))) == (25, 25, 25), "a dark picture stays dark"
    floats = PIL.Image.fromarray(np.linspace(-2, 7, 256, dtype=np.float32)[None].repeat(4, 0))
    grey = np.asarray(decode(saved(floats, "TIFF")))[0, :, 0]
    assert abs(grey.astype(int) - np.arange(256)).max() <= 1
    broken = np.full((4, 4), np.nan, np.float32)
    assert decode(saved(PIL.Image.fromarray(broken), "TIFF")).size == (4, 4)


def test_pictures_for_print_are_brought_to_the_screen() -> None:
    cmyk = PIL.Image.new("CMYK", (16, 16), (0, 255, 255, 0))
    red, green, blue = colour(decode(saved(cmyk, "JPEG")))
    assert red > 200
    assert max(green, blue) < 80


def test_a_colour_profile_is_followed() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    plain = scene()
    assert like(decode(saved(plain, icc_profile=srgb.tobytes())), plain) < 2
    for profile in (lab.tobytes(), b"no profile at all", srgb.tobytes()[:300]):
        assert like(decode(saved(plain, icc_profile=profile)), plain) < 2, "one that does not fit is left aside"


def test_an_animation_is_its_first_frame() -> None:
    frames = [PIL.Image.new("RGB", (8, 8), name) for name in ("red", "blue")]
    for format in ("GIF", "WEBP", "PNG"):
        red, _, blue = colour(decode(saved(frames[0], format, save_all=True, append_images=frames[1:])))
        assert red > 200
        assert blue < 60


# Size ------------------------------------------------------------------------------------------------------------


@given(st.integers(1, 900), st.integers(1, 900), st.integers(1, 1200), st.sampled_from(["JPEG", "PNG"]))
@examples(20)
def test_a_picture_is_never_decoded_below_the_size_asked_for(width: int, height: int, least: int, format: str) -> None:
    data = saved(PIL.Image.new("RGB", (width, height), "teal"), format)
    seen = decode(data, at_least=least)
    assert min(seen.size) >= min(least, width, height)
    assert abs(seen.width / seen.height - width / height) <= 0.02 * width / height + 1 / min(seen.size)


def test_a_large_jpeg_is_decoded_small_and_still_upright() -> None:
    exif = PIL.Image.Exif()
    exif[0x0112] = 6
    data = saved(scene(1600, 1200).transpose(PIL.Image.Transpose.ROTATE_90), "JPEG", exif=exif)
    seen = decode(data, at_least=300)
    assert seen.size == (400, 300), "a quarter"
    assert like(seen, scene(400, 300)) < 6


@given(st.integers(1, 2000), st.integers(1, 2000))
@examples(15)
def test_a_thumbnail_is_at_most_320_a_side_and_of_the_same_shape(width: int, height: int) -> None:
    small = decode(thumbnail(PIL.Image.new("RGB", (width, height), "teal")))
    assert max(small.size) == min(THUMBNAIL, max(width, height))
    assert abs(small.width / small.height - width / height) <= width / height / min(small.size)


@pytest.mark.parametrize("size", [(1, 1), (12000, 2), (3, 9000)])
def test_odd_shapes_are_fine(size: tuple[int, int]) -> None:
    data = saved(PIL.Image.new("RGB", size, "teal"))
    seen = decode(data, at_least=640)
    assert seen.size == size_upright(data) == size
    assert max(decode(thumbnail(seen)).size) <= THUMBNAIL


def enormous(width: int, height: int) -> bytes:
    """A PNG whose header promises so many pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [16_000, 30_000, 2_000_000])
def test_a_picture_of_too_many_pixels_is_refused_from_its_header(side: int) -> None:
    assert side * side > MOST_PIXELS
    for reading in (decode, size_upright):
        with pytest.raises(BadPicture, match="megapixels; Nomina reads up to 250"):
            reading(enormous(side, side))


def test_the_size_of_a_picture_is_read_without_decoding_it() -> None:
    """Else a large PNG, which has no EXIF before its pixels, would be decoded twice, and outside the one-big lock."""
    assert size_upright(enormous(15_000, 16_000)) == (15_000, 16_000)


def test_the_900_megapixel_bomb_is_refused(shared: Path) -> None:
    with pytest.raises(BadPicture, match="megapixels; Nomina reads up to 250"):
        decode((shared / "formats/made/bomb_30000x30000.png").read_bytes())


# Everything that is odd ------------------------------------------------------------------------------------------


def outcome(file: Path) -> str:
    """“open”, or the sentence that says why not. Any other exception is a bug."""
    try:
        read = read_file(file)
        size = size_upright(read.data)
        seen = decode(read.data, at_least=2 * THUMBNAIL)
    except BadPicture as error:
        return error.title
    assert seen.mode == "RGB"
    assert min(seen.size) >= min(2 * THUMBNAIL, *size)
    assert (seen.width > seen.height) == (size[0] > size[1]) or abs(size[0] - size[1]) < 2
    assert max(decode(thumbnail(seen)).size) <= THUMBNAIL
    return "open"


def is_a_sentence(reason: str) -> bool:
    return bool(reason) and len(reason) < 160 and "\n" not in reason and " at 0x" not in reason


def test_every_odd_and_broken_file_opens_or_says_why_not(shared: Path) -> None:
    """In threads, as the product does it, without a warning on the screen."""
    with (shared / "formats" / "MANIFEST.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) > 250
    with ThreadPoolExecutor(4) as threads:
        outcomes = list(threads.map(lambda row: outcome(shared / "formats" / row["file"]), rows))
    wrong = [
        (row["file"], row["expected"], said)
        for row, said in zip(rows, outcomes, strict=True)
        if (row["expected"].split(" (")[0] == "open" and said != "open" and not (_heic(row["file"]) and not HEIF))
        or (row["expected"] == "error" and said == "open")
    ]
    assert wrong == []
    assert [said for said in outcomes if not is_a_sentence(said)] == []
    assert outcomes.count("open") > 150


def _heic(file: str) -> bool:
    return Path(file).suffix.lower() in (".heic", ".heif")


@pytest.mark.skipif(HEIF, reason="the extra that reads HEIC is installed")
def test_a_heic_picture_says_what_to_install(shared: Path) -> None:
    assert "pip install 'nomina[heif]'" in outcome(shared / "formats/library/bee.heic")


@given(st.data())
@examples(30)
def test_damage_of_any_kind_is_a_bad_picture_and_nothing_else(data: st.DataObject) -> None:
    format = data.draw(
        st.sampled_from(["JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP", "PPM", "ICO", "TGA", "PCX", "SGI"])
    )
    whole = bytearray(saved(scene(40, 30), format))
    for _ in range(data.draw(st.integers(0, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    with contextlib.suppress(BadPicture):
        assert min(size_upright(cut)) >= 0
        assert decode(cut, at_least=20).mode == "RGB"


def test_odd_metadata_interrupts_nothing(shared: Path) -> None:
    """Pillow warns of it on the screen; in the product nobody hears that."""
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("default")
        warnings.filterwarnings("ignore", category=UserWarning, module="PIL")
        warnings.filterwarnings("ignore", category=PIL.Image.DecompressionBombWarning)
        for file in sorted((shared / "formats" / "corrupt").iterdir())[:80]:
            outcome(file)
    assert [str(each.message) for each in heard] == []


# Files -----------------------------------------------------------------------------------------------------------


def test_a_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"picture")
    read = read_file(tmp_path / "a")
    assert (read.data, read.hash) == (b"picture", hash_bytes(b"picture"))
    assert len(read.hash) == 32
    assert hash_bytes(b"picturf") != read.hash


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_no_picture_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(BadPicture, match="not a regular file"):
        read_file(tmp_path / "pipe.png")


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "nowhere.png", "no such file"), (tmp_path, "not a regular file")):
        with pytest.raises(BadPicture, match=reason):
            read_file(path)


def test_a_walk_yields_each_file_once_in_name_order(tmp_path: Path) -> None:
    for name in ("b.png", "a.jpg", "sub/c.webp", "sub/notes.txt", "UPPER.JPG"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    found = list(walk([tmp_path, tmp_path / "sub", tmp_path / "a.jpg", tmp_path / "sub" / "notes.txt"]))
    names = [path.relative_to(tmp_path).as_posix() for path in found if isinstance(path, Path)]
    assert names == ["UPPER.JPG", "a.jpg", "b.png", "sub/c.webp", "sub/notes.txt"]
    (missing,) = walk([tmp_path / "nowhere"])
    assert isinstance(missing, Skipped)


def test_what_is_left_out_of_folders_and_what_is_taken_in_although(tmp_path: Path) -> None:
    for name in ("a.png", "b.PSD", ".hidden/c.png", "@eaDir/d.png", "raw/e.png", "raw/deep/f.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")

    def found(sieve: Sieve) -> set[str]:
        return {item.relative_to(tmp_path).as_posix() for item in walk([tmp_path], sieve) if isinstance(item, Path)}

    assert found(AS_USUAL) == {"a.png", "b.PSD", "raw/e.png", "raw/deep/f.png"}
    assert found(Sieve((*LEFT_OUT, "RAW", "*.psd"))) == {"a.png"}
    assert found(Sieve((*LEFT_OUT, "raw"), (".hid*",))) == {"a.png", "b.PSD", ".hidden/c.png"}
    named = [tmp_path / "@eaDir" / "d.png", tmp_path / "a.png", tmp_path, tmp_path / "raw" / "e.png"]
    walked = list(walk(named))
    assert len(walked) == len(set(walked)) == 5, "what is named is taken in, and nothing comes twice"
