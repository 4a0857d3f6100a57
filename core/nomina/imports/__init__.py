"""Long verb: take labels, examples or names from elsewhere. One file a format; docs/import.md lists them.

An import is one undo step and is done whole or not at all: the source is read to its end before anything is written.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Generator, Iterator
from pathlib import Path

from nomina.domain import Label, Origin, Progress
from nomina.errors import BadInput
from nomina.history import Step
from nomina.imports.decide import Decider, refuse_taken
from nomina.imports.finder import Finder
from nomina.imports.formats import importer, listed
from nomina.imports.plan import Imported, ImportPlan, SameName, Several, Take
from nomina.imports.protocol import Importer, Source, options_of
from nomina.imports.survey import Judgements, Said, Survey
from nomina.ingest import add_images
from nomina.library import Library
from nomina.records import name_key

__all__ = ["ImportPlan", "Imported", "SameName", "Several", "Take", "import_formats", "import_labels"]

ITEMS_A_STEP = 500


def import_formats() -> dict[str, Importer]:
    """All formats that work, by name, in the order in which they are asked whether they recognise a source."""
    return listed()[0]


def import_labels(library: Library, plan: ImportPlan) -> Generator[Progress, None, Imported]:
    """Take what the plan asks for into the library, as one undo step, or nothing; what could not be taken is told.

    A person's labels in the library stand, unless the plan says to overrule them. Closing the generator before its end
    takes back what was done.

    Raises:
        BadInput: the source cannot be read, an option makes no sense, none of the pictures is known, or the plan says
            to refuse what stands against something.
    """
    report = Imported()
    survey = yield from _surveyed(library, plan, report)
    refuse_taken(library, plan, survey)
    if plan.dry_run:
        _foretell(Decider(library, plan, survey, report), survey, plan, report)
        return report
    _check(plan, survey, report)
    name = f"Import “{plan.source.name or plan.source}”"
    step: Step | None = None
    try:
        if plan.adds and survey.unknown:
            with library.step(name) as step:
                pass
            yield from _add(library, survey, step, report)
        with library.step(name, step) as step:
            _write(library, plan, Decider(library, plan, survey, report), survey, report)
            _check_strict(plan, report)
    except BaseException:
        _take_back(library, step)
        raise
    change = library.history.change(step)
    report.change, report.written = (change if change.tables else None), True
    yield Progress(1, 1, "Imported")
    return report


def _surveyed(library: Library, plan: ImportPlan, report: Imported) -> Generator[Progress, None, Survey]:
    path = Path(os.path.abspath(plan.source))
    if not os.path.lexists(path):
        raise BadInput(f"There is no “{plan.source}”.", "Check its name.")
    report.format, made = importer(plan.format, path)
    source = Source(path, options_of(made, plan.options), library)
    base = plan.base or (path if path.is_dir() else path.parent)
    survey = Survey(plan, Finder(library, base, by_name=plan.by_name), library.spec, report)
    for number, found in enumerate(made.read(source)):
        if number % ITEMS_A_STEP == 0:
            yield Progress(number, None, "Reading what there is")
        survey.take(found)
    survey.finish()
    return survey


def _check(plan: ImportPlan, survey: Survey, report: Imported) -> None:
    """Refuse an import that would do nothing of what was meant.

    Raises:
        BadInput: no picture is known, or there is nothing in the source.
    """
    if survey.named and not survey.known and not (plan.adds and survey.unknown):
        hint = "Add them with --add." if report.unknown else "Say with --base where their paths start."
        raise BadInput(f"The library has none of the pictures that “{plan.source.name}” names.", hint)
    if not survey.categories and not report.left_out:
        first = f" {report.spoilt[0].path}: {report.spoilt[0].reason.rstrip('.')}." if report.spoilt else ""
        raise BadInput(
            f"There is nothing to import in “{plan.source.name}”.{first}", "Choose another file or --format."
        )
    _check_strict(plan, report)


def _check_strict(plan: ImportPlan, report: Imported) -> None:
    count = len(report.clashes) + len(report.missing) + len(report.unknown) + len(report.spoilt)
    if plan.strict and count:
        first = next(iter([*report.clashes, *report.spoilt]), None)
        told = f" The first: {first.path}: {first.reason.rstrip('.')}." if first else ""
        raise BadInput(
            f"{count:,} things in “{plan.source.name}” cannot be taken as they are, so nothing was imported.{told}",
            "See them with --dry-run, or leave --strict away.",
        )


def _add(library: Library, survey: Survey, step: Step, report: Imported) -> Generator[Progress, None, None]:
    """Add the files that are not in the library, and know them from then on."""
    added = yield from add_images(library, sorted(survey.unknown), frames=None, within=step)
    report.added = len(added.new)
    report.spoilt.extend(added.skipped)
    for path, said in survey.unknown.items():
        image_id = added.files.get(path)
        if image_id is not None:
            known: Judgements = survey.known.setdefault(image_id, {})
            for key, each in said.items():
                known.setdefault(key, each)
    survey.unknown.clear()


def _write(library: Library, plan: ImportPlan, decider: Decider, survey: Survey, report: Imported) -> None:
    """Write categories and labels inside the open step."""
    ids = {
        key: library.store.put_category(decision.category) if decision.write else decision.category.id
        for key, decision in decider.decisions.items()
    }
    _put_under(library, decider, survey, ids)
    for key, row, accepted in decider.new_rows():
        library.store.put_given(ids[key], library.spec.id, row, accepted)
    said = [(image_id, decider.labels(image_id, said)) for image_id, said in survey.known.items()]
    made = [(image_id, key, each) for image_id, labels in said for key, each in labels]
    _count(decider, [(key, each) for _, key, each in made], report)
    if report.automatic:
        sure = [each.confidence or 0.0 for _, _, each in made if each.origin is Origin.AUTO]
        report.run_id = library.store.put_run(f"import of {plan.source.name}", min(sure))
    for image_id, key, each in made:
        if each.origin is Origin.AUTO and each.accepted and not library.store.several():
            library.store.drop_auto_labels(image_id)
        run_id = report.run_id if each.origin is Origin.AUTO else None
        library.store.put_label(Label(image_id, ids[key], each.accepted, each.origin, run_id, each.confidence))


def _put_under(library: Library, decider: Decider, survey: Survey, ids: dict[str, int]) -> None:
    """Put new categories under those that they are kinds of; one that was there stays in its place."""
    there = library.store.categories()
    id_of = {name_key(each.name): each.id for each in there} | ids
    parents = {each.id: each.parent for each in there}
    for key, wanted in survey.categories.items():
        decision = decider.decisions.get(key)
        if decision is None or decision.category.id or not wanted.parent:
            continue
        parent = id_of.get(wanted.parent)
        if parent is None or ids[key] in _up(parent, parents):
            survey.spoil(wanted.name, "what it is a kind of is not there, so it stands at the top")
            continue
        parents[ids[key]] = parent
        library.store.put_category(dataclasses.replace(decision.category, id=ids[key], parent=parent))


def _up(category_id: int | None, parents: dict[int, int | None]) -> Iterator[int]:
    """A category and all above it."""
    while category_id is not None:
        yield category_id
        category_id = parents.get(category_id)


def _count(decider: Decider, made: list[tuple[str, Said]], report: Imported) -> None:
    for key, each in made:
        counts = report.labels if each.origin is Origin.PERSON else report.automatic
        name = decider.decisions[key].category.name
        counts[name] = counts.get(name, 0) + 1


def _foretell(decider: Decider, survey: Survey, plan: ImportPlan, report: Imported) -> None:
    """What a run would do, without it."""
    made = [each for image_id, said in survey.known.items() for each in decider.labels(image_id, said)]
    if plan.adds:
        made += [each for path, said in survey.unknown.items() for each in decider.new_labels(path, said)]
        report.added = len(survey.unknown)
    _count(decider, made, report)
    for _ in decider.new_rows():
        pass


def _take_back(library: Library, step: Step | None) -> None:
    """Undo what was done of an import that did not come to its end."""
    while step is not None and library.history.done and library.history.done[-1] == step:
        library.undo()
