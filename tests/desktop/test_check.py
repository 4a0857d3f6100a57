"""A library is checked and mended in the window, and what is mended on opening is told."""

import pytest

from nomina_desktop.dialogs import CheckDialog
from nomina_desktop.models import Role


def spoil(file):
    """Overwrite the pages of a database after its first."""
    content = bytearray(file.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    file.write_bytes(content)


@pytest.fixture
def dialog(full):
    full.act("check")
    dialog = full.window.findChildren(CheckDialog)[-1]
    yield dialog
    if not dialog.gone:
        dialog.reject()


def wait(desk, dialog):
    desk.qtbot.waitUntil(lambda: dialog.agree.isEnabled())


def rows(dialog):
    found = [dialog.rows.index(row).data(Role.ROW) for row in range(dialog.rows.rowCount())]
    return [(row.title, row.tip, row.key.partition(" ")[2]) for row in found]


def test_a_sound_library_is_told_to_be_so_and_opened_again(full, dialog):
    folder = full.session.folder
    dialog.files.click()
    dialog.agree.click()
    wait(full, dialog)
    assert [button.text() for button in dialog.buttons.buttons()] == ["Check again", "Close"]
    assert full.session.folder is None, "nobody may have it open"
    assert (dialog.said.text(), dialog.agree.text(), rows(dialog)) == ("Nothing is wrong.", "Check again", [])
    dialog.reject()
    full.settle()
    assert full.session.folder == folder
    assert full.names() == ["red", "blue"]


def test_what_grows_back_is_mended_when_that_is_asked_for(full, dialog):
    home = full.session.folder
    full.session.close()
    for name in ("thumbnails.db", "facts.db"):
        spoil(home / "cache" / name)
    dialog.agree.click()
    wait(full, dialog)
    assert dialog.said.text() == "Something is wrong. What you decided is not touched by it."
    assert [(tip.partition("  ·  ")[0], state) for _, tip, state in rows(dialog)] == [
        ("Small pictures", ""),
        ("When and where", ""),
    ]
    assert dialog.agree.text() == "Mend it"
    dialog.agree.click()
    wait(full, dialog)
    assert [state for *_, state in rows(dialog)] == ["mended", "mended"]
    assert dialog.said.text().startswith("All is sound now.")
    dialog.reject()
    full.settle()
    full.qtbot.waitUntil(lambda: full.captions()[0] == "red, likely")


def test_damaged_truth_is_told_and_not_touched(full, dialog):
    home = full.session.folder
    full.session.close()
    spoil(home / "library.db")
    before = (home / "library.db").read_bytes()
    dialog.agree.click()
    wait(full, dialog)
    assert dialog.said.text().startswith("What you decided is damaged.")
    assert dialog.agree.text() == "Check again"
    assert (home / "library.db").read_bytes() == before
    dialog.reject()
    full.wait_said("is damaged")


def test_what_was_mended_on_opening_is_told(full):
    home = full.session.folder
    full.act("close")
    (home / "cache" / "thumbnails.db").write_bytes(b"no database, and long enough to be looked at" * 100)
    full.answers.library = home
    full.act("open")
    full.wait_said("The library was mended. Damaged, and begun anew: thumbnails.db.")
    full.settle()
