"""The words of Nomina as frozen records. They hold values and check them; they do no work.

Each word has one meaning in code, window, command line, docs and database: see docs/glossary.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]
"""Embeddings, shape (n, d), dtype float32."""
DIGITS = range(1, 10)
"""The keys that label with a category."""


class Origin(StrEnum):
    """Who made a label. Only a person's labels teach."""

    PERSON = "person"
    AUTO = "auto"


class State(StrEnum):
    """What is known of the category of an image, in words for a person."""

    YOURS = "yours"  # a person said so
    LIKELY = "likely"  # the best category stands out
    UNSURE = "unsure"  # two or more categories are close
    NONE = "none"  # nothing stands out
    UNREAD = "unread"  # no embedding from this encoder yet


@dataclass(frozen=True, slots=True)
class Image:
    """One picture, known by the hash of its bytes.

    Attributes:
        id: row id in the library.
        hash: BLAKE2b-128 of the file's bytes, 32 hex digits.
        width, height: pixels, upright (after EXIF orientation).
        path: where it was last seen; None when every known place is gone.
    """

    id: int
    hash: str
    width: int
    height: int
    path: Path | None


@dataclass(frozen=True, slots=True)
class Category:
    """A name a person gave, with its prompts and the size of its evidence.

    Attributes:
        synonyms: other names that mean the same.
        description: one sentence about how it looks, or "".
        accepted, rejected: how many images a person said are, or are not, of it.
        words: False for a category that pictures alone define.
        parent: id of the category it is a kind of; None at the top.
        unlike: names of what it is not, though it may look or be called like it.
        colour: of its mark, "#RRGGBB"; "" for one that the window chooses.
        digit: the key 1 to 9 that labels with it, or None. No two categories have the same.
        position: where a person put it among those under the same one; None after all that were put somewhere.
    """

    id: int
    name: str
    synonyms: tuple[str, ...] = ()
    description: str = ""
    words: bool = True
    accepted: int = 0
    rejected: int = 0
    parent: int | None = None
    unlike: tuple[str, ...] = ()
    colour: str = ""
    digit: int | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """Says "this image is / is not of this category", with who said so."""

    image_id: int
    category_id: int
    accepted: bool
    origin: Origin
    run_id: int | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One automatic labelling pass, which can be rolled back whole.

    Attributes:
        started: ISO 8601, in UTC.
        at_least: the probability that a label needed.
        labels: how many of its labels still stand.
        folder: the folder that it was about; None for pictures from anywhere.
        pictures: how many it looked at; None where that is not known.
    """

    id: int
    started: str
    encoder: str
    at_least: float
    labels: int
    folder: Path | None = None
    pictures: int | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """A folder whose new pictures are added as they come.

    Attributes:
        at_least: the probability with which new pictures are labelled too; None where they are not.
    """

    id: int
    path: Path
    at_least: float | None = None


@dataclass(frozen=True, slots=True)
class Learned:
    """A version of what counts as near, which a library learned for one encoder (reference.Reference).

    Attributes:
        version: names what was learned by its content.
        images: pictures it was learned from.
        labels: labels it was learned from; 0 where the pictures alone were looked at.
        active: whether it is at work.
    """

    id: int
    encoder: str
    version: str
    made: str
    images: int
    labels: int
    active: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What a verb did: its name for a person ("Add “heron”") and the truth tables it touched."""

    name: str
    tables: frozenset[str]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long verb is: done of total, or of an unknown total."""

    done: int
    total: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was left out, and why, in one sentence."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Filmed:
    """A video that was read to its end.

    Attributes:
        hash: of its bytes (see Image.hash).
        size, mtime_ns: bytes and time of change of the file when it was read.
        width, height: of its frames, upright.
        times: the moments that became pictures, in microseconds; None where they were known, and not looked for.
        trouble: what is wrong with it although it was read, in half a sentence, or "".
    """

    path: Path
    hash: str
    size: int
    mtime_ns: int
    width: int = 0
    height: int = 0
    times: tuple[int, ...] | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class EncoderSpec:
    """What an encoder is, without loading it.

    A row has a stretch where words and pictures meet and one where pictures are compared with pictures. For CLIP and
    its kin both are the whole row; an encoder made of two models has them side by side; one that knows pictures only
    has no words.

    Attributes:
        id: names the weights and the recipe exactly; embeddings are keyed by it.
        title: for a person.
        dimension: d, the length of a row.
        words: columns [start, stop) where texts and images meet, of unit length in each row; None without texts.
            Text rows are zero elsewhere.
        pictures: columns [start, stop) by which images are compared, of unit length in each image's row.
        device: "cpu", "cuda", "mps", "xpu", or "" while it is not loaded.
        templates: text templates with one {} each; a name is averaged over them.
    """

    id: str
    title: str
    dimension: int
    words: tuple[int, int] | None
    pictures: tuple[int, int]
    device: str = ""
    templates: tuple[str, ...] = ("a photo of a {}.",)

    @property
    def texts(self) -> bool:
        """Whether it encodes texts as well as images."""
        return self.words is not None


@dataclass(frozen=True, slots=True)
class Levels:
    """The constants of a calibration that depend on where rows are centred; see Calibration."""

    offset: float
    offset_of_one: float
    kappa: float
    temperature: float
    none: float
    sharpening: float = 0.0
    tightness: float = 0.0
    usually_alike: float = 0.0


@dataclass(frozen=True, slots=True)
class Calibration:
    """The constants that make scores of one encoder comparable, whatever a category is known by.

    They are shipped and frozen, so the answer for one picture never depends on which others are there. A score is in
    units where a temperature and a "none" that serve every category make sense; docs/decisions/0004-scores.md says why.

    Attributes:
        words_centre: the mean image where words meet pictures, shape (width,).
        words_gain, words_bend: of the words' score, gain · bend · asinh(product / bend).
        pictures_centre: the mean image where pictures are compared, shape (width,).
        pictures_gain: of the examples' score, gain · (cosine - offset).
        offset, offset_of_one: the offset is offset - offset_of_one / n for n examples.
        kappa: how many examples the words are worth: they weigh κ/(κ + n).
        temperature: of the softmax over the scores of the categories.
        none: the score that "none of these" has.
        at_home: what takes the place of the constants of Levels where rows are centred on the library's own pictures
            (metric.Metric); None for the same.
        sharpening: how fast the temperature falls as the pictures of a library lie nearer to each other; see
            reference.Reference.
        tightness: how much the offset rises with how alike a category's examples are (prototypes.py).
        usually_alike: the mean cosine of examples where it is as it is.
    """

    words_centre: NDArray[np.float32]
    words_gain: float
    words_bend: float
    pictures_centre: NDArray[np.float32]
    pictures_gain: float
    offset: float
    offset_of_one: float
    kappa: float
    temperature: float
    none: float
    at_home: Levels | None = None
    sharpening: float = 0.0
    tightness: float = 0.0
    usually_alike: float = 0.0


@dataclass(frozen=True, slots=True)
class Facts:
    """What a picture's file tells of itself beside what it shows; None where it does not tell.

    Attributes:
        taken: when, ISO 8601 in the camera's own time ("2008-10-22T16:28:39"), with the offset from UTC if known.
        camera: make and model.
        latitude, longitude: where, in decimal degrees, north and east positive; both or neither.
        look: the perceptual hash (looks.py), 64 bits; None for a picture with nothing to tell it by.
    """

    taken: str | None = None
    camera: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    look: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one pass over a file's bytes gives.

    Attributes:
        hash: of the bytes (see Image.hash).
        size, mtime_ns: bytes and time of change of the file when it was read.
        width, height: upright pixels.
        thumbnail: a JPEG of at most 320 pixels a side, or b"" when known.
        row: embedding, shape (d,), float32, or None when known.
        facts: what the file tells of itself, or None when known.
    """

    path: Path
    hash: str
    size: int
    mtime_ns: int
    width: int
    height: int
    thumbnail: bytes = b""
    row: NDArray[np.float32] | None = None
    facts: Facts | None = None
