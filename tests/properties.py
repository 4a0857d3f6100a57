"""How many examples a property is tried on."""

from __future__ import annotations

from hypothesis import settings

USUAL = 30
"""The `max_examples` of the profile "nomina" in conftest.py."""


def examples(usual: int) -> settings:
    """So many in a usual run, and in proportion under another profile: `wide` tries thirty times as many.

    Most properties make whole libraries, which costs: `pytest --hypothesis-profile=wide` is the run that searches.
    """
    return settings(max_examples=max(1, usual * settings().max_examples // USUAL))
