"""Which ways of running a network are worth a try on a device; tuning.py tries them."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator

from nomina.encoders.forward import PRECISIONS, Forward, Way

AT_ONCE = 32
"""Pictures in all streams together: more need more memory and are no faster."""


def ways_worth_a_try(forward: Forward, precision: str, compiling: bool) -> Iterator[Way]:
    """The ways worth a try on a device, but for the one it is written for; the likeliest first."""
    start = forward.as_written
    precisions = [
        each for each in PRECISIONS if precision in ("auto", each) and (each == "fp32" or _has(forward, each))
    ]
    if precision not in ("auto", *precisions):
        precisions.append(precision)  # slow, and asked for
    forms = ["eager", "frozen", *(["compiled"] if compiling else [])]
    layouts = {form: dict.fromkeys([start.channels_last, form == "eager"]) for form in forms}
    for streams, each, form in itertools.product(_streams(forward), reversed(precisions), forms):
        for channels_last in layouts[form]:
            way = dataclasses.replace(start, precision=each, form=form, channels_last=channels_last, **streams)
            if way != start:
                yield way


def _streams(forward: Forward) -> list[dict[str, int]]:
    """A batch for each processor, half as large so that they need no more memory; and one batch for all of them."""
    start, most = forward.as_written, _processors(forward)
    side_by_side = {"batch": _at_once(start.batch // 2, most), "threads": 1, "streams": most}
    return [*([side_by_side] if most > 1 else []), {}]


def variants(best: Way, forward: Forward) -> list[Way]:
    """Ways like the best one, with other numbers of pictures, batches and threads."""
    if forward.device != "cpu":
        return [dataclasses.replace(best, batch=size * best.batch) for size in (2, 8)]
    most = _processors(forward)
    shared = [each for each in (2, most // 4, most // 2) if 1 < each < most]
    larger = _at_once(2 * best.batch, best.streams)
    many = dataclasses.replace(best, batch=_at_once(forward.as_written.batch, most), threads=1, streams=most)
    return [
        *([dataclasses.replace(best, batch=larger)] if larger > best.batch and best.streams == most else []),
        *([many] if best.streams < most else []),
        *(
            dataclasses.replace(
                best, batch=_at_once(forward.as_written.batch, each), threads=most // each, streams=each
            )
            for each in dict.fromkeys(shared)
        ),
    ]


def _processors(forward: Forward) -> int:
    """Those that streams may share: of what is no processor there is one."""
    return forward.processors if forward.device == "cpu" else 1


def _at_once(batch: int, streams: int) -> int:
    return max(1, min(batch, AT_ONCE // streams))


def _has(forward: Forward, precision: str) -> bool:
    """Whether the device computes in a precision by itself. A processor that does not takes ten times as long."""
    import torch

    if forward.device.startswith("cuda"):
        return precision == "fp16" or torch.cuda.is_bf16_supported()
    if forward.device != "cpu":
        return precision == "fp16"
    asked = getattr(torch.ops.mkldnn, f"_is_mkldnn_{precision}_supported", None)
    return asked is not None and bool(asked())
