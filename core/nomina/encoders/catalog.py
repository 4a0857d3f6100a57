"""Which encoders there are, which is the best on this machine, and how one is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from nomina.encoders import plugged
from nomina.encoders.choices import parse
from nomina.encoders.cost import Cost, bearable
from nomina.encoders.devices import may_accelerate
from nomina.encoders.protocol import Encoder
from nomina.errors import BadInput

STARTER = "starter"
STARTERS_OWN = "timm:tf_efficientnet_lite2"  # the network in the starter: always there, and no gain alone


def load(choice: str, device: str = "auto", *, fetch: bool = False) -> Encoder:
    """Load the encoder of a choice; choices.py has the grammar.

    Args:
        fetch: whether weights may be fetched that are not here. Those of open_clip always are.

    Raises:
        BadInput: there is no such encoder, or what was asked of it makes no sense.
        EncoderError: it cannot be loaded.
    """
    asked = parse(choice)
    if asked.is_pair:
        from nomina.encoders.pair import WEIGHT, Pair

        weight = _weight(asked.options.get("weight", str(WEIGHT)))
        first, second = (load(name, device, fetch=fetch) for name in asked.names)
        encoder: Encoder = Pair(first, second, weight)
    else:
        encoder = _load_single(asked.names[0], device, fetch)
    if "views" in asked.options:
        from nomina.encoders.views import with_views

        encoder = with_views(encoder, asked.options["views"])
    return encoder


def _load_single(name: str, device: str, fetch: bool) -> Encoder:
    if name == STARTER:
        from nomina.encoders import starter

        return starter.load(device)
    if name.startswith("open_clip:"):
        from nomina.encoders import open_clip

        return open_clip.load(name, device)
    if name.startswith("timm:"):
        from nomina.encoders import timm_models

        return timm_models.load(name, device, fetch=fetch)
    encoder = plugged.load(name, device)
    if encoder is not None:
        return encoder
    raise BadInput(f"There is no encoder “{name}”.", "See those there are: nomina encoders list.")


def _weight(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise BadInput(
            f"A weight of “{text}” is no number.", "Give the first encoder's share, as in ?weight=0.3."
        ) from error


def best_at_hand(device: str = "auto") -> str:
    """The best encoder with words whose weights are on this machine and whose cost is bearable there; cost.py.

    The starter's weights always are. One that knows pictures only is never taken by itself: names would say nothing.

    Args:
        device: as a person chose it.
    """
    from nomina.encoders.open_clip import files

    costs = files.costs_at_hand(models_folder())
    return next((choice for choice, cost in costs.items() if bearable(cost, device)), STARTER)


def models_folder() -> Path:
    """Where a person may put models of open_clip and timm, each in a folder of its own."""
    return platformdirs.user_data_path("nomina", appauthor=False) / "models"


@dataclass(frozen=True, slots=True)
class Listed:
    """An encoder as a list shows it.

    Attributes:
        choice: what a person types.
        at_hand: whether its weights are on this machine.
        note: what it costs and what it is worth, in words.
        words: whether it knows words; else only examples define a category.
        megabytes: of its weights, about; None where that is not known before it is loaded.
        seconds: for a picture on this machine's processor, about; None with an accelerator, and where nothing is known.
        imagenet: how much of ImageNet it names right by words alone, in percent, as published; None where nobody says.
        licence: of its weights; "" for a person's own.
        repo: where its weights are on the hub; "" for those that are not from there.
    """

    choice: str
    title: str
    at_hand: bool
    note: str
    words: bool = True
    megabytes: float | None = None
    seconds: float | None = None
    imagenet: float | None = None
    licence: str = ""
    repo: str = ""


def describe_encoders() -> list[Listed]:
    """Those with words: the person's own, then those worth a download, best first; those without; the starter."""
    note = "comes with Nomina; everyday words, and good at most things with a few examples"
    others = [Listed(name, name, True, f"from {each.package}") for name, each in plugged.installed().items()]
    return [*_with_words(), *_without_words(), *others, Listed(STARTER, "Starter", True, note, licence="Apache 2.0")]


def _with_words() -> list[Listed]:
    from nomina.encoders.open_clip import files

    costs = files.costs_at_hand(models_folder())
    known = {model.choice: model for model in files.RECOMMENDED}
    own = [
        Listed(
            choice, Path(choice).name, True, f"your own{_pace(cost)}", megabytes=cost.megabytes, seconds=_seconds(cost)
        )
        for choice, cost in costs.items()
        if choice not in known
    ]
    worth = [
        Listed(
            model.choice,
            model.title,
            model.choice in costs,
            f"about {model.megabytes:,} MB{_pace(model.cost)}; "
            f"names ImageNet by words alone {model.imagenet:.1f} % right",
            megabytes=model.megabytes,
            seconds=_seconds(model.cost),
            imagenet=model.imagenet,
            licence=model.licence,
            repo=model.repo,
        )
        for model in known.values()
    ]
    return [*own, *worth]


def _pace(cost: Cost) -> str:
    """What a picture takes where there is no accelerator, else nothing."""
    seconds = _seconds(cost)
    return "" if seconds is None else f", {seconds:.1f} s a picture here"


def _seconds(cost: Cost) -> float | None:
    return None if may_accelerate() else cost.seconds()


def _without_words() -> list[Listed]:
    from nomina.encoders.timm_models import files

    at_hand = files.at_hand(models_folder())
    known = {model.choice: model for model in files.RECOMMENDED}
    here = [choice for choice in at_hand if choice not in known and choice != STARTERS_OWN]
    own = [
        Listed(choice, Path(choice).name.removeprefix(files.PREFIX), True, "pictures only", False) for choice in here
    ]
    worth = [
        Listed(
            model.choice,
            model.title,
            model.choice in at_hand,
            f"pictures only; about {model.megabytes:,} MB{_pace(model.cost)}; {model.worth}",
            words=False,
            megabytes=model.megabytes,
            seconds=_seconds(model.cost),
            licence=model.licence,
            repo=model.repo,
        )
        for model in known.values()
    ]
    return [*own, *worth]
