"""What we wrote, read by the programs it is for: they see the same labels.

The light ones are in the extra `dev`. The heavy ones have Pythons of their own: NOMINA_CONSUMERS names a folder of
virtual environments (docs/export.md has the commands that make them); without it their tests skip.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.core.export_helpers import export
from tests.core.helpers import add, category, in_memory, save_many

from nomina.encoders.torchvision_shim import import_torchvision
from nomina.errors import BadInput
from nomina.library import Library
from nomina.teach import label

NAMES = ("red", "=1+1", "a/b", "CON", 'say "a, b" 👩‍👩‍👧', "שלום")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("source")


@pytest.fixture(scope="module")
def known(source: Path) -> Iterator[Library]:
    """Thirty pictures with hard names, five of each category by a person's word. Read only."""
    with in_memory() as library:
        for i, path in enumerate(save_many(source / "a", 30)):
            path.rename(source / "a" / f'{i:02} "x", é=1.png')
        ids = add(library, source).new
        for i, name in enumerate(NAMES):
            label(library, ids[5 * i : 5 * i + 5], category(library, name).id)
        yield library


@pytest.fixture(scope="module")
def truth(known: Library) -> dict[str, str]:
    """Category by file name."""
    names = {each.id: each.name for each in known.store.categories()}
    paths = {each.id: each.path for each in known.store.images()}
    return {paths[each.image_id].name: names[each.category_id] for each in known.store.labels()}  # type: ignore[union-attr]


def run(python: str | Path, script: str, *arguments: object) -> Any:
    """Run a script; what it prints last is JSON."""
    quiet = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        [str(python), "-c", script, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | quiet,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture
def consumer(request: pytest.FixtureRequest) -> Path:
    """The Python of a heavy consumer."""
    folder = os.environ.get("NOMINA_CONSUMERS", "")
    python = Path(folder) / request.param / "bin" / "python"
    if not folder or not python.exists():
        pytest.skip(f"set NOMINA_CONSUMERS to a folder with an environment “{request.param}”: see docs/export.md")
    return python


# Tables ----------------------------------------------------------------------------------------------------------


def test_pyarrow_and_duckdb_read_parquet(known: Library, truth: dict[str, str], tmp_path: Path) -> None:
    import duckdb
    import pyarrow.parquet as pq

    export(known, "parquet", tmp_path / "a.parquet")
    table = pq.read_table(tmp_path / "a.parquet")
    assert {Path(row["file"]).name: row["category"] for row in table.to_pylist()} == truth
    assert table.schema.field("confidence").type == "float"
    with duckdb.connect() as db:
        found = db.sql(f"select category, count(*) from '{tmp_path}/a.parquet' where origin = 'person' group by 1")
        assert dict(found.fetchall()) == dict.fromkeys(NAMES, 5)
    export(known, "parquet", tmp_path / "b.parquet", multi=True, options={"compression": "none"})
    (row, *_) = pq.read_table(tmp_path / "b.parquet").to_pylist()
    assert row["labels"] == [{"category": "red", "origin": "person", "confidence": 1.0, "run": None}]


def test_without_pyarrow_parquet_says_what_to_install(
    known: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(BadInput, match="Parquet needs pyarrow"):
        export(known, "parquet", tmp_path / "a.parquet")
    assert list(tmp_path.iterdir()) == []


def test_duckdb_reads_csv_and_json_lines(known: Library, truth: dict[str, str], tmp_path: Path) -> None:
    import duckdb

    export(known, "csv", tmp_path / "a.csv", options={"formulas": "keep"})
    export(known, "jsonl", tmp_path / "a.jsonl")
    export(known, "json", tmp_path / "a.json")
    with duckdb.connect() as db:
        for name in ("a.csv", "a.jsonl", "a.json"):
            found = db.sql(f"select file, category from '{tmp_path}/{name}'").fetchall()
            assert {Path(file).name: category for file, category in found} == truth


@pytest.mark.parametrize("consumer", ["hf"], indirect=True)
def test_pandas_reads_the_tables(known: Library, truth: dict[str, str], tmp_path: Path, consumer: Path) -> None:
    script = """
import json, sys, pandas as pd
folder = sys.argv[1]
out = []
for table in (pd.read_csv(f"{folder}/a.csv"), pd.read_parquet(f"{folder}/a.parquet"),
              pd.read_json(f"{folder}/a.jsonl", lines=True)):
    assert abs(table["confidence"].mean() - 1) < 1e-6, table.dtypes
    out.append(dict(zip(table["file"], table["category"].astype(str))))
print(json.dumps(out))
"""
    for name in ("csv", "parquet", "jsonl"):
        export(known, name, tmp_path / f"a.{name}", options={"formulas": "keep"} if name == "csv" else {})
    for found in run(consumer, script, tmp_path):
        assert {Path(file).name: category for file, category in found.items()} == truth


# Training --------------------------------------------------------------------------------------------------------


def image_folder(folder: Path) -> tuple[list[str], list[tuple[str, int]]]:
    """What torchvision reads: the classes, and the number of the class of each file."""
    import_torchvision()
    from torchvision.datasets import ImageFolder

    read = ImageFolder(folder, allow_empty=True)
    assert all(picture.size == (8, 6) for picture, _ in read)
    return read.classes, read.samples


def test_torchvision_reads_the_folders_and_yolo_numbers_them_alike(
    known: Library, truth: dict[str, str], tmp_path: Path
) -> None:
    export(known, "folder", tmp_path / "folder")
    export(known, "yolo", tmp_path / "yolo", options={"split": "60/40"})
    yolo = [tmp_path / "yolo" / part for part in ("train", "val")]
    (classes, samples), *parts = map(image_folder, (tmp_path / "folder", *yolo))
    wanted = json.loads((tmp_path / "folder" / "nomina-export.json").read_text())["folders"]
    assert {_original(Path(path).name): wanted[classes[target]] for path, target in samples} == truth
    data = (tmp_path / "yolo" / "data.yaml").read_text().split("names:\n")[1]
    numbered = [json.loads(line.partition(": ")[2]) for line in data.splitlines()]
    assert [(classes, len(samples)) for classes, samples in parts] == [(numbered, 18), (numbered, 12)]


def _original(name: str) -> str:
    """A quote is no sign of a name on Windows."""
    number, _, rest = name.partition(" _x_")
    return f'{number} "x"{rest}'


HF = """
import json, sys
from datasets import load_dataset
out = []
for folder in sys.argv[1:]:
    read = load_dataset("imagefolder", data_dir=folder, cache_dir=folder + "-cache")
    out.append({part: [[row["label"], row["hash"]] for row in rows] for part, rows in read.items()})
    assert all(row["image"].size == (8, 6) for rows in read.values() for row in rows)
print(json.dumps(out))
"""


@pytest.mark.parametrize("consumer", ["hf"], indirect=True)
def test_hugging_face_loads_the_imagefolder(
    known: Library, truth: dict[str, str], tmp_path: Path, consumer: Path
) -> None:
    export(known, "imagefolder", tmp_path / "a")
    export(known, "imagefolder", tmp_path / "b", options={"split": "60/20/20", "metadata": "csv"})
    hashes = {image.hash: truth[image.path.name] for image in known.store.images() if image.path}
    whole, parted = run(consumer, HF, tmp_path / "a", tmp_path / "b")
    assert {hash: category for category, hash in whole["train"]} == hashes
    assert {part: len(found) for part, found in parted.items()} == {"train": 18, "validation": 6, "test": 6}
    assert {hash: category for found in parted.values() for category, hash in found} == hashes


def test_pycocotools_reads_coco(
    known: Library, truth: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from pycocotools.coco import COCO

    for boxes in ("whole", "none"):
        export(known, "coco", tmp_path / "a.json", options={"boxes": boxes}, replace=True)
        read = COCO(str(tmp_path / "a.json"))
        names = {each["id"]: each["name"] for each in read.loadCats(read.getCatIds())}
        found = {
            Path(read.loadImgs(mark["image_id"])[0]["file_name"]).name: names[mark["category_id"]]
            for mark in read.loadAnns(read.getAnnIds())
        }
        assert found == truth
        assert len(read.getImgIds(catIds=read.getCatIds(["a/b"]))) == 5
    capsys.readouterr()


@pytest.mark.parametrize("kind", ["npy", "safetensors"])
def test_numpy_and_safetensors_read_the_embeddings(known: Library, tmp_path: Path, kind: str) -> None:
    from safetensors import safe_open

    export(known, "embeddings", tmp_path / "a", options={"as": kind}, ids=tuple(range(3, 20)))
    if kind == "npy":
        found = np.load(tmp_path / "a" / "embeddings.npy")
    else:
        with safe_open(tmp_path / "a" / "embeddings.safetensors", "np") as file:
            found = file.get_tensor("embeddings")
            assert file.metadata() == {"encoder": "colours@1"}
    rows = [json.loads(line) for line in (tmp_path / "a" / "rows.jsonl").read_text().splitlines()]
    assert [row["row"] for row in rows] == list(range(17))
    kept, there = known.embeddings.get("colours@1", [row["hash"] for row in rows], 48)
    assert there.all()
    assert found.dtype == np.float32
    assert (found == kept).all()


def test_a_picture_that_was_not_read_has_no_embedding(known: Library, source: Path, tmp_path: Path) -> None:
    with in_memory() as library:
        add(library, *sorted((source / "a").iterdir())[:5])
        library.embeddings.drop([library.store.images()[2].hash])
        library._scores = None
        done = export(library, "embeddings", tmp_path / "a")
    assert done.pictures == 4
    assert [item.reason for item in done.left_out] == ["the encoder “colours@1” has not read it yet"]
    assert np.load(tmp_path / "a" / "embeddings.npy").shape == (4, 48)


# Labelling -------------------------------------------------------------------------------------------------------


LABEL_STUDIO = """
import json, sys
from urllib.parse import parse_qs, urlsplit
from label_studio_sdk.label_interface import LabelInterface
from label_studio_sdk.converter import Converter
folder = sys.argv[1]
config = open(folder + "/config.xml", encoding="utf-8").read()
tasks = json.load(open(folder + "/tasks.json", encoding="utf-8"))
interface = LabelInterface(config)
interface.validate()
labels = {}
for task in tasks:
    assert interface.validate_task({"data": task["data"]})
    for annotation in task["annotations"]:
        assert interface.validate_annotation(annotation)
        path = parse_qs(urlsplit(task["data"]["image"]).query)["d"][0]
        labels[path] = annotation["result"][0]["value"]["choices"]
    for prediction in task["predictions"]:
        errors = interface.validate_prediction(prediction, return_errors=True)
        assert not errors, errors
for number, task in enumerate(tasks):
    task["id"] = number
    for annotation in task["annotations"]:
        annotation.update(id=number, completed_by=1, created_at="2026-01-01T00:00:00Z", lead_time=1)
json.dump(tasks, open(folder + "/exported.json", "w"))
converter = Converter(config, folder)
converter.convert_to_json_min(folder + "/exported.json", folder + "/min", is_dir=False)
small = json.load(open(folder + "/min/result.json"))
print(json.dumps([labels, [task.get("choice") for task in small], sum(len(t["predictions"]) for t in tasks)]))
"""


@pytest.mark.parametrize("consumer", ["ls"], indirect=True)
def test_label_studio_takes_the_tasks(
    known: Library, source: Path, truth: dict[str, str], tmp_path: Path, consumer: Path
) -> None:
    extra = save_many(source / "unlabelled", 3, first=70)
    with in_memory() as library:
        ids = add(library, source).new
        for name in NAMES:
            category(library, name)
        for i, name in enumerate(NAMES):
            made = library.store.category_named(name)
            assert made is not None
            label(library, ids[5 * i : 5 * i + 5], made.id)
        done = export(library, "labelstudio", tmp_path / "a", relative_to=source, at_least=0.0)
    for path in extra:
        path.unlink()
    assert done.pictures == 33
    labels, small, predictions = run(consumer, LABEL_STUDIO, tmp_path / "a")
    assert {Path(path).name: choices[0] for path, choices in labels.items()} == truth
    assert sorted(name for name in small if name) == sorted(truth.values())
    assert predictions == sum(done.by_category.values()) - 30


FIFTYONE = """
import json, sys
from fiftyone.utils.data.importers import FiftyOneImageClassificationDatasetImporter as Importer
out = []
for folder, places in ((sys.argv[1], None), (sys.argv[2], "data.json")):
    with Importer(folder, data_path=places) as read:
        out.append({path: [label.label, label.confidence, label.origin] for path, _, label in read})
print(json.dumps(out))
"""


@pytest.mark.parametrize("consumer", ["fo"], indirect=True)
def test_fiftyone_imports_the_dataset(known: Library, truth: dict[str, str], tmp_path: Path, consumer: Path) -> None:
    export(known, "fiftyone", tmp_path / "a")
    export(known, "fiftyone", tmp_path / "b", options={"how": "none"})
    copied, left = run(consumer, FIFTYONE, tmp_path / "a", tmp_path / "b")
    assert {_original(Path(path).name): found for path, found in copied.items()} == {
        name: [category, 1.0, "person"] for name, category in truth.items()
    }
    assert {Path(path).name: found[0] for path, found in left.items()} == truth
    assert all(Path(path).is_file() for path in [*copied, *left])


CVAT = """
import json, sys
import datumaro as dm
read = dm.Dataset.import_from(sys.argv[1], "cvat")
names = read.categories()[dm.AnnotationType.label]
print(json.dumps([[item.id, [names[mark.label].name for mark in item.annotations]] for item in read]))
"""


@pytest.mark.parametrize("consumer", ["cvat"], indirect=True)
def test_datumaro_reads_what_is_for_cvat(
    known: Library, source: Path, truth: dict[str, str], tmp_path: Path, consumer: Path
) -> None:
    (tmp_path / "a").mkdir()
    os.symlink(source, tmp_path / "a" / "images")
    export(known, "cvat", tmp_path / "a" / "annotations.xml", relative_to=source)
    found = run(consumer, CVAT, tmp_path / "a" / "annotations.xml")
    assert {f"{Path(name).name}.png": names[0] for name, names in found} == truth


def test_cvat_xml_says_who_and_leaves_out_what_xml_cannot_hold(tmp_path: Path) -> None:
    from xml.etree import ElementTree

    with in_memory() as library:
        (path,) = save_many(tmp_path / "p", 1)
        bad = save_many(tmp_path / "p", 1, first=1)[0].rename(tmp_path / "p" / "a\x01b.png")
        ids = add(library, path, bad).new
        mine = category(library, "a \"<&>' b")
        category(library, "red")
        label(library, ids[1:], mine.id)
        done = export(library, "cvat", tmp_path / "a.xml", relative_to=tmp_path)
        assert [(item.path, "XML" in item.reason) for item in done.left_out] == [(bad, True)]
        label(library, ids[:1], mine.id)
        export(library, "cvat", tmp_path / "a.xml", relative_to=tmp_path, replace=True)
    (image,) = ElementTree.parse(tmp_path / "a.xml").getroot().findall("image")
    assert (image.get("name"), image.get("width"), image.get("height")) == ("p/0000-red.png", "8", "6")
    assert [(each.get("label"), each.get("source")) for each in image] == [("a \"<&>' b", "manual")]
