"""Routes that change truth, each one undo step. They answer 403 unless the service may write."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter

from nomina import categories, teach
from nomina.domain import Category, Change
from nomina.errors import BadInput
from nomina.library import Library
from nomina.serve.problems import Refused
from nomina.serve.reading import IdInPath
from nomina.serve.schemas import (
    CategoryChanged,
    CategoryIn,
    CategoryOut,
    CategoryPatch,
    ChangeOut,
    LabelIn,
    OrderIn,
    ParentIn,
    UnlabelIn,
)
from nomina.serve.service import Service, Writing


async def add_category(service: Writing, asked: CategoryIn) -> CategoryChanged:
    """Add a category."""

    def verb(library: Library) -> tuple[Change, Category]:
        change = categories.add_category(library, **asked.model_dump())
        return change, categories.category_named(library, asked.name)

    return _changed(*await service.library.run(verb))


async def change_category(service: Writing, category: IdInPath, asked: CategoryPatch) -> CategoryChanged:
    """Rename a category or change its words; what is left out stays. Its labels stay."""
    wanted = asked.model_dump(exclude_none=True)
    if not wanted:
        raise BadInput("Nothing is to be changed.", "Send a name, synonyms, a description or words.")
    return await _on(service, category, lambda library: categories.change_category(library, category, **wanted))


async def move_category(service: Writing, category: IdInPath, asked: ParentIn) -> CategoryChanged:
    """Put a category, and all that lies under it, under another one, or to the top."""
    return await _on(service, category, lambda library: categories.move_category(library, category, asked.parent))


async def order_category(service: Writing, category: IdInPath, asked: OrderIn) -> CategoryChanged:
    """Put a category, and all that lies under it, right before or after another one, beside it."""
    return await _on(
        service,
        category,
        lambda library: categories.order_category(library, category, before=asked.before, after=asked.after),
    )


async def _on(service: Service, category: int, verb: Callable[[Library], Change]) -> CategoryChanged:
    return _changed(*await service.library.run(lambda library: (verb(library), library.store.category(category))))


def _changed(change: Change, category: Category) -> CategoryChanged:
    return CategoryChanged(name=change.name, tables=sorted(change.tables), category=CategoryOut.of(category))


async def remove_category(service: Writing, category: IdInPath) -> ChangeOut:
    """Remove a category and its labels; the pictures stay."""
    return ChangeOut.of(await service.library.run(lambda library: categories.remove_category(library, category)))


async def label(service: Writing, asked: LabelIn) -> ChangeOut:
    """Say that pictures are, or are not, of a category, as a person."""

    def verb(library: Library) -> Change:
        return teach.label(library, asked.pictures, asked.category, accepted=asked.accepted)

    return ChangeOut.of(await service.library.run(verb))


async def unlabel(service: Writing, asked: UnlabelIn) -> ChangeOut:
    """Forget what a person said of pictures."""
    return ChangeOut.of(
        await service.library.run(lambda library: teach.unlabel(library, asked.pictures, asked.category))
    )


async def undo(service: Writing) -> ChangeOut:
    """Take back the last change that was made through this service since it started, whoever made it."""
    change = await service.library.run(lambda library: library.undo())
    if change is None:
        raise Refused(409, "There is nothing to undo.", "Only what was changed since the service started can be.")
    return ChangeOut.of(change)


async def redo(service: Writing) -> ChangeOut:
    """Bring the last undone change again."""
    change = await service.library.run(lambda library: library.redo())
    if change is None:
        raise Refused(409, "There is nothing to redo.", "A new change ends what could be.")
    return ChangeOut.of(change)


def routes() -> APIRouter:
    """All of them."""
    router = APIRouter()
    router.post("/categories", status_code=201)(add_category)
    router.patch("/categories/{category}")(change_category)
    router.put("/categories/{category}/parent")(move_category)
    router.put("/categories/{category}/order")(order_category)
    router.delete("/categories/{category}")(remove_category)
    router.post("/labels")(label)
    router.post("/labels/remove")(unlabel)
    router.post("/undo")(undo)
    router.post("/redo")(redo)
    return router
