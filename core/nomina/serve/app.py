"""Puts the service together: its routes, its errors, its OpenAPI, and the guard before all of them."""

from __future__ import annotations

import functools
from collections.abc import Collection
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from nomina.serve import asking, label_studio, reading, writing
from nomina.serve.problems import MEDIA, tell_problems
from nomina.serve.schemas import Problem
from nomina.serve.security import Guard
from nomina.serve.service import Service


def create_app(service: Service, *, token: str, names: Collection[str]) -> Guard:
    """The service as an ASGI app.

    Args:
        names: what the Host header may say, without the port.
    """
    app = FastAPI(
        title="Nomina",
        version=service.version,
        openapi_url="/v1/openapi.json",
        docs_url=None,  # its pages fetch scripts from the network
        redoc_url=None,
        redirect_slashes=False,
        responses={"default": {"description": "What went wrong", "content": {MEDIA: {"schema": _REF}}}},
    )
    app.state.service = service
    for router in (reading.routes(), asking.routes(), writing.routes()):
        app.include_router(router, prefix="/v1")
    app.include_router(label_studio.routes())
    tell_problems(app)
    setattr(app, "openapi", functools.cache(lambda: _described(app)))  # noqa: B010 - mypy forbids to assign a method
    return Guard(app, token=token, names=names, most_upload=service.most_upload)


_REF = {"$ref": "#/components/schemas/Problem"}


def _described(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI, made when it is first asked for: every error is a problem, and everything asks for the token."""
    told: dict[str, Any] = get_openapi(title=app.title, version=app.version, routes=app.routes)
    parts = told.setdefault("components", {})
    schemas = parts.setdefault("schemas", {})
    for gone in ("HTTPValidationError", "ValidationError"):
        schemas.pop(gone, None)
    schemas["Problem"] = Problem.model_json_schema(mode="serialization")
    parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    told["security"] = [{"token": []}]
    for path in told["paths"].values():
        for operation in path.values():
            operation["responses"].pop("422", None)
    return told
