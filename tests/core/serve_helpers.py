"""What the tests of the service share: a real library behind the real app, asked over ASGI or over a socket."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient
from tests.core.helpers import add, category, host_of, opened, save_many

from nomina.encoders.host import EncoderHost, LocalHost
from nomina.encoders.reading import Hands
from nomina.library import open_library
from nomina.serve import server
from nomina.serve.app import create_app
from nomina.serve.security import LOOPBACK
from nomina.serve.service import Service, served

TOKEN = "a-token-for-tests-only-0123456789"
ADDRESS = "http://127.0.0.1:8765"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
CONFIG = """<View><Image name="shown" value="$image"/>
<Choices name="kind" toName="shown"><Choice value="Red"/><Choice value="blue" alias="b"/></Choices></View>"""


def make_library(folder: Path, count: int = 20) -> list[Path]:
    """A library in folder/library with pictures of the ten colours and the categories red (1) and blue (2)."""
    with opened(folder / "library") as library:
        paths = save_many(folder / "pictures", count)
        add(library, folder / "pictures")
        for name in ("red", "blue"):
            category(library, name)
    return paths


@contextmanager
def serving(folder: Path, host: EncoderHost | None = None, **options: Any) -> Iterator[Service]:
    """A service over the library of make_library."""
    with served(lambda: open_library(folder / "library", host or host_of()), **options) as service:
        yield service


def ready_host() -> LocalHost:
    """A host whose threads have all begun, for a client that outlives a test: none then seems to be left by a test."""
    host = host_of()
    host._hands = hands = Hands(host._loaded())
    pools = [pool for pool in (hands.decoders, hands.models) for _ in range(pool._max_workers)]
    begun = threading.Barrier(len(pools) + 1)
    for pool in pools:
        pool.submit(begun.wait)
    begun.wait(10)
    return host


@contextmanager
def client(folder: Path, host: EncoderHost | None = None, **options: Any) -> Iterator[TestClient]:
    """A client that has the token. Bugs of the service are raised where it was asked."""
    with serving(folder, host, **options) as service:
        app = create_app(service, token=TOKEN, names=LOOPBACK)
        asking = TestClient(app, base_url=ADDRESS, headers=BEARER)
        try:
            yield asking
        finally:
            asking.close()


@dataclass(frozen=True)
class Reply:
    """What came back over a socket."""

    status: int
    body: bytes
    media: str

    @property
    def json(self) -> Any:
        """The body."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Running:
    """A service behind uvicorn on a free port of this machine."""

    port: int
    uvicorn: server.Server

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Reply:
        """Send one request, with the token."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, BEARER | {"Content-Type": "application/json"} | headers)
            response = connection.getresponse()
            return Reply(response.status, response.read(), response.getheader("content-type", ""))
        finally:
            connection.close()


@contextmanager
def running(folder: Path, **options: Any) -> Iterator[Running]:
    """The service on a socket, stopped at the end."""
    with serving(folder, **options) as service, server.listening("127.0.0.1", 0) as listener:
        made = server.server(service, token=TOKEN, names=LOOPBACK)
        thread = threading.Thread(target=made.run, kwargs={"sockets": [listener]}, name="uvicorn")
        thread.start()
        try:
            yield Running(listener.getsockname()[1], made)
        finally:
            made.should_exit = True
            thread.join(30)
            assert not thread.is_alive()
