"""What goes over the wire, in the words of the glossary. Everything that comes in has a bound."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from nomina.categories import LONGEST_NAME, LONGEST_TEXT
from nomina.domain import Category, Change, EncoderSpec, Label, Origin, State

MOST_IDS = 10_000
MOST_SHOWN = 1000
PLAIN = r"^[^\x00-\x1f\x7f]*$"

Id = Annotated[int, Field(ge=1, le=2**53 - 1)]
Name = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME, pattern=PLAIN)]
Names = Annotated[list[Name], Field(max_length=100)]
Sentence = Annotated[str, Field(max_length=LONGEST_TEXT, pattern=PLAIN)]
Ids = Annotated[list[Id], Field(min_length=1, max_length=MOST_IDS)]
Count = Annotated[int, Field(ge=1, le=MOST_SHOWN)]
Offset = Annotated[int, Field(ge=0, le=2**31)]
Level = Annotated[float, Field(ge=0.5, le=0.999)]


class Told(BaseModel):
    """The base of what is answered."""


class Asked(BaseModel, extra="forbid", strict=True):
    """The base of what is asked: nothing it does not know, and no guessing of types."""


class Problem(Told):
    """What went wrong (RFC 9457), with the next step as `hint`."""

    type: str = "about:blank"
    title: str
    status: int
    hint: str
    kind: str


class Health(Told):
    """Whether the service is there; asks neither library nor encoder."""

    status: str = "ok"
    version: str
    write: bool


class EncoderOut(Told):
    """The encoder at work."""

    id: str
    title: str
    dimension: int
    texts: bool
    device: str

    @classmethod
    def of(cls, spec: EncoderSpec) -> EncoderOut:
        """From the core's record."""
        return cls(id=spec.id, title=spec.title, dimension=spec.dimension, texts=spec.texts, device=spec.device)


class CategoryOut(Told):
    """A category, with the size of its evidence; `pictures` are yours or likely of it, or of one below it."""

    id: int
    name: str
    synonyms: list[str]
    description: str
    unlike: list[str]
    words: bool
    parent: int | None
    accepted: int
    rejected: int
    pictures: int | None = None

    @classmethod
    def of(cls, category: Category, pictures: int | None = None) -> CategoryOut:
        """From the core's record."""
        return cls(
            id=category.id,
            name=category.name,
            synonyms=list(category.synonyms),
            description=category.description,
            unlike=list(category.unlike),
            words=category.words,
            parent=category.parent,
            accepted=category.accepted,
            rejected=category.rejected,
            pictures=pictures,
        )


class PictureOut(Told):
    """A picture as a page shows it. `file` is where it was last seen, "" when unknown."""

    id: int
    hash: str
    file: str
    state: State
    first: str | None
    second: str | None
    confidence: float


class PageOut(Told):
    """A stretch of a page, and how many pictures the whole has."""

    total: int
    offset: int
    pictures: list[PictureOut]


class Ranked(Told):
    """A category with its probability; `possible` says that it cannot be ruled out at the level asked."""

    id: int
    name: str
    probability: float
    possible: bool


class AnswerOut(Told):
    """What is believed of one picture.

    `picture` is its id where the library has it: then a person's labels count, and `state` may be “yours”. `categories`
    are all there are, the most likely first; `none` is the probability of none of these.
    """

    picture: int | None
    hash: str
    state: State
    confidence: float
    none: float
    level: float
    categories: list[Ranked]


class LabelOut(Told):
    """A label of a picture, with who gave it."""

    category: int
    name: str
    accepted: bool
    origin: Origin
    run: int | None
    confidence: float | None

    @classmethod
    def of(cls, label: Label, name: str) -> LabelOut:
        """From the core's record."""
        return cls(
            category=label.category_id,
            name=name,
            accepted=label.accepted,
            origin=label.origin,
            run=label.run_id,
            confidence=label.confidence,
        )


class HitOut(Told):
    """A picture that a search found; `score` is how far it stands out from pictures of anything."""

    picture: int
    file: str
    score: float


class ChangeOut(Told):
    """What a write did: its name, as undo has it, and the tables it touched."""

    name: str
    tables: list[str]

    @classmethod
    def of(cls, change: Change) -> ChangeOut:
        """From the core's record."""
        return cls(name=change.name, tables=sorted(change.tables))


class CategoryChanged(ChangeOut):
    """A write, and the category as it is now."""

    category: CategoryOut


class SearchIn(Asked):
    """Words, or the id of a picture of the library: one of the two."""

    words: Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT, pattern=PLAIN)] | None = None
    picture: Id | None = None
    count: Count = 50


class CategoryIn(Asked):
    """A new category."""

    name: Name
    synonyms: Names = Field(default_factory=list)
    description: Sentence = ""
    words: bool = True
    parent: Id | None = None


class CategoryPatch(Asked):
    """What shall change of a category; what is null or left out stays."""

    name: Name | None = None
    synonyms: Names | None = None
    description: Sentence | None = None
    words: bool | None = None


class ParentIn(Asked):
    """The category it shall lie under; null for the top."""

    parent: Id | None


class OrderIn(Asked):
    """The category that it shall stand right before, or right after: one of the two."""

    before: Id | None = None
    after: Id | None = None


class LabelIn(Asked):
    """Pictures that are, or with `accepted` false are not, of a category."""

    pictures: Ids
    category: Id
    accepted: bool = True


class UnlabelIn(Asked):
    """Pictures whose labels by a person are to be forgotten: of one category, or of all for null."""

    pictures: Ids
    category: Id | None = None
