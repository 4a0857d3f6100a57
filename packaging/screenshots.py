"""Pictures of the real window for the docs, without a screen: python packaging/screenshots.py FOLDER.

The window is built on the sample pictures with the starter encoder, in a library of its own that is thrown away.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

import nomina
from nomina_desktop import app as desktop
from nomina_desktop.acts import categories, labels, pictures

PATIENCE = 120.0
NOT_SHOWN = ("moon.png", "motorcycle_left.png", "motorcycle_right.png", "page.png")
"""Pictures whose documentation states no licence: see docs/images/CREDITS.md."""
CATEGORIES = ("cat", "cup of coffee", "rocket", "brick wall", "horse", "grass")


def wait_until(fact: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    end = time.monotonic() + PATIENCE
    while not fact():
        if time.monotonic() > end:
            raise TimeoutError("The window did not settle.")
        QApplication.processEvents()
        time.sleep(0.01)


def settled(built: desktop.App) -> bool:
    """Whether nothing is under way: all pictures are read and ranked, all thumbnails are painted."""
    snapshot = built.session.snapshot
    return snapshot is not None and snapshot.known and not built.session.busy and not built.thumbs.busy


def take(built: desktop.App, file: Path) -> None:
    """Write what the window shows."""
    wait_until(lambda: settled(built))
    QApplication.processEvents()
    wait_until(lambda: settled(built))
    built.window.toast.hide()
    built.window.grab().save(str(file))
    print(file)


def main() -> None:
    """Take the welcome page, an empty library and the demo, light and dark."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--width", type=int, default=1440)
    options.add_argument("--height", type=int, default=900)
    chosen = options.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(["nomina"])
    application.setOrganizationName("Nomina screenshots")
    with tempfile.TemporaryDirectory() as scratch:
        settings = nomina.Settings(Path(scratch) / "settings.json")
        built = desktop.build(application, settings)
        built.window.resize(chosen.width, chosen.height)
        built.window.show()
        for name in ("light", "dark"):
            built.look.dress(name)
            QApplication.processEvents()
            built.window.grab().save(str(chosen.folder / f"welcome-{name}.png"))
        built.session.open(Path(scratch) / "Samples", create=True)
        wait_until(lambda: settled(built))
        take(built, chosen.folder / "empty-dark.png")
        _fill(built)
        _teach(built)
        for name in ("light", "dark"):
            built.look.dress(name)
            take(built, chosen.folder / f"window-{name}.png")
        built.close()


def _fill(built: desktop.App) -> None:
    """Add the pictures that may be shown in the docs, and categories that a person might type."""
    shown = [each.path for each in nomina.sample_pictures() if each.path.name not in NOT_SHOWN]
    pictures.add(built.session, shown)
    for name in CATEGORIES:
        categories.add(built.session, name)
    wait_until(lambda: built.session.busy)
    wait_until(lambda: settled(built))


def _teach(built: desktop.App) -> None:
    """Confirm one picture and select one."""
    session = built.session
    page = session.page
    assert page is not None
    cat = next(category.id for category in page.categories if category.name == "cat")
    ids = [image for image, path in zip(page.ids.tolist(), page.paths, strict=True) if path.endswith("chelsea.png")]
    labels.accept(session, cat, ids)
    grid = built.window.gallery.grid
    grid.select_rows([5], 5)


if __name__ == "__main__":
    main()
