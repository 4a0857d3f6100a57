"""Opening a library: what is wrong is said in one sentence, with what to do next, and nothing is harmed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from tests.core.helpers import CountingEncoder, add, category, columns, host_of, opened, result, truth

from nomina import schema
from nomina.categories import add_category, remove_category
from nomina.domain import Category
from nomina.errors import LibraryBusy, LibraryError, LibraryTooNew, NominaError, NotALibrary, NotFound
from nomina.ingest import add_images
from nomina.library import Library, create_library, open_library, temporary_library
from nomina.schema import DATABASE
from nomina.sqlite import open_database
from nomina.teach import label


def refused(folder: Path, kind: type[NominaError]) -> NominaError:
    """The error that opening the folder gives: a sentence and a hint, and the host is closed."""
    host = host_of()
    with pytest.raises(kind) as caught:
        open_library(folder, host)
    with pytest.raises(RuntimeError, match="after shutdown"):
        list(host.read([folder]))
    error = caught.value
    assert type(error) is kind
    for text in (error.title, error.hint):
        assert text.endswith(".")
        assert "\n" not in text
        assert text[0] == "“" or text[0].isupper()
    return error


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library with one category, closed."""
    with opened(tmp_path / "library") as library:
        category(library, "heron")
    return tmp_path / "library"


# What may be wrong -----------------------------------------------------------------------------------------------


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    error = refused(tmp_path / "nowhere", NotFound)
    assert error.title == f"There is no folder “{tmp_path / 'nowhere'}”."
    assert "nomina init" in error.hint
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_without_a_library(tmp_path: Path) -> None:
    assert "There is no library in" in refused(tmp_path, NotFound).title
    assert list(tmp_path.iterdir()) == [], "nothing was made there"


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("hello")
    assert "There is no library in" in refused(tmp_path / "file", NotFound).title


@pytest.mark.parametrize("content", [b"hello", bytes(range(256)) * 40, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_library_file_that_holds_something_else(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DATABASE).write_bytes(content)
    error = refused(tmp_path, NotALibrary)
    assert str(tmp_path / DATABASE) in error.title
    assert (tmp_path / DATABASE).read_bytes() == content


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / DATABASE)) as other:
        other.execute("create table song (title text)")
        other.commit()
    content = (tmp_path / DATABASE).read_bytes()
    assert "another program" in refused(tmp_path, NotALibrary).title
    assert (tmp_path / DATABASE).read_bytes() == content, "not even its journal mode was changed"
    assert [path.name for path in tmp_path.iterdir()] == [DATABASE]


def test_a_library_whose_pages_are_damaged(home: Path) -> None:
    content = bytearray((home / DATABASE).read_bytes())
    content[100:] = b"\x5a" * (len(content) - 100)
    (home / DATABASE).write_bytes(content)
    refused(home, NotALibrary)


def test_a_library_that_is_open_in_this_process(home: Path) -> None:
    with opened(home):
        assert "is open elsewhere" in refused(home, LibraryBusy).title
    with opened(home) as library:
        assert library.store.category_named("heron")


HOLD = """
import sys
from pathlib import Path
from nomina.library import open_library
from nomina.categories import add_category
from nomina.testing import colour_host
library = open_library(Path(sys.argv[1]), colour_host())
add_category(library, "owl")
print("open", flush=True)
sys.stdin.readline()
"""


def test_a_library_that_another_program_has_open_until_it_ends_however_it_ends(home: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(home)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        error = refused(home, LibraryBusy)
        assert "Close the other Nomina" in error.hint
        other.kill()
    with opened(home) as library:
        assert [each.name for each in library.store.categories()] == ["heron", "owl"], "what it did is not lost"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_library_that_may_only_be_read() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "library"
        with opened(home) as library:
            category(library, "heron")
        with without_rights(home):
            error = refused(home, LibraryError)
            assert "cannot be" in error.title
            with pytest.raises(LibraryError, match="cannot be made"):
                create_library(home / "another")
        with opened(home) as library:
            assert library.store.category_named("heron")


@contextmanager
def without_rights(home: Path) -> Iterator[None]:
    """Take the right to write in a folder: from root by being nobody for a while, from others by the folder's mode."""
    modes = {path: path.stat().st_mode for path in (home.parent, home, *home.rglob("*"))}
    for path in modes:
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path, mode in modes.items():
            path.chmod(mode)


def test_making_a_library_where_one_is(home: Path, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is a library already"):
        create_library(home)
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError, match="cannot be made"):
        create_library(tmp_path / "file")
    with pytest.raises(LibraryError, match="cannot be made"):
        create_library(tmp_path / ("n" * 300))
    refused(tmp_path / ("n" * 300), NotFound)


# What may be lost ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("harm", ["delete", "damage"])
@pytest.mark.parametrize("name", ["embeddings.db", "thumbnails.db"])
def test_derived_data_that_is_gone_or_damaged_grows_back(
    tmp_path: Path, pictures: list[Path], name: str, harm: str
) -> None:
    with opened(tmp_path / "library") as library:
        blue = category(library, "blue")
        label(library, add(library, *pictures[:3]).new, blue.id)
        before, scores = truth(library), columns(library)
    file = tmp_path / "library" / "cache" / name
    if harm == "delete":
        file.unlink()
    else:
        file.write_bytes(b"\xa5" * 20000)
    encoder = CountingEncoder()
    with opened(tmp_path / "library", encoder) as library:
        assert (name in library.mended) is (harm == "damage"), "a person is told; what was deleted was meant"
        assert not add(library, *pictures[:3]).new
        assert (truth(library), columns(library)) == (before, scores)
        assert len(library.thumbnails.hashes()) == 3
    with opened(tmp_path / "library", encoder) as library:
        assert columns(library) == scores
    assert encoder.encoded == 3


def test_a_library_may_be_moved_and_copied(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home, tmp_path / "copy")
    home.rename(tmp_path / "moved")
    with opened(tmp_path / "copy") as copy, opened(tmp_path / "moved") as moved:
        assert truth(copy) == truth(moved)


# Versions --------------------------------------------------------------------------------------------------------

NEWER = """
import sys
from pathlib import Path
from nomina import schema
from nomina.domain import Category
from nomina.library import open_library
from nomina.testing import colour_host

@schema.migrations(name="9999_of_tomorrow")
def of_tomorrow(db):
    db.execute("alter table category add column season text not null default 'winter'")
    assert sys.argv[2] == "good", "a migration that fails"

open_library(Path(sys.argv[1]), colour_host()).close()
"""


def newer_nomina(home: Path, outcome: str) -> int:
    """Open the library with a Nomina that has one more migration, in a process of its own."""
    return subprocess.run([sys.executable, "-c", NEWER, str(home), outcome], stderr=subprocess.DEVNULL).returncode


def test_a_newer_nomina_copies_the_library_before_it_changes_it(home: Path) -> None:
    with opened(home) as library:
        before = truth(library)
    assert newer_nomina(home, "good") == 0
    error = refused(home, LibraryTooNew)
    assert "9999_of_tomorrow" in error.title
    assert error.hint == "Update Nomina to open it."
    (backup,) = (home / "backups").iterdir()
    shutil.copy(backup, home / DATABASE)
    with opened(home) as library:
        assert truth(library) == before, "the copy opens as it was"


def test_a_migration_that_fails_changes_nothing(home: Path) -> None:
    with opened(home) as library:
        before = truth(library)
    assert newer_nomina(home, "bad") != 0
    with opened(home) as library:
        assert truth(library) == before


def test_the_first_migration_makes_the_tables_of_truth(home: Path) -> None:
    with closing(sqlite3.connect(home / DATABASE)) as db:
        tables = {row[0] for row in db.execute("select name from sqlite_master where type = 'table'")}
        assert db.execute("pragma application_id").fetchone() == (schema.APPLICATION_ID,)
    assert set(schema.TRUTH) <= tables
    assert not (home / "backups").exists(), "a library that is new or current needs no copy"


def test_a_library_from_before_the_modes_keeps_all_and_gets_them(tmp_path: Path) -> None:
    """Its categories lie at the top, and a picture is of one of them."""
    db = open_database(tmp_path / DATABASE, durable=True)
    schema.migrations.apply(db, stop_before="0003_modes")
    db.execute("insert into image values (1, 'a', 8, 6, '2026-01-01')")
    db.execute("insert into category(id, name, key) values (1, 'heron', 'heron'), (2, 'owl', 'owl')")
    db.execute("insert into label(image_id, category_id, accepted, origin) values (1, 2, 1, 'person')")
    db.conn.commit()
    db.close()
    with opened(tmp_path) as library:
        assert [(each.name, each.parent, each.accepted) for each in library.store.categories()] == [
            ("heron", None, 0),
            ("owl", None, 1),
        ]
        assert not library.store.several()
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_a_library_from_before_packs_gave_examples_keeps_all_and_has_none(tmp_path: Path) -> None:
    db = open_database(tmp_path / DATABASE, durable=True)
    schema.migrations.apply(db, stop_before="0004_given_rows")
    db.execute("insert into category(id, name, key) values (1, 'heron', 'heron')")
    db.conn.commit()
    db.close()
    with opened(tmp_path) as library:
        assert [each.name for each in library.store.categories()] == ["heron"]
        assert library.store.given_counts(1) == []
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_a_library_from_before_the_marks_keeps_its_keys(tmp_path: Path) -> None:
    """Keys went by the order of the categories; they stay as they were when one of them goes."""
    db = open_database(tmp_path / DATABASE, durable=True)
    schema.migrations.apply(db, stop_before="0007_marks")
    for number in range(2, 13):
        db.execute("insert into category(id, name, key) values (?, ?, ?)", [number, f"c{number}", f"c{number}"])
    db.conn.commit()
    db.close()
    with opened(tmp_path) as library:
        keys = {each.id: each.digit for each in library.store.categories()}
        assert keys == {number: number - 1 if number <= 10 else None for number in range(2, 13)}
        assert {(each.unlike, each.colour) for each in library.store.categories()} == {((), "")}
        remove_category(library, 3)
        assert {each.id: each.digit for each in library.store.categories()} == {
            number: key for number, key in keys.items() if number != 3
        }
        assert category(library, "heron").digit == 2, "a new one gets the key that is free"
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_a_library_from_before_circumstances_lets_them_count_for_nothing(tmp_path: Path) -> None:
    db = open_database(tmp_path / DATABASE, durable=True)
    schema.migrations.apply(db, stop_before="0009_backdrop")
    db.close()
    with opened(tmp_path) as library:
        assert (library.store.backdrop(), library.circumstances) == (None, None)


def test_a_library_that_was_marked_but_never_filled_is_completed(tmp_path: Path) -> None:
    """The window was closed by force while the library was made."""
    with closing(sqlite3.connect(tmp_path / DATABASE)) as db:
        db.execute(f"pragma application_id = {schema.APPLICATION_ID}")
        db.execute("create table t (x)")
        db.commit()
    with opened(tmp_path) as library:
        category(library, "heron")
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_a_temporary_library_leaves_nothing() -> None:
    library = temporary_library(host_of())
    category(library, "heron")
    assert library.folder.is_dir()
    library.close()
    assert not library.folder.exists()


def _fill(library: Library, pictures: list[Path]) -> None:
    for number in range(50):
        add_category(library, f"category {number} with a name that takes some room " + "and more " * 15)
        result(add_images(library, pictures))


@pytest.mark.parametrize("full", ["truth", "thumbnails"])
def test_a_full_disk_is_said_in_a_sentence_and_nothing_is_half_written(
    library: Library, pictures: list[Path], full: str
) -> None:
    """SQLite's own limit of pages stands for the disk: it gives the same error at the same place."""
    file = library._db if full == "truth" else library.thumbnails._db()
    (pages,) = file.execute("pragma page_count").fetchone()
    file.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(LibraryError, match="disk is full") as caught:
        _fill(library, pictures)
    assert "free space" in caught.value.hint
    file.execute("pragma max_page_count = 1000000")
    assert len(add(library, *pictures).files) == len(pictures)
    assert library.scores.read.all()


def test_what_is_derived_follows_inside_an_open_step_and_after_one_that_failed(library: Library) -> None:
    seen = [library.history.revision("category")]
    with library.step("Two writes"):
        library.store.put_category(Category(0, "red"))
        seen.append(library.history.revision("category"))
        library.store.put_category(Category(0, "blue"))
        seen.append(library.history.revision("category"))
    seen.append(library.history.revision("category"))
    with suppress(RuntimeError), library.step("Fails"):
        library.store.put_category(Category(0, "green"))
        seen.append(library.history.revision("category"))
        raise RuntimeError
    seen.append(library.history.revision("category"))
    assert seen == sorted(seen)
    assert len(set(seen)) == len(seen) - 1, "only the end of a step that went well changes nothing"
    assert library.history.revision("image") == library.history.revision("place")
