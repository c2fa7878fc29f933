"""One group of options that several commands take: declared once, handed over as one value."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import Any, get_type_hints

_GIVEN = "given"  # the parameter of a command that stands for the whole group


def takes(group: type[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of a group; it gets them as one value, `given`."""

    def with_options(command: Callable[..., None]) -> Callable[..., None]:
        names = [one.name for one in fields(group)]
        hints = get_type_hints(group, include_extras=True)
        parameters: list[inspect.Parameter] = []
        for one in inspect.signature(command, eval_str=True).parameters.values():
            if one.name == _GIVEN:
                parameters += [
                    inspect.Parameter(
                        option.name, one.KEYWORD_ONLY, default=option.default, annotation=hints[option.name]
                    )
                    for option in fields(group)
                ]
            else:
                parameters.append(one.replace(kind=one.KEYWORD_ONLY))

        @wraps(command)
        def called(**typed: Any) -> None:
            given = group(**{name: typed.pop(name) for name in names})
            command(given=given, **typed)

        called.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        called.__annotations__ = {one.name: one.annotation for one in parameters}
        return called

    return with_options
