"""What the formats share: text and JSON from a file, whatever its encoding, with a sentence for whatever is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nomina.errors import BadInput, reason_of

LONGEST = 1_000_000_000
"""Bytes of a file that is read whole."""
GLANCE = 4096
"""Bytes that are enough to tell what a file is."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_UTF_8 = "Save it as UTF-8 and try again."


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, or UTF-16 with a mark; line ends as they are, and no mark.

    Bytes that are not UTF-8 are kept as half characters: they may be a part of a file's name.

    Raises:
        BadInput: it cannot be read, is too large, or is no text.
    """
    return decoded(path, read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        BadInput: it cannot be read or is too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST + 1)
    except OSError as error:
        raise BadInput(f"“{path}” cannot be read: {reason_of(error)}.") from error
    if len(data) > LONGEST:
        raise BadInput(f"“{path}” is larger than {LONGEST // 1_000_000:,} MB.", "Split it into smaller files.")
    return data


def decoded(path: Path, data: bytes) -> str:
    """See read_text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding, "surrogateescape").removeprefix("\ufeff")
            except UnicodeDecodeError as error:
                raise BadInput(f"“{path}” is damaged: it is not the {encoding.upper()} it says.", _UTF_8) from error
    if b"\0" in data[:GLANCE]:
        raise BadInput(f"“{path}” is no text.", _UTF_8)
    return data.decode("utf-8", "surrogateescape")


def read_json(path: Path) -> Any:
    """The value in a JSON file.

    Raises:
        BadInput: it cannot be read, or is no JSON.
    """
    return parse_json(path, read_text(path))


def parse_json(path: Path, text: str, where: str = "") -> Any:
    """The value of a text of JSON; `where` is told beside the file ("in line 3").

    Raises:
        BadInput: it is none.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        what = f"{error}" if isinstance(error, json.JSONDecodeError) else "it cannot be taken apart"
        raise BadInput(f"“{path}” is no JSON{where}: {what}.", "Choose a file of JSON, or another --format.") from error


def glance(path: Path) -> str:
    """The first characters of a file; "" where it cannot be read or is no text."""
    try:
        with path.open("rb") as file:
            data = file.read(GLANCE)
    except OSError:
        return ""
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
    if not encoding and b"\0" in data:
        return ""
    return data.decode(encoding or "utf-8", "replace").removeprefix("\ufeff")
