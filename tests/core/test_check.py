"""A library is looked through: damage is found, what grows back is mended, what a person decided is not touched."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import add, category, columns, opened, result, save_many, truth
from tests.properties import examples

from nomina import schema
from nomina.backups import Occasion, backups_of, restore_backup
from nomina.check import Checked, check_library
from nomina.errors import LibraryBusy, NotFound
from nomina.ingest import encode_missing
from nomina.soundness import OFF
from nomina.teach import label

CACHES = ("embeddings.db", "thumbnails.db", "facts.db")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with twelve pictures, two categories and some labels, and a backup. Read only: `home` is a copy."""
    folder = tmp_path_factory.mktemp("made")
    with opened(folder / "library") as library:
        red, blue = category(library, "red"), category(library, "blue")
        ids = add(library, *save_many(folder / "pictures", 12)).new
        label(library, ids[:4], red.id)
        label(library, ids[4:6], blue.id)
        library.back_up()
    return folder / "library"


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "library")
    return tmp_path / "library"


def check(home: Path, **options: bool) -> Checked:
    return result(check_library(home, **options))


def told(checked: Checked) -> list[str]:
    return [f"{each.part}: {each.title}" for each in checked.troubles]


def test_a_sound_library_is_told_to_be_sound_and_what_is_in_it(home: Path) -> None:
    before = (home / schema.DATABASE).read_bytes()
    checked = check(home, files=True)
    assert checked.sound
    assert not checked.troubles
    assert checked.facts == {
        "library.db": "12 pictures, 2 categories, 6 labels of yours",
        "cache/embeddings.db": "rows of 12 pictures by colours@1",
        "cache/thumbnails.db": "thumbnails of 12 pictures",
        "cache/facts.db": "facts of 12 pictures",
        "pictures": "12 of 12 files are where they were",
        "backups": "1 that can be restored",
    }
    assert (home / schema.DATABASE).read_bytes() == before


def test_who_cannot_be_checked(home: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        check(tmp_path / "nowhere")
    with opened(home), pytest.raises(LibraryBusy):
        check(home)


# Derived data ----------------------------------------------------------------------------------------------------


@examples(12)
@given(name=st.sampled_from(CACHES), where=st.floats(0, 1), size=st.integers(1, 5000), cut=st.booleans())
def test_whatever_becomes_of_derived_data_it_is_mended_and_all_is_as_it_was(
    made: Path, tmp_path_factory: pytest.TempPathFactory, name: str, where: float, size: int, cut: bool
) -> None:
    """Bytes anywhere are overwritten, or the rest of the file is lost."""
    home = tmp_path_factory.mktemp("harmed") / "library"
    shutil.copytree(made, home)
    with opened(made) as library:
        before = truth(library)
    file = home / "cache" / name
    content = bytearray(file.read_bytes())
    start = int(where * (len(content) - 1))
    content[start : start + size] = b"" if cut else b"\xa5" * len(content[start : start + size])
    file.write_bytes(content[:start] if cut else content)
    truth_file = (home / schema.DATABASE).read_bytes()
    found = check(home)
    mended = check(home, repair=True)
    assert mended.sound
    assert [each.title for each in mended.troubles] == [each.title for each in found.troubles]
    assert not any(each.truth for each in found.troubles)
    assert (home / schema.DATABASE).read_bytes() == truth_file
    assert check(home).troubles == []
    with opened(home) as library:
        result(encode_missing(library))
        assert truth(library) == before
        if mended.to_read or not cut:
            assert library.scores.read.all()


def spoil(file: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(file)) as db:
        assert db.execute(statement, values).rowcount == 1
        db.commit()


ROW = np.full(48, 48**-0.5, np.float16)


@pytest.mark.parametrize(
    "row",
    [
        b"",
        b"\0" * 96,
        ROW.tobytes()[:-1],
        (ROW * np.float16(1 + 2 * OFF)).tobytes(),
        np.where(np.arange(48) == 7, np.nan, ROW).astype(np.float16).tobytes(),
        np.where(np.arange(48) == 7, np.inf, ROW).astype(np.float16).tobytes(),
    ],
    ids=["empty", "zero", "odd", "long", "nan", "infinite"],
)
def test_a_row_that_cannot_be_one_is_dropped_and_made_again(home: Path, row: bytes) -> None:
    with opened(home) as library:
        scores = columns(library)
    file = home / "cache" / "embeddings.db"
    chosen = "key = (select min(key) from embedding where key not like 'text:%')"
    spoil(file, f"update embedding set row = ? where {chosen}", row)
    checked = check(home, repair=True)
    assert told(checked) == ["cache/embeddings.db: 1 rows are spoilt."]
    assert checked.sound
    assert checked.to_read
    with opened(home) as library:
        assert result(encode_missing(library)).encoded == 1
        assert columns(library) == scores
    assert check(home).troubles == []


def test_a_thumbnail_that_is_cut_off_is_dropped_and_facts_that_cannot_be(home: Path) -> None:
    spoil(home / "cache/thumbnails.db", "update thumbnail set jpeg = substr(jpeg, 1, 40) where rowid = 1")
    spoil(
        home / "cache/facts.db",
        "update facts set latitude = 400, longitude = 0 where hash = (select min(hash) from facts)",
    )
    assert told(check(home)) == ["cache/thumbnails.db: 1 thumbnails are spoilt.", "cache/facts.db: 1 facts are spoilt."]
    assert check(home, repair=True).sound
    with opened(home) as library:
        assert len(result(encode_missing(library)).files) == 2
        assert len(library.thumbnails.hashes()) == len(library.facts.hashes()) == 12


# Truth -----------------------------------------------------------------------------------------------------------


@examples(15)
@given(page=st.integers(0, 40), offset=st.integers(0, 4000), size=st.integers(50, 4096))
def test_damaged_truth_is_found_or_all_of_it_reads_as_before_and_no_byte_of_it_is_changed(
    made: Path, tmp_path_factory: pytest.TempPathFactory, page: int, offset: int, size: int
) -> None:
    home = tmp_path_factory.mktemp("harmed") / "library"
    shutil.copytree(made, home)
    with opened(made) as library:
        before = truth(library)
    file = home / schema.DATABASE
    content = bytearray(file.read_bytes())
    start = min(4096 * page + offset, len(content) - 1)
    content[start : start + size] = b"\xa5" * len(content[start : start + size])
    file.write_bytes(content)
    checked = check(home, repair=True)
    if any(trouble.truth for trouble in checked.troubles):
        assert not checked.sound
        assert "nomina restore" in next(trouble.hint for trouble in checked.troubles if trouble.truth)
        assert file.read_bytes() == content
        restore_backup(home, backups_of(made)[0].path)
        checked = check(home, repair=True)
    assert checked.sound
    with opened(home) as library:
        assert truth(library) == before


def test_a_damaged_index_is_made_again_from_its_table_after_a_copy(home: Path) -> None:
    with opened(home) as library:
        before = truth(library)
    with closing(sqlite3.connect(home / schema.DATABASE)) as db:
        db.execute("pragma writable_schema = on")
        db.execute(
            "update sqlite_schema set sql = 'create index place_image on place(bytes)' where name = 'place_image'"
        )
        db.commit()
    (trouble,) = check(home).troubles
    assert "An index is damaged: row 1 missing from index place_image" in trouble.title
    checked = check(home, repair=True)
    assert checked.sound
    assert [each.occasion for each in backups_of(home)] == [Occasion.REPAIR, Occasion.ASKED]
    assert check(home).troubles == []
    with opened(home) as library:
        assert truth(library) == before


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("delete from image where id = 1", "2 rows of the table “label” point to something that is not there"),
        ("update category set synonyms = '[\"a'", "2 rows of the table “category” have a field “synonyms”"),
        ("update category set unlike = '{}' where id = 1", "1 rows of the table “category” have a field “unlike”"),
        ("update category set parent = 3 - id", "some categories lie under themselves"),
        ("update category set parent = 1 where id = 1", "some categories lie under themselves"),
        ("insert into layers values('abc', x'00')", "what was learned as version abc is not what it was"),
        ("insert into saved_search values(1, 'a', 'a', null, '3')", "1 rows of the table “saved_search”"),
    ],
)
def test_truth_that_cannot_be_is_told_and_left_as_it_is(home: Path, statement: str, says: str) -> None:
    with closing(sqlite3.connect(home / schema.DATABASE)) as db:
        db.execute(statement)
        db.commit()
    before = (home / schema.DATABASE).read_bytes()
    checked = check(home, repair=True)
    assert any(says.removeprefix("2 rows") in title for title in told(checked)), told(checked)
    assert not checked.sound
    assert all(trouble.truth and "nomina restore" in trouble.hint for trouble in checked.troubles)
    assert (home / schema.DATABASE).read_bytes() == before


# Pictures and backups --------------------------------------------------------------------------------------------


def test_picture_files_are_held_against_their_hashes(made: Path, tmp_path: Path) -> None:
    with opened(tmp_path / "library") as library:
        gone, edited, spoilt, unreadable, same = save_many(tmp_path / "pictures", 5)
        add(library, gone, edited, spoilt, unreadable, same)
    gone.unlink()
    edited.write_bytes(edited.read_bytes() + b"more")
    for file, change in ((spoilt, b"\xff"), (unreadable, b"")):
        status, content = file.stat(), bytearray(file.read_bytes())
        content[50:51] = change or content[50:51]
        file.write_bytes(content)
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    checked = check(tmp_path / "library", files=True)
    assert checked.facts["pictures"] == "4 of 5 files are where they were, 1 were changed since they were read"
    assert told(checked) == [
        f"pictures: “{spoilt}” has other bytes than when it was read, though its size and date are the same."
    ]
    assert not checked.sound
    assert "pictures" not in check(tmp_path / "library").facts, "only where it is asked for: it takes long"


def test_a_backup_that_could_not_be_restored_is_told(home: Path) -> None:
    (backup,) = backups_of(home)
    backup.path.write_bytes(backup.path.read_bytes()[:9000])
    checked = check(home)
    assert [each.part for each in checked.troubles] == [f"backups/{backup.path.name}"]
    assert checked.facts["backups"] == "none yet"
    with suppress(OSError):
        backup.path.unlink()
    assert check(home).sound
