"""Under which licences Nomina's dependencies stand, checked against those that are allowed.

    python packaging/licences.py                    what the installed nomina needs, with its extras
    python packaging/licences.py --bundle FOLDER    what a bundle holds; writes FOLDER/THIRD_PARTY.txt with all texts

It runs in the environment that the bundle was made in. packaging/licences/licences.toml has the list, and the licences
of what does not tell. Something without a licence, or with one that is not on the list, is named and is an error.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path

HERE = Path(__file__).parent / "licences"
TABLE = tomllib.loads((HERE / "licences.toml").read_text(encoding="utf-8"))
ALLOWED = frozenset(TABLE["allowed"])
TEXTS = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
RULE = "=" * 100


@dataclass(frozen=True, slots=True)
class Part:
    """A package or a library, its licence as an SPDX expression, and the texts that must go along."""

    name: str
    licence: str
    texts: tuple[str, ...] = ()


def is_allowed(licence: str) -> bool:
    """Whether an SPDX expression can be met: one of the alternatives, and all parts of it, are on the list."""
    flat = licence.replace("(", "").replace(")", "")
    return any(all(part.strip() in ALLOWED for part in either.split(" AND ")) for either in flat.split(" OR "))


def licence_of(package: Distribution) -> str:
    """As its description says it, in SPDX's names; "" where it does not say."""
    told = package.metadata
    classified = [each.split(" :: ")[-1] for each in told.get_all("Classifier") or [] if each.startswith("License")]
    lines = (told.get("License") or "").splitlines()
    short = lines[0].strip() if len(lines) == 1 else ""  # some put the whole text there
    said = told.get("License-Expression") or short or " AND ".join(classified)
    written: dict[str, str] = TABLE["written"]
    return (
        TABLE["read"].get(package.name)
        or written.get(said)
        or " AND ".join(written.get(each, each) for each in said.split(" AND "))
    )


def part_of(package: Distribution) -> Part:
    """A package with the texts in its folder of facts."""
    files = [file for file in package.files or [] if ".dist-info/" in str(file) and TEXTS.search(file.name)]
    nested = [file for file in package.files or [] if ".dist-info/licenses/" in str(file) and file not in files]
    texts = tuple(package.locate_file(file).read_text(encoding="utf-8", errors="replace") for file in files + nested)
    return Part(f"{package.name} {package.version}", licence_of(package), texts)


def needed(name: str = "nomina") -> dict[str, Distribution]:
    """The installed packages that one needs, with those of its extras that are there."""
    from packaging.requirements import Requirement

    found: dict[str, Distribution] = {}
    open_ = [Requirement(name)]
    while open_:
        asked = open_.pop()
        key = re.sub(r"[-_.]+", "-", asked.name).lower()
        try:
            package = importlib.metadata.distribution(asked.name)
        except importlib.metadata.PackageNotFoundError:
            continue
        if key in found:
            continue
        found[key] = package
        extras = asked.extras | {""} | ({"heif", "parquet", "raw", "serve"} if key == name else set())
        for line in package.requires or []:
            requirement = Requirement(line)
            if requirement.marker is None or any(requirement.marker.evaluate({"extra": extra}) for extra in extras):
                open_.append(requirement)
    return found


# A bundle --------------------------------------------------------------------------------------------------------


def bundled_packages(bundle: Path) -> dict[str, Distribution]:
    """The installed packages of which something is in the bundle: a module, a library or a file."""
    inside = bundle / "_internal"
    tops = {path.name.split(".")[0] for path in inside.iterdir() if not path.name.endswith(".dist-info")}
    tops |= {name.split(".")[0] for name in _modules(bundle)}
    packages = importlib.metadata.packages_distributions()
    names = {name for top in tops for name in packages.get(top, [])}
    return {name: importlib.metadata.distribution(name) for name in names}


def _modules(bundle: Path) -> set[str]:
    from PyInstaller.archive.readers import CArchiveReader

    program = next(path for path in (bundle / "nomina", bundle / "nomina.exe") if path.is_file())
    return set(CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz").toc)


def bundled_libraries(bundle: Path) -> Iterator[Part]:
    """The shared libraries in the bundle. Modules of packages are not among them: those are named like modules."""
    inside = bundle / "_internal"
    for file in sorted(inside.rglob("lib*.so*")):
        if not file.is_symlink() and ".cpython-" not in file.name:
            place = file.relative_to(inside).as_posix()
            licence = _longest(place, TABLE["places"]) or _longest(file.name, TABLE["libraries"])
            yield Part(file.name, licence, tuple(_of_the_system(file.name)))


def _longest(name: str, table: dict[str, str]) -> str:
    """What a table has for the longest beginning of a name, or ""."""
    begins = [start for start in table if name.startswith(start)]
    return table[max(begins, key=len)] if begins else ""


def _of_the_system(library: str) -> Iterator[str]:
    """What Debian says of a library that came from there."""
    try:
        told = subprocess.run(["dpkg-query", "-S", f"*/{library}"], capture_output=True, text=True)
    except FileNotFoundError:
        return
    for package in {line.split(":")[0] for line in told.stdout.splitlines()}:
        file = Path("/usr/share/doc") / package / "copyright"
        if file.is_file():
            yield file.read_text(encoding="utf-8", errors="replace")


def write_notices(parts: list[Part], target: Path) -> None:
    """One file: what is in it, then every text once."""
    shared = [(HERE / name).read_text(encoding="utf-8") for name in ("LGPL-3.0.txt", "GPL-3.0.txt", "LGPL-2.1.txt")]
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    shared += [python.read_text(encoding="utf-8")] if python.is_file() else []
    whose: dict[str, list[str]] = {text: ["(the licence itself)"] for text in shared}
    for part in parts:
        for text in part.texts:
            whose.setdefault(text, []).append(part.name)
    lines = [
        "Nomina (Apache-2.0) comes with these parts. Qt and the other LGPL libraries are files of their own in this",
        "folder and may be replaced by other builds of them. Qt's sources: code.qt.io; the others': Debian's packages.",
        "",
        *(f"{part.name:45} {part.licence}" for part in parts),
    ]
    for text, names in whose.items():
        lines += ["", RULE, ", ".join(dict.fromkeys(names)), RULE, "", text.rstrip()]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """List, check, and write the notices of a bundle; 1 where something is not allowed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bundle", type=Path)
    bundle: Path | None = options.parse_args().bundle
    packages = needed() if bundle is None else bundled_packages(bundle)
    parts = [part_of(package) for name, package in sorted(packages.items(), key=lambda each: each[0].lower())]
    if bundle is not None:
        parts += [*bundled_libraries(bundle), *(Part(name, licence) for name, licence in TABLE["also"].items())]
        write_notices(parts, bundle / "THIRD_PARTY.txt")
    wrong = [part for part in parts if not is_allowed(part.licence)]
    for part in parts:
        print(f"{part.name:45} {part.licence or 'not told'}{'   NOT ALLOWED' if part in wrong else ''}")
    print(f"{len(parts)} parts, {len(wrong)} not allowed")
    return 1 if wrong or not parts else 0


if __name__ == "__main__":
    sys.exit(main())
