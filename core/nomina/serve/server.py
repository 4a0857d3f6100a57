"""Runs the service on a socket of this machine until it is told to stop."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from types import FrameType

import uvicorn

from nomina.errors import BadInput
from nomina.serve.app import create_app
from nomina.serve.service import Service

PATIENCE = 5
"""Seconds that answers under way have when the service is stopped."""
AT_ONCE = 64
"""Connections; more are told to come again."""


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket at an address; port 0 takes a free one.

    Raises:
        BadInput: the address is not this machine's, or is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen()  # from now on who asks waits, until uvicorn has begun
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise BadInput(
                f"The service cannot listen at {host} port {port}: {reason.lower()}.",
                "Choose another port, or 0 for a free one.",
            ) from error
        yield listener


def address_of(listener: socket.socket) -> str:
    """Where the service is found: http://127.0.0.1:8765."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class Server(uvicorn.Server):
    """uvicorn, which on SIGINT and SIGTERM lets answers under way end, and then returns."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take the signals while it runs; uvicorn's own raises them again, which would end the process half closed."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        handler: Callable[[int, FrameType | None], None] = self.handle_exit
        old = {kind: signal.signal(kind, handler) for kind in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for kind, before in old.items():
                signal.signal(kind, before)


def server(service: Service, *, token: str, names: Collection[str]) -> Server:
    """What serves it: `run(sockets=[...])` returns when it was stopped. Requests are not logged.

    Args:
        names: what the Host header may say, without the port.
    """
    config = uvicorn.Config(
        create_app(service, token=token, names=names),
        http="h11",
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,  # what is logged goes where the program says; only warnings and bugs are
        access_log=False,
        log_level="warning",
        proxy_headers=False,
        server_header=False,
        limit_concurrency=AT_ONCE,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=PATIENCE,
    )
    return Server(config)
