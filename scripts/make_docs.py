"""Make docs/commands.md from the program's own help, or check that it is up to date.

python scripts/make_docs.py [--check]
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import typer.main

from smbcrm.cli import build
from smbcrm.commands import GROUPS, VERBS

TARGET = Path(__file__).parents[1] / "docs" / "commands.md"
HEAD = """# Commands

Made from the program itself by `python scripts/make_docs.py`; do not edit.

Exit codes: 0 done (also when nothing is due), 1 failure, 2 usage, 3 input unreadable (or invalid rows under `--strict`), 4 not found or
ambiguous, 5 a person must decide and `--no-input` is on, 6 the store is locked, 10 a `--fail-on` condition holds, 130 interrupted.

The result goes to stdout, everything said about it to stderr. The global options may stand before or after the verb.

"""


def help_of(words: list[str]) -> str:
    """Give the help of a command as it is printed 80 columns wide."""
    command = typer.main.get_command(build(words))
    context = command.make_context("smbcrm", [], resilient_parsing=True)
    path = "smbcrm"
    for word in words:
        command = command.get_command(context, word)  # type: ignore[attr-defined]
        path += f" {word}"
        context = command.make_context(path, [], resilient_parsing=True)
        context.info_name = path
        context.parent = None
    context.terminal_width = context.max_content_width = 100
    return command.get_help(context)


def page() -> str:
    """Give the whole page."""
    parts = [HEAD, f"## smbcrm\n\n```text\n{help_of([])}\n```\n"]
    for verb, file in VERBS.items():
        import_module(f"smbcrm.commands.{file}")
        names = [[verb, sub] for sub in sorted(GROUPS[verb][1])] if verb in GROUPS else [[verb]]
        parts += [f"\n## smbcrm {' '.join(words)}\n\n```text\n{help_of(words)}\n```\n" for words in names]
    return "".join(parts)


def main() -> int:
    """Write the page, or tell whether it is up to date."""
    text = page()
    if "--check" in sys.argv[1:]:
        if TARGET.read_text(encoding="utf-8") != text:
            print("docs/commands.md is out of date: run python scripts/make_docs.py")
            return 1
        print(f"docs/commands.md is up to date: {text.count('## smbcrm')} commands")
        return 0
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
