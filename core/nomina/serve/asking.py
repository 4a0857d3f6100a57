"""Routes that answer a question: classify a picture, search, export."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from nomina import nearest
from nomina.categories import LONGEST_NAME, LONGEST_TEXT
from nomina.domain import Progress, State
from nomina.errors import BadInput, NominaError
from nomina.export import ExportPlan, WhichLabels
from nomina.export.files import Placer
from nomina.export.formats import exporter, failure
from nomina.export.protocol import Exporter, Kind, options_of
from nomina.export.source import LibrarySource
from nomina.library import Library
from nomina.serve import believed, reading
from nomina.serve.problems import readable
from nomina.serve.schemas import PLAIN, AnswerOut, Count, HitOut, Level, SearchIn
from nomina.serve.service import Serving

TEXT = {".csv": "text/csv", ".json": "application/json", ".jsonl": "application/jsonl", ".xml": "application/xml"}
"""Endings of formats that are one file of text, with their media types."""
_BYTES = {"schema": {"type": "string", "format": "binary"}}
PICTURE: dict[str, Any] = {
    "requestBody": {"required": True, "content": {"application/octet-stream": _BYTES}, "description": "A picture file"}
}
EXPORTED: dict[int | str, dict[str, Any]] = {
    200: {"content": {media: {"schema": {"type": "string"}} for media in TEXT.values()}}
}


async def classify(service: Serving, request: Request, level: Level = 0.9) -> AnswerOut:
    """Which category an uploaded picture shows. It is not added, and not kept."""
    async with service.uploaded(request) as path:
        found = await service.library.follow(lambda library: believed.of_file(library, path, level))
    return reading.answer(found, level)


async def search(service: Serving, asked: SearchIn) -> list[HitOut]:
    """The pictures nearest to words or to a picture of the library, best first."""
    words, picture = asked.words, asked.picture
    if (words is None) == (picture is None):
        raise BadInput("A search is by words or by a picture.", "Send one of the two.")

    def found(library: Library) -> list[HitOut]:
        if picture is None:
            hits = nearest.search(library, str(words), asked.count)
            return _hits(library, [(hit.image_id, hit.score) for hit in hits])
        return _hits(library, believed.nearest(library, picture, asked.count))

    return await service.library.run(found)


async def search_by_picture(service: Serving, request: Request, count: Count = 50) -> list[HitOut]:
    """The pictures nearest to an uploaded one, best first."""
    async with service.uploaded(request) as path:

        def found(library: Library) -> Generator[Progress, None, list[HitOut]]:
            read = yield from believed.read(library, path)
            return _hits(library, believed.nearest_to(library, believed.placed(library, read), count))

        return await service.library.follow(found)


def _hits(library: Library, found: list[tuple[int, float]]) -> list[HitOut]:
    images = library.store.images([image_id for image_id, _ in found])
    paths = {image.id: "" if image.path is None else readable(str(image.path)) for image in images}
    return [HitOut(picture=image_id, file=paths[image_id], score=score) for image_id, score in found]


# Export ----------------------------------------------------------------------------------------------------------


async def export(
    service: Serving,
    format: Annotated[str, Query(max_length=100)] = "csv",
    category: Annotated[list[Annotated[str, Query(max_length=LONGEST_NAME)]] | None, Query(max_length=1000)] = None,
    state: Annotated[list[State] | None, Query()] = None,
    search: Annotated[str | None, Query(min_length=1, max_length=LONGEST_TEXT, pattern=PLAIN)] = None,
    count: Count = 500,
    labels: WhichLabels = WhichLabels.BOTH,
    at_least: Annotated[float | None, Query(ge=0.0, le=1.0)] = None,
    multi: bool | None = None,
    level: Annotated[float | None, Query(ge=0.5, le=0.999)] = None,
    labelled_only: bool = False,
    provenance: bool = True,
) -> Response:
    """Labels and predictions in a format that is one file of text: csv, json, jsonl, coco or cvat."""
    plan = ExportPlan(
        format=format,
        categories=tuple(category or ()),
        states=tuple(state or ()),
        search=search,
        count=count,
        labels=labels,
        at_least=at_least,
        multi=multi,
        level=level,
        unlabelled=not labelled_only,
        provenance=provenance,
    )
    made = _text_format(format)
    with ExitStack() as stack:
        folder = stack.enter_context(service.scratch())
        target = folder / f"export{made.ending}"
        await service.library.follow(lambda library: _write(library, plan, made, target))
        kept = stack.pop_all()
    return FileResponse(
        target, media_type=TEXT[made.ending], filename=f"{format}{made.ending}", background=BackgroundTask(kept.close)
    )


def _text_format(name: str) -> Exporter:
    made = exporter(name)
    if made.kind is not Kind.FILE or made.ending not in TEXT:
        raise BadInput(f"“{name}” is not one file of text.", "Write it with nomina export.")
    return made


def _write(library: Library, plan: ExportPlan, made: Exporter, target: Path) -> Generator[Progress, None, None]:
    options = options_of(made, plan.options)
    source = LibrarySource(library, plan, options, Placer.nowhere(), unlabelled=made.unlabelled)
    try:
        for done in made.write(source, target):
            yield Progress(done, source.count, "Writing pictures")
    except (NominaError, OSError):
        raise
    except Exception as error:  # whatever somebody else's format may raise
        raise failure(plan.format, error) from error


def routes() -> APIRouter:
    """All of them."""
    router = APIRouter()
    router.post("/classify", openapi_extra=PICTURE)(classify)
    router.post("/search")(search)
    router.post("/search/picture", openapi_extra=PICTURE)(search_by_picture)
    router.get("/export", response_class=Response, responses=EXPORTED)(export)
    return router
