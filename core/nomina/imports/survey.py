"""All that a source says, gathered: which categories, and of which picture what. Nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.categories import LONGEST_TEXT, clean_name
from nomina.domain import EncoderSpec, Origin, Rows, Skipped
from nomina.errors import BadInput
from nomina.imports.finder import Finder
from nomina.imports.plan import Imported, ImportPlan, Several, Take
from nomina.imports.protocol import Found, FoundCategory, FoundLabel, FoundRows, Note, Spoilt
from nomina.records import name_key

UNIT = 0.01
"""How far from 1 the length of a row may be. float16 leaves 0.001; a longer row would outweigh the others."""


@dataclass(slots=True)
class Wanted:
    """A category that the source names, by whatever spellings.

    Attributes:
        name: as it was spelt first.
        parent: the key of the category that it is a kind of, or "".
    """

    name: str
    synonyms: dict[str, None] = field(default_factory=dict)
    description: str = ""
    words: bool = True
    parent: str = ""
    unlike: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one picture and one category."""

    accepted: bool
    origin: Origin
    confidence: float | None = None


Judgements = dict[str, Said]
"""What is said of one picture, by the key of the category, in the source's order."""


class Survey:
    """Takes what a source says, item by item.

    Attributes:
        categories: by key (see records.name_key).
        known: what is said of images, by id.
        unknown: what is said of files that are not in the library, by path.
        rows: by the key of the category, examples and rejects without a picture: (row of shape (d,), accepted) by the
            bytes of the row as it is kept.
        named: how many labels named a picture, whatever became of them.
    """

    def __init__(self, plan: ImportPlan, finder: Finder, spec: EncoderSpec, report: Imported) -> None:
        """Nothing was said."""
        self._plan, self._finder, self._spec, self._report = plan, finder, spec, report
        self._only = {name_key(name) for name in plan.categories}
        self._missing: dict[Path, None] = {}
        self.categories: dict[str, Wanted] = {}
        self.known: dict[int, Judgements] = {}
        self.unknown: dict[Path, Judgements] = {}
        self.rows: dict[str, dict[bytes, tuple[NDArray[np.float32], bool]]] = {}
        self.named = 0

    def take(self, found: Found) -> None:
        """Take one thing that the source says."""
        if isinstance(found, Note):
            self._report.notes.append(found.text)
        elif isinstance(found, Spoilt):
            self._report.spoilt.append(Skipped(Path(found.where), found.reason))
        elif isinstance(found, FoundCategory):
            self._category(found)
        elif isinstance(found, FoundRows):
            self._take_rows(found)
        elif self._wanted(found.category):
            self._label(found)

    def finish(self) -> None:
        """Everything was said."""
        self._report.missing.extend(self._missing)
        unreadable = self._finder.unreadable.items()
        self._report.spoilt.extend(Skipped(path, reason) for path, reason in unreadable)
        for path in self._finder.unreadable:
            self.unknown.pop(path, None)
        if not self._plan.adds:
            self._report.unknown.extend(self.unknown)

    def _wanted(self, name: str) -> bool:
        return not self._only or name_key(name) in self._only

    def _category(self, found: FoundCategory) -> str | None:
        """The key of a category, which is remembered; None where its name is no good or not asked for."""
        if not self._wanted(found.name):
            return None
        name = self._clean(found.name, found.name)
        if name is None:
            return None
        wanted = self.categories.setdefault(name_key(name), Wanted(name, words=found.words))
        cleaned, unlike = (
            [self._clean(text, f"{name}={text}") for text in own] for own in (found.synonyms, found.unlike)
        )
        if found.parent and name_key(found.parent) != name_key(name):
            wanted.parent = wanted.parent or name_key(found.parent)
        wanted.synonyms |= dict.fromkeys(text for text in cleaned if text and name_key(text) != name_key(name))
        wanted.unlike |= dict.fromkeys(text for text in unlike if text and name_key(text) != name_key(name))
        description = " ".join(found.description.split())
        if len(description) > LONGEST_TEXT:
            self.spoil(name, f"its description has more than {LONGEST_TEXT:,} characters, and was left out")
        elif not wanted.description:
            wanted.description = description
        return name_key(name)

    def _take_rows(self, found: FoundRows) -> None:
        key = self._category(FoundCategory(found.category))
        if key is None or self._plan.take is Take.NAMES:
            return
        own = self.rows.setdefault(key, {})
        for rows, accepted in ((found.accepted, True), (found.rejected, False)):
            if not _fit(rows, self._spec):
                self.spoil(found.category, "its examples are no rows of the encoder at work, and were left out")
                continue
            for row in rows:
                _, before = own.setdefault(row.astype(np.float16).tobytes(), (row, accepted))
                if before is not accepted:
                    self.clash(found.category, "the source gives one example as of it and as not of it")

    def _clean(self, name: str, where: str) -> str | None:
        try:
            return clean_name(name)
        except BadInput as error:
            self.spoil(where, error.title)
            return None

    def spoil(self, where: str, reason: str) -> None:
        """Note that something cannot be taken."""
        shown = " ".join(where.split())
        item = Skipped(Path(shown if len(shown) <= 60 else shown[:59] + "…"), reason)
        if item not in self._report.spoilt[-20:]:  # a column of them says it once
            self._report.spoilt.append(item)

    def _label(self, found: FoundLabel) -> None:
        automatic = found.origin is not Origin.PERSON
        if automatic and not self._plan.automatic:
            self._report.left_out += 1
            return
        key = self._category(FoundCategory(found.category))
        if key is None or self._plan.take is Take.NAMES:
            return
        self.named += 1
        image = self._finder.image(found)
        if image is None:
            self._missing[self._finder.path_or_name(found)] = None
            return
        said = Said(found.accepted, found.origin, found.confidence if automatic else None)
        if isinstance(image, int):
            self._say(self.known.setdefault(image, {}), image, key, said)
        else:
            self._say(self.unknown.setdefault(image, {}), image, key, said)

    def _say(self, judgements: Judgements, image: object, key: str, said: Said) -> None:
        """A person outdoes a program; two persons who differ are a clash, and the first counts."""
        before = judgements.get(key)
        if before is None or (before.origin is not Origin.PERSON and said.origin is Origin.PERSON):
            judgements[key] = said
        elif before.accepted is not said.accepted and before.origin is said.origin:
            self.clash(image, f"the source says both that it is “{self.categories[key].name}” and that it is not")

    def clash(self, what: object, why: str) -> None:
        """Note that something stands against something else."""
        item = Skipped(Path(str(what)), why)
        if item not in self._report.clashes[-20:]:
            self._report.clashes.append(item)

    def judged(self, judgements: Judgements, several: bool) -> tuple[Judgements, str]:
        """What is to be said of a picture: one category that it is of, or several, and those that it is not of.

        Args:
            several: whether the library lets a picture be of several categories.

        Returns:
            also why none of several could be chosen, or "".
        """
        if several:
            return judgements, ""
        yes = [key for key, said in judgements.items() if said.accepted and said.origin is Origin.PERSON]
        out = {key: said for key, said in judgements.items() if not said.accepted}
        if len(yes) > 1 and self._plan.several is Several.SKIP:
            names = ", ".join(f"“{self.categories[key].name}”" for key in yes[:5])
            return out, f"the source gives it {len(yes)} categories ({names}), and a picture has one"
        sure = {
            key: said.confidence or 0.0
            for key, said in judgements.items()
            if said.accepted and said.origin is not Origin.PERSON
        }
        chosen = yes[:1] or sorted(sure, key=lambda key: -sure[key])[:1]
        self._report.left_out += len(sure.keys() - set(chosen))
        return out | {key: judgements[key] for key in chosen}, ""


def _fit(rows: Rows, spec: EncoderSpec) -> bool:
    """Whether rows are of unit length wherever rows of this encoder are, within what float16 leaves of it."""
    if rows.ndim != 2 or rows.shape[1] != spec.dimension:
        return False
    stretches = [stretch for stretch in (spec.words, spec.pictures) if stretch is not None]
    lengths = [np.linalg.norm(rows[:, slice(*stretch)].astype(np.float64), axis=1) for stretch in stretches]
    return all(bool(np.all(np.abs(each - 1.0) <= UNIT)) for each in lengths)
