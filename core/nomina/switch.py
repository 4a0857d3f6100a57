"""Another encoder is tried beside the one at work, compared with it on a person's labels, and then put to work.

What an encoder has read stays in the library's cache under its id, so trying one again, or going back, reads nothing
twice; until the new one has read every picture the old one answers.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np

from nomina.calibrate import leave_one_out, right
from nomina.domain import Image, Origin, Progress, Reading, Skipped
from nomina.encoders.host import LOOK_AGAIN, EncoderHost, loading
from nomina.encoders.reading import Need
from nomina.errors import BadInput, EncoderError
from nomina.library import Library


@dataclass(frozen=True, slots=True)
class Comparison:
    """How often two encoders are right about the same pictures, each asked as if its label had not been given.

    Attributes:
        now, then: titles of the encoder at work and of the other one.
        counted: labelled pictures that both could be asked.
        right_now, right_then: how many of them the best category was right of.
        only_now, only_then: how many of them one was right of and the other was not.
        skipped: labelled pictures that the other could not read, and why.
    """

    now: str
    then: str
    counted: int
    right_now: int
    right_then: int
    only_now: int
    only_then: int
    skipped: tuple[Skipped, ...]


def compare_encoder(library: Library, other: EncoderHost) -> Generator[Progress, None, Comparison]:
    """Let another encoder read the pictures that a person labelled, and count how often each of the two is right.

    The other host is left open: `switch_encoder` may follow.

    Raises:
        EncoderError: it cannot be loaded.
        BadInput: it is the one at work, or no picture is labelled.
    """
    yield from _loaded(library, other)
    labelled = {label.image_id for label in library.store.labels() if label.accepted and label.origin is Origin.PERSON}
    if not labelled:
        raise BadInput(
            "Nothing is labelled yet, so nobody can say which encoder is more often right.",
            "Label some pictures first, or switch without comparing.",
        )
    skipped = yield from _read(library, other, library.store.images(sorted(labelled)))
    ids, hits = right(leave_one_out(library))
    with library.answered_by(other):
        other_ids, other_hits = right(leave_one_out(library))
    both = np.intersect1d(ids, other_ids)
    now, then = hits[np.searchsorted(ids, both)], other_hits[np.searchsorted(other_ids, both)]
    return Comparison(
        library.spec.title,
        other.spec().title,
        len(both),
        int(now.sum()),
        int(then.sum()),
        int((now & ~then).sum()),
        int((then & ~now).sum()),
        tuple(skipped),
    )


def switch_encoder(
    library: Library, other: EncoderHost, alone: Callable[[], bool] = lambda: True
) -> Generator[Progress, None, list[Skipped]]:
    """Let another encoder read every picture, then put it to work in place of the one that was.

    Closing the generator before the end leaves the old one at work; what was read until then is kept for the next
    time. On success the library owns the other host, else the caller closes it. Labels and categories stay. An
    encoder that cannot be started is replaced by any other, itself included: so it is tried again.

    Args:
        alone: whether no other long verb is under way. Only then is the old one taken away, under whose name they keep
            what they read.

    Returns:
        the pictures that could not be read, and why.

    Raises:
        EncoderError: it cannot be loaded.
        BadInput: it is the one at work.
    """
    yield from _loaded(library, other)
    skipped = yield from _read(library, other, library.store.images())
    while not alone():
        yield Progress(0, None, "Waiting for other work")
        time.sleep(LOOK_AGAIN)
    library.take_host(other)
    return skipped


def _loaded(library: Library, other: EncoderHost) -> Generator[Progress, None, None]:
    other.keep_to(library.embeddings.encoders())
    yield from loading(other)
    if other.spec().id == (yield from _at_work(library)):
        raise BadInput(f"{other.spec().title} is at work already.", "Choose another encoder.")


def _at_work(library: Library) -> Generator[Progress, None, str]:
    """The id of the encoder at work; "" for one that cannot be started."""
    try:
        while not library.host.ready():
            yield Progress(0, None, "Loading the encoder at work")
            time.sleep(LOOK_AGAIN)
        return library.spec.id
    except EncoderError:
        return ""


def _read(library: Library, other: EncoderHost, images: Collection[Image]) -> Generator[Progress, None, list[Skipped]]:
    """Let the other encoder read those of the images that it has no row of."""
    spec = other.spec()
    known = library.embeddings.keys(spec.id, spec.dimension)
    paths = [image.path for image in images if image.path is not None and image.hash not in known]

    def needed(hashes: Sequence[str]) -> list[Need]:
        return [Need.NOTHING if hash in known else Need.ALL for hash in hashes]

    skipped: list[Skipped] = []
    done = 0
    with closing(other.read(paths, needed)) as batches:
        for batch in batches:
            readings = [item for item in batch if isinstance(item, Reading)]
            skipped += [item for item in batch if isinstance(item, Skipped)]
            library.embeddings.put(spec.id, {item.hash: item.row for item in readings if item.row is not None})
            done += len(batch)
            yield Progress(done, len(paths), f"Reading pictures with {spec.title}")
    return skipped
