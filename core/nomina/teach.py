"""Short verbs that teach: a person's word on what pictures show. One transaction, one undo step, one Change each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nomina.domain import Change, Label, Origin
from nomina.errors import BadInput
from nomina.hierarchy import walk
from nomina.library import Library


def label(library: Library, image_ids: Sequence[int], category_id: int, *, accepted: bool = True) -> Change:
    """Say that images are (or are not) of a category. It teaches at once, and stays whatever the scores say.

    Raises:
        NotFound: the category is gone.
    """
    category = library.store.category(category_id)
    relation = "" if accepted else "not "
    with library.step(f"Label {pictures_in_words(len(image_ids))} {relation}“{category.name}”") as step:
        for image_id in image_ids:
            library.store.put_label(Label(int(image_id), category_id, accepted, Origin.PERSON))
    return library.history.change(step)


def reject(library: Library, by_category: Mapping[int, Sequence[int]]) -> Change:
    """Say of images, by category id, that they are not of that category; all in one step.

    Raises:
        NotFound: a category is gone.
    """
    names = [library.store.category(category_id).name for category_id in by_category]
    what = f"“{names[0]}”" if len(names) == 1 else "what they seemed"
    count = sum(len(image_ids) for image_ids in by_category.values())
    with library.step(f"Label {pictures_in_words(count)} not {what}") as step:
        for category_id, image_ids in by_category.items():
            for image_id in image_ids:
                library.store.put_label(Label(int(image_id), category_id, False, Origin.PERSON))
    return library.history.change(step)


def settle(library: Library, category_id: int, accepted: Sequence[int], rejected: Sequence[int]) -> Change:
    """Say at once of images that they are of a category, and of others that they are not: one step.

    Raises:
        NotFound: the category is gone.
    """
    category = library.store.category(category_id)
    name = f"Label {pictures_in_words(len(accepted))} “{category.name}”"
    name += f", {len(rejected):,} not" if rejected else ""
    with library.step(name) as step:
        for image_id in accepted:
            library.store.put_label(Label(int(image_id), category_id, True, Origin.PERSON))
        for image_id in rejected:
            library.store.put_label(Label(int(image_id), category_id, False, Origin.PERSON))
    return library.history.change(step)


def unlabel(library: Library, image_ids: Sequence[int], category_id: int | None = None) -> Change:
    """Forget what a person said of images: of one category, or of all for None.

    Raises:
        NotFound: the category is gone.
    """
    only = f" “{library.store.category(category_id).name}”" if category_id is not None else ""
    with library.step(f"Forget the labels{only} of {pictures_in_words(len(image_ids))}") as step:
        for image_id in image_ids:
            library.store.drop_labels_of_person(int(image_id), category_id)
    return library.history.change(step)


def forget_given(library: Library, category_id: int) -> Change:
    """Forget a category's examples and rejects that came without a picture, in a pack; its labels stay.

    Raises:
        NotFound: the category is gone.
    """
    category = library.store.category(category_id)
    with library.step(f"Forget the examples of “{category.name}” that came in a pack") as step:
        library.store.drop_given(category_id)
    return library.history.change(step)


def surplus_labels(library: Library) -> list[Label]:
    """Accepted labels that would go if a picture could be of one category only, in image order.

    Of a picture's labels one stays: a person's before a run's, then the deeper in the hierarchy, then the surer, then
    what was first said last.
    """
    depths = {category.id: depth for depth, category in walk(library.store.categories())}
    together: dict[int, list[Label]] = {}
    for given in library.store.accepted_together():
        together.setdefault(given.image_id, []).append(given)
    out: list[Label] = []
    for labels in together.values():
        labels.sort(key=lambda each: (each.origin is Origin.AUTO, -depths[each.category_id], -(each.confidence or 0.0)))
        out += labels[1:]
    return out


def allow_several(library: Library, several: bool, *, drop: bool = False) -> Change:
    """Say whether a picture may be of several categories at once, or of one: a mode of the library.

    Back to one, a picture that has several labels keeps one; see surplus_labels. Undo brings them back.

    Args:
        drop: agree that the others go.

    Raises:
        BadInput: pictures have several labels, and `drop` does not say that they may go.
    """
    surplus = [] if several else surplus_labels(library)
    if surplus and not drop:
        count = len({each.image_id for each in surplus})
        has = "One picture has" if count == 1 else f"{count:,} pictures have"
        raise BadInput(
            f"{has} several categories: {len(surplus):,} labels would go.",
            "Agree to that (--drop), or take labels away until each has one.",
        )
    title = "Let a picture have several categories" if several else "Let a picture have one category"
    with library.step(title) as step:
        if several != library.store.several():
            library.store.put_several(several)
        for each in surplus:
            library.store.drop_label(each.image_id, each.category_id)
    return library.history.change(step)


def pictures_in_words(count: int) -> str:
    """“one picture” or “12 pictures”."""
    return "one picture" if count == 1 else f"{count:,} pictures"
