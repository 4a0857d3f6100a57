"""Nomina's way from files to rows against what else reads pictures: `python tests/benchmarks/encoding.py [MODEL ...]`.

Ratios in one run. All read the same files with random weights of one architecture (speed does not depend on what they
know), in turn, several rounds; the median of each is compared. Nomina hashes, makes thumbnails and reads facts besides.

open_clip      open_clip's own way: a DataLoader with its transform, and `encode_image` in float32
transformers   its zero-shot pipeline with two names, CLIP's own classes (ViT-B-32 and ViT-B-16)
onnx           ONNX Runtime in float32 on the exported picture side, fed by the same DataLoader
rclip          rclip's own reading, preprocessing and session, batches of its default size (ViT-B-32-256, its model)
nomina         the encoder's host, as `nomina add` uses it
bare           nomina's network alone, on pixels that are in memory

What is not installed is left out with a word: pip install onnxruntime onnx onnxscript, pip install --no-deps rclip.
Without the models' weights rclip cannot be started as a program; its classes are given the exported model instead.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import statistics
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import PIL.Image
import torch
from scoring import _copies

from nomina import LocalHost, images, sample_pictures
from nomina.encoders import catalog
from nomina.encoders.allocator import keep_freed_memory
from nomina.encoders.open_clip.recipes import the_package

open_clip = the_package()

MODELS = ("ViT-B-32", "ViT-B-16", "ViT-B-32-256")
BATCH = 16
Read = Callable[[list[Path]], int]


def main() -> None:
    """Measure what is there, and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="*", default=MODELS, metavar="MODEL")
    parser.add_argument("--pictures", type=int, default=48)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    keep_freed_memory()
    torch.set_num_threads(os.cpu_count() or 1)
    print(f"torch {torch.__version__}, open_clip {open_clip.__version__}, {torch.get_num_threads()} threads,", end=" ")
    print(f"{torch.backends.cpu.get_cpu_capability()}, {asked.pictures} pictures, {asked.rounds} rounds")
    for name in asked.models:
        with tempfile.TemporaryDirectory() as folder:
            paths = _copies([sample.path for sample in sample_pictures()], Path(folder), asked.pictures)
            compare(name, Path(folder), paths, asked.rounds)


def compare(name: str, folder: Path, paths: list[Path], rounds: int) -> None:
    """Every reader in turn, and each against Nomina."""
    model, _, transform = open_clip.create_model_and_transforms(name)
    model.eval()
    choice = saved(name, model, folder / "model")
    readers: dict[str, Read] = {}
    for called, make in {
        "open_clip": lambda: by_open_clip(model, transform),
        "transformers": lambda: by_transformers(name),
        "onnx": lambda: by_onnx(model, transform, folder),
        "rclip": lambda: by_rclip(name, folder),
        "nomina": lambda: by_nomina(choice),
        "bare": lambda: bare(choice, paths),
    }.items():
        try:
            readers[called] = make()
        except (ImportError, LeftOut) as why:
            print(f"{name:13} {called:13} left out: {why}")
    taken: dict[str, list[tuple[float, float]]] = {called: [] for called in readers}
    for turn in range(-1, rounds):  # the first turn warms up
        for called, read in readers.items():
            cost = timed(lambda read=read: read(paths))
            if turn >= 0:
                taken[called].append(cost)
    own = [statistics.median(each[i] for each in taken["nomina"]) for i in (0, 1)]
    for called, costs in taken.items():
        wall, processors = (statistics.median(each[i] for each in costs) for i in (0, 1))
        print(
            f"{name:13} {called:13} {len(paths) / wall:6.1f} pictures a second, {1e3 * processors / len(paths):6.0f} ms"
            f" of processors' time each; nomina {wall / own[0]:.2f} x, by processors {processors / own[1]:.2f} x",
            flush=True,
        )


class LeftOut(Exception):
    """A reader that does not take part, and why."""


def saved(name: str, model: Any, folder: Path) -> str:
    """The choice of a model that lies in a folder as the hub's do."""
    from safetensors.torch import save_file

    folder.mkdir()
    config = {"model_cfg": open_clip.get_model_config(name), "preprocess_cfg": dict(model.visual.preprocess_cfg)}
    (folder / "open_clip_config.json").write_text(json.dumps(config))
    save_file(
        {key: value.contiguous() for key, value in model.state_dict().items()}, folder / "open_clip_model.safetensors"
    )
    return f"open_clip:{folder}"


class Files(torch.utils.data.Dataset[torch.Tensor]):
    """What open_clip's own examples give a DataLoader."""

    def __init__(self, paths: list[Path], transform: Callable[[PIL.Image.Image], torch.Tensor]) -> None:
        self.paths, self.transform = paths, transform

    def __len__(self) -> int:
        return len(self.paths)

    def __getitem__(self, number: int) -> torch.Tensor:
        return self.transform(PIL.Image.open(self.paths[number]))


def _loaded(paths: list[Path], transform: Any) -> Iterator[torch.Tensor]:
    return iter(torch.utils.data.DataLoader(Files(paths, transform), BATCH, num_workers=1))


def by_open_clip(model: Any, transform: Any) -> Read:
    """The loop of open_clip's README, with a DataLoader."""

    def read(paths: list[Path]) -> int:
        with torch.no_grad():
            return sum(len(model.encode_image(batch, normalize=True)) for batch in _loaded(paths, transform))

    return read


def by_transformers(name: str) -> Read:
    """The zero-shot pipeline over CLIP of the same sizes; its tokenizer is made of the words that open_clip ships."""
    from transformers import CLIPConfig, CLIPImageProcessorPil, CLIPModel, CLIPTokenizer, pipeline

    patch = {"ViT-B-32": 32, "ViT-B-16": 16}.get(name)
    if patch is None:
        raise LeftOut("it is compared for ViT-B-32 and ViT-B-16")
    words = open_clip.SimpleTokenizer()
    vocabulary = {re.sub("<(start|end)_of_text>", r"<|\1oftext|>", word): at for word, at in words.encoder.items()}
    config = CLIPConfig(vision_config={"patch_size": patch}, projection_dim=512)
    pipe = pipeline(
        "zero-shot-image-classification",
        model=CLIPModel(config).eval(),
        tokenizer=CLIPTokenizer(vocabulary, list(words.bpe_ranks), model_max_length=77),
        image_processor=CLIPImageProcessorPil(),
    )

    def read(paths: list[Path]) -> int:
        asked = [str(path) for path in paths]
        return len(pipe(asked, candidate_labels=["cat", "rocket"], batch_size=BATCH))

    return read


def exported(model: Any, folder: Path) -> Any:
    """An ONNX Runtime session of a model's picture side, in float32."""
    import onnxruntime

    file, visual = folder / "visual.onnx", model.visual
    size = visual.image_size if isinstance(visual.image_size, tuple) else (visual.image_size,) * 2
    torch.backends.mha.set_fastpath_enabled(False)  # which cannot be exported
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            visual,
            (torch.zeros(2, 3, *size),),
            str(file),
            input_names=["input"],
            output_names=["output"],
            dynamic_axes={"input": {0: "n"}},
            dynamo=False,
        )
    torch.backends.mha.set_fastpath_enabled(True)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = os.cpu_count() or 1
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def by_onnx(model: Any, transform: Any, folder: Path) -> Read:
    """ONNX Runtime in the place of torch."""
    session = exported(model, folder)

    def read(paths: list[Path]) -> int:
        return sum(len(session.run(None, {"input": batch.numpy()})[0]) for batch in _loaded(paths, transform))

    return read


def by_rclip(name: str, folder: Path) -> Read:
    """rclip's model class and preprocessing, in as many threads as it takes; its model is the exported one."""
    from rclip.model import Model
    from rclip.utils.preprocess import IMAGE_SIZE, preprocess

    if name != "ViT-B-32-256":
        raise LeftOut(f"its preprocessing is for {IMAGE_SIZE} pixels, ViT-B-32-256")
    own = Model()
    own._session_visual_var = exported(open_clip.create_model(name).eval(), folder)

    def load(path: Path) -> Any:
        with PIL.Image.open(path) as image:
            return preprocess(image)

    def read(paths: list[Path]) -> int:
        count = 0
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            loaded = threads.map(load, paths)
            while batch := [each for _, each in zip(range(BATCH), loaded, strict=False)]:
                count += len(own.compute_preprocessed_image_features(batch, for_indexing=True))
        return count

    return read


def by_nomina(choice: str) -> Read:
    """The host that `nomina add` reads with."""
    encoder = catalog.load(choice)
    host = LocalHost(lambda: encoder)

    def read(paths: list[Path]) -> int:
        return sum(len(batch) for batch in host.read(paths))

    return read


def bare(choice: str, paths: list[Path]) -> Read:
    """The network alone."""
    encoder = catalog.load(choice)
    pixels = [encoder.prepare(images.decode(path.read_bytes())) for path in paths[:BATCH]]

    def read(paths: list[Path]) -> int:
        return sum(len(encoder.encode_pixels(pixels[: len(paths) - start])) for start in range(0, len(paths), BATCH))

    return read


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds, and seconds of processors' time, that of ended child processes too."""
    wall, own, others = time.perf_counter(), time.process_time(), _children()
    work()
    return time.perf_counter() - wall, time.process_time() - own + _children() - others


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
