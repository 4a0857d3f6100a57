"""Fixtures of the core's tests, and a check that no test leaves a thread behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.core.helpers import CountingEncoder, in_memory, save_many

from nomina.library import Library


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in set(threading.enumerate()) - before if thread.name.startswith(("decode", "encode"))]
    assert not left, f"a host was not closed: {left}"


@pytest.fixture
def encoder() -> CountingEncoder:
    """An encoder of colours that counts what it is given."""
    return CountingEncoder()


@pytest.fixture
def library(encoder: CountingEncoder) -> Iterator[Library]:
    """An empty library in memory, with `encoder` at work."""
    with in_memory(encoder) as library:
        yield library


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Forty small pictures of ten colours. Read only."""
    return save_many(tmp_path_factory.mktemp("pictures"), 40)
