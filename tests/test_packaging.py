"""What packaging says of the program is the same in every file, and the licences of its parts are allowed."""

from __future__ import annotations

import configparser
import importlib.util
import plistlib
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from nomina.schema import APPLICATION_ID
from nomina_desktop.app import DESKTOP_FILE, library_at

PACKAGING = Path(__file__).parents[1] / "packaging"
LINUX = PACKAGING / "linux"


def script(name: str) -> ModuleType:
    """A script of packaging/, imported."""
    spec = importlib.util.spec_from_file_location(f"script_{name}", PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def licences() -> ModuleType:
    return script("licences")


def test_the_version_is_stated_once_and_followed() -> None:
    version = tomllib.loads((PACKAGING.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    metainfo = ElementTree.parse(LINUX / f"{DESKTOP_FILE}.metainfo.xml").getroot()
    releases = metainfo.findall("releases/release")
    assert releases[0].get("version") == version
    assert f"## {version}" in (PACKAGING.parent / "CHANGELOG.md").read_text(encoding="utf-8")


def test_desktop_icon_and_types_go_by_one_name() -> None:
    entry = configparser.RawConfigParser(strict=False)
    entry.read(LINUX / f"{DESKTOP_FILE}.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["Icon"] == DESKTOP_FILE
    metainfo = ElementTree.parse(LINUX / f"{DESKTOP_FILE}.metainfo.xml").getroot()
    assert metainfo.findtext("id") == DESKTOP_FILE
    mime = (LINUX / f"{DESKTOP_FILE}.mime.xml").read_text(encoding="utf-8")
    types = set(re.findall(r'mime-type type="([^"]+)"', mime))
    assert set(filter(None, entry["Desktop Entry"]["MimeType"].split(";"))) <= types
    assert {each.text for each in metainfo.findall("provides/mediatype")} <= types
    assert f"0x{APPLICATION_ID:X}" in mime
    assert script("icons").ID == DESKTOP_FILE
    assert f'bundle_identifier="{DESKTOP_FILE}"' in (PACKAGING / "pyinstaller/nomina.spec").read_text(encoding="utf-8")
    assert plistlib.loads((PACKAGING / "macos/entitlements.plist").read_bytes())


def test_a_library_is_opened_by_its_folder_or_by_the_database_in_it(tmp_path: Path) -> None:
    (tmp_path / "library.db").touch()
    assert library_at(tmp_path) == library_at(tmp_path / "library.db") == tmp_path
    assert library_at(tmp_path / "missing") == tmp_path / "missing"


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("(MPL-2.0 AND MIT)", True),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", True),
        ("GPL-3.0-or-later", False),
        ("MIT AND GPL-2.0-only", False),
        ("AGPL-3.0-only", False),
        ("NVIDIA", False),
        ("", False),
    ],
)
def test_a_licence_is_allowed_when_one_of_its_alternatives_is(
    licences: ModuleType, licence: str, allowed: bool
) -> None:
    assert licences.is_allowed(licence) is allowed


def test_all_that_nomina_needs_here_may_be_given_on(licences: ModuleType) -> None:
    packages = licences.needed()
    assert {"nomina", "torch", "pyside6", "pillow"} <= packages.keys()
    parts = [licences.part_of(package) for package in packages.values()]
    assert [part.name for part in parts if not licences.is_allowed(part.licence)] == []


def test_libraries_that_would_bind_the_whole_are_known_and_not_allowed(licences: ModuleType) -> None:
    known = licences.TABLE["libraries"]
    assert not any(licences.is_allowed(known[name]) for name in ("libreadline", "libx264", "libx265", "libcudart"))
    assert not licences.is_allowed(licences.TABLE["read"]["av"])
    assert "av" not in licences.needed(), "tests make videos with it; what is shipped has none of it"
