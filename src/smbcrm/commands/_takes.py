"""Groups of options that several commands take: each declared once, handed over as one value."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import MISSING, fields
from functools import wraps
from typing import Any, get_type_hints


def takes(*groups: type[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of one or more groups; it gets each as one value, in the parameter of that type."""

    def with_options(command: Callable[..., None]) -> Callable[..., None]:
        parameters: list[inspect.Parameter] = []
        given: dict[str, tuple[type[Any], list[str]]] = {}
        for one in inspect.signature(command, eval_str=True).parameters.values():
            if one.annotation in groups:
                options = _options(one.annotation)
                given[one.name] = one.annotation, [option.name for option in options]
                parameters += options
            else:
                parameters.append(one.replace(kind=one.KEYWORD_ONLY))

        @wraps(command)
        def called(**typed: Any) -> None:
            for parameter, (group, names) in given.items():
                typed[parameter] = group(**{name: typed.pop(name) for name in names})
            command(**typed)

        called.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        called.__annotations__ = {one.name: one.annotation for one in parameters}
        return called

    return with_options


def _options(group: type[Any]) -> list[inspect.Parameter]:
    """Give the fields of a group as the parameters that Typer makes options of."""
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(
            one.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if one.default is MISSING else one.default,
            annotation=hints[one.name],
        )
        for one in fields(group)
    ]
