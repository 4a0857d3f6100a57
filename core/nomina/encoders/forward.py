"""The picture side of a network on a device, in one of the ways it can be run; tuning.py chooses among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from nomina.domain import Rows
from nomina.encoders.protocol import Pixels

PRECISIONS = ("fp32", "bf16", "fp16")
FORMS = ("eager", "frozen", "compiled")


@dataclass(frozen=True, slots=True)
class Way:
    """How a network is run.

    Attributes:
        precision: of weights and numbers between: one of PRECISIONS.
        form: one of FORMS: layer by layer; with layers that follow each other fused, by TorchScript; by torch.compile.
        channels_last: whether the numbers of a pixel lie side by side, which convolutions like.
        batch: how many pictures at once.
        threads: of the processor; 0 for torch's own choice.
    """

    precision: str = "fp32"
    form: str = "eager"
    channels_last: bool = False
    batch: int = 8
    threads: int = 0

    def in_words(self) -> str:
        """For a person."""
        words = [self.precision, self.form, *(["channels last"] if self.channels_last else [])]
        words += [f"batches of {self.batch}", *([f"{self.threads} threads"] if self.threads else [])]
        return ", ".join(words)


class Tunable(Protocol):
    """What an encoder offers whose network can be run in several ways."""

    @property
    def forward(self) -> Forward:
        """Its picture side."""
        ...


class Forward:
    """A network that takes a batch of pictures, shape (n, 3, height, width), and gives one tensor or several."""

    def __init__(self, network: Any, device: str, way: Way) -> None:
        """Run a network that lies on the device in float32, in the way its family is written for."""
        self._network, self._device = network, device
        self.device, self.as_written = device, way
        self.way = way
        self._run: Callable[[Any], Any] = network

    def set_up(self, way: Way, example: Sequence[Pixels]) -> None:
        """Run it in another way from now on. What torch raises means that it cannot be, and nothing has changed.

        Args:
            example: a few pictures, to see how numbers flow.
        """
        import torch

        network, run = self._network, self._network
        if way.precision != "fp32":
            import copy

            network = run = copy.deepcopy(self._network).to(_dtype(way.precision))
        layout = torch.channels_last if way.channels_last else torch.contiguous_format
        network = run = network.to(memory_format=layout)
        if way.form == "frozen":
            with torch.no_grad():
                traced = torch.jit.trace(network, self._batch(example, way), check_trace=False)  # type: ignore[no-untyped-call]
                run = torch.jit.freeze(traced)
                if self._device == "cpu" and way.precision == "fp32":
                    run = torch.jit.optimize_for_inference(run)
        elif way.form == "compiled":
            run = torch.compile(network, dynamic=True)
        if way.threads:
            torch.set_num_threads(way.threads)
        self._run, self.way = run, way

    def __call__(self, pixels: Sequence[Pixels]) -> tuple[Rows, ...]:
        """What the network makes of prepared pictures: arrays of float32, one row a picture.

        Raises:
            RuntimeError, IndexError: torch cannot.
        """
        import torch

        with torch.inference_mode() if self.way.form != "frozen" else torch.no_grad():
            made = self._run(self._batch(pixels, self.way))
            tensors = made if isinstance(made, tuple) else (made,)
            return tuple(np.asarray(tensor.float().cpu().numpy()) for tensor in tensors)

    def _batch(self, pixels: Sequence[Pixels], way: Way) -> Any:
        """The pictures on the device. To a GPU they go from pinned memory, while it is still at work."""
        import torch

        layout = torch.channels_last if way.channels_last else torch.contiguous_format
        batch = torch.from_numpy(np.stack(pixels))
        if self._device.startswith("cuda"):
            batch = batch.pin_memory()
        return batch.to(self._device, _dtype(way.precision), non_blocking=True, memory_format=layout)


def _dtype(precision: str) -> Any:
    import torch

    return {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}[precision]
