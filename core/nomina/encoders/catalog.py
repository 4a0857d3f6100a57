"""Which encoders there are, which is the best on this machine, and how one is loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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


def as_it_is(encoder: Encoder) -> Encoder:
    """An encoder as its family loads it."""
    return encoder


def load(
    choice: str, device: str = "auto", *, fetch: bool = False, tuned: Callable[[Encoder], Encoder] = as_it_is
) -> Encoder:
    """Load the encoder of a choice; choices.py has the grammar.

    Args:
        fetch: whether weights may be fetched that are not here. Those of open_clip always are.
        tuned: sets each single encoder up for this machine; see tuning.py.

    Raises:
        BadInput: there is no such encoder, or what was asked of it makes no sense.
        EncoderError: it cannot be loaded.
    """
    asked = parse(choice)
    if asked.is_pair:
        from nomina.encoders.pair import WEIGHT, Pair

        weight = _weight(asked.options.get("weight", str(WEIGHT)))
        first, second = (load(name, device, fetch=fetch, tuned=tuned) for name in asked.names)
        encoder: Encoder = Pair(first, second, weight)
    else:
        encoder = tuned(_load_single(asked.names[0], device, fetch))
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
        bearable: whether this machine bears it as a default; see cost.py. True where its cost is not known.
        worth: what is published of one without words, in words; "" for the others.
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
    bearable: bool = True
    worth: str = ""


def describe_encoders(device: str = "auto", also: Iterable[str] = ()) -> list[Listed]:
    """Those with words: the person's own, then those worth a download, best first; those without; the starter.

    Args:
        device: as a person chose it: what is bearable depends on it.
        also: choices that a person made, listed first where they are none of the others.
    """
    note = "comes with Nomina; everyday words, and good at most things with a few examples"
    others = [Listed(name, name, True, f"from {each.package}") for name, each in plugged.installed().items()]
    starter = Listed(STARTER, "Starter", True, note, licence="Apache 2.0")
    listed = [*_with_words(device), *_without_words(device), *others, starter]
    known = {each.choice for each in listed}
    return [*(_chosen(choice) for choice in dict.fromkeys(also) if choice not in known), *listed]


def encoder_in(folder: Path) -> str:
    """The choice that names the model in a folder, as open_clip or timm lays one out.

    Raises:
        BadInput: there is none. EncoderError: its config cannot be read.
    """
    from nomina.encoders.open_clip import files as open_clip_files
    from nomina.encoders.timm_models import files as timm_files

    for files in (open_clip_files, timm_files):
        if (folder / files.CONFIG).is_file():
            files.read_config(folder / files.CONFIG)
            return f"{files.PREFIX}{folder.resolve()}"
    raise BadInput(
        f"“{folder}” holds no model.",
        f"Choose a folder with {open_clip_files.CONFIG} (open_clip) or {timm_files.CONFIG} (timm) and the weights.",
    )


def _chosen(choice: str) -> Listed:
    """One that a person named: a folder, one of the hub, a pair, one with options."""
    family, _, rest = choice.partition(":")
    folder = Path(rest).expanduser()
    title = folder.name if folder.is_dir() else choice
    return Listed(choice, title, True, "your own", words=family != "timm")


def _with_words(device: str) -> list[Listed]:
    from nomina.encoders.open_clip import files

    costs = files.costs_at_hand(models_folder())
    known = {model.choice: model for model in files.RECOMMENDED}
    own = [
        Listed(
            choice,
            Path(choice).name,
            True,
            f"your own{_pace(cost, device)}",
            megabytes=cost.megabytes,
            seconds=_seconds(cost, device),
            bearable=bearable(cost, device),
        )
        for choice, cost in costs.items()
        if choice not in known
    ]
    worth = [
        Listed(
            model.choice,
            model.title,
            model.choice in costs,
            f"about {model.megabytes:,} MB{_pace(model.cost, device)}; "
            f"names ImageNet by words alone {model.imagenet:.1f} % right",
            megabytes=model.megabytes,
            seconds=_seconds(model.cost, device),
            imagenet=model.imagenet,
            licence=model.licence,
            repo=model.repo,
            bearable=bearable(model.cost, device),
        )
        for model in known.values()
    ]
    return [*own, *worth]


def _pace(cost: Cost, device: str) -> str:
    """What a picture takes where there is no accelerator, else nothing."""
    seconds = _seconds(cost, device)
    return "" if seconds is None else f", {seconds:.1f} s a picture here"


def _seconds(cost: Cost, device: str) -> float | None:
    return None if may_accelerate(device) else cost.seconds()


def _without_words(device: str) -> list[Listed]:
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
            f"pictures only; about {model.megabytes:,} MB{_pace(model.cost, device)}; {model.worth}",
            words=False,
            megabytes=model.megabytes,
            seconds=_seconds(model.cost, device),
            licence=model.licence,
            repo=model.repo,
            bearable=bearable(model.cost, device),
            worth=model.worth,
        )
        for model in known.values()
    ]
    return [*own, *worth]
