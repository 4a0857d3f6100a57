"""Which encoders there are, which is the best on this machine, and how one is started."""

from __future__ import annotations

from dataclasses import dataclass

from nomina.encoders.host import EncoderHost, ProcessHost
from nomina.encoders.protocol import Encoder
from nomina.errors import BadInput

STARTER = "starter"
TESTS = "colours"


def load(choice: str, device: str = "auto") -> Encoder:
    """Load the encoder of a choice: "starter" or "open_clip:...".

    Raises:
        BadInput: there is no such encoder.
        EncoderError: it cannot be loaded.
    """
    if choice == STARTER:
        from nomina.encoders import starter

        return starter.load(device)
    if choice.startswith("open_clip:"):
        from nomina.encoders import open_clip

        return open_clip.load(choice, device)
    raise BadInput(f"There is no encoder “{choice}”.", "See those there are: nomina encoders list.")


def start_host(choice: str = "auto", device: str = "auto") -> EncoderHost:
    """Start an encoder in a process of its own; "auto" is the best whose weights are on this machine."""
    return ProcessHost(best_at_hand() if choice == "auto" else choice, device)


def best_at_hand() -> str:
    """The best encoder whose weights are on this machine; the starter's always are."""
    from nomina.encoders import open_clip

    at_hand = open_clip.at_hand()
    return at_hand[0] if at_hand else STARTER


@dataclass(frozen=True, slots=True)
class Listed:
    """An encoder as a list shows it.

    Attributes:
        choice: what a person types.
        at_hand: whether its weights are on this machine.
        note: size and what it is good for.
    """

    choice: str
    title: str
    at_hand: bool
    note: str


def describe_encoders() -> list[Listed]:
    """The starter and the recommended others, best first, with what lies on this machine."""
    from nomina.encoders import open_clip

    starter = Listed(STARTER, "Starter", True, "comes with Nomina; everyday words, good with a few examples")
    return [*open_clip_listed(open_clip), starter]


def open_clip_listed(family: object) -> list[Listed]:
    return []
