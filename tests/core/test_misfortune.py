"""What the machine does to a library: told in a sentence, and nothing said is lost. tests/proofs has the long runs."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest
from tests.core.helpers import category, host_of, opened, truth

from nomina.categories import add_category
from nomina.errors import LibraryError, of_the_machine
from nomina.library import open_library


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library with one category, closed."""
    with opened(tmp_path / "library") as library:
        category(library, "heron")
    return tmp_path / "library"


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (sqlite3.DatabaseError("database disk image is malformed"), "A file of the library is damaged"),
        (sqlite3.OperationalError("disk I/O error"), "The disk does not do what it should: disk I/O error."),
        (OSError(errno.ENOSPC, "No space left on device"), "what it should: no space left on device."),
        (MemoryError(), "There is not enough memory"),
        (sqlite3.OperationalError("no such table: heron"), None),
        (sqlite3.ProgrammingError("closed"), None),
        (FileNotFoundError(errno.ENOENT, "No such file"), None),
        (RuntimeError("ours"), None),
    ],
)
def test_what_the_machine_did_is_told_from_what_is_a_bug_of_ours(error: Exception, says: str | None) -> None:
    known = of_the_machine(error)
    assert (known is None) == (says is None)
    if known is not None and says is not None:
        assert says in known.title
        assert known.hint.endswith(".")


def test_a_library_that_vanished_is_not_written_to_until_it_is_back(home: Path, tmp_path: Path) -> None:
    """SQLite would go on with the file that nobody finds any more, and what was said would be lost."""
    with opened(home) as library:
        before = truth(library)
        home.rename(tmp_path / "away")
        for act in (lambda: add_category(library, "owl"), library.undo, library.redo):
            with pytest.raises(LibraryError, match="is no longer where it was"):
                act()
        assert truth(library) == before
        assert not home.exists()
        (tmp_path / "away").rename(home)
        add_category(library, "owl")
        after = truth(library)
    with opened(home) as library:
        assert truth(library) == after


def test_a_library_that_could_not_be_opened_whole_lets_go_of_what_was_opened(home: Path) -> None:
    (home / "cache" / "facts.db").unlink()
    (home / "cache" / "facts.db").mkdir()
    with pytest.raises(LibraryError) as kept:  # the error holds on to the frames it came through
        open_library(home, host_of())
    (home / "cache" / "facts.db").rmdir()
    with opened(home) as library:
        assert library.store.category_named("heron")
    assert kept
