"""Near-duplicates: pictures that show the same shot, found, grouped, and labelled together.

Embeddings and looks (looks.py) propose, both together decide; docs/decisions/0007-duplicates.md has the numbers.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Change, Image, Label, Origin, Progress, Rows
from nomina.index import neighbours
from nomina.library import Library
from nomina.looks import BITS, Looks, differing_bits, mirrored
from nomina.ordering import distinct
from nomina.reference import unit

NEIGHBOURS = 16
"""Pictures that are proposed for each."""
SKETCH = 128
"""Numbers a row is projected to before the search: enough to propose, a tenth of the memory and time."""
ROWS_A_STEP = 1024
PAIRS_A_STEP, COMPONENTS_A_STEP = 20_000, 50
BANDS, IN_A_BAND = 4, 4
"""Looks that are the same in one of four quarters are proposed too, each with the next four in order: of any two looks
that differ in three bits at most, one quarter is the same."""
RULES = ((4, 0.40), (9, 0.80), (12, 0.93), (16, 0.95))
"""Two pictures are near-duplicates if for one of these pairs they differ in at most so many bits of 64 of their looks
and their embeddings, less the encoder's centre, have at least this cosine."""
MOST_BITS = max(bits for bits, _ in RULES)


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Pictures that show the same shot: each of them is a near-duplicate of the first.

    Attributes:
        image_ids: two and more; the best copy first: most pixels, then taken first, then added first.
    """

    image_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What was found.

    Attributes:
        groups: in the order of their best copies. No picture is in two of them.
        left_out: pictures that could not be compared: the encoder has not read them, or they are all of one grey.
    """

    groups: tuple[DuplicateGroup, ...]
    left_out: int


def near_duplicates(library: Library) -> Generator[Progress, None, Duplicates]:
    """Find pictures that show the same shot: rescaled, recompressed, brightened, mirrored, marked or cropped a little.

    Nothing is read or encoded: pictures that this encoder has not read are left out and counted (encode_missing reads
    them). Frames of a burst are not looked for, but hardly differ and may be found.

    Raises:
        EncoderError: the encoder cannot be loaded; its embeddings are what proposes.
    """
    compared, left_out = yield from _comparable(library)
    pairs = yield from _alike_pairs(compared)
    yield Progress(len(compared.ids), len(compared.ids), "Grouping near-duplicates")
    rank = _best_first(library, compared, pairs)
    known = set(map(tuple, pairs.tolist()))
    groups: list[DuplicateGroup] = []
    for number, component in enumerate(_components(pairs)):
        for members in _around_the_best(compared, known, sorted(component, key=rank.__getitem__)):
            groups.append(DuplicateGroup(tuple(int(i) for i in compared.ids[members])))
        if number % COMPONENTS_A_STEP == 0:
            yield Progress(len(compared.ids), len(compared.ids), "Grouping near-duplicates")
    return Duplicates(tuple(sorted(groups, key=lambda group: group.image_ids[0])), left_out)


def keep_duplicates(library: Library) -> Generator[Progress, None, Duplicates]:
    """Find near-duplicates, and keep them in memory for the pages that show one picture of each group.

    What was found for these very pictures before is not looked for again.

    Raises:
        EncoderError: see near_duplicates.
    """
    pictures, last = library.history.revision("image"), library.memo.last("duplicates")
    if last is not None and last[0] == pictures:
        kept: Duplicates = last[1]
        return kept
    found = yield from near_duplicates(library)
    library.memo.put("duplicates", (pictures, found))
    return found


def kept_duplicates(library: Library) -> Duplicates | None:
    """What `keep_duplicates` found last; None where it did not look yet."""
    last = library.memo.last("duplicates")
    return None if last is None else last[1]


# What is compared ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Compared:
    """The pictures that can be compared, n of them.

    Attributes:
        ids: image ids, shape (n,), int64, ascending.
        hashes, looks: shape (n,).
        sketches: projected rows, shape (n, SKETCH), float32.
        centre: of the encoder's rows, shape (width,).
    """

    library: Library
    centre: NDArray[np.float32]
    ids: NDArray[np.int64]
    hashes: NDArray[np.bytes_]
    looks: Looks
    sketches: Rows

    def rows(self, index: NDArray[np.int64]) -> Rows:
        """Centred rows of unit length, shape (len(index), width)."""
        return _centred(self.library, self.centre, self.hashes[index])[0]

    def alike(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether pictures are near-duplicates, pair by pair."""
        bits = least_bits(self.looks[one], self.looks[other])
        near = np.flatnonzero(bits <= MOST_BITS)
        alike = np.zeros(len(one), bool)
        for start in range(0, len(near), ROWS_A_STEP):
            at = near[start : start + ROWS_A_STEP]
            used, where = np.unique(np.concatenate([one[at], other[at]]), return_inverse=True)
            rows = self.rows(used)
            cosines = np.einsum("ij,ij->i", rows[where[: len(at)]], rows[where[len(at) :]])
            alike[at] = alike_by(bits[at], cosines)
        return alike


def least_bits(one: Looks, other: Looks) -> NDArray[np.uint8]:
    """Bits that differ, or differ once one picture is mirrored if those are fewer, elementwise."""
    return np.minimum(differing_bits(one, other), differing_bits(mirrored(one), other))


def alike_by(bits: NDArray[np.uint8], cosines: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Whether pictures with so many different bits and this cosine are near-duplicates, elementwise; see RULES."""
    return np.asarray(np.any([(bits <= most) & (cosines >= least) for most, least in RULES], axis=0), np.bool_)


def _comparable(library: Library) -> Generator[Progress, None, tuple[_Compared, int]]:
    all_ids, all_hashes = library.store.keys_after(0)
    looks = library.facts.looks([hash.decode() for hash in all_hashes.tolist()])
    with_look = np.flatnonzero(np.array([look is not None for look in looks], bool))
    hashes = all_hashes[with_look]
    centre = library.host.calibration().pictures_centre
    width = len(centre)
    # fixed, so that the same library gives the same groups; https://en.wikipedia.org/wiki/Random_projection
    projection = np.random.default_rng(0).normal(0, SKETCH**-0.5, (width, min(SKETCH, width))).astype(np.float32)
    sketches, read = np.empty((len(hashes), projection.shape[1]), np.float32), np.zeros(len(hashes), bool)
    order = np.argsort(hashes, kind="stable")  # as they lie in the file: a page of it is read once, not for each row
    for start in range(0, len(order), ROWS_A_STEP):
        some = order[start : start + ROWS_A_STEP]
        rows, read[some] = _centred(library, centre, hashes[some])
        sketches[some] = rows @ projection
        yield Progress(start + len(some), len(order), "Comparing pictures")
    picked = np.array([looks[i] for i in with_look[read].tolist()], np.uint64)
    if not read.all():
        hashes, sketches = hashes[read], sketches[read]
    compared = _Compared(library, centre, all_ids[with_look[read]], hashes, picked, sketches)
    return compared, len(all_ids) - len(picked)


def _centred(
    library: Library, centre: NDArray[np.float32], hashes: NDArray[np.bytes_]
) -> tuple[Rows, NDArray[np.bool_]]:
    """Rows where pictures are compared, of unit length, shape (n, width); and which there are."""
    spec = library.spec
    rows, found = library.embeddings.get(spec.id, [hash.decode() for hash in hashes.tolist()], spec.dimension)
    return unit(rows[:, slice(*spec.pictures)] - centre), found


# Grouping --------------------------------------------------------------------------------------------------------


def _alike_pairs(compared: _Compared) -> Generator[Progress, None, NDArray[np.int64]]:
    """Pairs of near-duplicates among the proposed, shape (m, 2), as places in `compared`."""
    proposed = _near_by_a_band(compared.looks)
    found = [np.zeros((0, 2), np.int64)]
    for start in range(0, len(proposed), PAIRS_A_STEP):
        some = proposed[start : start + PAIRS_A_STEP]
        found.append(some[compared.alike(*some.T)])
        yield Progress(0, len(compared.ids), "Looking for near-duplicates")
    for start, near in neighbours(compared.sketches, NEIGHBOURS):
        one = np.repeat(np.arange(start, start + len(near)), near.shape[1])
        proposed = _distinct(one[near.reshape(-1) >= 0], near[near >= 0])
        found.append(proposed[compared.alike(*proposed.T)])
        yield Progress(start + len(near), len(compared.ids), "Looking for near-duplicates")
    return _distinct(*np.concatenate(found).T)


def _distinct(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """Pairs of two different places, each once and the smaller first, shape (m, 2): as one number they are sorted in a
    tenth of the time.
    """
    whole = int(max(one.max(initial=0), other.max(initial=0))) + 1
    differ = one != other
    numbers = distinct(np.minimum(one[differ], other[differ]) * whole + np.maximum(one[differ], other[differ]))
    return np.stack(np.divmod(numbers, whole), axis=1)


def _near_by_a_band(looks: Looks) -> NDArray[np.int64]:
    """Pairs of looks, shape (m, 2), that are the same in one of their bands, mirrored or not, and near as a whole.

    Among a million pictures thirty millions are the same in a band, and few of them near: the others are not kept.
    """
    both = np.concatenate([looks, mirrored(looks)])
    found = [np.zeros((0, 2), np.int64)]
    width = BITS // BANDS
    for band in range(BANDS):
        turned = (both >> np.uint64(width * band)) | (both << np.uint64(BITS - width * band)) if band else both
        key = turned & np.uint64((1 << width) - 1)
        order = np.lexsort((turned, key))
        for step in range(1, IN_A_BAND + 1):
            same = np.flatnonzero(key[order[:-step]] == key[order[step:]])
            one, other = order[same] % len(looks), order[same + step] % len(looks)
            near = np.flatnonzero(least_bits(looks[one], looks[other]) <= MOST_BITS)
            found.append(_distinct(one[near], other[near]))
    return _distinct(*np.concatenate(found).T)


def _best_first(library: Library, compared: _Compared, pairs: NDArray[np.int64]) -> dict[int, tuple[int, str, int]]:
    """By place: what sorts a group."""
    places = distinct(pairs.reshape(-1))
    images: dict[int, Image] = {image.id: image for image in library.store.images(compared.ids[places].tolist())}
    rank = {}
    for place in places.tolist():
        image = images[int(compared.ids[place])]
        facts = library.facts.get(image.hash)
        taken = facts.taken if facts and facts.taken else "9999"
        rank[place] = (-image.width * image.height, taken, image.id)
    return rank


def _components(pairs: NDArray[np.int64]) -> list[list[int]]:
    """Places that hang together by pairs."""
    head: dict[int, int] = {}

    def head_of(place: int) -> int:
        while head.setdefault(place, place) != place:
            head[place] = place = head[head[place]]
        return place

    for one, other in pairs.tolist():
        head[head_of(one)] = head_of(other)
    components: dict[int, list[int]] = {}
    for place in head:
        components.setdefault(head_of(place), []).append(place)
    return list(components.values())


def _around_the_best(
    compared: _Compared, known: set[tuple[int, int]], places: list[int]
) -> Generator[list[int], None, None]:
    """Split what hangs together so that each member is a near-duplicate of its group's best copy.

    Else a chain of small steps (a pan, a slow change of light) would join pictures that have nothing in common.
    """
    while len(places) > 1:
        best, others = places[0], np.array(places[1:], np.int64)
        near = np.array([(min(best, other), max(best, other)) in known for other in places[1:]])
        open_ = np.flatnonzero(~near)
        near[open_] = compared.alike(np.full(len(open_), best, np.int64), others[open_])
        if near.any():
            yield [best, *others[near].tolist()]
        places = others[~near].tolist()


# Labels ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A group whose pictures a person labelled differently: nothing is said about it.

    Attributes:
        image_ids: the pictures that were labelled so.
        category_ids: the categories they were labelled of, where a picture may be of one only; of one alone, some are
            labelled of it and some not of it.
    """

    image_ids: tuple[int, ...]
    category_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """What a person's labels would become if each held for its whole group.

    Attributes:
        labels: those that would be given.
        disagreements: what is left for the person to decide.
    """

    labels: tuple[Label, ...]
    disagreements: tuple[Disagreement, ...]


def labels_to_spread(library: Library, groups: Iterable[DuplicateGroup]) -> Spread:
    """What `spread_labels` would do; nothing is written."""
    said: dict[int, list[Label]] = {}
    for label in library.store.labels():
        if label.origin is Origin.PERSON:
            said.setdefault(label.image_id, []).append(label)
    there = {image_id for image_id, _ in library.store.image_keys()}
    several = library.store.several()
    labels: list[Label] = []
    disagreements: list[Disagreement] = []
    for group in groups:
        members = [image_id for image_id in group.image_ids if image_id in there]
        spoken = [label for image_id in members for label in said.get(image_id, [])]
        differ = _disagreements(spoken, several)
        disagreements += differ
        open_to_doubt = {category_id for each in differ for category_id in each.category_ids}
        wanted = {(label.category_id, label.accepted) for label in spoken if label.category_id not in open_to_doubt}
        for image_id in members:
            own = {(label.category_id, label.accepted) for label in said.get(image_id, [])}
            labels += [Label(image_id, *each, Origin.PERSON) for each in sorted(wanted - own)]
    return Spread(tuple(labels), tuple(disagreements))


def _disagreements(spoken: Sequence[Label], several: bool) -> list[Disagreement]:
    """Labels of one group that cannot all hold for each of its pictures.

    Args:
        several: whether a picture may be of several categories: then two of them are no contradiction.
    """
    accepted = {label.category_id for label in spoken if label.accepted}
    rejected = {label.category_id for label in spoken if not label.accepted}
    differ = [accepted] if len(accepted) > 1 and not several else []
    differ += [{category_id} for category_id in sorted(accepted & rejected)]
    return [
        Disagreement(
            tuple(dict.fromkeys(label.image_id for label in spoken if label.category_id in categories)),
            tuple(sorted(categories)),
        )
        for categories in differ
    ]


def spread_labels(library: Library, groups: Iterable[DuplicateGroup]) -> Change:
    """Give each picture of a group what a person said of another one there, in one undo step.

    What a person said of a picture stays, and where a group's labels disagree nothing is given; `labels_to_spread`
    tells both beforehand. Automatic labels give way.
    """
    spread = labels_to_spread(library, groups)
    count = len({label.image_id for label in spread.labels})
    what = "one near-duplicate" if count == 1 else f"{count:,} near-duplicates"
    with library.step(f"Label {what} like the pictures they repeat") as step:
        for label in spread.labels:
            library.store.put_label(label)
    return library.history.change(step)
