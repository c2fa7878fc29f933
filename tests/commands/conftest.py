"""What several tests of commands ask for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]
PEOPLE = """\
Name,Mobile,City,Total spent
محمد حسینی,09121112233,تهران,100
محمد حسینی,09354445566,تهران,900
Robert Hill,09127778899,Leeds,50
Robert Hill,09361110022,Leeds,70
Robert Hill,09383334455,Leeds,60
Sara Ahmadi,09129990011,Qom,10
"""


@pytest.fixture
def namesakes(smbcrm: Smbcrm) -> Smbcrm:
    """Two namesakes and three others with one name, all with mobiles of their own: four questions."""
    Path("people.csv").write_text(PEOPLE, encoding="utf-8")
    assert smbcrm("import", "people.csv").code == 0
    return smbcrm
