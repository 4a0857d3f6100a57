"""Writes the reference of the command line from its commands: python packaging/cli_reference.py [--check]."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from nomina.cli import commands

FILE = Path(__file__).parents[1] / "docs" / "cli.md"
HEAD = """# Command line

<!-- Written by packaging/cli_reference.py; a test says when it is stale. -->

Each command has `--help`, and most have `--json`. Exit codes: 0 done, 1 it went wrong, 2 it was asked wrongly. What is
wrong stands on stderr, in a sentence and with a hint. `--encoder` and `--device` choose another encoder for once.
"""
EVERYWHERE = {"help", "json", "encoder", "device"}
"""Options that the head tells of."""


def reference() -> str:
    """The whole text."""
    return "\n".join([HEAD, *_of(commands, click.Context(commands, info_name="nomina", **commands.context_settings))])


def _of(group: click.Group, context: click.Context) -> Iterator[str]:
    for name in sorted(group.commands):
        command = group.commands[name]
        inner = click.Context(command, info_name=name, parent=context)
        if isinstance(command, click.Group):
            yield from _of(command, inner)
        else:
            yield from _command(command, inner)


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"## {context.command_path}\n"
    yield f"```text\n{context.command_path} {usage}\n```\n"
    yield f"{_flowing(command.help or '')}\n"
    rows = list(_options(command, context))
    if rows:
        yield "| option | |\n|---|---|"
        yield from rows
        yield ""


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in command.params:
        record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
        if record and parameter.name not in EVERYWHERE and "--json" not in parameter.opts:
            written, told = (part.replace("|", "\\|") for part in record)
            yield f"| `{written}` | {told} |"


def _flowing(text: str) -> str:
    """Paragraphs, each in one line."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def main() -> None:
    """Write it, or say whether what is there is current."""
    if "--check" in sys.argv:
        current = FILE.read_text(encoding="utf-8") == reference()
        print("current" if current else f"stale: python {Path(__file__).relative_to(FILE.parents[1])}")
        raise SystemExit(not current)
    FILE.write_text(reference(), encoding="utf-8")
    print(FILE)


if __name__ == "__main__":
    main()
