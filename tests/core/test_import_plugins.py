"""An import format of another package is found by its entry point, asked, and used like ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.core.import_helpers import take, written

from nomina.errors import BadInput
from nomina.imports.formats import OURS, importer, listed
from nomina.library import Library

MODULE = '''
from nomina.imports.protocol import FoundCategory, Option


class Counted:
    """Reads “name: number” lines."""

    title = "Tally"
    options = (Option("mark", ":", "What stands between a name and its number."),)

    def recognises(self, path):
        return path.suffix == ".tally"

    def read(self, source):
        for line in source.path.read_text().splitlines():
            yield FoundCategory(line.partition(source.options["mark"])[0])


class Lacking:
    title = "Lacking"
'''
POINTS = "[nomina.importers]\ntally = tally_in:Counted\nlacking = tally_in:Lacking\ncsv = tally_in:Counted\n"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package as pip leaves it."""
    site = tmp_path / "site"
    info = site / "nomina_tally_in-1.0.dist-info"
    info.mkdir(parents=True)
    written(site, "tally_in.py", MODULE)
    written(info, "entry_points.txt", POINTS)
    written(info, "METADATA", "Metadata-Version: 2.1\nName: nomina-tally-in\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(str(site))


@pytest.mark.usefixtures("installed")
def test_a_format_of_another_package_is_used_by_its_name_and_by_its_files(library: Library, tmp_path: Path) -> None:
    source = written(tmp_path, "a.tally", "red: 1\nblue: 2\n")
    assert take(library, source).new == ["red", "blue"]
    library.undo()
    done = take(library, written(tmp_path, "b.txt", "owl=2\n"), format="tally", options={"mark": "="})
    assert (done.format, done.new) == ("tally", ["owl"])


@pytest.mark.usefixtures("installed")
def test_what_is_broken_is_named_and_ours_cannot_be_taken(tmp_path: Path) -> None:
    loaded, broken = listed()
    assert list(loaded) == [*OURS, "tally"]
    assert sorted(each.reason for each in broken) == [
        "The plug-in “csv” of “nomina-tally-in 1.0” cannot be used: “nomina” has that name already.",
        "The plug-in “lacking” of “nomina-tally-in 1.0” cannot be used: it has no “options”.",
    ]
    with pytest.raises(BadInput, match="“lacking” of “nomina-tally-in 1"):
        importer("lacking", tmp_path)
