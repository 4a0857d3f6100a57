"""Encoders are fetched, timed and removed: what a person does with one before a library uses it."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import closing, suppress

from nomina.domain import EncoderSpec, Progress, Reading
from nomina.encoders import hub, paces
from nomina.encoders.catalog import Listed, describe_encoders
from nomina.encoders.host import LOOK_AGAIN, EncoderHost, loading
from nomina.encoders.paces import Pace
from nomina.encoders.process import start_host
from nomina.errors import BadInput, EncoderError
from nomina.samples import sample_pictures

LONG_ENOUGH = 5.0
"""Seconds after which a pace is known well enough."""


def fetch_encoder(choice: str) -> Generator[Progress, None, EncoderSpec]:
    """Fetch the weights of an encoder, and load it to see that it works. Progress counts megabytes.

    Closing the generator pauses: what has arrived stays in the cache, and the next call goes on from there. A file
    counts as there only when all of it is, and its checksum is right.

    Raises:
        WeightsMissing: the hub cannot be reached, or what came is damaged. EncoderError: it does not load.
    """
    listed = next((each for each in describe_encoders() if each.choice == choice), None)
    total = round(listed.megabytes) if listed and listed.megabytes else None
    with closing(start_host(choice, fetch=True)) as host:
        while not host.ready():
            there = hub.arrived(listed.repo) // 1_000_000 if listed and listed.repo else 0
            yield Progress(min(there, total or there), total, "Megabytes fetched" if total else "Fetching the encoder")
            time.sleep(LOOK_AGAIN)
        return host.spec()


def time_encoder(host: EncoderHost) -> Generator[Progress, None, float]:
    """How many pictures a second an encoder reads on its device, from file to row; a few seconds of sample pictures.

    Raises:
        EncoderError: it cannot be loaded, or reads nothing. NominaError: there are no sample pictures.
    """
    paths = [sample.path for sample in sample_pictures()]
    yield from loading(host)
    with closing(host.read(paths)) as first:  # its first batch is slower than all others
        for batch in first:
            yield Progress(0, None, "Measuring the pace")
            if batch:
                break
    read, start = 0, time.perf_counter()
    while not read or time.perf_counter() - start < LONG_ENOUGH:
        with closing(host.read(paths)) as batches:
            for batch in batches:
                read += sum(isinstance(item, Reading) for item in batch)
                yield Progress(read, None, "Measuring the pace")
                if read and time.perf_counter() - start >= LONG_ENOUGH:
                    break
        if not read:
            raise EncoderError("The encoder could read none of the sample pictures.", "Choose another encoder.")
    return read / (time.perf_counter() - start)


def measure_encoder(choice: str, host: EncoderHost) -> Generator[Progress, None, Pace]:
    """Time the encoder of a choice on its device, and keep the pace for `measured_paces`. The host is left open.

    Raises:
        EncoderError, NominaError: as for `time_encoder`.
    """
    pace = Pace((yield from time_encoder(host)), host.spec().device)
    paces.keep_pace(choice, pace)
    return pace


def remove_encoder(choice: str) -> int:
    """Delete the fetched weights of an encoder; returns how many bytes that freed. Libraries keep what it read.

    Raises:
        BadInput: they were not fetched, or lie in a folder of the person's own, which is never deleted.
    """
    listed = _listed(choice)
    if not listed.repo:
        raise BadInput(
            f"“{listed.title}” was not fetched by Nomina, so Nomina does not delete it.", "Delete its folder yourself."
        )
    if not listed.at_hand and not hub.arrived(listed.repo):
        raise BadInput(f"“{listed.title}” is not on this machine.", "There is nothing to delete.")
    freed = 0
    with suppress(FileNotFoundError):
        freed = hub.remove(listed.repo)
    return freed


def _listed(choice: str) -> Listed:
    for each in describe_encoders():
        if each.choice == choice:
            return each
    raise BadInput(f"There is no encoder “{choice}”.", "See those there are: nomina encoders list.")
