"""The shortest chain of links from one thing to another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping


def shortest_chain(links: Mapping[int, Iterable[int]], start: int, end: int) -> list[int]:
    """Give everything on the shortest way, both ends included, the smaller numbers first among equals; empty where there is none.

    >>> shortest_chain({1: [2, 3], 2: [4], 3: [4], 4: []}, 1, 4)
    [1, 2, 4]
    """
    before = {start: start}
    waiting = deque([start])
    while waiting and end not in before:
        here = waiting.popleft()
        for there in sorted(links.get(here, ())):
            if there not in before:
                before[there] = here
                waiting.append(there)
    if end not in before:
        return []
    way = [end]
    while way[-1] != start:
        way.append(before[way[-1]])
    return way[::-1]
