"""The awkward files, made once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from smbcrm.core.grid import Grid
from smbcrm.errors import SmbcrmError
from smbcrm.readers.open_file import read_stream
from tests.readers import make_awkward


@pytest.fixture(scope="session")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every awkward file."""
    folder = tmp_path_factory.mktemp("awkward")
    make_awkward.make(folder)
    return folder


@pytest.fixture
def grid() -> Callable[..., Grid]:
    """Read bytes or text that hold one sheet."""

    def read(data: bytes | str, name: str = "list.csv", **options: str) -> Grid:
        [only] = read_stream(data.encode() if isinstance(data, str) else data, name=name, **options).grids  # type: ignore[arg-type]
        return only

    return read


@pytest.fixture
def refusal() -> Callable[..., str]:
    """Read bytes that must be refused, and give the line that says why."""

    def read(data: bytes | str, name: str = "list.csv", **options: str) -> str:
        with pytest.raises(SmbcrmError) as caught:
            read_stream(data.encode() if isinstance(data, str) else data, name=name, **options)  # type: ignore[arg-type]
        return str(caught.value.what)

    return read
