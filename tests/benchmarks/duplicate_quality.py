"""What near-duplicates are found, and what else: `python tests/benchmarks/duplicate_quality.py [FOLDER]`.

scikit-image's sample pictures, and 45 of those under FOLDER (../shared/data/dev), are copied in ways that people and
programs copy pictures. A line each: how many of the copies are a near-duplicate of their original, and how far they lie
from it. `pan` is a frame of a burst: 80 % of the picture, against the same moved by so many per cent of its width, with
noise of its own. Then every picture against every other picture, and every copy against every other picture.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import PIL.Image
from numpy.typing import NDArray
from PIL import ImageDraw, ImageEnhance, ImageFilter, ImageFont, ImageOps

from nomina import sample_pictures
from nomina.duplicates import MOST_BITS, alike_by, least_bits
from nomina.encoders import catalog
from nomina.images import decode
from nomina.looks import look
from nomina.reference import unit
from nomina.walking import EXTENSIONS

Picture = PIL.Image.Image
PICKED, LARGEST = 45, 1200


def saved(image: Picture, format: str = "JPEG", **options: int) -> bytes:
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def cropped(image: Picture, part: float) -> Picture:
    across, down = int(image.width * part), int(image.height * part)
    return image.crop((across, down, image.width - across, image.height - down))


def marked(image: Picture) -> Picture:
    layer = PIL.Image.new("RGBA", image.size, (0, 0, 0, 0))
    font = ImageFont.load_default(size=max(10, image.width // 8))
    at = (image.width * 0.1, image.height * 0.4)
    ImageDraw.Draw(layer).text(at, "© sample.com", font=font, fill=(255, 255, 255, 140))
    return PIL.Image.alpha_composite(image.convert("RGBA"), layer).convert("RGB")


def frame(image: Picture, moved: float, seed: int) -> Picture:
    across, down = int(image.width * (0.02 + moved)), int(image.height * (0.05 + moved / 2))
    cut = image.crop((across, down, across + int(image.width * 0.8), down + int(image.height * 0.8)))
    noise = np.random.default_rng(seed).normal(0, 4, (cut.height, cut.width, 3))
    return PIL.Image.fromarray((np.asarray(cut, np.float32) + noise).clip(0, 255).astype(np.uint8))


def turned(image: Picture) -> Picture:
    return cropped(image.rotate(2, PIL.Image.Resampling.BICUBIC), 0.04)


COPIES: dict[str, Callable[[Picture], bytes]] = {
    "half the size": lambda i: saved(i.resize((max(1, i.width // 2), max(1, i.height // 2)))),
    "160 pixels": lambda i: saved(ImageOps.contain(i, (160, 160)), quality=85),
    "JPEG 30": lambda i: saved(i, quality=30),
    "JPEG 10": lambda i: saved(i, quality=10),
    "WebP 50": lambda i: saved(i, "WEBP", quality=50),
    "brighter 1.3": lambda i: saved(ImageEnhance.Brightness(i).enhance(1.3)),
    "darker 0.65": lambda i: saved(ImageEnhance.Brightness(i).enhance(0.65)),
    "contrast 1.4": lambda i: saved(ImageEnhance.Contrast(i).enhance(1.4)),
    "grey": lambda i: saved(i.convert("L")),
    "blurred": lambda i: saved(i.filter(ImageFilter.GaussianBlur(max(i.size) / 200))),
    "mirrored": lambda i: saved(ImageOps.mirror(i)),
    "watermark": lambda i: saved(marked(i)),
    "white border 4 %": lambda i: saved(ImageOps.expand(i, max(1, i.width // 25), "white")),
    "cropped 2 % a side": lambda i: saved(cropped(i, 0.02)),
    "cropped 5 % a side": lambda i: saved(cropped(i, 0.05)),
    "cropped 10 % a side": lambda i: saved(cropped(i, 0.10)),
    "turned by 2°": lambda i: saved(turned(i)),
    "turned by 90°": lambda i: saved(i.transpose(PIL.Image.Transpose.ROTATE_90)),
    "pan 3 %": lambda i: saved(frame(i, 0.03, 1), quality=92),
    "pan 6 %": lambda i: saved(frame(i, 0.06, 2), quality=92),
    "pan 12 %": lambda i: saved(frame(i, 0.12, 3), quality=92),
}


@dataclass
class Shelf:
    """Pictures by number: where they come from, their looks, and their rows where one was asked for."""

    sources: list[Callable[[], bytes]]
    looks: NDArray[np.uint64]

    def __post_init__(self) -> None:
        self._encoder = catalog.load("starter")
        self._centre = self._encoder.calibration().pictures_centre
        self._rows: dict[int, NDArray[np.float32]] = {}

    def add(self, source: Callable[[], bytes]) -> int:
        seen = look(decode(source(), at_least=640))
        self.sources.append(source)
        self.looks = np.append(self.looks, np.uint64(seen or 0))
        return len(self.sources) - 1

    def row(self, number: int) -> NDArray[np.float32]:
        if number not in self._rows:
            image = decode(self.sources[number](), at_least=640)
            pictures = slice(*self._encoder.spec.pictures)
            self._rows[number] = unit(self._encoder.encode_images([image])[:, pictures] - self._centre)[0]
        return self._rows[number]

    def cosine(self, one: int, other: int) -> float:
        return float(self.row(one) @ self.row(other))

    def bits(self, one: list[int], other: list[int]) -> NDArray[np.uint8]:
        return least_bits(self.looks[one], self.looks[other])

    def found_among(self, ones: list[int], others: list[int]) -> list[tuple[int, int, int, float]]:
        """(one, other, bits, cosine) of the near-duplicates among all pairs. Most need no row."""
        found = []
        for one in ones:
            bits = self.bits([one], others)
            for at in np.flatnonzero(bits <= MOST_BITS):
                other = others[at]
                if one != other:
                    cosine = self.cosine(one, other)
                    if alike_by(bits[at : at + 1], np.array([cosine]))[0]:
                        found.append((one, other, int(bits[at]), cosine))
        return found


def main(folder: Path | None) -> None:
    """Measure and print."""
    shelf = Shelf([], np.zeros(0, np.uint64))
    samples = [sample.path for sample in sample_pictures()]
    dev = sorted(p for p in folder.rglob("*") if p.suffix.lower() in EXTENSIONS) if folder else []
    picked = [dev[i] for i in np.random.default_rng(1).choice(len(dev), PICKED, replace=False)] if dev else []
    paths = samples + dev
    numbers = {path: shelf.add(path.read_bytes) for path in paths}
    copies: dict[int, int] = {}
    print(f"{len(samples) + len(picked)} pictures\n| copy | found | bits: median, 90 % | cosine: median, 10 % |")
    for name, copy in COPIES.items():
        pairs = []
        for path in samples + picked:
            image = decode(path.read_bytes())
            image.thumbnail((LARGEST, LARGEST))
            original = numbers[path]
            if name.startswith("pan"):
                original = shelf.add(lambda image=image: saved(frame(image, 0.0, 0), quality=92))
            made = shelf.add(lambda image=image, copy=copy: copy(image))
            pairs.append((original, made))
            copies[made] = numbers[path]
        _tell(shelf, name, pairs)
    everything = list(numbers.values())
    same = [pair for pair in shelf.found_among(everything, everything) if pair[0] < pair[1]]
    print(f"of {len(everything) * (len(everything) - 1) // 2:,} pairs of pictures as they came: {len(same)} found")
    for one, other, bits, cosine in same:
        print(f"  {paths[one]} {paths[other]} {bits} bits, {cosine:.3f}")
    wrong = [pair for pair in shelf.found_among(list(copies), everything) if pair[1] != copies[pair[0]]]
    print(f"of {len(copies) * (len(everything) - 1):,} pairs of a copy and another picture: {len(wrong)} found")
    for one, other, bits, cosine in wrong:
        print(f"  a copy of {paths[copies[one]]} and {paths[other]} {bits} bits, {cosine:.3f}")


def _tell(shelf: Shelf, name: str, pairs: list[tuple[int, int]]) -> None:
    bits = shelf.bits([one for one, _ in pairs], [made for _, made in pairs])
    cosines = np.array([shelf.cosine(one, made) for one, made in pairs])
    found = alike_by(bits, cosines).mean()
    print(
        f"| {name} | {found:.0%} | {np.median(bits):.0f}, {np.quantile(bits, 0.9):.0f}"
        f" | {np.median(cosines):.2f}, {np.quantile(cosines, 0.1):.2f} |",
        flush=True,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else None)
