"""What the review says of a question, of an answer, and of how much is known by now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from nomina_desktop.questions import LABEL, Asked, Group
from nomina_desktop.review.sitting import Answer
from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina import Accuracy

Names = Mapping[int, str]
"""Names of the categories there are, by id."""


def question(asked: Asked, names: Names) -> str:
    """The question about one picture; what is no longer a category is left out."""
    known = [names[each] for each in (asked.category_id, asked.second_id) if each in names]
    if asked.reason == LABEL and asked.said in names:
        other = names.get(asked.category_id or 0)
        first = names[asked.said]
        return tr("Is this really {first}?").format(first=first) if other is None else _or(first, other)
    if asked.reason == "new" or not known:
        return tr("What is this?")
    if asked.reason == "unsure" and len(known) == 2:
        return _or(*known)
    return tr("Is this {name}?").format(name=known[0])


def _or(first: str, second: str) -> str:
    return tr("Is this {first} or {second}?").format(first=first, second=second)


def why(asked: Asked, names: Names) -> str:
    """Why a picture is asked about."""
    if asked.reason == LABEL:
        said, other = names.get(asked.said or 0, ""), names.get(asked.category_id or 0, "")
        told = tr("You said {said}. Judged by your other labels it looks more like {other}.")
        return told.format(said=said, other=other) if said and other else ""
    two = asked.category_id in names and asked.second_id in names
    return {
        "unsure": tr("The two are close.") if two else tr("Nomina is not sure of it."),
        "new": tr("Nothing stands out: none of these, or a category that is not there yet."),
        "typical": tr("It stands for many pictures like it that nobody has looked at."),
        "chance": tr("Drawn by chance, to see how often Nomina is right."),
    }.get(asked.reason, "")


def of_group(group: Group, names: Names) -> tuple[str, str]:
    """The question about pictures that look alike, and what can be done."""
    n = len(group.pictures)
    if group.category_id in names:
        told = tr("Are these %Ln picture(s) {name}? Take out those that are not.", None, n)
        return told.format(name=names[group.category_id]), tr(
            "They look alike, and Nomina takes them all for the same."
        )
    said = tr("What are these %Ln picture(s)? Take out those that do not belong.", None, n)
    return said, tr("They look alike, and nothing stands out for any of them.")


def answer(said: Answer, names: Names) -> str:
    """What a person said."""
    name = names.get(said.category_id or 0, "")
    return {
        "is": tr("You said {name}.").format(name=name),
        "not": tr("You said: not {name}.").format(name=name),
        "new": tr("You made a category of it."),
        "none": tr("You said: none of these."),
        "kept": tr("You kept your label."),
        "removed": tr("You took your label away."),
        "skipped": tr("You skipped this one."),
    }[said.kind]


def looked_at(count: int) -> str:
    """How many pictures were answered in this sitting."""
    return tr("%Ln picture(s) looked at", None, count)


def accuracy(seen: Accuracy | None) -> tuple[str, str]:
    """How often Nomina is right, in few words, and what that rests on."""
    if seen is None or seen.share is None:
        return tr("Accuracy not known yet"), tr("It is estimated from the pictures that you answer.")
    words = tr("Accuracy between {low} and {high} %") if seen.few else tr("Accuracy about {share} % ({low}–{high} %)")
    told = words.format(share=round(100 * seen.share), low=round(100 * seen.low), high=round(100 * seen.high))
    by_chance = tr("{right} of {counted} pictures drawn by chance; the true share is nearly always between the two.")
    labelled = tr("{right} of the {counted} pictures that you labelled, which may be harder or easier than the others.")
    rests_on = by_chance if seen.chance else labelled
    return told, rests_on.format(right=number(seen.right), counted=number(seen.counted))


def moved(count: int) -> str:
    """How many pictures the answers changed that came since the last time; "" for none."""
    return tr("%Ln picture(s) changed by your last answer", None, count) if count else ""


def left(unsure: int, none: int) -> str:
    """What is still open."""
    told = tr("{unsure} unsure, {none} none of these")
    return told.format(unsure=number(unsure), none=number(none))
