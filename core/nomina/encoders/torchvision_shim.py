"""Import torchvision even where its compiled operators cannot load.

The torchvision wheel of the Python package index is built for CUDA on Linux. Beside a CPU-only torch its library
does not load, and the import dies with "operator torchvision::nms does not exist" (pytorch/vision 9077, 9085). timm
and open_clip need only its transforms, which are plain Python: so the missing operator gets a schema without a
kernel, and the import is tried again. On a healthy install nothing happens.
"""

from __future__ import annotations

import importlib
import re
import sys
from typing import Any

_SCHEMA = "{}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor"
_MISSING = re.compile(r"operator torchvision::(\w+) does not exist")


def import_torchvision() -> None:
    """Import torchvision, or raise ImportError when it is missing or broken in another way."""
    fragments: list[Any] = []  # torch forgets a schema when its Library object dies
    for _ in range(8):
        try:
            module = importlib.import_module("torchvision")
        except RuntimeError as error:
            missing = _MISSING.search(str(error))
            if not missing:
                raise
            import torch

            fragment = torch.library.Library("torchvision", "FRAGMENT")  # type: ignore[no-untyped-call]
            fragment.define(  # type: ignore[no-untyped-call]
                _SCHEMA.format(missing.group(1))
            )
            fragments.append(fragment)
            for name in [n for n in sys.modules if n == "torchvision" or n.startswith("torchvision.")]:
                del sys.modules[name]
        else:
            vars(module)["_nomina_fragments"] = fragments
            return
    raise ImportError("torchvision cannot be imported")
