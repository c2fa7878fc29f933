"""The questions about who is who, asked one by one at a terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from smbcrm.commands._globals import Globals
from smbcrm.commands._keys import keys
from smbcrm.commands._options import Choice
from smbcrm.core.reviewing import DIFFERENT, SAME, read_answer
from smbcrm.errors import SmbcrmError
from smbcrm.output.options import Format

if TYPE_CHECKING:
    from smbcrm.usecases.review_questions import Asked
    from smbcrm.usecases.review_session import ReviewSession

# The keys, and what the same keys type on a Persian keyboard.
_KEYS = {
    "s": SAME, "y": SAME, "س": SAME, "d": DIFFERENT, "n": DIFFERENT, "ی": DIFFERENT, "ي": DIFFERENT,
    "l": "later", "م": "later", "u": "undo", "ع": "undo", "q": "quit", "ض": "quit", "?": "help", "h": "help", "؟": "help",
}  # fmt: skip
# Whoever types a whole word means its first letter.
_WORDS = frozenset(("same", "yes", "different", "no", "later", "undo", "quit", "help"))
FAILED, INTERRUPTED = 1, 130


def may_review(settings: Globals) -> bool:
    """Tell whether a person sits at both ends: one who is asked and answers."""
    return settings.may_ask and sys.stdout.isatty()


def emit_questions(settings: Globals, choice: Choice, *, fmt: Format | None, output: Path | None) -> None:
    """List the open questions with an empty column for the answer, and say how to answer."""
    from smbcrm.output.dealings.record_sets import QUESTIONS_TABLE
    from smbcrm.output.emit import emit
    from smbcrm.output.merging.review import questions_view
    from smbcrm.output.view import at_most, pick_columns
    from smbcrm.usecases.review_questions import open_questions, with_details

    store, options, selection = settings.reading(), settings.output(fmt, output), choice.selection()
    questions = open_questions(store, selection)[: selection.limit]
    asked = list(with_details(store, questions))
    view = questions_view(asked, chosen=bool(selection.where))
    shown = selection.columns or (QUESTIONS_TABLE if options.format is Format.TABLE else ())
    emit(at_most(pick_columns(view, shown) if shown else view, selection.limit), options)


def take_answers(
    settings: Globals, file: str, *, dry_run: bool, fmt: Format | None, output: Path | None
) -> int:
    """Take the answers of a filled-in list, all in one operation, and say what became of each; give the exit code.

    Where not one of those filled in could be taken, nothing was done that was asked for: that is a failure.
    """
    from smbcrm.output.emit import emit_action, emit_views
    from smbcrm.output.merging.review import answered_data, answered_views
    from smbcrm.readers.answers import read_answers, read_answers_file
    from smbcrm.usecases.answer_questions import answer_questions, answers_of

    rows = read_answers(sys.stdin.buffer.read()) if file == "-" else read_answers_file(Path(file))
    store, options = settings.writing(), settings.output(fmt, output)
    with store.operation("merge review", settings.words, at=settings.now, dry_run=dry_run):
        answered = answer_questions(store, answers_of(rows))
    folder = str(settings.folder)
    if options.format is Format.TABLE:
        emit_views(answered_views(answered, folder=folder, dry_run=dry_run), options)
    else:
        emit_action(answered_data(answered, folder=folder, dry_run=dry_run), [], options)
    refused = answered.count("refused")
    return FAILED if refused and refused + answered.count("open") == len(answered.outcomes) else 0


def review_at_terminal(settings: Globals, choice: Choice) -> int:
    """Ask until all is answered or the person leaves; give the exit code."""
    from smbcrm.output.merging.review import session_lines
    from smbcrm.usecases.review_session import ReviewSession

    session = ReviewSession(settings.writing(), now=lambda: settings.now, selection=choice.selection())
    code, told = 0, False
    try:
        with keys(_KEYS, _WORDS) as key:
            while (asked := session.current()) is not None:
                _show(settings, session, asked)
                if not _answer(settings, session, asked, key):
                    break
            # Said before the rest of a word is waited for: nobody waits for an answer that is known.
            _say(settings, "", *session_lines(session, folder=str(settings.folder)))
            told = True
    except EOFError:
        pass
    except KeyboardInterrupt:
        code = code if told else INTERRUPTED
    if not told:
        _say(settings, "", *session_lines(session, folder=str(settings.folder)))
    return code


def _show(settings: Globals, session: ReviewSession, asked: Asked) -> None:
    from smbcrm.output.merging.review_card import KEYS, card_lines, show

    options = settings.output()
    room = shutil.get_terminal_size((80, 24)).columns - 1
    lines = card_lines(asked, options, number=session.number, left=session.left, room=room)
    show([("", ""), *lines, ("", "")], sys.stdout, options)
    _say(settings, KEYS)


def _answer(settings: Globals, session: ReviewSession, asked: Asked, key: Callable[[], str]) -> bool:
    """Take one answer and say what it did; False when the person leaves."""
    from smbcrm.output.merging.review import said_lines
    from smbcrm.output.merging.review_card import HELP

    question = asked.question
    while True:
        typed = key().strip().casefold()
        meant = _KEYS.get(typed) or (read_answer(typed) if len(typed) > 1 else None)
        if meant in (SAME, DIFFERENT):
            decided = session.answer(question, str(meant))
            _say(settings, *said_lines(question, decided))
        elif meant == "later":
            session.put_off(question)
        elif meant == "undo":
            _back(settings, session)
        elif meant != "quit":
            _say(settings, *HELP)
            continue
        return meant != "quit"


def _back(settings: Globals, session: ReviewSession) -> None:
    from smbcrm.core.say import say
    from smbcrm.output.emit import show_error

    try:
        before = session.back()
    except SmbcrmError as error:
        show_error(error, settings.output())
        return
    _say(
        settings,
        say("Back to pair {pair}: it is open again.", pair=before.pair)
        if before
        else say("There is no answer to take back."),
    )


def _say(settings: Globals, *sentences: object) -> None:
    from smbcrm.core.say import Say
    from smbcrm.output.folding import for_screen
    from smbcrm.output.words import sentence_for

    for sentence in sentences:
        text = sentence_for(sentence, settings.output()) if isinstance(sentence, Say) else str(sentence)
        sys.stdout.write(for_screen(text, terminal=True) + "\n")
    sys.stdout.flush()
