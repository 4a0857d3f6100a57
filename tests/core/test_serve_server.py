"""The service on a real socket: two clients, stopping, the command, the documentation's commands, and its OpenAPI."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.core.helpers import opened
from tests.core.serve_helpers import BEARER, TOKEN, make_library, running

import nomina
from nomina.cli import main
from nomina.errors import BadInput, LibraryBusy
from nomina.serve import security, server

DOC = ROOT / "docs" / "service.md"


def test_two_clients_at_once_are_both_served(tmp_path: Path) -> None:
    """One writes, one reads and classifies: each answer is whole, and every write is kept."""
    picture = make_library(tmp_path, 10)[0].read_bytes()
    with running(tmp_path, write=True) as service, ThreadPoolExecutor(2) as clients:

        def write() -> list[int]:
            bodies = [json.dumps({"name": f"kind {i}"}).encode() for i in range(20)]
            return [service.ask("POST", "/v1/categories", body).status for body in bodies]

        def read() -> list[tuple[int, float]]:
            out = []
            for i in range(20):
                path = ("/v1/classify", "/v1/pictures", "/v1/export?format=json")[i % 3]
                told = service.ask("POST", path, picture) if i % 3 == 0 else service.ask("GET", path)
                if i % 3 == 0:
                    total = sum(each["probability"] for each in told.json["categories"]) + told.json["none"]
                    out.append((told.status, round(total, 4)))
                else:
                    assert told.json
                    out.append((told.status, 1.0))
            return out

        writes, reads = clients.submit(write), clients.submit(read)
        assert writes.result(60) == [201] * 20
        assert set(reads.result(60)) == {(200, 1.0)}
        assert len(service.ask("GET", "/v1/categories").json) == 22


def test_a_library_that_is_served_is_nobody_else_s(tmp_path: Path) -> None:
    make_library(tmp_path, 2)
    with running(tmp_path) as service:
        assert service.ask("GET", "/v1/health").status == 200
        with pytest.raises(LibraryBusy), opened(tmp_path / "library"):
            pass
        port = service.port
        with pytest.raises(BadInput, match="cannot listen"), server.listening("127.0.0.1", port):
            pass
    with opened(tmp_path / "library") as library:
        assert len(library.store.image_keys()) == 2
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_a_client_that_hangs_up_is_no_error(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """In the middle of its request, and before its answer; whoever comes next is served."""
    make_library(tmp_path, 2)
    head = f"Host: 127.0.0.1\r\nAuthorization: Bearer {TOKEN}\r\n"
    requests = [
        f"POST /v1/classify HTTP/1.1\r\n{head}Content-Length: 1000\r\n\r\nabc",
        f"GET /v1/export HTTP/1.1\r\n{head}\r\n",
        "GET /v1/health HT",
    ]
    with running(tmp_path) as service:
        for text in requests:
            with socket.create_connection(("127.0.0.1", service.port)) as client:
                client.sendall(text.encode())
        assert service.ask("GET", "/v1/pictures").status == 200
    assert [record.getMessage() for record in caplog.records] == []


# The command ------------------------------------------------------------------------------------------------------

NO_NETWORK = """
import socket, sys
real = socket.socket.connect
def connect(self, address):
    if self.family != socket.AF_UNIX:
        sys.stderr.write(f"CONNECTED {address}")
    return real(self, address)
socket.socket.connect = connect
from nomina.cli import run
run()
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_the_command_serves_until_it_is_told_to_stop(tmp_path: Path, kind: signal.Signals) -> None:
    make_library(tmp_path, 4)
    command = ["serve", tmp_path / "library", "--port", "0", "--json", "--encoder", "starter", "--write"]
    with subprocess.Popen(
        [sys.executable, "-c", NO_NETWORK, *map(str, command)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            told = ""
            for line in process.stdout:
                told += line
                if line == "}\n":
                    break
            said = json.loads(told)
            port = int(said["address"].rpartition(":")[2])
            reply = _ask(port, "/v1/pictures/1/labels", said["token"])
            refused = _ask(port, "/v1/pictures/1/labels", TOKEN)
            process.send_signal(kind)
            out, err = process.communicate(timeout=30)
        finally:
            process.kill()
    assert (reply, refused) == (200, 401)
    assert (process.returncode, out, err) == (0, "", "")  # the token was printed once, requests are not logged
    with opened(tmp_path / "library") as library:
        assert len(library.store.image_keys()) == 4


def _ask(port: int, path: str, token: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
    status = connection.getresponse().status
    connection.close()
    return status


def test_what_keeps_it_from_starting_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_library(tmp_path, 1)
    open_token = tmp_path / "token"
    open_token.write_text("a-token-that-everybody-can-read")
    open_token.chmod(0o644)
    with server.listening("127.0.0.1", 0) as taken:
        port = str(taken.getsockname()[1])
        for options, why in (
            ([tmp_path / "nothing", "--port", "0"], "There is no folder"),
            ([tmp_path / "library", "--port", port], "cannot listen at 127.0.0.1"),
            ([tmp_path / "library", "--port", "0", "--address", "192.0.2.1"], "cannot listen at 192.0.2.1"),
            ([tmp_path / "library", "--port", "0", "--token-file", open_token], "Others may read the token"),
        ):
            assert main(["serve", *map(str, options)]) == 1
            said = capsys.readouterr()
            assert (said.out, why in said.err, "hint: " in said.err) == ("", True, True)


def test_which_names_and_addresses_are_this_machine_s() -> None:
    assert [security.is_loopback(each) for each in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "10.0.0.1", "a.b")] == [
        *[True] * 3,
        *[False] * 3,
    ]
    assert security.names_of("::1") == ("[::1]",)
    assert security.names_of("10.0.0.1") == ("10.0.0.1",)
    assert security.names_of("0.0.0.0") == security.names_of("::") == ()


# What it promises of itself ----------------------------------------------------------------------------------------

WEB = {"fastapi", "pydantic", "starlette", "uvicorn", "anyio"}
LIGHT = """
import sys, nomina, nomina.cli
for name in nomina.__all__:
    getattr(nomina, name)
sys.exit(", ".join(sorted({"fastapi", "pydantic", "starlette", "uvicorn"} & set(sys.modules))) or 0)
"""


def test_the_web_is_in_the_service_alone() -> None:
    core = Path(nomina.__file__ or "").parent
    wrong = [
        f"{file.relative_to(core)}: {name}"
        for file in core.rglob("*.py")
        if not file.is_relative_to(core / "serve")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names])
        if name.split(".")[0] in WEB
    ]
    assert wrong == []
    done = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("curl") is None or shutil.which("bash") is None, reason="there is no curl or bash")
def test_every_command_of_the_documentation_works(tmp_path: Path) -> None:
    paths = make_library(tmp_path)
    shutil.copy(paths[0], tmp_path / "heron.jpg")
    blocks = re.findall(r"```sh\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)
    script = "\n".join(block for block in blocks if "curl" in block)
    assert script.count(" $NOMINA/") + script.count(' "$NOMINA/') >= 20
    with running(tmp_path, write=True) as service:
        script = script.replace("http://127.0.0.1:8765", service.address).replace("curl ", "curl --fail-with-body ")
        environment = os.environ | {"TOKEN": TOKEN}
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "birds.csv").read_text().startswith("file,category")
    assert "heron" in done.stdout


def test_what_it_says_of_itself_is_tried_by_schemathesis(tmp_path: Path) -> None:
    """Thousands of requests made from the OpenAPI, none of which it may fail at. docs/service.md has the command."""
    folder = os.environ.get("NOMINA_CONSUMERS", "")
    program = Path(folder) / "st" / "bin" / "schemathesis"
    if not folder or not program.exists():
        pytest.skip("set NOMINA_CONSUMERS to a folder with an environment “st”: see docs/service.md")
    make_library(tmp_path, 10)
    with running(tmp_path, write=True) as service:
        options = [
            "--max-examples",
            "20",
            "--seed",
            "1",
            "--no-color",
            "--workers",
            "1",
            "--phases",
            "examples,coverage,fuzzing",
        ]
        # the schema cannot say that a name is taken, or that bytes are no picture
        options += ["--exclude-checks", "positive_data_acceptance"]
        command = [
            program,
            "run",
            f"{service.address}/v1/openapi.json",
            "-H",
            f"Authorization: Bearer {TOKEN}",
            *options,
        ]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert service.ask("GET", "/v1/encoder").status == 200
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr
    assert BEARER["Authorization"] not in done.stderr
