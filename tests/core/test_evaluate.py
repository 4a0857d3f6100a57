"""Measuring on a folder whose sub-folders are the right answers."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import COLOURS, CountingEncoder, add, category, host_of, in_memory, result, save_many, truth

from nomina.errors import BadInput, LibraryBusy, LibraryError
from nomina.evaluate import Plan, draws, evaluate_folder
from nomina.evaluate.labelled import LabelledSet
from nomina.evaluate.report import _kept_together, report
from nomina.evaluate.results import Kept
from nomina.evaluate.tally import Answers, Tally
from nomina.library import Library, temporary_library
from nomina.testing import ColourEncoder, save_picture


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Four pictures for each of five colours, in folders of the colours' names."""
    for i, name in enumerate(COLOURS[:5]):
        for j in range(4):
            save_picture(tmp_path / name / f"{j}.png", name, seed=10 * i + j, size=(8, 6))
    (tmp_path / "README.txt").write_text("not a category")
    (tmp_path / ".hidden").mkdir()
    return tmp_path


class Wordless(ColourEncoder):
    """Knows pictures only."""

    spec = dataclasses.replace(ColourEncoder.spec, id="wordless@1", title="Wordless", words=None)


# What is measured ------------------------------------------------------------------------------------------------


def test_colours_are_named_right_by_words_and_by_examples(
    library: Library, encoder: CountingEncoder, answers: Path
) -> None:
    found = result(evaluate_folder(library, answers, Plan((0, 1, 2), seeds=3)))
    assert (found.name, found.pictures, found.categories) == (answers.name, 20, dict.fromkeys(sorted(COLOURS[:5]), 4))
    assert [row.shots for row in found.rows] == [0, 1, 2]
    assert [row.shown.mean for row in found.rows] == [0, 1, 2]
    assert [row.asked for row in found.rows] == [20, 15, 10]
    assert [row.draws for row in found.rows] == [1, 3, 3]
    for row in found.rows:
        assert set(row.methods) == ({"fused", "words", "pictures"} if row.shots else {"fused", "words"})
        for measured in row.methods.values():
            assert measured.accuracy.mean == measured.category_accuracy.mean == 1
            assert set(measured.per_category.values()) == {1.0}
        fused = row.methods["fused"]
        assert fused.answered is not None
        assert fused.answered.mean == 1
        assert np.trace(fused.confusion or ()) == row.asked * row.draws
        assert fused.coverage is None, "a dozen labels promise nothing"
    assert encoder.encoded == 20, "each picture once"


def test_what_was_taught_is_taken_back(library: Library, answers: Path) -> None:
    verb = evaluate_folder(library, answers, Plan((0, 1), 2, mixed=True, leave_out=0.4, incremental=2))
    before = None
    for _ in verb:
        if before is None and len(library.store.image_keys()) == 20 and len(library.store.categories()) == 5:
            before = truth(library)
        assert library.store.labels() == [], "between two steps nothing is taught"
    assert truth(library) == before


def test_what_was_read_is_kept_for_another_time(answers: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Stopped while the first set was measured, the second time begins with measuring, and finds the same."""
    kept, encoder, plan = tmp_path_factory.mktemp("a") / "place" / "to keep", CountingEncoder(), Plan((0, 1), 2)
    with closing(temporary_library(host_of(encoder), kept)) as library:
        verb = evaluate_folder(library, answers, plan)
        next(step for step in verb if step.note.endswith(", fused"))
        verb.close()
        with pytest.raises(LibraryBusy, match="is open elsewhere"):
            temporary_library(host_of(), kept)
    assert encoder.encoded == 20
    with closing(temporary_library(host_of(encoder), kept)) as library:
        assert not library.store.image_keys(), "rows are kept, and nothing that was taught"
        again = report([result(evaluate_folder(library, answers, plan))], plan, library.spec)
    assert encoder.encoded == 20, "each picture once in both"
    with in_memory() as library:
        afresh = report([result(evaluate_folder(library, answers, plan))], plan, library.spec)
    assert without_seconds(again) == without_seconds(afresh)
    with pytest.raises(LibraryError, match=r"README.txt.* cannot be made: (file exists|.*already exists)"):
        temporary_library(host_of(), answers / "README.txt")


def test_stopping_in_the_middle_takes_back_too(library: Library, answers: Path) -> None:
    verb = evaluate_folder(library, answers, Plan((1,), 3))
    progress = next(step for step in verb if step.note.endswith(", pictures"))
    assert progress.done == 1
    assert not any(each.words for each in library.store.categories())
    verb.close()
    assert library.store.labels() == []
    assert all(each.words for each in library.store.categories())


def test_names_that_say_nothing_are_learned_from_examples(library: Library, answers: Path) -> None:
    for i, name in enumerate(COLOURS[:5]):
        (answers / name).rename(answers / f"thing {i}")
    words, two = result(evaluate_folder(library, answers, Plan((0, 2), 4))).rows
    assert words.methods["fused"].accuracy.mean < 0.7
    assert two.methods["pictures"].accuracy.mean > 0.9
    assert two.gap == two.methods["fused"].accuracy.mean - two.methods["pictures"].accuracy.mean
    assert words.gap is None


def test_measuring_twice_gives_the_same_numbers(answers: Path) -> None:
    plan = Plan((0, 1), 2, mixed=True, rivals=True, incremental=2)
    tables = []
    for _ in range(2):
        with in_memory() as library:
            tables.append(
                without_seconds(report([result(evaluate_folder(library, answers, plan))], plan, library.spec))
            )
    assert tables[0] == tables[1]


def without_seconds(value: object) -> object:
    if isinstance(value, dict):
        clocks = {"seconds", "reading", "measuring"}
        return {key: without_seconds(each) for key, each in value.items() if key not in clocks}
    return [without_seconds(each) for each in value] if isinstance(value, list) else value


def test_pictures_of_categories_that_were_left_out_are_told_from_the_others(library: Library, answers: Path) -> None:
    (row,) = result(evaluate_folder(library, answers, Plan((2,), 4, leave_out=0.4))).rows
    assert row.unknowns is not None
    assert row.unknowns.left_out == 2
    assert row.unknowns.auroc.mean > 0.9
    assert row.unknowns.auroc_of_score.mean > 0.9
    assert row.unknowns.called_none.mean > row.unknowns.known_called_none.mean
    assert len(library.store.categories()) == 5, "they came back"


def test_mixed_evidence_is_measured_beside_the_rows(library: Library, answers: Path) -> None:
    found = result(evaluate_folder(library, answers, Plan((1,), 6, mixed=True, leave_out=0)))
    assert found.mixed is not None
    assert (found.mixed.shots, found.mixed.draws) == (None, 6)
    assert 0 <= found.mixed.shown.least < found.mixed.shown.most <= 2
    assert found.mixed.methods["fused"].accuracy.mean == 1, "words stand in where there are no examples"
    assert found.mixed.methods["pictures"].accuracy.mean <= 1


def test_categories_that_come_in_turn_change_nothing_of_the_earlier_ones(library: Library, answers: Path) -> None:
    (row,) = result(evaluate_folder(library, answers, Plan((1,), 3, leave_out=0, incremental=2))).rows
    turn = row.incremental
    assert turn is not None
    assert (turn.stages, turn.changed_rankings, turn.changed_scores) == (3, 0, 0)
    assert turn.intrinsic_forgetting is not None
    assert turn.intrinsic_forgetting.mean == 0
    assert turn.last.mean == row.methods["fused"].accuracy.mean, "the end is the same, whatever the order"
    assert turn.average.mean == 1
    assert turn.forgetting is not None
    assert turn.forgetting.mean == 0
    assert turn.forward is not None
    assert turn.forward.mean == pytest.approx(1 - (1 / 4 + 1 / 5) / 2), "right by words before, less chance"
    assert len(library.store.categories()) == 5


def test_all_at_once_is_one_stage(library: Library, answers: Path) -> None:
    (row,) = result(evaluate_folder(library, answers, Plan((0,), 1, leave_out=0, incremental=9))).rows
    assert row.incremental is not None
    assert (row.incremental.stages, row.incremental.forgetting, row.incremental.forward) == (1, None, None)


# Few pictures, odd pictures, other encoders ----------------------------------------------------------------------


def test_a_category_with_few_pictures_shows_what_it_can_spare(library: Library, answers: Path) -> None:
    for name in ("1.png", "2.png", "3.png"):
        (answers / "red" / name).unlink()
    found = result(evaluate_folder(library, answers, Plan((50,), 2)))
    (row,) = found.rows
    assert found.short == {"red": 0} | dict.fromkeys(["blue", "lime", "magenta", "yellow"], 2)
    assert (row.shown.least, row.shown.most, row.asked) == (0, 2, 9)
    assert "too few pictures" in found.notes[0]
    assert row.methods["fused"].accuracy.mean == 1, "red is known by its word"
    assert row.methods["pictures"].per_category["red"] == 0, "nothing is known of it"


def test_unreadable_pictures_and_pictures_under_two_categories_are_named_and_left_out(
    library: Library, answers: Path
) -> None:
    (answers / "red" / "broken.png").write_bytes(b"not a picture")
    shutil.copy(answers / "red" / "0.png", answers / "blue" / "also red.png")
    shutil.copy(answers / "red" / "1.png", answers / "red" / "1 again.png")
    found = result(evaluate_folder(library, answers, Plan((0, 1), 2, rivals=True, incremental=2)))
    assert found.pictures == 19
    assert found.categories["red"] == 3, "a copy within a category is the same picture"
    reasons = {each.path.name: each.reason for each in found.skipped}
    assert set(reasons) == {"broken.png", "0.png", "also red.png"}
    assert reasons["0.png"] == reasons["also red.png"] == "the same picture lies under “blue” and “red”"


def test_an_encoder_without_words_is_measured_by_pictures(answers: Path) -> None:
    with in_memory(Wordless()) as library:
        found = result(evaluate_folder(library, answers, Plan((0, 2), 2, mixed=True, rivals=True, incremental=2)))
    (row,) = found.rows
    assert row.shots == 2
    assert set(row.methods) == {"fused", "nearest_mean", "knn", "logistic"}
    assert row.methods["fused"].accuracy.mean == 1
    assert row.gap is None
    assert row.incremental is not None
    assert row.incremental.forward is None
    assert found.notes[0].startswith("Wordless knows no words")
    with in_memory(Wordless()) as library, pytest.raises(BadInput, match="Wordless knows no words"):
        result(evaluate_folder(library, answers, Plan((0,))))


def test_what_cannot_be_measured_is_said_in_a_sentence(
    library: Library, answers: Path, tmp_path: Path, pictures: list[Path]
) -> None:
    for folder in (answers / "red", tmp_path / "nowhere", answers / "README.txt"):
        with pytest.raises(BadInput, match="has no sub-folders to be the categories"):
            result(evaluate_folder(library, folder))
    one = shutil.copytree(answers / "red", answers.parent / f"{answers.name}-one" / "red").parent
    with pytest.raises(BadInput, match="has one category only, “red”"):
        result(evaluate_folder(library, one))
    category(library, "red")
    with pytest.raises(BadInput, match="The library is not empty"):
        result(evaluate_folder(library, answers))
    with in_memory() as other:
        add(other, *pictures[:1])
        with pytest.raises(BadInput, match="The library is not empty"):
            result(evaluate_folder(other, answers))


def test_a_category_without_pictures_is_said_before_anything_is_read(
    library: Library, encoder: CountingEncoder, answers: Path
) -> None:
    (answers / "zebra").mkdir()
    with pytest.raises(BadInput, match="There are no pictures in"):
        result(evaluate_folder(library, answers))
    assert encoder.encoded == 0
    (answers / "zebra" / "broken.png").write_bytes(b"not a picture")
    with pytest.raises(BadInput, match=r"No picture of .*zebra” can be used"):
        result(evaluate_folder(library, answers))


def test_two_categories_of_the_same_pictures_have_no_right_answer(library: Library, tmp_path: Path) -> None:
    for name in ("red", "blue"):
        save_many(tmp_path / name, 3)
    with pytest.raises(BadInput, match=r"No picture of .*blue” can be used"):
        result(evaluate_folder(library, tmp_path))


@pytest.mark.parametrize(
    "wrong", [{"shots": ()}, {"shots": (-1,)}, {"shots": (1, 1)}, {"seeds": 0}, {"leave_out": 1.0}, {"incremental": -1}]
)
def test_a_plan_that_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        Plan(**wrong)  # type: ignore[arg-type]


# Draws -----------------------------------------------------------------------------------------------------------


def labelled(sizes: list[int]) -> LabelledSet:
    right = np.repeat(np.arange(len(sizes)), sizes)
    return LabelledSet(Path("set"), tuple(range(len(sizes))), np.arange(len(right)), right, ())  # type: ignore[arg-type]


@given(st.lists(st.integers(1, 20), min_size=2, max_size=6), st.integers(0, 16), st.integers(0, 9))
def test_every_category_keeps_pictures_to_be_asked(sizes: list[int], shots: int, seed: int) -> None:
    of = labelled(sizes)
    for draw in (draws.same_for_all(of, shots, seed), draws.mixed(of, seed)):
        shown = np.bincount(of.right[draw.shown], minlength=len(sizes))
        asked = np.bincount(of.right[draw.asked], minlength=len(sizes))
        assert (shown + asked).tolist() == sizes
        assert (asked >= np.where(np.array(sizes) >= 4, 2, 1)).all()
        assert (shown <= 16).all()
    shown = np.bincount(of.right[draws.same_for_all(of, shots, seed).shown], minlength=len(sizes))
    assert (shown == np.minimum(shots, draws.most_shown(of.sizes))).all()


@given(st.integers(2, 30), st.floats(0.01, 0.99), st.integers(0, 9))
def test_some_categories_are_left_out_and_some_stay(categories: int, share: float, seed: int) -> None:
    out = draws.left_out(categories, share, seed)
    assert 1 <= out.sum() <= categories - 1
    assert abs(out.sum() - share * categories) <= 1


@given(st.integers(1, 30), st.integers(1, 9), st.integers(0, 9))
def test_every_category_arrives_once(categories: int, step: int, seed: int) -> None:
    stages = draws.arrival(categories, step, seed)
    assert sorted(column for stage in stages for column in stage) == list(range(categories))
    assert {len(stage) for stage in stages[:-1]} <= {step}


def test_seeds_differ() -> None:
    of = labelled([20, 20, 20])
    assert len({draws.same_for_all(of, 4, seed).shown.tobytes() for seed in range(10)}) == 10
    assert len({draws.mixed(of, seed).shown.tobytes() for seed in range(10)}) == 10
    assert len({str(draws.arrival(12, 2, seed)) for seed in range(10)}) == 10


# The report ------------------------------------------------------------------------------------------------------


@pytest.fixture
def two_sets(answers: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The report on five colours, and on two of the same under names that say nothing."""
    other = tmp_path_factory.mktemp("other")
    for i, name in enumerate(COLOURS[:2]):
        shutil.copytree(answers / name, other / f"thing {i}")
    plan = Plan((0, 1), 2, mixed=True, incremental=1)
    results = []
    for folder in (answers, other):
        with in_memory() as library:
            results.append(result(evaluate_folder(library, folder, plan)))
            spec = library.spec
    return json.loads(json.dumps(report(results, plan, spec)))


def test_the_report_is_plain_json_with_means_over_the_sets(two_sets: Any) -> None:
    assert two_sets["format"] == 1
    assert two_sets["plan"]["shots"] == [0, 1]
    first, second = two_sets["sets"]
    for i, row in enumerate(two_sets["mean"]["rows"]):
        accuracies = [each["rows"][i]["methods"]["fused"]["accuracy"]["mean"] for each in (first, second)]
        assert row["methods"]["fused"]["accuracy"] == pytest.approx(np.mean(accuracies))
        assert row["incremental"]["changed_rankings"] == 0
    assert "top_5" not in first["rows"][0]["methods"]["fused"], "no number where there are five categories or fewer"
    assert "per_category" not in two_sets["mean"]["rows"][0]["methods"]["fused"]
    worst = two_sets["mean"]["worst_gap"]
    assert worst["shots"] == 1
    assert (
        worst["gap"]
        == two_sets["mean"]["rows"][1]["worst_gap"]["gap"]
        == min(s["rows"][1]["gap"] for s in two_sets["sets"])
    )
    assert two_sets["mean"]["mixed"]["worst_gap"]["set"] in {first["name"], second["name"]}
    assert two_sets["mean"]["mixed"]["methods"]["fused"]["sets"] == 2
    assert "ece_by_labels" not in first["mixed"]["methods"]["fused"], "so few labels set no temperature"
    assert first["rows"][1]["methods"]["fused"]["ece_shipped"] == first["rows"][1]["methods"]["fused"]["ece"]


def test_every_key_is_documented(two_sets: Any) -> None:
    documented = (Path(__file__).parents[2] / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    free = {"categories", "short", "per_category", "methods"}  # what is inside is named by the set, or documented apart

    def keys(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for key, each in value.items():
                yield key
                if key in free:
                    yield from (inner for item in each.values() for inner in keys(item))
                else:
                    yield from keys(each)
        elif isinstance(value, list):
            for each in value:
                yield from keys(each)

    assert {key for key in keys(two_sets) if f"`{key}`" not in documented} == set()


def test_coverage_is_told_by_how_many_examples_a_category_has(tmp_path: Path) -> None:
    """Three categories of 1, 2 and 20 examples; too few labels tell what the first one's threshold is worth."""
    with in_memory() as library:
        kinds = tuple(category(library, name) for name in COLOURS[:3])
    right = np.repeat(np.arange(3), 4)
    labelled = LabelledSet(tmp_path, kinds, np.arange(12), right, ())
    sets = np.zeros((12, 3), bool)
    sets[[0, 4, 5, 6, 8, 9], right[[0, 4, 5, 6, 8, 9]]] = True
    tally = Tally(labelled)
    nobody = draws.Draw(np.zeros(12, bool))
    said = Answers(np.eye(3, dtype=np.float32)[right], right, sets=sets, buckets=np.array([-1, 2, 4]))
    for _ in range(2):
        tally.add(nobody, said, 0.0)
    measured = tally.measured()
    assert measured.coverage is None, "not every category has a threshold that holds"
    assert measured.kept == (Kept("2-3", 0.75, 8), Kept("9+", 0.5, 8))
    assert _kept_together([Kept("9+", 0.5, 30), Kept("9+", 0.9, 10)]) == pytest.approx(
        {"coverage": 0.7, "together": 0.6, "asked": 40, "sets": 2}
    )
    tally.add(nobody, dataclasses.replace(said, buckets=np.array([2, 2, 4])), 0.0)
    assert tally.measured().coverage is not None
