"""The code blocks of the documents, taken apart for the tests."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from tests.conftest import ROOT

PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
NOT_RUN = re.compile(r"<!-- not run: (.+?) -->", re.DOTALL)


@dataclass(frozen=True)
class Block:
    """One fenced block.

    Attributes:
        line: where it begins in its file, from 1.
        reason: why it is not run, as a comment right above it says; "" where it is.
    """

    page: Path
    line: int
    language: str
    text: str
    reason: str

    @property
    def place(self) -> str:
        """As an editor jumps to it."""
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks_of(page: Path) -> list[Block]:
    """The blocks of a page in order."""
    found, reason = [], ""
    for token in MarkdownIt().parse(page.read_text(encoding="utf-8")):
        if token.type == "html_block" and (said := NOT_RUN.search(token.content)):
            reason = said[1].strip()
        elif token.type == "fence":
            assert token.map is not None
            found.append(Block(page, token.map[0] + 1, token.info.strip(), token.content, reason))
            reason = ""
        elif token.type not in ("html_block", "paragraph_close"):
            reason = ""
    return found


def commands_of(block: Block) -> list[str]:
    """The commands of a shell block, without comments that end a line; one that goes on in the next line is one."""
    joined = block.text.replace("\\\n", " ")
    lines = [re.sub(r"(^|\s)#\s.*$", "", line).strip() for line in joined.splitlines()]
    return [line for line in lines if line]


def is_plain(command: str) -> bool:
    """Whether it is one call of nomina, without anything that a shell is needed for."""
    bare = re.sub(r"\"[^\"$`]*\"|'[^']*'", "", command)
    return command.removeprefix(".venv/bin/").startswith("nomina ") and not re.search(r"[|&;<>$`*()]", bare)
