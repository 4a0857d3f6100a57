"""What comes from elsewhere may be damaged in any way: a few dozen of the files that tests/proofs/fuzz.py makes."""

from __future__ import annotations

import pytest
from tests.proofs.fuzz import read_all
from tests.proofs.intake import ROOMS
from tests.proofs.mutation import damaged

TRIED = 40


@pytest.mark.parametrize("room", ROOMS)
def test_whatever_is_damaged_is_read_or_refused_in_words(room: str) -> None:
    found = read_all(room, range(TRIED))
    assert found.faults == {}
    assert found.tried == TRIED


def test_a_number_names_the_same_file_each_time_and_others_are_other_files() -> None:
    whole = bytes(range(256)) * 4
    files = [damaged(whole, number, [b"another"]) for number in range(100)]
    assert files == [damaged(whole, number, [b"another"]) for number in range(100)]
    assert len(set(files)) > 90
    assert damaged(b"", 1) == damaged(b"", 1), "nothing is a file too"
