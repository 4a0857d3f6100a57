"""An encoder that knows pictures only, through the whole command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Nomina
from tests.core.plugged_encoders import GREY, plug_in
from tests.core.tiny_timm import write_timm

from nomina.encoders import tuning
from nomina.encoders.forward import Way
from nomina.encoders.tuning import Tried
from nomina.samples import sample_pictures

SAMPLES = {sample.path.name: sample.path for sample in sample_pictures()}


def test_an_encoder_without_words_is_used_and_says_so(nomina: Nomina, tmp_path: Path) -> None:
    choice = f"timm:{write_timm(tmp_path / 'mine')}"
    used = nomina("encoders", "use", choice)
    try:
        assert used.code == 0
        assert "It knows no words" in used.err
        (tmp_path / "shown" / "machine").mkdir(parents=True)
        (tmp_path / "shown" / "machine" / "1.png").write_bytes(SAMPLES["motorcycle_left.png"].read_bytes())
        sorted_ = nomina(
            "classify",
            SAMPLES["motorcycle_right.png"],
            "--category",
            "heron",
            "--examples",
            tmp_path / "shown",
            "--json",
        )
        assert "a category begins with its first example" in sorted_.err
        assert sorted_.json[0]["best"] == "machine"
        assert sorted_.json[0]["encoder"].startswith("timm:mine@")
    finally:
        nomina("encoders", "use", "auto")


def test_an_encoder_that_cannot_be_had_says_the_next_step(nomina: Nomina) -> None:
    for choice, hint in (
        ("timm:vit_smal_patch14_dinov2", "Did you mean vit_small_patch14_dinov2"),
        ("timm:vit_small_patch14_dinov2", "nomina encoders use"),
        ("starter?views=spin", "flip, crops, both"),
    ):
        said = nomina("encoders", "info", choice)
        assert said.code == 1
        assert hint in said.err


def test_another_encoder_is_measured_and_compared_on_labelled_pictures(
    nomina: Nomina, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("nomina.encoders.supply.LONG_ENOUGH", 0.1)
    grey = plug_in(tmp_path / "layer", "grey", GREY, monkeypatch)
    assert "pictures a second on cpu" in nomina("encoders", "measure", grey).out
    (listed,) = [each for each in nomina("encoders", "list", "--json").json if each["choice"] == grey]
    assert listed["measured"]["a_second"] > 0
    assert "measured here" in nomina("encoders", "list").out
    nothing = nomina("encoders", "compare", home, grey)
    assert "Nothing is labelled yet" in nothing.err
    for name, kind in (("chelsea.png", "cat"), ("rocket.jpg", "rocket")):
        assert nomina("category", "add", home, kind, "--example", SAMPLES[name]).code == 0
    compared = nomina("encoders", "compare", home, grey, "--json")
    assert (compared.json["now"], compared.json["then"], compared.json["counted"]) == ("Starter", "Grey", 2)
    assert "of 2 labelled pictures, Starter about" in nomina("encoders", "compare", home, grey).out


def test_what_is_at_work_or_was_not_fetched_is_not_removed(nomina: Nomina) -> None:
    at_work = nomina("encoders", "remove", "starter")
    assert at_work.code == 1
    assert "at work" in at_work.err
    assert "nomina encoders use auto" in at_work.err
    assert "There is no encoder" in nomina("encoders", "remove", "nobody").err


def test_what_cannot_be_fetched_says_the_next_step(nomina: Nomina) -> None:
    said = nomina("encoders", "fetch", "nobody")
    assert said.code == 1
    assert "nomina encoders list" in said.err


def test_the_doctor_tells_how_an_encoder_is_run_and_what_was_left_out(
    nomina: Nomina, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")
    way = Way(form="frozen", batch=16)
    tried = (Tried(Way(), 10.0, 1.0), Tried(way, 19.0, 0.99999), Tried(Way("bf16"), 0.0, 0.997, "its rows differ"))
    tuning._keep("heron@1 on cpu", tuning.Tuning(way, tried))
    told = nomina("doctor").out
    assert "heron@1 on cpu" in told
    assert "fp32, frozen, batches of 16: 19.0 pictures a second, 1.9 x fp32, eager, batches of 8" in told
    assert "not bf16 eager: its rows differ" in told
