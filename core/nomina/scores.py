"""Scores of every image for every category, in memory, brought up to date with truth a column or a row at a time.

Nothing here is truth: it grows back from the embeddings in well under a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.circumstances import Circumstances, Spoken, amounts, amounts_left_out, speaking, together
from nomina.directions import Prototype, scores_of
from nomina.domain import Label, Origin
from nomina.embeddings import Embeddings
from nomina.encoders.host import EncoderHost
from nomina.fixedpoint import products
from nomina.kept import KeptRows
from nomina.pictured import Keys
from nomina.prompts import prompts, text_rows, unlike_prompts
from nomina.prototypes import Evidence, Votes, left_out, prototype, rejects_left_out, votes
from nomina.reference import Placed, Reference
from nomina.searching import Searching
from nomina.sketches import Searched
from nomina.store import Store

PLACED_AT_ONCE = 4096
"""Rows that are read and placed at a time."""


@dataclass(frozen=True, slots=True)
class _MadeFrom:
    """The evidence of a category: texts that say what it is and what it is not, ids of images that have a row, and ids
    of rows that came without an image.
    """

    texts: tuple[str, ...]
    unlike: tuple[str, ...]
    accepted: tuple[int, ...]
    rejected: tuple[int, ...]
    given: tuple[tuple[int, bool], ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Column:
    """What one category's scores are made from; `given` are the rows that count, examples and rejects."""

    made_from: _MadeFrom
    words: NDArray[np.float32] | None
    unlike: NDArray[np.float32] | None
    given: tuple[Placed, Placed]
    prototype: Prototype


class ScoreTable:
    """The images of a library in the space of a reference, and a column of scores per category.

    Attributes:
        ids: image ids, shape (n,), int64, ascending.
        read: whether an image has a row of this encoder, shape (n,), bool.
    """

    def __init__(self, reference: Reference, folder: Path | None = None, mark: str = "") -> None:
        """A table of what is kept in the folder of this reference's rows; `follow` brings it up to date.

        Args:
            folder: None keeps everything in memory. mark: see Embeddings.mark.
        """
        self.reference, self.version = reference, reference.version
        self._rows = KeptRows(folder, reference.place(np.zeros((0, reference.spec.dimension), np.float32)), mark)
        self._searching = {
            words: Searching(folder and folder / f"sketches-of-{'words' if words else 'pictures'}", mark)
            for words in (True, False)
        }
        self._show()
        self._columns: dict[int, _Column] = {}
        self._scores: dict[int, NDArray[np.float32]] = {}
        self._left_out: dict[int, tuple[Prototype, dict[int | None, NDArray[np.float32]]]] = {}
        self._rejects_left_out: dict[int, tuple[Prototype, dict[int, float]]] = {}
        self._images: tuple[int, int] | None = None
        self._circumstances: Circumstances | None = None
        self._priors: dict[int, tuple[tuple[int, ...], NDArray[np.float32]]] = {}

    # Bringing up to date -----------------------------------------------------------------------------------------

    def follow(
        self,
        store: Store,
        embeddings: Embeddings,
        host: EncoderHost,
        circumstances: Circumstances | None,
        images: tuple[int, int],
        keys: Keys,
    ) -> None:
        """Bring rows and columns up to date with the library's truth.

        Args:
            circumstances: of all images, where they count.
            images: another value whenever there may be other images or rows; to go through all takes 0.1 seconds.
            keys: ids, ascending, and hashes of all images.
        """
        if circumstances is not self._circumstances:
            self._circumstances = circumstances
            self._priors.clear()
        if images != self._images:
            self._follow_images(embeddings, keys)
            self._images = images
        self._follow_categories(store, embeddings, host)

    @property
    def wrong(self) -> str:
        """What was found wrong with the rows that were kept on disk, in a sentence; "" for nothing."""
        return self._rows.wrong

    def _show(self) -> None:
        """Let what is kept be seen."""
        self.ids, self.read, self._placed = self._rows.ids, self._rows.read, self._rows.placed
        both = ((True, self._placed.words), (False, self._placed.pictures))
        hashes = self._rows.hashes
        self._searched = {
            words: Searched(self.ids, hashes, rows, self.read) for words, rows in both if rows is not None
        }

    def _follow_images(self, embeddings: Embeddings, keys: Keys) -> None:
        before = len(self.ids)
        if len(keys[0]) < before:
            for each in self._searching.values():
                each.rows_went()
        at, kept = self._rows.follow(*keys)
        missing = np.flatnonzero(~kept)
        if not len(missing) and len(kept) == before:
            return
        found = self._read(embeddings, missing)
        if len(kept) == before and not found.any() and (at == np.arange(before)).all():
            return
        fresh = scores_of([column.prototype for column in self._columns.values()], self._rows.placed.take(missing))
        for category_id, new in zip(self._columns, fresh, strict=True):
            scores = np.empty(len(kept), np.float32)
            scores[kept] = self._scores[category_id][at[kept]]
            scores[missing] = np.where(found, new, -np.inf)
            self._scores[category_id] = scores
        self._rows.keep()
        self._show()

    def _read(self, embeddings: Embeddings, missing: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Read and place the rows of these images, by number, in the order of the file; which there are, same shape."""
        spec, hashes = self.reference.spec, self._rows.hashes[missing]
        found = np.zeros(len(missing), bool)
        order = np.argsort(hashes, kind="stable")  # unlike `sorted` it lets the window run
        for start in range(0, len(missing), PLACED_AT_ONCE):
            some = order[start : start + PLACED_AT_ONCE]
            wanted = [hash.decode() for hash in hashes[some].tolist()]
            rows, found[some] = embeddings.get(spec.id, wanted, spec.dimension)
            there = some[found[some]]
            self._rows.put(missing[there], self.reference.place(rows[found[some]]), found[there])
        return found

    def _follow_categories(self, store: Store, embeddings: Embeddings, host: EncoderHost) -> None:
        categories = store.categories()
        teaching, given = _teaching(store.labels()), store.given(self.reference.spec.id)
        for gone in self._columns.keys() - {category.id for category in categories}:
            del self._columns[gone], self._scores[gone]
            self._left_out.pop(gone, None)
            self._rejects_left_out.pop(gone, None)
        spec = self.reference.spec
        texts = {category.id: (prompts(category, spec), unlike_prompts(category, spec)) for category in categories}
        wanted = [text for both in texts.values() for each in both for text in each]
        rows = text_rows(wanted, spec, embeddings, host)
        fresh = {}
        for category in categories:
            accepted, rejected = (self._with_row(teaching.get((category.id, yes), [])) for yes in (True, False))
            made_from = _MadeFrom(*texts[category.id], accepted, rejected, tuple(given.get(category.id, ())))
            column = self._columns.get(category.id)
            if column is not None and column.made_from == made_from:
                continue
            words, unlike = (self._direction(each, rows) for each in texts[category.id])
            given_rows = self._given(made_from, store)
            made = prototype(self.reference.calibration, self._evidence(made_from, words, unlike, given_rows))
            fresh[category.id] = _Column(made_from, words, unlike, given_rows, made)
        scores = self.scored([column.prototype for column in fresh.values()])
        self._columns |= fresh
        self._scores |= zip(fresh, scores, strict=True)

    def _direction(self, texts: tuple[str, ...], rows: dict[str, NDArray[np.float32]]) -> NDArray[np.float32] | None:
        """Where these texts together point to; None without any."""
        return self.reference.place_texts(np.array([rows[text] for text in texts], np.float32)) if texts else None

    def _with_row(self, image_ids: list[int]) -> tuple[int, ...]:
        """Those of the images that have a row."""
        if not image_ids or not len(self.ids):
            return ()
        ids = np.array(image_ids, np.int64)
        at = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        return tuple(ids[(self.ids[at] == ids) & self.read[at]].tolist())

    def _evidence(
        self,
        made_from: _MadeFrom,
        words: NDArray[np.float32] | None,
        unlike: NDArray[np.float32] | None,
        given: tuple[Placed, Placed],
    ) -> Evidence:
        """A category's own pictures, and after them the rows that came without one."""
        accepted, rejected = (self._own(ids) for ids in (made_from.accepted, made_from.rejected))
        return Evidence(words, accepted.joined(given[0]), rejected.joined(given[1]), unlike)

    def _given(self, made_from: _MadeFrom, store: Store) -> tuple[Placed, Placed]:
        """The rows that came without a picture. Where the library has that very picture and a person said something
        of it, that counts, and counts once.
        """
        ids = [[row_id for row_id, accepted in made_from.given if accepted is wanted] for wanted in (True, False)]
        yes, no = (self.reference.place(store.given_rows(each, self.reference.spec.dimension)) for each in ids)
        if made_from.given:
            own = self._own(made_from.accepted + made_from.rejected).pictures.codes
            yes, no = (_without(each, {row.tobytes() for row in own}) for each in (yes, no))
        return yes, no

    def _own(self, ids: tuple[int, ...]) -> Placed:
        return self.placed(np.array(ids, np.int64))

    # Reading -----------------------------------------------------------------------------------------------------

    def placed(self, ids: NDArray[np.int64]) -> Placed:
        """Placed rows of these images, which all must have one."""
        return self._placed.take(np.searchsorted(self.ids, ids))

    def column(self, category_id: int) -> NDArray[np.float32]:
        """Scores of all images for a category, shape (n,), read only; -inf for images without a row."""
        scores = self._scores[category_id]
        if self._circumstances is not None:
            scores = scores + self._prior(category_id, self._circumstances)
        scores.flags.writeable = False
        return scores

    def _prior(self, category_id: int, known: Circumstances) -> NDArray[np.float32]:
        """What their circumstances add to the scores of all images, shape (n,)."""
        accepted = self._columns[category_id].made_from.accepted
        made_for, prior = self._priors.get(category_id, ((), None))
        if prior is None or made_for != accepted:
            prior = self._weighed(amounts(known.shares, self._codes(accepted, known), known.codes))
            self._priors[category_id] = accepted, prior
        return prior

    def _codes(self, ids: tuple[int, ...], known: Circumstances) -> NDArray[np.int32]:
        return known.codes[np.searchsorted(self.ids, np.array(ids, np.int64))]

    def _weighed(self, odds: NDArray[np.float64]) -> NDArray[np.float32]:
        """Odds as parts of a score: to a softmax they are what they are to a probability."""
        return (self.reference.calibration.temperature * together(odds)).astype(np.float32)

    def score_one(self, category_id: int, row: Placed, codes: NDArray[np.int32] | None = None) -> float:
        """The score of a picture that the library does not have.

        Args:
            row: its row, one. codes: of its circumstances (see Circumstances.of_one); None where they do not count.
        """
        score = self.prototype(category_id).score(row)
        if self._circumstances is not None and codes is not None:
            known, accepted = self._circumstances, self._columns[category_id].made_from.accepted
            score += self._weighed(amounts(known.shares, self._codes(accepted, known), codes))
        return float(score[0])

    def spoken(self, category_id: int, image_id: int) -> tuple[Spoken, ...]:
        """Which circumstances speak for a category, the most telling first; none where they do not count."""
        known = self._circumstances
        if known is None:
            return ()
        own = self._codes(self._columns[category_id].made_from.accepted, known)
        return speaking(known, own, self._codes((image_id,), known)[0], self.reference.calibration.temperature)

    def examples(self, category_id: int) -> NDArray[np.int64]:
        """Ids of a category's examples that have a row, ascending."""
        return np.array(self._columns[category_id].made_from.accepted, np.int64)

    def known_by(self, category_id: int) -> int:
        """How many examples a category is known by: pictures, and rows that came without one."""
        column = self._columns[category_id]
        return len(column.made_from.accepted) + len(column.given[0])

    def left_out(self, category_id: int, others: int | None = None) -> NDArray[np.float32]:
        """The score each of a category's examples would have had it not been shown; see prototypes.left_out."""
        column = self._columns[category_id]
        made_for, known = self._left_out.get(category_id, (None, {}))
        if made_for is not column.prototype:
            known = {}
            self._left_out[category_id] = (column.prototype, known)
        if others not in known:
            evidence = self._evidence(column.made_from, column.words, column.unlike, column.given)
            scores = left_out(self.reference.calibration, evidence, others)
            known[others] = scores[: len(column.made_from.accepted)]  # what came without a picture is never asked
        if self._circumstances is None:
            return known[others]
        own = self._codes(column.made_from.accepted, self._circumstances)
        without = amounts_left_out(self._circumstances.shares, own, len(column.given[0]), others)
        return known[others] + self._weighed(without)

    def rejects_left_out(self, category_id: int) -> dict[int, float]:
        """The score each of a category's rejects would have had it not been rejected, by image id."""
        column = self._columns[category_id]
        made_for, known = self._rejects_left_out.get(category_id, (None, {}))
        if made_for is not column.prototype:
            evidence = self._evidence(column.made_from, column.words, column.unlike, column.given)
            scores = rejects_left_out(self.reference.calibration, evidence).tolist()
            known = dict(zip(column.made_from.rejected, scores, strict=False))  # rows without a picture stand last
            self._rejects_left_out[category_id] = (column.prototype, known)
        return known

    def votes(self, category_id: int, image_id: int) -> tuple[Votes, tuple[int, ...], tuple[int, ...]]:
        """What a category's score of an image that has a row is made of, and ids of its own examples and rejects.

        The votes of rows that came without a picture stand after those of the pictures.
        """
        column = self._columns[category_id]
        evidence = self._evidence(column.made_from, column.words, column.unlike, column.given)
        found = votes(column.prototype, evidence, self.placed(np.array([image_id], np.int64)))
        return found, column.made_from.accepted, column.made_from.rejected

    def prototype(self, category_id: int) -> Prototype:
        """The prototype of a category."""
        return self._columns[category_id].prototype

    def scored(self, wanted: Sequence[Prototype]) -> list[NDArray[np.float32]]:
        """What every image scores for some prototypes, shape (n,) each; -inf for images without a row."""
        found, missing = scores_of(wanted, self._placed), np.flatnonzero(~self.read)
        for scores in found:
            scores[missing] = -np.inf
        return found

    def alike(self, image_id: int) -> NDArray[np.float32]:
        """How near every image is to this one, shape (n,), from -1 to 1; -inf where one of the two has no row."""
        row = int(np.searchsorted(self.ids, image_id))
        if row >= len(self.ids) or self.ids[row] != image_id or not self.read[row]:
            return np.full(len(self.ids), -np.inf, np.float32)
        rows = self._placed.pictures
        near = products(rows, rows.codes[row]) * rows.scales * rows.scales[row]
        return np.where(self.read, near, -np.inf).astype(np.float32)

    def nearest(self, wanted: Prototype, count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Images that score highest for words alone or pictures alone: ids and scores, best first, at most count."""
        words, direction = wanted.words is not None, wanted.words or wanted.examples
        assert direction is not None
        found = self._searching[words].nearest(self._searched[words], direction.codes, count)
        scores = wanted.score(self._placed.take(found))
        order = np.argsort(-scores, kind="stable")
        return self.ids[found[order]], scores[order]

    def close(self) -> None:
        """Give up what is being made in the background."""
        for each in self._searching.values():
            each.close()


def _without(rows: Placed, known: set[bytes]) -> Placed:
    """Those of the rows whose codes are not known."""
    return rows.take(np.array([row.tobytes() not in known for row in rows.pictures.codes], bool))


def _teaching(labels: list[Label]) -> dict[tuple[int, bool], list[int]]:
    """Image ids by (category id, accepted), of a person's labels only."""
    out: dict[tuple[int, bool], list[int]] = {}
    for label in labels:
        if label.origin is Origin.PERSON:
            out.setdefault((label.category_id, label.accepted), []).append(label.image_id)
    return out
