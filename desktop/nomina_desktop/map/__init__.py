"""The map: every picture as a point, so that what looks alike lies together."""
