"""What kill.py kills: the command line, or the window, that adds and labels pictures and says what it has confirmed.

    python -m tests.proofs.killed cli|app LIBRARY PICTURES

Lines on stdout: "begun", then "said HASH CATEGORY" for each label of a person once it is kept, then "ended".
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ENCODER = "counted"
A_TIME = 30
"""Files that one command of the command line adds."""


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())  # at once, and whole


def cli(library: Path, pictures: Path) -> int:
    """Add a share of the pictures, show four of them as examples, and so on; label all."""
    from nomina.cli import main as run
    from nomina.images import hash_bytes

    files = sorted(pictures.rglob("*.png"))
    say("begun")
    for start in range(0, len(files), A_TIME):
        share = files[start : start + A_TIME]
        if run(["add", str(library), *map(str, share), "--encoder", ENCODER]):
            return 1
        name = "red" if start % (2 * A_TIME) else "blue"
        shown = [file for file in share if name in file.name][:4]
        options = [word for file in shown for word in ("--example", str(file))]
        if run(["category", "change", str(library), name, *options, "--encoder", ENCODER]):
            return 1
        for file in shown:
            say("said", hash_bytes(file.read_bytes()), name)
    code = run(["label", str(library), "--at-least", "0.3", "--encoder", ENCODER])
    say("ended")
    return code


def app(library: Path, pictures: Path) -> int:
    """Drop the folder on the window; say of one picture after the other what it is, while they come; label all."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    import nomina
    from nomina_desktop import app as desktop
    from nomina_desktop.acts import pictures as acts

    qt = QApplication([sys.argv[0]])
    settings = nomina.Settings(library.parent / "settings.json")
    settings.set("encoder", ENCODER)
    built = desktop.build(qt, settings)
    built.window.show()
    session = built.session
    said: set[int] = set()

    def next_label() -> None:
        """One at a time: the next when the last is kept."""
        page = session.snapshot.page if session.snapshot else None
        ids = [] if page is None else [int(i) for i in page.ids if int(i) not in said]
        if ids and len(said) < 40:
            session.ask(lambda lib: _labelled(lib, ids[0]), done=confirmed, failed=surprised, keep=True)
        elif len(said) >= 40 and not session.busy:
            session.work("Label", lambda lib: nomina.label_images(lib, at_least=0.3), done=lambda _: end())
        else:
            QTimer.singleShot(5, next_label)

    def confirmed(told: tuple[int, str, str]) -> None:
        image_id, *words = told
        said.add(image_id)
        say("said", *words)
        QTimer.singleShot(0, next_label)

    def surprised(error: Exception) -> None:
        say("failed", error)
        qt.exit(1)

    def begin() -> None:
        if session.snapshot is None:
            QTimer.singleShot(5, begin)
            return
        say("begun")
        acts.add(session, [pictures])
        next_label()

    def end() -> None:
        say("ended")
        built.close()
        qt.quit()

    QTimer.singleShot(0, lambda: (built.open(library), begin()))
    return int(qt.exec())


def _labelled(library: object, image_id: int) -> tuple[int, str, str]:
    """Say of an image that it is red where its name says so, else blue."""
    import nomina

    (image,) = library.store.images([image_id])  # type: ignore[attr-defined]
    name = "red" if "red" in image.path.name else "blue"
    nomina.label(library, [image_id], nomina.category_named(library, name).id)  # type: ignore[arg-type]
    return image_id, image.hash, name


if __name__ == "__main__":
    sys.exit({"cli": cli, "app": app}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3])))
