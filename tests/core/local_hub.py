"""A Hugging Face hub of our own on this machine, and one that nobody answers for."""

from __future__ import annotations

import hashlib
import http.server
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import huggingface_hub
import pytest


class Hub:
    """A Hugging Face hub on this machine: files by "ORG/NAME/FILE", one commit."""

    COMMIT = "1" * 40

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.asked: list[str] = []
        hub = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                self.answer(body=False)

            def do_GET(self) -> None:
                self.answer(body=True)

            def answer(self, *, body: bool) -> None:
                org, name, _, _, file = self.path.strip("/").split("/", 4)
                hub.asked.append(f"{org}/{name}/{file}")
                content = hub.files.get(f"{org}/{name}/{file}")
                known = any(path.startswith(f"{org}/{name}/") for path in hub.files)
                self.send_response(404 if content is None else 200)
                self.send_header("X-Repo-Commit", hub.COMMIT)
                if content is None:
                    self.send_header("X-Error-Code", "EntryNotFound" if known else "RepoNotFound")
                self.send_header("ETag", f'"{hashlib.sha256(content or b"").hexdigest()}"')
                self.send_header("Content-Length", str(len(content or b"")))
                self.end_headers()
                if body:
                    self.wfile.write(content or b"")

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()

    def serve(self, repo: str, folder: Path) -> None:
        self.files |= {f"{repo}/{path.name}": path.read_bytes() for path in folder.iterdir()}

    def stop(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


def point_at(port: int, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    constants, address = huggingface_hub.constants, f"http://127.0.0.1:{port}"
    monkeypatch.setattr(constants, "ENDPOINT", address)
    monkeypatch.setattr(constants, "HUGGINGFACE_CO_URL_TEMPLATE", address + "/{repo_id}/resolve/{revision}/{filename}")
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(cache))
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)  # conftest.py forbids the hub to all other tests


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    made = Hub()
    point_at(made.server.server_address[1], tmp_path / "cache", monkeypatch)
    yield made
    huggingface_hub.close_session()
    made.stop()


@pytest.fixture
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # bound but not listening: connections are refused
        point_at(free.getsockname()[1], tmp_path / "cache", monkeypatch)
        yield
    huggingface_hub.close_session()
