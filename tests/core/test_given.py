"""Examples that came in a category pack, without their pictures, teach as the pictures would: exactly, and no more."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.export_helpers import export
from tests.core.helpers import add, category, columns, in_memory, opened, score, truth
from tests.core.import_helpers import take
from tests.core.test_pack import OtherColours
from tests.properties import examples

from nomina.answer import predict
from nomina.calibrate import leave_one_out, thresholds
from nomina.categories import category_named, remove_category
from nomina.doctor import Fault, diagnose
from nomina.errors import BadInput
from nomina.library import Library
from nomina.packs import Pack, PackCategory, read_pack, write_pack
from nomina.review import accuracy_estimate, review_queue
from nomina.teach import forget_given, label, unlabel


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory, pictures: list[Path]) -> list[Path]:
    """Two packs of “warm” and “cold”, from two libraries that have different pictures of them. Read only."""
    folder, out = tmp_path_factory.mktemp("packs"), []
    for number, own in enumerate((pictures[:10], pictures[10:20])):
        with in_memory() as library:
            ids = add(library, *own).new
            for name, at, away in (("warm", [0, 3, 4], [2]), ("cold", [2, 5], [0, 8])):
                made = category(library, name, synonyms=[f"{name} {number}"])
                label(library, [ids[i] for i in at], made.id)
                label(library, [ids[i] for i in away], made.id, accepted=False)
            out.append(folder / f"{number}.nomina-pack")
            export(library, "pack", out[-1])
    return out


def rows(library: Library) -> dict[str, tuple[int, int]]:
    """How many examples and rejects without a picture each category has."""
    out = {}
    for each in library.store.categories():
        counts = library.store.given_counts(each.id)
        out[each.name] = (sum(yes for _, yes, _ in counts), sum(no for _, _, no in counts))
    return out


def test_they_count_as_the_pictures_do_where_they_came_from(tmp_path: Path, pictures: list[Path]) -> None:
    with in_memory() as home, in_memory() as away:
        ids = add(home, *pictures).new
        red, batch = category(home, "red", unlike=["blue"]), category(home, "batch 7", words=False)
        label(home, ids[:8:3], red.id)
        label(home, ids[1:8:3], red.id, accepted=False)
        label(home, ids[2:8:3], batch.id)
        export(home, "pack", tmp_path / "a.nomina-pack")
        add(away, *pictures[10:])
        done = take(away, tmp_path / "a.nomina-pack")
        assert (done.given, done.notes) == ({"red": 6, "batch 7": 2}, [])
        assert rows(away) == {"red": (3, 3), "batch 7": (2, 0)}
        mine = {each.name: home.scores.column(each.id)[10:].tobytes() for each in home.store.categories()}
        assert columns(away) == mine, "to the last bit"
        export(away, "pack", tmp_path / "b.nomina-pack")
        with in_memory() as third:
            add(third, *pictures[10:])
            take(third, tmp_path / "b.nomina-pack")
            assert columns(third) == mine, "and on to the next library"


def test_an_import_is_one_step_and_leaves_no_trace_when_it_is_undone(packs: list[Path], pictures: list[Path]) -> None:
    with in_memory() as library:
        add(library, *pictures[20:])
        category(library, "warm")
        before, said = truth(library), columns(library)
        take(library, packs[0])
        after, says = truth(library), columns(library)
        assert says["warm"] != said["warm"]
        library.undo()
        assert (truth(library), columns(library)) == (before, said)
        library.redo()
        assert (truth(library), columns(library)) == (after, says)


def test_they_can_be_forgotten_and_a_category_takes_them_along(packs: list[Path], pictures: list[Path]) -> None:
    with in_memory() as library:
        ids = add(library, *pictures[20:]).new
        warm = category(library, "warm", synonyms=["warm 0"])
        category(library, "cold", synonyms=["cold 0"])
        label(library, ids[:1], warm.id)
        before = columns(library)
        take(library, packs[0])
        with_both = columns(library)
        forget_given(library, warm.id)
        assert rows(library) == {"warm": (0, 0), "cold": (2, 2)}
        assert columns(library) == {"warm": before["warm"], "cold": with_both["cold"]}
        forget_given(library, category_named(library, "cold").id)
        assert columns(library) == before, "as if the pack had never been"
        library.undo()
        remove_category(library, category_named(library, "cold").id)
        library.undo()
        library.undo()
        assert columns(library) == with_both


def test_the_same_pack_again_changes_nothing(packs: list[Path], pictures: list[Path]) -> None:
    with in_memory() as library:
        add(library, *pictures[20:])
        assert (take(library, packs[0]).already, sum(rows(library)["warm"])) == (0, 4)
        before = truth(library)
        again = take(library, packs[0])
        assert (again.already, again.given, again.change, truth(library)) == (8, {}, None, before)


def test_a_picture_of_the_library_counts_once_and_as_you_said(packs: list[Path], pictures: list[Path]) -> None:
    """The pack has pictures 0, 3 and 4 as warm and 2 as not warm; here 0 is said to be warm, and 3 not to be."""
    with in_memory() as library:
        ids = add(library, *pictures[:5], *pictures[20:]).new
        take(library, packs[0])
        warm = category_named(library, "warm")
        label(library, ids[:1], warm.id)
        label(library, ids[3:4], warm.id, accepted=False)
        mixed = library.scores.column(warm.id)
        forget_given(library, warm.id)
        label(library, ids[4:5], warm.id)
        label(library, ids[2:3], warm.id, accepted=False)
        assert library.scores.column(warm.id).tobytes() == mixed.tobytes()


def test_a_labelled_picture_is_left_out_with_the_row_that_is_its_own(packs: list[Path], pictures: list[Path]) -> None:
    """Leave-one-out is the score without that label, to the last bit; and rows without a picture are not asked."""
    with in_memory() as library:
        ids = add(library, *pictures[20:]).new
        take(library, packs[0])
        take(library, packs[1])
        warm = category_named(library, "warm")
        label(library, ids[:3], warm.id)
        left = leave_one_out(library)
        assert left.ids.tolist() == ids[:3]
        column = left.categories.index(warm.id)
        for image_id, without in zip(ids[:3], left.scores[:, column], strict=True):
            unlabel(library, [image_id], warm.id)
            assert np.float32(score(library, image_id, warm.id)) == without
            library.undo()


def test_what_rests_on_labels_goes_on(packs: list[Path], pictures: list[Path]) -> None:
    with in_memory() as library:
        add(library, *pictures[20:])
        take(library, packs[0])
        take(library, packs[1])
        warm = category_named(library, "warm")
        assert thresholds(library).buckets[0] == 3, "known by six examples"
        assert Fault.FEW not in {each.fault for each in diagnose(library, warm.id).findings}
        assert len(review_queue(library, 30)) == 20, "no picture was labelled by it"
        assert accuracy_estimate(library).counted == 0
        assert np.isfinite(predict(library).scores).all()


def test_only_with_their_encoder(packs: list[Path], tmp_path: Path, pictures: list[Path]) -> None:
    home = tmp_path / "home"
    with opened(home) as library:
        add(library, *pictures[20:])
        take(library, packs[0])
        before = columns(library)
    with opened(home, OtherColours()) as library:
        add(library, *pictures[20:])
        assert library.store.given(library.spec.id) == {}
        names = {each.name: each for each in library.store.categories()}
        assert library.scores.known_by(names["warm"].id) == 0
        (note,) = take(library, packs[1]).notes
        assert note.startswith("The 8 examples in the pack were left out, because “colours@1” read them")
    with opened(home) as library:
        assert rows(library)["warm"] == (3, 1), "kept all the while"
        label_words = {each.name: len(each.synonyms) for each in library.store.categories()}
        assert label_words == {"warm": 2, "cold": 2}, "of the other pack the words"
        assert columns(library).keys() == before.keys()


def test_words_alone_where_that_is_asked(packs: list[Path], pictures: list[Path]) -> None:
    for asked in ({"options": {"examples": "no"}}, {"take": "names"}):
        with in_memory() as library:
            done = take(library, packs[0], **asked)
            assert (done.new, done.given, rows(library)["warm"]) == (["warm", "cold"], {}, (0, 0))


def test_a_rehearsal_says_what_would_come_and_writes_nothing(packs: list[Path]) -> None:
    with in_memory() as library:
        before = truth(library)
        assert take(library, packs[0], dry_run=True).given == {"warm": 4, "cold": 4}
        assert truth(library) == before


def _turned(pack: Path, target: Path) -> Path:
    """The pack of a person who sees it the other way round."""
    read = read_pack(pack)
    turned = [
        PackCategory(each.name, (), "", True, "", accepted=each.rejected, rejected=each.accepted)
        for each in read.categories
    ]
    with target.open("wb") as file:
        write_pack(Pack(read.encoder, read.dimension, read.calibration, tuple(turned)), file)
    return target


def test_two_packs_that_differ_are_a_clash(packs: list[Path], tmp_path: Path) -> None:
    turned = _turned(packs[0], tmp_path / "turned.nomina-pack")
    with in_memory() as library:
        take(library, packs[0])
        before = truth(library)
        done = take(library, turned)
        assert {each.reason for each in done.clashes} == {"one of its examples is there as the opposite"}
        assert truth(library) == before, "what came first stands"
        with pytest.raises(BadInput, match="nothing was imported"):
            take(library, turned, strict=True)
        take(library, turned, overrule=True)
        assert rows(library) == {"warm": (1, 3), "cold": (2, 2)}


def test_rows_that_would_outweigh_all_others_are_refused(packs: list[Path], tmp_path: Path) -> None:
    read = read_pack(packs[0])
    loud = PackCategory("warm", (), "", True, "", 100 * read.categories[0].accepted, read.categories[0].rejected)
    with (tmp_path / "loud.nomina-pack").open("wb") as file:
        write_pack(Pack(read.encoder, read.dimension, read.calibration, (loud,)), file)
    with in_memory() as library:
        done = take(library, tmp_path / "loud.nomina-pack")
        assert [each.reason for each in done.spoilt] == [
            "its examples are no rows of the encoder at work, and were left out"
        ]
        assert rows(library) == {"warm": (0, 1)}


@pytest.fixture(scope="module")
def first() -> dict[str, bytes]:
    """The scores that the first order gave."""
    return {}


ACTS = ("first pack", "second pack", "labels", "rejects", "a label that goes again")


@examples(8)
@given(order=st.permutations(ACTS))
def test_whatever_came_first(
    packs: list[Path], pictures: list[Path], first: dict[str, bytes], order: list[str]
) -> None:
    """Packs and labels in any order give the same scores, to the last bit, and change no other category."""
    with in_memory() as library:
        ids = add(library, *pictures[:4], *pictures[20:]).new
        for name in ("warm", "cold"):
            category(library, name, synonyms=[f"{name} 0", f"{name} 1"])
        other = category(library, "red").id
        before, warm = library.scores.column(other), category_named(library, "warm").id
        for act in order:
            if act.endswith("pack"):
                take(library, packs[act.startswith("second")])
            elif act == "labels":
                label(library, ids[:2], warm)
            elif act == "rejects":
                label(library, ids[2:6], warm, accepted=False)
            else:
                label(library, ids[9:12], warm)
                unlabel(library, ids[9:12], warm)
        said = columns(library)
        assert library.scores.column(other).tobytes() == before.tobytes()
        first.update({} if first else said)
        assert said == first
