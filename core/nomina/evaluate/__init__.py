"""Long verb: how well words and examples sort a folder whose sub-folders are the right answers.

`labelled` reads the folder, `draws` chooses what is shown, `product` and `rivals` answer, `tally` and `measures` count,
`incremental` lets the categories come in turn, `report` and `plots` tell. docs/benchmarks.md documents the numbers.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nomina.adapt import FEWEST_LABELS, refine
from nomina.domain import Progress
from nomina.errors import BadInput
from nomina.evaluate import draws, incremental, product, rivals
from nomina.evaluate.draws import Draw
from nomina.evaluate.labelled import LabelledSet, read_labelled
from nomina.evaluate.results import Continual, Row, SetResult, Shown, Unknowns, gap
from nomina.evaluate.tally import Tally
from nomina.library import Library


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure.

    Attributes:
        shots: numbers of examples a category; 0 is by words alone.
        seeds: random choices of the examples.
        mixed: also with a random number of examples a category.
        rivals: also ask the rivals (needs scikit-learn).
        leave_out: share of the categories whose pictures are the unknowns; 0 leaves that out.
        incremental: also let the categories come so many at a time; 0 does not.
        refine: also refine what counts as near with the labels, where they are enough (adapt.refine).
    """

    shots: tuple[int, ...] = (0, 1, 4)
    seeds: int = 5
    mixed: bool = False
    rivals: bool = False
    leave_out: float = 0.5
    incremental: int = 0
    refine: bool = False

    def __post_init__(self) -> None:
        if not self.shots or min(self.shots) < 0 or len(set(self.shots)) < len(self.shots):
            raise BadInput("The numbers of examples are not whole, from 0, and each named once.", "Try 0,1,4.")
        if self.seeds < 1 or self.incremental < 0 or not 0 <= self.leave_out < 1:
            raise BadInput(
                "Seeds are at least 1, a step at least 0, and a share is at least 0 and below 1.", "Change what is not."
            )


@dataclass(frozen=True)
class _Job:
    """The draws of one row of the table."""

    shots: int | None
    draws: Sequence[Draw]
    tallies: dict[str, Tally]

    @property
    def note(self) -> str:
        return "mixed examples" if self.shots is None else f"{self.shots} examples a category"


def evaluate_folder(library: Library, folder: Path, plan: Plan | None = None) -> Generator[Progress, None, SetResult]:
    """Add a labelled folder to an empty (temporary) library and measure.

    Each picture is encoded once. Which pictures are shown is drawn at random with fixed seeds, the same for every
    method; what was taught is taken back by undo.

    Raises:
        BadInput: see read_labelled; the encoder knows no words and nothing is to be shown; rivals are asked for and
            scikit-learn is missing.
    """
    plan = plan or Plan()
    if plan.rivals:
        rivals.check_installed()
    started = time.perf_counter()
    labelled = yield from read_labelled(library, folder)
    read = time.perf_counter()
    jobs = _jobs(labelled, plan, library.spec.texts)
    if not jobs:
        raise BadInput(f"{library.spec.title} knows no words.", "Ask for examples too, like --shots 1,4.")
    yield from _ask_product(library, labelled, jobs, plan)
    if plan.rivals:
        yield from _ask_rivals(library, labelled, jobs)
    shots = [job.shots for job in jobs if job.shots is not None]
    unknowns = yield from _ask_unknowns(library, labelled, shots, plan)
    courses = yield from _follow_courses(library, labelled, shots, plan)
    rows = [_row(labelled, job, unknowns, courses) for job in jobs]
    return SetResult(
        folder.resolve().name,
        str(folder),
        len(labelled.ids),
        {each.name: int(n) for each, n in zip(labelled.categories, labelled.sizes, strict=True)},
        _short(labelled, max(shots, default=0)),
        labelled.skipped,
        tuple(_notes(library, labelled, plan)),
        read - started,
        time.perf_counter() - read,
        tuple(row for row in rows if row.shots is not None),
        next((row for row in rows if row.shots is None), None),
    )


def _jobs(labelled: LabelledSet, plan: Plan, words: bool) -> list[_Job]:
    jobs = []
    for shots in plan.shots:
        seeds = range(plan.seeds if shots else 1)  # without examples there is nothing to draw
        if shots or words:
            jobs.append(_Job(shots, [draws.same_for_all(labelled, shots, seed) for seed in seeds], {}))
    if plan.mixed:
        jobs.append(_Job(None, [draws.mixed(labelled, seed) for seed in range(plan.seeds)], {}))
    return jobs


def _ask_product(library: Library, labelled: LabelledSet, jobs: Sequence[_Job], plan: Plan) -> Iterator[Progress]:
    """As it is, refined, by words only and by pictures only."""
    _ = library.scores  # the texts are encoded now, so that no draw is charged with it
    for job in jobs:
        yield from _taught(library, labelled, job, "fused")
        if plan.refine and min(draw.shown.sum() for draw in job.draws) >= FEWEST_LABELS:
            yield from _taught(library, labelled, job, "refined")
    if not library.spec.texts:
        return
    begun = time.perf_counter()
    said = product.answers(library, labelled)
    seconds = time.perf_counter() - begun
    for job in jobs:
        tally = job.tallies.setdefault("words", Tally(labelled))
        for draw in job.draws:
            tally.add(draw, said, seconds)
    with product.taken_back(library):
        product.forget_words(library, labelled)
        for job in jobs:
            if job.shots != 0:
                yield from _taught(library, labelled, job, "pictures")


def _taught(library: Library, labelled: LabelledSet, job: _Job, name: str) -> Iterator[Progress]:
    tally = job.tallies.setdefault(name, Tally(labelled))
    for done, draw in enumerate(job.draws, 1):
        begun = time.perf_counter()
        with product.taken_back(library):
            product.show(library, labelled, draw.shown)
            if name == "refined":
                refine(library)
            said = product.answers(library, labelled)
        tally.add(draw, said, time.perf_counter() - begun)
        yield Progress(done, len(job.draws), f"{labelled.folder.name}: {job.note}, {name}")


def _ask_rivals(library: Library, labelled: LabelledSet, jobs: Sequence[_Job]) -> Iterator[Progress]:
    found = rivals.rivals(rivals.material(library, labelled))
    for job in jobs:
        for name, rival in found.items():
            if job.shots == 0 and not rivals.without_examples(name):
                continue
            tally = job.tallies.setdefault(name, Tally(labelled))
            for done, draw in enumerate(job.draws, 1):
                begun = time.perf_counter()
                said = rival(draw.shown)
                tally.add(draw, said, time.perf_counter() - begun)
                yield Progress(done, len(job.draws), f"{labelled.folder.name}: {job.note}, {name.replace('_', ' ')}")


def _ask_unknowns(
    library: Library, labelled: LabelledSet, shots: list[int], plan: Plan
) -> Generator[Progress, None, dict[int, Unknowns]]:
    if not plan.leave_out or not shots:
        return {}
    unknown = product.Unknown(labelled, plan.leave_out)
    for seed in range(plan.seeds):
        unknown.draw(library, shots, seed)
        yield Progress(seed + 1, plan.seeds, f"{labelled.folder.name}: categories left out")
    return {count: unknown.measured(count) for count in shots}


def _follow_courses(
    library: Library, labelled: LabelledSet, shots: list[int], plan: Plan
) -> Generator[Progress, None, dict[int, Continual]]:
    if not plan.incremental:
        return {}
    found = {}
    for count in shots:
        courses = []
        for seed in range(plan.seeds):
            courses.append(incremental.course(library, labelled, count, plan.incremental, seed))
            yield Progress(seed + 1, plan.seeds, f"{labelled.folder.name}: categories in turn, {count} examples")
        found[count] = incremental.summed(courses)
    return found


def _row(labelled: LabelledSet, job: _Job, unknowns: dict[int, Unknowns], courses: dict[int, Continual]) -> Row:
    counts = np.array([np.bincount(labelled.right[each.shown], minlength=len(labelled.sizes)) for each in job.draws])
    methods = {name: tally.measured() for name, tally in job.tallies.items()}
    return Row(
        job.shots,
        Shown(int(counts.min()), float(counts.mean()), int(counts.max())),
        float(np.mean([each.asked.sum() for each in job.draws])),
        len(job.draws),
        methods,
        gap(methods),
        None if job.shots is None else unknowns.get(job.shots),
        None if job.shots is None else courses.get(job.shots),
    )


def _short(labelled: LabelledSet, most: int) -> dict[str, int]:
    able = draws.most_shown(labelled.sizes)
    return {each.name: int(n) for each, n in zip(labelled.categories, able, strict=True) if n < most}


def _notes(library: Library, labelled: LabelledSet, plan: Plan) -> Iterator[str]:
    if not library.spec.texts:
        yield f"{library.spec.title} knows no words: what is measured by words, and without examples, is left out."
    short = _short(labelled, max(plan.shots))
    if short:
        yield (
            f"{len(short)} of {len(labelled.categories)} categories have too few pictures to show "
            f"{max(plan.shots)} and ask two: they show as many as they can spare, {min(short.values())} at least."
        )
    if plan.leave_out and len(labelled.categories) < 4:
        yield f"With {len(labelled.categories)} categories, so few are left in that telling unknowns says little."
