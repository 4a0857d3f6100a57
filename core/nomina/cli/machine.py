"""What this machine has and what is wrong with it: doctor, and the report of it that goes with a bug report."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import sqlite3
import sys
from pathlib import Path

import click
import platformdirs

from nomina import rawfiles, samples, video
from nomina.cli import shell
from nomina.cli.encoders import choice_at_work, start_chosen
from nomina.encoders import catalog
from nomina.encoders.devices import describe_devices
from nomina.encoders.tuning import Tuning, tunings
from nomina.errors import NominaError
from nomina.files import replacing
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


@click.command()
@click.option("--report", type=click.Path(path_type=Path), help="Write it to a file to send with a bug report.")
@shell.json_option
def doctor(report: Path | None, as_json: bool) -> None:
    """Say what this machine has, which encoder is at work, where things lie, and what is wrong.

    A report names no picture, library or label, and your folder and name are left out of the paths in it.
    """
    facts = _facts()
    tried = (_try_settings(), _try_devices(facts), _try_encoder(facts), _try_samples(facts))
    wrong = [problem for problem in tried if problem]
    if report is not None:
        with replacing(report) as file:
            file.write(_report(facts, wrong))
        click.echo(f"Written to {report}. Look through it before you send it.")
    elif as_json:
        shell.print_json({"facts": facts, "problems": [{"error": p.title, "hint": p.hint} for p in wrong]})
    else:
        shell.print_table(["", ""], facts.items())
        click.echo("\nNothing is wrong." if not wrong else "")
        for problem in wrong:
            shell.complain(problem.title, problem.hint)
    if wrong:
        sys.exit(1)


def _facts() -> dict[str, str]:
    facts = {
        "python": f"{platform.python_version()} on {platform.platform()}",
        "sqlite": sqlite3.sqlite_version,
        **{package: _version(package) for package in PACKAGES},
        "HEIC pictures": "yes" if HEIF else "no (pip install 'nomina[heif]')",
        "raw files": "yes" if rawfiles.AT_HAND else "no (pip install 'nomina[raw]')",
        "videos": "yes" if video.HERE else "no (pip install 'nomina[video]')",
        "settings": str(Settings().file),
        "own models": str(catalog.models_folder()),
        "downloads": os.environ.get("HF_HOME", str(Path.home() / ".cache" / "huggingface")),
        "cache": str(platformdirs.user_cache_path("nomina", appauthor=False)),
        "cores": str(os.cpu_count()),
    }
    return facts | {f"tuned: {key}": _tuning_in_words(each) for key, each in tunings().items()}


def _report(facts: dict[str, str], wrong: list[NominaError]) -> str:
    """What is found, as text, without what tells who someone is."""
    lines = [f"{name}: {value}" for name, value in facts.items()]
    lines += [f"problem: {problem}" for problem in wrong] or ["Nothing is wrong."]
    return redacted("\n".join(lines) + "\n")


def redacted(text: str) -> str:
    """The text with ~ for the person's folder, and “user” for the name of that folder wherever it stands."""
    home = Path.home()
    text = re.sub(rf"(?<![\w/\\]){re.escape(str(home))}(?!\w)", "~", text)
    return re.sub(rf"(?<!\w){re.escape(home.name)}(?!\w)", "user", text) if home.name else text


def _tuning_in_words(tuning: Tuning) -> str:
    chosen = next(each for each in tuning.tried if each.way == tuning.way)
    words = f"{tuning.way.in_words()}: {chosen.a_second:.1f} pictures a second"
    if chosen != tuning.tried[0]:
        words += f", {chosen.a_second / max(tuning.tried[0].a_second, 1e-9):.1f} x {tuning.tried[0].way.in_words()}"
    left_out = [f"{each.way.precision} {each.way.form}: {each.why_not}" for each in tuning.tried if each.why_not]
    return "; not ".join([words, *left_out])


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
    choice = choice_at_work()
    host = start_chosen(choice)
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
