"""A few points of each proof of reliability, as its command runs them (docs/reliability.md has the full runs)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the proofs fork")
@pytest.mark.parametrize(
    "proof",
    [
        ("kills", "--points", "1"),
        ("disk", "--points", "1", "--no-mount"),
        ("together", "--points", "4"),
        pytest.param(
            ("power", "--points", "4", "--acts", "20"),
            marks=pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not there"),
        ),
    ],
    ids=lambda proof: proof[0],
)
def test_nothing_that_was_confirmed_is_lost(proof: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", f"tests.proofs.{proof[0]}", *proof[1:]]
    path = os.pathsep.join([str(ROOT), str(ROOT / "core"), *sys.path])
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    rows = [line for line in done.stdout.splitlines() if " tried " in line]
    assert rows
    assert all(line.endswith("lost 0") and "tried     0" not in line for line in rows), done.stdout
