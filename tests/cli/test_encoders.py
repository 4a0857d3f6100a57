"""An encoder that knows pictures only, through the whole command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Nomina
from tests.core.tiny_timm import write_timm

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
