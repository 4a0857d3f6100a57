"""What the documents show is so: each code block is run, each command line is understood, each link leads somewhere.

A page is a story: its blocks run in order, in a home of its own with some pictures and a library “birds”. A block that
cannot run has a comment right above it, `<!-- not run: why -->`; nomina must still understand its command lines.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest
from markdown_it import MarkdownIt
from tests.cli.conftest import Nomina
from tests.cli.docs_blocks import PAGES, Block, blocks_of, commands_of, is_plain
from tests.conftest import ROOT
from tests.hosts import Kept

import nomina as product
from nomina.cli import commands

BLOCKS = [block for page in PAGES for block in blocks_of(page)]
RUN = {"sh", "python", "toml", "json"}
"""Languages whose blocks are run or read."""
SHOWN = {"text", "{toctree}"}
STAYS = {"app": "opens the window", "serve": "runs until Ctrl+C", "watch": "runs until Ctrl+C"}
"""Commands that do not come back: shown to be understood here, and run by tests of their own."""
PICTURES = {
    "heron1": "chelsea.png",
    "heron2": "coffee.png",
    "stork": "rocket.jpg",
    "boat": "brick.png",
    "grass": "grass.png",
}


KEYWORD = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag><rdf:li>stork</rdf:li>
</rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>"""
"""What another program wrote beside a picture."""


# What every page keeps to ------------------------------------------------------------------------------------------


def test_each_block_says_its_language_and_a_reason_only_where_it_would_run() -> None:
    assert [block.place for block in BLOCKS if block.language not in RUN | SHOWN] == []
    assert [block.place for block in BLOCKS if block.reason and block.language not in RUN] == []


def test_nomina_understands_each_command_line_that_is_shown() -> None:
    """Also those that are not run: every command and every option is one that there is."""
    wrong = []
    for block in BLOCKS:
        for command in commands_of(block) if block.language == "sh" else []:
            if is_plain(command) and (said := _misunderstood(shlex.split(command)[1:])):
                wrong.append(f"{block.place}: {command}: {said}")
    assert wrong == []


def _misunderstood(arguments: list[str]) -> str:
    """What click has against a command line, without running it."""
    command: click.Command = commands
    context = click.Context(commands, **commands.context_settings)
    while isinstance(command, click.Group) and arguments:
        name, *arguments = arguments
        found = command.get_command(context, name)
        if found is None:
            return f"there is no {name}"
        command = found
    try:
        with command.make_context("", [*arguments], parent=context, resilient_parsing=False):
            return ""
    except click.exceptions.Exit:  # --help, --list
        return ""
    except click.UsageError as error:
        return error.format_message()


def test_commands_and_options_that_are_named_in_passing_are_there() -> None:
    wrong = []
    for page in PAGES:
        for said in _named_in_passing(page):
            command, words = commands, said.split()[1:]
            while isinstance(command, click.Group) and words and words[0] in command.commands:
                command = command.commands[words.pop(0)]
            known = {option for each in command.params for option in each.opts + each.secondary_opts} | {"--help"}
            strange = [word for word in words if word.startswith("--") and word not in known]
            if isinstance(command, click.Group) and words and words[0].islower():
                strange = [words[0]]
            wrong += [f"{page.relative_to(ROOT)}: {said}: there is no {each}" for each in strange]
    assert wrong == []


def _named_in_passing(page: Path) -> list[str]:
    """Texts of inline code that begin with nomina."""
    tokens = MarkdownIt().enable("table").parse(page.read_text(encoding="utf-8"))
    inline = [child.content for token in tokens for child in token.children or [] if child.type == "code_inline"]
    return [text for text in inline if re.match(r"nomina [a-z-]", text)]


def test_each_link_leads_to_a_file_and_a_heading() -> None:
    wrong = []
    for page in PAGES:
        for target in _links(page):
            name, _, heading = target.partition("#")
            file = (page.parent / name).resolve() if name else page
            if not file.exists():
                wrong.append(f"{page.relative_to(ROOT)}: {target}")
            elif heading and file.suffix == ".md" and heading not in _headings(file):
                wrong.append(f"{page.relative_to(ROOT)}: {target}: no such heading")
    assert wrong == []


def _links(page: Path) -> list[str]:
    found = []
    for token in MarkdownIt().enable("table").parse(page.read_text(encoding="utf-8")):
        for child in token.children or []:
            target = child.attrGet("href" if child.type == "link_open" else "src")
            if child.type in ("link_open", "image") and not re.match(r"[a-z]+:", str(target)):
                found.append(str(target))
    return found


def _headings(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub and MyST make them."""
    texts = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for text in texts}


# The stories -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with pictures, tables and folders of the kinds that the pages speak of; the library is made in it once."""
    home = tmp_path_factory.mktemp("docs") / "home"
    samples = {sample.path.name: sample.path for sample in product.sample_pictures()}
    for folder in ("", "Pictures", "camera"):
        (home / folder).mkdir(exist_ok=True)
        for name, sample in PICTURES.items():
            shutil.copy(samples[sample], home / folder / f"{name}.jpg")
    shutil.copy(samples["chelsea.png"], home / "heron.jpg")
    for kind, names in {"cat": ("chelsea.png", "horse.png"), "coffee": ("coffee.png", "coins.png")}.items():
        for folder in ("kinds", "sorted"):
            (home / folder / kind).mkdir(parents=True)
            for name in names:
                shutil.copy(samples[name], home / folder / kind / name)
    (home / "species.txt").write_text("red kite=kite|milan\ngull\n", encoding="utf-8")
    (home / "Pictures" / "stork.jpg.xmp").write_text(KEYWORD, encoding="utf-8")
    (home / "labels.csv").write_text("file,category\nPictures/heron1.jpg,heron\n", encoding="utf-8")
    return home


@pytest.fixture
def home(template: Path, nomina: Nomina, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh copy of that home at the same place each time, with the library “birds”; the page is read there."""
    home = template.parent / "person"
    kept = template.parent / "kept"
    monkeypatch.setenv("HOME", str(home))
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(kept if kept.exists() else template, home)
    monkeypatch.chdir(home)
    if not kept.exists():
        for command in ("init birds", "add birds Pictures", "category add birds heron --example Pictures/heron1.jpg"):
            assert nomina(*command.split()).code == 0
        assert nomina("category", "add", "birds", "brick wall").code == 0
        assert nomina("label", "birds", "--at-least", "0.5").code == 0
        shutil.copytree(home, kept)
    return home


STORIES = [page for page in PAGES if any(b.language in ("sh", "python") and not b.reason for b in blocks_of(page))]


@pytest.mark.parametrize("page", STORIES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_shows_runs(
    page: Path, home: Path, nomina: Nomina, starter: product.ProcessHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(product, "start_host", lambda *_, **__: Kept(starter))  # a start takes seconds
    named: dict[str, object] = {}
    if any("nomina init birds" in block.text for block in blocks_of(page)):
        shutil.rmtree(home / "birds")  # the page makes it
    for block in blocks_of(page):
        if block.reason:
            continue
        if block.language == "sh":
            _run_shell(block, home, nomina)
        elif block.language == "python":
            exec(compile("\n" * block.line + block.text, str(page), "exec"), named)
        elif block.language == "toml":
            tomllib.loads(block.text)
        elif block.language == "json":
            json.loads(block.text)


def _run_shell(block: Block, home: Path, nomina: Nomina) -> None:
    for command in commands_of(block):
        if is_plain(command):
            words = [_at_home(word, home) for word in shlex.split(command)[1:]]
            if words[0] in STAYS and "--once" not in words and "--list" not in words:
                continue
            said = nomina(*words)
            assert said.code == 0, f"{block.place}: {command}\n{said.err}"
        else:
            done = subprocess.run(["bash", "-euc", command], env=_with_nomina(home), capture_output=True, text=True)
            assert done.returncode == 0, f"{block.place}: {command}\n{done.stderr}"


def _at_home(word: str, home: Path) -> str:
    return str(home / word[2:]) if word.startswith("~/") else word


def _with_nomina(home: Path) -> dict[str, str]:
    """An environment whose `nomina` and `python` are those under test."""
    bin = home / "bin"
    if not bin.exists():
        bin.mkdir()
        (bin / "nomina").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m nomina "$@"\n', encoding="utf-8")
        (bin / "nomina").chmod(0o755)
        (bin / "python").symlink_to(sys.executable)
    return {**os.environ, "PATH": f"{bin}{os.pathsep}{os.environ['PATH']}"}
