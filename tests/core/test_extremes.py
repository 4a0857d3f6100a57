"""Very many examples of one category and none of the others: it is known by them, and nothing else is touched."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from tests.core.helpers import category, columns, in_memory

from nomina.adapt import measure_refinement, refine
from nomina.answer import predict
from nomina.calibrate import temperature
from nomina.doctor import Fault, diagnose
from nomina.domain import Facts, Reading
from nomina.errors import BadInput
from nomina.ingest import Added, Taking, keep_batch
from nomina.library import Library
from nomina.teach import label
from nomina.testing import SIDE, ColourEncoder

MANY = 5000


def shown(library: Library, colour: tuple[float, float, float], count: int) -> list[int]:
    """Ids of pictures of about a colour, taken in as a host gives them that has read them."""
    rng, taking = np.random.default_rng(int(1000 * colour[0])), Taking(Added())
    pixels = np.array(colour)[:, None, None] + rng.normal(0.0, 0.08, (count, 3, SIDE, SIDE))
    rows = ColourEncoder().encode_pixels(list(pixels.astype(np.float32)))
    facts = Facts(None, None, None, None, 0)
    hashes = [hashlib.blake2b(row.tobytes(), digest_size=16).hexdigest() for row in rows]
    batch = [
        Reading(Path(f"/made/up/{hash}.png"), hash, 100, 1, 8, 8, b"jpeg", row, facts)
        for hash, row in zip(hashes, rows, strict=True)
    ]
    keep_batch(library, batch, "Add", taking, None)
    return list(taking.added.new)


def test_five_thousand_examples_of_one_category_and_none_of_the_others() -> None:
    with in_memory() as library:
        red, blue, lime = (category(library, name) for name in ("red", "blue", "lime"))
        many = shown(library, (0.95, 0.05, 0.05), MANY)
        few = {blue.id: shown(library, (0.05, 0.05, 0.9), 10), lime.id: shown(library, (0.1, 0.95, 0.1), 10)}
        before = columns(library)
        label(library, many, red.id)
        after = columns(library)
        assert {name for name in before if before[name] != after[name]} == {"red"}, "the others to the last bit"
        believed = predict(library)
        assert np.isfinite(believed.beliefs).all()
        assert believed.beliefs.sum(axis=1) + believed.none == pytest.approx(1.0)
        names = [each.id for each in believed.categories]
        for category_id, ids in few.items():
            first = believed.first[np.searchsorted(believed.ids, ids)]
            assert (first == names.index(category_id)).all(), "words alone name what is not red"
        asks_for_more = [Fault.FEW in {each.fault for each in diagnose(library, name).findings} for name in names]
        assert asks_for_more == [False, True, True]
        assert temperature(library) == library.scores.reference.calibration.temperature
        for verb in (refine, measure_refinement):
            with pytest.raises(BadInput, match="All 5,000 labels are of one category"):
                verb(library)
        library.undo()
        assert columns(library) == before
