"""`smbcrm purchase import` and its kin: `smbcrm import --as KIND`, with all of its options."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any

from smbcrm.commands import import_


def import_as(kind: str, help_text: str) -> Callable[..., None]:
    """Give the command that imports files as one kind of records."""

    @wraps(import_.command)
    def imported(*args: Any, **options: Any) -> None:
        import_.command(*args, **{**options, "as_kind": kind})

    signature = inspect.signature(import_.command, eval_str=True)
    kept = [one for name, one in signature.parameters.items() if name != "as_kind"]
    imported.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]
    imported.__annotations__ = {one.name: one.annotation for one in kept}
    imported.__doc__ = help_text
    return imported
