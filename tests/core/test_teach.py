"""Categories and labels: what a name may be, and what a person's word does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import CountingEncoder, add, category, columns, score, truth

from nomina.answer import predict
from nomina.categories import (
    LONGEST_NAME,
    LONGEST_TEXT,
    add_category,
    category_named,
    change_category,
    clean_name,
    remove_category,
)
from nomina.domain import State
from nomina.errors import BadInput, NotFound
from nomina.library import Library
from nomina.store import name_key
from nomina.teach import label, unlabel


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "empty"),
        ("  \t\n ", "empty"),
        ("x" * (LONGEST_NAME + 1), "201 characters"),
        ("x" * 10_000, "10,000 characters"),
        ("a\x00b", "cannot be shown"),
        ("a\x1b[31mb", "cannot be shown"),
        ("a\u202eb", "cannot be shown"),
        ("\ud800", "cannot be shown"),
    ],
)
def test_a_name_that_is_no_good_is_said_in_a_sentence(library: Library, name: str, said: str) -> None:
    heron = category(library, "heron")
    before = truth(library)
    for act in (
        lambda: add_category(library, name),
        lambda: change_category(library, heron.id, name=name),
        lambda: add_category(library, "owl", synonyms=[name]),
    ):
        with pytest.raises(BadInput, match=said) as caught:
            act()
        assert caught.value.hint.endswith(".")
    assert truth(library) == before


@pytest.mark.parametrize(
    "name",
    ["x" * LONGEST_NAME, "red kite", "Œuvre d’art", "日本の鷺", "🦊", "it's “quoted”; drop table", "👩‍🚀", "کتاب‌خانه"],
)
def test_a_name_may_be_anything_that_can_be_shown(library: Library, name: str) -> None:
    assert category(library, name).name == name
    assert columns(library).keys() == {name}


@pytest.mark.parametrize("other", ["heron", "HERON", "  heron ", "Heron"])
def test_two_names_that_read_the_same_are_one(library: Library, other: str) -> None:
    category(library, "Heron")
    category(library, "owl")
    with pytest.raises(BadInput, match="There is a category “Heron” already"):
        add_category(library, other)
    with pytest.raises(BadInput, match="There is a category “Heron” already"):
        change_category(library, category_named(library, "owl").id, name=other)
    assert category_named(library, other).name == "Heron"


def test_an_accent_is_the_same_however_it_is_spelt(library: Library) -> None:
    """macOS spells the names of folders with the accent as a character of its own."""
    category(library, "café")
    assert category_named(library, "cafe\u0301").name == "café"
    assert category(library, "ma\u0302t").name == "mât"


def test_a_category_may_change_the_case_of_its_own_name(library: Library) -> None:
    heron = category(library, "heron")
    change_category(library, heron.id, name="HERON")
    assert category_named(library, "heron").name == "HERON"


@given(st.text(max_size=300))
def test_a_cleaned_name_is_clean_and_stays_so(name: str) -> None:
    try:
        cleaned = clean_name(name)
    except BadInput:
        return
    assert clean_name(cleaned) == cleaned
    assert cleaned == cleaned.strip() != ""
    visible = cleaned.replace("\u200c", "").replace("\u200d", "")  # Persian and family emoji join letters with them
    assert visible.strip()
    assert visible.isprintable()
    assert "  " not in cleaned
    assert name_key(cleaned) == name_key(name)


def test_synonyms_are_kept_once_and_without_the_name_itself(library: Library) -> None:
    heron = category(library, "heron", synonyms=["grey  heron", "grey heron", "heron", "egret"])
    assert heron.synonyms == ("grey heron", "egret")


def test_a_description_is_one_line_and_not_a_book(library: Library) -> None:
    assert category(library, "heron", description=" a tall\n bird ").description == "a tall bird"
    with pytest.raises(BadInput, match="2,001 characters"):
        add_category(library, "owl", description="x" * (LONGEST_TEXT + 1))


def test_what_is_not_named_stays(library: Library) -> None:
    heron = category(library, "heron", synonyms=["egret"], description="tall", words=False)
    change_category(library, heron.id, name="grey heron")
    changed = library.store.category(heron.id)
    assert (changed.name, changed.synonyms, changed.description, changed.words) == (
        "grey heron",
        ("egret",),
        "tall",
        False,
    )


def test_each_verb_says_what_it_did_and_which_tables_it_touched(library: Library, pictures: list[Path]) -> None:
    ids = add(library, *pictures[:3]).new
    said = [add_category(library, "a heron of a very long name that nobody would want to read in a menu")]
    (heron,) = library.store.categories()
    said.append(change_category(library, heron.id, name="heron"))
    said.append(change_category(library, heron.id, description="tall"))
    said.append(label(library, ids, heron.id))
    said.append(label(library, ids[:1], heron.id, accepted=False))
    said.append(unlabel(library, ids, heron.id))
    label(library, ids, heron.id)
    said.append(remove_category(library, heron.id))
    assert [(change.name, sorted(change.tables)) for change in said] == [
        ("Add “a heron of a very long name that nobody…”", ["category"]),
        ("Rename “a heron of a very long name that nobody would want to read in a menu” to “heron”", ["category"]),
        ("Change the words of “heron”", ["category"]),
        ("Label 3 pictures “heron”", ["label"]),
        ("Label one picture not “heron”", ["label"]),
        ("Forget the labels “heron” of 3 pictures", ["label"]),
        ("Remove “heron”", ["category", "label"]),
    ]


def test_a_category_that_is_gone_is_not_found(library: Library) -> None:
    for act in (
        lambda: change_category(library, 5, name="x"),
        lambda: remove_category(library, 5),
        lambda: label(library, [], 5),
        lambda: unlabel(library, [], 5),
    ):
        with pytest.raises(NotFound, match="not there any more"):
            act()
    with pytest.raises(NotFound, match="There is no category “owl”") as caught:
        category_named(library, "owl")
    assert "There are none yet" in caught.value.hint
    category(library, "heron")
    with pytest.raises(NotFound) as caught:
        category_named(library, "owl")
    assert caught.value.hint == "There are “heron”."


def test_a_picture_has_one_accepted_category_and_many_rejected(library: Library, pictures: list[Path]) -> None:
    (image_id,) = add(library, pictures[0]).new
    red, blue, lime = (category(library, name) for name in ("red", "blue", "lime"))
    for each in (red, blue, lime, red, blue):
        label(library, [image_id], each.id)
        assert [(given.category_id, given.accepted) for given in library.store.labels()] == [(each.id, True)]
    label(library, [image_id], red.id, accepted=False)
    label(library, [image_id], lime.id, accepted=False)
    assert {(each.category_id, each.accepted) for each in library.store.labels()} == {
        (red.id, False),
        (blue.id, True),
        (lime.id, False),
    }


def test_a_category_without_words_or_pictures_never_wins(
    library: Library, encoder: CountingEncoder, pictures: list[Path]
) -> None:
    batch = category(library, "batch 7", words=False)
    ids = add(library, *pictures[:10]).new
    believed = predict(library)
    assert (believed.scores == -float("inf")).all()
    assert (believed.first == -1).all()
    assert {believed.state(row) for row in range(10)} == {State.NONE}
    red = category(library, "red")
    assert (predict(library).first == 1).all()
    assert "batch 7" not in encoder.texts, "its name says nothing and is not encoded"
    label(library, [ids[2]], batch.id, accepted=False)
    assert score(library, ids[2], batch.id) == -float("inf"), "a reject alone teaches no looks"
    label(library, [ids[2]], batch.id)
    believed = predict(library)
    assert believed.best(2) == library.store.category(batch.id)
    assert believed.best(0) == red


def test_words_can_be_turned_off_and_on_again(library: Library, pictures: list[Path]) -> None:
    red = category(library, "red")
    add(library, *pictures[:10])
    before = columns(library)
    change_category(library, red.id, words=False)
    assert set(library.scores.column(red.id)) == {-float("inf")}
    change_category(library, red.id, words=True)
    assert columns(library) == before


def test_a_description_that_undo_could_not_bring_back_is_refused(library: Library) -> None:
    with pytest.raises(BadInput, match="cannot be shown"):
        add_category(library, "heron", description="grey\0and tall")
    assert library.store.categories() == []
