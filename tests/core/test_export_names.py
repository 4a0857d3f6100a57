"""Whatever categories and files are called: nothing leaves its folder, nothing collides, anywhere."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.export_helpers import export, files
from tests.core.helpers import add, category, in_memory, save_many

from nomina.export.names import LONGEST, Names, safe_name, same
from nomina.teach import label

HARD = [
    *("..", ".", "", "/", "\\", "a/b", "a\\b", "../../etc/passwd", "C:\\x", "C:", "//server/share", "~", "~root"),
    *("CON", "con", "nul.txt", "COM1", "com¹", "LPT9.tar.gz", "CONIN$", "aux .x", "PRN.", "con."),
    *("x" * 300, "日" * 300, "x" * 300 + ".jpeg", "a.", "a ", " a", "a. .", ".hidden", "-rf", "=cmd()", "a:b", "a*b?"),
    *(
        '"quoted"',
        "a,b",
        "two\nlines",
        "\r",
        "\t",
        "\x00",
        "\x7f",
        "\u202egpj.exe",
        "\u200e",
        "שלום",
        "مرحبا",
        "👩‍👩‍👧",
        "é",
        "e\u0301",
    ),
    *(
        "STRASSE",
        "straße",
        "K",
        "\u212a",
        "\ufb01sh",
        "fish",
        "\udce9",
        "nomina-export.json",
        "a\u200db",
        "ab",
        "\ufeff",
    ),
]
texts = st.text(max_size=60) | st.sampled_from(HARD) | st.text("aA.\u0301é ßẞſs-_/\\\u200d", max_size=6)


@given(texts | st.text(st.characters(categories=["Cs", "Cc", "Cf", "Lo", "So"]), max_size=400))
def test_a_name_stays_in_its_folder_on_every_system(wanted: str) -> None:
    name = safe_name(wanted)
    assert name == safe_name(wanted)
    assert 0 < len(name.encode("utf-8")) <= LONGEST
    assert PurePosixPath(name).parts == (name,)
    assert PureWindowsPath(name).parts == (name,)
    assert not PureWindowsPath(name).is_reserved()
    assert not PureWindowsPath(name).drive
    assert name not in (".", "..")
    assert not name.startswith((".", " ", "~"))
    assert not name.endswith((".", " "))
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") or c in '<>:"/\\|?*' for c in name)
    assert same(name)


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20))
def test_a_plain_name_is_left_as_it_is(wanted: str) -> None:
    wanted = unicodedata.normalize("NFC", wanted)
    name = safe_name(wanted)
    assert name in (wanted, f"_{wanted}"), "a device of Windows gets a dash"


@given(st.lists(texts, max_size=30))
def test_categories_never_share_a_folder_and_keep_theirs(wanted: list[str]) -> None:
    names = Names()
    given_ = {each: names.folder(each) for each in wanted}
    assert {each: names.folder(each) for each in reversed(wanted)} == given_
    assert len({same(name) for name in given_.values()}) == len(given_)
    assert names.folders() == {name: each for each, name in given_.items()}


@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), texts), max_size=30))
def test_files_never_share_a_name_in_a_folder(wanted: list[tuple[str, str]]) -> None:
    names = Names()
    given_ = [(folder, names.file(name, f"key{i}", folder)) for i, (folder, name) in enumerate(wanted)]
    assert len({(folder, same(name)) for folder, name in given_}) == len(given_)
    for (_, name), (_, got) in zip(wanted, given_, strict=True):
        assert len(got.encode()) <= LONGEST
        ending = os.path.splitext(safe_name(name))[1]
        assert len(safe_name(name).encode()) == LONGEST or not 0 < len(ending) < 6 or got.endswith(ending)


@pytest.mark.skipif(sys.platform != "linux", reason="these names cannot be made on every disk")
def test_hard_names_come_out_apart_and_the_mapping_says_which_is_which(tmp_path: Path) -> None:
    hard = ["..", "CON", "a/b", "a\\b", "A:B", "x" * 200, "=1+2", "שלום", "👩‍👩‍👧", 'say "a, b"']
    odd = [
        "two\nlines.png",
        'a,"b".png',
        "caf\udce9.png",
        "=1.png",
        "same.png",
        "\u202egnp.exe.png",
        "l" * 240 + ".png",
    ]
    with in_memory() as library:
        source = tmp_path / "source"
        for i, name in enumerate(odd):
            save_many(source, 1, first=i)[0].rename(source / name)
        save_many(source / "deep", 1, first=50)[0].rename(source / "deep" / "same.png")
        ids = add(library, source).new
        for i, name in enumerate(hard):
            label(library, [ids[i % len(ids)]], category(library, name).id)
        label(library, ids, library.store.categories()[0].id)
        out = tmp_path / "out"
        done = export(library, "folder", out)
        assert (done.pictures, done.left_out) == (8, [])
    assert len(files(out)) == 8
    assert {path.split("/")[0] for path in files(out)} == {"__"}
    folders = json.loads((out / "nomina-export.json").read_text(encoding="utf-8"))["folders"]
    assert sorted(folders.values()) == sorted(hard)
    assert len({same(name) for name in folders}) == len(hard)
    mapping = [json.loads(line) for line in (out / "nomina-files.jsonl").read_bytes().splitlines() if line.strip()]
    assert {line["file"] for line in mapping} == files(out)
    for line in mapping:
        assert line["categories"] == [".."]
        original = line["from"].encode("utf-8", "surrogateescape")
        assert (out / line["file"]).read_bytes() == Path(os.fsdecode(original)).read_bytes()
