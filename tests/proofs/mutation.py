"""Damaged versions of files, made from whole ones: the same number gives the same bytes, here and anywhere.

The kinds of damage are those of mutational fuzzers (https://lcamtuf.coredump.cx/afl/technical_details.txt, section 6):
bits, numbers at the edge of their range, blocks that are gone, doubled, moved, or taken from another file.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Callable, Sequence

EDGES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
WORDS = (
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"<!DOCTYPE a>",
    b"&a;",
    b"../../",
    b"NaN",
    b"1e999",
    b"-1",
    b'"',
    b"\r\n",
)
"""What texts stumble over."""


def damaged(whole: bytes, number: int, others: Sequence[bytes] = ()) -> bytes:
    """The version of a file with this number: one to six changes; never longer than four times the file and 1 kB."""
    chance = random.Random(number)
    data = bytearray(whole)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        chance.choice(CHANGES)(data, chance, others)
    return bytes(data[: 4 * len(whole) + 1024])


def _bits(data: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    for _ in range(chance.choice((1, 1, 4, 16))):
        if data:
            data[_place(data, chance)] ^= 1 << chance.randrange(8)


def _bytes(data: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    for _ in range(chance.choice((1, 2, 8))):
        if data:
            data[_place(data, chance)] = chance.randrange(256)


def _edge(data: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """A length, a size or an offset as large or as small as can be, in either order of its bytes."""
    form = chance.choice(("<H", ">H", "<I", ">I"))
    size = struct.calcsize(form)
    if len(data) >= size:
        start = min(_place(data, chance), len(data) - size)
        data[start : start + size] = struct.pack(form, chance.choice(EDGES) & (0xFFFF if size == 2 else 0xFFFFFFFF))


def _gone(data: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    start = _place(data, chance)
    del data[start : start + _length(data, chance)]


def _cut(data: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    del data[_place(data, chance) :]


def _doubled(data: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    start = _place(data, chance)
    data[start:start] = data[start : start + _length(data, chance)] * chance.choice((1, 1, 2, 20))


def _word(data: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    start = _place(data, chance)
    data[start:start] = chance.choice(WORDS)


def _noise(data: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    start = _place(data, chance)
    data[start:start] = chance.randbytes(chance.choice((1, 4, 64)))


def _of_another(data: bytearray, chance: random.Random, others: Sequence[bytes]) -> None:
    if others:
        other = chance.choice(others)
        start = _place(data, chance)
        there = _place(other, chance)
        data[start : start + _length(data, chance)] = other[there : there + _length(other, chance)]


CHANGES: tuple[Callable[[bytearray, random.Random, Sequence[bytes]], None], ...] = (
    *(_bits, _bits, _bytes, _edge, _edge, _gone, _cut, _doubled, _word, _noise, _of_another),
)


def _place(data: bytes | bytearray, chance: random.Random) -> int:
    """Where to change it; half of the time in the first 512 bytes, where most formats keep what they are."""
    limit = min(len(data), 512) if chance.random() < 0.5 else len(data)
    return chance.randrange(limit) if limit else 0


def _length(data: bytes | bytearray, chance: random.Random) -> int:
    return chance.choice((1, 2, 4, 16, 256, max(1, len(data) // 4)))
