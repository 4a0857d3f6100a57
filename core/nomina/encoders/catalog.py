"""Which encoders there are, which is the best on this machine, and how one is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from nomina.encoders.protocol import Encoder
from nomina.errors import BadInput

STARTER = "starter"


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


def best_at_hand() -> str:
    """The best encoder whose weights are on this machine; the starter's always are."""
    from nomina.encoders.open_clip import files

    at_hand = files.at_hand(models_folder())
    return at_hand[0] if at_hand else STARTER


def models_folder() -> Path:
    """Where a person may put models of the open_clip family, each in a folder of its own."""
    return platformdirs.user_data_path("nomina", appauthor=False) / "models"


@dataclass(frozen=True, slots=True)
class Listed:
    """An encoder as a list shows it.

    Attributes:
        choice: what a person types.
        at_hand: whether its weights are on this machine.
        note: what it costs and what it is worth.
    """

    choice: str
    title: str
    at_hand: bool
    note: str


def describe_encoders() -> list[Listed]:
    """Models in the person's own folder, then those worth a download, best first, then the starter."""
    from nomina.encoders.open_clip import files

    at_hand = files.at_hand(models_folder())
    known = {model.choice: model for model in files.RECOMMENDED}
    own = [Listed(choice, Path(choice).name, True, "your own") for choice in at_hand if choice not in known]
    worth = [
        Listed(
            model.choice,
            model.title,
            model.choice in at_hand,
            f"about {model.megabytes:,} MB; names ImageNet by words alone {model.imagenet:.1f} % right",
        )
        for model in known.values()
    ]
    note = "comes with Nomina; everyday words, and good at most things with a few examples"
    return [*own, *worth, Listed(STARTER, "Starter", True, note)]
