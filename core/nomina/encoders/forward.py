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
        threads: of the processor, for a batch; 0 for torch's own choice.
        streams: how many batches side by side. Those of one thread each never wait for each other, nor spin while a
            file is decoded or another program is at work.
    """

    precision: str = "fp32"
    form: str = "eager"
    channels_last: bool = False
    batch: int = 8
    threads: int = 0
    streams: int = 1

    def in_words(self) -> str:
        """For a person."""
        words = [self.precision, self.form, *(["channels last"] if self.channels_last else [])]
        batches = f"batches of {self.batch}" if self.streams == 1 else f"{self.streams} batches of {self.batch} at once"
        words += [batches, *([f"{self.threads} threads"] if self.threads > 1 else [])]
        return ", ".join(words)


class Tunable(Protocol):
    """What an encoder offers whose network can be run in several ways."""

    @property
    def forward(self) -> Forward:
        """Its picture side."""
        ...


class Forward:
    """A network that takes a batch of pictures, shape (n, 3, height, width), and gives one tensor or several.

    Attributes:
        as_written, way: how its family is written to be run, and how it is run now.
        processors: how many threads torch computes with when nobody says otherwise.
    """

    def __init__(self, network: Any, device: str, way: Way) -> None:
        """Run a network that lies on the device in float32, in the way its family is written for."""
        import torch

        self.processors = torch.get_num_threads()
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
        self._run, self.way = run, way

    def all_threads(self) -> None:
        """Let what the calling thread computes next have all processors, as a batch in one stream has."""
        self._take_threads(self.processors)

    def _take_threads(self, count: int) -> None:
        """Torch's number is that of the calling thread, and of threads that have computed nothing yet."""
        import torch

        if torch.get_num_threads() != count:
            torch.set_num_threads(count)

    def __call__(self, pixels: Sequence[Pixels]) -> tuple[Rows, ...]:
        """What the network makes of prepared pictures: arrays of float32, one row a picture.

        Raises:
            RuntimeError, IndexError: torch cannot.
        """
        import torch

        self._take_threads(self.way.threads or self.processors)
        with torch.inference_mode() if self.way.form != "frozen" else torch.no_grad():
            made = self._run(self._batch(pixels, self.way))
            tensors = made if isinstance(made, tuple) else (made,)
            return tuple(np.asarray(tensor.float().cpu().numpy()) for tensor in tensors)

    def _batch(self, pixels: Sequence[Pixels], way: Way) -> Any:
        """The pictures on the device. To a GPU they go from pinned memory, while it is still at work."""
        import torch

        layout = torch.channels_last if way.channels_last else torch.contiguous_format
        if pixels[0].strides[0] == pixels[0].itemsize:  # the numbers of a pixel lie side by side already
            batch = torch.from_numpy(np.stack([each.transpose(1, 2, 0) for each in pixels])).permute(0, 3, 1, 2)
        else:
            batch = torch.from_numpy(np.stack(pixels))
        if self._device.startswith("cuda"):
            batch = batch.pin_memory()
        return batch.to(self._device, _dtype(way.precision), non_blocking=True, memory_format=layout)


def _dtype(precision: str) -> Any:
    import torch

    return {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}[precision]
