"""Which encoder is taken by itself: the best that this machine can bear."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.core.local_hub import Hub, hub
from tests.core.tiny_timm import write_timm

from nomina.encoders import catalog
from nomina.encoders.cost import BEARABLE_S, Cost, bearable
from nomina.encoders.devices import choose_device, may_accelerate
from nomina.encoders.open_clip.files import RECOMMENDED

__all__ = ["hub"]  # fixture
COSTS = {model.choice.removeprefix("open_clip:"): model.cost for model in RECOMMENDED}
GIANT, BASE, SMALL = "ViT-gopt-16-SigLIP2-384/webli", "ViT-B-16-SigLIP2/webli", "ViT-B-32/openai"
GB = 10**9


def test_on_a_cpu_what_takes_too_long_or_too_much_memory_is_not_taken() -> None:
    assert bearable(COSTS[SMALL], "cpu", cores=2, memory=8 * GB)
    assert bearable(COSTS[BASE], "cpu", cores=2, memory=8 * GB)
    assert not bearable(COSTS[BASE], "cpu", cores=1, memory=8 * GB), "0.6 s a picture"
    assert not bearable(COSTS[BASE], "cpu", cores=2, memory=4 * GB), "1.5 GB of weights in 4 GB"
    assert not bearable(COSTS[GIANT], "cpu", cores=16, memory=64 * GB), "1.5 s a picture"
    assert bearable(COSTS[GIANT], "cpu", cores=64, memory=64 * GB)
    assert bearable(COSTS[GIANT], "cuda", cores=1, memory=GB)
    assert Cost(30.0, 1).seconds(2) == BEARABLE_S


def cache(hub: Hub, choice: str) -> None:
    """Put files of a model into the hub's cache; what is in them does not matter to the list."""
    from nomina.encoders import hub as hubs

    (model,) = [each for each in RECOMMENDED if each.choice == f"open_clip:{choice}"]
    names = {model.repo: ["open_clip_model.safetensors"]}
    if model.tokenizer:
        names[model.tokenizer] = [*names.get(model.tokenizer, []), "tokenizer.json", "tokenizer_config.json"]
    for repo, files in names.items():
        for file in files:
            hub.files[f"{repo}/{file}"] = b"{}"
            hubs.fetch(repo, (file,), "A model")


def test_a_giant_in_the_cache_is_not_the_default_of_a_cpu(hub: Hub) -> None:
    assert catalog.best_at_hand("cpu") == "starter"
    cache(hub, GIANT)
    assert catalog.best_at_hand("cuda") == f"open_clip:{GIANT}"
    slow = COSTS[GIANT].seconds() > BEARABLE_S
    assert (catalog.best_at_hand("cpu") == "starter") == slow
    cache(hub, SMALL)
    assert catalog.best_at_hand("cuda") == f"open_clip:{GIANT}"
    assert catalog.best_at_hand("cpu") == f"open_clip:{SMALL if slow else GIANT}"
    at_hand = {each.choice for each in catalog.describe_encoders() if each.at_hand}
    assert {f"open_clip:{GIANT}", f"open_clip:{SMALL}", "starter"} <= at_hand, "it may be chosen all the same"


def test_an_encoder_without_words_is_never_taken_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalog, "models_folder", lambda: tmp_path)
    write_timm(tmp_path / "mine")
    assert catalog.best_at_hand("cuda") == "starter"
    (mine,) = [each for each in catalog.describe_encoders() if each.choice.endswith("mine")]
    assert (mine.title, mine.at_hand, mine.note) == ("mine", True, "pictures only")


def test_the_look_for_an_accelerator_agrees_with_torch_and_does_not_import_it() -> None:
    assert may_accelerate() == (choose_device("auto") != "cpu")
    assert [may_accelerate(name) for name in ("cpu", "CUDA:1", "mps")] == [False, True, True]
    code = "import sys; from nomina.encoders import catalog; catalog.best_at_hand(); catalog.describe_encoders(); "
    code += "sys.exit('torch' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
