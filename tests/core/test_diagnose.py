"""What is found wrong with a category, which words fit it, and which pictures it would like to be asked about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import COLOURS, CountingEncoder, add, category, in_memory, save_many, truth

from nomina.categories import change_category
from nomina.doctor import FEWEST_TO_SPLIT, Diagnosis, Fault, diagnose, parted, two_means
from nomina.domain import EncoderSpec, Rows
from nomina.errors import BadInput, NotFound
from nomina.library import Library
from nomina.reference import unit
from nomina.teach import label, unlabel
from nomina.testing import save_picture
from nomina.wording import above, rank_wordings


class Blind(CountingEncoder):
    """An encoder that knows no words."""

    def __init__(self) -> None:
        super().__init__()
        seen = CountingEncoder.spec
        self.spec = EncoderSpec("blind@1", "Blind", seen.dimension, None, seen.pictures, "cpu")


class Dark(CountingEncoder):
    """An encoder to which every picture is nothing."""

    def encode_pixels(self, pixels: object) -> Rows:
        return np.zeros_like(super().encode_pixels(pixels))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def hundred(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return save_many(tmp_path_factory.mktemp("hundred"), 120)


@pytest.fixture(scope="module")
def shared(hundred: list[Path]) -> Iterator[Library]:
    """Twelve pictures of each of ten colours; red, lime and blue have eight examples each. Who writes undoes."""
    with in_memory() as library:
        add(library, *hundred)
        for name in COLOURS[:3]:
            category(library, name)
            label(library, of(library, name)[:8], at(library, name))
        yield library


@pytest.fixture
def taught(shared: Library) -> Iterator[Library]:
    before = len(shared.history.done)
    yield shared
    while len(shared.history.done) > before:
        shared.undo()


def of(library: Library, colour: str) -> list[int]:
    return [image.id for image in library.store.images() if image.path is not None and colour in image.path.stem]


def at(library: Library, name: str) -> int:
    found = library.store.category_named(name)
    assert found is not None
    return found.id


def found(diagnosis: Diagnosis) -> set[Fault]:
    return {each.fault for each in diagnosis.findings}


def test_a_sound_category_has_no_fault_and_its_next_pictures_are_unlabelled(taught: Library) -> None:
    before = truth(taught)
    seen = diagnose(taught, at(taught, "red"))
    assert found(seen) == set()
    assert seen.examples == 8
    assert [each.text for each in seen.wordings] == ["red"]
    assert seen.wordings[0].worth == 1.0
    labelled = {each.image_id for each in taught.store.labels()}
    assert len(seen.next) == 10
    assert labelled.isdisjoint(each.image_id for each in seen.next)
    assert seen.next == diagnose(taught, at(taught, "red")).next
    assert truth(taught) == before


def test_too_few_examples(taught: Library) -> None:
    unlabel(taught, of(taught, "red")[3:8])
    (finding,) = diagnose(taught, at(taught, "red")).findings
    assert (finding.fault, finding.value, finding.bound) == (Fault.FEW, 3, 4)


def test_an_example_of_another_category_is_an_outlier(taught: Library) -> None:
    stray = of(taught, "blue")[9]
    label(taught, [stray], at(taught, "red"))
    findings = {each.fault: each for each in diagnose(taught, at(taught, "red")).findings}
    assert findings[Fault.OUTLIER].images.tolist() == [stray]
    assert findings[Fault.OUTLIER].value > findings[Fault.OUTLIER].bound
    assert Fault.OUTLIER not in found(diagnose(taught, at(taught, "blue")))


def test_two_kinds_under_one_name_are_told_apart(taught: Library) -> None:
    yellow = of(taught, "yellow")[:6]
    label(taught, yellow, at(taught, "blue"))
    findings = {each.fault: each for each in diagnose(taught, at(taught, "blue")).findings}
    assert findings[Fault.TWO_KINDS].images.tolist() == yellow


def test_the_same_thing_under_two_names_overlaps(taught: Library) -> None:
    category(taught, "twin", words=False)
    half = of(taught, "red")[:8:2]
    label(taught, half, at(taught, "twin"))
    seen = diagnose(taught, at(taught, "twin"))
    (finding,) = [each for each in seen.findings if each.fault is Fault.OVERLAP]
    assert finding.other == at(taught, "red")
    assert not finding.words
    assert set(finding.images.tolist()) <= set(of(taught, "red"))


def test_two_names_that_mean_the_same_overlap_before_any_example(taught: Library) -> None:
    category(taught, "#ff0000")
    (overlap,) = [each for each in diagnose(taught, at(taught, "#ff0000")).findings if each.fault is Fault.OVERLAP]
    assert overlap.words
    assert overlap.other == at(taught, "red")
    change_category(taught, at(taught, "#ff0000"), words=False)
    assert Fault.OVERLAP not in found(diagnose(taught, at(taught, "#ff0000")))


def test_words_that_do_not_fit_are_told_and_better_ones_come_first(taught: Library) -> None:
    change_category(taught, at(taught, "red"), name="cyan")
    seen = diagnose(taught, at(taught, "cyan"), ["red", "lime"])
    assert Fault.WORDS in found(seen)
    assert (seen.wordings[0].text, seen.wordings[0].own) == ("red", False)
    assert {each.text for each in seen.wordings} == {"red", "lime", "cyan"}


def test_own_wordings_are_ranked_one_by_one(taught: Library) -> None:
    change_category(taught, at(taught, "red"), synonyms=["lime"], description="red")
    assert [each.text for each in rank_wordings(taught, at(taught, "red"))] == ["red", "lime"]


# Bad input -------------------------------------------------------------------------------------------------------


def test_nothing_known_or_gone(library: Library) -> None:
    lonely = category(library, "red")
    seen = diagnose(library, lonely.id)
    assert found(seen) == {Fault.FEW}
    assert (seen.examples, seen.wordings, seen.next) == (0, (), ())
    with pytest.raises(NotFound):
        diagnose(library, 99)
    with pytest.raises(BadInput, match="Too few pictures"):
        rank_wordings(library, lonely.id)


def test_a_candidate_that_is_no_name_is_refused(taught: Library) -> None:
    with pytest.raises(BadInput, match="empty"):
        diagnose(taught, at(taught, "red"), ["  "])


def test_one_example(library: Library, pictures: list[Path]) -> None:
    ids = add(library, *pictures).new
    only = category(library, "red", words=False)
    label(library, ids[:1], only.id)
    seen = diagnose(library, only.id)
    assert found(seen) == {Fault.FEW}
    assert len(seen.next) == 10


def test_all_examples_alike(library: Library, tmp_path: Path) -> None:
    add(library, *(save_picture(tmp_path / f"{i}.png", "red", seed=0, size=(8 + i, 6)) for i in range(12)))
    red = category(library, "red")
    label(library, library.scores.ids.tolist(), red.id)
    assert found(diagnose(library, red.id)) == set()


def test_very_many_examples_of_one_and_none_of_the_others(library: Library, hundred: list[Path]) -> None:
    ids = add(library, *hundred).new
    full, empty = category(library, "red"), category(library, "lime")
    label(library, ids, full.id)
    assert Fault.FEW not in found(diagnose(library, full.id))
    assert Fault.FEW in found(diagnose(library, empty.id))
    assert diagnose(library, full.id).next == ()


def test_rows_of_zeros(pictures: list[Path]) -> None:
    with in_memory(Dark()) as library:
        ids = add(library, *pictures).new
        first, second = category(library, "red"), category(library, "lime")
        label(library, ids[:20], first.id)
        label(library, ids[20:30], second.id)
        for each in (first, second):
            seen = diagnose(library, each.id)
            assert Fault.TWO_KINDS not in found(seen)
            assert seen.wordings[0].worth == 0.5


def test_an_encoder_without_words(pictures: list[Path]) -> None:
    with in_memory(Blind()) as library:
        ids = add(library, *pictures).new
        kinds = [category(library, name) for name in COLOURS]
        for i, each in enumerate(kinds):
            label(library, ids[i::10], each.id)
        seen = diagnose(library, kinds[0].id)
        assert seen.wordings == ()
        assert found(seen) == set()
        with pytest.raises(BadInput, match="knows no words"):
            rank_wordings(library, kinds[0].id)


# Parts -----------------------------------------------------------------------------------------------------------


@given(st.integers(2, 30), st.integers(0, 1000))
def test_halves_do_not_depend_on_the_order_of_the_examples(count: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    rows = unit(rng.normal(size=(count, 8)).astype(np.float32))
    half, order = two_means(rows), rng.permutation(count)
    again = two_means(rows[order])
    assert (again == half[order]).all() or (again != half[order]).all()
    if half.any():
        assert not half.all()
        assert -2 <= parted(rows, half) <= 2


def test_two_far_apart_groups_are_the_halves() -> None:
    rng = np.random.default_rng(0)
    centres = np.eye(8, dtype=np.float32)[[0] * FEWEST_TO_SPLIT + [1] * 5]
    rows = unit(centres + rng.normal(0, 0.05, centres.shape).astype(np.float32))
    half = two_means(rows)
    assert len(set(half[:FEWEST_TO_SPLIT])) == len(set(half[FEWEST_TO_SPLIT:])) == 1
    assert half[0] != half[-1]
    assert parted(rows, half) > 0.05


@given(st.lists(st.integers(0, 5), min_size=1), st.lists(st.integers(0, 5), min_size=1))
def test_above_counts_all_pairs(ones: list[int], others: list[int]) -> None:
    counted = np.mean([(a > b) + (a == b) / 2 for a in ones for b in others])
    assert above(np.array(ones, np.float32), np.array(others, np.float32)) == pytest.approx(counted)
