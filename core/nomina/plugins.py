"""Plug-ins: encoders, exporters and importers that other packages bring, found by their entry points.

What comes with Nomina is found by the same code: a table of names and the objects they stand for. Nothing is imported
before it is asked for, and a plug-in that is broken is named in a sentence and costs nothing but itself.
docs/plugins.md says how to write one.
"""

from __future__ import annotations

import functools
import importlib.metadata
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nomina.errors import BadInput

EXPORTERS = "nomina.exporters"
IMPORTERS = "nomina.importers"
ENCODERS = "nomina.encoders"
OURS = "nomina"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")

Check = Callable[[Any], str]
"""Looks at a loaded object and says in half a sentence what is wrong with it, or ""."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """One thing that can be plugged in, not yet imported.

    Attributes:
        group: one of EXPORTERS, IMPORTERS, ENCODERS.
        name: what a person types; lower case letters, digits, "-" and "_".
        value: "module:object".
        package: who brings it, with its version; "nomina" for what comes with Nomina.
    """

    group: str
    name: str
    value: str
    package: str = OURS


@dataclass(frozen=True, slots=True)
class Broken:
    """A plug-in that cannot be used.

    Attributes:
        reason: one sentence that names it and says why.
    """

    group: str
    name: str
    package: str
    reason: str


def find(group: str, ours: Mapping[str, str]) -> tuple[dict[str, Plugin], list[Broken]]:
    """All plug-ins of a group by name, ours first, and those whose names cannot be used. Imports none of them.

    Args:
        ours: what comes with Nomina: "module:object" by name. Nobody else may take these names.
    """
    found = {name: Plugin(group, name, value) for name, value in ours.items()}
    broken = []
    for plugin in sorted(_installed(group), key=lambda each: (each.name, each.package, each.value)):
        other = found.get(plugin.name)
        if other == plugin:  # the same package twice on the path
            continue
        if not _NAME.fullmatch(plugin.name):
            broken.append(_broken(plugin, "its name is not made of lower case letters, digits, “-” and “_”"))
        elif other is not None:
            broken.append(_broken(plugin, f"“{other.package}” has that name already"))
        else:
            found[plugin.name] = plugin
    return found, broken


def load(plugin: Plugin, check: Check) -> Any:
    """Import a plug-in; a class is made without arguments.

    Raises:
        BadInput: it cannot be imported, or is not what its group promises.
    """
    try:
        thing = importlib.metadata.EntryPoint(plugin.name, plugin.value, plugin.group).load()
        thing = thing() if isinstance(thing, type) else thing
        wrong = check(thing)
    except Exception as error:  # whatever somebody else's module may raise
        wrong = f"{type(error).__name__}: {error}".rstrip(": .")
    if wrong:
        raise BadInput(_broken(plugin, wrong).reason, f"Update or remove it: pip uninstall {plugin.package.split()[0]}")
    return thing


def load_all(plugins: Iterable[Plugin], check: Check) -> tuple[dict[str, Any], list[Broken]]:
    """Import plug-ins: those that work by name, and those that do not, each with its sentence."""
    loaded, broken = {}, []
    for plugin in plugins:
        try:
            loaded[plugin.name] = load(plugin, check)
        except BadInput as error:
            broken.append(Broken(plugin.group, plugin.name, plugin.package, error.title))
    return loaded, broken


def has(*names: str) -> Check:
    """A check that an object has these attributes."""

    def check(thing: Any) -> str:
        missing = [name for name in names if not hasattr(thing, name)]
        return f"it has no “{missing[0]}”" if missing else ""

    return check


def _installed(group: str) -> Iterable[Plugin]:
    for entry in _entry_points(group, tuple(sys.path)):
        package = f"{entry.dist.name} {entry.dist.version}" if entry.dist is not None else "a package without a name"
        yield Plugin(group, entry.name, entry.value, package)


@functools.lru_cache(maxsize=8)
def _entry_points(group: str, _path: tuple[str, ...]) -> tuple[importlib.metadata.EntryPoint, ...]:
    """What is installed on the path. Read once: it takes milliseconds, and a program that runs gets no new packages."""
    return tuple(importlib.metadata.entry_points(group=group))


def _broken(plugin: Plugin, why: str) -> Broken:
    return Broken(
        plugin.group,
        plugin.name,
        plugin.package,
        f"The plug-in “{plugin.name}” of “{plugin.package}” cannot be used: {why}.",
    )
