"""Where the files lie that come with the window: icons, fonts, style, words."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def assets() -> Path:
    """Inside a wheel's package, or beside desktop/ in a checkout."""
    inside = Path(__file__).parent / "assets"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "assets"


@cache
def drawing(name: str) -> str:
    """The SVG of an icon, whose lines have `currentColor`: it is asked for in several colours."""
    return (assets() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
