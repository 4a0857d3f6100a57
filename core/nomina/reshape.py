"""Verbs that make one category of pictures or of a folder, one of two, and two of one: each a single step."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator, Iterable, Sequence
from pathlib import Path

from nomina.categories import checked, shown
from nomina.domain import Category, Change, Label, Origin, Progress
from nomina.errors import BadInput
from nomina.filters import in_folder
from nomina.hierarchy import above
from nomina.ingest import add_images
from nomina.library import Library
from nomina.records import name_key
from nomina.teach import pictures_in_words


def category_of(
    library: Library, name: str, image_ids: Sequence[int], *, synonyms: Iterable[str] = (), parent: int | None = None
) -> Change:
    """Make a category of pictures, which become its examples.

    Raises:
        BadInput: see teach.add_category.
        NotFound: the parent or a picture is gone.
    """
    new = Category(0, "", parent=None if parent is None else library.store.category(parent).id)
    with library.step(f"Make “{shown(name)}” of {pictures_in_words(len(image_ids))}") as step:
        _put(library, checked(library, new, name, synonyms, ""), image_ids)
    return library.history.change(step)


def _put(library: Library, category: Category, image_ids: Iterable[int]) -> None:
    made = library.store.put_category(category)
    for image_id in image_ids:
        library.store.put_label(Label(int(image_id), made, True, Origin.PERSON))


def category_of_folder(library: Library, name: str, folder: Path) -> Generator[Progress, None, Change]:
    """Long verb: add the pictures of a folder, and make a category of them and of those that were known, in one step.

    Raises:
        BadInput: see teach.add_category, and ingest.add_images.
    """
    new = Category(0, "")
    checked(library, new, name, (), "")  # before anything is read
    with library.step(f"Make “{shown(name)}” of a folder") as step:
        pass  # which all that follows continues
    yield from add_images(library, [folder], within=step)
    with library.step(step.name, step):
        _put(library, checked(library, new, name, (), ""), in_folder(library, folder.absolute()).tolist())
    return library.history.change(step)


def merge_categories(library: Library, source_id: int, target_id: int) -> Change:
    """Make one category of two: the target gets all that the source is known by, and the source goes.

    Labels move with their origin and run. Where the two disagree on a picture, “is” wins over “is not” and a person
    over a run. The source's names become synonyms, what lay under it comes to lie under the target, and where the
    target lay under the source it takes its place.

    Raises:
        BadInput: both are the same.
        NotFound: one of the two is gone.
    """
    source, target = library.store.category(source_id), library.store.category(target_id)
    if source_id == target_id:
        raise BadInput(f"“{source.name}” cannot be merged with itself.", "Choose another category.")
    with library.step(f"Merge “{source.name}” into “{target.name}”") as step:
        _lift(library, source, target)
        said = {label.image_id: label for label in library.store.labels(category_id=target_id)}
        for label in library.store.labels(category_id=source_id):
            library.store.drop_label(label.image_id, source_id)
            if _stands_over(label, said.get(label.image_id)):
                library.store.put_label(dataclasses.replace(label, category_id=target_id))
        library.store.move_given(source_id, target_id)
        library.store.remove_category(source_id)
        library.store.put_category(_united(source, library.store.category(target_id)))
    return library.history.change(step)


def _lift(library: Library, source: Category, target: Category) -> None:
    """Let what lies under the source lie under the target."""
    categories = library.store.categories()
    if source.id in [each.id for each in above(categories, target.id)]:
        library.store.put_category(dataclasses.replace(target, parent=source.parent))
    for child in categories:
        if child.parent == source.id and child.id != target.id:
            library.store.put_category(dataclasses.replace(child, parent=target.id))


def _stands_over(label: Label, other: Label | None) -> bool:
    """Whether what the source says of a picture counts more than what the target says of it."""
    if other is None:
        return True
    by_person = label.origin is Origin.PERSON
    if by_person != (other.origin is Origin.PERSON):
        return by_person
    return label.accepted and not other.accepted


def _united(source: Category, target: Category) -> Category:
    names = (source.name, *source.synonyms) if source.words else ()
    known, synonyms = {name_key(target.name)}, []
    for name in (*target.synonyms, *names):
        if name_key(name) not in known:
            known.add(name_key(name))
            synonyms.append(name)
    unlike = dict.fromkeys(name for name in (*target.unlike, *source.unlike) if name_key(name) not in known)
    return dataclasses.replace(
        target,
        synonyms=tuple(synonyms),
        description=target.description or source.description,
        unlike=tuple(unlike),
        digit=target.digit or source.digit,
    )


def split_category(library: Library, category_id: int, name: str, image_ids: Sequence[int]) -> Change:
    """Make a second category, beside a category, of some of its examples, which are no longer examples of the first.

    What is not of the first is not of the second either, so that its rejects are shared; all else stays as it is.

    Raises:
        BadInput: these are not some of its examples, or see teach.add_category.
        NotFound: the category is gone.
    """
    old = library.store.category(category_id)
    labels = [each for each in library.store.labels(category_id=category_id) if each.origin is Origin.PERSON]
    examples = {label.image_id for label in labels if label.accepted}
    part = {int(image_id) for image_id in image_ids}
    if not part or not part <= examples:
        raise BadInput(f"These are not examples of “{old.name}”.", "Choose some of its examples.")
    if part == examples:
        raise BadInput(f"These are all examples of “{old.name}”: none would be left.", "Rename it instead.")
    new = Category(0, "", parent=old.parent)
    with library.step(f"Split “{shown(name)}” from “{old.name}”") as step:
        made = library.store.put_category(checked(library, new, name, (), ""))
        for label in labels:
            if label.image_id in part:
                library.store.drop_label(label.image_id, category_id)
            if label.image_id in part or not label.accepted:
                library.store.put_label(dataclasses.replace(label, category_id=made))
    return library.history.change(step)
