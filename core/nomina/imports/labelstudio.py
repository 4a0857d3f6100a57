"""Label Studio: choices that people made become labels, predictions automatic ones.

Reads tasks as Label Studio exports and imports them (JSON, and JSON-MIN), and a folder of Nomina's own export.
Sources: labelstud.io/guide/tasks, /guide/export and /guide/predictions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from nomina.domain import Origin
from nomina.errors import BadInput
from nomina.imports.files import glance, read_json
from nomina.imports.protocol import Found, FoundLabel, Option, Source, Spoilt
from nomina.imports.tables import probability

TASKS = "tasks.json"
_UPLOADED = re.compile(r"[0-9a-f]{8}-(?=.)")
_SERVED = "/data/"


class LabelStudio:
    """The format `labelstudio`. Pictures that were uploaded there are known by their names alone."""

    title = "Label Studio tasks"
    options = (
        Option("prefix", "", "What stands before each path and is taken away, where it is not Label Studio's own."),
    )

    def recognises(self, path: Path) -> bool:
        """See Importer."""
        text = glance(_file(path))
        min_ = '"choice"' in text and '"lead_time"' in text
        return bool(re.match(r"\s*\[\s*\{", text)) and (min_ or '"data"' in text)

    def read(self, source: Source) -> Iterator[Found]:
        """See Importer."""
        path, options = source.path, source.options
        tasks = read_json(_file(path))
        if not isinstance(tasks, list):
            raise BadInput(
                f"“{path}” is no list of tasks.", "Export from Label Studio as JSON, or name another --format."
            )
        for number, task in enumerate(tasks, 1):
            where = f"task {number}"
            if not isinstance(task, dict):
                yield Spoilt(where, "it is no object")
                continue
            data = task["data"] if isinstance(task.get("data"), dict) else task
            file, hash_ = _picture(data, options["prefix"]), _text(data.get("nomina_hash"))
            chosen = list(dict.fromkeys(_chosen(task)))
            if chosen and not (file or hash_):
                yield Spoilt(where, "it names no picture")
                continue
            for name, origin, confidence in chosen:
                yield FoundLabel(name, file, hash_, origin=origin, confidence=confidence)


def _file(path: Path) -> Path:
    return path / TASKS if path.is_dir() else path


def _chosen(task: dict[str, Any]) -> Iterator[tuple[str, Origin, float | None]]:
    """(category, who said it, how sure) for each choice of a task."""
    for key, origin in (("annotations", Origin.PERSON), ("predictions", Origin.AUTO)):
        for given in _list(task.get(key)):
            if isinstance(given, dict) and not given.get("was_cancelled"):
                score = probability(given.get("score")) if origin is Origin.AUTO else None
                yield from ((name, origin, score) for name in _choices(given))
    if "data" not in task:  # JSON-MIN
        told = task.get("choice")
        choices = told.get("choices") if isinstance(told, dict) else [told]
        yield from ((name, Origin.PERSON, None) for name in _list(choices) if isinstance(name, str))


def _choices(given: dict[str, Any]) -> Iterator[str]:
    for result in _list(given.get("result")):
        value = result.get("value") if isinstance(result, dict) and result.get("type") == "choices" else None
        names = value.get("choices") if isinstance(value, dict) else None
        yield from (name for name in _list(names) if isinstance(name, str))


def _picture(data: dict[str, Any], prefix: str) -> str:
    """The path of a task's picture: `image`, or else the first text that looks like an address of a file."""
    texts = [data.get("image"), *data.values()]
    address = next((text for text in texts if isinstance(text, str) and "." in text and not text.isspace()), "")
    if prefix:
        return unquote(address.removeprefix(prefix), errors="surrogateescape")
    try:
        parts = urlsplit(address)
        served = parse_qs(parts.query, errors="surrogateescape").get("d")
    except ValueError:
        return address
    if served:
        return served[0]
    path = unquote(
        parts.path if parts.scheme in ("http", "https", "file", "s3", "gs", "") else address, errors="surrogateescape"
    )
    if path.startswith(_SERVED):
        path = path.rpartition("/")[2]
        return _UPLOADED.sub("", path, count=1)
    return path


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
