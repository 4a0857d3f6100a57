"""What an encoder costs to run on a CPU, and whether that is bearable as a default; known without loading anything.

A model's cost is the multiplications of its picture side, in billions for one picture (GMACs). Measured with random
weights on one core of an AMD EPYC, float32: ViT-B-32-256 31, ViT-B-16 35, ViT-L-14 35 GMACs a second (CLIP's own
towers of 5.8, 17.6 and 81 GMACs in 0.19, 0.51 and 2.3 seconds).
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from nomina.encoders.devices import machine_memory, may_accelerate

GMACS_A_SECOND = 30.0
"""Of one core."""
BEARABLE_S = 0.5
"""Seconds a picture up to which a model is taken by itself: a thousand pictures in eight minutes."""
SHARE_OF_MEMORY = 0.25
"""Of the machine's memory, for the weights: as much again is needed while they are read, and others run too."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a model needs.

    Attributes:
        gmacs: billions of multiplications for one picture.
        megabytes: of its weights.
    """

    gmacs: float
    megabytes: float

    def seconds(self, cores: int | None = None) -> float:
        """Seconds for one picture on a CPU, about.

        Args:
            cores: how many; None for those of this machine.
        """
        return self.gmacs / (GMACS_A_SECOND * (cores or os.cpu_count() or 1))


def bearable(cost: Cost, device: str = "auto", *, cores: int | None = None, memory: int | None = None) -> bool:
    """Whether a model may become the default without being asked for.

    With an accelerator always. On a CPU when a picture takes at most BEARABLE_S seconds and the weights fit into
    SHARE_OF_MEMORY of the machine's memory, where the system tells how much that is.

    Args:
        device: as a person chose it; "auto" looks whether there is an accelerator.
        cores, memory: of the machine, in bytes; None for this one's.
    """
    if may_accelerate(device):
        return True
    memory = machine_memory() if memory is None else memory
    fits = memory is None or cost.megabytes * 1e6 <= SHARE_OF_MEMORY * memory
    return fits and cost.seconds(cores) <= BEARABLE_S


def picture_cost(width: int, layers: int, tokens: int) -> float:
    """GMACs of a plain vision transformer: 12·width² a layer and token, and the tokens' attention to each other."""
    return layers * tokens * (12 * width**2 + 2 * tokens * width) / 1e9
