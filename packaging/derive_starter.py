"""Derive core/nomina/encoders/starter.safetensors from installed packages; `--check` only compares.

anchors          (1000, 384) float16: the texts "a picture showing {class name}" through the text model
pictures_centre  (1280,) float32: mean of the starter's picture rows over random crops of scikit-image's pictures
"""

from __future__ import annotations

import random
import sys

import numpy as np
import PIL.Image
from safetensors.numpy import load_file, save_file

from nomina import images, sample_pictures
from nomina.encoders import starter
from nomina.encoders.lite import load_lite2
from nomina.reference import unit

CROPS = 10


def anchors() -> np.ndarray:
    """Texts of the class names, unit rows."""
    encode = starter.load_text_model()
    texts = [starter.TEMPLATE.format(name) for name in starter.class_names()]
    return np.concatenate([encode(texts[i : i + 100]) for i in range(0, len(texts), 100)]).astype(np.float16)


def pictures_centre() -> np.ndarray:
    """Mean row of the pictures' part over random square crops, half of them mirrored."""
    rng = random.Random(0)
    pixels = [
        starter.prepare(_crop(images.decode(sample.path.read_bytes()), rng))
        for sample in sample_pictures()
        for _ in range(CROPS)
    ]
    run = starter.picture_side(load_lite2(), "cpu")
    batches = [run(pixels[i : i + 16])[0] for i in range(0, len(pixels), 16)]
    return unit(np.concatenate(batches) ** starter.POWER).mean(axis=0).astype(np.float32)


def _crop(image: PIL.Image.Image, rng: random.Random) -> PIL.Image.Image:
    side = int(min(image.size) * rng.uniform(0.35, 1.0))
    left, top = rng.randint(0, image.width - side), rng.randint(0, image.height - side)
    crop = image.crop((left, top, left + side, top + side))
    return crop.transpose(PIL.Image.Transpose.FLIP_LEFT_RIGHT) if rng.random() < 0.5 else crop


def main() -> int:
    """Write the file, or say how far it is from what would be written."""
    derived = {"anchors": anchors(), "pictures_centre": pictures_centre()}
    if "--check" not in sys.argv[1:]:
        save_file(derived, starter.DATA)
        print(f"written: {starter.DATA} ({starter.DATA.stat().st_size / 1e3:.0f} kB)")
        return 0
    shipped = load_file(starter.DATA)
    furthest = max(float(np.abs(derived[name].astype(np.float32) - shipped[name]).max()) for name in derived)
    print(f"largest difference from the shipped file: {furthest:.2g}")
    return int(furthest > 2e-3)


if __name__ == "__main__":
    sys.exit(main())
