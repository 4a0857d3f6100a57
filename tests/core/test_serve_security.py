"""Who may not use the service, and what it never gives away."""

from __future__ import annotations

import base64
import io
import os
import struct
import threading
import time
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient
from tests.core.helpers import host_of
from tests.core.serve_helpers import BEARER, CONFIG, TOKEN, client, make_library, ready_host
from tests.properties import examples

from nomina.domain import Rows
from nomina.encoders.host import LocalHost, Readings
from nomina.encoders.reading import Needed, everything
from nomina.errors import BadInput, EncoderError
from nomina.library import open_library
from nomina.serve import believed, security, thread
from nomina.serve.thread import LibraryThread
from nomina.testing import ColourEncoder

SECRET = "what-lies-outside-the-library"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("serve")
    make_library(folder)
    (folder / "secret.txt").write_text(SECRET)
    (folder / "library" / "secret.txt").write_text(SECRET)
    return folder


@pytest.fixture(scope="module")
def asking(folder: Path) -> Iterator[TestClient]:
    with client(folder, ready_host()) as asking:
        yield asking


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A library of two pictures for one test."""
    make_library(tmp_path, 2)
    return tmp_path


# The token -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", f"Token {TOKEN}", TOKEN, "Basic %%%"],
)
def test_without_the_token_nothing_is_told(asking: TestClient, header: str) -> None:
    for path in ("/v1/health", "/v1/openapi.json", "/v1/pictures/1/thumbnail", "/health", "/nothing"):
        reply = asking.get(path, headers={"Authorization": header})
        assert (reply.status_code, reply.headers["www-authenticate"]) == (401, "Bearer")
        assert TOKEN not in reply.text


def test_the_token_is_taken_from_no_address(asking: TestClient) -> None:
    none = {"Authorization": ""}
    assert asking.get(f"/v1/health?token={TOKEN}&access_token={TOKEN}", headers=none).status_code == 401
    assert asking.get("/v1/health", headers=none | {"Cookie": f"token={TOKEN}"}).status_code == 401


def test_label_studio_sends_it_as_a_password(asking: TestClient) -> None:
    right, wrong = (base64.b64encode(f"anyone:{word}".encode()).decode() for word in (TOKEN, "guess"))
    assert asking.get("/health", headers={"Authorization": f"Basic {right}"}).status_code == 200
    assert asking.get("/health", headers={"Authorization": f"Basic {wrong}"}).status_code == 401


@examples(20)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=60))
def test_no_other_word_is_the_token(asking: TestClient, word: str) -> None:
    reply = asking.get("/v1/health", headers={"Authorization": f"Bearer {word}"})
    assert reply.status_code == (200 if word == TOKEN else 401)


def test_a_file_keeps_the_token_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "token"
    token = security.token_in(file)
    assert security.token_in(file) == token
    assert len(token) >= 43
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600
        file.chmod(0o644)
        with pytest.raises(BadInput, match="Others may read"):
            security.token_in(file)
        file.chmod(0o600)
    for text in ("", "short", "two words that are long enough"):
        file.write_text(text)
        with pytest.raises(BadInput, match="holds no token"):
            security.token_in(file)
    file.write_bytes(b"\xff" * 40)
    with pytest.raises(BadInput, match="cannot keep the token"):
        security.token_in(file)
    with pytest.raises(BadInput, match="cannot keep the token"):
        security.token_in(tmp_path / "missing" / "token")


# Browsers --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "0.0.0.0:8765", ""])
def test_a_name_that_was_bound_to_this_machine_is_refused(asking: TestClient, host: str) -> None:
    reply = asking.get("/v1/health", headers={"Host": host})
    assert (reply.status_code, reply.json()["title"]) == (403, "The service is not called that.")


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "127.0.0.1", "localhost:1", "LOCALHOST", "[::1]:8765", "[::1]"])
def test_the_names_of_this_machine_are_taken(asking: TestClient, host: str) -> None:
    assert asking.get("/v1/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:3000"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_pages_of_a_browser_are_refused(asking: TestClient, headers: dict[str, str]) -> None:
    asked = asking.get("/v1/health", headers=headers)
    before = asking.options("/v1/labels", headers=headers | {"Access-Control-Request-Method": "POST"})
    assert (asked.status_code, before.status_code) == (403, 403)
    assert not [name for name in asked.headers if name.startswith("access-control")]


# Files -----------------------------------------------------------------------------------------------------------

TRIES = [
    "/v1/pictures/../secret.txt",
    "/v1/pictures/..%2f..%2fsecret.txt/thumbnail",
    "/v1/pictures/%2e%2e/%2e%2e/secret.txt",
    "/..%2f..%2f..%2fetc/passwd",
    "//etc/passwd",
    "/v1/../secret.txt",
    "/secret.txt",
    "/library.db",
    "/v1/export?format=../../secret.txt",
    "/v1/export?format=csv&search=../secret.txt",
    "/v1/pictures?search=../secret.txt",
]


@pytest.mark.parametrize("path", TRIES)
def test_no_path_leads_to_a_file(asking: TestClient, folder: Path, path: str) -> None:
    reply = asking.get(path)
    assert SECRET not in reply.text
    assert "root:" not in reply.text


@given(st.lists(st.sampled_from(["..", "%2e%2e", "%2f", "secret.txt", "library", "v1", "pictures", "1", "\\"])))
def test_whatever_the_path_is_it_is_no_file(asking: TestClient, parts: list[str]) -> None:
    assert SECRET not in asking.get("/" + "/".join(parts)).text


@pytest.mark.parametrize("value", ["secret.txt", "../secret.txt", "/etc/passwd", "file:///etc/passwd", 7, None, {}, ""])
def test_a_task_of_label_studio_opens_no_file(asking: TestClient, folder: Path, value: object) -> None:
    values = [value, f"{folder}/secret.txt", f"/data/local-files/?d={folder}/secret.txt"]
    reply = asking.post(
        "/predict", json={"tasks": [{"data": {"image": each}} for each in values], "label_config": CONFIG}
    )
    assert [each["result"] for each in reply.json()["results"]] == [[], [], []]


def test_a_search_by_words_never_reads_a_file_of_that_name(asking: TestClient, folder: Path) -> None:
    path = str(folder / "pictures" / "0000-red.png")
    hits = asking.post("/v1/search", json={"words": path, "count": 1}).json()
    by_picture = asking.post("/v1/search", json={"picture": 1, "count": 1}).json()
    assert hits[0]["score"] != by_picture[0]["score"]


# Sizes -----------------------------------------------------------------------------------------------------------


def test_too_large_a_body_is_refused_by_what_it_says_and_by_what_it_is(own: Path) -> None:
    asked = []

    def drops() -> Iterable[bytes]:
        for _ in range(100):
            asked.append(1)
            yield bytes(1000)

    with client(own, most_upload=10_000) as asking:
        said = asking.post("/v1/classify", content=bytes(10_001))
        was = asking.post("/v1/classify", content=drops())
        lied = asking.post("/v1/classify", content=drops(), headers={"Content-Length": "5"})
        json = asking.post("/v1/search", content=bytes(security.MOST_JSON + 1))
        fits = asking.post("/v1/classify", content=bytes(10_000))
    assert [reply.status_code for reply in (said, was, lied, json)] == [413] * 4
    assert said.json()["title"] == "The request is larger than 0 MB."
    assert fits.status_code == 422  # it is no picture


def test_long_lists_and_long_words_are_refused(asking: TestClient) -> None:
    asked: Collection[object] = [{"words": "x" * 3000}, {"words": "x", "count": 10**9}, {"words": ""}, [], "x", None]
    assert {asking.post("/v1/search", json=each).status_code for each in asked} == {422}


# Pictures --------------------------------------------------------------------------------------------------------


def _png(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is so large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


def _hostile() -> Iterator[tuple[str, bytes]]:
    out = io.BytesIO()
    PIL.Image.effect_noise((64, 64), 50).save(out, "JPEG")
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("../../x.png", b"x")
    yield "nothing", b""
    yield "text", b"hello"
    yield "bomb", _png(60_000, 60_000)
    yield "short", _png(100, 100)
    yield "cut", out.getvalue()[:300]
    yield "zip", zipped.getvalue()
    yield "svg", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
    yield "postscript", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) run\n"


@pytest.mark.parametrize(("name", "data"), list(_hostile()), ids=lambda value: value if isinstance(value, str) else "")
def test_a_picture_that_is_none_costs_a_sentence(asking: TestClient, name: str, data: bytes) -> None:
    for path in ("/v1/classify", "/v1/search/picture"):
        reply = asking.post(path, content=data)
        assert (reply.status_code, reply.json()["kind"]) == (422, "BadPicture")
        assert reply.json()["title"].startswith("The picture was not read: ")


def test_a_form_is_not_taken_for_a_picture(asking: TestClient) -> None:
    reply = asking.post("/v1/classify", files={"file": b"x"})
    assert (reply.status_code, reply.json()["title"]) == (415, "A form was sent.")


def test_odd_and_broken_files_are_answered(asking: TestClient, shared: Path) -> None:
    files = [path for path in sorted((shared / "formats").rglob("*")) if path.is_file()]
    small = [path for path in files if path.stat().st_size < 100_000][::7]
    codes = {asking.post("/v1/classify", content=path.read_bytes()).status_code for path in small}
    assert codes == {200, 422}
    assert len(small) > 30


class Stuck(LocalHost):
    """A host whose decoder never comes to an end, until it is interrupted."""

    def __init__(self) -> None:
        super().__init__(ColourEncoder)
        self.interrupted = threading.Event()

    def interrupt(self) -> None:
        self.interrupted.set()

    def read(self, paths: Iterable[Path | None], needed: Needed = everything, _: object = None) -> Readings:
        while not self.interrupted.is_set():
            yield []

    def encode_texts(self, texts: Iterable[str]) -> Rows:
        assert self.interrupted.wait(30)
        raise EncoderError("The encoder stopped unexpectedly.")


def test_a_picture_that_takes_too_long_ends_the_decoder(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(believed, "SECONDS", 0.0)
    host = Stuck()
    with client(own, host) as asking:
        reply = asking.post("/v1/classify", content=b"x")
    assert (reply.status_code, reply.json()["kind"]) == (422, "BadPicture")
    assert host.interrupted.is_set()


def test_closing_ends_a_verb_that_hangs_on_the_encoder(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thread, "PATIENCE", 0.05)
    host = Stuck()
    owner = LibraryThread(lambda: open_library(own / "library", host))
    waiting = owner._thread.submit(host.encode_texts, ["red"])
    began = time.monotonic()
    owner.close()
    owner.close()
    assert time.monotonic() - began < 5
    assert isinstance(waiting.exception(), EncoderError)


# Bugs ------------------------------------------------------------------------------------------------------------


class Broken(ColourEncoder):
    """An encoder with a bug, or on a machine that has no more memory."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def encode_texts(self, texts: Sequence[str]) -> Rows:
        raise self.error


def test_a_bug_is_told_as_one_and_nothing_else_is(own: Path) -> None:
    with client(own, host_of(Broken(ZeroDivisionError("a path or a token may stand here")))) as asking:
        asking._transport.raise_server_exceptions = False  # type: ignore[attr-defined]
        reply = asking.post("/v1/search", json={"words": "red"}, headers=BEARER)
    assert (reply.status_code, reply.json()["kind"]) == (500, "Bug")
    assert reply.json()["title"] == "The service failed: ZeroDivisionError."
    assert "stand here" not in reply.text


def test_what_the_machine_did_is_no_bug(own: Path) -> None:
    with client(own, host_of(Broken(MemoryError()))) as asking:
        asking._transport.raise_server_exceptions = False  # type: ignore[attr-defined]
        reply = asking.post("/v1/search", json={"words": "red"}, headers=BEARER)
    assert (reply.status_code, reply.json()["title"]) == (500, "There is not enough memory for this.")
