"""Pictures of the real window for the docs, without a screen: python packaging/screenshots.py FOLDER [NAME...].

The window is built on scikit-image's sample pictures and cuts of them, with the starter encoder, in a library of its
own that is thrown away. Every view and dialog is taken, light and dark; NAMEs choose some of them.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if "--scale" in sys.argv:  # Qt reads it once, when the application is made
    os.environ["QT_SCALE_FACTOR"] = sys.argv[sys.argv.index("--scale") + 1]

import numpy as np
import PIL.Image
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

import nomina
from nomina_desktop import app as desktop
from nomina_desktop.acts import categories, labels, pictures

PATIENCE = 300.0
SUFFIX, QUALITY = ".webp", 85
"""A tenth of the bytes of PNG; where --png is asked for, those can be opened anywhere."""
NOT_SHOWN = ("moon.png", "motorcycle_left.png", "motorcycle_right.png", "page.png")
"""Pictures whose documentation states no licence: see docs/screens/CREDITS.md."""
CATEGORIES = ("cat", "cup of coffee", "rocket", "brick wall", "astronaut", "gravel", "handwriting", "tissue", "coins")
CUTS = 7
"""Pieces that are cut from each sample, so that there is something to sort."""
TOLD = {
    "astronaut": "astronaut",
    "brick": "brick wall",
    "chelsea": "cat",
    "coffee": "cup of coffee",
    "coins": "coins",
    "gravel": "gravel",
    "ihc": "tissue",
    "text": "handwriting",
}
"""Samples of which a few pieces are labelled."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture, and what leads there."""

    name: str
    lead: Callable[[desktop.App], None]


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


def settle(built: desktop.App) -> None:
    """Wait until nothing is under way, and stays so for a moment: a view may ask again when it is painted."""
    quiet = time.monotonic()
    end = quiet + PATIENCE
    while time.monotonic() - quiet < 0.4:
        QApplication.processEvents()
        if not settled(built):
            quiet = time.monotonic()
        if time.monotonic() > end:
            raise TimeoutError("The window did not settle.")
        time.sleep(0.01)


def picture(built: desktop.App) -> QPixmap:
    """What the window shows, with the dialogs that lie over it."""
    built.window.toast.hide()
    seen = built.window.grab()
    painter = QPainter(seen)
    for dialog in built.window.findChildren(QDialog):
        if dialog.isVisible():
            frame = dialog.rect()
            frame.moveCenter(built.window.rect().center())  # there is no window manager that would do it
            painter.drawPixmap(frame.topLeft(), dialog.grab())
            painter.setPen(built.look.colour("line"))
            painter.drawRect(frame.adjusted(-1, -1, 0, 0))
    painter.end()
    return seen


def act(*ids: str) -> Callable[[desktop.App], None]:
    """Trigger actions, one after the other."""

    def lead(built: desktop.App) -> None:
        for id in ids:
            built.window.actions_[id].trigger()
            settle(built)

    return lead


def _type(built: desktop.App) -> None:
    act("pictures", "all")(built)
    built.window.categories.line.setFocus()
    built.window.categories.line.setText("photographer")
    built.window.categories.line.textEdited.emit("photographer")
    wait_until(built.window.categories.typed.would.isVisible)


def _category(built: desktop.App) -> None:
    act("pictures")(built)
    cat = _id_of(built, "cat")
    built.session.show_only(category_id=cat)
    settle(built)
    built.window.categories.list.setFocus()  # the card of a picture would come forward where they have the keyboard
    built.session.choose(cat)
    built.window.cards.show_card(built.window.category_card)


def _one(built: desktop.App) -> None:
    act("pictures", "all")(built)
    grid = built.window.gallery.grid
    likely = [row for row in range(len(grid.pictures)) if grid.pictures.state(row) == "likely"]
    grid.setFocus()
    grid.select_rows(likely[:1], likely[0])


def _large(built: desktop.App) -> None:
    _one(built)
    settle(built)
    act("preview")(built)


SHOTS = (
    Shot("window", _one),
    Shot("category", _category),
    Shot("typing", _type),
    Shot("large", _large),
    Shot("review", act("review")),
    Shot("map", act("map")),
    Shot("insights", act("insights")),
    Shot("label", act("pictures", "all", "label_all")),
    Shot("export", act("pictures", "export")),
    Shot("encoders", act("pictures", "encoders")),
    Shot("commands", act("pictures", "palette")),
    Shot("keys", act("pictures", "keys")),
    Shot("settings", act("pictures", "preferences")),
)


def main() -> None:
    """Take the first page, an empty library, then every shot."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("names", nargs="*", help="of shots; all by default")
    options.add_argument("--width", type=int, default=1440)
    options.add_argument("--height", type=int, default=900)
    options.add_argument("--scale", default="1")
    options.add_argument("--language", default="en")
    options.add_argument("--png", action="store_true", help="write PNG, not WebP")
    chosen = options.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    suffix = ".png" if chosen.png else SUFFIX
    application = QApplication(["nomina"])
    application.setOrganizationName("Nomina screenshots")
    with tempfile.TemporaryDirectory() as scratch:
        settings = nomina.Settings(Path(scratch) / "settings.json")
        settings.set("language", chosen.language)
        built = desktop.build(application, settings)
        built.window.resize(chosen.width, chosen.height)
        built.window.show()
        names = chosen.names or ["welcome", "empty", *(shot.name for shot in SHOTS)]
        if "welcome" in names:
            _take_both(built, chosen.folder, "welcome", suffix)
        built.session.open(Path(scratch) / "Summer", create=True)
        settle(built)
        if "empty" in names:
            _take_both(built, chosen.folder, "empty", suffix)
        shots = [shot for shot in SHOTS if shot.name in names]
        if shots:
            _fill(built, Path(scratch) / "pictures")
        for shot in shots:
            shot.lead(built)
            settle(built)
            _take_both(built, chosen.folder, shot.name, suffix)
            _go_back(built)
        built.window.close()


def _take_both(built: desktop.App, folder: Path, name: str, suffix: str) -> None:
    for colours in ("light", "dark"):
        built.look.dress(colours)
        QApplication.processEvents()
        if built.session.folder is not None:
            settle(built)
        file = folder / f"{name}-{colours}{suffix}"
        picture(built).save(str(file), quality=QUALITY if suffix == SUFFIX else -1)
        print(file, flush=True)
    built.look.dress("light")


def _go_back(built: desktop.App) -> None:
    """Close what was opened, so that the next shot begins as the first did."""
    for dialog in built.window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.reject()
    built.window.preview.close_preview()
    built.window.categories.line.clear()
    built.window.categories.line.textEdited.emit("")
    settle(built)


def _fill(built: desktop.App, folder: Path) -> None:
    """Add the pictures that may be shown in the docs and cuts of them, and categories that a person might type."""
    paths = _cut([each.path for each in nomina.sample_pictures() if each.path.name not in NOT_SHOWN], folder)
    pictures.add(built.session, [folder])
    for name in CATEGORIES:
        categories.add(built.session, name)
    wait_until(lambda: len(built.session.categories) == len(CATEGORIES))
    wait_until(lambda: built.session.snapshot is not None and built.session.snapshot.total == len(paths))
    settle(built)
    for sample, name in TOLD.items():
        wanted = {str(path) for path in paths if path.stem.endswith(sample)}
        page = built.session.page
        assert page is not None
        ids = [image for image, path in zip(page.ids.tolist(), page.paths, strict=True) if path in wanted]
        labels.accept(built.session, _id_of(built, name), ids[1::3])
    settle(built)


def _id_of(built: desktop.App, name: str) -> int:
    return next(category.id for category in built.session.categories if category.name == name)


def _cut(samples: Sequence[Path], folder: Path) -> list[Path]:
    """The samples and pieces of them, as files of their own in folders of their own."""
    rng, made = np.random.default_rng(0), []
    for number, sample in enumerate(samples):
        place = folder / ("Garden", "Museum", "Laboratory")[number % 3]
        place.mkdir(parents=True, exist_ok=True)
        with PIL.Image.open(sample) as opened:
            whole = opened.convert("RGB")
        for piece in range(CUTS):
            share = 1.0 if piece == 0 else rng.uniform(0.55, 0.85)
            width, height = (int(share * side) for side in whole.size)
            left, top = (int(rng.integers(0, room + 1)) for room in (whole.width - width, whole.height - height))
            made.append(place / f"{piece}-{sample.stem}.jpg")  # so that neighbours show different things
            whole.crop((left, top, left + width, top + height)).save(made[-1], quality=90)
    return made


if __name__ == "__main__":
    main()
