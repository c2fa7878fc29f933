"""Let the power fail at any moment: what was written but not flushed may be there, torn, or not at all.

A command is run once, and every system call by which it changes a file of the data folder is recorded (by strace). Up to any of these calls the
folder is then built again as a disk may be found after a power cut: all that was flushed is there; of what was not, some blocks of 512 bytes
are and some are not; files made, renamed and taken away since their folder was flushed are so up to any point, in their order. A command that has
ended must then have landed, whatever became of the rest.

What is not proved by it: that the disk really has what it says was flushed.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.reliability.doors import TODAY
from tests.reliability.kills import ROOT, Told, _copy, _judge, prepared
from tests.reliability.shop import Shop

BLOCK = 512
_CALLS = "openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,link,linkat,lseek"
_LINE = re.compile(r"\d+ +(\w+)\((.*)\) += (-?\d+)")
_HEX = re.compile(r"(?:\\x[0-9a-f]{2})+")
_TEXT = re.compile(r'"([^"]*)"')
_PLACE = re.compile(r"^(\d+)<([^>]*)>")


@dataclass(frozen=True, slots=True)
class Call:
    """One system call: its name, its paths, the bytes written, and where."""

    name: str
    path: str
    other: str = ""
    data: bytes = b""
    offset: int = 0


@dataclass(eq=False, slots=True)
class _File:
    """One file: what is on the disk for certain, and what was done to it since."""

    flushed: bytes = b""
    waiting: list[Call] = field(default_factory=list)

    def flush(self) -> None:
        self.flushed = self.found(None)
        self.waiting.clear()

    def found(self, chance: random.Random | None) -> bytes:
        """Give what is found of it; without chance, all."""
        content = bytearray(self.flushed)
        for call in self.waiting:
            if chance is not None and chance.random() < 0.3:
                continue
            if call.name == "ftruncate":
                _lengthen(content, call.offset)
                del content[call.offset :]
                continue
            for start in range(0, len(call.data), BLOCK):
                if chance is None or chance.random() < 0.8:
                    piece = call.data[start : start + BLOCK]
                    _lengthen(content, call.offset + start)
                    content[call.offset + start : call.offset + start + len(piece)] = piece
        return bytes(content)


def _lengthen(content: bytearray, size: int) -> None:
    content.extend(bytes(max(size - len(content), 0)))


class Disk:
    """The files of a folder, as a disk holds them."""

    def __init__(self, folder: Path) -> None:
        self.now = {
            str(path.relative_to(folder)): _File(path.read_bytes())
            for path in folder.rglob("*")
            if path.is_file()
        }
        self.certain = dict(self.now)
        self.waiting: list[dict[str, _File]] = []

    def do(self, call: Call) -> None:
        """Do one call."""
        if call.name in ("write", "pwrite64", "ftruncate"):
            self.now[call.path].waiting.append(call)
        elif call.name in ("fsync", "fdatasync"):
            if call.path in self.now:
                self.now[call.path].flush()
            else:
                self._flush_names(Path(call.path))
        else:
            if call.name == "unlink":
                self.now.pop(call.path, None)
            elif call.name == "rename":
                self.now[call.other] = self.now.pop(call.path)
            elif call.name == "link":
                self.now[call.other] = self.now[call.path]
            elif call.path not in self.now:
                self.now[call.path] = _File()
            self.waiting.append(dict(self.now))

    def _flush_names(self, folder: Path) -> None:
        """Let the names in a folder be certain, whatever is found of those in others."""
        here = {name: file for name, file in self.now.items() if Path(name).parent == folder}
        states = [
            {name: file for name, file in names.items() if Path(name).parent != folder} | here
            for names in (self.certain, *self.waiting)
        ]
        self.certain, self.waiting = states[0], states[1:]

    def found(self, folder: Path, chance: random.Random) -> None:
        """Write what is found after the power was cut."""
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "backups").mkdir(parents=True, mode=0o700)
        states = [self.certain, *self.waiting]
        names = states[chance.choice((0, len(states) - 1, chance.randrange(len(states))))]
        found = {id(file): file.found(chance) for file in {id(one): one for one in names.values()}.values()}
        for name, file in names.items():
            (folder / name).write_bytes(found[id(file)])


def recorded(shop: Shop, words: list[str]) -> list[Call]:
    """Run a command and give the calls by which it changed files of the data folder."""
    log = shop.folder / "calls"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-xx", "-y", "-s", "100000000", "-e", f"trace={_CALLS}", "-e", "signal=none", "-o", str(log),
         sys.executable, "-m", "smbcrm", "--data", str(shop.data), "--today", TODAY, "--no-input", *words],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, (words, done.stderr)
    return list(_read(log, shop.data.resolve()))


def _read(log: Path, folder: Path) -> Iterator[Call]:
    places: dict[str, int] = {}
    with log.open(encoding="ascii") as lines:
        for line in lines:
            found = _LINE.match(line)
            if found is None or found[3].startswith("-"):
                assert "unfinished" not in line, "two threads at once change files: this cannot be read"
                continue
            name, rest, result = found[1], found[2], int(found[3])
            yield from _call(name, rest, result, line, folder, places)


def _call(
    name: str, rest: str, result: int, line: str, folder: Path, places: dict[str, int]
) -> Iterator[Call]:
    paths = [_decoded(text) for text in _TEXT.findall(rest)]
    if name in ("unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat"):
        inside = [_inside(path.decode(), folder) for path in paths]
        if all(inside):
            yield Call(re.sub("at2?$", "", name), inside[0], inside[-1])
        return
    if name == "openat":
        path = _inside(paths[0].decode(), folder)
        if path:
            places[f"{line.split()[0]} {result}"] = 0
        if path and "O_CREAT" in rest:
            yield Call("create", path)
        if path and "O_TRUNC" in rest:
            yield Call("ftruncate", path)
        return
    place = _PLACE.match(rest)
    path = _inside(_decoded(place[2]).decode("utf-8", "replace"), folder) if place else ""
    if not place or not path:
        return
    handle = f"{line.split()[0]} {place[1]}"
    if name == "lseek":
        places[handle] = result
    elif name == "pwrite64":
        yield Call(name, path, data=paths[-1][:result], offset=int(rest.rpartition(",")[2]))
    elif name == "write":
        yield Call(name, path, data=paths[-1][:result], offset=places.get(handle, 0))
        places[handle] = places.get(handle, 0) + result
    elif name == "ftruncate":
        yield Call(name, path, offset=int(rest.rpartition(",")[2]))
    else:
        yield Call(name, path)


def _decoded(text: str) -> bytes:
    return bytes.fromhex(_HEX.sub(lambda found: found[0].replace("\\x", ""), text))


def _inside(path: str, folder: Path) -> str:
    """Give the path within the data folder: `.` for the folder itself, nothing for what is elsewhere."""
    real = Path(path) if path.startswith("/") else ROOT / path
    return str(real.relative_to(folder)) if real.is_relative_to(folder) else ""


def cut_the_power(folder: Path, seed: int, *, each: int) -> Iterator[Told]:
    """Cut the power at `each` moments of every command, one of them just after it has ended."""
    shop, commands = prepared(folder / "shop", seed)
    chance = random.Random(seed)
    before = shop.kept()
    for name, words in commands.items():
        told = Told(name)
        whole = _copy(shop, folder / "whole")
        calls = recorded(whole, words)
        after = whole.kept()
        for number in range(each):
            ended = number == 0
            disk = Disk(shop.data)
            # The last calls are those by which it lands: half of the moments are among them.
            moment = chance.choice((chance.randint(1, len(calls)), len(calls) - chance.randint(0, 20)))
            for call in calls[: len(calls) if ended else max(moment, 1)]:
                disk.do(call)
            victim = Shop(folder / "victim")
            disk.found(victim.data, chance)
            told.killed += 1
            _judge_found(victim, told, words, before=before, after=after, ended=ended)
        yield told


def _judge_found(
    victim: Shop,
    told: Told,
    words: list[str],
    *,
    before: dict[str, Any],
    after: dict[str, Any],
    ended: bool,
) -> None:
    landed = told.after
    _judge(victim, told, words, before, after)
    if ended and told.after == landed:
        told.faults.append(f"{told.command}: it had ended, but was not on the disk")
