"""The house rules: sizes, walls and words. What a machine can check, nobody has to remember (CONTRIBUTING.md)."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import nomina

ROOT = Path(__file__).parents[1]
CORE, WINDOW = ROOT / "core" / "nomina", ROOT / "desktop" / "nomina_desktop"
FILES = sorted([*CORE.rglob("*.py"), *WINDOW.rglob("*.py")])
TREES = {file: ast.parse(file.read_text(encoding="utf-8")) for file in FILES}
CORE_TREES = {file: tree for file, tree in TREES.items() if file.is_relative_to(CORE)}

FOLDERS = {"assets", "core", "desktop", "docs", "packaging", "tests"}
HEAVY = {"torch", "torchvision", "open_clip", "timm", "transformers", "safetensors", "huggingface_hub", "tokenizers"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def place(file: Path, node: ast.AST | None = None) -> str:
    return f"{file.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 1)}"


@cache
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    """All of a tree, walked once for all tests."""
    return tuple(ast.walk(tree))


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in nodes(tree) if isinstance(node, Function))


def imported(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Each import anywhere in a file, with the whole name."""
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node, node.module
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            yield from ((node, arg.value) for arg in node.args if isinstance(arg, ast.Constant))


# Sizes -----------------------------------------------------------------------------------------------------------


def test_a_file_has_at_most_400_lines() -> None:
    files = [*FILES, *(ROOT / "tests").rglob("*.py"), *(ROOT / "packaging").rglob("*.py")]
    assert [place(file) for file in files if len(file.read_text(encoding="utf-8").splitlines()) > 400] == []


def test_a_function_has_at_most_60_lines() -> None:
    long = [
        f"{place(file, each)} {each.name}"
        for file, tree in TREES.items()
        for each in functions(tree)
        if (each.end_lineno or 0) - each.lineno >= 60
    ]
    assert long == []


def test_the_top_holds_these_folders_and_no_others() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    folders = {path.split("/")[0] for path in listed.stdout.splitlines() if "/" in path}
    assert {folder for folder in folders if not folder.startswith(".")} <= FOLDERS


# State -----------------------------------------------------------------------------------------------------------

CHANGES = {"append", "add", "extend", "insert", "update", "setdefault", "pop", "popitem", "clear", "remove", "discard"}


def test_nothing_is_global() -> None:
    assert [place(file, node) for file, tree in TREES.items() for node in nodes(tree) if type(node) is ast.Global] == []


def test_no_module_holds_state() -> None:
    """A table at the top of a module is a constant: it is named like one, and nobody changes it.

    Lists, dicts and sets may stand there as tables (`_TURNS`); a name in lower case may not hold one. Of what else a
    module may hold, only locks and the register of migrations are no values.
    """
    wrong = []
    for file, tree in TREES.items():
        tables = {name: node for name, node in _assigned(tree) if _is_mutable(node)}
        wrong += [f"{place(file, node)} {name}" for name, node in tables.items() if not _is_constant(name)]
        wrong += [f"{place(file, node)} changes {name}" for node, name in _changed(tree) if name in tables]
    assert wrong == []


def _assigned(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                yield ast.unparse(target), node.value


def _is_constant(name: str) -> bool:
    return name == "__all__" or re.fullmatch(r"_?[A-Z][A-Z0-9_]*", name) is not None


def _is_mutable(value: ast.expr) -> bool:
    literal = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    called = ast.unparse(value.func).split(".")[-1] if isinstance(value, ast.Call) else ""
    return isinstance(value, literal) or called in {
        "list",
        "dict",
        "set",
        "defaultdict",
        "deque",
        "Counter",
        "bytearray",
    }


def _changed(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Names whose content is changed somewhere: by a method that changes, by an item, or by +=."""
    for node in nodes(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES:
            yield node, ast.unparse(node.func.value)
        elif isinstance(node, (ast.Assign, ast.AugAssign, ast.Delete)):
            targets = [node.target] if isinstance(node, ast.AugAssign) else node.targets
            yield from ((node, ast.unparse(t.value)) for t in targets if isinstance(t, ast.Subscript))


def test_no_default_argument_can_be_changed() -> None:
    wrong = [
        f"{place(file, each)} {each.name}"
        for file, tree in TREES.items()
        for each in functions(tree)
        for default in [*each.args.defaults, *each.args.kw_defaults]
        if default is not None and _is_mutable(default)
    ]
    assert wrong == []


# Words -----------------------------------------------------------------------------------------------------------


def test_all_that_is_public_in_the_core_is_documented() -> None:
    bare = []
    for file, tree in CORE_TREES.items():
        if not ast.get_docstring(tree):
            bare.append(place(file))
        for node in _public(tree):
            if not ast.get_docstring(node):
                bare.append(f"{place(file, node)} {node.name}")
    assert bare == []


def _public(tree: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node)


AVOID = {  # docs/glossary.md, “do not call it”, without words that have everyday uses of their own
    "annotate", "annotation", "backend", "centroid", "concept", "concepts", "location", "negative", "negatives",
    "photo", "photos", "positive", "positives", "project", "similarities", "similarity", "statistics",
    "vector", "vectors", "workspace",
}  # fmt: skip
ONLY_IN_ENCODERS = {"logit", "logits", "network", "features", "model", "models", "tag", "tags"}
SOFTMAX = {"confidence.py"}  # a softmax takes logits


def test_the_words_of_the_glossary_are_the_words_of_the_code() -> None:
    wrong = []
    for file, tree in CORE_TREES.items():
        avoid = AVOID if file.is_relative_to(CORE / "encoders") else AVOID | ONLY_IN_ENCODERS
        avoid = avoid - ONLY_IN_ENCODERS if file.name in SOFTMAX else avoid
        for node, name in _named(tree):
            words = {word.lower() for word in re.split(r"_|(?<=[a-z])(?=[A-Z])", name)}
            if avoid & {*words, name}:
                wrong.append(f"{place(file, node)} {name}")
    assert wrong == []


def _named(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """What the file itself names: functions, classes, arguments and variables."""
    for node in nodes(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node, node.name
        elif isinstance(node, ast.arg):
            yield node, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node, node.id


# Walls -----------------------------------------------------------------------------------------------------------


def test_imports_keep_to_the_layers(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The contracts are in pyproject.toml, [tool.importlinter]."""
    monkeypatch.chdir(ROOT)
    broken = lint_imports(no_cache=True)
    assert not broken, capsys.readouterr().out


def test_the_plan_names_every_room_and_the_layers_as_they_are() -> None:
    """docs/architecture.md is where a newcomer looks first."""
    plan = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = [path for top in (CORE, WINDOW) for path in top.iterdir() if not path.name.startswith("_")]
    names = [f"{path.name}/" if path.is_dir() else path.name for path in rooms]
    assert [name for name in names if not re.search(rf"(?<![\w.]){re.escape(name)}", plan)] == []
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(each["layers"] for each in contracts if each.get("containers") == ["nomina"])
    told = next(block for block in plan.split("```") if "\ncli | " in block).split("\n")[1:-1]
    assert [set(line.split(" | ")) for line in told] == [set(layer.split(" | ")) for layer in layers]


def test_the_reference_of_the_command_line_is_current() -> None:
    spec = importlib.util.spec_from_file_location("cli_reference", ROOT / "packaging" / "cli_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.FILE.read_text(encoding="utf-8") == module.reference(), "python packaging/cli_reference.py"


def test_nothing_that_is_read_can_run() -> None:
    """No pickle, and no code of a model's; only what our own processes say to each other is pickled."""
    wrong = []
    for file, tree in TREES.items():
        wrong += [
            place(file, node) for node, name in imported(tree) if name in {"pickle", "shelve", "marshal", "joblib"}
        ]
        for call in (node for node in nodes(tree) if isinstance(node, ast.Call)):
            said = {each.arg: ast.unparse(each.value) for each in call.keywords}
            name = ast.unparse(call.func)
            unsafe = name == "torch.load" and said.get("weights_only") != "True"
            unsafe |= name in {"eval", "exec", "np.load"} and said.get("allow_pickle") != "False"
            if unsafe or "trust_remote_code" in said or said.get("allow_pickle") == "True":
                wrong.append(f"{place(file, call)} {name}")
    assert wrong == []


def test_the_network_is_asked_where_weights_are_fetched_or_served_and_for_a_cluster() -> None:
    net = {"socket", "ssl", "urllib.request", "http.client", "requests", "httpx", "PySide6.QtNetwork"}
    wrong = [
        place(file, node)
        for file, tree in TREES.items()
        if file not in (CORE / "encoders" / "hub.py", CORE / "shards" / "cluster.py")
        and not file.is_relative_to(CORE / "serve")
        for node, name in imported(tree)
        if name in net or name.split(".")[0] == "huggingface_hub"
    ]
    assert wrong == []


def test_models_are_imported_in_encoders_only_and_faiss_in_index_only() -> None:
    wrong = []
    for file, tree in TREES.items():
        for node, name in imported(tree):
            top = name.split(".")[0]
            if (top in HEAVY and not file.is_relative_to(CORE / "encoders")) or (
                top == "faiss" and file != CORE / "index.py"
            ):
                wrong.append(f"{place(file, node)} {name}")
    assert wrong == []


def test_heavy_packages_are_imported_on_first_use() -> None:
    """Not at the top of a module: `nomina --help` and the window's start must not wait for them."""
    wrong = [
        f"{place(file, node)} {name}"
        for file, tree in TREES.items()
        for statement in tree.body
        if isinstance(statement, (ast.Import, ast.ImportFrom))
        for node, name in imported(statement)
        if name.split(".")[0] in HEAVY | {"faiss"}
    ]
    assert wrong == []


PLAIN = """
import sys, nomina, nomina.cli
for name in nomina.__all__:
    getattr(nomina, name)
heavy = {"torch", "open_clip", "timm", "transformers", "faiss", "PySide6", "pandas"} & set(sys.modules)
sys.exit(", ".join(sorted(heavy)) or 0)
"""


def test_the_core_and_its_command_line_start_without_them() -> None:
    done = subprocess.run([sys.executable, "-c", PLAIN], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""
    assert done.returncode == 0


SQL = re.compile(
    r"\b(select\b.+\bfrom|insert (or replace )?into|update \S+ set|delete from|create (temp )?(table|trigger|index))\b",
    re.IGNORECASE | re.DOTALL,
)
SQL_FILES = {
    "automatic.py",
    "pictured.py",
    "store.py",
    "schema.py",
    "history.py",
    "embeddings.py",
    "facts.py",
    "filmed.py",
    "soundness.py",
    "thumbnails.py",
}
PRAGMA_FILES = SQL_FILES | {"backups.py", "sqlite.py", "library.py"}  # how a file is opened, checked and backed up


def test_sql_is_written_in_few_places() -> None:
    wrong = []
    for file, tree in TREES.items():
        allowed = file.name if file.parent == CORE else ""
        for node, text in _texts(tree):
            if SQL.search(text) and allowed not in SQL_FILES:
                wrong.append(f"{place(file, node)} {text[:60]}")
            if re.match(r"\s*(pragma|vacuum|begin|commit)\b.", text) and allowed not in PRAGMA_FILES:
                wrong.append(f"{place(file, node)} {text[:60]}")
    assert wrong == []


def _texts(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Texts that are values: no docstrings."""
    for parent in nodes(tree):
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and not isinstance(parent, ast.Expr):
                yield node, node.value


def test_the_core_speaks_in_its_command_line_only() -> None:
    """It returns, yields or raises. print, exit and click are for nomina.cli."""
    wrong = []
    for file, tree in CORE_TREES.items():
        speaks = file.is_relative_to(CORE / "cli")
        for node in nodes(tree):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if called == "print" or (called in {"exit", "quit", "sys.exit", "os._exit", "input"} and not speaks):
                wrong.append(f"{place(file, node)} {called}")
        wrong += [f"{place(file, node)} click" for node, name in imported(tree) if name == "click" and not speaks]
    assert wrong == []


def test_each_name_of_the_public_door_is_there() -> None:
    assert len(set(nomina.__all__)) == len(nomina.__all__)
    for name in nomina.__all__:
        assert getattr(nomina, name) is not None
    with pytest.raises(AttributeError, match="has no attribute 'anything_else'"):
        _ = nomina.anything_else


def test_the_window_uses_names_of_the_public_door_only() -> None:
    wrong = []
    for file, tree in TREES.items():
        if not file.is_relative_to(WINDOW):
            continue
        for node in nodes(tree):
            names = [node.attr] if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "nomina" else []
            if isinstance(node, ast.ImportFrom) and node.module == "nomina":
                names = [alias.name for alias in node.names]
            wrong += [f"{place(file, node)} {name}" for name in names if name not in nomina.__all__]
    assert wrong == []


def test_no_module_is_missed_by_these_tests() -> None:
    assert len(CORE_TREES) > 40
    for file in CORE_TREES:
        name = ".".join(file.relative_to(CORE.parent).with_suffix("").parts).removesuffix(".__init__")
        if not name.endswith("__main__"):
            assert importlib.import_module(name).__file__ == os.fspath(file), "the installed nomina is another one"
