"""What all tests share: a home of their own, one thread for the arithmetic, and the data beside the repository."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

# Before numpy and torch are imported: the machine is shared, and a person's own settings and models must not matter.
os.environ["OMP_NUM_THREADS"] = "1"
os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
# Each process that a test starts would else compile the whole program again, and pytest all the tests.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
_memory = Path("/dev/shm")
if "TMPDIR" not in os.environ and _memory.is_dir() and shutil.disk_usage(_memory).free > 4e9:
    os.environ["TMPDIR"] = str(_memory)  # thousands of small libraries: a disk that others write to would be waited for
    tempfile.tempdir = None
_home = tempfile.TemporaryDirectory(prefix="nomina-tests-")
for _variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"):
    os.environ[_variable] = str(Path(_home.name) / _variable.lower())
if sys.platform == "darwin":
    os.environ["HOME"] = _home.name

import pytest  # noqa: E402
from hypothesis import HealthCheck, settings  # noqa: E402
from tests.properties import USUAL  # noqa: E402

if TYPE_CHECKING:
    from nomina import ProcessHost

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

# Fixtures give folders and hosts, which the examples of a property may well share.
settings.register_profile(
    "nomina",
    deadline=None,
    derandomize=True,
    max_examples=USUAL,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
# `pytest --hypothesis-profile=wide`: other examples each time, and many of them; `few` is for .ci/run's second look
settings.register_profile("wide", settings.get_profile("nomina"), derandomize=False, max_examples=1000)
settings.register_profile("few", settings.get_profile("nomina"), max_examples=USUAL // 10)
settings.load_profile("nomina")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --slow` runs the tests that measure on the data sets beside the repository too."""
    parser.addoption("--slow", action="store_true", help="run the slow tests too")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes more than 15 seconds; runs only with --slow")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--slow"):
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="slow: run it with --slow"))


def pytest_collection_finish() -> None:
    """What was imported stays to the end: the collector need not go through torch over and over."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The data beside the repository; not everyone has it."""
    if not (SHARED / "data").is_dir():
        pytest.skip(f"{SHARED}/data is not there")
    return SHARED / "data"


@pytest.fixture(scope="session")
def starter() -> Iterator[ProcessHost]:
    """The starter in a process of its own, started when first asked and once for the whole run: a start takes seconds.

    Nobody closes or kills it.
    """
    from nomina import ProcessHost  # here, so that what a run does not need is not imported

    host = ProcessHost("starter", "cpu")
    yield host
    host.close()
