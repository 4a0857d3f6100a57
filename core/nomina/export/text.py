"""JSON that is UTF-8 whatever a file is called."""

from __future__ import annotations

import json
from typing import Any

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps makes an encoder a call for all but its defaults


def as_json(value: Any) -> str:
    """One line of JSON, readable text as it is.

    A name of bytes that are no UTF-8, which Python knows as half characters, is written as escapes: Python reads the
    name back from them, and nobody finds a file that is no text.
    """
    line = _ENCODE(value)
    if not line.isascii():
        try:
            line.encode()
        except UnicodeEncodeError:
            return json.dumps(value)
    return line
