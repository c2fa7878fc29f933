"""Keep the docs true: make docs/commands.md from the program's help, and run what README and guide show.

    python scripts/make_docs.py            write what changed
    python scripts/make_docs.py --check    only tell; exit code 1 when something is out of date

In README.md and docs/guide.md, every fenced block tagged `console` holds commands (`$ ...`) and their output. The commands of a
page are run one after another by a shell in a folder of their own that holds examples/customers.xlsx, on a fixed day.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import typer.main

from smbcrm.cli import build
from smbcrm.commands import GROUPS, NESTED, VERBS
from smbcrm.commands._help import shorten_helps

ROOT = Path(__file__).parents[1]
DAY = "2026-11-22"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEAD = """# Commands

Made from the program itself by `python scripts/make_docs.py`; do not edit.

Exit codes: 0 done (also when nothing is due), 1 failure, 2 usage, 3 input unreadable (or invalid rows under `--strict`), 4 not found or
ambiguous, 5 a person must decide and `--no-input` is on, 6 the list or the workbook is in use, 10 a `--fail-on` condition holds, 130 interrupted.

The result goes to stdout, everything said about it to stderr. The global options may stand before or after the verb.

"""


def help_of(words: list[str]) -> str:
    """Give the help of a command as it is printed 100 columns wide."""
    command: Any = typer.main.get_command(build(words))
    shorten_helps(command)
    context = command.make_context("smbcrm", [], resilient_parsing=True)
    path = "smbcrm"
    for word in words:
        command = command.get_command(context, word)
        path += f" {word}"
        context = command.make_context(path, [], resilient_parsing=True)
    context.terminal_width = context.max_content_width = 100
    return str(command.get_help(context))


def commands_page() -> str:
    """Give the page of all commands with their help."""
    parts = [HEAD, f"## smbcrm\n\n```text\n{help_of([])}\n```\n"]
    for verb in VERBS:
        names = [[verb, sub] for sub in sorted(GROUPS[verb][1])] if verb in GROUPS else [[verb]]
        for words in list(names):
            names += [[*words, sub] for sub in NESTED.get(" ".join(words), ())]
        parts += [f"\n## smbcrm {' '.join(words)}\n\n```text\n{help_of(words)}\n```\n" for words in names]
    return "".join(parts)


def run_page(text: str) -> str:
    """Give a page with the output of its console blocks as the program prints it now."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "examples").mkdir()
        shutil.copy(ROOT / "examples" / "customers.xlsx", home / "examples")
        (home / "bin").mkdir()
        program = home / "bin" / "smbcrm"
        program.write_text(
            f'#!/bin/sh\nexec "{sys.executable}" -m smbcrm --today {DAY} "$@"\n', encoding="utf-8"
        )
        program.chmod(0o755)
        return BLOCK.sub(lambda block: f"```console\n{_run_block(block[1], home)}```", text)


def _run_block(block: str, home: Path) -> str:
    environment = {**os.environ, "PATH": f"{home / 'bin'}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    environment.pop("SMBCRM_DATA", None)
    shown = []
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        done = subprocess.run(
            ["bash", "-c", line[2:]],
            cwd=home,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        # The day the page is made for is our doing: it does not belong among the words of the commands shown.
        output = done.stdout.decode("utf-8").replace(f"smbcrm --today {DAY} ", "smbcrm ")
        shown.append(line + "\n" + "".join(f"{text.rstrip()}\n" for text in output.splitlines()))
    return "".join(shown)


def main() -> int:
    """Bring the pages up to date, or tell which are not."""
    pages = {ROOT / "docs" / "commands.md": commands_page()}
    for name in ("README.md", "docs/guide.md"):
        path = ROOT / name
        pages[path] = run_page(path.read_text(encoding="utf-8"))
    stale = [
        path for path, text in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path in stale:
        print(f"{path.relative_to(ROOT)} is out of date")
        if "--check" not in sys.argv[1:]:
            path.write_text(pages[path], encoding="utf-8")
    if not stale:
        print(f"{len(pages)} pages are up to date")
    return int(bool(stale) and "--check" in sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
