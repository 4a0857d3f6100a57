"""What of a survey is made, against what the library has already: a person's labels there stand unless overruled."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.categories import LONGEST_NAME
from nomina.domain import Category, Label, Origin
from nomina.errors import BadInput
from nomina.imports.plan import Imported, ImportPlan, SameName
from nomina.imports.survey import Judgements, Said, Survey, Wanted
from nomina.library import Library
from nomina.records import name_key


@dataclass(frozen=True, slots=True)
class Decision:
    """A category as it shall be.

    Attributes:
        category: id 0 for a new one.
        write: whether it is new or changed.
    """

    category: Category
    write: bool


def refuse_taken(library: Library, plan: ImportPlan, survey: Survey) -> None:
    """Find out before the work whether names are taken.

    Raises:
        BadInput: some are, and the plan says to refuse that.
    """
    taken = [each.name for each in survey.categories.values() if library.store.category_named(each.name) is not None]
    if taken and plan.same_name is SameName.REFUSE:
        names = ", ".join(f"“{name}”" for name in taken[:10])
        raise BadInput(
            f"The library has {names} already, so nothing was imported.",
            "Join them, rename them, or leave them out: --same-name join, rename or skip.",
        )


class Decider:
    """Holds the survey against the library.

    Attributes:
        decisions: the category of each key that is taken.
    """

    def __init__(self, library: Library, plan: ImportPlan, survey: Survey, report: Imported) -> None:
        """Decide on the categories."""
        self._library, self._plan, self._survey, self._report = library, plan, survey, report
        self._several = library.store.several()
        self._taken = {name_key(each.name) for each in library.store.categories()}
        self._labels: dict[int, dict[int, Label]] = {}
        for label in library.store.labels():
            self._labels.setdefault(label.image_id, {})[label.category_id] = label
        self.decisions: dict[str, Decision] = {}
        for key, wanted in survey.categories.items():
            self._decide(key, wanted)

    def _decide(self, key: str, wanted: Wanted) -> None:
        old = self._library.store.category_named(wanted.name) if key in self._taken else None
        if old is not None and self._plan.same_name is SameName.SKIP:
            self._survey.clash(wanted.name, "the library has a category of this name, so it was left out")
            return
        if old is not None and self._plan.same_name is SameName.JOIN:
            new = _joined(old, wanted)
            if new != old:
                self._report.changed.append(old.name)
            self.decisions[key] = Decision(new, new != old)
            return
        name = wanted.name if old is None else self._free(wanted.name)
        if old is not None:
            self._survey.clash(wanted.name, f"the library has a category of this name, so it is called “{name}”")
        self._report.new.append(name)
        words = (name, tuple(wanted.synonyms), wanted.description, wanted.words)
        category = Category(0, *words, unlike=tuple(wanted.unlike))
        self.decisions[key] = Decision(category, True)

    def _free(self, name: str) -> str:
        """A name like this one that nobody has."""
        used = self._taken | self._survey.categories.keys() | {name_key(new) for new in self._report.new}
        number = 2
        while name_key(f"{name[: LONGEST_NAME - 12]} {number}") in used:
            number += 1
        return f"{name[: LONGEST_NAME - 12]} {number}"

    def labels(self, image_id: int, said: Judgements) -> Iterator[tuple[str, Said]]:
        """(key of the category, what to say) for each label of a known image that is to be made."""
        before = self._labels.get(image_id, {})
        judged, why = self._survey.judged(said, self._several)
        if why:
            self._survey.clash(self._called(image_id), why)
        for key, each in judged.items():
            decision = self.decisions.get(key)
            if decision is not None and self._is_made(image_id, before, decision.category, each):
                yield key, each

    def new_labels(self, path: Path, said: Judgements) -> Iterator[tuple[str, Said]]:
        """The same for a picture that is not in the library yet."""
        judged, why = self._survey.judged(said, self._several)
        if why:
            self._survey.clash(path, why)
        yield from ((key, each) for key, each in judged.items() if key in self.decisions)

    def new_rows(self) -> Iterator[tuple[str, NDArray[np.float32], bool]]:
        """(key of the category, row of shape (d,), accepted) of each example or reject that is to be made."""
        for key, rows in self._survey.rows.items():
            if key in self.decisions:
                category, made = self.decisions[key].category, 0
                for row, accepted in rows.values():
                    if self._is_new_row(category, row, accepted):
                        made += 1
                        yield key, row, accepted
                if made:
                    self._report.given[category.name] = made

    def _is_new_row(self, category: Category, row: NDArray[np.float32], accepted: bool) -> bool:
        there = self._library.store.given_as(category.id, self._library.spec.id, row) if category.id else None
        if there is accepted:
            self._report.already += 1
        elif there is not None:
            overruled = ", and is now what the source says" * self._plan.overrule
            self._survey.clash(category.name, f"one of its examples is there as the opposite{overruled}")
        return there is None or (there is not accepted and self._plan.overrule)

    def _is_made(self, image_id: int, before: Mapping[int, Label], category: Category, said: Said) -> bool:
        same = before.get(category.id)
        yours = next((each for each in before.values() if each.accepted and each.origin is Origin.PERSON), None)
        if self._several:  # then another category is no contradiction
            yours = same if same is not None and same.accepted and same.origin is Origin.PERSON else None
        if said.origin is not Origin.PERSON:
            if yours is not None or (same is not None and same.origin is Origin.PERSON):
                self._report.left_out += 1  # what a person said needs no guess
                return False
            if same is not None and same.accepted and same.confidence == said.confidence:
                self._report.already += 1
                return False
            return True
        if same is not None and same.origin is Origin.PERSON and same.accepted is said.accepted:
            self._report.already += 1
            return False
        against = _against(category, said, same, yours, self._library)
        if against:
            self._survey.clash(
                self._called(image_id), against + (", and is now what the source says" * self._plan.overrule)
            )
        return not against or self._plan.overrule

    def _called(self, image_id: int) -> str:
        """Where an image lies, for a person."""
        images = self._library.store.images([image_id])
        return str(images[0].path or images[0].hash) if images else str(image_id)


def _against(category: Category, said: Said, same: Label | None, yours: Label | None, library: Library) -> str:
    """What a person said in the library that stands against a label, or ""."""
    if said.accepted and same is not None and same.origin is Origin.PERSON:
        return f"you said that it is not “{category.name}”"
    if not said.accepted and yours is not None and yours.category_id == category.id:
        return f"you said that it is “{category.name}”"
    if said.accepted and yours is not None:
        return f"you said that it is “{library.store.category(yours.category_id).name}”, not “{category.name}”"
    return ""


def _joined(old: Category, wanted: Wanted) -> Category:
    """The category with the words of both; what it has of its own stands."""
    synonyms = _with_more(old.synonyms, wanted.synonyms, (old.name,))
    unlike = _with_more(old.unlike, wanted.unlike, (old.name, *synonyms))
    description = old.description or wanted.description
    return dataclasses.replace(old, synonyms=synonyms, description=description, unlike=unlike)


def _with_more(old: tuple[str, ...], more: Iterable[str], others: tuple[str, ...]) -> tuple[str, ...]:
    """The names with those that are neither among them nor among the others."""
    known = {name_key(text) for text in (*old, *others)}
    return old + tuple(text for text in more if name_key(text) not in known)
