"""The plots: files that a picture reader opens, whatever the categories are called."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from tests.core.helpers import in_memory, result

from nomina.errors import BadInput
from nomina.evaluate import Plan, evaluate_folder, plots
from nomina.evaluate.results import SetResult
from nomina.testing import save_picture

TITLES = {"fused": "words and examples", "words": "words only", "pictures": "pictures only"}
NAMES = ("red", "_under $x_{1}$", "a name that goes on and on and on and on")


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> SetResult:
    """Three categories with odd names."""
    folder = tmp_path_factory.mktemp("set $1")
    for i, (name, colour) in enumerate(zip(NAMES, ("red", "blue", "lime"), strict=True)):
        for j in range(3):
            save_picture(folder / name / f"{j}.png", colour, seed=10 * i + j, size=(8, 6))
    with in_memory() as library:
        return result(evaluate_folder(library, folder, Plan((0, 1), 2, mixed=True, leave_out=0)))


def test_each_plot_is_a_light_picture_with_white_margins(measured: SetResult, tmp_path: Path) -> None:
    files = plots.draw([measured, measured], tmp_path / "new" / "plots", TITLES)
    assert [file.name.partition("-")[0] for file in files] == ["confusion"] * 2 + ["accuracy.png", "reliability.png"]
    assert len(set(files)) == 4, "two sets of one name do not overwrite each other"
    for file in files:
        with PIL.Image.open(file) as picture:
            pixels = np.asarray(picture.convert("L"))
        assert pixels.mean() > 150
        edges = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
        assert (edges == 255).all(), f"{file.name}: something is cut off at the edge"


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(measured: SetResult, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInput, match="The plots cannot be written"):
        plots.draw([measured], tmp_path / "file" / "plots", TITLES)


def test_without_matplotlib_it_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(BadInput, match="Plots need matplotlib") as error:
        plots.check_installed()
    assert "nomina[evaluate]" in error.value.hint
