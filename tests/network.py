"""Whether Python programs ask the network: what they and the processes they start do with sockets is written down."""

from __future__ import annotations

import os
from pathlib import Path

_WATCH = """
import os, sys
def _watch(event, arguments, file=os.environ["NOMINA_TESTS_SOCKETS"]):
    if event.startswith("socket.") and event not in ("socket.__new__", "socket.gethostname"):
        with open(file, "a") as out:
            print(event, arguments[-1], file=out)
    if event == "socket.__new__" and arguments[1] != 1:  # AF_UNIX: the pipes between our processes
        with open(file, "a") as out:
            print(event, arguments[1:], file=out)
sys.addaudithook(_watch)
"""


class Watched:
    """A program's environment in which it is watched, by an audit hook that Python's start installs in each process.

    Attributes:
        environment: what to start the program with.
    """

    def __init__(self, folder: Path) -> None:
        """Use an empty folder."""
        folder.mkdir()
        (folder / "sitecustomize.py").write_text(_WATCH)
        self._told = folder / "sockets.txt"
        paths = [str(folder), os.environ.get("PYTHONPATH", "")]
        self.environment = os.environ | {
            "PYTHONPATH": os.pathsep.join(filter(None, paths)),
            "NOMINA_TESTS_SOCKETS": str(self._told),
        }

    def asked(self) -> list[str]:
        """What was done with sockets, in order."""
        return self._told.read_text().splitlines() if self._told.exists() else []
