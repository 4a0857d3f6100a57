"""Collects the words of the window for translation, and compiles the translations: python packaging/words.py [--check].

Qt's own tools find each `tr("…")` and QT_TR_NOOP("…") in desktop/, core_sentences.py finds what the core says. The
languages lie in assets/words: a .ts file to translate (with pyside6-linguist, or any editor) and the .qm file that the
window reads. English needs no translation but its plural forms: “picture(s)” is filled in by rule.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from core_sentences import sentences

ROOT = Path(__file__).parents[1]
WORDS = ROOT / "assets" / "words"
CORE = WORDS / "core.json"
SOURCES = ROOT / "desktop" / "nomina_desktop"
LANGUAGES = {"en": ("-pluralonly",), "de": ()}
SIMPLE_PLURAL = re.compile(r"(\w+)\(s\)")


def tool(name: str, *arguments: str) -> None:
    """Run one of Qt's tools; what it says is shown only when it fails."""
    command = [str(Path(sys.executable).with_name(name)), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stdout}{done.stderr}")


def collect(language: str, file: Path) -> None:
    """Bring the .ts file of a language up to date with the sources; what was translated stays."""
    sources = sorted(str(path.relative_to(ROOT)) for path in SOURCES.rglob("*.py"))
    options = ("-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language)
    with tempfile.TemporaryDirectory() as scratch:
        said = Path(scratch) / "core.py"  # in the form in which lupdate finds them
        said.write_text("".join(f"tr({json.dumps(text, ensure_ascii=False)})\n" for text in sentences()), "utf-8")
        tool("pyside6-lupdate", *sources, str(said), *options, *LANGUAGES[language], "-ts", str(file))
    if language == "en":
        _fill_plurals(file)


def _fill_plurals(file: Path) -> None:
    tree = ElementTree.parse(file)
    for message in tree.iter("message"):  # a text without “(s)” is the same for one and for many
        source, translation = message.findtext("source", ""), message.find("translation")
        if translation is None or translation.get("type") != "unfinished":
            continue
        one, many = translation.findall("numerusform")
        one.text, many.text = SIMPLE_PLURAL.sub(r"\1", source), SIMPLE_PLURAL.sub(r"\1s", source)
        del translation.attrib["type"]
    _write(tree, file)


def _write(tree: ElementTree.ElementTree, file: Path) -> None:
    body = ElementTree.tostring(tree.getroot(), encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def compile_(file: Path, compiled: Path) -> None:
    """Compile a .ts file."""
    tool("pyside6-lrelease", str(file), "-qm", str(compiled))


def sources_of(file: Path) -> set[str]:
    """What a .ts file has words for."""
    return {message.findtext("source", "") for message in ElementTree.parse(file).iter("message")}


def stale(language: str) -> list[str]:
    """What is not as it would be made anew, in a sentence each."""
    file, compiled = WORDS / f"nomina_{language}.ts", WORDS / f"nomina_{language}.qm"
    with tempfile.TemporaryDirectory() as scratch:
        new, made = Path(scratch) / file.name, Path(scratch) / compiled.name
        new.write_bytes(file.read_bytes())
        collect(language, new)
        compile_(file, made)
        said = [f"{file.name} lacks “{text}”." for text in sorted(sources_of(new) - sources_of(file))]
        said += [
            f"{file.name} has “{text}”, which nothing says." for text in sorted(sources_of(file) - sources_of(new))
        ]
        if made.read_bytes() != compiled.read_bytes():
            said.append(f"{compiled.name} is not what {file.name} says.")
    return said


def main() -> None:
    """Bring all languages up to date, or check that they are."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="change nothing; fail where something is not up to date")
    if options.parse_args().check:
        said = [sentence for language in LANGUAGES for sentence in stale(language)]
        if json.loads(CORE.read_text(encoding="utf-8")) != sentences():
            said.append("core.json is not what the core says.")
        print("\n".join(said) or "All words are up to date.")
        raise SystemExit(bool(said))
    CORE.write_text(json.dumps(sentences(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    for language in LANGUAGES:
        file = WORDS / f"nomina_{language}.ts"
        collect(language, file)
        compile_(file, file.with_suffix(".qm"))
        unfinished = sum(each.get("type") == "unfinished" for each in ElementTree.parse(file).iter("translation"))
        print(f"{language}: {len(sources_of(file))} texts, {unfinished} not translated")


if __name__ == "__main__":
    main()
