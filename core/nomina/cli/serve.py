"""The command `serve`: the library over HTTP, for programs on this machine."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import click

from nomina.cli import shell
from nomina.cli.libraries import FOLDER
from nomina.encoders.host import EncoderHost
from nomina.errors import NominaError
from nomina.library import open_library

Host = Callable[[], EncoderHost]


@click.command()
@click.argument("library", type=FOLDER)
@click.option("--write", is_flag=True, help="Let clients add and change categories and labels.")
@click.option("--address", default="127.0.0.1", show_default=True, help="Where to listen; this machine alone.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--name", "names", multiple=True, help="Another name that clients may call it by; repeatable.")
@click.option("--token-file", type=click.Path(path_type=Path), help="Keep the token in this file; made if missing.")
@click.option("--most-mb", default=64, show_default=True, type=click.IntRange(1, 2000), help="Of an uploaded picture.")
@shell.encoder_options
@shell.json_option
def serve(
    library: Path,
    write: bool,
    address: str,
    port: int,
    names: tuple[str, ...],
    token_file: Path | None,
    most_mb: int,
    as_json: bool,
    host: Host,
) -> None:
    """Serve LIBRARY to programs on this machine until Ctrl+C: classify, search, labels, export, Label Studio.

    Clients send the token that is printed. They may only read unless --write is given.
    """
    if importlib.util.find_spec("fastapi") is None or importlib.util.find_spec("uvicorn") is None:
        raise NominaError("The service is an extra that is not installed.", "pip install 'nomina[serve]'")
    from nomina.serve import security, server
    from nomina.serve.service import served

    token = security.new_token() if token_file is None else security.token_in(token_file)
    with ExitStack() as stack:
        listener = stack.enter_context(server.listening(address, port))
        known = {*security.LOOPBACK, *names, *security.names_of(address)}
        service = stack.enter_context(
            served(lambda: open_library(library, host()), write=write, most_upload=most_mb << 20)
        )
        running = server.server(service, token=token, names=known)
        _tell(server.address_of(listener), token, token_file, write, as_json)
        if not security.is_loopback(address):
            click.echo("Others on the network can reach it, and what is sent is not encrypted.", err=True)
        running.run(sockets=[listener])


def _tell(address: str, token: str, token_file: Path | None, write: bool, as_json: bool) -> None:
    """Say where it is. The token is printed this once, and not at all where a file keeps it."""
    shown = token if token_file is None else None
    if as_json:
        shell.print_json({"address": address, "token": shown, "token_file": token_file, "write": write})
        return
    click.echo(f"{address}/v1 ({'reads and writes' if write else 'reads only'}; Ctrl+C stops it)")
    click.echo(f"token: {token}" if token_file is None else f"token: in {shell.safe(token_file)}")
