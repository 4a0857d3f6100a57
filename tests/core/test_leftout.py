"""Files that were left out are a list like any other, in a fraction of the memory."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nomina.domain import Skipped
from nomina.leftout import LeftOut

names = st.binary(min_size=1, max_size=12).filter(lambda name: b"\0" not in name and b"/" not in name)
items = st.builds(
    lambda name, reason: Skipped(Path("/pictures") / name.decode("utf-8", "surrogateescape"), reason),
    names,
    st.sampled_from(["it is damaged", "permission denied", ""]),
)


@given(st.lists(items), st.integers(-3, 3), st.slices(4))
def test_it_gives_back_what_was_put_in(put: list[Skipped], at: int, some: slice) -> None:
    kept = LeftOut()
    kept.extend(put)
    assert list(kept) == put == kept
    assert (len(kept), bool(kept), kept[some]) == (len(put), bool(put), put[some])
    if -len(put) <= at < len(put):
        assert kept[at] == put[at]
    else:
        with pytest.raises(IndexError):
            kept[at]


def test_a_hundred_thousand_of_them_need_the_memory_of_their_names() -> None:
    items = [Skipped(Path(f"/pictures/{number:06}.jpg"), "the file is empty") for number in range(10_000)]
    assert all(str(item.path) for item in items), "a path makes its text when it is first asked for, and keeps it"
    kept = LeftOut()
    tracemalloc.start()
    kept.extend(items)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 10_000 * 60
