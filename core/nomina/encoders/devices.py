"""The devices a model can run on here: CUDA (NVIDIA, and AMD under ROCm), MPS (Apple), XPU (Intel) and the CPU."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass

from nomina.errors import EncoderError


@dataclass(frozen=True, slots=True)
class Device:
    """One device that torch can use.

    Attributes:
        name: as torch takes it: "cuda:0", "mps", "xpu:0" or "cpu".
        title: what it is, for a person.
        memory: bytes it has, or None when that is not known.
    """

    name: str
    title: str
    memory: int | None


def choose_device(wanted: str = "auto") -> str:
    """The device to run on: "auto" takes the first there is of cuda, mps, xpu, cpu.

    Args:
        wanted: "auto", a kind ("cuda", "mps", "xpu", "cpu") or one of several ("cuda:1").

    Returns:
        a name for torch: "cuda", "cuda:1", "mps", "xpu" or "cpu".

    Raises:
        EncoderError: the device that was asked for is not there; says which are.
    """
    name = wanted.strip().lower()
    there = [device.name for device in describe_devices()]
    kinds = list(dict.fromkeys(device.partition(":")[0] for device in there))
    if name == "auto":
        return kinds[0]
    if name in kinds or name in there:
        return name
    raise EncoderError(
        f"There is no device “{wanted}” here that the encoder can run on.",
        f"There is: {', '.join([*kinds, *(device for device in there if ':' in device)])}. Or choose “auto”.",
    )


def describe_devices() -> list[Device]:
    """All devices torch can use here, fastest kind first; the CPU is always the last. Imports torch."""
    return [*_numbered("cuda"), *_mps(), *_numbered("xpu"), _cpu()]


def _numbered(kind: str) -> list[Device]:
    import torch

    module = getattr(torch, kind, None)
    if module is None or not module.is_available():
        return []
    found = []
    for index in range(module.device_count()):
        properties = module.get_device_properties(index)
        found.append(Device(f"{kind}:{index}", str(properties.name), int(properties.total_memory)))
    return found


def _mps() -> list[Device]:
    import torch

    if not torch.backends.mps.is_available():
        return []
    # the GPU of an Apple chip shares the memory of the machine
    return [Device("mps", f"Apple GPU ({platform.machine()})", _machine_memory())]


def _cpu() -> Device:
    title = platform.processor() or platform.machine() or "CPU"
    return Device("cpu", f"{title}, {os.cpu_count() or 1} cores", _machine_memory())


def _machine_memory() -> int | None:
    """Bytes of memory of the machine, or None where the system does not tell (Windows)."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
