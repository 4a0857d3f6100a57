"""The tables of library.db and how they came to be. Append-only: a released migration is never edited.

Truth is what a person made or pointed at; everything else lives in the cache folder and grows back.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database, Migrations

from nomina.errors import LibraryTooNew, NotALibrary

DATABASE = "library.db"
APPLICATION_ID = 0x4E4F4D49
"""Marks the file as a Nomina library ("NOMI") in SQLite's own header."""

TRUTH = (
    "image",
    "place",
    "category",
    "label",
    "run",
    "reference",
    "mode",
    "given_row",
    "backdrop",
    "watched",
    "saved_search",
)
"""Tables that a person's acts write: undoable, backed up."""

migrations = Migrations("nomina")


@migrations(name="0001_first_tables")
def first_tables(db: Database) -> None:
    """Images and where they lie, categories, labels, runs."""
    for statement in _FIRST_TABLES:
        db.execute(statement)
    db.execute(f"pragma application_id = {APPLICATION_ID}")


# autoincrement: the id of what was removed is never given to another, so whoever still holds it finds nothing
_FIRST_TABLES = (
    """create table image (
        id integer primary key autoincrement,
        hash text not null unique,
        width integer not null,
        height integer not null,
        added text not null)""",
    # One image may lie in several places. path is text, or a blob where the name is not valid Unicode.
    """create table place (
        id integer primary key autoincrement,
        image_id integer not null references image(id) on delete cascade,
        path not null unique,
        bytes integer not null,
        mtime_ns integer not null)""",
    "create index place_image on place(image_id)",
    """create table category (
        id integer primary key autoincrement,
        name text not null,
        key text not null unique,
        synonyms text not null default '[]',
        description text not null default '',
        words integer not null default 1)""",
    """create table run (
        id integer primary key autoincrement,
        started text not null,
        encoder text not null,
        at_least real not null)""",
    """create table label (
        id integer primary key autoincrement,
        image_id integer not null references image(id) on delete cascade,
        category_id integer not null references category(id) on delete cascade,
        accepted integer not null check (accepted in (0, 1)),
        origin text not null check (origin in ('person', 'auto')),
        run_id integer references run(id) on delete cascade,
        confidence real,
        unique (image_id, category_id))""",
    "create index label_category on label(category_id)",
    "create index label_run on label(run_id)",
)


@migrations(name="0002_references")
def references(db: Database) -> None:
    """What a library learned of what counts as near. The layers never change, so undo only watches which is at work."""
    db.execute("create table layers (version text primary key, data blob not null)")
    db.execute("""create table reference (
        id integer primary key autoincrement,
        encoder text not null,
        version text not null references layers(version),
        made text not null,
        images integer not null,
        labels integer not null,
        active integer not null check (active in (0, 1)))""")


@migrations(name="0003_modes")
def modes(db: Database) -> None:
    """A category may lie under another. A library may let a picture be of several; without a row it is of one."""
    db.execute("alter table category add column parent integer references category(id)")
    db.execute("create table mode (id integer primary key check (id = 1), several integer not null)")


@migrations(name="0004_given_rows")
def given_rows(db: Database) -> None:
    """Rows of examples that came without a picture, in a category pack. The bytes of a row never change."""
    db.execute("""create table given_row (
        id integer primary key autoincrement,
        category_id integer not null references category(id) on delete cascade,
        encoder text not null,
        accepted integer not null check (accepted in (0, 1)),
        digest text not null,
        row blob not null,
        unique (category_id, encoder, digest))""")
    db.execute("create index given_row_encoder on given_row(encoder, category_id, accepted)")


@migrations(name="0005_scope_of_runs")
def scope_of_runs(db: Database) -> None:
    """Which pictures a run looked at; unknown of earlier ones."""
    db.execute("alter table run add column folder")
    db.execute("alter table run add column pictures integer")


@migrations(name="0006_watched_folders")
def watched_folders(db: Database) -> None:
    """Folders whose new pictures are added as they come, and the probability with which they are labelled too."""
    db.execute("create table watched (id integer primary key autoincrement, path not null unique, at_least real)")


@migrations(name="0007_marks")
def marks(db: Database) -> None:
    """What a category is not, and the colour and key of its mark. The first nine keep the keys they had by order."""
    db.execute("alter table category add column unlike text not null default '[]'")
    db.execute("alter table category add column colour text not null default ''")
    db.execute("alter table category add column digit integer check (digit between 1 and 9)")
    db.execute(
        """update category set digit = (select count(*) from category as other where other.id <= category.id)
        where (select count(*) from category as other where other.id <= category.id) <= 9"""
    )


@migrations(name="0008_saved_searches")
def saved_searches(db: Database) -> None:
    """Searches under a name: conditions that pictures meet, as JSON. One that asks for a category goes with it."""
    db.execute("""create table saved_search (
        id integer primary key autoincrement,
        name text not null,
        key text not null unique,
        category_id integer references category(id) on delete cascade,
        wish text not null)""")


@migrations(name="0009_backdrop")
def backdrop(db: Database) -> None:
    """How common each circumstance is among the pictures, counted once. Without a row circumstances do not count."""
    db.execute("""create table backdrop (
        id integer primary key check (id = 1),
        made text not null,
        images integer not null,
        counts text not null)""")


@migrations(name="0010_positions")
def positions(db: Database) -> None:
    """Where a person put a category among those under the same one; without, it follows in the order it was made."""
    db.execute("alter table category add column position integer")


def refuse_others(db: Database, file: Path) -> None:
    """Let pass what is a library that this version can read.

    Raises:
        NotALibrary: it is another program's, or damaged.
        LibraryTooNew: a newer Nomina wrote it.
    """
    try:
        (mark,) = db.execute("pragma application_id").fetchone()
        unknown = _applied_but_unknown(db)
    except sqlite3.DatabaseError as error:
        raise NotALibrary(f"“{file}” is damaged: {error}.", "Restore it from its backups folder.") from error
    if mark != APPLICATION_ID:
        raise NotALibrary(f"“{file}” is a database of another program.", "Choose another folder.")
    if unknown:
        raise LibraryTooNew(
            f"The library “{file.parent}” was written by a newer Nomina ({unknown[-1]}).", "Update Nomina to open it."
        )


def _applied_but_unknown(db: Database) -> list[str]:
    """Names of migrations in the file that this version does not have: a newer Nomina wrote it."""
    known = {migration.name for migration in migrations.pending(Database(memory=True))}
    return [done.name for done in migrations.applied(db) if done.name not in known]


def born(db: Database) -> datetime | None:
    """When the library was made; None where that is not known."""
    applied = [datetime.fromisoformat(str(done.applied_at)) for done in migrations.applied(db)]
    return min(applied, default=None)


def counts(db: Database) -> tuple[int, int, int]:
    """How many images, categories, and labels of a person there are, in a library of any version."""
    row = db.execute(
        """select (select count(*) from image), (select count(*) from category),
        (select count(*) from label where origin = 'person')"""
    ).fetchone()
    return row[0], row[1], row[2]
