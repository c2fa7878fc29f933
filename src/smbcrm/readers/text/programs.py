"""Text that is no list though tables can be seen in it: programs, what programs write down, templates of pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smbcrm.core.say import Say, say
from smbcrm.core.sheets.looks.word_sets import word_set

# Nobody keeps a list under these endings; who does says so with `--as`.
_ENDINGS = word_set(
    """py pyw ipynb js mjs cjs jsx ts tsx vue svelte c h cc cpp cxx hpp cs java kt kts scala go rs rb php pl pm lua r jl swift m mm dart
    sh bash zsh fish bat cmd ps1 sql css scss sass less md markdown rst tex log ini cfg conf toml yaml yml lock po pot diff patch
    jinja j2 tmpl tpl twig erb ejs hbs makefile dockerfile gitignore env"""
)
_STATEMENT = re.compile(
    r"""\s*(?:
        (?:from\s+[\w.]+\s+)?import\s+[\w.*{}, ]+(?:\s+as\s+\w+|\s+from\s+['"].*)?;?\s*$
      | (?:async\s+)?(?:def|class|struct|interface|enum|impl|trait|module|namespace|package|fn|func|function)\s+[\w.:<>]+.*[:{;(,]?\s*$
      | (?:export\s+)?(?:const|let|var|static|public|private|protected|final)\s+[\w<>\[\], ]+(?:=|;|\().*
      | (?:return|raise|throw|yield|await|delete|new|break|continue|pass)\b.*[;)\]}'"\w]\s*$
      | \}?\s*(?:if|for|while|switch|elif|else\s*if|catch|foreach|unless)\s*[(\[].*
      | (?:if|for|while|elif|with|try|except|finally|else)\b.*:\s*(?:\#.*)?$
      | \#\s*(?:include|define|ifdef|ifndef|endif|pragma)\b.* | \#!/.* | @\w+(?:\(.*)?$ | // .* | /\*.* | \*/ | \*\s.* | <!--.*
      | (?:INSERT\s+INTO|CREATE\s+TABLE|SELECT\s.+\sFROM|UPDATE\s.+\sSET|DROP\s+TABLE|ALTER\s+TABLE)\b.*
      | (?:fi|done|esac|end|then|do)\s*;?\s*$ | (?:echo|export|set|sudo|cd|source)\s+\S.* | [\w.\[\]'"$]+\s*(?:[+*/-]?=|\+\+|=>|:=)\s*\S.*[;{(\[)\]]\s*$
      | [\w.$]+\(.*\)\s*;?\s*$
    )""",
    re.VERBOSE,
)
_BRACES = re.compile(r"\s*[{}()\[\]]+[;,]?\s*(?:\w+\s*[;({]?)?$|.*[{};]\s*$|.*\)\s*\{?$")
_LOGGED = re.compile(
    r"""\[?(?:\d{4}[-/]\d\d[-/]\d\d[T\ ]\d\d:\d\d:\d\d[.,\d]*(?:Z|[+-]\d\d:?\d\d)?\]?\s+[\[(<|-]*\s*
            (?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL|SEVERE)\b
        | \S+\ \S+\ \S+\ \[[^\]]+\]\ "
        | [A-Z][a-z]{2}\ +\d{1,2}\ \d\d:\d\d:\d\d\ \S+\ [^\s,;]+:\ )""",
    re.VERBOSE,
)
_HOLE = re.compile(r"\s*(?:\{\{.*\}\}|\{%.*%\}|<%.*%>|<\?(?:php|=).*|\$\{[\w.]+\}|\{[\w.]+\})\s*", re.DOTALL)
_LOOKED_AT = 400  # lines
_FEWEST = 5  # lines that can show it
_STATEMENTS, _LIKE_CODE, _MOSTLY = 0.3, 0.6, 0.8


def what_it_is(text: str, name: str) -> Say | None:
    """Say what a text is where it is no list: told by the ending of its name, or by what its lines look like.

    >>> what_it_is("import os\\ndef f(x):\\n    return x\\nfor y in z:\\n    f(y)\\n", "a.txt").template
    'it is the text of a program, not a list'
    >>> what_it_is("Name;City;\\nSara;Qom;\\nReza;Yazd;\\nMina;Qom;\\nOmid;Yazd;\\n", "a.txt") is None
    True
    """
    ending = name.rpartition(".")[2].lower()
    if ending in _ENDINGS:
        return say("files named .{ending} belong to programs and are no lists", ending=ending)
    lines = [line for line in text[: _LOOKED_AT * 200].splitlines() if line.strip()][:_LOOKED_AT]
    if len(lines) < _FEWEST:
        return None
    if sum(bool(_LOGGED.match(line)) for line in lines) >= _MOSTLY * len(lines):
        return say("it is what a program wrote down about its work, not a list")
    statements = sum(bool(_STATEMENT.match(line)) for line in lines)
    like_code = sum(bool(_STATEMENT.match(line) or _BRACES.match(line)) for line in lines)
    if statements >= _STATEMENTS * len(lines) and like_code >= _LIKE_CODE * len(lines):
        return say("it is the text of a program, not a list")
    return None


def is_template(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether most cells below the headings are holes that a program fills: `{{ customer.name }}`."""
    cells = [cell for row in rows[1:_LOOKED_AT] for cell in row if cell.strip()]
    return bool(cells) and sum(bool(_HOLE.fullmatch(cell)) for cell in cells) * 2 > len(cells)
