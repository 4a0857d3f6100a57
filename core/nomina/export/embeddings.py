"""Embeddings: a matrix of float32 rows, and a file that says which picture each row is.

Both files of numbers are written as they are read; safetensors' format is a length, a JSON head and the bytes
(github.com/huggingface/safetensors#format).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np

from nomina.export.protocol import Kind, Option, Source
from nomina.export.tables import WHOLE, columns_of, record
from nomina.export.text import as_json

NPY_HEAD = 128
"""Bytes before the numbers of an .npy file; its lengths are known only at the end."""


class EmbeddingRows:
    """The format `embeddings`: embeddings.npy or .safetensors, shape (n, d), and rows.jsonl with n objects.

    Pictures without an embedding of the encoder at work are left out. Rows are as they are stored: float16 widened.
    """

    title = "Embeddings"
    kind = Kind.FOLDER
    ending = ""
    options = (Option("as", "npy", "The file of numbers.", ("npy", "safetensors")),)
    unlabelled = True

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """See Exporter."""
        kind, width = source.options["as"], source.encoder.dimension
        columns = columns_of(WHOLE, source)
        count = 0
        with (
            (target / f"embeddings.{kind}").open("wb") as numbers,
            (target / "rows.jsonl").open("w", encoding="utf-8", newline="") as rows,
        ):
            head = _npy_head if kind == "npy" else _safetensors_head
            numbers.write(head(source.count, width, source.encoder.id))
            for batch, matrix in source.embeddings():
                numbers.write(np.ascontiguousarray(matrix, "<f4").tobytes())
                for row in batch:
                    values = {"row": count} | record(row, columns, source.plan)
                    rows.write(as_json(values) + "\n")
                    count += 1
                yield count
            _rewrite_head(numbers, head(count, width, source.encoder.id))
        self._leave_out_unread(source, count)

    @staticmethod
    def _leave_out_unread(source: Source, count: int) -> None:
        if count == source.count:
            return
        known = {row.id for batch, _ in source.embeddings() for row in batch}
        for row in source.rows():
            if row.id not in known:
                source.leave_out(row, f"the encoder “{source.encoder.id}” has not read it yet")


def _npy_head(count: int, width: int, _: str) -> bytes:
    """NumPy's format 1.0 (numpy.lib.format), padded to NPY_HEAD bytes."""
    text = f"{{'descr': '<f4', 'fortran_order': False, 'shape': ({count}, {width}), }}"
    padded = text.ljust(NPY_HEAD - 11).encode() + b"\n"
    return b"\x93NUMPY\x01\x00" + len(padded).to_bytes(2, "little") + padded


def _safetensors_head(count: int, width: int, encoder: str) -> bytes:
    tensor = {"dtype": "F32", "shape": [count, width], "data_offsets": [0, 4 * count * width]}
    text = as_json({"__metadata__": {"encoder": encoder}, "embeddings": tensor}).encode()
    room = 8 * (len(json.dumps(encoder).encode()) // 8 + 32)  # the same for any count; spaces at the end are allowed
    return room.to_bytes(8, "little") + text.ljust(room)


def _rewrite_head(file: BinaryIO, head: bytes) -> None:
    file.seek(0)
    file.write(head)
