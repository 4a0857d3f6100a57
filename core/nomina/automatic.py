"""SQL on the truth of what Nomina does by itself: runs, and folders that are watched. A part of Store (store.py)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from nomina.domain import Run, Watched
from nomina.records import path_of_value, path_value

_RUNS = "select run.*, (select count(*) from label where run_id = run.id) as labels from run"


class Automatic:
    """Reads and writes runs and watched folders; writes only inside a step, as all of Store."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def _rows(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        return list(self._db.query(sql, values))

    # Runs --------------------------------------------------------------------------------------------------------

    def runs(self) -> list[Run]:
        """All runs with the number of their labels that still stand, the latest first."""
        return [_run(row) for row in self._rows(f"{_RUNS} order by run.id desc")]

    def images_of_run(self, run_id: int) -> list[int]:
        """Ids of the images that a run labelled and whose labels still stand, in id order."""
        sql = "select distinct image_id from label where run_id = ? order by image_id"
        return [int(row[0]) for row in self._db.execute(sql, [run_id]).fetchall()]

    def put_run(self, encoder: str, at_least: float, *, folder: Path | None = None, pictures: int | None = None) -> int:
        """Begin a run; returns its id. See Run."""
        row = {"started": now(), "encoder": encoder, "at_least": at_least, "pictures": pictures}
        row["folder"] = None if folder is None else path_value(folder)
        return new_id(self._db.table("run").insert(row).last_pk)

    def remove_run(self, run_id: int) -> None:
        """Remove a run and the labels it made that nobody confirmed since."""
        self._db.execute("delete from run where id = ?", [run_id])

    # Watched folders ---------------------------------------------------------------------------------------------

    def watched(self) -> list[Watched]:
        """The folders that are watched, in the order in which that began."""
        rows = self._rows("select id, path, at_least from watched order by id")
        return [Watched(row["id"], path_of_value(row["path"]), row["at_least"]) for row in rows]

    def put_watched(self, folder: Path, at_least: float | None) -> None:
        """Watch a folder, or watch it otherwise than before."""
        self._db.execute(
            """insert into watched(path, at_least) values(?, ?)
            on conflict(path) do update set at_least = excluded.at_least""",
            [path_value(folder), at_least],
        )

    def remove_watched(self, watched_id: int) -> None:
        """Watch a folder no longer."""
        self._db.execute("delete from watched where id = ?", [watched_id])


def _run(row: dict[str, Any]) -> Run:
    folder = None if row["folder"] is None else path_of_value(row["folder"])
    return Run(row["id"], row["started"], row["encoder"], row["at_least"], row["labels"], folder, row["pictures"])


# What the tables of truth share ----------------------------------------------------------------------------------


def new_id(last_pk: Any) -> int:
    """The id of the row that was inserted last."""
    return int(last_pk)


def now() -> str:
    """The time, to the second, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
