"""The sentences that the core says to a person, found in its sources: errors, names of steps, notes of progress, and
what its tables call formats, their options and settings.

The core speaks English. Where the window speaks another language it looks a sentence up among these, with its values
taken out (nomina_desktop/words.py); packaging/words.py keeps the list.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path

CORE = Path(__file__).parents[1] / "core" / "nomina"
ERRORS = {
    node.name
    for node in ast.walk(ast.parse((CORE / "errors.py").read_text(encoding="utf-8")))
    if isinstance(node, ast.ClassDef)
}
SAID = {
    "Trouble": (1, 2),
    "_grows_back": (2,),
    "step": (0,),
    "Progress": (2,),
    "Skipped": (1,),
    "Note": (0,),
    "Spoilt": (1,),
    "Listed": (3,),
    "_read": (2,),
    "leave_out": (1,),
}
"""Which arguments of a call a person gets to read, by the call's last name."""
UNHEARD = {"cli", "evaluate", "serve", "shards"}
"""Folders whose sentences no window shows."""
CLAUSES = {
    "_absent",
    "_against",
    "_begun_anew_in_words",
    "_breaks_off",
    "_callable",
    "_explained",
    "_nearest",
    "_no_row",
    "_not_a_picture",
    "_put",
    "_put_back",
    "_reason",
    "_take_over",
    "_refused",
    "_too_large",
    "_why_not_open",
    "why_not",
}
"""Functions that return a clause of a sentence; the window looks up the values of sentences, too."""
TABLES = {"Option": (2, 4), "Setting": (1, 4, 5)}
"""Which arguments of a table's row a person gets to read."""
VALUE = object()


def sentences() -> list[str]:
    """Every sentence once, sorted, with {0}, {1}, … where values stand."""
    found = set()
    for file in sorted(CORE.rglob("*.py")):
        if file.relative_to(CORE).parts[0] in UNHEARD:
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        found |= set(_in_tables(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name in CLAUSES:
                found |= set(_returned(node))
        for function, call in _calls(tree):
            for argument in _said_by(call):
                found |= {_numbered(parts) for parts in _forms(argument, function)}
    return sorted(text for text in found if sum(letter.isalpha() for letter in text) > 3)


def _calls(tree: ast.Module) -> Iterator[tuple[ast.AST, ast.Call]]:
    """Every call, with the function it stands in."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for function in functions:
        yield from ((function, node) for node in ast.walk(function) if isinstance(node, ast.Call))


def _in_tables(tree: ast.Module) -> Iterator[str]:
    """What a table of rows says: options and settings with their choices, and the titles of formats."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            titles = [part.value for part in node.body if isinstance(part, ast.Assign) and _named(part, "title")]
            yield from _texts(titles)
        if isinstance(node, ast.Assign) and _named(node, "WAYS_IN_WORDS"):  # of choices that several options share
            yield from _texts([node.value])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TABLES:
            yield from _texts(node.args[place] for place in TABLES[node.func.id] if place < len(node.args))
            if node.func.id == "Option":  # the window makes a title of its name
                yield from (text.replace("_", " ").capitalize() for text in _texts(node.args[:1]))


def _texts(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        for part in ast.walk(node):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
                yield part.value


def _named(node: ast.Assign, name: str) -> bool:
    return any(isinstance(to, ast.Name) and to.id == name for to in node.targets)


def _returned(function: ast.FunctionDef) -> Iterator[str]:
    """What a function answers, but for what it makes of others' words alone."""
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value is not None:
            yield from map(_numbered, _forms(node.value, function))


def _said_by(call: ast.Call) -> Iterator[ast.expr]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    places = (0, 1) if name in ERRORS else SAID.get(name, ())
    yield from (call.args[place] for place in places if place < len(call.args))
    yield from (each.value for each in call.keywords if each.arg in ("hint", "note"))


def _forms(node: ast.expr, function: ast.AST, depth: int = 0) -> Iterator[tuple[object, ...]]:
    """What an expression may say: texts and VALUEs in a row."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield (node.value,)
    elif isinstance(node, ast.JoinedStr):
        parts = [tuple(_forms(part, function, depth)) for part in node.values]
        yield from (tuple(itertools.chain(*row)) for row in itertools.islice(itertools.product(*parts), 12))
    elif isinstance(node, ast.FormattedValue):
        spelled = isinstance(node.value, ast.IfExp | ast.Name | ast.Call)
        yield from tuple(_forms(node.value, function, depth)) if spelled else ((VALUE,),)
    elif isinstance(node, ast.IfExp):
        yield from itertools.chain(_forms(node.body, function, depth), _forms(node.orelse, function, depth))
    elif isinstance(node, ast.Name) and depth < 2 and (given := _assigned(node.id, function)):
        for value in given:
            yield from _forms(value, function, depth + 1)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        right = tuple(_forms(node.right, function, depth))
        yield from (left + end for left in _forms(node.left, function, depth) for end in right)
    elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "pictures_in_words":
        yield from (("one picture",), (VALUE, " pictures"))
    else:
        yield (VALUE,)


def _assigned(name: str, function: ast.AST) -> list[ast.expr]:
    """What a name may stand for; with what is added to it later."""
    given = [node.value for node in ast.walk(function) if isinstance(node, ast.Assign) and _named(node, name)]
    added = [
        ast.BinOp(value, node.op, node.value)
        for node in ast.walk(function)
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id == name
        for value in given
    ]
    return given + added


def _numbered(parts: tuple[object, ...]) -> str:
    numbers = itertools.count()
    told = [part for place, part in enumerate(parts) if part is not VALUE or parts[place - 1 : place] != (VALUE,)]
    return "".join(f"{{{next(numbers)}}}" if part is VALUE else str(part) for part in told)
