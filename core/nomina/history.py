"""Undo and redo of truth, by TEMP triggers that write the inverse of every changed row.

A verb wraps its writes in `step`; it never writes undo code. A write outside a step is refused by the trigger itself,
so nothing can change that could not be undone. The log lives in temporary tables: it ends with the connection.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlite_utils import Database

from nomina.domain import Change


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable act of a person: its number in the log and its name."""

    number: int
    name: str


class History:
    """Named steps over the given tables, undone and redone as wholes.

    Attributes:
        done: steps that undo can take back, oldest first.
        undone: steps that redo can bring again, next one last.
    """

    def __init__(self, db: Database, tables: Iterable[str]) -> None:
        self._db = db
        self._written = Counter(dict.fromkeys(tables, 0))
        self._open_since: int | None = None
        self._told: Counter[str] = Counter()
        self._next = 1
        self.done: list[Step] = []
        self.undone: list[Step] = []
        # act: the step as its verb knows it; step: the part of it that is undone at once, nearly always the same
        db.execute("create temp table undo_log (seq integer primary key, act int, step int, tbl text, sql text)")
        db.execute("create temp table undo_step (n int)")
        db.execute("create index temp.undo_log_step on undo_log(step)")
        db.execute("create index temp.undo_log_act on undo_log(act)")
        db.execute("insert into undo_step values (0)")
        for table in self._written:
            self._watch(table)
        db.conn.commit()

    def _watch(self, table: str) -> None:
        columns = [f'"{column.name}"' for column in self._db.table(table).columns]
        values = "||','||".join(f"quote(old.{column})" for column in columns)
        sets = "||','||".join(f"'{column}='||quote(old.{column})" for column in columns)
        inverses = {
            "insert": f"'delete from {table} where rowid='||new.rowid",
            "update": f"'update {table} set '||{sets}||' where rowid='||new.rowid",
            "delete": f"'insert into {table}({','.join(columns)}) values('||{values}||')'",
        }
        for event, inverse in inverses.items():
            self._db.execute(
                f"create temp trigger undo_{table}_{event} after {event} on main.{table} begin"
                " select raise(abort, 'write outside a step') from undo_step where n = 0;"
                f" insert into undo_log(act, step, tbl, sql) select n, n, '{table}', {inverse} from undo_step; end"
            )

    def revision(self, *tables: str) -> int:
        """A number that grows with every write to these tables, or to any for none: what was derived may be old.

        It grows inside a step that is still open, too, and is never the same again after a step that failed.
        """
        written = self._written
        if self._open_since is not None:
            rows = self._rows_since(self._open_since)
            self._told |= rows
            written = written + rows
        return sum(written[table] for table in tables or self._written)

    def _rows_since(self, seq: int) -> Counter[str]:
        """How many rows were written to each table after that entry of the log."""
        rows = self._db.execute("select tbl, count(*) from undo_log where seq > ? group by tbl", [seq]).fetchall()
        return Counter(dict(rows))

    @contextmanager
    def step(self, name: str, within: Step | None = None) -> Iterator[Step]:
        """Make every write inside one transaction and one undoable step, or none of it on error.

        Args:
            within: continue this step in a further transaction, so that a long act is undone as one (unless another
                act has touched the same tables in between; see _part).
        """
        step = within or Step(self._next, name)
        self._next = max(self._next, step.number + 1)
        with self._counting() as since, self._recording(step.number):
            yield step
            touched = self._tables("seq > ?", since)
            part = self._part(step, since, touched)
        if part not in self.done and touched:
            self.done.append(part)
            self.undone.clear()
        elif self._meets(touched, self.undone):
            self.undone.clear()

    @contextmanager
    def _counting(self) -> Iterator[int]:
        """Let what is written inside count for `revision`, at once and, where it is taken back, once more.

        Gives the last entry of the log before. A commit may fail, too, and takes the log back: what was told of it
        meanwhile may not be told of anything else.
        """
        (since,) = self._db.execute("select coalesce(max(seq), 0) from undo_log").fetchone()
        self._open_since, self._told = since, Counter()
        try:
            yield since
        except BaseException:
            self._written.update(self._written.keys())
            self._written.update(self._told)
            raise
        else:
            self._written.update(self._rows_since(since))
        finally:
            self._open_since = None

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """Let verbs write, and take it all back at the end: to see what they would change."""
        done, undone = list(self.done), list(self.undone)
        written = Counter(self._written)
        self._db.execute("savepoint rehearsal")
        try:
            yield
        finally:
            self._db.execute("rollback to rehearsal")
            self._db.execute("release rehearsal")
            self._written.update((self._written - written).keys())
            self.done, self.undone = done, undone

    def _part(self, step: Step, since: int, touched: frozenset[str]) -> Step:
        """The step itself; but where one that came between two of its transactions has touched the same tables, the
        later transaction becomes a step of its own, because then it matters in which order they are undone.
        """
        between = self.done[self.done.index(step) + 1 :] if step in self.done else []
        if not self._meets(touched, between):
            return step
        part = Step(self._next, step.name)
        self._next += 1
        self._db.execute("update undo_log set step = ? where seq > ?", [part.number, since])
        return part

    def _meets(self, touched: frozenset[str], steps: Iterable[Step]) -> bool:
        return any(touched & self._tables("step = ?", step.number) for step in steps)

    def change(self, step: Step) -> Change:
        """What the step has touched so far."""
        return Change(step.name, self._tables("act = ?", step.number))

    def undo(self) -> Change | None:
        """Take the last step back; None when there is none."""
        return self._reverse(self.done, self.undone)

    def redo(self) -> Change | None:
        """Bring the last undone step again; None when there is none."""
        return self._reverse(self.undone, self.done)

    @contextmanager
    def _recording(self, number: int) -> Iterator[None]:
        with self._db.atomic():
            self._db.execute("update undo_step set n=?", [number])
            yield
            self._db.execute("update undo_step set n=0")

    def _reverse(self, source: list[Step], target: list[Step]) -> Change | None:
        if not source:
            return None
        step = source[-1]
        tables = self._tables("step = ?", step.number)
        inverses = self._db.execute(
            "select tbl, sql from undo_log where step=? order by seq desc", [step.number]
        ).fetchall()
        opposite = Step(self._next, step.name)
        self._next += 1
        with self._recording(opposite.number):
            self._db.execute("pragma defer_foreign_keys=on")
            for _, sql in inverses:
                self._db.execute(sql)
            self._db.execute("delete from undo_log where step=?", [step.number])
        self._written.update(table for table, _ in inverses)
        source.pop()
        target.append(opposite)
        return Change(step.name, tables)

    def _tables(self, where: str, number: int) -> frozenset[str]:
        rows = self._db.execute(f"select distinct tbl from undo_log where {where}", [number]).fetchall()
        return frozenset(str(row[0]) for row in rows)
