"""What the numbers of the insights mean, in sentences. Pure functions of the core's record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina import Accuracy, Bin, Confusion, Coverage, Insights

LEVEL = 90
"""Percent: how often a set of answers shall hold the right one."""


def percent(share: float) -> str:
    """A share of 0..1 as a person reads it."""
    return tr("{percent} %").format(percent=number(round(100 * share)))


def accuracy(found: Accuracy) -> tuple[str, str, str]:
    """How often it is right: the figure, its range, and what it rests on."""
    if found.share is None:
        return "–", "", tr("Label a few pictures, and this says how often the best category is right.")
    between = tr("Between {low} and {high}, as far as these pictures tell.").format(
        low=percent(found.low), high=percent(found.high)
    )
    counted = tr(
        "Of %Ln labelled picture(s), {right} would have been named right without their label.", None, found.counted
    )
    drawn = (
        tr("They were drawn by chance, so the others are about as easy.")
        if found.chance
        else tr("They are those you chose to label: the others may be easier or harder.")
    )
    few = tr("{low} to {high}").format(low=percent(found.low), high=percent(found.high))
    figure = few if found.few else percent(found.share)
    return figure, between, f"{counted.format(right=number(found.right))} {drawn}"


def reliability(found: Insights) -> str:
    """What the diagram means."""
    if not found.bins:
        return ""
    share = found.right / found.judged
    low = sum(each.low * each.pictures for each in found.bins) / found.judged
    high = sum(each.high * each.pictures for each in found.bins) / found.judged
    says, right = percent(found.confidence), percent(share)
    if found.confidence > high:
        verdict = tr("It is too sure of itself: says {says} on average, and is right {right} of the time.")
    elif found.confidence < low:
        verdict = tr(
            "It is more careful than it needs to be: says {says} on average, and is right {right} of the time."
        )
    else:
        verdict = tr("It can be taken at its word: says {says} on average, and is right {right} of the time.")
    rests = tr("This rests on %Ln labelled picture(s), each asked as if it had not been shown.", None, found.judged)
    return f"{verdict.format(says=says, right=right)} {rests}"


def missing(found: Insights) -> str:
    """What is missing for the diagram."""
    if found.labelled < 2 and found.missing <= 1:
        return tr("Labels of a second category are needed to see how true the confidence is.")
    return tr("%Ln more labelled picture(s) are needed to see how true the confidence is.", None, found.missing)


def point(each: Bin) -> str:
    """One point of the diagram."""
    words = tr("Where it says {says}, it is right {right} of the time (%Ln picture(s)).", None, each.pictures)
    return words.format(says=percent(each.confidence), right=percent(each.right))


def confusion(each: Confusion, names: dict[int, str]) -> tuple[str, str]:
    """What is taken for what, and how often."""
    title = tr("{said} taken for {other}").format(said=names.get(each.said, "–"), other=names.get(each.looks_like, "–"))
    return title, tr("{count} of {all}").format(count=number(len(each.image_ids)), all=number(each.of))


def suspects(count: int, labelled: int) -> str:
    """How many labels of so many look wrong."""
    if not labelled:
        return tr("Label pictures, and this says which labels look wrong.")
    if not count:
        return tr("No label looks wrong: each picture fits the category you gave it best.")
    return tr("%Ln picture(s) look more like another category than the one you gave.", None, count)


def sets(each: Coverage) -> tuple[str, str, str]:
    """How often a set of answers holds the right one, for categories with about as many examples; and more of it."""
    if each.most is None:
        title = tr("{least} examples or more").format(least=number(each.least))
    elif each.most == 0:
        title = tr("Words alone")
    elif each.least == each.most:
        title = tr("%Ln example(s)", None, each.least)
    else:
        title = tr("{least} to {most} examples").format(least=number(each.least), most=number(each.most))
    if not each.told:
        return title, tr("too few labels"), tr("Too few labels to rule any category out.")
    share, all = percent(each.covered / each.counted), number(each.counted)
    size = QLocale().toString(each.size, "f", 1)
    detail = tr("{share} of {all} labelled pictures; a set has {size} categories on average.")
    figure = tr("{share} of {all}").format(share=share, all=all)
    return title, figure, detail.format(share=share, all=all, size=size)
