"""The service as a script meets it: what is asked, what is answered, and that it is what the library itself says."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from starlette.testclient import TestClient
from tests.core.helpers import add, category, opened, save_many
from tests.core.serve_helpers import client, make_library, ready_host

from nomina.answer import predict, prediction_sets
from nomina.calibrate import temperature
from nomina.categories import add_category
from nomina.nearest import search
from nomina.pages import page
from nomina.serve import believed
from nomina.teach import allow_several, label
from nomina.testing import save_picture


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("serve")
    make_library(folder)
    return folder


@pytest.fixture(scope="module")
def asking(folder: Path) -> Iterator[TestClient]:
    """A client that may read."""
    with client(folder, ready_host()) as asking:
        yield asking


@pytest.fixture
def writing(tmp_path: Path) -> Iterator[TestClient]:
    """A client that may write, on a library of its own."""
    make_library(tmp_path, 10)
    with client(tmp_path, write=True) as writing:
        yield writing


# Looking up ------------------------------------------------------------------------------------------------------


def test_it_tells_that_it_is_there_and_what_is_at_work(asking: TestClient) -> None:
    health = asking.get("/v1/health").json()
    assert (health["status"], health["write"]) == ("ok", False)
    assert asking.get("/v1/encoder").json()["id"] == "colours@1"


def test_pages_are_what_the_window_shows(asking: TestClient, folder: Path) -> None:
    got = [asking.get("/v1/pictures", params={"offset": at, "limit": 7}).json() for at in (0, 7, 14)]
    whole = [picture for page in got for picture in page["pictures"]]
    red = asking.get("/v1/pictures", params={"category": 1, "state": "likely"}).json()
    by_name = asking.get("/v1/pictures", params={"order": "name", "limit": 1}).json()
    assert [page["total"] for page in got] == [20, 20, 20]
    assert [Path(picture["file"]).parent for picture in whole] == [folder / "pictures"] * 20
    assert {Path(picture["file"]).stem[5:] for picture in red["pictures"]} >= {"red"}
    assert all((picture["first"], picture["state"]) == ("red", "likely") for picture in red["pictures"])
    assert by_name["pictures"][0]["file"].endswith("0000-red.png")
    assert asking.get("/v1/pictures", params={"search": "red", "limit": 2}).json()["pictures"][0]["first"] == "red"
    assert asking.get("/v1/pictures", params={"offset": 400}).json()["pictures"] == []


def test_categories_come_with_how_many_pictures_are_of_each(asking: TestClient) -> None:
    told = {each["name"]: each["pictures"] for each in asking.get("/v1/categories").json()}
    for number, name in ((1, "red"), (2, "blue")):
        found = asking.get("/v1/pictures", params={"category": number, "state": "likely"}).json()
        assert told[name] == found["total"] > 0


def test_a_thumbnail_is_a_small_jpeg(asking: TestClient) -> None:
    reply = asking.get("/v1/pictures/1/thumbnail")
    assert reply.headers["content-type"] == "image/jpeg"
    with PIL.Image.open(io.BytesIO(reply.content)) as image:
        assert (image.format, image.size) == ("JPEG", (8, 6))


@pytest.mark.parametrize(
    "path", ["pictures/999", "pictures/999/thumbnail", "pictures/999/labels", "pictures?category=99", "nothing"]
)
def test_what_is_not_there_is_said_to_be_missing(asking: TestClient, path: str) -> None:
    reply = asking.get(f"/v1/{path}")
    assert reply.status_code == 404
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.json()["title"].endswith(".")


def test_a_method_that_a_path_does_not_have_is_told_which_it_has(asking: TestClient) -> None:
    for path, allowed in (("categories", "GET, POST"), ("categories/1", "DELETE, PATCH")):
        reply = asking.request("TRACE", f"/v1/{path}")
        assert (reply.status_code, reply.headers["allow"], reply.json()["status"]) == (405, allowed, 405)


@pytest.mark.parametrize(
    "path", ["pictures/0", "pictures/x", f"pictures/{2**70}", "pictures?limit=100000", "pictures?state=great"]
)
def test_a_bad_question_is_told_where_it_is_bad(asking: TestClient, path: str) -> None:
    reply = asking.get(f"/v1/{path}")
    assert reply.status_code == 422
    assert reply.json()["kind"] == "BadInput"
    assert "picture" in reply.json()["title"] or "query" in reply.json()["title"]


# Asking ----------------------------------------------------------------------------------------------------------


def test_a_picture_of_the_library_is_answered_as_the_library_does(asking: TestClient, folder: Path) -> None:
    path = folder / "pictures" / "0012-blue.png"
    uploaded = asking.post("/v1/classify", content=path.read_bytes()).json()
    assert uploaded == asking.get(f"/v1/pictures/{uploaded['picture']}").json()
    assert (uploaded["state"], uploaded["categories"][0]["name"]) == ("likely", "blue")
    assert sum(each["probability"] for each in uploaded["categories"]) + uploaded["none"] == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("mode", ["flat", "tree", "several"])
def test_a_new_picture_is_answered_as_it_will_be_when_it_is_added(tmp_path: Path, mode: str) -> None:
    """To the last bit, with examples, rejects and a fitted temperature, in each mode of a library."""
    with opened(tmp_path / "library") as library:
        ids = add(library, *save_many(tmp_path / "known", 110)).new
        made = [category(library, name).id for name in ("red", "lime", "blue")]
        if mode == "tree":
            add_category(library, "crimson", parent=made[0])
        allow_several(library, mode == "several")
        for colour in range(3):
            label(library, ids[colour::10], made[colour])
        assert temperature(library) != library.reference.calibration.temperature
        label(library, [ids[4]], made[0], accepted=False)
        news = [save_picture(tmp_path / f"{i}.png", c, seed=900 + i) for i, c in enumerate(("red", "navy", "white"))]
        before = [_end(believed.of_file(library, path, 0.8)) for path in news]
        new = add(library, *news).new
        after = predict(library)
        possible = prediction_sets(library, after, 0.8)
        column = {each.id: i for i, each in enumerate(after.categories)}
        for row, told in zip(np.searchsorted(after.ids, new), before, strict=True):
            order = [column[each.id] for each in told.categories]
            assert told.picture is None
            assert told.state is after.state(int(row))
            assert told.confidence == after.confidence[row]
            assert told.none == after.none[row]
            assert told.categories[0] == after.best(int(row))
            np.testing.assert_array_equal(told.probabilities, after.beliefs[row][order])
            np.testing.assert_array_equal(told.possible, possible[row][order])


def _end(verb: object) -> believed.Believed:
    while True:
        try:
            next(verb)  # type: ignore[call-overload]
        except StopIteration as stop:
            return stop.value


def test_without_categories_there_is_nothing_to_rank(tmp_path: Path) -> None:
    with opened(tmp_path / "library") as library:
        add(library, *save_many(tmp_path, 2))
    with client(tmp_path) as asking:
        told = asking.post("/v1/classify", content=save_picture(tmp_path / "n.png", "navy").read_bytes()).json()
        assert (told["state"], told["none"], told["categories"]) == ("none", 1.0, [])


def test_an_uploaded_picture_is_not_added_and_not_kept(asking: TestClient, folder: Path, tmp_path: Path) -> None:
    new = save_picture(tmp_path / "new.png", "red", seed=77)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    scratch = Path(asking.app._app.state.service._scratch.name)  # type: ignore[attr-defined]
    assert asking.post("/v1/classify", content=new.read_bytes()).json()["picture"] is None
    assert asking.post("/v1/search/picture", content=new.read_bytes()).status_code == 200
    assert asking.get("/v1/export").status_code == 200
    assert asking.get("/v1/pictures").json()["total"] == 20
    assert list(scratch.iterdir()) == []
    assert sorted(path for path in folder.rglob("*") if path.is_file()) == files


def test_a_search_finds_what_the_library_finds(tmp_path: Path) -> None:
    paths = make_library(tmp_path)
    with opened(tmp_path / "library") as library:
        words = [(hit.image_id, hit.score) for hit in search(library, "lime", 5)]
        picture = [(hit.image_id, hit.score) for hit in search(library, paths[2], 5)]
    with client(tmp_path) as asking:
        by_words = asking.post("/v1/search", json={"words": "lime", "count": 5}).json()
        by_id = asking.post("/v1/search", json={"picture": picture[0][0], "count": 5}).json()
        by_file = asking.post("/v1/search/picture?count=5", content=paths[2].read_bytes()).json()
        neither = asking.post("/v1/search", json={})
        both = asking.post("/v1/search", json={"words": "lime", "picture": 1})
    assert [(hit["picture"], pytest.approx(hit["score"])) for hit in by_words] == words
    assert [(hit["picture"], pytest.approx(hit["score"], abs=0.03)) for hit in by_id] == picture
    assert by_file == by_id
    assert neither.status_code == both.status_code == 422


def test_an_export_is_what_the_command_writes(asking: TestClient, folder: Path) -> None:
    table = asking.get("/v1/export", params={"format": "csv", "category": "red"})
    rows = list(csv.DictReader(io.StringIO(table.text)))
    lines = asking.get("/v1/export", params={"format": "jsonl", "labelled_only": True}).text.splitlines()
    assert table.headers["content-type"].startswith("text/csv")
    assert {row["category"] for row in rows} == {"red"}
    assert len(lines) == sum(each["pictures"] for each in asking.get("/v1/categories").json())
    assert len(asking.get("/v1/export?format=coco").json()["images"]) == 20
    assert asking.get("/v1/export?format=cvat").text.startswith("<?xml")


@pytest.mark.parametrize("format", ["folder", "xmp", "embeddings", "nothing", "../csv"])
def test_only_text_is_exported(asking: TestClient, format: str) -> None:
    reply = asking.get("/v1/export", params={"format": format})
    assert reply.status_code == 422
    assert format in reply.json()["title"]


# Writing ---------------------------------------------------------------------------------------------------------


def test_a_category_comes_changes_moves_and_goes(writing: TestClient) -> None:
    made = writing.post("/v1/categories", json={"name": "lime", "synonyms": ["green"], "parent": 1}).json()
    number = made["category"]["id"]
    assert (made["name"], made["tables"], made["category"]["parent"]) == ("Add “lime”", ["category"], 1)
    renamed = writing.patch(f"/v1/categories/{number}", json={"name": "Lime"}).json()["category"]
    assert (renamed["name"], renamed["synonyms"]) == ("Lime", ["green"])
    assert writing.put(f"/v1/categories/{number}/parent", json={"parent": None}).json()["category"]["parent"] is None
    ordered = writing.put(f"/v1/categories/{number}/order", json={"before": 2}).json()
    assert ordered["name"] == "Move “Lime” before “blue”"
    assert [each["name"] for each in writing.get("/v1/categories").json()] == ["red", "Lime", "blue"]
    assert writing.put("/v1/categories/1/order", json={"after": 2}).status_code == 200
    assert [each["name"] for each in writing.get("/v1/categories").json()] == ["Lime", "blue", "red"]
    assert [writing.post("/v1/undo").status_code for _ in range(2)] == [200, 200]
    assert writing.delete(f"/v1/categories/{number}").json()["name"] == "Remove “Lime”"
    assert [each["name"] for each in writing.get("/v1/categories").json()] == ["red", "blue"]
    assert writing.delete(f"/v1/categories/{number}").status_code == 404
    assert writing.patch("/v1/categories/1", json={}).status_code == 422


def test_labels_are_given_ruled_out_forgotten_and_undone(writing: TestClient) -> None:
    given = writing.post("/v1/labels", json={"pictures": [2, 3], "category": 1}).json()
    assert given == {"name": "Label 2 pictures “red”", "tables": ["label"]}
    assert writing.get("/v1/pictures/2").json()["state"] == "yours"
    writing.post("/v1/labels", json={"pictures": [1], "category": 1, "accepted": False})
    (label,) = writing.get("/v1/pictures/1/labels").json()
    assert (label["name"], label["accepted"], label["origin"]) == ("red", False, "person")
    writing.post("/v1/labels/remove", json={"pictures": [2]})
    assert writing.get("/v1/pictures/2/labels").json() == []
    assert writing.post("/v1/undo").json()["tables"] == ["label"]
    assert len(writing.get("/v1/pictures/2/labels").json()) == 1
    assert writing.post("/v1/redo").json()["tables"] == ["label"]
    assert writing.get("/v1/pictures/2/labels").json() == []


def test_nothing_to_undo_is_no_error_of_ours(writing: TestClient) -> None:
    assert [writing.post(f"/v1/{act}").status_code for act in ("undo", "redo")] == [409, 409]


def test_a_write_that_fails_changes_nothing(writing: TestClient) -> None:
    before = writing.get("/v1/categories").json()
    replies = [
        writing.post("/v1/labels", json={"pictures": [1, 999], "category": 1}),
        writing.post("/v1/labels", json={"pictures": [1], "category": 99}),
        writing.post("/v1/categories", json={"name": " RED "}),
        writing.post("/v1/categories", json={"name": "new", "colour": "blue"}),
        writing.post("/v1/categories", json={"name": "a\x00b"}),
        writing.post("/v1/categories", content=b'{"name": "\\ud800"}', headers={"content-type": "application/json"}),
        writing.post("/v1/categories", content=b"{", headers={"content-type": "application/json"}),
        writing.put("/v1/categories/1/parent", json={"parent": 1}),
        writing.put("/v1/categories/1/order", json={}),
        writing.put("/v1/categories/1/order", json={"before": 2, "after": 2}),
        writing.put("/v1/categories/1/order", json={"before": 99}),
    ]
    codes = [reply.status_code for reply in replies]
    assert codes == [404, 404, 422, 422, 422, 422, 422, 422, 422, 422, 404]
    assert all(reply.headers["content-type"] == "application/problem+json" for reply in replies)
    assert writing.get("/v1/categories").json() == before
    assert writing.post("/v1/undo").status_code == 409


WRITES = [
    ("POST", "categories"),
    ("PATCH", "categories/1"),
    ("PUT", "categories/1/parent"),
    ("PUT", "categories/1/order"),
    ("DELETE", "categories/1"),
    ("POST", "labels"),
    ("POST", "labels/remove"),
    ("POST", "undo"),
    ("POST", "redo"),
]


def test_a_service_that_reads_only_refuses_every_write(asking: TestClient) -> None:
    described = asking.get("/v1/openapi.json").json()["paths"]
    reading = {"/v1/classify", "/v1/search", "/v1/search/picture", "/predict", "/setup"}
    writes = {(method, path) for path in described.keys() - reading for method in described[path] if method != "get"}
    bodies = {
        "categories": {"name": "new"},
        "categories/1": {"name": "new"},
        "categories/1/parent": {"parent": None},
        "categories/1/order": {"before": 2},
        "labels": {"pictures": [1], "category": 1},
        "labels/remove": {"pictures": [1]},
    }
    before = asking.get("/v1/categories").json()
    for method, path in WRITES:
        reply = asking.request(method, f"/v1/{path}", json=bodies.get(path))
        assert (reply.status_code, reply.json()["hint"]) == (403, "Start it with --write.")
    assert len(writes) == len(WRITES)
    assert asking.get("/v1/categories").json() == before


def test_every_write_is_there_for_the_next_one_who_opens_the_library(tmp_path: Path) -> None:
    make_library(tmp_path, 10)
    with client(tmp_path, write=True) as writing:
        writing.post("/v1/labels", json={"pictures": [1], "category": 2})
    with opened(tmp_path / "library") as library:
        assert [(each.image_id, each.category_id) for each in library.store.labels()] == [(1, 2)]
        assert page(library).by_state["yours"] == 1
