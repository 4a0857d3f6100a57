"""Encoders that come as plug-ins, so that any process can load them in a moment, without torch."""

from __future__ import annotations

from pathlib import Path

import pytest

GREY = """
from dataclasses import replace
import numpy as np
from nomina.testing import ColourEncoder

class Grey(ColourEncoder):
    '''Sees no colours, and so takes red for blue.'''
    spec = replace(ColourEncoder.spec, id="grey@1", title="Grey")

    def encode_pixels(self, pixels):
        return super().encode_pixels([np.broadcast_to(each.mean(axis=0), each.shape) for each in pixels])

def load(device):
    return Grey()
"""


def write_plug_in(layer: Path, name: str, source: str) -> str:
    """Write a package of this name with an encoder of this name, for whoever has the layer in its path."""
    info = layer / f"{name}-1.dist-info"
    info.mkdir(parents=True)
    (layer / f"{name}.py").write_text(source)
    (info / "METADATA").write_text(f"Name: {name}\nVersion: 1\n")
    (info / "entry_points.txt").write_text(f"[nomina.encoders]\n{name} = {name}:load\n")
    return name


def plug_in(layer: Path, name: str, source: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Install a package of this name with an encoder of this name, for the test alone; returns the choice."""
    write_plug_in(layer, name, source)
    monkeypatch.syspath_prepend(str(layer))
    return name
