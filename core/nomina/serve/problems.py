"""What went wrong, as application/problem+json (RFC 9457): a title for a person, a hint, and the kind of error."""

from __future__ import annotations

import http
import re
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException as AnyHTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse

from nomina.errors import BadInput, EncoderError, LibraryError, NominaError, NotFound, of_the_machine

MEDIA = "application/problem+json"
STATUS: tuple[tuple[type[NominaError], int], ...] = (
    (NotFound, 404),
    (BadInput, 422),
    (LibraryError, 503),
    (EncoderError, 503),
    (NominaError, 500),
)
"""The first that fits."""


class Refused(HTTPException):
    """A request that is not let through, with words for a person.

    Attributes:
        title, hint: as in NominaError.
    """

    def __init__(self, status: int, title: str, hint: str = "", headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, title, headers)
        self.status, self.title, self.hint = status, title, hint


def problem(
    status: int, title: str, hint: str = "", headers: Mapping[str, str] | None = None, *, kind: str = "Refused"
) -> JSONResponse:
    """The response that tells it; see schemas.Problem."""
    told = {"type": "about:blank", "title": title, "status": status, "hint": hint, "kind": kind}
    return JSONResponse(_clean(told), status, headers, MEDIA)


def _clean(told: dict[str, Any]) -> dict[str, Any]:
    """Titles may name a file whose name is no Unicode."""
    return {key: readable(value) if isinstance(value, str) else value for key, value in told.items()}


def readable(text: str) -> str:
    """Text that JSON can hold: bytes of a file's name that are no Unicode are written as numbers."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def tell_problems(app: FastAPI) -> None:
    """Make every error of an app a problem."""
    app.add_exception_handler(NominaError, _of_nomina)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(AnyHTTPException, _of_http)
    app.add_exception_handler(ClientDisconnect, _of_leaving)
    app.add_exception_handler(Exception, _of_bug)


async def _of_nomina(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, NominaError)
    status = next(code for kind, code in STATUS if isinstance(error, kind))
    return problem(status, error.title, error.hint, kind=type(error).__name__)


async def _of_validation(_: Request, error: Exception) -> JSONResponse:
    """Say where and why, and not what was sent."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    count = len(error.errors())
    more = "" if count == 1 else f", and {count - 1} more"
    return problem(
        422, f"The request is no good: {where}: {first['msg']}{more}.", "See /v1/openapi.json.", kind="BadInput"
    )


async def _of_http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, AnyHTTPException)
    if isinstance(error, Refused):
        return problem(error.status, error.title, error.hint, error.headers)
    title = http.HTTPStatus(error.status_code).phrase
    headers = {"Allow": _allowed(request)} if error.status_code == 405 else error.headers
    return problem(error.status_code, f"{title}.", "See /v1/openapi.json.", headers)


def _allowed(request: Request) -> str:
    """All methods that this path has: Starlette tells those of the first route alone."""
    methods: set[str] = set()
    for path, operations in request.app.openapi()["paths"].items():
        if re.fullmatch(re.sub(r"{[^}]*}", "[^/]+", path), request.url.path):
            methods.update(method.upper() for method in operations)
    return ", ".join(sorted(methods))


async def _of_leaving(_: Request, __: Exception) -> JSONResponse:
    """Nobody reads it: the client hung up in the middle of its request, which is no bug and is not logged as one."""
    return problem(400, "The request is not whole.")


async def _of_bug(request: Request, error: Exception) -> JSONResponse:
    known = of_the_machine(error)
    if known is not None:
        return await _of_nomina(request, known)
    title = f"The service failed: {type(error).__name__}."
    return problem(500, title, "This is a bug of Nomina: report it with what the service wrote to stderr.", kind="Bug")
