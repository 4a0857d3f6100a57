"""Who may speak to the service: checks on a request's head, before a byte of its body is read.

In this order: the Host header (against DNS rebinding), Origin and Sec-Fetch-Site (against pages in a browser), the
token, the length of the body. Plain ASGI, so that nothing of the request has been looked at before.
"""

from __future__ import annotations

import base64
import binascii
import ipaddress
import os
import secrets
import stat
from collections.abc import Collection
from pathlib import Path

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from nomina.errors import BadInput
from nomina.serve.problems import Refused, problem

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
SHORTEST_TOKEN = 20
MOST_JSON = 8 << 20
"""Bytes that a request may have where no picture is uploaded."""
UPLOADS = frozenset({"/v1/classify", "/v1/search/picture"})
ALWAYS = [
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'"),
    (b"cross-origin-resource-policy", b"same-origin"),
]


def is_loopback(address: str) -> bool:
    """Whether only this machine can reach this address."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def names_of(address: str) -> tuple[str, ...]:
    """What the Host header may say for this address; nothing for one that stands for all of this machine's."""
    try:
        number = ipaddress.ip_address(address)
    except ValueError:
        return (address,)
    if number.is_unspecified:
        return ()
    return (f"[{number}]" if number.version == 6 else str(number),)


class Guard:
    """Lets a request through to the app, or refuses it with a problem.

    Attributes:
        names: what the Host header may say, without the port.
    """

    def __init__(self, app: ASGIApp, *, token: str, names: Collection[str], most_upload: int) -> None:
        """Stand before an app.

        Args:
            most_upload: bytes that an uploaded picture may have.
        """
        self._app, self._token, self._most_upload = app, token.encode(), most_upload
        self.names = frozenset(name.lower() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection; see ASGI."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        if scope["type"] != "http":  # there are no websockets
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *ALWAYS]
            await send(message)

        most = self._most_upload if scope["path"] in UPLOADS else MOST_JSON
        try:
            self._check(Headers(scope=scope), scope["scheme"], most)
        except Refused as refused:
            await problem(refused.status, refused.title, refused.hint, refused.headers)(scope, receive, send_guarded)
            return
        await self._app(scope, _counted(receive, most), send_guarded)

    def _check(self, headers: Headers, scheme: str, most: int) -> None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or _without_port(hosts[0]) not in self.names:
            raise Refused(403, "The service is not called that.", "Call it by 127.0.0.1, or start it with --name.")
        origins = headers.getlist("origin")
        if any(origin != f"{scheme}://{hosts[0]}" for origin in origins):
            raise Refused(403, "Pages in a browser may not use the service.", "Ask from a program.")
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            raise Refused(403, "Pages in a browser may not use the service.", "Ask from a program.")
        if not secrets.compare_digest(_token_in(headers.getlist("authorization")), self._token):
            raise Refused(
                401,
                "The token is missing or wrong.",
                "Send the header “Authorization: Bearer TOKEN” with the one that was printed at the start.",
                {"WWW-Authenticate": "Bearer"},
            )
        length = headers.get("content-length", "0")
        if length.isdecimal() and int(length[:20]) > most:
            raise _too_large(most)


def _without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdecimal() else host).lower()


def _token_in(given: list[str]) -> bytes:
    """The token of a Bearer header, or the password of a Basic one, which is all that Label Studio can send."""
    kind, _, value = (given[0] if len(given) == 1 else "").partition(" ")
    if kind.lower() == "bearer":
        return value.strip().encode("utf-8", "replace")
    if kind.lower() == "basic":
        try:
            return base64.b64decode(value, validate=True).partition(b":")[2]
        except (binascii.Error, ValueError):
            return b""
    return b""


def _counted(receive: Receive, most: int) -> Receive:
    """The same body, refused as soon as it is longer than it may be, whatever length it said it has."""
    got = 0

    async def counted() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        if got > most:
            raise _too_large(most)
        return message

    return counted


def _too_large(most: int) -> Refused:
    size = f"{most / 1e6:.0f} MB"
    return Refused(413, f"The request is larger than {size}.", "Send less, or start the service with --most-mb.")


# The token -------------------------------------------------------------------------------------------------------


def new_token() -> str:
    """A random token, 256 bits."""
    return secrets.token_urlsafe(32)


def token_in(file: Path) -> str:
    """The token that a file keeps; one is made and written there, for its owner alone, when there is no file.

    Raises:
        BadInput: the file cannot be read or written, holds no token, or others may read it.
    """
    try:
        if not file.exists():
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
                out.write(new_token() + "\n")
        if os.name == "posix" and stat.S_IMODE(file.stat().st_mode) & 0o077:
            raise BadInput(f"Others may read the token in “{file}”.", f"Take that from them: chmod 600 {file}")
        token = file.read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is no text"
        raise BadInput(f"“{file}” cannot keep the token: {reason.lower()}.", "Choose another file.") from error
    if len(token) < SHORTEST_TOKEN or not token.isprintable() or " " in token:
        raise BadInput(
            f"“{file}” holds no token.", f"Remove it, and one is made; or write {SHORTEST_TOKEN} letters or more."
        )
    return token
