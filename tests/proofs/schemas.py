"""Write down a small library of every version of the tables that ever stood in this project's history.

    .venv/bin/python -m tests.proofs.schemas

Each version of core/nomina/schema.py in git makes a database of its own, which gets rows in all its tables, and is
written to tests/core/schemas as SQL. tests/core/test_schemas.py opens them all with the Nomina of today. A version that
is there already is not written again: what was released stays as it was.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCHEMA = "core/nomina/schema.py"
FOLDER = ROOT / "tests" / "core" / "schemas"
ROWS = {
    "image": "insert into image(id, hash, width, height, added) values"
    " (1, '00', 8, 6, '2026-01-01'), (2, '01', 6, 8, '2026-01-02'), (4, '02', 1, 1, '2026-01-03')",
    "place": "insert into place(id, image_id, path, bytes, mtime_ns) values"
    " (1, 1, '/a/heron.png', 9, 8), (2, 1, x'2f61ff', 9, 8), (3, 2, '/a/“owl”.png', 7, 6)",
    "category": "insert into category(id, name, key, synonyms, description, words) values"
    " (1, 'Heron', 'heron', '[\"reiher\"]', 'grey', 1), (3, 'Owl', 'owl', '[]', '', 0)",
    "run": "insert into run(id, started, encoder, at_least) values (1, '2026-01-04', 'starter@1', 0.8)",
    "label": "insert into label(id, image_id, category_id, accepted, origin, run_id, confidence) values"
    " (1, 1, 1, 1, 'person', null, null), (2, 2, 1, 0, 'person', null, null), (3, 2, 3, 1, 'auto', 1, 0.9)",
    "layers": "insert into layers(version, data) values ('abc', x'00')",
    "reference": "insert into reference(id, encoder, version, made, images, labels, active) values"
    " (1, 'starter@1', 'abc', '2026-01-05', 60, 3, 0)",
    "mode": "insert into mode(id, several) values (1, 1)",
    "given_row": "insert into given_row(id, category_id, encoder, accepted, digest, row) values"
    " (1, 1, 'starter@1', 1, 'd', x'0102')",
    "watched": "insert into watched(id, path, at_least) values (1, '/a', 0.9)",
    "saved_search": "insert into saved_search(id, name, key, category_id, wish) values (1, 'S', 's', 1, '{}')",
    "backdrop": "insert into backdrop(id, made, images, counts) values (1, '2026-01-06', 3, '{}')",
}
"""A few rows of every table, by the columns it had from the beginning."""
MAKE = """
import sqlite3, sys
from sqlite_utils import Database
scope = {"__name__": "schema"}
exec(compile(sys.stdin.read(), "schema.py", "exec"), scope)
db = Database(sqlite3.connect(":memory:"))
scope["migrations"].apply(db)
for table, rows in eval(sys.argv[1]).items():
    if db.table(table).exists():
        db.execute(rows)
db.conn.commit()
db.execute("update _sqlite_migrations set applied_at = '2026-01-01 00:00:00+00:00'")
db.conn.commit()
print(scope["migrations"].applied(db)[-1].name)
print("\\n".join(db.conn.iterdump()))
"""


def main() -> int:
    """Write those that are not there yet."""
    FOLDER.mkdir(exist_ok=True)
    commits = _git("log", "--format=%H", "--reverse", "--", SCHEMA).split()
    for commit in commits:
        with tempfile.TemporaryDirectory() as elsewhere:  # not in this checkout, whose nomina is that of today
            made = subprocess.run(
                [sys.executable, "-c", MAKE, repr(ROWS)],
                input=_git("show", f"{commit}:{SCHEMA}"),
                cwd=elsewhere,
                capture_output=True,
                text=True,
                check=True,
            )
        name, _, dump = made.stdout.partition("\n")
        if dump in {file.read_text(encoding="utf-8") for file in FOLDER.glob("*.sql")}:
            continue
        target = FOLDER / f"{name}.sql"
        if target.exists():  # tables that were changed under the same name, before there was a release
            target = FOLDER / f"{name} {commit[:8]}.sql"
        if not target.exists():
            target.write_text(dump, encoding="utf-8")
            print(f"{target.name}: from {commit[:8]}")
    return 0


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    sys.exit(main())
