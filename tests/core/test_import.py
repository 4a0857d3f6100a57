"""An import is one step, whole or not at all; what a person said stands, and what cannot be taken is named."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from tests.core.helpers import add, category, result, save_many, truth
from tests.core.import_helpers import automatic, take, written, yours

from nomina.domain import Label, Origin
from nomina.errors import BadInput
from nomina.imports import ImportPlan, import_labels
from nomina.imports.formats import listed
from nomina.library import Library
from nomina.teach import allow_several, label
from nomina.testing import save_picture

NAMES = ("red", "lime", "blue", "yellow")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four pictures, and four more that no library has."""
    save_many(tmp_path / "pictures", 4)
    save_many(tmp_path / "more", 4, first=4)
    return tmp_path


@pytest.fixture
def coloured(library: Library, folder: Path) -> Library:
    """A library of the four, which has no category."""
    add(library, folder / "pictures")
    return library


def files(folder: Path, name: str = "pictures") -> list[str]:
    return sorted(str(path) for path in (folder / name).iterdir())


def table(folder: Path, *rows: tuple[str, str], heads: str = "file,category") -> Path:
    lines = [heads, *(f'"{file}",{name}' for file, name in rows)]
    return written(folder, "labels.csv", "\n".join(lines) + "\n")


def test_a_dry_run_foretells_and_writes_nothing(coloured: Library, folder: Path) -> None:
    here, more = files(folder), files(folder, "more")
    label(coloured, [coloured.store.image_keys()[0][0]], category(coloured, "red").id)
    rows = [(here[0], "red"), (here[1], "lime"), (more[0], "lime"), ("nowhere.png", "lime"), (here[2], "")]
    source = table(folder, *rows)
    before = truth(coloured)
    for asked in ({}, {"add": True}):
        told = take(coloured, source, dry_run=True, **asked)
        assert truth(coloured) == before
        assert (told.written, told.change) == (False, None)
        done = take(coloured, source, **asked)
        assert done.written
        for name in ("new", "changed", "labels", "already", "added", "clashes", "missing", "unknown", "spoilt"):
            assert getattr(told, name) == getattr(done, name), name
        assert (done.new, done.already, done.missing) == (["lime"], 1, [folder / "nowhere.png"])
        assert done.unknown == ([] if asked else [Path(more[0])])
        assert done.labels == {"lime": 2 if asked else 1}
        assert coloured.history.done[-1].name == "Import “labels.csv”"
        coloured.undo()
        assert truth(coloured) == before


def test_what_a_person_said_stands_unless_overruled(coloured: Library, folder: Path) -> None:
    here = files(folder)
    ids = [image_id for image_id, _ in coloured.store.image_keys()]
    red, lime = category(coloured, "red"), category(coloured, "lime")
    label(coloured, ids[:1], red.id)
    label(coloured, ids[1:2], lime.id, accepted=False)
    source = table(folder, (here[0], "lime"), (here[1], "lime"), (here[2], "lime"))
    done = take(coloured, source)
    reasons = [item.reason for item in done.clashes]
    assert reasons == ["you said that it is “red”, not “lime”", "you said that it is not “lime”"]
    assert [str(item.path) for item in done.clashes] == here[:2]
    assert done.labels == {"lime": 1}
    before = truth(coloured)
    with pytest.raises(BadInput, match="2 things in “labels"):
        take(coloured, source, strict=True)
    assert truth(coloured) == before
    assert take(coloured, source, overrule=True).labels == {"lime": 2}
    assert sorted(yours(coloured).values()) == ["lime"] * 3
    coloured.undo()
    assert truth(coloured) == before


def test_automatic_labels_are_left_out_unless_asked_and_never_over_a_persons(coloured: Library, folder: Path) -> None:
    here = files(folder)
    ids = [image_id for image_id, _ in coloured.store.image_keys()]
    red = category(coloured, "red")
    label(coloured, ids[:1], red.id)
    label(coloured, ids[3:], red.id, accepted=False)
    rows = [
        {"file": file, "category": "red", "origin": "auto", "confidence": 0.9 - i / 10} for i, file in enumerate(here)
    ]
    source = written(folder, "labels.jsonl", "\n".join(map(json.dumps, rows)))
    assert take(coloured, source).left_out == 4
    assert automatic(coloured) == {}
    done = take(coloured, source, automatic=True)
    assert (done.automatic, done.left_out) == ({"red": 2}, 2)
    (run,) = coloured.store.runs()
    assert (run.id, run.encoder, run.labels) == (done.run_id, "import of labels.jsonl", 2)
    assert run.at_least == pytest.approx(0.7)
    assert coloured.store.category(red.id).accepted == 1, "they teach nothing"
    assert take(coloured, source, automatic=True).already == 2


def test_a_picture_has_one_category_and_the_caller_says_which(coloured: Library, folder: Path) -> None:
    here = files(folder)
    source = table(folder, (here[0], "red"), (here[0], "lime"), (here[1], "lime"), (here[1], "LIME"))
    done = take(coloured, source)
    assert (done.labels, done.new) == ({"lime": 1}, ["red", "lime"])
    (clash,) = done.clashes
    assert clash.reason == "the source gives it 2 categories (“red”, “lime”), and a picture has one"
    coloured.undo()
    assert take(coloured, source, several="first").labels == {"red": 1, "lime": 1}
    coloured.undo()
    assert take(coloured, source, categories=("Lime",)).labels == {"lime": 2}


def test_where_a_picture_may_have_several_it_gets_them_all(coloured: Library, folder: Path) -> None:
    here = files(folder)
    ids = [image_id for image_id, _ in coloured.store.image_keys()]
    allow_several(coloured, True)
    label(coloured, ids[:1], category(coloured, "white").id)
    label(coloured, ids[1:2], category(coloured, "blue").id, accepted=False)
    source = table(folder, (here[0], "red"), (here[0], "lime"), (here[1], "blue"), (here[0], "white"))
    done = take(coloured, source)
    assert (done.labels, done.already) == ({"red": 1, "lime": 1}, 1)
    assert [item.reason for item in done.clashes] == ["you said that it is not “blue”"]
    lines = [
        {"file": here[0], "category": name, "origin": "auto", "confidence": 0.9} for name in ("red", "cyan", "pink")
    ]
    auto = written(folder, "a.jsonl", "\n".join(map(json.dumps, lines)))
    done = take(coloured, auto, automatic=True)
    assert (done.automatic, done.left_out) == ({"cyan": 1, "pink": 1}, 1)
    assert len([each for each in coloured.store.labels() if each.accepted]) == 5


@pytest.mark.parametrize(
    ("rule", "names", "labels"),
    [("join", ["Heron"], {"Heron": 1}), ("rename", ["Heron", "heron 3"], {"heron 3": 1}), ("skip", ["Heron"], {})],
)
def test_names_that_are_taken_follow_the_rule(
    coloured: Library, folder: Path, rule: str, names: list[str], labels: dict[str, int]
) -> None:
    category(coloured, "Heron", synonyms=["egret"], description="tall")
    source = written(folder, "a.json", json.dumps([{"file": files(folder)[0], "label": "heron"}]))
    listed_names = written(folder, "names.txt", "HERON=Egret|grey heron\nheron 2\n")
    take(coloured, listed_names, same_name="skip")
    done = take(coloured, source, same_name=rule)
    assert [each.name for each in coloured.store.categories()] == ["Heron", "heron 2", *names[1:]]
    assert done.labels == labels
    assert len(done.clashes) == (rule != "join")
    before = truth(coloured)
    with pytest.raises(BadInput, match="The library has “heron” already"):
        take(coloured, source, same_name="refuse")
    assert truth(coloured) == before


def test_joined_categories_get_words_and_lose_none(coloured: Library, folder: Path) -> None:
    category(coloured, "Heron", synonyms=["egret"], description="tall")
    done = take(coloured, written(folder, "names.txt", "heron=EGRET|grey heron|Heron\nowl\n"))
    heron, owl = coloured.store.categories()
    assert (heron.name, heron.synonyms, heron.description) == ("Heron", ("egret", "grey heron"), "tall")
    assert (done.changed, done.new, owl.name) == (["Heron"], ["owl"], "owl")
    assert take(coloured, folder / "names.txt").change is None


def test_pictures_are_known_by_bytes_by_path_and_if_asked_by_name(coloured: Library, folder: Path) -> None:
    first = Path(files(folder)[0])
    (folder / "copy.png").write_bytes(first.read_bytes())
    assert take(coloured, table(folder, ("copy.png", "red"))).labels == {"red": 1}
    coloured.undo()
    assert take(coloured, table(folder, (f"pictures\\{first.name}", "red"))).labels == {"red": 1}
    coloured.undo()
    elsewhere = table(folder, (f"/mnt/x/{first.name}", "red"))
    with pytest.raises(BadInput, match="has none of the pictures") as refused:
        take(coloured, elsewhere)
    assert refused.value.hint == "Say with --base where their paths start."
    assert take(coloured, elsewhere, by_name=True).labels == {"red": 1}
    coloured.undo()
    assert take(coloured, table(folder, (first.name, "red")), base=folder / "pictures").labels == {"red": 1}
    with pytest.raises(BadInput) as refused:
        take(coloured, table(folder, (files(folder, "more")[0], "red")))
    assert refused.value.hint == "Add them with --add."


def test_examples_are_added_and_taught_in_one_step(coloured: Library, folder: Path) -> None:
    before = truth(coloured)
    (folder / "more" / "broken.png").write_bytes(b"no picture")
    rows = [(file, "purple") for file in files(folder, "more")]
    done = take(coloured, table(folder, *rows), take="examples")
    assert (done.added, done.labels) == (4, {"purple": 4})
    assert [item.path.name for item in done.spoilt] == ["broken.png"]
    assert done.change is not None
    assert done.change.tables >= {"image", "place", "category", "label"}
    assert [each.accepted for each in coloured.store.categories()] == [4]
    coloured.undo()
    assert truth(coloured) == before
    assert len(coloured.history.done) == 1


def test_an_import_that_is_stopped_leaves_nothing(coloured: Library, folder: Path) -> None:
    before = truth(coloured)
    source = table(folder, *((file, "purple") for file in files(folder, "more")))
    verb = import_labels(coloured, ImportPlan(source=source, add=True))
    for progress in verb:
        if progress.note == "Reading pictures":
            break
    assert truth(coloured) != before
    verb.close()
    assert truth(coloured) == before


def test_what_a_person_does_meanwhile_counts(coloured: Library, folder: Path) -> None:
    ids = [image_id for image_id, _ in coloured.store.image_keys()]
    rows = [(files(folder)[0], "purple"), *((file, "purple") for file in files(folder, "more"))]
    verb = import_labels(coloured, ImportPlan(source=table(folder, *rows), add=True))
    for progress in verb:
        if progress.note == "Reading pictures":
            label(coloured, ids[:1], category(coloured, "red").id)
            break
    done = result(verb)
    assert [item.reason for item in done.clashes] == ["you said that it is “red”, not “purple”"]
    assert sorted(yours(coloured).values()) == ["purple"] * 4 + ["red"]


def test_rejects_of_a_plug_in_are_rejects(coloured: Library, folder: Path) -> None:
    """No format of ours tells them, but the protocol does."""
    from nomina.imports.decide import Decider
    from nomina.imports.finder import Finder
    from nomina.imports.plan import Imported
    from nomina.imports.protocol import FoundLabel
    from nomina.imports.survey import Survey

    plan, report = ImportPlan(source=folder), Imported()
    survey = Survey(plan, Finder(coloured, folder, by_name=False), coloured.spec, report)
    survey.take(FoundLabel("red", files(folder)[0], accepted=False))
    survey.take(FoundLabel("red", files(folder)[0], accepted=True))
    survey.finish()
    ((image_id, said),) = survey.known.items()
    assert [each.accepted for _, each in Decider(coloured, plan, survey, report).labels(image_id, said)] == [False]
    assert report.clashes[0].reason == "the source says both that it is “red” and that it is not"


def test_names_that_are_no_good_are_told_and_the_rest_goes_on(coloured: Library, folder: Path) -> None:
    here = files(folder)
    rows = [{"file": here[0], "category": name} for name in ("x" * 201, "a\u0007b", " ", "\ud800")]
    rows += [{"file": here[1], "category": 7}, {"category": "red"}, {"file": here[2], "category": "red"}]
    rows += [{"file": file, "category": "red"} for file in ("a\0b.png", "\ud800.png", "x" * 5000, "../" * 50 + "x")]
    done = take(coloured, written(folder, "a.json", json.dumps(rows)))
    reasons = [item.reason for item in done.spoilt]
    assert reasons == [
        "The name has 201 characters.",
        "The name has characters that cannot be shown.",
        "The name is empty.",
        "The name has characters that cannot be shown.",
        "its category is no text",
        "it names no file",
    ]
    assert (done.labels, len(done.missing)) == ({"red": 1}, 4)


def test_what_cannot_be_done_at_all_is_said_and_leaves_nothing(coloured: Library, folder: Path) -> None:
    (folder / "empty").mkdir()
    before = truth(coloured)
    for source, why in (
        (folder / "nowhere.csv", "There is no"),
        (folder / "empty", "It is not clear what"),
        (written(folder, "a.bin", b"\0\1"), "It is not clear what"),
        (written(folder, "b.csv", "file,category\n"), "There is nothing to import"),
        (
            written(folder, "c.csv", "one,two\n1,2\n"),
            "has no column of files and one of categories; it has “one”, “two”",
        ),
        (written(folder, "d.csv", 'file,category\n"a.png,red\nb.png,red\n'), "is damaged in line 3"),
        (written(folder, "e.csv", f"file,category\n{'x' * 200_000},red\n"), "is damaged in line 2"),
        (written(folder, "f.csv", b"\xff\xfea"), "it is not the UTF-16 it says"),
        (written(folder, "g.json", "{"), "is no JSON"),
        (written(folder, "h.json", "[" * 100_000), "is no JSON"),
        (written(folder, "i.json", "[1, 2]"), "is no list of objects"),
        (written(folder, "j.jsonl", '{"file": "a", "category": "b"}\n{"file'), "is no JSON in line 2"),
        (written(folder, "k.txt", "\n \n"), "holds no names"),
        (written(folder, "l.json", '{"images": [], "annotations": 7}'), "lacks images, categories or annotations"),
    ):
        with pytest.raises(BadInput, match=why) as refused:
            take(coloured, source)
        assert refused.value.title.endswith("."), source
        assert truth(coloured) == before
    for asked, why in (
        ({"format": "xls"}, "There is no import format “xls”"),
        ({"options": {"fly": "1"}}, "has no option “fly”"),
        ({"options": {"formulas": "run"}}, "“formulas” cannot be “run”"),
        ({"options": {"file": "where"}}, "has no column “where”"),
        ({"take": "all"}, "“all” is no choice here"),
    ):
        with pytest.raises(BadInput, match=why):
            take(coloured, table(folder, (files(folder)[0], "red")), **asked)


def test_every_format_says_what_it_is() -> None:
    loaded, broken = listed()
    assert broken == []
    for made in loaded.values():
        assert made.title
        for option in made.options:
            assert option.help.endswith(".")


def test_nothing_is_written_where_the_last_of_it_is_damaged(coloured: Library, folder: Path) -> None:
    """A thousand good lines, and one that is not."""
    rows = [(files(folder)[0], f"name {i}") for i in range(1000)]
    source = table(folder, *rows)
    source.write_text(source.read_text() + '"')
    before = truth(coloured)
    with suppress(BadInput):
        take(coloured, source)
        pytest.fail("it was taken")
    assert truth(coloured) == before


def test_a_label_of_a_run_gives_way_to_a_persons(coloured: Library, folder: Path) -> None:
    ids = [image_id for image_id, _ in coloured.store.image_keys()]
    red, lime = category(coloured, "red"), category(coloured, "lime")
    with coloured.step("a run"):
        run = coloured.store.put_run("x", 0.5)
        coloured.store.put_label(Label(ids[0], red.id, True, Origin.AUTO, run, 0.9))
        coloured.store.put_label(Label(ids[1], red.id, True, Origin.AUTO, run, 0.9))
    here = files(folder)
    assert take(coloured, table(folder, (here[0], "red"), (here[1], "lime"))).labels == {"red": 1, "lime": 1}
    assert sorted(yours(coloured).values()) == ["lime", "red"]
    assert automatic(coloured) == {}
    assert lime.id


def test_a_picture_that_cannot_be_read_is_named(coloured: Library, folder: Path) -> None:
    save_picture(folder / "x.png", "red", seed=99)
    (folder / "empty.png").touch()
    done = take(coloured, table(folder, ("empty.png", "red"), ("x.png", "red")), add=True)
    assert [(item.path.name, item.reason) for item in done.spoilt] == [("empty.png", "the file is empty")]
    assert (done.added, done.labels) == (1, {"red": 1})
