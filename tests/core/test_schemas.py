"""Libraries of every version of the tables there ever was are opened, keep all, and can do all (proofs/schemas.py)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.core.helpers import add, category, opened, result, truth

from nomina import schema
from nomina.backups import Occasion, backups_of, restore_backup
from nomina.check import check_library
from nomina.library import create_library
from nomina.runs import roll_back
from nomina.teach import label

VERSIONS = sorted((Path(__file__).parent / "schemas").glob("*.sql"))
NEW = {"parent": None, "folder": None, "pictures": None, "unlike": "[]", "colour": "", "position": None}
"""What columns hold that came later, but for the keys of the categories, which keep their order."""


def rows_of(file: Path) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables of truth, by column."""
    with closing(sqlite3.connect(file)) as db:
        db.row_factory = sqlite3.Row
        tables = {row[0] for row in db.execute("select name from sqlite_schema where type = 'table'")}
        wanted = tables & {*schema.TRUTH, "layers"}
        return {table: [dict(row) for row in db.execute(f"select * from {table}")] for table in sorted(wanted)}


def columns_of(file: Path) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(file)) as db:
        return {table: db.execute(f"pragma table_info({table})").fetchall() for table in schema.TRUTH}


def test_there_is_one_of_every_migration_that_was_the_last_in_a_commit() -> None:
    names = {file.stem.partition(" ")[0] for file in VERSIONS}
    known = {migration.name for migration in schema.migrations.pending(schema.Database(memory=True))}
    assert names <= known
    assert max(known) in names, "a new migration: run python -m tests.proofs.schemas when it is committed"


@pytest.mark.parametrize("version", VERSIONS, ids=lambda file: file.stem)
def test_a_library_of_each_version_keeps_all_and_can_do_all(
    version: Path, tmp_path: Path, pictures: list[Path]
) -> None:
    home = tmp_path / "library"
    home.mkdir()
    with closing(sqlite3.connect(home / schema.DATABASE)) as db:
        db.executescript(version.read_text(encoding="utf-8"))
        db.execute(f"pragma application_id = {schema.APPLICATION_ID}")
    before = rows_of(home / schema.DATABASE)
    current = version.stem == max(file.stem for file in VERSIONS)

    with opened(home) as library:
        assert library.trouble is None
        assert [each.name for each in library.store.categories()] == ["Heron", "Owl"]
        kept = truth(library)
    after = rows_of(home / schema.DATABASE)
    for table, rows in before.items():
        expected = [{name: {**NEW, **row}.get(name) for name in after[table][0]} for row in rows]
        for number, row in enumerate(expected):
            if table == "category":
                row["digit"] = rows[number].get("digit", number + 1 if "digit" not in rows[number] else None)
        assert after[table] == expected, table
    create_library(tmp_path / "new")
    assert columns_of(home / schema.DATABASE) == columns_of(tmp_path / "new" / schema.DATABASE)

    (backup,) = backups_of(home)
    assert backup.occasion is (Occasion.DAILY if current else Occasion.MIGRATION)
    with opened(home) as library:
        label(library, add(library, *pictures[:2]).new, category(library, "red").id)
        roll_back(library, 1)
        while library.undo() is not None:
            pass
        assert truth(library) == kept
    troubles = [each.title for each in result(check_library(home)).troubles]
    assert all("version abc" in title for title in troubles), "of what was written there for show"
    restore_backup(home, backup.path)
    with opened(home) as library:
        assert truth(library) == kept
