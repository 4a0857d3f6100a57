"""A few hundred of the files that many_files.py plants by the hundred thousand."""

from __future__ import annotations

from tests.proofs.many_files import take_in


def test_damaged_files_links_in_a_loop_and_odd_names_stop_nothing() -> None:
    taken = take_in(600)
    assert taken.wrong == []
    assert (taken.new, taken.labelled, taken.reasons.total()) == (540, 540, 60)
