"""List every sentence and heading of the program that has no Persian yet.

Reads the source without running it: the template of every `say("...")` and `Say("...")`, the heading of every
`Column`, the name of every `View`. A template that is not written where it is used is followed to the constants
that carry its name, and through a function to those who call it. Prints `place: text` lines and ends with 1 when
there are any; what cannot be followed (a word that comes from the data) is named on stderr.

    python scripts/untranslated.py [FOLDER]
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Constants = dict[str, list[ast.expr]]
SOURCE = Path(__file__).parents[1] / "src" / "smbcrm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A text that people see, and where; `text` None when it cannot be read from the source."""

    place: str
    text: str | None


def collect(folder: Path) -> list[Found]:
    """Give every text that people see, in the order of the files."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(folder.rglob("*.py"))}
    shared: Constants = {}
    for tree in trees.values():
        for name, values in _constants(tree).items():
            if name.isupper() or "(" in name:
                shared.setdefault(name, []).extend(values)
    found: list[Found] = []
    for path, tree in trees.items():
        constants = {**shared, **_constants(tree)}
        for function, call in _calls(tree, None):
            found.extend(_in_call(call, constants, function=function, path=path.relative_to(folder)))
    return found


def missing(folder: Path, catalogue: Mapping[str, str]) -> list[str]:
    """Give a line for each text that the catalogue does not have; each text once."""
    lines: dict[str, str] = {}
    for one in collect(folder):
        if one.text and any(map(str.isalpha, _without_gaps(one.text))) and one.text not in catalogue:
            lines.setdefault(one.text, f"{one.place}: {one.text}")
    return list(lines.values())


def unread(folder: Path) -> list[str]:
    """Give the places whose sentence cannot be told from the source."""
    return [one.place for one in collect(folder) if one.text is None]


def _calls(
    node: ast.AST, function: ast.FunctionDef | None
) -> Iterator[tuple[ast.FunctionDef | None, ast.Call]]:
    """Give every call and the function that it stands in."""
    if isinstance(node, ast.Call):
        yield function, node
    inner = node if isinstance(node, ast.FunctionDef) else function
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, inner)


def _without_gaps(template: str) -> str:
    kept, depth = [], 0
    for sign in template:
        depth += (sign == "{") - (sign == "}")
        if depth == 0 and sign != "}":
            kept.append(sign)
    return "".join(kept)


def _constants(tree: ast.Module) -> Constants:
    """Give what is assigned, anywhere in the file, to each name; and under `f(0` what calls hand to f first."""
    values: Constants = {}
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
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for place, argument in enumerate(node.args):
                values.setdefault(f"{node.func.id}({place}", []).append(argument)
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


def _in_call(
    call: ast.Call, constants: Constants, *, function: ast.FunctionDef | None, path: Path
) -> Iterator[Found]:
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
        texts = list(_texts(node, _with_callers(constants, function), seen=frozenset()))
        yield from (Found(place=place, text=text) for text in texts)
        if not texts and not _is_passed_on(path, name, node=node):
            yield Found(place=place, text=None)


def _with_callers(constants: Constants, function: ast.FunctionDef | None) -> Constants:
    """Let the parameters of a function stand for what its callers hand to it."""
    if function is None:
        return constants
    handed = {
        argument.arg: constants[f"{function.name}({place}"]
        for place, argument in enumerate(function.args.args)
        if f"{function.name}({place}" in constants
    }
    return {**constants, **handed}


def _is_heading(call: ast.Call) -> bool:
    """Tell the column of a view, key first, from other things called a column."""
    return not (isinstance(call.args[0], ast.Constant) and not isinstance(call.args[0].value, str))


def _is_passed_on(path: Path, name: str, *, node: ast.expr) -> bool:
    """Tell the places where a sentence or heading from elsewhere is handed through; it is found where it is made."""
    by_template = isinstance(node, ast.Attribute) and node.attr == "template"
    return name != "say" or by_template or path.parts[0] == "output" or path.name == "say.py"


def _texts(node: ast.expr, constants: Constants, *, seen: frozenset[str]) -> Iterator[str]:
    """Give the texts that an expression can be."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body, constants, seen=seen)
        yield from _texts(node.orelse, constants, seen=seen)
    elif isinstance(node, ast.BoolOp):
        for one in node.values:
            yield from _texts(one, constants, seen=seen)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = (list(_texts(side, constants, seen=seen)) for side in (node.left, node.right))
        yield from (a + b for a in left for b in right)
    elif isinstance(node, ast.Subscript):
        yield from _texts(node.value, constants, seen=seen)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
        for one in (node.func.value, *node.args[1:]):
            yield from _texts(one, constants, seen=seen)
    elif isinstance(node, ast.Dict):
        for one in node.values:
            yield from _texts(one, constants, seen=seen)
    elif isinstance(node, (ast.Tuple, ast.List)):
        for one in node.elts:
            yield from _texts(one, constants, seen=seen)
    elif isinstance(node, ast.Name) and node.id not in seen:
        for one in constants.get(node.id, []):
            yield from _texts(one, constants, seen=seen | {node.id})


def main() -> int:
    """Print what is missing."""
    from smbcrm.output.persian.catalogue import PERSIAN

    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    lines = missing(folder, PERSIAN)
    for line in lines:
        print(line)
    for place in unread(folder):
        print(f"{place}: the sentence cannot be told from the source", file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
