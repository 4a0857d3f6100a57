"""Divides pictures into training, validation and test parts: each category in the same shares, the same every time.

A picture's part follows from its bytes, the seed and the other pictures of its category, so that a second export moves
few pictures from one part to another.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from nomina.errors import BadInput
from nomina.export.row import Row

PARTS = ("train", "val", "test")


def parse(text: str, parts: Sequence[str] = PARTS) -> dict[str, float]:
    """“80/10/10” as a share of each part; {} for "". Two numbers are train and val; a 0 leaves a part out.

    Raises:
        BadInput: it is no such text.
    """
    if not text.strip():
        return {}
    try:
        numbers = [float(number) for number in text.split("/")]
    except ValueError:
        numbers = []
    if not 1 < len(numbers) <= len(parts) or not all(0 <= number < 1e9 for number in numbers) or not sum(numbers):
        raise BadInput(f"“{text}” says no split.", "Write the shares of train, val and test, as in 80/10/10 or 80/20.")
    return {part: number / sum(numbers) for part, number in zip(parts, numbers, strict=False) if number}


def divide(rows: Iterable[Row], shares: dict[str, float], seed: str) -> dict[int, str]:
    """The part of each image, by its id.

    The numbers of a category are rounded by largest remainder; a part that would get none of it gets one picture,
    while there are as many pictures as parts.
    """
    by_category: dict[str, list[tuple[bytes, int]]] = {}
    for row in rows:
        key = hashlib.blake2b(f"{seed}\0{row.hash}".encode(), digest_size=8).digest()
        by_category.setdefault(row.category, []).append((key, row.id))
    out: dict[int, str] = {}
    for members in by_category.values():
        members.sort()
        start = 0
        for part, number in zip(shares, counts(len(members), list(shares.values())), strict=True):
            out.update((image_id, part) for _, image_id in members[start : start + number])
            start += number
    return out


def counts(total: int, shares: Sequence[float]) -> list[int]:
    """How many of `total` each share gets; they add up to it."""
    exact = [total * share for share in shares]
    out = [int(number) for number in exact]
    order = sorted(range(len(shares)), key=lambda i: out[i] - exact[i])
    for i in order[: total - sum(out)]:
        out[i] += 1
    for i, number in enumerate(out):
        if number == 0 and total >= len(shares):
            out[max(range(len(out)), key=out.__getitem__)] -= 1
            out[i] = 1
    return out
