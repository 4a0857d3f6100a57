"""The devices a model can run on here: CUDA (NVIDIA, and AMD under ROCm), MPS (Apple), XPU (Intel) and the CPU."""

from __future__ import annotations

import importlib.util
import os
import platform
import runpy
import sys
from dataclasses import dataclass
from pathlib import Path

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
    return [Device("mps", f"Apple GPU ({platform.machine()})", machine_memory())]


def _cpu() -> Device:
    title = platform.processor() or platform.machine() or "CPU"
    return Device("cpu", f"{title}, {os.cpu_count() or 1} cores", machine_memory())


def may_accelerate(wanted: str = "auto") -> bool:
    """Whether a model would run on something faster than the CPU, as far as can be known without importing torch.

    "auto" looks what torch was built for and whether the driver's files are there; it may be wrong where a driver is
    installed without its device.
    """
    kind = wanted.strip().lower().partition(":")[0]
    if kind != "auto":
        return kind != "cpu"
    if sys.platform == "darwin":
        return platform.machine() == "arm64"
    system = Path(os.environ.get("SYSTEMROOT", "C:\\Windows")) / "System32"
    files = {
        "cuda": (Path("/proc/driver/nvidia/version"), Path("/dev/dxg"), system / "nvcuda.dll"),
        "hip": (Path("/dev/kfd"), system / "amdhip64.dll"),
        "xpu": (Path("/dev/dri/renderD128"), system / "ze_loader.dll"),
    }
    built = _built_for()
    return any(kind in built and any(file.exists() for file in there) for kind, there in files.items())


def _built_for() -> set[str]:
    """The kinds of accelerators that the installed torch was built for, read from its version file."""
    spec = importlib.util.find_spec("torch")
    if spec is None or not spec.submodule_search_locations:
        return set()
    try:
        stated = runpy.run_path(str(Path(spec.submodule_search_locations[0]) / "version.py"))
    except OSError:
        return set()
    return {kind for kind in ("cuda", "hip", "xpu") if stated.get(kind)}


def machine_memory() -> int | None:
    """Bytes of memory of the machine, or None where the system does not tell (Windows)."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
