"""A taxonomy and the mode of a library, as a person types them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Nomina
from tests.core.helpers import add, category, opened

from nomina.samples import sample_pictures
from nomina.teach import label
from nomina.testing import save_picture


def test_a_path_makes_what_is_missing_and_the_list_is_a_tree(nomina: Nomina, home: Path) -> None:
    assert nomina("category", "add", home, "Bird > Heron", "--also", "egret", "--json").json["parent"] == "Bird"
    assert nomina("category", "add", home, "bird/owl").code == 0
    assert nomina("category", "add", home, "snowy owl", "--under", "owl").out == "snowy owl\n  under: Bird > owl\n"
    assert nomina("category", "add", home, "AC/DC", "--as-is", "--json").json["parent"] is None
    listed = nomina("category", "list", home).out.splitlines()[1:]
    starts = ("Bird  ", "  Heron   ", "  owl  ", "    snowy owl  ", "AC/DC  ")
    assert len(listed) == len(starts)
    assert all(line.startswith(start) for line, start in zip(listed, starts, strict=True)), listed
    by_name = {each["name"]: each for each in nomina("category", "list", home, "--json").json}
    assert by_name["Heron"]["synonyms"] == ["egret"]
    assert by_name["Bird"]["synonyms"] == []


def test_a_category_is_moved_and_what_lay_under_a_removed_one_is_told(nomina: Nomina, home: Path) -> None:
    nomina("category", "add", home, "animal > bird > heron")
    nomina("category", "add", home, "bird > owl")
    assert nomina("category", "move", home, "bird", "--top", "--json").json["parent"] is None
    assert nomina("category", "move", home, "animal", "--under", "bird", "--json").json["parent"] == "bird"
    said = nomina("category", "move", home, "bird", "--under", "animal")
    assert (said.code, said.out) == (1, "")
    assert said.err.splitlines()[0] == "error: “bird” cannot lie under “animal”, which lies under it."
    assert nomina("category", "move", home, "bird").code == 2
    assert nomina("category", "move", home, "owl", "--before", "heron", "--json").json["parent"] == "bird"
    rows = [each.split()[0] for each in nomina("category", "list", home).out.splitlines()]
    assert rows.index("owl") < rows.index("heron")
    assert nomina("category", "move", home, "owl", "--after", "heron").code == 0
    assert nomina("category", "move", home, "bird", "--top", "--under", "owl").code == 2
    assert nomina("category", "remove", home, "bird").out.splitlines() == [
        "Removed “bird” and 0 of your labels.",
        "What lay under it has moved one up: animal, heron, owl.",
    ]


def test_several_categories_a_picture_are_switched_on_and_off(nomina: Nomina, home: Path) -> None:
    assert nomina("category", "several", home).out == "A picture may have one category.\n"
    assert nomina("category", "several", home, "on").out == "A picture may have several categories.\n"
    with opened(home) as library:
        ids = add(library, save_picture(home.parent / "a.png", "red")).new
        for name in ("cat", "animal"):
            label(library, ids, category(library, name).id)
    said = nomina("category", "several", home, "off")
    assert (said.code, said.out) == (1, "")
    assert said.err.splitlines()[0] == "error: One picture has several categories: 1 labels would go."
    assert nomina("category", "several", home, "--json").json == {"several": True, "dropped": 0}
    assert nomina("category", "several", home, "off", "--drop").out.splitlines() == [
        "A picture may have one category.",
        "1 labels went.",
    ]


@pytest.mark.parametrize("arguments", [("--at-most-wrong", "1"), ("--at-most-wrong", "0.5")])
def test_a_promise_that_is_none_is_refused(nomina: Nomina, home: Path, arguments: tuple[str, ...]) -> None:
    for command in (("label", home), ("classify", home, "-c", "cat")):
        said = nomina(*command, *arguments)
        assert said.code == 1
        assert "is no promise" in said.err
    assert nomina("label", home, "--at-least", "0.5", "--at-most-wrong", "3").code == 2


def test_a_strict_answer_is_given_to_fewer_pictures(nomina: Nomina) -> None:
    pictures = [sample.path for sample in sample_pictures()[:4]]
    said = nomina("classify", *pictures, "-c", "cat", "-c", "coffee cup", "--json", "--at-most-wrong", "1000").json
    assert all((row["confidence"] >= 0.999) == bool(row["category"]) for row in said)
    assert {row["best"] for row in said} <= {"cat", "coffee cup"}


def test_two_categories_are_merged_and_split_again_each_after_a_look(nomina: Nomina, home: Path) -> None:
    with opened(home) as library:
        files = [save_picture(home.parent / f"{i}.png", colour, seed=i) for i, colour in enumerate(("red", "lime") * 6)]
        ids = add(library, *files).new
        for name, part in (("warm", ids[::2]), ("cold", ids[1::2])):
            label(library, part, category(library, name, words=False).id)
    looked = nomina("category", "merge", home, "cold", "warm", "--dry-run", "--json").json
    assert looked == {"done": False, "moved": [{"from": "cold", "to": "warm", "pictures": 6}], "confirmed": 6}
    assert nomina("category", "merge", home, "cold", "warm").out.splitlines() == [
        "“cold” is now part of “warm”.",
        "  6: cold -> warm",
    ]
    lime = files[1::2]
    assert nomina("category", "split", home, "warm", "green", *lime, "--dry-run").out == "  6: warm -> green\n"
    assert nomina("category", "split", home, "warm", "green", *lime).out.startswith(
        "6 examples of “warm” made “green”."
    )
    assert nomina("category", "show", home, "green", "--json").json["accepted"] == 6
    said = nomina("category", "split", home, "green", "greener")
    assert said.err.splitlines()[0] == "error: The examples of “green” are of one kind."
    assert nomina("category", "split", home, "green", "greener", files[1]).out.startswith("one example of “green”")
    assert nomina("category", "split", home, "green", "x", home / "nowhere.png").code == 1
    assert nomina("category", "merge", home, "green", "green").err.startswith("error: “green” cannot be merged")


def test_what_a_category_is_not_is_said_and_shown(nomina: Nomina, home: Path) -> None:
    nomina("category", "add", home, "apple", "--not", "apple computer")
    assert nomina("category", "change", home, "apple", "--not", "pear", "--json").json["unlike"] == [
        "apple computer",
        "pear",
    ]
    assert "  not: apple computer, pear" in nomina("category", "show", home, "apple").out
    assert nomina("category", "change", home, "apple", "--not", "Apple").code == 1
