"""What the starter must reach on the sets beside the repository: `pytest --slow -s tests/core/test_dev_sets.py`."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from tests.core.helpers import result

from nomina.categories import add_category, category_named
from nomina.domain import Origin
from nomina.encoders.process import start_host
from nomina.evaluate import Plan, evaluate_folder
from nomina.ingest import add_images
from nomina.library import create_library, open_library, temporary_library
from nomina.teach import label

BARS = {"caltech_objects": (0.75, 0.96), "cats_dogs": (0.97, 0.0), "pacs_photo": (0.78, 0.0), "grocery": (0.0, 0.84)}


@pytest.mark.slow
@pytest.mark.parametrize("name", BARS)
def test_words_and_four_examples_reach_their_bars(shared: Path, name: str) -> None:
    with closing(temporary_library(start_host("starter"))) as library:
        found = result(evaluate_folder(library, shared / "dev" / name, Plan((0, 4), 10, leave_out=0)))
    words, four = (row.methods["fused"].accuracy for row in found.rows)
    print(f"{name}: words {words.mean:.3f}, four examples {four.mean:.3f} ± {four.spread:.3f}")
    assert words.mean >= BARS[name][0]
    assert four.mean >= BARS[name][1]


@pytest.mark.slow
def test_a_library_of_all_sets_survives_a_move_without_encoding_anything_twice(shared: Path, tmp_path: Path) -> None:
    pictures, moved = tmp_path / "pictures", tmp_path / "elsewhere" / "renamed"
    shutil.copytree(shared / "dev", pictures)
    create_library(tmp_path / "library")
    with closing(open_library(tmp_path / "library", start_host("starter"))) as library:
        first = result(add_images(library, [pictures]))
        assert first.encoded == len(first.new) == len(library.store.image_keys())
        assert result(add_images(library, [pictures])).encoded == 0
        add_category(library, "elephant")
        elephants = library.shelf.ids_under(pictures / "pacs_photo" / "elephant")
        label(library, elephants, category_named(library, "elephant").id)
    moved.parent.mkdir()
    pictures.rename(moved)
    with closing(open_library(tmp_path / "library", start_host("starter"))) as library:
        again = result(add_images(library, [moved]))
        print(f"{len(first.files)} files, {len(first.new)} pictures, {again.encoded} encoded after the move")
        assert again.encoded == 0
        assert not again.new
        assert set(again.files.values()) == set(first.files.values())
        assert sorted(library.shelf.ids_under(moved / "pacs_photo" / "elephant")) == sorted(elephants)
        kept = [each.image_id for each in library.store.labels() if each.accepted and each.origin is Origin.PERSON]
        assert sorted(kept) == sorted(elephants)
