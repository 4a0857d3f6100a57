"""The protocol of a Label Studio ML backend: /health, /setup, /predict, for tasks with pictures of this library.

Sources: labelstud.io/guide/ml_create and the SDK's PredictionValue. Label Studio sends the token as the password of
basic authentication. Nothing is fetched from it: a picture that the library does not have gets an empty prediction.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Annotated, Any
from urllib.parse import parse_qs, unquote, urlsplit
from xml.parsers import expat

import numpy as np
from fastapi import APIRouter
from pydantic import BaseModel, Field

from nomina.answer import Predictions, predict
from nomina.domain import State
from nomina.errors import BadInput
from nomina.library import Library
from nomina.records import name_key
from nomina.serve.schemas import Told
from nomina.serve.service import Serving

MOST_TASKS = 1000
MOST_CONFIG = 1_000_000
LOCAL_FILES = "/data/local-files/"
OWN = re.compile(r"/v1/pictures/([1-9][0-9]{0,15})(?:/thumbnail)?")


class Task(BaseModel):
    """A task of Label Studio; what else it has is not looked at."""

    id: int | None = None
    data: dict[str, Any] = Field(default_factory=dict)


class PredictIn(BaseModel):
    """What Label Studio asks."""

    tasks: Annotated[list[Task], Field(max_length=MOST_TASKS)]
    label_config: Annotated[str, Field(max_length=MOST_CONFIG)]


class SetupIn(BaseModel):
    """What Label Studio tells when it is connected. Its access token is not looked at."""


class Choices(Told):
    """The chosen categories."""

    choices: list[str]


class Region(Told):
    """One result of a prediction."""

    id: str
    from_name: str
    to_name: str
    type: str = "choices"
    value: Choices
    score: float


class Prediction(Told):
    """The prediction of one task; an empty `result` where nothing is known or nothing stands out."""

    version: str = Field(serialization_alias="model_version")
    score: float
    result: list[Region]


class Predicted(Told):
    """A prediction for each task, in their order."""

    version: str = Field(serialization_alias="model_version")
    results: list[Prediction]


class SetUp(Told):
    """Names what predictions are made from: it changes with the encoder, the categories and a person's labels."""

    version: str = Field(serialization_alias="model_version")


class Up(Told):
    """Whether the service is there."""

    status: str = "UP"


@dataclass(slots=True)
class Control:
    """The part of a labelling interface that is answered: choices for one picture.

    Attributes:
        name, picture: what `from_name` and `to_name` are.
        value: the key in a task's data where the picture is.
        multiple: whether several may be chosen.
        choices: what is written for a category, by the key of its name.
    """

    name: str
    picture: str
    value: str = ""
    multiple: bool = False
    choices: dict[str, str] = field(default_factory=dict)


async def health() -> Up:
    """Whether the service is there."""
    return Up()


async def setup(service: Serving, _: SetupIn) -> SetUp:
    """Which version of predictions is to be had."""
    return SetUp(version=await service.library.run(version_of))


async def predict_tasks(service: Serving, asked: PredictIn) -> Predicted:
    """Choices for the pictures of tasks."""
    control = read_config(asked.label_config)
    return await service.library.run(lambda library: predictions(library, control, asked.tasks))


def version_of(library: Library) -> str:
    """The encoder's id and a digest of all that its answers depend on: Label Studio asks again when it is another."""
    store = library.store
    known = [(each.id, each.name, each.synonyms, each.description, each.words) for each in store.categories()]
    parts = (library.scores.reference.version, store.several(), known, store.labels())
    return f"{library.spec.id}+{hashlib.blake2b(repr(parts).encode(), digest_size=6).hexdigest()}"


# The labelling interface -----------------------------------------------------------------------------------------


def read_config(config: str) -> Control:
    """The first Choices of a labelling interface that belong to an Image.

    Raises:
        BadInput: it is no XML, has a document type, or has no such choices.
    """
    controls, pictures = _elements(config)
    for control in controls:
        if control.picture in pictures:
            control.value = pictures[control.picture]
            return control
    raise BadInput(
        "The labelling interface has no Choices for an Image.",
        'It needs <Image name="image" value="$image"/> and <Choices name="choice" toName="image">.',
    )


def _elements(config: str) -> tuple[list[Control], dict[str, str]]:
    """Choices in their order, and the key of each Image by its name."""
    controls: list[Control] = []
    pictures: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "Image":
            pictures[attributes.get("name", "")] = attributes.get("value", "").removeprefix("$")
        elif name == "Choices":
            multiple = attributes.get("choice") == "multiple"
            controls.append(Control(attributes.get("name", ""), attributes.get("toName", ""), multiple=multiple))
        elif name == "Choice" and controls:
            value = attributes.get("value", "")
            controls[-1].choices[name_key(value)] = attributes.get("alias") or value

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(config, True)
    except expat.ExpatError as error:
        raise BadInput(
            f"The labelling interface is no XML: {error}.", "Send the one of the labelling setup."
        ) from error
    return controls, pictures


def _refuse(*_: object) -> None:
    raise BadInput("The labelling interface has a document type.", "Send it without.")


# Predictions -----------------------------------------------------------------------------------------------------


def predictions(library: Library, control: Control, tasks: Sequence[Task]) -> Predicted:
    """Choices for each task."""
    version, believed = version_of(library), predict(library)
    found = find_pictures(library, [task.data for task in tasks], control.value)
    results = [_prediction(believed, control, image_id, version) for image_id in found]
    return Predicted(version=version, results=results)


def _prediction(believed: Predictions, control: Control, image_id: int | None, version: str) -> Prediction:
    given = {} if image_id is None else dict(_given(believed, control, int(np.searchsorted(believed.ids, image_id))))
    if not given:
        return Prediction(version=version, score=0.0, result=[])
    score = min(given.values())
    region = Region(
        id=f"nomina-{image_id}",
        from_name=control.name,
        to_name=control.picture,
        value=Choices(choices=list(given)),
        score=score,
    )
    return Prediction(version=version, score=score, result=[region])


def _given(believed: Predictions, control: Control, row: int) -> Iterator[tuple[str, float]]:
    """Choices with their probabilities: the best one, sure or not; of several, all that are likely.

    Nothing where nothing stands out, or where the interface does not have the category.
    """
    if believed.state(row) in (State.NONE, State.UNREAD):
        return
    columns = [int(believed.first[row])]
    if control.multiple and believed.several:
        columns = [column for column in range(len(believed.categories)) if believed.given(column)[row]] or columns
    yours = set(believed.accepted[believed.accepted[:, 0] == row, 1].tolist())
    for column in columns:
        choice = control.choices.get(name_key(believed.categories[column].name)) if column >= 0 else None
        if choice is not None:
            yield choice, 1.0 if column in yours else float(believed.beliefs[row, column])


# Which picture a task means ---------------------------------------------------------------------------------------


def find_pictures(library: Library, tasks: Sequence[Mapping[str, Any]], key: str) -> list[int | None]:
    """The image that each task's data means, None where the library does not have it. No file is opened.

    By `nomina_hash`, which our export writes; by `nomina_id`; by the picture's address at this service; by its path,
    or the end of it, where one picture alone has such a path.
    """
    ids = {hash: image_id for image_id, hash in library.store.image_keys()}
    known = set(ids.values())
    found: list[int | None] = []
    by_path: dict[int, tuple[str, ...]] = {}
    for at, data in enumerate(tasks):
        number = data.get("nomina_id", _own(data.get(key)))
        image_id = ids.get(str(data.get("nomina_hash", "")), number if number in known else None)
        found.append(image_id)
        parts = () if image_id is not None else _path_parts(data.get(key))
        if parts:
            by_path[at] = parts
    for at, image_id in _by_end(library, by_path):
        found[at] = image_id
    return found


def _own(value: object) -> int | None:
    match = OWN.fullmatch(urlsplit(value).path) if isinstance(value, str) and _is_address(value) else None
    return None if match is None else int(match[1])


def _is_address(value: str) -> bool:
    return value.startswith(("http://", "https://", "/v1/"))


def _path_parts(value: object) -> tuple[str, ...]:
    """The folders and the name of a path; () where the value is something else."""
    if not isinstance(value, str) or not value or value.startswith(("http://", "https://", "data:")):
        return ()
    if value.startswith(LOCAL_FILES):
        value = parse_qs(urlsplit(value).query).get("d", [""])[0]
    elif value.startswith("file://"):
        value = unquote(urlsplit(value).path)
    parts = PurePosixPath(value.replace("\\", "/")).parts
    return () if ".." in parts else tuple(part for part in parts if part != "/")


def _by_end(library: Library, wanted: Mapping[int, tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """(key, image id) of each path that ends one image's path and no other's."""
    if not wanted:
        return
    names = {parts[-1] for parts in wanted.values()}
    shelf = library.shelf
    by_name: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for image_id, path in zip(shelf.ids.tolist(), shelf.paths.tolist(), strict=True):
        parts = Path(path).parts if path.endswith(tuple(names)) else ()
        if parts and parts[-1] in names:
            by_name.setdefault(parts[-1], []).append((image_id, parts))
    for at, parts in wanted.items():
        matches = [image_id for image_id, own in by_name.get(parts[-1], []) if own[-len(parts) :] == parts]
        if len(matches) == 1:
            yield at, matches[0]


def routes() -> APIRouter:
    """All of them."""
    router = APIRouter()
    router.get("/health")(health)
    router.post("/setup")(setup)
    router.post("/predict")(predict_tasks)
    return router
