"""The command line: one command per verb. Only here and in shell.py does the core speak to a person."""

from __future__ import annotations

import sqlite3
import sys
from typing import Any

import click

from nomina.cli import (
    backups,
    categories,
    circumstances,
    classify,
    demo,
    duplicates,
    embed,
    encoders,
    evaluate,
    export,
    imports,
    libraries,
    machine,
    pictures,
    reference,
    reshape,
    review,
    serve,
    settings,
    shell,
    standing,
    watch,
)
from nomina.errors import NominaError, of_the_machine


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="nomina", prog_name="nomina")
def commands() -> None:
    """Nomina sorts pictures into categories that you name or show, on this computer alone.

    Start here: `nomina demo`, or `nomina classify PICTURES --category cat --category dog`.
    """


for command in (
    demo.demo,
    classify.classify,
    evaluate.evaluate,
    libraries.init,
    libraries.add,
    embed.embed,
    categories.category,
    libraries.label,
    watch.watch,
    libraries.runs,
    libraries.search,
    pictures.list_,
    pictures.show,
    duplicates.duplicates,
    review.review,
    review.none_,
    review.check_labels,
    standing.insights_,
    circumstances.circumstances,
    reference.reference,
    export.export,
    imports.import_,
    serve.serve,
    backups.backup,
    backups.restore,
    backups.check,
    libraries.app,
    encoders.encoders,
    settings.settings_,
    machine.doctor,
):
    commands.add_command(command)
categories.category.add_command(reshape.merge)
categories.category.add_command(reshape.split)


def main(arguments: list[str] | None = None) -> int:
    """Run a command line; returns the exit code: 0 done, 1 it went wrong, 2 it was asked wrongly."""
    try:
        done: Any = commands.main(arguments, prog_name="nomina", standalone_mode=False)
        return done if isinstance(done, int) else 0
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "nomina"
        shell.complain(error.format_message(), f"See {where} --help.")
        return 2
    except click.ClickException as error:
        shell.complain(error.format_message())
        return 1
    except (click.Abort, KeyboardInterrupt) as stop:
        told = stop if isinstance(stop, shell.Stopped) else stop.__cause__  # click has made it another one
        words = told.words if isinstance(told, shell.Stopped) else "What was done until then is kept."
        click.echo(f"Stopped. {words}", err=True)
        return 1
    except NominaError as error:
        shell.complain(error.title, error.hint)
        return 1
    except BrokenPipeError:  # the reader of our output has left: `nomina ... | head`
        sys.stderr.close()
        return 0
    except (sqlite3.Error, OSError, MemoryError) as error:
        known = of_the_machine(error)
        if known is None:
            raise
        shell.complain(known.title, known.hint)
        return 1


def run() -> None:
    """The `nomina` script."""
    sys.exit(main())
