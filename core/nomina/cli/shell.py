"""What every command shares: how progress, tables, skipped files and errors are shown, and how a library is opened."""

from __future__ import annotations

import functools
import json
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from nomina.domain import Progress, Skipped
from nomina.encoders.host import EncoderHost, loading
from nomina.encoders.process import start_host
from nomina.library import Library, open_library, temporary_library
from nomina.rate import Rate
from nomina.settings import Settings
from nomina.video import Frames

T = TypeVar("T")
Command = Callable[..., Any]
SECONDS_A_LINE = 10.0
FRAMES_HELP = "Frames of videos that become pictures: scenes, every=2s (any number), or none.  [default: the setting]"


def encoder_options(command: Command) -> Command:
    """Add --encoder and --device, handed on as one argument `host`: a function that starts the encoder's host."""

    @click.option("--encoder", metavar="ID", help="Encoder to use; see `nomina encoders list`.")
    @click.option("--device", type=click.Choice(["auto", "cpu", "cuda", "mps", "xpu"]), help="Where it runs.")
    @functools.wraps(command)
    def wrapped(*args: Any, encoder: str | None, device: str | None, **options: Any) -> Any:
        settings = Settings()

        def host() -> EncoderHost:
            chosen, where = encoder or settings.get("encoder"), device or settings.get("device")
            return start_host(chosen, where, precision=settings.get("precision"))

        return command(*args, host=host, **options)

    return wrapped


def sieve_options(command: Command) -> Command:
    """Add --exclude and --include, handed on with what the settings say as `sieve`."""
    left_out, taken_in = (
        "Leave out of folders what is called so, as in “*.psd”.",
        "Take in what would be left out, as in “.*” (hidden).",
    )

    @click.option("--exclude", multiple=True, metavar="NAME", help=left_out)
    @click.option("--include", multiple=True, metavar="NAME", help=taken_in)
    @functools.wraps(command)
    def wrapped(*args: Any, exclude: tuple[str, ...], include: tuple[str, ...], **options: Any) -> Any:
        return command(*args, sieve=Settings().sieve().also(exclude, include), **options)

    return wrapped


def frames_option(command: Command) -> Command:
    """Add --frames, handed on as `frames`: what it says, or the setting."""

    @click.option("--frames", metavar="WHICH", help=FRAMES_HELP)
    @functools.wraps(command)
    def wrapped(*args: Any, frames: str | None, **options: Any) -> Any:
        return command(*args, frames=Frames.read(frames or Settings().get("frames")), **options)

    return wrapped


def json_option(command: Command) -> Command:
    """Add --json, handed on as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def format_options(command: Command) -> Command:
    """Add --option NAME=VALUE, repeatable, handed on as `options`; see values_by_name."""
    help = "An option of the format."
    return click.option("--option", "-o", "options", multiple=True, metavar="NAME=VALUE", help=help)(command)


def values_by_name(options: Iterable[str]) -> dict[str, str]:
    """What --option was given.

    Raises:
        click.UsageError: one of them is no NAME=VALUE.
    """
    values = {}
    for option in options:
        name, equals, value = option.partition("=")
        if not equals:
            raise click.UsageError(f"“{option}” is no NAME=VALUE.")
        values[name.strip()] = value
    return values


@contextmanager
def opened(folder: Path, host: Callable[[], EncoderHost]) -> Iterator[Library]:
    """The library in a folder, closed at the end."""
    library = open_library(folder, host())
    try:
        if library.trouble is not None:
            complain(library.trouble.title, library.trouble.hint)
        yield library
        if library.mended:
            click.echo(f"note: {safe(library.mended)}", err=True)
    finally:
        library.close()


@contextmanager
def temporary(host: Callable[[], EncoderHost], keep: Path | None = None) -> Iterator[Library]:
    """A library that is gone at the end; what was read of its pictures stays in a folder, where one is named."""
    library = temporary_library(host(), keep)
    try:
        yield library
    finally:
        library.close()


class Stopped(KeyboardInterrupt):
    """A person stopped a long verb.

    Attributes:
        progress: how far it was.
        words: what is kept of it, and what to do, in a sentence.
    """

    def __init__(self, progress: Progress | None, words: str = "") -> None:
        """Say where it was stopped."""
        super().__init__()
        self.progress = progress
        self.words = words or "What was done until then is kept; the same command goes on from there."


def follow(verb: Generator[Progress, None, T]) -> T:
    """Run a long verb to its end: a progress bar on a terminal, now and then a line elsewhere, both on stderr.

    Raises:
        Stopped: Ctrl+C was pressed.
    """
    rate, progress = Rate(), None
    show = _bar() if sys.stderr.isatty() else _lines()
    next(show)
    try:
        with _when_woken(rate.rest):
            while True:
                progress = next(verb)
                rate.take(progress)
                show.send((progress, rate))
    except StopIteration as stop:
        result: T = stop.value
        return result
    except KeyboardInterrupt as stop:
        raise Stopped(progress) from stop
    finally:
        show.close()
        verb.close()


@contextmanager
def _when_woken(act: Callable[[], None]) -> Iterator[None]:
    """Act when the process goes on after Ctrl+Z, where there is such a thing."""
    if not hasattr(signal, "SIGCONT") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGCONT, lambda *_: act())
    try:
        yield
    finally:
        signal.signal(signal.SIGCONT, before)


def _bar() -> Generator[None, tuple[Progress, Rate], None]:
    drawn = 0.0
    try:
        while True:
            progress, rate = yield
            now = time.monotonic()
            if now - drawn < 0.1:
                continue
            drawn = now
            text = _bar_text(progress, rate)[: shutil.get_terminal_size().columns - 1]
            click.echo(f"\r\x1b[K{text}", nl=False, err=True)
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


def _bar_text(progress: Progress, rate: Rate) -> str:
    if not progress.total:
        return progress.note
    filled = round(24 * progress.done / progress.total)
    return f"{progress.note} {'█' * filled}{'░' * (24 - filled)} {_far(progress, rate)}"


def _far(progress: Progress, rate: Rate) -> str:
    """How far it is, how fast, and how long the rest takes."""
    words = [f"{progress.done:,} of {progress.total:,}"]
    if rate.a_second:
        words.append(f"{rate.a_second:,.0f} a second" if rate.a_second >= 1 else f"{60 * rate.a_second:,.0f} a minute")
    if rate.left is not None:
        words.append(f"{_duration(rate.left)} left")
    return " · ".join(words)


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{seconds / 60:,.0f} min" if seconds < 90 * 60 else f"{seconds / 3600:,.1f} h"


def _lines() -> Generator[None, tuple[Progress, Rate], None]:
    said = time.monotonic()
    while True:
        progress, rate = yield
        if time.monotonic() - said >= SECONDS_A_LINE:
            said = time.monotonic()
            click.echo(f"{progress.note}: {_far(progress, rate)}" if progress.total else progress.note, err=True)


def tell_skipped(skipped: Sequence[Skipped], most: int = 20) -> None:
    """List on stderr the files that were left out, and why."""
    for item in skipped[:most]:
        click.echo(f"skipped: {safe(item.path)}: {item.reason}", err=True)
    if len(skipped) > most:
        click.echo(f"skipped: {len(skipped) - most:,} more files", err=True)


WITHOUT_WORDS = "It knows no words: names say nothing to it, and a category begins with its first example."


def tell_encoder(library: Library) -> None:
    """Wait for the encoder; say on stderr which it is, and where it runs; and when names say nothing to it."""
    follow(loading(library.host))
    spec = library.spec
    click.echo(f"encoder: {spec.title} on {spec.device}", err=True)
    if not spec.texts:
        click.echo(WITHOUT_WORDS, err=True)


def complain(title: str, hint: str = "") -> None:
    """Say on stderr what went wrong and what to do."""
    click.echo(f"error: {safe(title)}", err=True)
    if hint:
        click.echo(f"hint: {safe(hint)}", err=True)


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str).encode("utf-8", "surrogateescape"))


def print_table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows in columns; numbers to the right."""
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max(len(head), *(len(row[i]) for row in cells)) if cells else len(head) for i, head in enumerate(heads)]
    right = [bool(cells) and all(_numeric(row[i]) for row in cells) for i in range(len(heads))]
    for row in [list(heads), *cells]:
        fields = [
            cell.rjust(width) if r else cell.ljust(width) for cell, width, r in zip(row, widths, right, strict=True)
        ]
        click.echo("  ".join(fields).rstrip())


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.2f}" if isinstance(value, float) else safe(str(value))


def _numeric(cell: str) -> bool:
    return not cell or cell.replace(",", "").replace(".", "", 1).removesuffix(" %").isdigit()


def safe(value: object) -> str:
    """Text that any terminal can take: no control characters, no half characters."""
    text = str(value).encode("utf-8", "backslashreplace").decode()
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)
