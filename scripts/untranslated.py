"""List every sentence and heading of the program that has no Persian yet.

Reads the source without running it: the template of every `say("...")` and `Say("...")`, the heading of every
`Column`, the name of every `View`. A template that is not written where it is used is followed to the constants
of the same file that carry its name; one that cannot be followed is reported too, because nobody could translate
it. Prints `place: text` lines and ends with 1 when there are any.

    python scripts/untranslated.py [FOLDER]
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "smbcrm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A text that people see, and where; `text` None when it cannot be read from the source."""

    place: str
    text: str | None


def collect(folder: Path) -> list[Found]:
    """Give every text that people see, in the order of the files."""
    found: list[Found] = []
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        constants = _constants(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                found.extend(_in_call(node, constants, path.relative_to(folder)))
    return found


def missing(folder: Path, catalogue: Mapping[str, str]) -> list[str]:
    """Give a line for each text that the catalogue does not have; each text once."""
    lines: dict[str, str] = {}
    for one in collect(folder):
        if one.text is None:
            lines[one.place] = f"{one.place}: the template cannot be read here"
        elif one.text and any(map(str.isalpha, _without_gaps(one.text))) and one.text not in catalogue:
            lines.setdefault(one.text, f"{one.place}: {one.text}")
    return list(lines.values())


def _without_gaps(template: str) -> str:
    kept, depth = [], 0
    for sign in template:
        depth += (sign == "{") - (sign == "}")
        if depth == 0 and sign != "}":
            kept.append(sign)
    return "".join(kept)


def _constants(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """Give what is assigned, anywhere in the file, to each name."""
    values: dict[str, list[ast.expr]] = {}
    functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                for name, value in _assigned(target, node.value):
                    values.setdefault(name, []).append(value)
        elif isinstance(node, ast.AnnAssign) and node.value is not None and isinstance(node.target, ast.Name):
            values.setdefault(node.target.id, []).append(node.value)
        elif isinstance(node, (ast.For, ast.comprehension)):
            for name, value in _looped(node.target, node.iter, functions):
                values.setdefault(name, []).append(value)
    return values


def _assigned(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, its in zip(target.elts, value.elts):
            yield from _assigned(one, its)


def _looped(
    target: ast.expr, over: ast.expr, functions: Mapping[str, ast.FunctionDef]
) -> Iterator[tuple[str, ast.expr]]:
    """Give what the names of a loop stand for, where it goes over constants, a dict or a generator of this file."""
    if isinstance(over, (ast.Tuple, ast.List)):
        for one in over.elts:
            yield from _assigned(target, one)
    elif isinstance(over, ast.Call) and isinstance(over.func, ast.Attribute) and over.func.attr == "items":
        yield from _assigned(target, ast.Tuple([over.func.value, over.func.value]))
    elif isinstance(over, ast.Call) and isinstance(over.func, ast.Name) and over.func.id in functions:
        for node in ast.walk(functions[over.func.id]):
            if isinstance(node, ast.Yield) and node.value is not None:
                yield from _assigned(target, node.value)


def _in_call(call: ast.Call, constants: Mapping[str, list[ast.expr]], path: Path) -> Iterator[Found]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    place = f"{path}:{call.lineno}"
    if name in ("say", "Say"):
        asked = call.args[:1]
    elif name == "Column" and any(keyword.arg == "heading" for keyword in call.keywords):
        asked = [keyword.value for keyword in call.keywords if keyword.arg == "heading"]
    elif name == "Column" and len(call.args) >= 2 and _is_heading(call):
        asked = call.args[1:2]
    elif name == "View":
        asked = [keyword.value for keyword in call.keywords if keyword.arg == "name"]
    else:
        return
    for node in asked:
        texts = list(_texts(node, constants, set()))
        yield from (Found(place=place, text=text) for text in texts)
        if not texts and not _is_passed_on(path, name, node):
            yield Found(place=place, text=None)


def _is_heading(call: ast.Call) -> bool:
    """Tell the column of a view, key first, from other things called a column."""
    return not (isinstance(call.args[0], ast.Constant) and not isinstance(call.args[0].value, str))


def _is_passed_on(path: Path, name: str, node: ast.expr) -> bool:
    """Tell the places where a sentence or heading from elsewhere is handed through; it is found where it is made."""
    by_template = isinstance(node, ast.Attribute) and node.attr == "template"
    return name != "say" or by_template or path.parts[0] == "output" or path.name == "say.py"


def _texts(node: ast.expr, constants: Mapping[str, list[ast.expr]], seen: set[str]) -> Iterator[str]:
    """Give the texts that an expression can be."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body, constants, seen)
        yield from _texts(node.orelse, constants, seen)
    elif isinstance(node, ast.BoolOp):
        for one in node.values:
            yield from _texts(one, constants, seen)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = (list(_texts(side, constants, seen)) for side in (node.left, node.right))
        yield from (a + b for a in left for b in right)
    elif isinstance(node, ast.Subscript):
        yield from _texts(node.value, constants, seen)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
        for one in (node.func.value, *node.args[1:]):
            yield from _texts(one, constants, seen)
    elif isinstance(node, ast.Dict):
        for one in node.values:
            yield from _texts(one, constants, seen)
    elif isinstance(node, (ast.Tuple, ast.List)):
        for one in node.elts:
            yield from _texts(one, constants, seen)
    elif isinstance(node, ast.Name) and node.id not in seen:
        for one in constants.get(node.id, []):
            yield from _texts(one, constants, seen | {node.id})


def main() -> int:
    """Print what is missing."""
    from smbcrm.output.words_fa import PERSIAN

    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    lines = missing(folder, PERSIAN)
    for line in lines:
        print(line)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
