"""Encoders are fetched, timed and removed; a damaged download is never used."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.core.local_hub import Hub, hub
from tests.core.tiny_timm import write_timm

from nomina.domain import Progress
from nomina.encoders import hub as hubs
from nomina.encoders.catalog import STARTER, describe_encoders, encoder_in
from nomina.encoders.host import LocalHost
from nomina.encoders.paces import measured_paces
from nomina.encoders.supply import fetch_encoder, measure_encoder, remove_encoder, time_encoder
from nomina.errors import BadInput, WeightsMissing
from nomina.testing import ColourEncoder

__all__ = ["hub"]  # a fixture


def end_of(verb):  # type: ignore[no-untyped-def]
    """What a long verb gives in the end, and all the progress it told."""
    told = []
    while True:
        try:
            told.append(next(verb))
        except StopIteration as end:
            return end.value, told


def test_every_encoder_says_what_it_is_worth_and_under_which_licence() -> None:
    for each in describe_encoders():
        if each.repo:
            assert each.licence
            assert each.megabytes
            assert (each.imagenet is not None) == each.words


def test_a_damaged_download_is_deleted_and_said_to_be(hub: Hub) -> None:
    hub.files["someone/tiny/model.bin"] = b"weights"
    path = hubs.fetch("someone/tiny", ("model.bin",), "Tiny")
    assert hubs.arrived("someone/tiny") == len(b"weights")
    blob = path.resolve()
    blob.write_bytes(b"changed")
    with pytest.raises(WeightsMissing, match="The download of Tiny was damaged on its way"):
        hubs._checked(path, "Tiny")
    assert hubs.cached("someone/tiny", ("model.bin",)) is None
    assert hubs.fetch("someone/tiny", ("model.bin",), "Tiny").read_bytes() == b"weights"


def test_what_was_fetched_is_removed_whole(hub: Hub) -> None:
    known = next(each for each in describe_encoders() if each.repo)
    hub.files[f"{known.repo}/open_clip_model.safetensors"] = b"12345"
    hubs.fetch(known.repo, ("open_clip_model.safetensors",), known.title)
    assert remove_encoder(known.choice) == 5
    assert hubs.arrived(known.repo) == 0
    with pytest.raises(BadInput, match="is not on this machine"):
        remove_encoder(known.choice)


def test_what_nomina_did_not_fetch_it_does_not_delete() -> None:
    with pytest.raises(BadInput, match="was not fetched by Nomina"):
        remove_encoder(STARTER)
    with pytest.raises(BadInput, match="There is no encoder"):
        remove_encoder("nobody")


def test_what_cannot_be_fetched_is_told_as_that() -> None:
    known = next(each for each in describe_encoders() if each.repo and not each.at_hand)
    with pytest.raises(WeightsMissing, match="is not on this machine and could not be fetched"):
        end_of(fetch_encoder(known.choice))


def test_the_pace_is_measured_on_real_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nomina.encoders.supply.LONG_ENOUGH", 0.2)
    host = LocalHost(ColourEncoder)
    pace, told = end_of(time_encoder(host))
    assert pace > 0
    assert all(isinstance(each, Progress) for each in told)
    host.close()


def test_a_measured_pace_is_kept_for_the_list_and_a_broken_file_of_them_is_no_harm(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("nomina.encoders.supply.LONG_ENOUGH", 0.1)
    assert measured_paces() == {}
    host = LocalHost(ColourEncoder)
    pace, _ = end_of(measure_encoder("colours", host))
    host.close()
    assert pace.a_second > 0
    assert measured_paces() == {"colours": pace}
    (file,) = tmp_path.rglob("paces.json")
    file.write_text("[1")
    assert measured_paces() == {}


def test_what_is_bearable_depends_on_the_device() -> None:
    slow = {each.choice for each in describe_encoders("cpu") if not each.bearable}
    assert slow
    assert all(each.bearable for each in describe_encoders("cuda"))
    assert all(each.seconds is None for each in describe_encoders("cuda"))


def test_a_choice_of_ones_own_is_listed_once_and_first(tmp_path: Path) -> None:
    mine = write_timm(tmp_path / "mine")
    choice = encoder_in(mine)
    assert choice == f"timm:{mine}"
    listed = describe_encoders(also=[choice, STARTER, choice])
    assert (listed[0].choice, listed[0].title, listed[0].words) == (choice, "mine", False)
    assert [each.choice for each in listed].count(STARTER) == 1


def test_a_folder_without_a_model_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="holds no model") as caught:
        encoder_in(tmp_path)
    assert "open_clip_config.json" in caught.value.hint
