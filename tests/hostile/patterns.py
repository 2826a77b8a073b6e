"""Every regular expression of the package, with the ways in which it is used.

Those compiled on import are noted as they are compiled, in a process of their own, wherever they
are kept; those written inside a function are read from the source.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import FrameType
from typing import Any

import onrecord

SOURCE = Path(onrecord.__file__).parent
METHODS = {"search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
MADE = "made from data"


@dataclass(frozen=True, slots=True)
class Expression:
    """One regular expression; bytes are told as Latin-1, and `pattern` is MADE where data make it.

    `name` is that of the statement or of the function that holds it.
    """

    module: str
    name: str
    pattern: str
    flags: int
    is_bytes: bool
    methods: tuple[str, ...]

    @property
    def place(self) -> str:
        """Return where it stands."""
        return f"{self.module}.{self.name}"


def expressions() -> list[Expression]:
    """Return every regular expression of the package."""
    command = [sys.executable, "-m", __name__]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = [Expression(**{**one, "methods": tuple(one["methods"])}) for one in json.loads(told)]
    return [*found, *(one for path in _files() for one in _in_functions(path))]


def _files() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def _module(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _in_functions(path: Path) -> Iterator[Expression]:
    """Yield what a module compiles when its functions are called."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    for function in [node for node in ast.walk(_tree(path)) if isinstance(node, functions)]:
        for call in ast.walk(function):
            match call:
                case ast.Call(ast.Attribute(ast.Name("re"), method), [written, *_] as given, named):
                    if method not in METHODS | {"compile"}:
                        continue
                    methods = ("search", "finditer") if method == "compile" else (method,)
                    flags = [*given, *(one.value for one in named)]
                    text = _text(written)
                    yield Expression(
                        _module(path), function.name, text, _flags(flags), False, methods
                    )


def _text(written: ast.expr) -> str:
    is_text = isinstance(written, ast.Constant) and isinstance(written.value, str)
    return str(ast.literal_eval(written)) if is_text else MADE


def _flags(given: list[ast.expr]) -> int:
    named = (one.attr for one in given if isinstance(one, ast.Attribute) and one.attr.isupper())
    return sum(int(getattr(re, one)) for one in named)


def _uses() -> Mapping[tuple[str, str], set[str]]:
    """Return by which methods the names of each module are asked; `search` where one is handed on.

    A name that another module imports is asked there too.
    """
    uses: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in _files():
        tree, module = _tree(path), _module(path)
        nodes = list(ast.walk(tree))
        home = {
            alias.asname or alias.name: (node.module.removeprefix("onrecord."), alias.name)
            for node in nodes
            if isinstance(node, ast.ImportFrom) and node.module
            for alias in node.names
        }
        asked = set()
        for node in nodes:
            match node:
                case ast.Attribute(ast.Name(name) as who, how) if how in METHODS:
                    asked.add(who)
                    uses[home.get(name, (module, name))].add(how)
        for node in nodes:
            match node:
                case ast.Name(name, ast.Load()) if node not in asked:
                    uses[home.get(name, (module, name))].add("search")
                case ast.Attribute(ast.Name(name), other) if name in home:
                    uses[(".".join(home[name]).removeprefix("onrecord."), other)].add("search")
    return uses


def _compiled_on_import() -> list[Expression]:
    """Return what importing all modules compiles; for a process that has imported none of them."""
    compiled: dict[tuple[str | bytes, int], tuple[str, str]] = {}
    real: Any = vars(re)["_compile"]

    def note(pattern: Any, flags: Any) -> Any:
        made = real(pattern, flags)
        if (place := _place(sys._getframe(1))) is not None:
            compiled.setdefault((made.pattern, made.flags), place)
        return made

    setattr(re, "_compile", note)  # noqa: B010  (a private name, which has no type)
    for module in walk_packages(onrecord.__path__, "onrecord."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    setattr(re, "_compile", real)  # noqa: B010
    uses = _uses()
    return [
        Expression(
            module,
            name,
            pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern,
            flags,
            isinstance(pattern, bytes),
            tuple(sorted(uses[module, name])) or ("search",),
        )
        for (pattern, flags), (module, name) in compiled.items()
    ]


def _place(frame: FrameType | None) -> tuple[str, str] | None:
    """Return the module of ours that is being imported, and the name the statement gives."""
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if frame.f_code.co_name == "<module>":
            name = _named(path, frame.f_lineno) if path.is_relative_to(SOURCE) else None
            return None if name is None else (_module(path), name)
        frame = frame.f_back
    return None


def _named(path: Path, line: int) -> str | None:
    """Return what a line of a module gives a value to; none where it imports another's module."""
    for statement in _tree(path).body:
        if statement.lineno <= line <= (statement.end_lineno or line):
            match statement:
                case ast.Assign([ast.Name(name)]) | ast.AnnAssign(ast.Name(name)):
                    return name
                case ast.Import() | ast.ImportFrom():
                    return None
    return f"line {line}"


if __name__ == "__main__":
    print(json.dumps([asdict(one) for one in _compiled_on_import()]))
