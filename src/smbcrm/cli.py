"""The command line: finds the verb, loads only its file, and turns every end into an exit code.

Loading a verb's file and nothing else is what keeps `smbcrm show` as quick as an empty program: see tests/test_start_up.py.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from smbcrm.commands import GROUPS, START_WITH_WHO, VERBS
from smbcrm.commands._globals import Globals, hoist, language_of
from smbcrm.errors import SmbcrmError

if TYPE_CHECKING:
    import typer


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; nothing but Ctrl-C and broken pipes passes through here unexplained."""
    settings = Globals()
    words: list[str] = []
    typed = list(sys.argv[1:] if argv is None else argv)
    try:
        _open_streams()
        words, settings = hoist(typed)
        return _run(with_default_verb(words), settings)
    except SmbcrmError as error:
        if not settings.words:  # what all commands know means nothing: that is said in the language hinted at
            settings = Globals(lang=language_of(typed))
        return _tell(_with_command(error, words), settings)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return _pipe_closed()
    except Exception as problem:
        if isinstance(problem, OSError) and not problem.filename:
            _let_go_of_stdout()
        _trace(problem, settings)
        return _tell(_unexpected(problem, settings), settings)
    finally:
        settings.close()


def _open_streams() -> None:
    from smbcrm.output.streams import prepare_streams

    if sys.stdin is None:  # closed by the caller, as some schedulers do: there is nobody to answer
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - for the life of the process
    if sys.stdout is None or sys.stderr is None:  # there is nobody to tell
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for the life of the process
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    prepare_streams()


def _run(words: list[str], settings: Globals) -> int:
    import typer.main

    from smbcrm.commands._reach import keep_in_reach

    command = typer.main.get_command(build(words))
    keep_in_reach(command)
    if not words or not {"-h", "--help"}.isdisjoint(words):
        from smbcrm.commands._help import shorten_helps

        shorten_helps(command)
        if settings.lang == "fa":
            from smbcrm.commands._persian_page import speak_persian

            speak_persian(command)
    try:
        code = command.main(words or ["--help"], prog_name="smbcrm", standalone_mode=False, obj=settings)
    except typer.TyperException as problem:
        from smbcrm.commands._misuse import misuse

        raise misuse(problem) from problem
    except typer.Abort as problem:
        raise KeyboardInterrupt from problem
    return code if isinstance(code, int) else 0


def build(words: Sequence[str]) -> typer.Typer:
    """Make the program with the one verb that was typed, or with all of them (for help and for a misspelt verb)."""
    import typer

    from smbcrm.commands._globals import describe

    app = typer.Typer(
        name="smbcrm",
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(describe)
    verb = words[0] if words else ""
    for name in [verb] if verb in VERBS else VERBS:
        module = import_module(f"smbcrm.commands.{VERBS[name]}")
        if name in GROUPS:
            app.add_typer(module.app, name=name)
        else:
            app.command(name)(module.command)
    return app


def with_default_verb(words: list[str]) -> list[str]:
    """Let `smbcrm merge` mean `smbcrm merge run`, and so on for every group; `smbcrm help list` asks for the help of `list`."""
    if words[:1] == ["help"]:
        return [*words[1:], "--help"]
    if not words or words[0] not in GROUPS:
        return words
    default, subcommands = GROUPS[words[0]]
    second = words[1] if len(words) > 1 else ""
    if second in subcommands or second in {"-h", "--help"}:
        return words
    if words[0] in START_WITH_WHO:
        return [words[0], default if second else "list", *words[1:]]
    if second and not second.startswith("-"):
        return words  # a misspelt sub-command: let it be named
    return [words[0], default, *words[1:]]


def _unexpected(problem: Exception, settings: Globals) -> SmbcrmError:
    from smbcrm.core.say import say

    sqlite = sys.modules.get("sqlite3")
    if sqlite is not None and isinstance(problem, sqlite.Error):
        from smbcrm.store.trouble import explain

        return explain(problem, settings.folder / "crm.db")
    if isinstance(problem, OSError):
        if problem.errno == errno.EROFS:
            from smbcrm.store.trouble import unwritable

            return unwritable(settings.folder / "crm.db")
        reason = problem.strerror or type(problem).__name__
        return SmbcrmError(
            say("{file}: {reason}", file=str(problem.filename), reason=reason)
            if problem.filename
            else say("the answer cannot be written: {reason}", reason=reason),
            say(
                "check that there is room and that you may write there; `smbcrm undo --list` shows what was done before it failed"
            ),
        )
    return SmbcrmError(
        say(
            "something unexpected happened inside smbcrm ({kind})",
            kind=type(problem).__name__,
        ),
        say("run the command again with --debug and report what it prints"),
    )


def _with_command(error: SmbcrmError, words: Sequence[str]) -> SmbcrmError:
    """Give the error with the whole command that may be typed in place of this one, where it is known."""
    if error.instead is None:
        return error
    wrong, right = error.instead
    places = [at for at, word in enumerate(words) if word == wrong] or [
        at for at, word in enumerate(words) if wrong in word
    ]
    if places:
        from smbcrm.core.command_line import command_line
        from smbcrm.core.say import say

        line = list(words)
        line[places[-1]] = line[places[-1]].replace(wrong, right, 1)
        error.hint = say("{hint}: `{command}`", hint=error.hint, command=command_line(*line))
    return error


def _tell(error: SmbcrmError, settings: Globals) -> int:
    if error.__cause__ is not None:
        _trace(error.__cause__, settings)
    from smbcrm.output.emit import show_error

    for one in (error, *error.others):
        show_error(one, settings.output())
    return error.exit_code


def _trace(problem: BaseException, settings: Globals) -> None:
    """With --debug, say where an error came from; what it says may be a cell of the owner's list, and is left out."""
    if settings.debug:
        from smbcrm.output.traces import trace_lines

        sys.stderr.writelines(f"{line}\n" for line in trace_lines(problem))


def _pipe_closed() -> int:
    # The reader went away (`| head`): no fault, and nothing more to say to it.
    _let_go_of_stdout()
    return 0


def _let_go_of_stdout() -> None:
    """Let what stdout still holds go nowhere: Python would write it when the program ends, and fail once more."""
    with suppress(OSError, ValueError):  # a stream that is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
