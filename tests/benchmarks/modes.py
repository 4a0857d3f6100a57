"""What a hierarchy, several categories a picture, and strict answers are worth: docs/decisions/0009-modes.md.

    python tests/benchmarks/modes.py ../shared/data/dev [--library FOLDER]

The pictures are encoded once into FOLDER, or each time into a temporary library: some minutes. Two taxonomies were made
by hand over the labelled sets; collages of two pictures have two right answers.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.optimize import minimize

from nomina.answer import predict
from nomina.categories import add_category, category_named
from nomina.confidence import ABOVE, BELOW, HURDLE, beliefs, beliefs_each, curve, sure_of
from nomina.encoders.process import start_host
from nomina.evaluate import measures
from nomina.evaluate.product import taken_back
from nomina.ingest import add_images
from nomina.library import Library, create_library, open_library
from nomina.teach import label

Floats = NDArray[np.float32]

THINGS = {
    "animal": ("cat", "dog", "butterfly", "dolphin", "elephant", "kangaroo", "starfish", "giraffe", "horse"),
    "fruit": ("apple", "avocado", "banana", "kiwi", "lemon", "lime", "melon", "orange", "pear", "pineapple"),
    "vegetable": ("aubergine", "bell pepper", "carrots", "onion", "potato", "tomato", "zucchini"),
    "carton": ("juice carton", "milk carton", "yoghurt carton"),
    "musical instrument": ("electric guitar", "guitar", "grand piano"),
    "vehicle": ("airplane", "motorbike"),
    "plant": ("bonsai", "lotus", "sunflower"),
    "vessel": ("cup", "ewer"),
    "people": ("human face", "person"),
}
SURFACES = {
    "steel": ("crazing", "inclusion", "patches", "pitted surface", "rolled-in scale", "scratches"),
    "texture": (
        *("banded", "blotchy", "braided", "bubbly", "bumpy"),
        *("chequered", "cobwebbed", "cracked", "crosshatched", "crystalline"),
    ),
    "aerial view": ("field", "forest", "grass", "industrial area", "parking lot", "residential area", "river or lake"),
    "rubbish": ("cardboard", "glass", "metal", "paper", "plastic", "trash"),
}
TAXONOMIES = {
    "things": (("caltech_objects", "grocery", "cats_dogs", "pacs_photo"), THINGS),
    "surfaces": (("steel_defects", "textures_dtd", "satellite_rsscn7", "trashnet"), SURFACES),
}


class Taxonomy:
    """Pictures with a leaf and what is above it.

    Attributes:
        ids: image ids, shape (n,). leaves: names. right: column of each picture's leaf, shape (n,).
        tops: the parents, then the leaves without one. top_of: column in tops of each leaf.
    """

    def __init__(self, library: Library, name: str) -> None:
        sets, tree = TAXONOMIES[name]
        found = dict(answers(library, sets))
        self.ids = np.array(sorted(found), np.int64)
        self.leaves = sorted(set(found.values()))
        self.parents = list(tree)
        up = {leaf: parent for parent, leaves in tree.items() for leaf in leaves}
        self.tops = self.parents + [leaf for leaf in self.leaves if leaf not in up]
        self.right = np.array([self.leaves.index(found[i]) for i in self.ids.tolist()])
        self.top_of = np.array([self.tops.index(up.get(leaf, leaf)) for leaf in self.leaves])

    def below(self, column: int) -> NDArray[np.intp]:
        """Columns of the leaves under a top."""
        return np.flatnonzero(self.top_of == column)


def answers(library: Library, sets: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """(image id, folder name) of the pictures of these sets."""
    for image in library.store.images():
        if image.path is not None and image.path.parent.parent.name in sets:
            yield image.id, image.path.parent.name


def shown(right: NDArray[np.int64], shots: int, seed: int) -> NDArray[np.bool_]:
    """Which pictures are examples, shape (n,): so many of each category, two at least stay to be asked."""
    rng, out = random.Random(f"modes {shots} {seed}"), np.zeros(len(right), bool)
    for column in np.unique(right):
        members = np.flatnonzero(right == column).tolist()
        out[rng.sample(members, min(shots, max(0, len(members) - 2)))] = True
    return out


def teach(library: Library, ids: NDArray[np.int64], names: list[str], right: NDArray[np.int64]) -> None:
    """Label pictures with their right answers."""
    for column in np.unique(right):
        label(library, ids[right == column].tolist(), category_named(library, names[column]).id)


def scores_of(library: Library, names: list[str], ids: NDArray[np.int64]) -> Floats:
    """Scores of these images for these categories, shape (n, k)."""
    table = library.scores
    rows = np.searchsorted(table.ids, ids)
    return np.stack([table.column(category_named(library, name).id)[rows] for name in names], axis=1)


# Hierarchy -------------------------------------------------------------------------------------------------------


def summed(taxonomy: Taxonomy, leaves: Floats, parents: Floats, t: float, none: float) -> tuple[Floats, Floats]:
    """One softmax over leaves and parents; a parent has its own share and those below it. Shares of leaves and tops."""
    shares = beliefs(np.concatenate([leaves, parents], axis=1), temperature=t, none=none).categories
    own, k = shares[:, leaves.shape[1] :], leaves.shape[1]
    tops = np.stack([shares[:, :k][:, taxonomy.below(top)].sum(axis=1) for top in range(len(taxonomy.tops))], axis=1)
    tops[:, : own.shape[1]] += own
    return shares[:, :k], tops


def only_leaves(taxonomy: Taxonomy, leaves: Floats, parents: Floats, t: float, none: float) -> tuple[Floats, Floats]:
    """The same where the parents have no words."""
    return summed(taxonomy, leaves, np.full_like(parents, -np.inf), t, none)


def left_over(taxonomy: Taxonomy, leaves: Floats, parents: Floats, t: float, none: float) -> tuple[Floats, Floats]:
    """The same where a parent's own share is what its children leave over: times that of “none” among them."""
    rest = np.stack(
        [beliefs(leaves[:, taxonomy.below(j)], temperature=t, none=none).none for j in range(parents.shape[1])], axis=1
    )
    return summed(taxonomy, leaves, parents + np.float32(t) * np.log(np.maximum(rest, 1e-30)), t, none)


def node_by_node(taxonomy: Taxonomy, leaves: Floats, parents: Floats, t: float, none: float) -> tuple[Floats, Floats]:
    """A softmax at each node over its children and “none”; a parent scores as its words or its best child."""
    columns = [leaves[:, taxonomy.below(top)].max(axis=1) for top in range(len(taxonomy.tops))]
    columns[: parents.shape[1]] = [np.maximum(a, b) for a, b in zip(columns, parents.T, strict=False)]
    tops, out = beliefs(np.stack(columns, axis=1), temperature=t, none=none).categories, np.zeros_like(leaves)
    for top in range(len(taxonomy.tops)):
        under = taxonomy.below(top)
        inner = beliefs(leaves[:, under], temperature=t, none=none).categories if len(under) > 1 else np.float32(1)
        out[:, under] = tops[:, [top]] * inner
    return out, tops


RULES = (summed, only_leaves, left_over, node_by_node)


def hierarchy(library: Library, seeds: int) -> None:
    """Accuracy, calibration error, and what is answered, at the leaf and at the parent."""
    heads = "leaf right, parent right, ECE leaf, ECE parent, answered leaf, right, answered parent, right"
    print(f"\nhierarchy, %: {heads};\n  of a fifth of the leaves unknown: answered with the right parent, with a leaf")
    constants = library.scores.reference.calibration
    for name in TAXONOMIES:
        taxonomy = Taxonomy(library, name)
        with taken_back(library):
            for each in [*taxonomy.leaves, *taxonomy.parents]:
                add_category(library, each)
            for shots in (0, 1, 4):
                found: dict[str, list[list[float]]] = {}
                for seed in range(seeds if shots else 1):
                    draw = shown(taxonomy.right, shots, seed)
                    with taken_back(library):
                        teach(library, taxonomy.ids[draw], taxonomy.leaves, taxonomy.right[draw])
                        asked = taxonomy.ids[~draw]
                        leaves, parents = (scores_of(library, n, asked) for n in (taxonomy.leaves, taxonomy.parents))
                    for rule in RULES:
                        args = taxonomy, leaves, parents, constants.temperature, constants.none
                        told = judged(rule(*args), taxonomy, taxonomy.right[~draw]) + unknown(rule, args, ~draw, seed)
                        found.setdefault(rule.__name__, []).append(told)
                for rule_name, rows in found.items():
                    print(f"{name:9} {shots} examples {rule_name:12}", percent(np.nanmean(rows, axis=0)), flush=True)


def judged(shares: tuple[Floats, Floats], taxonomy: Taxonomy, right: NDArray[np.int64]) -> list[float]:
    """The first eight numbers."""
    (leaves, tops), every = shares, np.arange(len(right))
    leaf, top = leaves.max(axis=1), tops.max(axis=1)
    leaf_right, top_right = leaves.argmax(axis=1) == right, tops.argmax(axis=1) == taxonomy.top_of[right]
    sure, coarse = leaf >= 0.6, (leaf < 0.6) & (top >= 0.6)
    errors = [measures.calibration_error(*pair, every).error for pair in ((leaf, leaf_right), (top, top_right))]
    answered = [sure.mean(), leaf_right[sure].mean(), coarse.mean(), top_right[coarse].mean()]
    return [float(each) for each in (leaf_right.mean(), top_right.mean(), *errors, *answered)]


def unknown(rule, args, asked: NDArray[np.bool_], seed: int) -> list[float]:  # type: ignore[no-untyped-def]
    """What becomes of pictures whose leaf is not there, while its parent is."""
    taxonomy, leaves, parents, t, none = args
    under = np.flatnonzero(taxonomy.top_of < len(taxonomy.parents)).tolist()
    gone = random.Random(f"gone {seed}").sample(under, len(under) // 5)
    without = leaves.copy()
    without[:, gone] = -np.inf
    right = taxonomy.right[asked]
    strangers = np.isin(right, gone)
    leaf, top = (each[strangers] for each in rule(taxonomy, without, parents, t, none))
    with_leaf = leaf.max(axis=1) >= 0.6
    with_parent = ~with_leaf & (top.max(axis=1) >= 0.6) & (top.argmax(axis=1) == taxonomy.top_of[right[strangers]])
    return [float(with_parent.mean()), float(with_leaf.mean())]


# Several categories ----------------------------------------------------------------------------------------------


SEVERAL = (
    "collages of two pictures: mAP each for itself, of the softmax; at 60 % precision, recall, of the softmax;\n"
    "  mean probability at 60 %, ECE; pictures with their parent as a second label: mAP of parents by most, by sum"
)


def several(library: Library, folder: Path, collages: int, seeds: int) -> None:
    """Collages of two pictures: mean average precision, and what is answered; and parents beside leaves."""
    print(f"\nseveral, %: {SEVERAL}")
    for name in TAXONOMIES:
        several_of(library, Taxonomy(library, name), name, folder, collages, seeds)


def several_of(library: Library, taxonomy: Taxonomy, name: str, folder: Path, collages: int, seeds: int) -> None:
    """The same of one taxonomy; the curve was fitted to the collages of things."""
    constants, found = library.scores.reference.calibration, dict[int, list[list[float]]]()
    for shots, scores, truth, single, right in drawn(library, taxonomy, folder, collages, seeds, (0, 1, 4)):
        heat, none = constants.temperature, constants.none
        each, soft = (of(scores, temperature=heat, none=none).categories for of in (beliefs_each, beliefs))
        parts = [mean_precision(each, truth), mean_precision(soft, truth), *at_sure(each, truth)]
        error = measures.calibration_error(each.ravel(), truth.ravel(), np.arange(each.size)).error
        parts += [*at_sure(soft, truth), float(each[each >= 0.6].mean()), error]
        found.setdefault(shots, []).append([*parts, *parents_beside(taxonomy, single, right, constants)])
    for shots, rows in found.items():
        print(f"{name:9} {shots} examples", percent(np.nanmean(rows, axis=0)), flush=True)


def drawn(
    library: Library, taxonomy: Taxonomy, folder: Path, collages: int, seeds: int, examples: tuple[int, ...]
) -> Iterator[tuple[int, Floats, NDArray[np.bool_], Floats, NDArray[np.int64]]]:
    """A draw each: examples; scores and truth of the collages; scores and right column of the single pictures left."""
    rng = random.Random("collages")
    pairs = []
    while len(pairs) < collages:
        a, b = rng.sample(range(len(taxonomy.ids)), 2)
        if taxonomy.right[a] != taxonomy.right[b]:
            pairs.append((a, b))
    made = collage_ids(library, folder, taxonomy, pairs)
    truth = np.zeros((len(pairs), len(taxonomy.leaves)), bool)
    truth[np.arange(len(pairs))[:, None], taxonomy.right[np.array(pairs)]] = True
    free = ~np.isin(np.arange(len(taxonomy.ids)), np.array(pairs).ravel())
    ids, right = taxonomy.ids[free], taxonomy.right[free]
    with taken_back(library):
        for each in [*taxonomy.leaves, *taxonomy.parents]:
            add_category(library, each)
        for shots in examples:
            for seed in range(seeds if shots else 1):
                draw = shown(right, shots, seed)
                with taken_back(library):
                    teach(library, ids[draw], taxonomy.leaves, right[draw])
                    scores, single = (scores_of(library, taxonomy.leaves, some) for some in (made, ids[~draw]))
                yield shots, scores, truth, single, right[~draw]


def fit(library: Library, folder: Path, collages: int, seeds: int) -> None:
    """HURDLE, BELOW and ABOVE of the greatest likelihood on collages of things, each number of examples alike."""
    constants, things = library.scores.reference.calibration, Taxonomy(library, "things")
    draws = [
        (1 / (seeds if shots else 1), (scores - constants.none) / constants.temperature, np.where(truth, -1, 1))
        for shots, scores, truth, *_ in drawn(library, things, folder, collages, seeds, (0, 1, 2, 4, 8))
    ]

    def loss(numbers: NDArray[np.float64]) -> float:
        return sum(weight * float(np.logaddexp(0, sign * curve(x, *numbers)).mean()) for weight, x, sign in draws)

    print("\nfit: HURDLE, BELOW, ABOVE", minimize(loss, (HURDLE, BELOW, ABOVE), method="Nelder-Mead").x.round(2))


def collage_ids(library: Library, folder: Path, taxonomy: Taxonomy, pairs: list[tuple[int, int]]) -> NDArray[np.int64]:
    """Ids of collages, side by side and square each, made and read if they are not there."""
    folder.mkdir(exist_ok=True)
    files = []
    for a, b in pairs:
        file = folder / f"{taxonomy.ids[a]}-{taxonomy.ids[b]}.png"
        if not file.exists():
            image = Image.new("RGB", (640, 320))
            for place, row in enumerate((a, b)):
                (source,) = library.store.images([int(taxonomy.ids[row])])
                assert source.path is not None
                with Image.open(source.path) as picture:
                    image.paste(picture.convert("RGB").resize((320, 320)), (320 * place, 0))
            image.save(file)
        files.append(file)
    verb = add_images(library, files)
    while True:
        try:
            next(verb)
        except StopIteration as stop:
            return np.array([stop.value.files[file.absolute()] for file in files], np.int64)


def parents_beside(taxonomy: Taxonomy, scores: Floats, right: NDArray[np.int64], constants) -> list[float]:  # type: ignore[no-untyped-def]
    """mAP of the parents, from their leaves alone."""
    each = beliefs_each(scores, temperature=constants.temperature, none=constants.none).categories
    tops = range(len(taxonomy.parents))
    truth = np.stack([taxonomy.top_of[right] == top for top in tops], axis=1)
    most = np.stack([each[:, taxonomy.below(top)].max(axis=1) for top in tops], axis=1)
    total = np.stack([each[:, taxonomy.below(top)].sum(axis=1) for top in tops], axis=1)
    return [mean_precision(most, truth), mean_precision(total, truth)]


def mean_precision(shares: Floats, truth: NDArray[np.bool_]) -> float:
    """Mean over the categories that occur of the average precision: precision at the rank of each right one."""
    out = []
    for column in np.flatnonzero(truth.any(axis=0)):
        hits = truth[np.argsort(-shares[:, column], kind="stable"), column]
        out.append(float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean()))
    return float(np.mean(out))


def at_sure(shares: Floats, truth: NDArray[np.bool_]) -> list[float]:
    """Precision and recall of what is at least 60 % likely."""
    said = shares >= 0.6
    return [float((said & truth).sum() / max(1, said.sum())), float((said & truth).sum() / truth.sum())]


# Strict answers --------------------------------------------------------------------------------------------------


def strict(library: Library, folder: Path, seeds: int) -> None:
    """With 4 examples: the share answered, and the share wrong among the answers, for "at most 1 in N wrong"."""
    names = sorted(path.name for path in folder.iterdir() if path.is_dir())
    levels = (2, 5, 10, 20, 50)
    print("\nstrict, %: 1 in N; answered, wrong; with half of the categories unknown: known answered, wrong of all")
    rows: dict[int, list[list[float]]] = {level: [] for level in levels}
    for name in names:
        found = dict(answers(library, (name,)))
        ids, leaves = np.array(sorted(found), np.int64), sorted(set(found.values()))
        right = np.array([leaves.index(found[i]) for i in ids.tolist()])
        for seed in range(seeds):
            closed = ask(library, ids, leaves, right, seed, np.zeros(len(leaves), bool))
            out = np.zeros(len(leaves), bool)
            out[random.Random(f"out {seed}").sample(range(len(leaves)), len(leaves) // 2)] = True
            open_ = ask(library, ids, leaves, right, seed, out)
            for level in levels:
                rows[level].append([*told(*closed, level), *told(*open_, level)])
    for level in levels:
        print(f"1 in {level:2}", percent(np.nanmean(rows[level], axis=0)))


def ask(  # type: ignore[no-untyped-def]
    library: Library, ids: NDArray[np.int64], leaves: list[str], right: NDArray[np.int64], seed: int, out
) -> tuple[NDArray[np.float32], NDArray[np.bool_], NDArray[np.bool_]]:
    """Confidence where something stands out (else 0), whether it is right, and whether the category is known."""
    draw, known = shown(right, 4, seed), ~out[right]
    with taken_back(library):
        for column in np.flatnonzero(~out):
            add_category(library, leaves[column])
        teach(library, ids[draw & known], leaves, right[draw & known])
        believed = predict(library)
    rows = np.searchsorted(believed.ids, ids[~draw])
    names = np.array([category.name for category in believed.categories])
    stands = np.where(believed.none[rows] > believed.confidence[rows], 0, believed.confidence[rows])
    return stands, names[believed.first[rows]] == np.array(leaves)[right[~draw]], known[~draw]


def told(sure: Floats, correct: NDArray[np.bool_], known: NDArray[np.bool_], level: int) -> list[float]:
    """Share of the known that is answered, share of the answers that is wrong."""
    given = sure >= sure_of(level)
    return [float(given[known].mean()), float((~correct)[given].mean()) if given.any() else float("nan")]


def percent(numbers: NDArray[np.float64]) -> str:
    return " ".join(f"{100 * number:5.1f}" for number in numbers)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--collages", type=int, default=300)
    parser.add_argument("--only", choices=["hierarchy", "several", "strict", "fit"])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.library or Path(temporary) / "library"
        if not folder.exists():
            create_library(folder)
        library = open_library(folder, start_host("starter", "cpu"))
        for _ in add_images(library, [given.data.resolve()]):
            pass
        if given.only in (None, "hierarchy"):
            hierarchy(library, given.seeds)
        if given.only in (None, "strict"):
            strict(library, given.data, given.seeds)
        for name, verb in (("several", several), ("fit", fit)):
            if given.only in (None, name):
                verb(library, folder / "collages", given.collages, given.seeds)
        library.close()


if __name__ == "__main__":
    main()
