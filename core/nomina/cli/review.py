"""Commands about what to look at next: pictures, labels that may be wrong, a category that does badly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from nomina.categories import category_named
from nomina.cli import shell
from nomina.cli.categories import category
from nomina.cli.libraries import FOLDER, Host
from nomina.cli.pictures import image_id_of
from nomina.doctor import Diagnosis, Fault, Finding, diagnose
from nomina.library import Library
from nomina.mislabelled import label_errors, label_report
from nomina.nothing import none_of_these
from nomina.review import Question, Reason, accuracy_estimate, review_queue

Told = dict[str, Any]
WHY = {
    Reason.UNSURE: "two categories are close",
    Reason.NEW: "nothing stands out: a new category?",
    Reason.TYPICAL: "typical of many pictures",
    Reason.CHANCE: "drawn by chance, to see how often it is right",
}


@click.command()
@click.argument("library", type=FOLDER)
@click.option("--count", default=20, show_default=True, type=click.IntRange(min=1), help="At most so many pictures.")
@shell.encoder_options
@shell.json_option
def review(library: Path, count: int, as_json: bool, host: Host) -> None:
    """List the pictures of LIBRARY that are most worth a look, with what they may be and why.

    `nomina category change LIBRARY NAME --example FILE` says what one is.
    """
    with shell.opened(library, host) as opened:
        questions = _questions(opened, review_queue(opened, count))
        seen = accuracy_estimate(opened)
    if as_json:
        told = {"right": seen.right, "counted": seen.counted, "low": seen.low, "high": seen.high, "chance": seen.chance}
        shell.print_json({"questions": questions, "accuracy": told})
        return
    if questions:
        _print_questions(questions)
    else:
        click.echo("There is no picture left to ask about.")
    if seen.counted:
        how = "drawn by chance" if seen.chance else "that you labelled, which may be harder or easier than the others"
        click.echo(
            f"Right: {seen.right:,} of {seen.counted:,} pictures {how}; "
            f"so between {100 * seen.low:.0f} and {100 * seen.high:.0f} % of all."
        )


@click.command("none")
@click.argument("library", type=FOLDER)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@shell.encoder_options
def none_(library: Path, files: tuple[Path, ...], host: Host) -> None:
    """Say that the pictures FILES of LIBRARY are of none of its categories.

    They are not asked about again until a category comes that fits them.
    """
    with shell.opened(library, host) as opened:
        change = none_of_these(opened, [image_id_of(opened, file) for file in files])
    click.echo(f"{change.name}." if change.tables else "That was known already.")


@click.command("check-labels")
@click.argument("library", type=FOLDER)
@click.option("--count", default=50, show_default=True, type=click.IntRange(min=1), help="At most so many labels.")
@click.option("--report", is_flag=True, help="Every label with its quality, by cleanlab: pip install “nomina[labels]”.")
@shell.encoder_options
@shell.json_option
def check_labels(library: Path, count: int, report: bool, as_json: bool, host: Host) -> None:
    """List your labels of LIBRARY that may be wrong: those that look more like another category."""
    with shell.opened(library, host) as opened:
        found = _report(opened) if report else _errors(opened, count)
    if as_json:
        shell.print_json(found)
        return
    if not found:
        click.echo("No label looks more like another category than like its own.")
        return
    last = "quality" if report else "margin"
    rows = [[each["said"], each["looks_like"], f"{each[last]:.2f}", each["file"]] for each in found]
    if report:
        rows = [[*row[:3], "wrong?" if each["issue"] else "", row[3]] for row, each in zip(rows, found, strict=True)]
    shell.print_table(["you said", "looks like", last, *(["", "file"] if report else ["file"])], rows)


@category.command()
@click.argument("library", type=FOLDER)
@click.argument("name")
@click.option(
    "--wording", "wordings", multiple=True, metavar="TEXT", help="Words to compare with its own; give it often."
)
@shell.encoder_options
@shell.json_option
def doctor(library: Path, name: str, wordings: tuple[str, ...], as_json: bool, host: Host) -> None:
    """Say what is wrong with the category NAME, which words fit it best, and which pictures to look at for it."""
    with shell.opened(library, host) as opened:
        seen = diagnose(opened, category_named(opened, name).id, wordings)
        told = _diagnosis(opened, seen)
        sentences = [_sentence(opened, finding) for finding in seen.findings]
    if as_json:
        shell.print_json(told)
        return
    for sentence, finding in zip(sentences, told["findings"], strict=True):
        click.echo(sentence)
        for file in finding["files"]:
            click.echo(f"  {shell.safe(file)}")
    if not sentences:
        click.echo(f"Nothing is wrong with its {seen.examples:,} examples.")
    if seen.wordings:
        shell.print_table(
            ["wording", "puts an example first", ""],
            [[each.text, f"{100 * each.worth:.0f} %", "its own" if each.own else ""] for each in seen.wordings],
        )
    if told["next"]:
        _print_questions(told["next"])


def _sentence(library: Library, finding: Finding) -> str:
    other = "" if finding.other is None else library.store.category(finding.other).name
    if finding.fault is Fault.FEW:
        return f"It has {finding.value:.0f} examples; with {finding.bound:.0f} it will be right much more often."
    if finding.fault is Fault.OUTLIER:
        return f"{len(finding.images):,} of its examples are unlike the others:"
    if finding.fault is Fault.TWO_KINDS:
        return (
            f"It seems to hold two kinds; {len(finding.images):,} of its examples would make a category of their own:"
        )
    if finding.fault is Fault.OVERLAP and not len(finding.images):
        return f"Its words mean nearly the same as those of “{other}”."
    if finding.fault is Fault.OVERLAP:
        also = ", and their words mean nearly the same" if finding.words else ""
        share = f"{100 * finding.value:.0f} % of the examples of both look like the other one"
        return f"It overlaps with “{other}”: {share}{also}:"
    return (
        f"Its words do not fit its examples: they put one above another picture {100 * finding.value:.0f} times in 100."
    )


def _errors(library: Library, count: int) -> list[Told]:
    found = label_errors(library, count)
    files = _files(library, [each.image_id for each in found])
    return [
        {"file": file, **_named(library, each.said, each.looks_like), "margin": each.margin}
        for file, each in zip(files, found, strict=True)
    ]


def _report(library: Library) -> list[Told]:
    found = label_report(library)
    files = _files(library, [each.image_id for each in found])
    return [
        {"file": file, **_named(library, each.said, each.looks_like), "quality": each.quality, "issue": each.issue}
        for file, each in zip(files, found, strict=True)
    ]


def _named(library: Library, said: int, looks_like: int) -> Told:
    return {"said": library.store.category(said).name, "looks_like": library.store.category(looks_like).name}


def _diagnosis(library: Library, seen: Diagnosis) -> Told:
    findings = [
        {
            "fault": each.fault.value,
            "value": each.value,
            "bound": each.bound,
            "files": _files(library, each.images.tolist()),
            "other": None if each.other is None else library.store.category(each.other).name,
            "words": each.words,
        }
        for each in seen.findings
    ]
    wordings = [{"text": each.text, "worth": each.worth, "own": each.own} for each in seen.wordings]
    nexts = _questions(library, seen.next)
    return {"examples": seen.examples, "findings": findings, "wordings": wordings, "next": nexts}


def _questions(library: Library, questions: list[Question] | tuple[Question, ...]) -> list[Told]:
    names = {each.id: each.name for each in library.store.categories()}
    files = _files(library, [each.image_id for each in questions])
    return [
        {
            "file": file,
            "category": None if each.category_id is None else names[each.category_id],
            "second": None if each.second_id is None else names[each.second_id],
            "reason": each.reason.value,
        }
        for file, each in zip(files, questions, strict=True)
    ]


def _files(library: Library, image_ids: list[int]) -> list[str]:
    return [str(image.path or image.hash) for image in library.store.images(image_ids)]


def _print_questions(questions: list[Told]) -> None:
    rows = [
        [each["category"] or "", each["second"] or "", WHY[Reason(each["reason"])], each["file"]] for each in questions
    ]
    shell.print_table(["perhaps", "or", "why", "file"], rows)
