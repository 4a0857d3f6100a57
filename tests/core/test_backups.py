"""Copies of truth: when they are made, how many stay, and that going back gives exactly what was there."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database
from tests.core.helpers import add, category, opened, truth

from nomina import schema
from nomina.backups import (
    KEPT,
    Backup,
    Contents,
    Occasion,
    back_up,
    back_up_when_due,
    backups_of,
    look_into,
    restore_backup,
)
from nomina.categories import add_category
from nomina.errors import LibraryBusy, LibraryTooNew, NotALibrary, NotFound
from nomina.library import Library, create_library, open_truth
from nomina.sqlite import open_database
from nomina.teach import label

DAY = timedelta(days=1)


@pytest.fixture
def home(tmp_path: Path, pictures: list[Path]) -> Path:
    """A library with three pictures, a category and a label, closed."""
    with opened(tmp_path / "library") as library:
        red = category(library, "red")
        label(library, add(library, *pictures[:3]).new[:1], red.id)
    return tmp_path / "library"


def truth_of(home: Path) -> bytes:
    with opened(home) as library:
        return truth(library)


def asked(home: Path) -> Backup:
    with closing(open_truth(home)) as db:
        return back_up(db, home, Occasion.ASKED)


# When ------------------------------------------------------------------------------------------------------------


def test_a_copy_a_day_where_something_was_written(home: Path) -> None:
    now = datetime.now(UTC)
    with opened(home) as library:
        db = library._db
        assert back_up_when_due(db, home, now) is None, "the library is new"
        first = back_up_when_due(db, home, now + DAY)
        assert first is not None
        assert (first.number, first.occasion) == (1, Occasion.DAILY)
        assert look_into(first.path) == Contents(3, 1, 1)
        assert back_up_when_due(db, home, first.made + DAY / 2) is None, "the day is not over"
        _later(home, first, -10)
        assert back_up_when_due(db, home, first.made + 2 * DAY) is None, "nothing was written"
        add_category(library, "owl")
        _later(home, first, 10)
        second = back_up_when_due(db, home, first.made + 2 * DAY)
        assert second is not None
        assert look_into(second.path) == Contents(3, 2, 1)
    assert [each.number for each in backups_of(home)] == [2, 1]


def _later(home: Path, backup: Backup, seconds: int) -> None:
    """Say that the library was written so long after the backup."""
    at = backup.path.stat().st_mtime + seconds
    for name in (schema.DATABASE, f"{schema.DATABASE}-wal"):
        if (home / name).exists():
            os.utime(home / name, (at, at))


def test_a_clock_that_goes_back_keeps_no_copy_from_being_made_and_confuses_no_order(home: Path) -> None:
    with opened(home) as library:
        tomorrow = back_up(library._db, home, Occasion.DAILY)
        wrong = home / "backups" / "library-0001-20990101-000000-daily.db"
        tomorrow.path.rename(wrong)
        os.utime(wrong, (4e9, 4e9))
        add_category(library, "owl")
        made = library.back_up_when_due()
        assert made is not None
        assert library.back_up_when_due() is None, "one, not one each time"
        assert [each.number for each in backups_of(home)] == [2, 1], "the latest is first, whatever the clock said"


def test_a_library_is_opened_whatever_becomes_of_the_copy(home: Path) -> None:
    with closing(sqlite3.connect(home / schema.DATABASE)) as db:
        db.execute("update _sqlite_migrations set applied_at = '2020-01-01 00:00:00+00:00'")
        db.commit()
    (home / "backups").write_text("a file where the folder should be")
    with opened(home) as library:
        assert library.trouble is not None
        assert "could not be backed up" in library.trouble.title
        assert library.store.category_named("red")
    (home / "backups").unlink()
    with opened(home) as library:
        assert library.trouble is None
    assert [each.occasion for each in backups_of(home)] == [Occasion.DAILY]


def test_the_oldest_go_but_for_those_that_were_asked_for(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(open_truth(home)) as db:
        first = back_up(db, home, Occasion.ASKED)
        for _ in range(KEPT[Occasion.REPAIR] + 3):
            back_up(db, home, Occasion.REPAIR)
        numbers = [each.number for each in backups_of(home)]
        assert numbers == [9, 8, 7, 6, 5, first.number]
        monkeypatch.setattr("nomina.backups.ROOM", 3 * first.bytes)
        back_up(db, home, Occasion.REPAIR)
        assert [each.number for each in backups_of(home)] == [10, 9, 8, 1], "as many as there is room for"
        monkeypatch.setattr("nomina.backups.ROOM", 0)
        back_up(db, home, Occasion.REPAIR)
        assert [each.number for each in backups_of(home)] == [11, 10, 1], "two stay, however big"


def test_what_lies_in_the_folder_and_is_no_copy_is_left_alone(home: Path) -> None:
    made = asked(home)
    old = home / "backups" / "library-20250101-120000.db"
    shutil.copy(made.path, old)  # as earlier versions named them
    for name in ("notes.txt", "library-0001-20259999-000000-daily.db", "library-0003-20250101-000000-party.db"):
        (home / "backups" / name).write_text("")
    assert [(each.number, each.occasion) for each in backups_of(home)] == [(1, Occasion.ASKED), (0, Occasion.MIGRATION)]
    assert backups_of(home / "nowhere") == []


# The way back ----------------------------------------------------------------------------------------------------


def test_going_back_gives_exactly_what_was_there_and_can_be_taken_back(home: Path) -> None:
    before, made = truth_of(home), asked(home)
    with opened(home) as library:
        add_category(library, "owl")
        after = truth(library)
    kept = restore_backup(home, made.path)
    assert kept is not None
    assert (kept.number, kept.occasion) == (2, Occasion.REPLACED)
    with opened(home) as library:
        assert truth(library) == before
        assert library.scores.read.all(), "what is derived is known by the bytes of the pictures"
        add_category(library, "wren")
    restore_backup(home, kept.path)
    assert truth_of(home) == after


@pytest.mark.parametrize("harm", ["all of it", "some pages", "gone"])
def test_a_damaged_library_is_restored_and_what_is_left_of_it_kept(home: Path, harm: str) -> None:
    before, made = truth_of(home), asked(home)
    file = home / schema.DATABASE
    content = bytearray(file.read_bytes())
    start = {"all of it": 0, "some pages": 9000, "gone": 0}[harm]
    content[start : start + 30000] = b"\x5a" * len(content[start : start + 30000])
    file.unlink() if harm == "gone" else file.write_bytes(content)
    kept = restore_backup(home, made.path)
    assert truth_of(home) == before
    if harm == "gone":
        assert kept is None
    else:
        assert kept is not None
        assert kept.path.read_bytes() == content
        with pytest.raises(NotALibrary, match="is damaged"):
            restore_backup(home, kept.path)
        assert truth_of(home) == before


def test_what_cannot_be_restored_changes_nothing(home: Path, tmp_path: Path) -> None:
    before, made = truth_of(home), asked(home)
    refusals: dict[Path, type[Exception]] = {tmp_path / "nowhere.db": NotFound, tmp_path: NotFound}
    refusals[tmp_path / "half.db"] = NotALibrary
    (tmp_path / "half.db").write_bytes(made.path.read_bytes()[:20000])
    refusals[tmp_path / "other.db"] = NotALibrary
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("create table song (title text)")
        other.commit()
    refusals[tmp_path / "newer.db"] = LibraryTooNew
    shutil.copy(made.path, tmp_path / "newer.db")
    with closing(sqlite3.connect(tmp_path / "newer.db")) as newer:
        newer.execute("insert into _sqlite_migrations values(99, 'nomina', '9999_of_tomorrow', '2030-01-01')")
        newer.commit()
    for source, kind in refusals.items():
        with pytest.raises(kind):
            restore_backup(home, source)
    with opened(home), pytest.raises(LibraryBusy):
        restore_backup(home, made.path)
    assert truth_of(home) == before
    assert backups_of(home) == [made]


def test_a_damaged_library_is_not_copied_over_the_good_copies(home: Path) -> None:
    made = asked(home)
    content = bytearray((home / schema.DATABASE).read_bytes())
    content[9000:30000] = b"\x5a" * 21000
    (home / schema.DATABASE).write_bytes(content)
    refused = pytest.raises(NotALibrary, match="is damaged, so it was not backed up")
    with closing(sqlite3.connect(home / schema.DATABASE)) as connection, refused:
        back_up(Database(connection), home, Occasion.DAILY)
    assert backups_of(home) == [made]
    assert sorted(path.name for path in (home / "backups").iterdir()) == [made.path.name]


def test_a_backup_of_an_older_version_is_brought_up_to_date_when_the_library_is_opened(tmp_path: Path) -> None:
    create_library(tmp_path / "library")
    old = tmp_path / "old"
    old.mkdir()
    db = open_database(old / schema.DATABASE)
    schema.migrations.apply(db, stop_before="0003_modes")
    db.execute("insert into category(id, name, key) values (1, 'heron', 'heron')")
    db.conn.commit()
    db.close()
    restore_backup(tmp_path / "library", old / schema.DATABASE)
    with opened(tmp_path / "library") as library:
        assert [each.name for each in library.store.categories()] == ["heron"]
    assert {each.occasion for each in backups_of(tmp_path / "library")} == {Occasion.REPLACED, Occasion.MIGRATION}


def test_an_open_library_is_copied_with_all_that_was_said_until_then(library: Library) -> None:
    add_category(library, "owl")
    assert look_into(library.back_up().path) == Contents(0, 1, 0)
    library.undo()
    assert look_into(library.back_up().path) == Contents(0, 0, 0)
