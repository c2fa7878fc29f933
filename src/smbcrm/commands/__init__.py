"""One verb per file: declare, read, call, emit.

`VERBS` is the map: the word that is typed and the file it lives in.
"""

VERBS = {
    "run": "run",
    "init": "init",
    "import": "import_",
    "sources": "sources",
    "mapping": "mapping",
    "merge": "merge",
    "list": "list_",
    "show": "show",
    "find": "find",
    "add": "add",
    "set": "set_",
    "remove": "remove",
    "forget": "forget",
    "score": "score",
    "tier": "tier",
    "gaps": "gaps",
    "matrix": "matrix",
    "at-risk": "at_risk",
    "lifecycle": "lifecycle",
    "report": "report",
    "plan": "plan",
    "recipe": "recipe",
    "budget": "budget",
    "task": "task",
    "due": "due",
    "today": "due",
    "done": "done",
    "skip": "skip",
    "snooze": "snooze",
    "log": "log",
    "touch": "touch",
    "rate": "rate",
    "history": "history",
    "purchase": "purchase",
    "invoice": "invoice",
    "payment": "payment",
    "status": "status",
    "check": "check",
    "export": "export",
    "sync": "sync",
    "undo": "undo",
    "backup": "backup",
    "restore": "restore",
    "redo": "redo",
    "config": "config",
}

# Verbs with verbs of their own: the one that is meant when none is typed, and all of them.
GROUPS = {
    "sources": ("list", frozenset({"list", "rows"})),
    "mapping": ("list", frozenset({"list", "show", "set", "forget", "export", "import"})),
    "merge": ("run", frozenset({"run", "list", "review", "same", "different", "explain", "split"})),
    "score": ("run", frozenset({"run", "set", "explain", "weights", "disagree", "learn"})),
    "log": ("add", frozenset({"add", "list"})),
    "touch": ("add", frozenset({"add", "list", "remove"})),
    "rate": ("add", frozenset({"add", "list", "remove"})),
    "purchase": ("list", frozenset({"add", "list", "remove", "import"})),
    "invoice": ("list", frozenset({"add", "list", "remove"})),
    "payment": ("list", frozenset({"add", "list", "remove", "import"})),
    "tier": ("run", frozenset({"run", "moves", "pin", "history"})),
    "config": ("list", frozenset({"list", "get", "set", "path"})),
    "report": ("top", frozenset({"top", "payers", "retention", "network", "silent", "tiers"})),
    "plan": ("show", frozenset({"build", "show", "rebalance", "report", "export"})),
    "task": ("list", frozenset({"list", "add", "done"})),
    "recipe": ("list", frozenset({"list", "add", "set", "remove", "except", "export", "import"})),
    "budget": ("show", frozenset({"show", "set"})),
    "backup": ("run", frozenset({"run", "list"})),
}

# Those whose own verb starts with a customer: `smbcrm log C17 call` is `smbcrm log add C17 call`. Without anything they list.
START_WITH_WHO = frozenset({"log", "touch", "rate"})
# The verbs of a sub-command that has some of its own.
NESTED = {"score weights": ("compare", "preset", "set", "show")}
