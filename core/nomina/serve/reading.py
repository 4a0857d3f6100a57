"""Routes that look something up: the service, the encoder, categories, pictures, thumbnails, labels."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from nomina.categories import LONGEST_TEXT
from nomina.confidence import STATES
from nomina.domain import Category, Label, State
from nomina.errors import NotFound
from nomina.hierarchy import walk
from nomina.library import Library
from nomina.pages import Order, Show, page
from nomina.serve import believed
from nomina.serve.problems import readable
from nomina.serve.schemas import (
    MOST_SHOWN,
    PLAIN,
    AnswerOut,
    CategoryOut,
    EncoderOut,
    Health,
    LabelOut,
    Level,
    Offset,
    PageOut,
    PictureOut,
    Ranked,
)
from nomina.serve.service import Serving

IdInPath = Annotated[int, Path(ge=1, le=2**53 - 1)]
JPEG: dict[int | str, dict[str, Any]] = {
    200: {"content": {"image/jpeg": {"schema": {"type": "string", "format": "binary"}}}}
}


async def health(service: Serving) -> Health:
    """Whether the service is there. Asks neither library nor encoder."""
    return Health(version=service.version, write=service.write)


async def encoder(service: Serving) -> EncoderOut:
    """The encoder at work; waits until it is loaded."""
    return EncoderOut.of(await service.library.run(lambda library: library.spec))


async def categories(service: Serving) -> list[CategoryOut]:
    """All categories, each parent before its children, else as a person put them, with how many pictures each has."""
    shown = await service.library.run(page)
    return [CategoryOut.of(each, shown.counts[each.id]) for _, each in walk(shown.categories)]


async def pictures(
    service: Serving,
    category: Annotated[int | None, Query(ge=1, le=2**53 - 1)] = None,
    state: State | None = None,
    search: Annotated[str | None, Query(min_length=1, max_length=LONGEST_TEXT, pattern=PLAIN)] = None,
    order: Order = Order.ADDED,
    offset: Offset = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_SHOWN)] = 100,
) -> PageOut:
    """A page of pictures: of a category, in a state, nearest to words; these together narrow."""

    def found(library: Library) -> PageOut:
        if category is not None:
            library.store.category(category)
        whole = page(library, Show(category, state, search, order))
        names = [each.name for each in whole.categories]
        shown = [
            PictureOut(
                id=int(whole.ids[row]),
                hash=whole.hashes[row],
                file=readable(whole.paths[row]),
                state=STATES[int(whole.states[row])],
                first=_name(names, int(whole.first[row])),
                second=_name(names, int(whole.second[row])),
                confidence=float(whole.confidence[row]),
            )
            for row in range(offset, min(offset + limit, whole.count))
        ]
        return PageOut(total=whole.count, offset=offset, pictures=shown)

    return await service.library.run(found)


def _name(names: list[str], column: int) -> str | None:
    return None if column < 0 else names[column]


async def picture(service: Serving, picture: IdInPath, level: Level = 0.9) -> AnswerOut:
    """What is believed of a picture: every category with its probability, and which cannot be ruled out."""
    return answer(await service.library.run(lambda library: believed.of_image(library, picture, level)), level)


def answer(given: believed.Believed, level: float) -> AnswerOut:
    """What is believed of a picture, for the wire."""
    ranked = zip(given.categories, given.probabilities.tolist(), given.possible.tolist(), strict=True)
    return AnswerOut(
        picture=given.picture,
        hash=given.hash,
        state=given.state,
        confidence=given.confidence,
        none=given.none,
        level=level,
        categories=[Ranked(id=each.id, name=each.name, probability=p, possible=can) for each, p, can in ranked],
    )


async def thumbnail(service: Serving, picture: IdInPath) -> Response:
    """A JPEG of at most 320 pixels a side."""

    def found(library: Library) -> bytes:
        jpeg = library.thumbnails.get(believed.image_hash(library, picture))
        if jpeg is None:
            raise NotFound(f"Picture {picture} has no thumbnail.", "Add its file again: nomina add LIBRARY FILE.")
        return jpeg

    return Response(await service.library.run(found), media_type="image/jpeg")


async def labels(service: Serving, picture: IdInPath) -> list[LabelOut]:
    """The labels of a picture, a person's and automatic ones."""

    def found(library: Library) -> tuple[list[Label], list[Category]]:
        believed.image_hash(library, picture)
        return [each for each in library.store.labels() if each.image_id == picture], library.store.categories()

    given, known = await service.library.run(found)
    names = {each.id: each.name for each in known}
    return [LabelOut.of(each, names[each.category_id]) for each in given]


def routes() -> APIRouter:
    """All of them."""
    router = APIRouter()
    router.get("/health")(health)
    router.get("/encoder")(encoder)
    router.get("/categories")(categories)
    router.get("/pictures")(pictures)
    router.get("/pictures/{picture}")(picture)
    router.get("/pictures/{picture}/thumbnail", response_class=Response, responses=JPEG)(thumbnail)
    router.get("/pictures/{picture}/labels")(labels)
    return router
