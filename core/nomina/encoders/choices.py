"""The grammar of a choice: FAMILY..., pair:FIRST+SECOND, and options behind a question mark.

    starter   open_clip:...   timm:...      one encoder of a family
    pair:FIRST+SECOND                       two of them; never a pair in a pair
    CHOICE?views=flip&weight=0.3            options of the whole choice: a pair's too

A path may hold any sign: a "+" parts a pair only before the name of a family, options are read only where they end the
choice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nomina.errors import BadInput

PAIR = "pair:"
OPTIONS = ("views", "weight")
_OPTIONS = re.compile(r"\?((?:[a-z]+=[^?&=/+]*)(?:&[a-z]+=[^?&=/+]*)*)$")
_PLUS = re.compile(r"\+(?=starter(?:[?+]|$)|open_clip:|timm:|pair:)")


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice, taken apart.

    Attributes:
        names: the name of one encoder, or the two choices of a pair, the first of which may have options of its own.
        options: by name; those there are: OPTIONS.
    """

    names: tuple[str, ...]
    options: dict[str, str] = field(default_factory=dict)

    @property
    def is_pair(self) -> bool:
        """Whether two encoders are to be put together."""
        return len(self.names) == 2


def parse(text: str) -> Choice:
    """Take a choice apart.

    Raises:
        BadInput: an option is unknown or given twice, or a pair is not one of two single encoders.
    """
    text = text.strip()
    found = _OPTIONS.search(text)
    name, options = (text[: found.start()], _options(found[1])) if found else (text, {})
    if not name.startswith(PAIR):
        if "weight" in options:
            raise BadInput(f"“{name}” is one encoder, so there is nothing to weigh.", "Take ?weight= away.")
        return Choice((name,), options)
    names = tuple(part.strip() for part in _PLUS.split(name.removeprefix(PAIR)))
    if len(names) != 2 or not all(names):
        raise BadInput(
            f"“{text}” is not a pair of two encoders.", "Write pair:FIRST+SECOND, as in pair:starter+timm:/a/folder."
        )
    if any(part.startswith(PAIR) for part in names):
        raise BadInput("A pair cannot be part of a pair.", "Name two single encoders: pair:FIRST+SECOND.")
    if "views" in options and "views" in parse(names[0]).options:
        raise BadInput("Views are asked for twice.", "Write ?views= once: at the end it is for both encoders.")
    return Choice(names, options)


def _options(text: str) -> dict[str, str]:
    given = [(key, value) for key, _, value in (part.partition("=") for part in text.split("&"))]
    options = dict(given)
    unknown = [key for key in options if key not in OPTIONS]
    if unknown:
        raise BadInput(f"An encoder has no option “{unknown[0]}”.", f"There are: {', '.join(OPTIONS)}.")
    if len(options) < len(given):
        raise BadInput(f"The options “{text}” name one twice.", "Give each once, as in starter?views=flip.")
    return options
