"""What the doctor says of a category, in sentences, each with what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import nomina
from nomina_desktop.notices import count
from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina import Finding
    from nomina_desktop.portraits import Advice

BETTER = 0.03
"""By so much a wording must put examples above other pictures more often than the name before it is proposed."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """Something that can be done.

    Attributes:
        kind: "show", "take_away", "split", "merge", "word" or "put".
        images: which pictures it is about. other: which other category. word: which wording.
    """

    kind: str
    title: str
    images: tuple[int, ...] = ()
    other: int = 0
    word: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence; `wrong` where it tells of something that is wrong."""

    text: str
    remedies: tuple[Remedy, ...]
    wrong: bool = True


def sayings(advice: Advice, name: str) -> list[Saying]:
    """All that the doctor says of the category of this name."""
    out = [_of_finding(finding, advice.names) for finding in advice.diagnosis.findings]
    out += _better_wording(advice)
    if advice.diagnosis.next:
        ids = tuple(question.image_id for question in advice.diagnosis.next)
        pictures = count(len(ids), "picture")
        look = Remedy("show", tr("Look at them"), ids, word=tr("worth a look for {name}").format(name=name))
        out.append(Saying(tr("{pictures} are most worth a look").format(pictures=pictures), (look,), wrong=False))
    return out


def _of_finding(finding: Finding, names: dict[int, str]) -> Saying:
    fault, ids = finding.fault, tuple(finding.images.tolist())
    show = Remedy("show", tr("Show"), ids)
    other = names.get(finding.other or 0, "")
    if fault is nomina.Fault.FEW:
        bound, has = number(round(finding.bound)), round(finding.value)
        few = tr("It has %Ln example(s); with {bound} it is right much more often", None, has)
        none = tr("It has no example yet; with {bound} it is right much more often")
        return Saying((few if has else none).format(bound=bound), ())
    if fault is nomina.Fault.OUTLIER:
        sentence = tr("{examples} unlike the others").format(examples=count(len(ids), "example"))
        return Saying(sentence, (show, Remedy("take_away", tr("Take away"), ids)))
    if fault is nomina.Fault.TWO_KINDS:
        sentence = tr("Two looks inside: {examples} would make a category of their own")
        split = Remedy("split", tr("Split…"), ids)
        return Saying(sentence.format(examples=count(len(ids), "example")), (show, split))
    if fault is nomina.Fault.OVERLAP:
        merge = Remedy("merge", tr("Merge…"), other=finding.other or 0)
        if not ids:
            return Saying(tr("Its words mean nearly the same as those of {name}").format(name=other), (merge,))
        sentence = tr("{percent} % of the examples of both look like {name}")
        return Saying(sentence.format(percent=number(round(100 * finding.value)), name=other), (show, merge))
    sentence = tr("Its words do not fit its examples: right {times} times in 100")
    return Saying(sentence.format(times=number(round(100 * finding.value))), (Remedy("word", tr("Add a wording")),))


def _better_wording(advice: Advice) -> list[Saying]:
    wordings = advice.diagnosis.wordings
    own = [each.worth for each in wordings if each.own]
    if not own or wordings[0].own or wordings[0].worth < max(own) + BETTER:
        return []
    best = wordings[0]
    sentence = tr("“{word}”, as your files are called, fits better: {percent} % against {own} %")
    said = sentence.format(word=best.text, percent=number(round(100 * best.worth)), own=number(round(100 * max(own))))
    return [Saying(said, (Remedy("put", tr("Add it"), word=best.text),), wrong=False)]
