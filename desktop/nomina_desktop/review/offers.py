"""What can be answered to a question, which of it is suggested, and what to do where there is no question."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from nomina_desktop.questions import LABEL, Asked, Batch, Group
from nomina_desktop.review import sentences
from nomina_desktop.review.answers import Choice
from nomina_desktop.review.sitting import Item, Sitting
from nomina_desktop.session import Session
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina_desktop.review.view import Review

NEW = "new"


def suggested(asked: Asked, names: sentences.Names) -> int | None:
    """The category that Enter takes; None for none of these."""
    if asked.reason == NEW:
        return None
    return next((each for each in (asked.category_id, asked.second_id) if each in names), None)


def _said(item: Item, names: sentences.Names) -> int | None:
    """The category that was given, or else the one that is suggested; None for none of these."""
    answer = item.answer
    if answer is not None and answer.kind == "none":
        return None
    given = answer.category_id if answer is not None and answer.kind == "is" else None
    return given if given in names else suggested(item.asked, names)


def words(item: Item, group: Group | None, grouped: bool, names: sentences.Names) -> tuple[str, str]:
    """What stands below the picture: a question or the answer that was given, and a sentence about it."""
    if grouped:
        return (tr("Looking for pictures like it…"), "") if group is None else sentences.of_group(group, names)
    if item.answer is not None:
        hint = tr("Answer again to change it, or go on with →.")
        return sentences.answer(item.answer, names), hint
    return sentences.question(item.asked, names), sentences.why(item.asked, names)


def choices(review: Review, item: Item, group: Group | None, grouped: bool) -> tuple[list[Choice], list[Choice]]:
    """The answers: what it may be, and what else can be said."""
    names, asked = review.names, item.asked
    enter = "" if item.answer is not None else tr("Enter")
    skip = Choice(tr("Skip") if item.answer is None else tr("Go on"), "S", review.skip)
    if grouped and group is None:
        return [], [skip]
    if grouped:
        best = group.category_id if group is not None and group.category_id in names else None
    else:
        best = _said(item, names)
    none = Choice(tr("None of these"), enter if best is None and enter else "U", review.none, primary=best is None)
    candidates = [none] if best is None else []
    others = [] if grouped else [each for each in (asked.said, asked.category_id, asked.second_id) if each in names]
    for category_id in dict.fromkeys(([] if best is None else [best]) + others):
        candidates.append(_category(review, category_id, best, enter, grouped, asked))
    more = [] if best is None else [none]
    if asked.reason == LABEL and item.answer is None:
        more.append(Choice(tr("Take the label away"), tr("Del"), review.forget))
    elif not grouped and best is not None and item.answer is None:
        more.insert(0, Choice(tr("Not {name}").format(name=names[best]), "X", review.reject))
    more.append(Choice(tr("Another…"), "R", partial(review.offer, "relabel")))
    more.append(skip)
    return candidates, more


def _category(review: Review, category_id: int, best: int | None, enter: str, grouped: bool, asked: Asked) -> Choice:
    names, first = review.names, category_id == best
    digit = review.digit_of(category_id)
    if grouped:
        return Choice(tr("All of them are {name}").format(name=names[category_id]), enter, review.accept, primary=True)
    in_doubt = asked.reason == LABEL and bool(enter)
    if in_doubt and category_id == asked.said:
        keep = tr("Keep {name}").format(name=names[category_id])
        return Choice(keep, "X", review.reject, category_id, digit)
    if in_doubt and first:
        change = tr("Change to {name}").format(name=names[category_id])
        return Choice(change, enter, partial(review.say_is, category_id), category_id, digit, primary=True)
    key = enter if first and enter else digit
    return Choice(names[category_id], key, partial(review.say_is, category_id), category_id, digit, primary=first)


def nothing(
    session: Session, sitting: Sitting, labels: bool, batch: Batch | None, act: Callable[[str], None]
) -> tuple[str, str, Choice | None]:
    """Why there is no question: a sentence, a hint, and what can be done."""

    def button(text: str, what: str) -> Choice:
        return Choice(text, "", partial(act, what))

    snapshot = session.snapshot
    if snapshot is None:
        return tr("The library is being opened…"), "", None
    if snapshot.total == 0:
        hint = tr("Then name what you want to find in them, and Nomina will ask about those it is unsure of.")
        return tr("Add some pictures first."), hint, button(tr("Add pictures…"), "add_files")
    if not snapshot.page.categories:
        hint = tr("A word is enough: Nomina sorts the pictures by it, and asks here about those it is unsure of.")
        return tr("Name a category first."), hint, button(tr("New category"), "new_category")
    if not snapshot.known:
        if session.encoder.trouble:
            hint = tr("Without the encoder nothing is known of your pictures. Choose another one in the settings.")
            return session.encoder.trouble + ".", hint, button(tr("Settings…"), "preferences")
        return tr("The encoder is getting ready…"), tr("Questions will come in a moment, by themselves."), None
    if not sitting.loaded or batch is None:
        return tr("Choosing the most telling pictures…"), "", None
    if sitting.skipped:
        told = tr("Only pictures that you skipped are left.")
        again = tr("Ask about the %Ln skipped picture(s) again", None, len(sitting.skipped))
        return told, sentences.accuracy(batch.accuracy)[1], button(again, "skipped")
    if labels:
        hint = tr("Each label fits its own category best, judged without it.")
        return tr("No label of yours looks wrong."), hint, button(tr("Back to the questions"), "questions")
    told, rests_on = sentences.accuracy(batch.accuracy)
    hint = f"{told}. {rests_on}"
    return tr("Nothing is left to ask about."), hint, button(tr("Label all…"), "label_all")
