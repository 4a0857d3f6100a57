"""The command for what is too big for one machine: encode a folder into files, here or on a cluster."""

from __future__ import annotations

import click

from nomina.cli import shell
from nomina.encoders.catalog import best_at_hand
from nomina.encoders.forward import PRECISIONS
from nomina.settings import Settings
from nomina.shards.cluster import Cluster
from nomina.shards.embed import embed_folder
from nomina.shards.plan import SIZE
from nomina.walking import Sieve


@click.command()
@click.argument("source")
@click.option("--to", "target", required=True, metavar="DIR", help="Where the files go: a folder, or a URL.")
@click.option("--ray", metavar="ADDRESS", help="Work on this Ray cluster: auto, HOST:PORT or ray://HOST:PORT.")
@click.option("--workers", type=click.IntRange(1), help="At most so many workers.  [default: all that fit]")
@click.option("--cpus", type=click.FloatRange(0), help="Processors set aside for each.  [default: 0.9 x threads]")
@click.option("--gpus", type=click.FloatRange(0), help="GPUs for each.  [default: one, where there are any]")
@click.option(
    "--patience", default=1800.0, show_default=True, help="Give up when nothing was finished for so long (s)."
)
@click.option("--shard", "size", default=SIZE, show_default=True, type=click.IntRange(8), help="Pictures a file.")
@click.option("--threads", type=click.IntRange(1), help="Of each encoder's arithmetic.  [default: this machine's]")
@click.option("--precision", type=click.Choice(PRECISIONS), help="Of their numbers, on all machines.  [default: fp32]")
@click.option("--encoder", metavar="ID", help="Encoder to use; see `nomina encoders list`.")
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda", "mps", "xpu"]), help="Where it runs.")
@shell.sieve_options
@shell.json_option
def embed(
    source: str,
    target: str,
    ray: str | None,
    workers: int | None,
    cpus: float | None,
    gpus: float | None,
    patience: float,
    size: int,
    threads: int | None,
    precision: str | None,
    encoder: str | None,
    device: str | None,
    sieve: Sieve,
    as_json: bool,
) -> None:
    """Encode the pictures of SOURCE into Parquet files, for `nomina add LIBRARY --from-embeddings DIR`.

    SOURCE and DIR are folders or URLs (s3://bucket/pictures). The same command again encodes what is missing: shards
    that were not finished, and pictures that came or changed since. With --ray all machines must see both.
    """
    settings = Settings()
    device = device or settings.get("device")
    choice = encoder or settings.get("encoder")
    if choice == "auto":
        choice = best_at_hand(device)
    cluster = None if ray is None else Cluster(ray, workers, cpus, gpus, patience)
    verb = embed_folder(
        source, target, choice, device, size=size, threads=threads, precision=precision, sieve=sieve, cluster=cluster
    )
    done = shell.follow(verb)
    if as_json:
        shell.print_json(
            {
                "encoder": done.plan.encoder,
                "files": done.plan.files,
                "shards": done.plan.shards,
                "before": done.before,
                "pictures": done.pictures,
                "skipped": done.skipped,
            }
        )
        return
    click.echo(
        f"{done.shards:,} shards with {done.pictures:,} pictures made, {done.before:,} were there;"
        f" {done.skipped:,} files skipped, which the add names."
    )
    click.echo(f"Next: nomina add LIBRARY --from-embeddings {target}")
