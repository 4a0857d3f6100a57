"""A few minutes of the work that soak.py does for hours."""

from __future__ import annotations

from tests.proofs.soak import soak


def test_a_person_works_on_through_faults_and_nothing_is_held() -> None:
    found = soak(100)
    assert found.wrong == [], "scores are, to the bit, those of a library opened afresh"
    assert found.acts.total() == 100
    first, last = found.held
    assert last.threads == first.threads
    assert last.files <= first.files + 5, "files that the first minutes open once"
