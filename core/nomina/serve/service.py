"""What every route is given: the library's thread, and what this service may do."""

from __future__ import annotations

import importlib.metadata
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request

from nomina.library import Library
from nomina.serve.problems import Refused
from nomina.serve.thread import LibraryThread

MOST_UPLOAD = 64 << 20


class Service:
    """A library that is served.

    Attributes:
        library: the thread that has it open.
        write: whether clients may change truth.
        most_upload: bytes that an uploaded picture may have.
        version: of Nomina.
    """

    def __init__(self, library: LibraryThread, *, write: bool = False, most_upload: int = MOST_UPLOAD) -> None:
        """Make a folder for what is uploaded and written out, for this user alone; `close` removes it."""
        self.library, self.write, self.most_upload = library, write, most_upload
        self.version = importlib.metadata.version("nomina")
        self._scratch = tempfile.TemporaryDirectory(prefix="nomina-serve-")

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder that is there until the end of the block."""
        with tempfile.TemporaryDirectory(dir=self._scratch.name) as folder:
            yield Path(folder)

    @asynccontextmanager
    async def uploaded(self, request: Request) -> AsyncIterator[Path]:
        """The body of a request in a file, until the end of the block."""
        if request.headers.get("content-type", "").lower().startswith("multipart/"):
            raise Refused(415, "A form was sent.", "Send the picture's bytes alone: curl --data-binary @heron.jpg")
        with self.scratch() as folder:
            path = folder / "picture"
            with path.open("wb") as file:
                async for chunk in request.stream():
                    file.write(chunk)
            yield path

    def close(self) -> None:
        """Close the library and remove what was uploaded."""
        try:
            self.library.close()
        finally:
            self._scratch.cleanup()


@contextmanager
def served(
    open_library: Callable[[], Library], *, write: bool = False, most_upload: int = MOST_UPLOAD
) -> Iterator[Service]:
    """A service over a library that is opened on a thread of its own, closed at the end.

    Raises:
        NominaError: the library cannot be opened.
    """
    service = Service(LibraryThread(open_library), write=write, most_upload=most_upload)
    try:
        yield service
    finally:
        service.close()


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


def _writing(request: Request) -> Service:
    service = _service(request)
    if not service.write:
        raise Refused(403, "The service may not change the library.", "Start it with --write.")
    return service


Serving = Annotated[Service, Depends(_service)]
Writing = Annotated[Service, Depends(_writing)]
