"""Commands on encoders: encoders list, info, use, fetch, measure, tune, compare, remove."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import click

from nomina.cli import shell
from nomina.cli.libraries import FOLDER, Host
from nomina.encoders import catalog, paces, supply
from nomina.encoders.host import EncoderHost
from nomina.encoders.process import ProcessHost, start_host
from nomina.encoders.tuning import Wish, tunings
from nomina.errors import BadInput
from nomina.settings import Settings
from nomina.switch import Comparison, compare_encoder

OTHERS = """Any other pair that open_clip lists works too, and any model of timm (pictures only).
Repositories and folders: open_clip:hf-hub:ORG/NAME, open_clip:/a/folder, timm:hf-hub:ORG/NAME, timm:/a/folder.
Two together: pair:ID+ID, words by the first, pictures by both. Several views of each picture: ID?views=flip."""


@click.group()
def encoders() -> None:
    """Encoders, which turn pictures and words into numbers: list, info, use, fetch, measure, compare, remove."""


@encoders.command("list")
@shell.json_option
def list_(as_json: bool) -> None:
    """List the encoders worth having, best first, and which are on this machine."""
    at_work = choice_at_work()
    listed = catalog.describe_encoders(Settings().get("device"), also=[at_work])
    measured = paces.measured_paces()
    if as_json:
        shell.print_json([_as_json(each, at_work, measured.get(each.choice)) for each in listed])
        return
    rows = [
        [
            "in use" if each.choice == at_work else "on this machine" if each.at_hand else "",
            each.choice,
            each.title,
            each.note + (f"; {_pace(measured[each.choice])}" if each.choice in measured else ""),
        ]
        for each in listed
    ]
    shell.print_table(["", "id", "title", "note"], rows)
    click.echo(f"\n{OTHERS}")


def _as_json(listed: catalog.Listed, at_work: str, pace: paces.Pace | None) -> dict[str, object]:
    return asdict(listed) | {"in_use": listed.choice == at_work, "measured": asdict(pace) if pace else None}


def _pace(pace: paces.Pace) -> str:
    return f"measured here: {pace.a_second:.1f} pictures a second on {pace.device}"


@encoders.command()
@click.argument("encoder")
@shell.json_option
def fetch(encoder: str, as_json: bool) -> None:
    """Fetch the weights of ENCODER, and load it to see that it works.

    Ctrl+C pauses: the same command goes on from there.
    """
    spec = shell.follow(supply.fetch_encoder(encoder))
    if as_json:
        shell.print_json({"encoder": encoder, "title": spec.title})
    else:
        click.echo(f"{spec.title} is on this machine. Use it: nomina encoders use {encoder}")


@encoders.command()
@click.argument("encoder")
@click.option("--device", default="auto", show_default=True, help="Where to load it.")
@shell.json_option
def measure(encoder: str, device: str, as_json: bool) -> None:
    """Measure how many pictures a second ENCODER reads on this machine, and keep that for the list."""
    with closing(start_host(encoder, device)) as host:
        pace = shell.follow(supply.measure_encoder(encoder, host))
    if as_json:
        shell.print_json(asdict(pace) | {"encoder": encoder})
    else:
        click.echo(f"{encoder}: {pace.a_second:.1f} pictures a second on {pace.device}.")


@encoders.command()
@click.argument("encoder")
@click.option("--device", default="auto", show_default=True, help="Where to load it.")
@click.option("--compile", "compiling", is_flag=True, help="Try torch.compile too; takes a minute.")
@shell.json_option
def tune(encoder: str, device: str, compiling: bool, as_json: bool) -> None:
    """Try ENCODER in all the ways it can be run on this machine, and keep the fastest that gives the same answers.

    That is done by itself when an encoder is first used, in a few seconds.
    """
    wish = Wish(Settings().get("precision"), again=True, compiling=compiling)
    before = tunings()
    with closing(ProcessHost(encoder, device, wish=wish)) as host:
        host.spec()
    made = {key: each for key, each in tunings().items() if before.get(key) != each}
    if not made:
        raise BadInput(f"“{encoder}” can be run in one way only.", "There is nothing to choose from.")
    if as_json:
        shell.print_json({key: asdict(each) for key, each in made.items()})
        return
    for key, each in made.items():
        click.echo(f"{key}: {each.way.in_words()}")
        heads = ["way", "pictures a second", "cosine", "left out because"]
        rows = [[one.way.in_words(), f"{one.a_second:.1f}", f"{one.cosine:.5f}", one.why_not] for one in each.tried]
        shell.print_table(heads, rows)


@encoders.command()
@click.argument("library", type=FOLDER)
@click.argument("other")
@shell.encoder_options
@shell.json_option
def compare(library: Path, other: str, as_json: bool, host: Host) -> None:
    """Count how often the encoder at work and the OTHER one are right about the pictures you labelled in LIBRARY.

    Each is asked as if a picture's label had not been given. Nothing changes.
    """
    with shell.opened(library, host) as opened, closing(start_chosen(other)) as tried:
        compared = shell.follow(compare_encoder(opened, tried))
    shell.tell_skipped(compared.skipped)
    if as_json:
        shell.print_json(asdict(compared))
    else:
        _print_comparison(compared, other)


def _print_comparison(compared: Comparison, other: str) -> None:
    now, then = compared.now, compared.then
    click.echo(
        f"{then} is right about {compared.right_then:,} of {compared.counted:,} labelled pictures, "
        f"{now} about {compared.right_now:,}."
    )
    click.echo(f"{compared.only_then:,} only {then} got right, {compared.only_now:,} only {now}.")
    if compared.right_then > compared.right_now:
        click.echo(f"Use it: nomina encoders use {other}")


@encoders.command()
@click.argument("encoder")
@shell.json_option
def remove(encoder: str, as_json: bool) -> None:
    """Delete the fetched weights of ENCODER. What libraries keep of its reading stays."""
    if encoder == choice_at_work():
        raise BadInput(f"“{encoder}” is at work.", "Use another one first: nomina encoders use auto")
    freed = supply.remove_encoder(encoder)
    if as_json:
        shell.print_json({"encoder": encoder, "freed": freed})
    else:
        click.echo(f"Removed {encoder}: {freed / 1e6:,.0f} MB are free again.")


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


def start_chosen(choice: str) -> EncoderHost:
    """A host for this encoder, on the device and with the precision of the settings."""
    settings = Settings()
    return start_host(choice, settings.get("device"), precision=settings.get("precision"))


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


def choice_at_work() -> str:
    """The choice of the encoder that is used: the person's, or the best at hand."""
    choice = Settings().get("encoder")
    return catalog.best_at_hand(Settings().get("device")) if choice == "auto" else choice
