"""The map with its groups pulled apart: neighbours stay neighbours, it is kept, later pictures find their place."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from tests.core.helpers import in_memory, result

from nomina.domain import Reading
from nomina.errors import NominaError
from nomina.library import Library
from nomina.plane import picture_map
from nomina.unfolded import kept_unfolded_map, unfolded_map

GROUPS, EACH = 6, 20


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    """Pictures of six groups, each in a direction of its own, so that no plane keeps them apart."""
    pytest.importorskip("openTSNE")
    with in_memory() as made:
        put(made, range(GROUPS * EACH))
        yield made


def put(library: Library, numbers: range) -> None:
    wide = library.spec.dimension
    rows, readings = {}, [Reading(Path(f"/made/{n}.png"), f"{n:032x}", 1, 1, 8, 8) for n in numbers]
    for number, reading in zip(numbers, readings, strict=True):
        row = 0.12 * np.random.default_rng(number).normal(size=wide)
        row[number % GROUPS] += 1
        rows[reading.hash] = (row / np.linalg.norm(row)).astype(np.float32)
    library.put_derived(rows, {}, {})
    with library.step("Put"):
        for reading in readings:
            library.store.put_place(library.store.put_image(reading), reading)


def mixed(places: np.ndarray) -> float:
    """How often the nearest point is of another group."""
    apart = np.linalg.norm(places[:, None] - places[None], axis=2)
    np.fill_diagonal(apart, np.inf)
    group = np.arange(len(places)) % GROUPS
    return float((group[apart.argmin(axis=1)] != group).mean())


def test_groups_that_the_plane_lays_on_each_other_are_pulled_apart(library: Library) -> None:
    flat = result(picture_map(library))
    steps, verb = [], unfolded_map(library)
    while True:
        try:
            steps.append(next(verb))
        except StopIteration as stop:
            made = stop.value
            break
    assert made.ids.tolist() == library.scores.ids.tolist()
    assert mixed(flat.places) > 0.2
    assert mixed(made.places) < 0.03
    assert 0.5 < made.told <= 1.0
    assert np.hypot(*made.places.T).max() < 1.5
    assert {step.total for step in steps} == {None, 500}
    assert [step.done for step in steps] == sorted(step.done for step in steps)


def test_it_is_kept_and_later_pictures_lie_beside_what_they_are_like(library: Library) -> None:
    made = result(unfolded_map(library))
    found = kept_unfolded_map(library)
    assert found is not None
    assert (found.places == made.places).all()
    put(library, range(GROUPS * EACH, GROUPS * EACH + GROUPS))
    grown = kept_unfolded_map(library)
    assert grown is not None
    assert (grown.places[: len(made.ids)] == made.places).all(), "what was there stays where it was"
    assert mixed(grown.places) < 0.03
    assert kept_unfolded_map(library, newer=0.0) is None
    library.undo()
    again = kept_unfolded_map(library)
    assert again is not None
    assert again.ids.tolist() == made.ids.tolist()


def test_a_damaged_one_and_one_of_other_pictures_are_made_again(library: Library) -> None:
    result(unfolded_map(library))
    (file,) = (library.folder / "cache" / "map").glob("*-unfolded.npz")
    put(library, range(1000, 1000 + EACH))
    assert kept_unfolded_map(library) is None, "too many are new"
    library.undo()
    assert kept_unfolded_map(library) is not None
    file.write_bytes(file.read_bytes()[:500])
    assert kept_unfolded_map(library) is None


def test_it_stops_when_it_is_told_to(library: Library) -> None:
    for file in (library.folder / "cache" / "map").glob("*-unfolded.npz"):
        file.unlink()
    verb = unfolded_map(library)
    while next(verb).total is None:
        pass
    verb.close()
    assert kept_unfolded_map(library) is None


def test_few_pictures_need_no_pulling_and_nothing_is_no_error() -> None:
    pytest.importorskip("openTSNE")
    with in_memory() as library:
        assert len(result(unfolded_map(library)).ids) == 0
        put(library, range(7))
        assert result(unfolded_map(library)).places.shape == (7, 2)


def test_without_the_extra_it_is_said_what_to_install(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    known = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "openTSNE" else known(name))
    with pytest.raises(NominaError, match="needs openTSNE") as told:
        next(unfolded_map(library))
    assert "nomina[map]" in told.value.hint
