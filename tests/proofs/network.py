"""Whether anything is sent: `python tests/proofs/network.py` counts, by strace, the sockets that whole journeys open.

The journeys add, classify, label, review, export and undo in the window and on the command line, each with the starter
in a process of its own. A download by name, which has to ask the network, shows that the count would see it. Ends with
1 where a journey opened any socket but the pipes between our own processes.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

JOURNEYS = {
    "the window: the four main jobs": ("-m", "pytest", "-q", "tests/desktop/test_main_jobs.py"),
    "the command line: from the first picture to the export": (
        *("-m", "pytest", "-q"),
        "tests/cli/test_pictures.py::test_a_library_from_the_first_picture_to_the_export",
    ),
    "the command line: the demo": ("-m", "nomina", "demo"),
}
CONTROL = ("-m", "nomina", "encoders", "fetch", "open_clip:MobileCLIP2-S0/dfndr2b")
SOCKET = re.compile(r"\bsocket\((AF_\w+)")
TRACED = "trace=socket,connect,sendto,sendmsg"


def sockets(arguments: tuple[str, ...]) -> tuple[Counter[str], int]:
    """How many sockets of each family a run and all of its processes open, and its exit code."""
    top = Path(__file__).parents[2]
    told = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    with tempfile.NamedTemporaryFile("r", prefix="nomina-strace-") as log:
        command = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", TRACED, "-o", log.name, sys.executable, *arguments]
        done = subprocess.run(command, cwd=top, env=os.environ | told, capture_output=True, check=False)
        return Counter(SOCKET.findall(log.read())), done.returncode


def main() -> int:
    """Count, and print a line for each journey."""
    if shutil.which("strace") is None:
        print("strace is not installed: apt install strace", file=sys.stderr)
        return 2
    wrong = 0
    for title, arguments in JOURNEYS.items():
        found, code = sockets(arguments)
        others = found.total() - found["AF_UNIX"]
        print(f"{title:58} exit code {code}   sockets to a network: {others}", flush=True)
        wrong += bool(others or code)
    found, _ = sockets(CONTROL)
    others = found.total() - found["AF_UNIX"]
    print(f"{'a download by name, which must ask':58} sockets to a network: {others}")
    return 1 if wrong or not others else 0


if __name__ == "__main__":
    sys.exit(main())
