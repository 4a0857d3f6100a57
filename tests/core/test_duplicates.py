"""Near-duplicates: copies of a picture are found and grouped, what only resembles it is not, and labels are shared."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageEnhance, ImageOps
from tests.core.helpers import add, category, in_memory, result, truth
from tests.properties import examples

from nomina.domain import Label, Origin
from nomina.duplicates import (
    RULES,
    DuplicateGroup,
    _near_by_a_band,
    alike_by,
    labels_to_spread,
    least_bits,
    near_duplicates,
    spread_labels,
)
from nomina.images import decode
from nomina.index import EXACT, neighbours
from nomina.library import Library
from nomina.looks import differing_bits, look, mirrored
from nomina.samples import sample_pictures
from nomina.teach import allow_several, label, reject

SHOTS = ("astronaut.png", "chelsea.png", "coffee.png", "rocket.jpg", "hubble_deep_field.jpg", "retina.jpg")
Copy = Callable[[PIL.Image.Image], PIL.Image.Image]
COPIES: dict[str, Copy] = {
    "half": lambda shot: shot.resize((shot.width // 2, shot.height // 2)),
    "bright": lambda shot: ImageEnhance.Brightness(shot).enhance(1.25),
    "grey": lambda shot: shot.convert("L").convert("RGB"),
    "mirrored": ImageOps.mirror,
}
COPIED = ("chelsea.png", "coffee.png")
"""Whose colours are much the same left and right: the encoder of these tests knows nothing else."""


@cache
def shots() -> dict[str, PIL.Image.Image]:
    """Some real pictures. Read only."""
    files = {sample.path.name: sample.path for sample in sample_pictures()}
    return {name: ImageOps.contain(decode(files[name].read_bytes()), (300, 300)) for name in SHOTS}


def bits_apart(one: PIL.Image.Image, other: PIL.Image.Image) -> int:
    hashes = [np.array([look(image)], np.uint64) for image in (one, other)]
    return int(differing_bits(hashes[0], hashes[1])[0])


# Looks -----------------------------------------------------------------------------------------------------------


def recompressed(shot: PIL.Image.Image, quality: int) -> PIL.Image.Image:
    out = io.BytesIO()
    shot.save(out, "JPEG", quality=quality)
    return decode(out.getvalue())


@pytest.mark.parametrize("name", SHOTS)
def test_a_copy_looks_the_same_and_another_picture_does_not(name: str) -> None:
    shot = shots()[name]
    assert bits_apart(shot, COPIES["half"](shot)) <= 4
    assert bits_apart(shot, recompressed(shot, 30)) <= 4
    assert bits_apart(shot, COPIES["bright"](shot)) <= 6
    assert bits_apart(shot, COPIES["grey"](shot)) <= 4
    assert all(bits_apart(shot, other) >= 18 for other_name, other in shots().items() if other_name != name)


@pytest.mark.parametrize("name", SHOTS)
def test_the_look_of_a_mirrored_picture_needs_no_picture(name: str) -> None:
    shot = shots()[name]
    turned = mirrored(np.array([look(shot)], np.uint64))
    assert int(differing_bits(turned, np.array([look(ImageOps.mirror(shot))], np.uint64))[0]) <= 4


@given(st.lists(st.integers(0, 2**64 - 1), max_size=5))
def test_mirroring_twice_is_nothing(values: list[int]) -> None:
    looks = np.array(values, np.uint64)
    assert mirrored(mirrored(looks)).tolist() == values


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (64, 48)])
def test_a_picture_of_one_grey_has_no_look(size: tuple[int, int]) -> None:
    assert look(PIL.Image.new("RGB", size, "teal")) is None


# The search ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [0, 1, 3, 500, EXACT + 500])
def test_what_lies_very_near_is_proposed(n: int) -> None:
    """Above EXACT only some cells are searched, and a copy lies in its picture's cell or the next."""
    rng = np.random.default_rng(0)
    rows = rng.normal(size=(n, 32)).astype(np.float32)
    half = n // 2
    rows[half : 2 * half] = rows[:half] + rng.normal(0, 0.1, (half, 32)).astype(np.float32)
    found = np.zeros((n, min(n, 4)), np.int64)
    for start, near in neighbours(rows, 4):
        found[start : start + len(near)] = near
    assert all((found == np.arange(n)[:, None]).any(axis=1)), "each is its own neighbour"
    met = (found[:half] == np.arange(half, 2 * half)[:, None]).any(axis=1)
    assert met.all() if n <= EXACT else met.mean() > 0.99


@given(st.integers(0, 2**64 - 1), st.sets(st.integers(0, 63), max_size=3), st.booleans())
def test_looks_that_differ_in_three_bits_are_proposed_wherever_those_are(
    value: int, flipped: set[int], turned: bool
) -> None:
    one = np.array([value], np.uint64)
    other = one ^ np.uint64(sum(1 << bit for bit in flipped))
    looks = np.concatenate([one, mirrored(other) if turned else other])
    assert least_bits(looks[:1], looks[1:]).tolist() <= [len(flipped)]
    assert _near_by_a_band(looks).tolist() == [[0, 1]]


def test_the_rules_ask_for_more_of_the_one_where_there_is_less_of_the_other() -> None:
    assert [bits for bits, _ in RULES] == sorted(bits for bits, _ in RULES)
    assert [cosine for _, cosine in RULES] == sorted(cosine for _, cosine in RULES)
    bits, cosines = np.array([0, 0, 9, 9, 16, 17], np.uint8), np.array([0.3, 0.5, 0.7, 0.9, 0.96, 1.0])
    assert alike_by(bits, cosines).tolist() == [False, True, False, True, True, False]


# Groups ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six pictures, and four copies of two of them."""
    folder = tmp_path_factory.mktemp("shots")
    for name, shot in shots().items():
        stem = name.split(".")[0]
        shot.save(folder / f"{stem}.png")
        for kind, copy in COPIES.items() if name in COPIED else ():
            copy(shot).save(folder / f"{stem}-{kind}.jpg", quality=85)
    return folder


@pytest.fixture
def shelf(folder: Path) -> Iterator[tuple[Library, dict[str, int]]]:
    """A library of that folder, and its ids by name."""
    with in_memory() as library:
        files = add(library, folder).files
        yield library, {path.stem: image_id for path, image_id in files.items()}


def test_copies_are_grouped_with_the_best_one_first(shelf: tuple[Library, dict[str, int]]) -> None:
    library, ids = shelf
    before = truth(library)
    found = result(near_duplicates(library))
    names = {image_id: name for name, image_id in ids.items()}
    groups = [[names[i] for i in group.image_ids] for group in found.groups]
    assert sorted(map(sorted, groups)) == [
        sorted([name, *(f"{name}-{kind}" for kind in COPIES)]) for name in ("chelsea", "coffee")
    ]
    for group in found.groups:
        pixels = [image.width * image.height for image in library.store.images(group.image_ids)]
        assert pixels == sorted(pixels, reverse=True)
        ties = [i for i, each in zip(group.image_ids, pixels, strict=True) if each == pixels[0]]
        assert ties == sorted(ties), "added first, where nothing else tells"
    assert found.left_out == 0
    assert result(near_duplicates(library)) == found
    assert truth(library) == before, "finding changes nothing"


def test_a_chain_of_small_steps_joins_nothing_that_has_nothing_in_common(tmp_path: Path) -> None:
    """A pan over a wide picture: each frame is much like the next, the last is not like the first."""
    wide = shots()["hubble_deep_field.jpg"].resize((400, 200))
    for i in range(20):
        wide.crop((i * 4, 0, i * 4 + 200, 200)).save(tmp_path / f"{i:02}.bmp")
    with in_memory() as library:
        add(library, tmp_path)
        groups = result(near_duplicates(library)).groups
        hashes = dict(library.store.image_keys())
        for group in groups:
            best, *others = [np.array([look_of(library, hashes[i])], np.uint64) for i in group.image_ids]
            for other in others:
                bits = min(differing_bits(best, other)[0], differing_bits(mirrored(best), other)[0])
                assert bits <= 16
        members = [i for group in groups for i in group.image_ids]
        assert len(set(members)) == len(members), "no picture is in two groups"
        assert len(groups) > 1


def look_of(library: Library, hash: str) -> int:
    facts = library.facts.get(hash)
    assert facts is not None
    assert facts.look is not None
    return facts.look


def test_what_cannot_be_compared_is_counted(library: Library, tmp_path: Path) -> None:
    assert result(near_duplicates(library)).groups == ()
    PIL.Image.new("RGB", (64, 48), "teal").save(tmp_path / "flat.png")
    PIL.Image.new("RGB", (32, 24), "teal").save(tmp_path / "flatter.png")
    shots()["coffee.png"].save(tmp_path / "coffee.png")
    shots()["coffee.png"].save(tmp_path / "coffee.webp")
    add(library, tmp_path)
    found = result(near_duplicates(library))
    assert ([len(group.image_ids) for group in found.groups], found.left_out) == ([2], 2)
    library.embeddings.drop([hash for _, hash in library.store.image_keys()])
    found = result(near_duplicates(library))
    assert (found.groups, found.left_out) == ((), 4), "an encoder that has not read them says nothing"


# Labels ----------------------------------------------------------------------------------------------------------


def labels_of(library: Library) -> set[tuple[int, int, bool, Origin]]:
    return {(each.image_id, each.category_id, each.accepted, each.origin) for each in library.store.labels()}


def test_what_a_person_said_of_one_is_said_of_its_group(library: Library, pictures: list[Path]) -> None:
    a, b, c, d, e, *_ = add(library, *pictures[:6]).new
    cat, dog = category(library, "cat"), category(library, "dog")
    label(library, [a], cat.id)
    reject(library, {dog.id: [b]})
    with library.step("A run"):
        library.store.put_label(Label(c, dog.id, True, Origin.AUTO, None, 0.9))
    groups = [DuplicateGroup((a, b, c)), DuplicateGroup((d, e))]
    before, steps = truth(library), len(library.history.done)
    offered = labels_to_spread(library, groups)
    assert truth(library) == before
    assert len(offered.labels) == 4
    assert offered.disagreements == ()
    change = spread_labels(library, groups)
    assert change.tables == {"label"}
    person = Origin.PERSON
    assert labels_of(library) == {
        *((i, cat.id, True, person) for i in (a, b, c)),
        *((i, dog.id, False, person) for i in (a, b, c)),
    }
    assert labels_to_spread(library, groups).labels == (), "once is enough"
    assert len(library.history.done) == steps + 1
    library.undo()
    assert truth(library) == before


def test_where_a_group_disagrees_nothing_is_given(library: Library, pictures: list[Path]) -> None:
    a, b, c, d, e, f = add(library, *pictures[:6]).new
    cat, dog, owl = (category(library, name) for name in ("cat", "dog", "owl"))
    label(library, [a], cat.id)
    label(library, [b], dog.id)
    reject(library, {owl.id: [c]})
    label(library, [d], owl.id)
    reject(library, {owl.id: [e]})
    groups = [DuplicateGroup((a, b, c)), DuplicateGroup((d, e, f))]
    before = labels_of(library)
    offered = labels_to_spread(library, groups)
    told = [(each.image_ids, each.category_ids) for each in offered.disagreements]
    assert told == [((a, b), (cat.id, dog.id)), ((d, e), (owl.id,))]
    spread_labels(library, groups)
    new = labels_of(library) - before
    assert before <= labels_of(library), "what a person said stays"
    assert new == {(a, owl.id, False, Origin.PERSON), (b, owl.id, False, Origin.PERSON)}


def test_where_a_picture_may_have_several_two_categories_are_no_disagreement(
    library: Library, pictures: list[Path]
) -> None:
    allow_several(library, True)
    a, b, c, *_ = add(library, *pictures[:3]).new
    cat, dog, owl = (category(library, name) for name in ("cat", "dog", "owl"))
    for image_id, made in ((a, cat), (b, dog), (a, owl)):
        label(library, [image_id], made.id)
    reject(library, {owl.id: [b]})
    offered = labels_to_spread(library, [DuplicateGroup((a, b, c))])
    assert [(each.image_ids, each.category_ids) for each in offered.disagreements] == [((a, b), (owl.id,))]
    spread_labels(library, [DuplicateGroup((a, b, c))])
    assert {each[:2] for each in labels_of(library) if each[2]} == {
        *((i, made.id) for i in (a, b, c) for made in (cat, dog)),
        (a, owl.id),
    }


@given(st.data())
@examples(10)
def test_no_label_of_a_person_is_ever_changed(pictures: list[Path], data: st.DataObject) -> None:
    with in_memory() as library:
        ids = add(library, *pictures[:6]).new
        names = [category(library, name).id for name in ("cat", "dog")]
        for image_id, category_id, accepted in data.draw(
            st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(names), st.booleans()), max_size=8)
        ):
            label(library, [image_id], category_id, accepted=accepted)
        before, all_before = labels_of(library), truth(library)
        cut = data.draw(st.integers(1, 5))
        groups = [DuplicateGroup(tuple(ids[:cut])), DuplicateGroup((*ids[cut:], 999_999))]
        offered = labels_to_spread(library, groups)
        spread_labels(library, groups)
        assert before <= labels_of(library)
        assert len(labels_of(library) - before) == len(offered.labels)
        if offered.labels:
            library.undo()
        assert truth(library) == all_before
