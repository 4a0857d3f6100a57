"""Commands on encoders and on the machine: encoders list, info, use; doctor."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sqlite3
import sys
from dataclasses import asdict
from pathlib import Path

import click
import platformdirs

from nomina import samples
from nomina.cli import shell
from nomina.encoders import catalog
from nomina.encoders.devices import describe_devices
from nomina.encoders.process import start_host
from nomina.errors import NominaError
from nomina.images import HEIF
from nomina.settings import Settings

PACKAGES = (
    "nomina",
    "torch",
    "torchvision",
    "timm",
    "open_clip_torch",
    "transformers",
    "faiss-cpu",
    "PySide6",
    "numpy",
    "pillow",
    "sqlite-utils",
    "scikit-image",
)

OTHERS = """Any other pair that open_clip lists works too, and any model of timm (pictures only).
Repositories and folders: open_clip:hf-hub:ORG/NAME, open_clip:/a/folder, timm:hf-hub:ORG/NAME, timm:/a/folder.
Two together: pair:ID+ID, words by the first, pictures by both. Several views of each picture: ID?views=flip."""


@click.group()
def encoders() -> None:
    """Encoders, which turn pictures and words into numbers: list, info, use."""


@encoders.command("list")
@shell.json_option
def list_(as_json: bool) -> None:
    """List the encoders worth having, best first, and which are on this machine."""
    listed = catalog.describe_encoders()
    at_work = _at_work()
    if as_json:
        shell.print_json([asdict(each) | {"in_use": each.choice == at_work} for each in listed])
        return
    rows = [
        [
            "in use" if each.choice == at_work else "on this machine" if each.at_hand else "",
            each.choice,
            each.title,
            each.note,
        ]
        for each in listed
    ]
    shell.print_table(["", "id", "title", "note"], rows)
    click.echo(f"\n{OTHERS}")


@encoders.command()
@click.argument("encoder")
@click.option("--device", default="auto", show_default=True, help="Where to load it.")
@shell.json_option
def info(encoder: str, device: str, as_json: bool) -> None:
    """Load ENCODER and say what it is."""
    host = start_host(encoder, device)
    try:
        spec = host.spec()
    finally:
        host.close()
    facts = asdict(spec) | {"texts": spec.texts}
    if as_json:
        shell.print_json(facts)
    else:
        shell.print_table(["fact", "value"], [[key, _fact(value)] for key, value in facts.items()])
        if not spec.texts:
            click.echo(f"\n{shell.WITHOUT_WORDS}")


def _fact(value: object) -> str:
    if value is None or value == ():
        return "none"
    return "; ".join(str(item) for item in value) if isinstance(value, tuple) else str(value)


@encoders.command()
@click.argument("encoder")
@shell.json_option
def use(encoder: str, as_json: bool) -> None:
    """Use ENCODER from now on; “auto” takes the best on this machine.

    Weights that are not on this machine are fetched now.
    """
    if encoder != "auto":
        host = start_host(encoder, fetch=True)
        try:
            texts = host.spec().texts
        finally:
            host.close()
        if not texts:
            click.echo(shell.WITHOUT_WORDS, err=True)
    Settings().set("encoder", encoder)
    if as_json:
        shell.print_json({"encoder": encoder})
    else:
        click.echo(f"Nomina now uses {encoder}. Libraries read their pictures again with it when they are next opened.")


@click.command()
@shell.json_option
def doctor(as_json: bool) -> None:
    """Say what this machine has, which encoder is at work, where things lie, and what is wrong."""
    facts: dict[str, str] = {
        "python": f"{platform.python_version()} on {platform.platform()}",
        "sqlite": sqlite3.sqlite_version,
        **{package: _version(package) for package in PACKAGES},
        "HEIC pictures": "yes" if HEIF else "no (pip install 'nomina[heif]')",
        "settings": str(Settings().file),
        "own models": str(catalog.models_folder()),
        "downloads": os.environ.get("HF_HOME", str(Path.home() / ".cache" / "huggingface")),
        "cache": str(platformdirs.user_cache_path("nomina", appauthor=False)),
        "cores": str(os.cpu_count()),
    }
    tried = (_try_settings(), _try_devices(facts), _try_encoder(facts), _try_samples(facts))
    wrong = [problem for problem in tried if problem]
    if as_json:
        shell.print_json({"facts": facts, "problems": [{"error": p.title, "hint": p.hint} for p in wrong]})
    else:
        shell.print_table(["", ""], facts.items())
        click.echo("\nNothing is wrong." if not wrong else "")
        for problem in wrong:
            shell.complain(problem.title, problem.hint)
    if wrong:
        sys.exit(1)


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _try_settings() -> NominaError | None:
    settings = Settings()
    settings.get("encoder")  # sets a broken file aside
    if not settings.set_aside.exists():
        return None
    return NominaError(
        f"The settings could not be read and were set aside: {settings.set_aside}.",
        "Take from it what you miss, then delete it; the defaults are at work.",
    )


def _try_devices(facts: dict[str, str]) -> NominaError | None:
    try:
        devices = describe_devices()
    except (ImportError, OSError) as error:
        return NominaError(f"torch does not load: {error}.", "Install the pinned set: packaging/constraints.txt.")
    facts["devices"] = "; ".join(
        f"{each.name} {each.title}" + (f" ({each.memory / 1e9:.0f} GB)" if each.memory else "") for each in devices
    )
    return None


def _try_encoder(facts: dict[str, str]) -> NominaError | None:
    facts["encoders here"] = ", ".join(each.choice for each in catalog.describe_encoders() if each.at_hand)
    choice = _at_work()
    host = start_host(choice, Settings().get("device"))
    try:
        spec = host.spec()
        facts["encoder at work"] = f"{choice}: {spec.title}, {spec.dimension} numbers a picture, on {spec.device}"
        if spec.texts:
            host.encode_texts(["a cat"])
    except NominaError as error:
        return error
    finally:
        host.close()
    return None


def _try_samples(facts: dict[str, str]) -> NominaError | None:
    try:
        facts["sample pictures"] = str(len(samples.sample_pictures()))
    except NominaError as error:
        return error
    return None


def _at_work() -> str:
    choice = Settings().get("encoder")
    return catalog.best_at_hand(Settings().get("device")) if choice == "auto" else choice
