"""Where the files lie that come with the window: icons, fonts, style, words."""

from __future__ import annotations

from pathlib import Path


def assets() -> Path:
    """Inside a wheel's package, or beside desktop/ in a checkout."""
    inside = Path(__file__).parent / "assets"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "assets"
