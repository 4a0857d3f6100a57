"""Sidecars beside pictures: written, merged, taken away, read by other programs; originals stay as they are."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import PIL.Image
import pytest
from tests.core.export_helpers import export, snapshot
from tests.core.helpers import add, category
from tests.core.import_helpers import automatic, take, yours
from tests.core.test_xmp import DARKTABLE

from nomina import xmp
from nomina.categories import category_named, move_category
from nomina.keywords import keywords_of, sidecars_of
from nomina.library import Library
from nomina.runs import roll_back
from nomina.teach import label, unlabel
from nomina.testing import save_picture

NAME = "heron & <“co”> a/b|c, ü 😀"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for i, name in enumerate(("a.png", "b.jpg", "c.png", "d.png")):
        save_picture(tmp_path / "pictures" / name, ("red", "lime", "blue", "white")[i], seed=i, size=(8, 6))
    return tmp_path / "pictures"


@pytest.fixture
def taught(library: Library, folder: Path) -> Library:
    """a.png is labelled by a person, b.jpg by a run, the others by nobody."""
    from nomina.domain import Label, Origin

    ids = add(library, folder).new
    mine, fox = category(library, NAME), category(library, "fox")
    label(library, ids[:1], mine.id)
    with library.step("a run"):
        run = library.store.put_run("x", 0.5)
        library.store.put_label(Label(ids[1], fox.id, True, Origin.AUTO, run, 0.9))
    return library


def write(library: Library, **asked: Any) -> list[tuple[str, str]]:
    """Write the sidecars of what persons and runs said; what was left out, and why."""
    options = asked.pop("options", {})
    done = export(library, "xmp", None, at_least=asked.pop("at_least", 0.9), options=options, **asked)
    return [(item.path.name, item.reason) for item in done.left_out]


def sidecars(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix.lower() == ".xmp")


@pytest.fixture(autouse=True)
def _originals_are_never_changed(folder: Path) -> Any:
    before = snapshot(folder)
    yield
    after = snapshot(folder)
    changed = [name for name in before if not name.endswith(".xmp") and before[name] != after.get(name)]
    assert changed == [], "an original was touched"


def test_labels_stand_beside_pictures_and_go_again(taught: Library, folder: Path) -> None:
    before = snapshot(folder)
    assert write(taught, dry_run=True) == []
    assert snapshot(folder) == before
    assert write(taught) == []
    assert sidecars(folder) == ["a.png.xmp", "b.jpg.xmp"]
    assert keywords_of(folder / "a.png").labels == xmp.Labels((NAME,))
    assert keywords_of(folder / "b.jpg").labels == xmp.Labels((), ("fox",))
    after = snapshot(folder)
    assert write(taught) == []
    assert snapshot(folder) == after, "a second run writes nothing"
    (run,) = taught.store.runs()
    roll_back(taught, run.id)
    assert write(taught) == []
    assert sidecars(folder) == ["a.png.xmp"], "what is no longer said is no longer written"
    assert write(taught, options={"remove": "yes"}) == []
    assert snapshot(folder) == before


def test_names_of_sidecars(taught: Library, folder: Path) -> None:
    assert write(taught, options={"name": "short"}) == []
    assert sidecars(folder) == ["a.xmp", "b.xmp"]
    assert write(taught, options={"name": "short", "remove": "yes"}) == []
    shutil.copy(folder / "a.png", folder / "a.CR2")
    assert write(taught, options={"name": "short"}) == [("a.png", "“a.xmp” would belong to “a.CR2” too; use name=full")]
    (folder / "a.CR2").unlink()
    (folder / "a.png.XMP").write_text(DARKTABLE, encoding="utf-8")
    write(taught)
    assert sidecars(folder) == ["a.png.XMP", "b.jpg.xmp", "b.xmp"], "one that is there is used, however it is spelt"
    assert [path.name for path in sidecars_of(folder / "b.jpg")] == ["b.jpg.xmp", "b.xmp"]


def test_what_others_wrote_stays_and_what_is_damaged_is_left_alone(taught: Library, folder: Path) -> None:
    (folder / "a.png.xmp").write_bytes(DARKTABLE.encode())
    for text, why in (
        (DARKTABLE[:400].encode(), "it is damaged XML"),
        (b"", "it is damaged XML"),
        (DARKTABLE.encode("utf-16"), "it is not UTF-8"),
        (b"<!DOCTYPE a []><a/>", "it has a document type"),
        (b"just text", "it is damaged XML"),
    ):
        (folder / "b.jpg.xmp").write_bytes(text)
        ((name, reason),) = write(taught)
        assert name == "b.jpg"
        assert reason.startswith(f"its sidecar “b.jpg.xmp” was left alone: {why}")
        assert (folder / "b.jpg.xmp").read_bytes() == text
    assert b'darktable:operation="flip"' in (folder / "a.png.xmp").read_bytes()
    (folder / "b.jpg.xmp").unlink()
    (folder / "b.jpg.xmp").symlink_to(folder / "a.png.xmp")
    assert write(taught) == [("b.jpg", "its sidecar “b.jpg.xmp” was left alone: it is a link or no file")]
    (folder / "b.jpg.xmp").unlink()
    write(taught, options={"remove": "yes"})
    assert (folder / "a.png.xmp").read_bytes() == DARKTABLE.encode()


def test_a_picture_that_is_another_one_by_now_gets_no_labels(taught: Library, folder: Path) -> None:
    shutil.copytree(folder, folder.parent / "kept")
    path = folder / "a.png"
    data = path.read_bytes()
    path.write_bytes((folder / "c.png").read_bytes())
    assert write(taught) == [("a.png", "its file has changed since it was read; add it again")]
    path.unlink()
    assert write(taught) == [("a.png", "its file is gone")]
    path.write_bytes(data)
    shutil.copystat(folder.parent / "kept" / "a.png", path)
    assert write(taught) == []


def test_a_folder_that_may_not_be_written_is_said(taught: Library, folder: Path) -> None:
    folder.chmod(0o555)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("this user may write everywhere")
        assert write(taught) == [(name, "its folder may not be written") for name in ("a.png", "b.jpg")]
    finally:
        folder.chmod(0o755)


def test_a_root_of_ones_own(taught: Library, folder: Path) -> None:
    write(taught, options={"auto": "guess"})
    assert b"<rdf:li>guess|fox</rdf:li>" in (folder / "b.jpg.xmp").read_bytes()
    write(taught, options={"auto": ""})
    assert b"<rdf:li>fox</rdf:li>" in (folder / "b.jpg.xmp").read_bytes()
    assert b"guess" not in (folder / "b.jpg.xmp").read_bytes()


def test_categories_stand_under_those_above_them(taught: Library, folder: Path) -> None:
    animal, dog = category(taught, "animal"), category(taught, "dog")
    move_category(taught, dog.id, animal.id)
    move_category(taught, category_named(taught, "fox").id, dog.id)
    label(taught, [taught.store.image_keys()[2][0]], dog.id)
    write(taught)
    c, b = (xmp._Packet((folder / name).read_text(encoding="utf-8")) for name in ("c.png.xmp", "b.jpg.xmp"))
    for packet, said in (
        (c, ["dog", "animal|dog", "animal/dog"]),
        (b, ["auto/fox", "auto|animal|dog|fox", "auto/animal/dog/fox"]),
    ):
        assert [packet.values(each.namespace, each.name) for each in xmp.WRITTEN] == [[text] for text in said]
    done = take(taught, folder, format="keywords")
    assert (done.labels, done.already, done.new) == ({}, 2, [])
    (folder / "d.png.xmp").write_text(DARKTABLE, encoding="utf-8")
    assert take(taught, folder, format="keywords", options={"tree": "yes"}).new == ["Places", "Spain"]
    assert category_named(taught, "Spain").parent == category_named(taught, "Places").id


def test_keywords_of_others_become_labels_and_names(taught: Library, folder: Path) -> None:
    (folder / "c.png.xmp").write_text(DARKTABLE, encoding="utf-8")
    (folder / "d.xmp").write_text("damaged", encoding="utf-8")
    write(taught)
    done = take(taught, folder, format="keywords")
    assert (done.labels, done.already, done.left_out) == ({"Spain": 1}, 1, 1)
    assert [(item.path.name, item.reason[:14]) for item in done.spoilt] == [("d.xmp", "it is damaged ")]
    taught.undo()
    assert take(taught, folder, format="keywords", options={"name": "path"}).labels == {"Places/Spain": 1}
    taught.undo()
    assert take(taught, folder, format="keywords", take="names").new == ["Spain"]
    taught.undo()
    ids = [image_id for image_id, _ in taught.store.image_keys()]
    unlabel(taught, ids)
    (run,) = taught.store.runs()
    roll_back(taught, run.id)
    done = take(taught, folder, format="keywords", automatic=True)
    assert (done.labels, done.automatic) == ({NAME: 1, "Spain": 1}, {"fox": 1})
    assert sorted(yours(taught).values()) == sorted(["Spain", NAME])
    assert list(automatic(taught).values()) == ["fox"]


# Other programs --------------------------------------------------------------------------------------------------


def exiftool(*arguments: object) -> Any:
    """What exiftool says, as JSON."""
    if shutil.which("exiftool") is None:
        pytest.skip("exiftool is not there: apt-get install libimage-exiftool-perl")
    command = ["exiftool", "-charset", "filename=utf8", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=True)
    return json.loads(done.stdout) if "-json" in arguments else None


FIELDS = ("XMP-dc:Subject", "XMP-lr:HierarchicalSubject", "XMP-digiKam:TagsList")


def keywords(path: Path) -> list[list[str]]:
    """The three fields as exiftool reads them."""
    (said,) = exiftool("-json", "-G1", *(f"-{field}" for field in FIELDS), path)
    lists = [said.get(field, []) for field in FIELDS]
    return [each if isinstance(each, list) else [each] for each in lists]


def test_exiftool_reads_the_same_labels(taught: Library, folder: Path) -> None:
    (folder / "b.jpg.xmp").write_text(DARKTABLE, encoding="utf-8")
    write(taught)
    assert keywords(folder / "a.png.xmp") == [[NAME], [NAME.replace("|", "¦")], [NAME.replace("/", "\\")]]
    assert keywords(folder / "b.jpg.xmp") == [
        ["Spain", "auto/fox"],
        ["Places|Spain", "auto|fox"],
        ["auto/fox", "Places/Spain"],
    ]
    (said,) = exiftool("-json", "-validate", "-warning", "-a", folder / "a.png.xmp")
    assert said["Validate"] == "OK"


def test_a_sidecar_that_exiftool_wrote_anew_is_still_ours_to_take_away(taught: Library, folder: Path) -> None:
    write(taught)
    exiftool("-overwrite_original", "-XMP-dc:Subject+=mine", "-XMP:Rating=4", folder / "a.png.xmp")
    assert keywords_of(folder / "a.png").labels == xmp.Labels((NAME,))
    assert write(taught) == []
    assert keywords(folder / "a.png.xmp")[0] == ["mine", NAME]
    write(taught, options={"remove": "yes"})
    assert keywords(folder / "a.png.xmp")[0] == ["mine"]
    (said,) = exiftool("-json", "-XMP:all", folder / "a.png.xmp")
    assert (said["Rating"], said["Subject"]) == (4, "mine")
    assert b"nomina:" not in (folder / "a.png.xmp").read_bytes()


@pytest.mark.parametrize("ending", ["jpg", "png", "tif", "webp"])
def test_keywords_inside_pictures_are_read_and_carried(library: Library, tmp_path: Path, ending: str) -> None:
    path = save_picture(tmp_path / "own" / f"e.{ending}", "red", seed=9)
    iptc = ["-IPTC:Keywords=old"] if ending in ("jpg", "tif") else []
    exiftool("-overwrite_original", "-HierarchicalSubject=Animals|Möwe", "-XMP-dc:Subject=Spain", *iptc, path)
    found = {(each[-1],) if len(each) == 1 else each for each in keywords_of(path).paths}
    assert found == {("Animals", "Möwe"), ("Spain",)} | ({("old",)} if iptc else set())
    ids = add(library, path).new
    label(library, ids, category(library, "heron").id)
    write(library)
    assert set(keywords(path.with_name(path.name + ".xmp"))[2]) == {"heron", "Animals/Möwe", "Spain"} | (
        {"old"} if iptc else set()
    )
    write(library, options={"remove": "yes"})
    assert take(library, path, format="keywords", take="names").new == sorted(
        {"Möwe", "Spain"} | ({"old"} if iptc else set()), key=["Möwe", "Spain", "old"].index
    )


def test_pillow_reads_our_packet_inside_a_picture(taught: Library, folder: Path, tmp_path: Path) -> None:
    """Pillow reads no sidecars: the same packet is put into a JPEG by it and read from there."""
    write(taught)
    packet = (folder / "a.png.xmp").read_bytes()
    with PIL.Image.open(folder / "a.png") as image:
        image.save(tmp_path / "x.jpg", xmp=packet)
    with PIL.Image.open(tmp_path / "x.jpg") as image:
        assert image.info["xmp"] == packet
        pytest.importorskip("defusedxml", reason="Pillow needs defusedxml to take XMP apart")
        said = image.getxmp()["xmpmeta"]["RDF"]["Description"]
    assert said["subject"]["Bag"]["li"] == NAME
