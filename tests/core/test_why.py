"""What a score is made of adds up to it, and says what a person would say; what is known of one picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import COLOURS, add, category, in_memory, save_many, score

from nomina.answer import predict, prediction_sets
from nomina.categories import add_category, change_category
from nomina.domain import Origin, State
from nomina.errors import BadInput, NotFound
from nomina.evaluate.product import taken_back
from nomina.library import Library
from nomina.nothing import none_of_these
from nomina.particulars import about
from nomina.teach import label
from nomina.testing import save_picture
from nomina.why import explain, opinion

EVIDENCE = st.lists(st.tuples(st.integers(1, 12), st.booleans()), max_size=10, unique_by=lambda each: each[0])


@pytest.fixture(scope="module")
def dozen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Twelve pictures. Whoever writes takes it back."""
    with in_memory() as library:
        add(library, *save_many(tmp_path_factory.mktemp("dozen"), 12))
        yield library


@given(evidence=EVIDENCE, words=st.booleans(), unlike=st.sampled_from([(), ("lime", "blue")]), asked=st.integers(1, 12))
def test_contributions_add_up_to_the_score(
    dozen: Library, evidence: list[tuple[int, bool]], words: bool, unlike: tuple[str, ...], asked: int
) -> None:
    with taken_back(dozen):
        red = category(dozen, "red", words=words)
        change_category(dozen, red.id, unlike=unlike)
        for image_id, accepted in evidence:
            label(dozen, [image_id], red.id, accepted=accepted)
        if not words and not any(accepted for _, accepted in evidence):
            with pytest.raises(BadInput, match="known by anything"):
                explain(dozen, asked, red.id)
            return
        found = explain(dozen, asked, red.id)
        parts = [found.words, found.unlike, *(vote.amount for vote in (*found.examples, *found.rejects))]
        assert found.score == score(dozen, asked, red.id)
        assert sum(parts) == pytest.approx(found.score, abs=1e-5)
        assert sorted(vote.image_id or 0 for vote in found.examples) == sorted(i for i, yes in evidence if yes)
        assert sorted(vote.image_id or 0 for vote in found.rejects) == sorted(i for i, yes in evidence if not yes)


@pytest.fixture
def coloured(library: Library, pictures: list[Path]) -> Library:
    """Forty pictures of ten colours in turn, and the first three colours as categories."""
    add(library, *pictures)
    for name in COLOURS[:3]:
        category(library, name)
    return library


def test_the_examples_that_look_like_it_vote_most(coloured: Library) -> None:
    odd = category(coloured, "batch 7", words=False)
    label(coloured, [1, 2, 3], odd.id)  # a red, a lime and a blue
    found = explain(coloured, 13, odd.id)  # a blue
    assert found.words == 0
    assert found.wordings == ()
    assert found.examples[0].image_id == 3
    assert found.examples[0].amount > 0 > found.examples[-1].amount


def test_rejects_count_against_what_looks_like_them_and_nothing_else(coloured: Library) -> None:
    red = coloured.store.category_named("red")
    assert red is not None
    label(coloured, [1], red.id, accepted=False)
    like, unlike = explain(coloured, 11, red.id), explain(coloured, 2, red.id)
    assert like.rejects[0].amount < 0
    assert unlike.rejects[0].amount == 0


def test_the_wording_that_matches_best_comes_first(coloured: Library) -> None:
    add_category(coloured, "crimson", synonyms=["navy"], description="blue")
    crimson = coloured.store.category_named("crimson")
    assert crimson is not None
    of_red, of_blue = explain(coloured, 1, crimson.id), explain(coloured, 3, crimson.id)
    assert of_red.wordings[0][0] == "crimson"
    assert of_blue.wordings[0][0] == "blue"
    change_category(coloured, crimson.id, words=False)
    with pytest.raises(BadInput, match="known by anything"):
        explain(coloured, 1, crimson.id)


def test_by_default_what_stands_first_is_explained(coloured: Library) -> None:
    assert explain(coloured, 2).category.name == "lime"
    with pytest.raises(NotFound, match="not in the library"):
        explain(coloured, 99)


def test_a_picture_that_was_not_read_has_no_reasons_and_an_opinion(coloured: Library) -> None:
    coloured.embeddings.drop([image.hash for image in coloured.store.images([4])])
    coloured._scores = None
    with pytest.raises(BadInput, match="not read"):
        explain(coloured, 4)
    found = opinion(coloured, 4)
    assert found.state is State.UNREAD
    assert not any(each.ruled_out for each in found.ranking)


def test_an_opinion_is_what_is_predicted(coloured: Library) -> None:
    red, lime = (coloured.store.category_named(name) for name in ("red", "lime"))
    assert red is not None
    assert lime is not None
    label(coloured, [5], lime.id)
    label(coloured, [6], red.id, accepted=False)
    believed = predict(coloured)
    possible = prediction_sets(coloured, believed, 0.9)
    for row, image_id in enumerate(believed.ids.tolist()):
        found = opinion(coloured, image_id)
        columns = [believed.categories.index(each.category) for each in found.ranking]
        assert found.state is believed.state(row)
        assert found.none == float(believed.none[row])
        assert [each.probability for each in found.ranking] == believed.beliefs[row, columns].tolist()
        assert [each.possible for each in found.ranking] == possible[row, columns].tolist()
        assert columns[0] == believed.first[row]
        assert (np.diff([each.probability for each in found.ranking[1:]]) <= 0).all()
    assert [each.category.name for each in opinion(coloured, 5).ranking if each.yours] == ["lime"]
    assert [each.category.name for each in opinion(coloured, 6).ranking if each.ruled_out] == ["red"]


def test_what_a_person_called_none_of_these_is_said_so(coloured: Library) -> None:
    none_of_these(coloured, [1])
    found = opinion(coloured, 1)
    assert found.state is State.NONE
    assert any(each.ruled_out for each in found.ranking)


def test_all_of_one_picture_and_whether_its_file_is_there(library: Library, tmp_path: Path) -> None:
    here, there = save_picture(tmp_path / "a" / "1.png", "red"), tmp_path / "b" / "2.png"
    there.parent.mkdir()
    there.write_bytes(here.read_bytes())
    add(library, here, there)
    red = category(library, "red")
    label(library, [1], red.id)
    told = about(library, 1)
    assert (told.places, told.file, told.bytes) == ((there, here), there, here.stat().st_size)
    assert [(each.category_id, each.origin) for each in told.labels] == [(red.id, Origin.PERSON)]
    there.unlink()
    assert about(library, 1).file == here
    here.unlink()
    gone = about(library, 1)
    assert (gone.file, gone.bytes, len(gone.places), len(gone.labels)) == (None, 0, 2, 1), "nothing is forgotten"
    with pytest.raises(NotFound):
        about(library, 2)
