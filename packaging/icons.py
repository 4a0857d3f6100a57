"""The application's icon at all sizes, from assets/icons/nomina.svg: python packaging/icons.py FOLDER.

FOLDER gets hicolor/SIZExSIZE/apps/ID.png and hicolor/scalable/apps/ID.svg for Linux, nomina.ico for Windows and
nomina.icns for macOS.
"""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import PIL.Image
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = Path(__file__).parents[1] / "assets" / "icons" / "nomina.svg"
ID = "io.github.nomina.Nomina"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO = (16, 24, 32, 48, 64, 128, 256)


def draw(size: int) -> PIL.Image.Image:
    """The icon, drawn at its size: not made smaller from a large one, so that its edges stay sharp."""
    image = QImage(size, size, QImage.Format.Format_RGBA8888)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    return PIL.Image.frombuffer("RGBA", (size, size), bytes(image.constBits()), "raw", "RGBA", 0, 1)


def main() -> None:
    """Write them all."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    folder: Path = options.parse_args().folder
    application = QGuiApplication(["icons"])
    drawn = {size: draw(size) for size in (*SIZES, 1024)}
    for size in SIZES:
        place = folder / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        drawn[size].save(place / f"{ID}.png", optimize=True)
    scalable = folder / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    shutil.copy(SVG, scalable / f"{ID}.svg")
    drawn[256].save(
        folder / "nomina.ico", sizes=[(size, size) for size in ICO], append_images=[drawn[size] for size in ICO[:-1]]
    )
    drawn[1024].save(folder / "nomina.icns", append_images=[drawn[size] for size in (16, 32, 64, 128, 256, 512)])
    application.quit()
    print(folder)


if __name__ == "__main__":
    main()
