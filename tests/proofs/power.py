"""The power is cut at random moments while a person labels, undoes, exports and closes. Needs strace.

    .venv/bin/python -m tests.proofs.power [--points 300] [--seed 0]

strace writes down every write, sync, cut and removal of library.db and its log, with their bytes, and what was
confirmed in between. A power cut is then played: what was synced is on the disk; of what was written since, each write
is there, not there, or torn at a sector of 512 bytes, at random. The library must open whole and hold all that was
confirmed before the cut.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.proofs.acting import Line, digest_of, expected, make_template
from tests.proofs.disk import CAN_TRACE, ROOT
from tests.proofs.tally import Tally, fresh, report, room

ACTS = 400
"""So many that the log is moved into the database on the way, which SQLite does at 1,000 pages."""
SECTOR = 512
_CALL = re.compile(r'^\d+ +(\w+)\((?:\d+<(.*?)>|"(.*?)")(?:, (?:"(.*)"\.{0,3}, )?([\d, ]+))?\) += (\d+)')


@dataclass(frozen=True, slots=True)
class Op:
    """One call: write (data at an offset), sync, truncate (to an offset), remove, or a line that was said."""

    kind: str
    file: str = ""
    at: int = 0
    data: bytes = b""


def record(home: Path, seed: int, acts: int) -> list[Op]:
    """All that a run did to the library's database, in order, with what it said."""
    out, log = home.parent / "said", home.parent / "trace"
    files = [str(home / "library.db"), str(home / "library.db-wal"), str(out)]
    trace = ["strace", "-f", "-qq", "-y", "-xx", "-s", "70000", "-o", str(log)]
    trace += ["-e", "trace=pwrite64,write,fsync,fdatasync,ftruncate,unlink", *(p for f in files for p in ("-P", f))]
    acting = [sys.executable, "-m", "tests.proofs.acting", str(home), str(seed), str(acts), "1"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "core")))}
    with out.open("w") as said:
        subprocess.run([*trace, *acting], cwd=ROOT, env=environment, stdout=said, check=True)
    return list(_ops(log, out.name))


def _ops(log: Path, out: str) -> Iterator[Op]:
    with log.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            found = _CALL.match(line)
            if found is None:
                continue
            call, opened, named, data, numbers, _ = found.groups()
            file = Path(_bytes(opened or named).decode()).name
            values = [int(number) for number in (numbers or "0").split(",")]
            if call == "write" and file == out:
                yield Op("said", data=_bytes(data))
            elif call == "pwrite64":
                yield Op("write", file, values[-1], _bytes(data))
            elif call in ("fsync", "fdatasync"):
                yield Op("sync", file)
            elif call == "ftruncate":
                yield Op("truncate", file, values[0])
            elif call == "unlink":
                yield Op("remove", file)


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


@dataclass(slots=True)
class Disk:
    """What is surely on the disk, and what was asked of it since."""

    kept: dict[str, bytearray | None] = field(default_factory=dict)
    waiting: dict[str, list[Op]] = field(default_factory=dict)

    def do(self, op: Op) -> None:
        """Take a call."""
        if op.kind == "sync":
            for each in self.waiting.pop(op.file, []):
                self.kept[op.file] = _applied(self.kept.get(op.file), each)
        else:
            self.waiting.setdefault(op.file, []).append(op)

    def after_a_cut(self, random: Random) -> dict[str, bytearray | None]:
        """The files as a power cut may leave them."""
        left = {file: None if content is None else bytearray(content) for file, content in self.kept.items()}
        for file, ops in self.waiting.items():
            for op in ops:
                fate = random.random()
                if fate < 0.4:
                    left[file] = _applied(left.get(file), op)
                elif fate < 0.7 and op.kind == "write":
                    left[file] = _torn(left.get(file), op, random)
        return left


def _applied(content: bytearray | None, op: Op) -> bytearray | None:
    if op.kind == "remove":
        return None
    content = bytearray() if content is None else content
    if op.kind == "truncate":
        del content[op.at :]
        content.extend(bytes(op.at - len(content)))
    else:
        content.extend(bytes(max(0, op.at - len(content))))
        content[op.at : op.at + len(op.data)] = op.data
    return content


def _torn(content: bytearray | None, op: Op, random: Random) -> bytearray | None:
    """Some sectors of a write are there, in any order."""
    for start in range(0, len(op.data), SECTOR):
        if random.random() < 0.5:
            content = _applied(content, Op("write", op.file, op.at + start, op.data[start : start + SECTOR]))
    return content


def power_cuts(points: int, seed: int, acts: int = ACTS) -> Tally:
    """Cut the power after so many calls, at random."""
    tally, random = Tally("power cut (every write since the last sync torn)"), Random(seed)
    with room() as folder:
        template = make_template(folder / "template")
        truth = expected(fresh(template, folder / "unharmed"), seed, acts)
        ops = record(fresh(template, folder / "recorded"), seed, acts)
        begun = next(at for at, op in enumerate(ops) if op.kind == "said")
        for cut in sorted(random.randint(begun + 1, len(ops)) for _ in range(points)):
            disk, last = Disk({"library.db": bytearray((template / "library.db").read_bytes())}), -1
            for op in ops[:cut]:
                if op.kind == "said":
                    line = Line.of(op.data.decode())
                    last = line.number if line is not None and line.done else last
                else:
                    disk.do(op)
            tally.tried += 1
            tally.midway += bool(disk.waiting)
            tally.judge(truth, last, _found(template, folder / "harmed", disk.after_a_cut(random)))
    return tally


def _found(template: Path, folder: Path, left: dict[str, bytearray | None]) -> str:
    home = fresh(template, folder)
    for file, content in left.items():
        if content is not None:
            (home / file).write_bytes(content)
    try:
        return digest_of(home)
    except Exception as error:
        return f"does not open: {error}"


def main() -> int:
    """Cut the power."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--acts", type=int, default=ACTS)
    asked = parser.parse_args()
    if not CAN_TRACE:
        print("strace is not there")
        return 2
    return report([power_cuts(asked.points, asked.seed, asked.acts)])


if __name__ == "__main__":
    sys.exit(main())
