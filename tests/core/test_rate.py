"""How fast work goes, and how long the rest takes: by what was done lately, whatever came before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nomina.domain import Progress
from nomina.rate import SHORT, WINDOW, Rate


class Work:
    """A thousand pictures, and a clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0
        self.done = 0
        self.rate = Rate(lambda: self.now)
        self.go(0, 0.0)

    def go(self, pictures: int, seconds: float, note: str = "Reading pictures") -> None:
        self.now += seconds
        self.done += pictures
        self.rate.take(Progress(self.done, 1000, note))


def test_what_was_done_lately_counts_and_not_the_beginning() -> None:
    work = Work()
    assert (work.rate.a_second, work.rate.left) == (None, None)
    work.go(1, 0.1)
    assert work.rate.a_second is None, "a tenth of a second says nothing"
    for _ in range(20):
        work.go(8, 1.0)
    assert work.rate.a_second == pytest.approx(8, rel=0.01)
    for _ in range(40):
        work.go(2, 1.0)
    assert work.rate.a_second == pytest.approx(2, rel=0.01)
    assert work.rate.left == pytest.approx((1000 - work.done) / 2, rel=0.01)


def test_files_that_are_known_or_left_out_promise_nothing_of_the_rest() -> None:
    """They are passed by the hundred in no time, before the work and in between."""
    work = Work()
    work.go(600, 0.4)
    work.go(8, 2.0)
    assert work.rate.a_second == pytest.approx(4)
    assert work.rate.left == pytest.approx(392 / 4)
    work.go(100, 0.3)
    work.go(8, 2.0)
    assert work.rate.a_second == pytest.approx(4)


def test_a_rest_and_other_work_are_not_counted() -> None:
    work = Work()
    for _ in range(5):
        work.go(8, 1.0)
    work.rate.rest()
    work.go(0, 3600.0)
    assert work.rate.a_second == pytest.approx(8)
    work.go(8, 1.0)
    assert work.rate.a_second == pytest.approx(8)
    work.go(0, 0.0, "Learning what counts as near")
    assert work.rate.a_second is None


def test_work_that_hangs_is_told_to_take_longer() -> None:
    work = Work()
    work.go(8, 1.0)
    before = work.rate.left
    work.go(0, 9.0)
    assert before is not None
    assert work.rate.left == pytest.approx(10 * before)


@given(st.lists(st.tuples(st.integers(0, 500), st.floats(0.0, 20.0)), max_size=60))
def test_no_work_goes_backwards_and_little_of_it_is_kept(steps: list[tuple[int, float]]) -> None:
    work = Work()
    for pictures, seconds in steps:
        work.go(pictures, seconds)
        a_second, left = work.rate.a_second, work.rate.left
        assert a_second is None or a_second >= 0.0
        assert left is None or left * (a_second or 0.0) == pytest.approx(1000 - work.done)
    assert len(work.rate._stretches) <= 2 * WINDOW / SHORT + 2
