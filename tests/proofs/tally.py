"""What the proofs share: forked children, and the line that says how many faults were tried and what was lost."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.proofs.acting import Line, said_in


@dataclass(slots=True)
class Tally:
    """What came of one kind of fault.

    Attributes:
        tried: how many faults.
        midway: how many of them came while something was under way.
        lost: how many lost something that was confirmed, or left something half done.
        sentences: what was said to the person, with how often.
        wrong: what was wrong, in words.
    """

    fault: str
    tried: int = 0
    midway: int = 0
    lost: int = 0
    sentences: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def fail(self, words: str) -> None:
        """Something was lost."""
        self.lost += 1
        self.wrong.append(words)

    def hear(self, line: Line) -> None:
        """Note what a refusal said; one without a sentence is a failure."""
        if line.text.startswith("BROKEN"):
            self.fail(line.text)
        if not line.done:
            kind = re.sub("“.*?”+", "“…”", line.text.partition(":")[0])
            self.sentences[kind] = self.sentences.get(kind, 0) + 1

    def judge(self, expected: list[str], last: int, found: str) -> None:
        """Truth must be what was confirmed last, or that with the act under way."""
        if found not in expected[last + 1 : last + 3]:
            at = expected.index(found) - 1 if found in expected else None
            self.fail(f"confirmed {last}, found {at}")

    def __str__(self) -> str:
        """One row of the table."""
        return f"{self.fault:<48} tried {self.tried:>5}  midway {self.midway:>5}  lost {self.lost}"


def report(tallies: list[Tally]) -> int:
    """Print all of it; the exit code is 1 where anything was lost."""
    for tally in tallies:
        print(tally)
        for words in tally.wrong[:10]:
            print(f"    WRONG: {words}")
        for words, times in sorted(tally.sentences.items(), key=lambda each: -each[1])[:6]:
            print(f"    said {times:>4} x: {words}")
    return int(any(tally.lost for tally in tallies))


@contextmanager
def room() -> Iterator[Path]:
    """A folder in memory where there is one: what is tried is what a process leaves, not how a disk keeps it."""
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(prefix="nomina-proof-", dir=memory) as folder:
        yield Path(folder)


def fresh(template: Path, folder: Path) -> Path:
    """Another copy of a library in place of the one that is there."""
    shutil.rmtree(folder, ignore_errors=True)
    return Path(shutil.copytree(template, folder / "library"))


@dataclass(slots=True)
class Child:
    """A forked process that says lines."""

    pid: int
    read: int

    @staticmethod
    def of(work: Callable[..., None], *given: object) -> Child:
        """Let another process do the work with a stream to say lines to, and with what is given."""
        read, write = os.pipe()
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            code = 0
            os.close(read)
            try:
                with open(write, "w", encoding="utf-8") as out:
                    work(out, *given)
            except BaseException:
                traceback.print_exc()
                code = 1
            os._exit(code)
        os.close(write)
        return Child(pid, read)

    def wait(self) -> list[Line]:
        """All that it said until it ended."""
        with open(self.read, encoding="utf-8") as lines:
            said = list(said_in(lines))
        os.waitpid(self.pid, 0)
        return said
