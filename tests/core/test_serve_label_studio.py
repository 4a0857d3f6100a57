"""The service as Label Studio meets it: what it asks by its protocol, and what its own SDK says of the answers."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.core.helpers import add, opened, result, save_many
from tests.core.serve_helpers import ADDRESS, CONFIG, client, make_library, ready_host

from nomina.export import ExportPlan, export_images
from nomina.teach import allow_several

PROJECT = {
    "project": "3.1735689600",
    "params": {"login": None, "password": None, "context": None},
    "model_version": "x",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("serve")
    make_library(folder)
    return folder


@pytest.fixture(scope="module")
def asking(folder: Path) -> Iterator[TestClient]:
    with client(folder, ready_host()) as asking:
        yield asking


def predict(asking: TestClient, *tasks: dict[str, Any], config: str = CONFIG) -> list[dict[str, Any]]:
    """Predictions for tasks with this data, asked as Label Studio does."""
    told = [{"id": i, "data": data, "annotations": [], "predictions": [], "meta": {}} for i, data in enumerate(tasks)]
    reply = asking.post("/predict", json={"tasks": told, "label_config": config, **PROJECT})
    assert reply.status_code == 200, reply.text
    assert len(reply.json()["results"]) == len(tasks)
    return reply.json()["results"]


def chosen(prediction: dict[str, Any]) -> list[str]:
    return prediction["result"][0]["value"]["choices"] if prediction["result"] else []


def test_it_connects(asking: TestClient) -> None:
    assert asking.get("/health").json() == {"status": "UP"}
    asked = {"project": "1.1", "schema": CONFIG, "hostname": "http://localhost:8080", "access_token": "theirs"}
    reply = asking.post("/setup", json=asked)
    assert reply.json()["model_version"].startswith("colours@1+")
    assert "theirs" not in reply.text


def test_a_prediction_has_the_shape_that_is_documented(asking: TestClient) -> None:
    (made,) = predict(asking, {"image": "/data/local-files/?d=pictures/0010-red.png"})
    (region,) = made["result"]
    assert made["model_version"] == asking.post("/setup", json={}).json()["model_version"]
    assert 0.6 <= made["score"] == region["score"] <= 1
    assert (region["from_name"], region["to_name"], region["type"]) == ("kind", "shown", "choices")
    assert region["value"] == {"choices": ["Red"]}


def test_a_picture_is_found_by_whatever_names_it(asking: TestClient, folder: Path) -> None:
    red = asking.get("/v1/pictures/1").json()["hash"]
    found = predict(
        asking,
        {"image": "gs://elsewhere/x.png", "nomina_hash": red},
        {"image": "x", "nomina_id": 1},
        {"image": f"{ADDRESS}/v1/pictures/1/thumbnail"},
        {"image": "/v1/pictures/1"},
        {"image": str(folder / "pictures" / "0000-red.png")},
        {"image": f"file://{folder}/pictures/0000-red.png"},
        {"image": "/data/local-files/?d=pictures%2F0000-red.png"},
        {"image": "0000-red.png"},
        {"image": "pictures\\0000-red.png"},
    )
    assert [each["result"][0]["id"] for each in found] == ["nomina-1"] * 9
    blue = predict(asking, {"image": "0002-blue.png"})
    assert chosen(blue[0]) == ["b"]  # Label Studio writes a choice's alias


def test_what_cannot_be_told_is_an_empty_prediction(asking: TestClient) -> None:
    values = [
        "/data/upload/1/x.png",
        "http://localhost:8080/data/0000-red.png",
        "-red.png",
        "red.png",
        "../0000-red.png",
    ]
    tasks = [{"image": value} for value in values] + [{"nomina_id": 999}, {"nomina_id": "1"}, {}, {"image": ADDRESS}]
    assert all((each["result"], each["score"]) == ([], 0.0) for each in predict(asking, *tasks))
    assert predict(asking) == []
    white = predict(asking, {"image": "0006-white.png"})  # nothing stands out
    assert white[0]["result"] == []
    other = CONFIG.replace("Red", "Heron")  # a category that the interface does not have
    assert predict(asking, {"image": "0000-red.png"}, config=other)[0]["result"] == []


def test_two_pictures_of_one_path_are_not_guessed_between(tmp_path: Path) -> None:
    with opened(tmp_path / "library") as library:
        for i, name in enumerate(("a", "b")):
            (path,) = save_many(tmp_path / name, 1, first=10 * i)
            path.rename(tmp_path / name / "same.png")
        add(library, tmp_path / "a", tmp_path / "b")
    with client(tmp_path, write=True) as asking:
        asking.post("/v1/categories", json={"name": "red"})
        assert [chosen(p) for p in predict(asking, {"image": "same.png"}, {"image": "b/same.png"})] == [[], ["Red"]]


def test_a_person_s_word_and_several_categories_come_through(tmp_path: Path) -> None:
    make_library(tmp_path, 10)
    many = CONFIG.replace('toName="shown"', 'toName="shown" choice="multiple"')
    with opened(tmp_path / "library") as library:
        allow_several(library, True)
    with client(tmp_path, write=True) as asking:
        before = asking.post("/setup", json={}).json()
        for category in (1, 2):
            asking.post("/v1/labels", json={"pictures": [8], "category": category})
        (made,) = predict(asking, {"nomina_id": 8}, config=many)
        assert (sorted(chosen(made)), made["score"]) == (["Red", "b"], 1.0)
        assert asking.post("/setup", json={}).json() != before  # so that Label Studio asks again


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><View>&b;</View>'


@pytest.mark.parametrize(
    ("config", "why"),
    [
        ("<View></View>", "has no Choices"),
        ('<View><Text name="t" value="$t"/><Choices name="c" toName="t"/></View>', "has no Choices"),
        ("<View", "is no XML"),
        ("", "is no XML"),
        (BOMB, "has a document type"),
        ('<!DOCTYPE v SYSTEM "file:///etc/passwd"><View/>', "has a document type"),
    ],
)
def test_an_interface_that_has_no_choices_is_told(asking: TestClient, config: str, why: str) -> None:
    reply = asking.post("/predict", json={"tasks": [], "label_config": config})
    assert reply.status_code == 422
    assert why in reply.json()["title"]


SDK = """
import json, sys
from label_studio_sdk.label_interface import LabelInterface
from label_studio_sdk.label_interface.objects import PredictionValue
config, tasks, replies = json.load(open(sys.argv[1]))
interface = LabelInterface(config)
interface.validate()
for task, reply in zip(tasks, replies, strict=True):
    assert interface.validate_task({"data": task})
    assert not interface.validate_prediction(reply, return_errors=True)
    PredictionValue(**reply)
print(len([reply for reply in replies if reply["result"]]))
"""


def test_label_studio_s_own_sdk_takes_every_prediction(tmp_path: Path) -> None:
    """For the tasks that our own export wrote, with the interface it wrote."""
    python = Path(os.environ.get("NOMINA_CONSUMERS", "")) / "ls" / "bin" / "python"
    if not os.environ.get("NOMINA_CONSUMERS") or not python.exists():
        pytest.skip("set NOMINA_CONSUMERS to a folder with an environment “ls”: see docs/export.md")
    make_library(tmp_path)
    with opened(tmp_path / "library") as library:
        plan = ExportPlan(format="labelstudio", target=tmp_path / "out", relative_to=tmp_path)
        result(export_images(library, plan))
    tasks = [task["data"] for task in json.loads((tmp_path / "out" / "tasks.json").read_text())]
    config = (tmp_path / "out" / "config.xml").read_text()
    with client(tmp_path) as asking:
        replies = predict(asking, *tasks, config=config)
    (tmp_path / "asked.json").write_text(json.dumps([config, tasks, replies]))
    done = subprocess.run([python, "-c", SDK, tmp_path / "asked.json"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 4
